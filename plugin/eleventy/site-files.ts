import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { IndigoError } from "../utils/errors.js";
import { isExternal } from "../utils/schema-values.js";
import type { EleventyConfig } from "./api.js";

const isFile = (name: string): boolean => existsSync(name) && statSync(name).isFile();

/**
 * Sees to it that a file which an option names is in the output, under the path that the option gives.
 * It may be in the input folder, in the project's folder, or where a passthrough copy of the author's takes it from.
 *
 * @param option - The option and its place, for messages: `option "picture" in eleventy.config.js`.
 * @param file - A path of the site without a slash at its start, or the full address of a file elsewhere.
 * @throws IndigoError where there is no such file.
 */
export function copyToOutput(eleventyConfig: EleventyConfig, option: string, file: string): void {
  if (isExternal(file)) return;
  const found = sourceOf(eleventyConfig, file);
  if (found) eleventyConfig.addPassthroughCopy({ [found]: file });
  else if (!isPublished(eleventyConfig, file)) {
    throw new IndigoError(
      `${option} names a file that does not exist: "${file}" (looked in ${foldersOf(eleventyConfig).join(" and ")}).`,
    );
  }
}

const foldersOf = ({ directories }: EleventyConfig): string[] => [...new Set([directories.input, "./"])];

/** The file that is meant by a path of the site: in the input folder, else in the project's. */
export function sourceOf(eleventyConfig: EleventyConfig, file: string): string | undefined {
  return foldersOf(eleventyConfig)
    .map((folder) => path.posix.join(folder, file))
    .find(isFile);
}

/** Whether a passthrough copy brings a file to this path of the output. */
export const isPublished = (eleventyConfig: EleventyConfig, file: string): boolean =>
  publishedFrom(eleventyConfig, file) !== undefined;

/** The file that a passthrough copy brings to this path of the output. */
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
 * The address of a file in the site, from the site's root.
 *
 * @param file - A path such as `assets/me.jpg`, or the full address of a file elsewhere, which stays as it is.
 */
export function rootUrl(file: string): string {
  if (isExternal(file)) return file;
  return `/${file.replace(/^\//, "").split("/").map(encodeURIComponent).join("/")}`;
}

/** A file found: its own path, and that in the output. */
export interface SiteFile {
  from: string;
  to: string;
}

/** Whether a value is meant to be a file of the site: no full address, no page, and no address with a query. */
export const isLocalFile = (value: string): boolean =>
  !isExternal(value) && !/^[a-z][a-z+.-]*:|^\/\//i.test(value) && /\.\w{1,5}$/.test(value);

/** The address of a file in the site. */
export const urlOfFile = (file: SiteFile): string => rootUrl(file.to);
