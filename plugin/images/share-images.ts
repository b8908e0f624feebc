import path from "node:path";
import type { EleventyConfig } from "../eleventy/api.js";
import { onBuildStart } from "../eleventy/build-start.js";
import { sourceOfImage } from "../eleventy/named-files.js";
import { warner } from "../eleventy/warnings.js";
import { writeAtomically } from "../utils/atomic-write.js";
import { shortHash } from "../utils/hash.js";
import { imageProblem } from "../utils/image-file.js";
import { loadSharp } from "../utils/load-sharp.js";
import { readText } from "../utils/read-text.js";
import { isExternal } from "../utils/schema-values.js";
import { decodePath } from "../utils/urls.js";
import { isWholeImage } from "../utils/whole-image.js";

/** The largest size of a shared link's image, in pixels. */
const [width, height] = [1200, 630];

/**
 * Returns the image of a shared link. Social networks do not show SVG, so an SVG of the site is converted to PNG at the end
 * of the build.
 *
 * @param image - A file of the site, or a full URL.
 * @returns The image itself, or the URL of its PNG from the site's root; `undefined` for an SVG at another host.
 */
export type ShareImage = (image: string) => string | undefined;

/** Creates images of shared links. Call it in the configuration phase. */
export function shareImages(eleventyConfig: EleventyConfig): ShareImage {
  const sources = new Map<string, string>();
  const cache = new Map<string, string | undefined>();
  onBuildStart(eleventyConfig, () => {
    sources.clear();
    cache.clear();
  });
  eleventyConfig.on("eleventy.after", async ({ outputMode }) => {
    if (outputMode !== "fs") return;
    const { output } = eleventyConfig.directories;
    for (const [url, source] of sources) {
      const file = path.join(output, url);
      // The name contains a hash of the source, so that an existing file is up to date, unless a build was stopped.
      if (isWholeImage(file)) continue;
      try {
        await writeAtomically(file, await toPng(source));
      } catch {
        const problem = (await imageProblem(source)) ?? `${source} can't be converted to PNG.`;
        warner(eleventyConfig)(`there is no image for shared links: ${problem}`);
      }
    }
  });
  const find = (image: string): string | undefined => {
    if (isExternal(image)) return undefined;
    const name = decodePath(image.replace(/^\//, ""));
    const source = sourceOfImage(eleventyConfig, name);
    if (source === undefined) return image;
    // The same image on every system: without a byte-order mark, and with line ends as they are on most.
    const text = readText(source).replaceAll("\r\n", "\n");
    const url = `/assets/share-${shortHash(text)}.png`;
    sources.set(url, source);
    return url;
  };
  return (image) => {
    if (!/\.svg$/i.test(image.replace(/[?#].*$/, ""))) return image;
    if (!cache.has(image)) cache.set(image, find(image));
    return cache.get(image);
  };
}

async function toPng(source: string): Promise<Buffer> {
  const sharp = await loadSharp();
  return sharp(source)
    .resize(width, height, { fit: "inside" })
    .flatten({ background: "#fff" })
    .png()
    .toBuffer();
}
