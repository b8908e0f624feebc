import { isPageField } from "../../content/index.js";

/** The keys in a template's data that come from Eleventy or the theme, not from the page. */
export const globals = new Set([
  // Eleventy 4 has its keys under both names.
  "buildawesome",
  "buildawesomeComputed",
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

/** The values of front matter in which Ruby prints a number in another way than JavaScript, by `page`. */
const floats = new WeakMap<object, Record<string, unknown>>();

/** Adds such values to `page`, and keeps them for the lists that have the page. */
export function addFloats(page: object, values: Record<string, unknown> = {}): void {
  const own = page as Record<string, unknown>;
  // Not for what Eleventy has under this name, such as `url`.
  for (const [key, value] of Object.entries(values))
    if (JSON.stringify(own[key]) === JSON.stringify(value)) Object.assign(page, { [key]: value });
  floats.set(page, values);
}

/** Returns such values of a page. */
export const floatsOf = ({ page }: Record<string, unknown>): Record<string, unknown> =>
  (typeof page === "object" && page !== null ? floats.get(page) : undefined) ?? {};
