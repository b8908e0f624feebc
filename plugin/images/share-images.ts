import { existsSync } from "node:fs";
import path from "node:path";
import type { EleventyConfig } from "../eleventy/api.js";
import { publishedFrom, sourceOf } from "../eleventy/site-files.js";
import { warner } from "../eleventy/warnings.js";
import { writeAtomically } from "../utils/atomic-write.js";
import { shortHash } from "../utils/hash.js";
import { readText } from "../utils/read-text.js";
import { isExternal } from "../utils/schema-values.js";

/** The largest image that networks show of a link, in pixels. */
const [width, height] = [1200, 630];

/**
 * Finds the image of a shared link. No network shows an SVG, so that one of the site is offered as PNG, written at the end
 * of the build.
 *
 * @param image - A file of the site, or a full URL.
 * @returns The image itself, or the URL of its PNG from the site's root; nothing for an SVG at another host.
 */
export type ShareImage = (image: string) => string | undefined;

/** Offers images of shared links. Call it while Eleventy is configured. */
export function shareImages(eleventyConfig: EleventyConfig): ShareImage {
  const sources = new Map<string, string>();
  const known = new Map<string, string | undefined>();
  eleventyConfig.on("eleventy.before", () => {
    sources.clear();
    known.clear();
  });
  eleventyConfig.on("eleventy.after", async ({ outputMode }) => {
    if (outputMode !== "fs") return;
    const { output } = eleventyConfig.directories;
    for (const [url, source] of sources) {
      const file = path.join(output, url);
      // Its name has a hash of the source, so that a file of the name is right.
      if (existsSync(file)) continue;
      try {
        await writeAtomically(file, await toPng(source));
      } catch {
        warner(eleventyConfig)(
          `${source} can't be offered to shared links: it is not an image that can be read.`,
        );
      }
    }
  });
  const find = (image: string): string | undefined => {
    if (isExternal(image)) return undefined;
    const name = decodeURI(image.replace(/^\//, ""));
    const source = sourceOf(eleventyConfig, name) ?? publishedFrom(eleventyConfig, name);
    if (source === undefined) return image;
    // The same image on every system: without a byte-order mark, and with line ends as they are on most.
    const text = readText(source).replaceAll("\r\n", "\n");
    const url = `/assets/share-${shortHash(text)}.png`;
    sources.set(url, source);
    return url;
  };
  return (image) => {
    if (!/\.svg$/i.test(image.replace(/[?#].*$/, ""))) return image;
    if (!known.has(image)) known.set(image, find(image));
    return known.get(image);
  };
}

async function toPng(source: string): Promise<Buffer> {
  const { default: sharp } = await import("sharp");
  return sharp(source)
    .resize(width, height, { fit: "inside" })
    .flatten({ background: "#fff" })
    .png()
    .toBuffer();
}
