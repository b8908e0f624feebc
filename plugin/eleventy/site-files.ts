import { statSync } from "node:fs";
import path from "node:path";
import { isExternal } from "../utils/schema-values.js";
import type { EleventyConfig } from "./api.js";

/** Returns whether a path leads to a file: not to a folder, a device, or nowhere, and not through a loop of links. */
export function isFile(name: string): boolean {
  try {
    return statSync(name).isFile();
  } catch {
    return false;
  }
}

/** Returns whether a passthrough copy writes a file to this output path. */
export const isPublished = (eleventyConfig: EleventyConfig, file: string): boolean =>
  publishedFrom(eleventyConfig, file) !== undefined;

/** Returns the source file that a passthrough copy writes to this output path. */
export function publishedFrom(
  { passthroughCopies, directories }: EleventyConfig,
  file: string,
): string | undefined {
  for (const [from, { outputPath = true, copyOptions = {} }] of Object.entries(passthroughCopies)) {
    const to = outputPath === true ? withoutInput(from, directories.input) : outputPath;
    const within = path.posix.relative(path.posix.join("/", to), path.posix.join("/", file));
    if (within.startsWith("..")) continue;
    const source = within === "" ? from : path.posix.join(from, within);
    if (isFile(source) && isCopied(within, copyOptions)) return source;
  }
  return undefined;
}

/** Returns the output path to which a passthrough copy writes a source file; `undefined` if none does. */
export function publishedAs(eleventyConfig: EleventyConfig, from: string): string | undefined {
  const { passthroughCopies, directories } = eleventyConfig;
  for (const [source, { outputPath = true, copyOptions = {} }] of Object.entries(passthroughCopies)) {
    const within = path.posix.relative(source, from);
    if (within.startsWith("..") || !isCopied(within, copyOptions)) continue;
    const to = path.posix.join(
      outputPath === true ? withoutInput(source, directories.input) : outputPath,
      within,
    );
    if (publishedFrom(eleventyConfig, to) !== undefined) return to;
  }
  return undefined;
}

/**
 * Returns whether a passthrough copy with a glob may write a source file to its own path in the output. Which files a glob
 * matches is not known here.
 */
export const mayBePublished = ({ passthroughCopies, directories }: EleventyConfig, file: string): boolean =>
  Object.keys(passthroughCopies).some((from) => /[*?{}[\]!]/.test(from)) &&
  isFile(path.posix.join(directories.input, file));

const copiesLater = new WeakMap<EleventyConfig, Map<object, readonly SiteFile[]>>();

/** Notes the files that a part of the theme copies at the end of the build, in place of those that it noted before. */
export function noteCopies(eleventyConfig: EleventyConfig, part: object, files: readonly SiteFile[]): void {
  const parts = copiesLater.get(eleventyConfig) ?? new Map<object, readonly SiteFile[]>();
  copiesLater.set(eleventyConfig, parts.set(part, files));
}

/** Returns the source file that the theme copies to this output path at the end of the build. */
export function copiedLaterFrom(eleventyConfig: EleventyConfig, file: string): string | undefined {
  for (const files of copiesLater.get(eleventyConfig)?.values() ?? []) {
    const found = files.find(({ from, to }) => to === file && isFile(from));
    if (found) return found.from;
  }
  return undefined;
}

/** Returns the path in the output of a source that is copied without a path of its own. */
const withoutInput = (from: string, input: string): string => {
  const relative = path.posix.relative(input, from);
  return relative.startsWith("..") ? path.posix.normalize(from) : relative;
};

/** Returns whether a passthrough copy of a folder copies a file in it: not a hidden one, unless it asks for them. */
function isCopied(
  within: string,
  { filter, dot = false }: NonNullable<EleventyConfig["passthroughCopies"][string]["copyOptions"]>,
): boolean {
  if (!dot && /(^|\/)\./.test(within)) return false;
  return within === "" || typeof filter !== "function" || filter(within) === true;
}

/**
 * Returns the URL of a file from the site's root.
 *
 * @param file - A path such as `assets/me.jpg`, or the full URL of a file elsewhere, which is returned unchanged.
 */
export function rootUrl(file: string): string {
  if (isExternal(file)) return file;
  // Half a character can't be encoded.
  const whole = file.replace(/\p{Surrogate}/gu, "\uFFFD").replace(/^\//, "");
  return `/${whole.split("/").map(encodeURIComponent).join("/")}`;
}

/** A file of the site: its source path, and its path in the output. */
export interface SiteFile {
  from: string;
  to: string;
  /** The field or option that names it, and its place, for messages. */
  namedBy?: string;
}

/** Returns whether a value names a file of the site: not a full URL, not a page, and not a URL with a query. */
export const isLocalFile = (value: string): boolean =>
  !isExternal(value) && !/^[a-z][a-z+.-]*:|^\/\//i.test(value) && /\.\w{1,10}$/.test(value);

/** Returns the URL of a file from the site's root. */
export const urlOfFile = (file: SiteFile): string => rootUrl(file.to);
