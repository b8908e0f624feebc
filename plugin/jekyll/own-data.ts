/** The keys in a template's data that come from Eleventy or the theme, not from the page. */
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

/** Returns the front matter of a page, without {@link globals}. */
export function ownData(data: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([key]) => !globals.has(key)));
}
