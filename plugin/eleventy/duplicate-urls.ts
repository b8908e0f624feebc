import { IndigoError, templateName } from "../utils/errors.js";
import type { EleventyConfig } from "./api.js";
import { type Warn, warner } from "./warnings.js";

/** The longest name of a file or folder that file systems allow, in bytes. */
const maxNameBytes = 255;

/**
 * Reports templates with duplicate URLs and URLs that can't be written, before Eleventy does so with a stack trace.
 *
 * @throws IndigoError during the build, with each duplicate URL and its files, and each URL that is too long.
 */
export function addDuplicateCheck(eleventyConfig: EleventyConfig): void {
  eleventyConfig.on("eleventy.contentMap", ({ inputPathToUrl }) => {
    const filesByUrl = new Map<string, string[]>();
    for (const [file, urls] of Object.entries(inputPathToUrl)) {
      // Templates that are not written have the URL `false`.
      for (const url of urls)
        if (url) filesByUrl.set(url, [...(filesByUrl.get(url) ?? []), templateName(file)]);
    }
    const problems = [...filesByUrl].flatMap(([url, files]) => [
      ...(files.length > 1
        ? [`${files.sort().join(" and ")} have the same URL ${url}. Give one of them another "permalink".`]
        : []),
      ...tooLong(url, files),
    ]);
    if (problems.length > 0) throw new IndigoError(...problems);
    warnOfCaseCollisions(filesByUrl, warner(eleventyConfig));
  });
}

/** Returns a message about a URL with a segment that no file can have as its name. */
function tooLong(url: string, files: readonly string[]): string[] {
  const segment = url.split("/").find((name) => Buffer.byteLength(name) > maxNameBytes);
  if (segment === undefined) return [];
  return [
    `${files.join(" and ")}: the part "${segment.slice(0, 40)}…" of the URL has ${Buffer.byteLength(segment)} bytes, but the name of a file can have ${maxNameBytes}. Set a shorter "permalink".`,
  ];
}

/** Warns of URLs that are the same file on Windows and macOS, whose file systems ignore letter case. */
function warnOfCaseCollisions(filesByUrl: ReadonlyMap<string, string[]>, warn: Warn): void {
  const urls = new Map<string, string>();
  for (const [url, files] of filesByUrl) {
    const normalized = url.normalize().toLowerCase();
    const other = urls.get(normalized);
    if (other === undefined) urls.set(normalized, url);
    else {
      const both = [...(filesByUrl.get(other) ?? []), ...files].sort().join(" and ");
      warn(
        `${both} have URLs that differ in letter case only, ${other} and ${url}: on Windows and macOS one overwrites the other. Give one of them another "permalink".`,
      );
    }
  }
}
