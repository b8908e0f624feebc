import type { EleventyConfig } from "../eleventy/api.js";
import { addScript } from "../eleventy/hashed-file.js";
import type { Site } from "../options/site.js";

/** The URLs of client scripts, from the site's root; `undefined` for those that the site does not need. */
export interface Scripts {
  /** Switches between light and dark. */
  themeScript: string | undefined;
  /** Loads comments. */
  commentsScript: string | undefined;
  /** Adds buttons that copy code and BibTeX. */
  copyScript: string | undefined;
  /** Searches the site. */
  searchScript: string | undefined;
  /** Finds publications in their list. */
  publicationsScript: string | undefined;
}

/** Adds the client scripts that the site's options need. */
export function addScripts(
  eleventyConfig: EleventyConfig,
  { themeSwitch, comments, copyButtons, search }: Site,
): Scripts {
  const addIf = (isNeeded: unknown, name: string): string | undefined =>
    isNeeded ? addScript(eleventyConfig, name) : undefined;
  return {
    themeScript: addIf(themeSwitch, "theme"),
    commentsScript: addIf(comments.disqus ?? comments.giscus, "comments"),
    copyScript: addIf(copyButtons, "copy"),
    searchScript: addIf(search, "search"),
    publicationsScript: addIf(search, "publications"),
  };
}
