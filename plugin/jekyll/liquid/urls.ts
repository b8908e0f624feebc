import type { JekyllContext } from "./context.js";
import { isHash, plain } from "./values.js";

/**
 * Returns a URL path as Jekyll's filter `relative_url` does: with the baseurl, and with invalid characters encoded.
 */
export function relativeUrl(input: unknown, { baseurl }: JekyllContext): string {
  const url = urlText(input);
  if (isAbsolute(url)) return url;
  const rooted = [baseurl.replace(/\/$/, ""), url].map((part) =>
    part === "" || part.startsWith("/") ? part : `/${part}`,
  );
  return encodeUri(rooted.join(""));
}

/** Returns whether a URL has a scheme. */
export const isAbsolute = (url: string): boolean => /^[a-z][a-z\d+.-]*:/i.test(url);

/** Converts a value to a URL. A page or post becomes its own URL. */
export function urlText(input: unknown): string {
  const value = plain(input);
  return String((isHash(value) ? value.url : value) ?? "");
}

/** Encodes characters that are not allowed in a URL. Keeps existing escapes. */
export const encodeUri = (url: string): string => encodeURI(url).replace(/%25([\da-f]{2})/gi, "%$1");

/** Returns a full URL as Jekyll's filter `absolute_url` does; only the path if the site has no URL. */
export function absoluteUrl(input: unknown, jekyll: JekyllContext): string {
  const url = urlText(input);
  const full = jekyll.url === "" || isAbsolute(url) ? "" : jekyll.url + relativeUrl(url, jekyll);
  if (full === "") return relativeUrl(url, jekyll);
  return URL.canParse(full) ? new URL(full).href : full;
}
