import { decodePath } from "../utils/urls.js";

/** A field of front matter that has the old URLs of a page. */
interface RedirectField {
  name: string;
  /** Returns the URL of the file that redirects, decoded; undefined for a value that is no path of the site. */
  read(value: unknown): string | undefined;
}

/** The longest name of a file or folder that file systems allow, in bytes. */
const maxNameBytes = 255;

/** The field of this theme: `/old` is the page `/old/`, as every host serves it. */
export const ownRedirects: RedirectField = {
  name: "redirectFrom",
  read: (value) => pathOf(value, "/"),
};

/**
 * The field of jekyll-redirect-from, in which the first slash may be missing and `/old` is the page `/old.html`.
 *
 * @see https://github.com/jekyll/jekyll-redirect-from#readme
 */
export const jekyllRedirects: RedirectField = {
  name: "redirect_from",
  read: (value) =>
    pathOf(typeof value === "string" ? `/${value.trim()}`.replaceAll(/\/{2,}/g, "/") : value, ".html"),
};

/**
 * Reads a path from the site's root.
 *
 * @param end - What follows a path without a slash at its end and without an extension.
 */
function pathOf(value: unknown, end: string): string | undefined {
  if (typeof value !== "string") return undefined;
  const path = decodePath(value.trim());
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no file has these in its name
  if (!/^\/(?!\/)[^?#\\\u0000-\u001f\u007f]*$/.test(path)) return undefined;
  const segments = path.slice(1).split("/");
  const isName = (segment: string, index: number): boolean =>
    segment === "" ? index === segments.length - 1 : !/^\.{1,2}$/.test(segment);
  if (!segments.every(isName)) return undefined;
  if (segments.some((segment) => Buffer.byteLength(segment) > maxNameBytes)) return undefined;
  if (/\/index\.html$/.test(path)) return path.slice(0, -"index.html".length);
  return path.endsWith("/") || /\.\w+$/.test(path) ? path : path + end;
}
