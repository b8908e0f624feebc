import { readFileSync } from "node:fs";
import path from "node:path";
import type { EleventyConfig } from "./eleventy.js";
import { layoutsFolder } from "./paths.js";
import type { Site } from "./site.js";
import { addOutputFile } from "./virtual.js";

/** Adds the Atom feed of `collections.posts` at `/feed.xml`. A feed is made of full addresses: no `url`, no feed. */
export function addFeed(eleventyConfig: EleventyConfig, site: Site): void {
  if (!site.url) return;
  addOutputFile(
    eleventyConfig,
    "/feed.xml",
    readFileSync(path.join(layoutsFolder, "indigo/feed.njk"), "utf8"),
  );
}
