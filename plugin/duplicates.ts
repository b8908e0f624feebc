import type { EleventyConfig } from "./eleventy.js";
import { IndigoError, templateName } from "./errors.js";

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
  });
}
