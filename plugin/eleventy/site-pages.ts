import { templateName } from "../utils/errors.js";
import type { EleventyConfig } from "./api.js";
import { onBuildStart } from "./build-start.js";

/** The pages of a site during a build, by their templates. Known when texts are rendered. */
export interface SitePages {
  /** Returns whether they are known in this build. */
  areKnown(): boolean;
  /**
   * Returns the URL of a template's first page.
   *
   * @param inputPath - Its path from the working folder, without `./`.
   * @returns `false` for a template that writes no page; undefined if there is no such template, or before pages are known.
   */
  urlOf(inputPath: string): string | false | undefined;
  /** Returns the path of the template whose page has this URL, encoded as Eleventy has it. */
  templateOf(url: string): string | undefined;
  /** Returns whether a page has this URL, not encoded, or one that hosts redirect to: `/about` to `/about/`. */
  has(url: string): boolean;
}

/** Notes the pages of each build, after their URLs are known and before their texts are rendered. */
export function sitePages(eleventyConfig: EleventyConfig): SitePages {
  const byTemplate = new Map<string, string | false>();
  const urls = new Map<string, string>();
  onBuildStart(eleventyConfig, () => {
    byTemplate.clear();
    urls.clear();
  });
  eleventyConfig.on("eleventy.contentMap", ({ inputPathToUrl }) => {
    for (const [inputPath, [first = false, ...others]] of Object.entries(inputPathToUrl)) {
      const template = templateName(inputPath);
      byTemplate.set(template, first);
      for (const url of [first, ...others]) if (url) urls.set(url, template);
    }
  });
  return {
    areKnown: () => byTemplate.size > 0,
    urlOf: (inputPath) => byTemplate.get(inputPath),
    templateOf: (url) => urls.get(url),
    has: (url) =>
      [url, `${url}/`, `${url}.html`, url.replace(/\/index\.html$/, "/")].some((each) => urls.has(each)),
  };
}
