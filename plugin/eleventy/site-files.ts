import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { isExternal } from "../utils/schema-values.js";
import type { EleventyConfig } from "./api.js";

const isFile = (name: string): boolean => existsSync(name) && statSync(name).isFile();

/** The folders in which the files of a site are looked for. */
export const foldersOf = ({ directories }: EleventyConfig): string[] => [
  ...new Set([directories.input, "./"]),
];

/** Returns the source file of a path of the site: in the input folder, else in the project folder. */
export function sourceOf(eleventyConfig: EleventyConfig, file: string): string | undefined {
  return foldersOf(eleventyConfig)
    .map((folder) => path.posix.join(folder, file))
    .find(isFile);
}

/** Returns whether a passthrough copy writes a file to this output path. */
export const isPublished = (eleventyConfig: EleventyConfig, file: string): boolean =>
  publishedFrom(eleventyConfig, file) !== undefined;

/** Returns the source file that a passthrough copy writes to this output path. */
export function publishedFrom({ passthroughCopies }: EleventyConfig, file: string): string | undefined {
  for (const [from, { outputPath }] of Object.entries(passthroughCopies)) {
    if (typeof outputPath !== "string") continue;
    const within = path.posix.relative(path.posix.join("/", outputPath), path.posix.join("/", file));
    if (within.startsWith("..")) continue;
    const source = within === "" ? from : path.posix.join(from, within);
    if (isFile(source)) return source;
  }
  return undefined;
}

/**
 * Returns the URL of a file from the site's root.
 *
 * @param file - A path such as `assets/me.jpg`, or the full URL of a file elsewhere, which is returned unchanged.
 */
export function rootUrl(file: string): string {
  if (isExternal(file)) return file;
  return `/${file.replace(/^\//, "").split("/").map(encodeURIComponent).join("/")}`;
}

/** A file of the site: its source path, and its path in the output. */
export interface SiteFile {
  from: string;
  to: string;
}

/** Returns whether a value names a file of the site: not a full URL, not a page, and not a URL with a query. */
export const isLocalFile = (value: string): boolean =>
  !isExternal(value) && !/^[a-z][a-z+.-]*:|^\/\//i.test(value) && /\.\w{1,5}$/.test(value);

/** Returns the URL of a file from the site's root. */
export const urlOfFile = (file: SiteFile): string => rootUrl(file.to);
