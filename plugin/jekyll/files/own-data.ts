import { isPageField } from "../../content/index.js";

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

/** Returns whether the data of a page has another meaning under this name, for Eleventy or the theme. */
export const isReserved = (name: string): boolean =>
  globals.has(name) || isPageField(name) || name === "content";
