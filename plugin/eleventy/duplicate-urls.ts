import { IndigoError, templateName } from "../utils/errors.js";
import type { EleventyConfig } from "./api.js";
import { type Warn, warner } from "./warnings.js";

/**
 * Says which files would have the same address, before Eleventy does so with a stack trace.
 *
 * @throws IndigoError, in a build, that names the address and its files.
 */
export function addDuplicateCheck(eleventyConfig: EleventyConfig): void {
  eleventyConfig.on("eleventy.contentMap", ({ inputPathToUrl }) => {
    const filesByUrl = new Map<string, string[]>();
    for (const [file, urls] of Object.entries(inputPathToUrl)) {
      // `false` is the address of what is no page, as often as there is such.
      for (const url of urls)
        if (url) filesByUrl.set(url, [...(filesByUrl.get(url) ?? []), templateName(file)]);
    }
    const problems = [...filesByUrl].flatMap(([url, files]) =>
      files.length > 1
        ? [
            `${files.sort().join(" and ")} have the same address ${url}. Give one of them another "permalink".`,
          ]
        : [],
    );
    if (problems.length > 0) throw new IndigoError(...problems);
    warnOfLetterCase(filesByUrl, warner(eleventyConfig));
  });
}

/** Warns of URLs that are one file on the disks of Windows and macOS, which ignore letter case. */
function warnOfLetterCase(filesByUrl: ReadonlyMap<string, string[]>, warn: Warn): void {
  const urls = new Map<string, string>();
  for (const [url, files] of filesByUrl) {
    const plain = url.normalize().toLowerCase();
    const other = urls.get(plain);
    if (other === undefined) urls.set(plain, url);
    else {
      const both = [...(filesByUrl.get(other) ?? []), ...files].sort().join(" and ");
      warn(
        `${both} have addresses that differ in letter case only, ${other} and ${url}: on Windows and macOS one takes the place of the other. Give one of them another "permalink".`,
      );
    }
  }
}
