/** What is Eleventy's or the theme's in a template's data, not the page's own. */
export const globals = new Set([
  "collections",
  "eleventy",
  "eleventyComputed",
  "indigo",
  "jekyll",
  "page",
  "pkg",
  "site",
]);

/** A page's own front matter. */
export function ownData(data: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([key]) => !globals.has(key)));
}
