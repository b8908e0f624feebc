import type { JekyllContext } from "./context.js";
import { isHash, plain } from "./values.js";

/**
 * An address from the host's root as Jekyll's `relative_url` gives it: with the baseurl, and what is no letter of an
 * address encoded.
 */
export function relativeUrl(input: unknown, { baseurl }: JekyllContext): string {
  const url = urlText(input);
  if (isAbsolute(url)) return url;
  const rooted = [baseurl.replace(/\/$/, ""), url].map((part) =>
    part === "" || part.startsWith("/") ? part : `/${part}`,
  );
  return encodeUri(rooted.join(""));
}

export const isAbsolute = (url: string): boolean => /^[a-z][a-z\d+.-]*:/i.test(url);

/** Jekyll takes a page or post for its address. */
export function urlText(input: unknown): string {
  const value = plain(input);
  return String((isHash(value) ? value.url : value) ?? "");
}

/** Encodes what may not stand in an address; what is encoded already stays. */
export const encodeUri = (url: string): string => encodeURI(url).replace(/%25([\da-f]{2})/gi, "%$1");

export function absoluteUrl(input: unknown, jekyll: JekyllContext): string {
  const url = urlText(input);
  const full = jekyll.url === "" || isAbsolute(url) ? "" : jekyll.url + relativeUrl(url, jekyll);
  if (full === "") return relativeUrl(url, jekyll);
  return URL.canParse(full) ? new URL(full).href : full;
}
