import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { EleventyConfig } from "../eleventy/api.js";
import { onBuildStart } from "../eleventy/build-start.js";
import { noteHashedFile } from "../eleventy/hashed-file.js";
import { copyToOutput } from "../eleventy/late-copies.js";
import { sourceOfImage } from "../eleventy/named-files.js";
import { rootUrl } from "../eleventy/site-files.js";
import { warner } from "../eleventy/warnings.js";
import { watchSiteFile } from "../eleventy/watched-files.js";
import type { Site } from "../options/site.js";
import { writeAtomically } from "../utils/atomic-write.js";
import { cacheFolder } from "../utils/build-cache.js";
import { shortHash } from "../utils/hash.js";
import { imageProblem } from "../utils/image-file.js";
import { keptImage } from "../utils/kept-image.js";
import { loadSharp } from "../utils/load-sharp.js";
import { isExternal } from "../utils/schema-values.js";
import { isWholeImage } from "../utils/whole-image.js";
import type { Appearance } from "./appearance.js";
import type { Favicon } from "./favicon.js";
import { letterFavicon } from "./letter-favicon.js";

/** The file that browsers request if a page links no icon. */
const defaultFile = "favicon.ico";

/** Sizes of favicons in pixels: for tabs, for home screens, and for larger uses. */
const sizes = { icon: [32, 192], "apple-touch-icon": [180] } as const;

/**
 * Creates favicons in the sizes that browsers request, as square PNG, from the option `icon`, else `picture`.
 *
 * @returns The favicons to link. An SVG is linked in addition to its PNGs; an image at another host is linked unchanged.
 * Without an image, a file `favicon.ico` of the site is copied and needs no link; if there is none, the favicon is the
 * first letter of the title, so that browsers do not request a missing file.
 */
export async function addFavicons(
  eleventyConfig: EleventyConfig,
  site: Site,
  appearance: Appearance,
): Promise<Favicon[]> {
  const file = site.icon ?? site.picture;
  if (!file || !isExternal(file)) watchSiteFile(eleventyConfig, "configuration", file ?? defaultFile);
  if (file === undefined) {
    if (!sourceOfImage(eleventyConfig, defaultFile)) return letterFavicon(eleventyConfig, site, appearance);
    copyToOutput(eleventyConfig, defaultFile, defaultFile, ["image"]);
    return [];
  }
  const source = isExternal(file) ? undefined : sourceOfImage(eleventyConfig, file);
  if (source === undefined) return [{ rel: "icon", href: rootUrl(file) }];
  const hash = hashOf(source);
  const resized = Object.entries(sizes).flatMap(([rel, widths]) =>
    widths.map((width) => {
      const url = `/assets/icon-${hash}-${width}.png`;
      const output = path.join(eleventyConfig.directories.output, url);
      return { rel: rel as Favicon["rel"], width, url, output };
    }),
  );
  // The names contain a hash of the source, so that an existing file is up to date, unless a build was stopped.
  for (const { url } of resized) noteHashedFile(eleventyConfig, url);
  const isMissing = ({ output }: { output: string }): boolean => !isWholeImage(output);
  const kept = hash === undefined ? undefined : keptIcons(source, hash);
  const isUnknown = (icon: { output: string; width: number }): boolean =>
    isMissing(icon) && !(kept && isWholeImage(kept(icon.width)));
  const problem = !hash || resized.some(isUnknown) ? await imageProblem(source) : undefined;
  if (!hash || problem !== undefined) {
    const option = site.icon === undefined ? "picture" : "icon";
    warner(eleventyConfig)(
      `there are no resized favicons of the option "${option}": ${problem ?? `${source} can't be read.`}`,
    );
    return [{ rel: "icon", href: rootUrl(file) }];
  }
  // Images are resized in other threads, while the pages are built.
  let images: Promise<[output: string, image: Buffer][]> | undefined;
  onBuildStart(eleventyConfig, () => {
    images = resize(source, hash, resized.filter(isMissing), kept);
    // An error is thrown after the build, where the promise is awaited.
    images.catch(() => {});
  });
  eleventyConfig.on("eleventy.after", async () => {
    for (const [output, image] of (await images) ?? []) await writeAtomically(output, image);
  });
  return [
    ...(/\.svg$/i.test(file) ? [{ rel: "icon", href: rootUrl(file), type: "image/svg+xml" } as const] : []),
    ...resized.map(({ rel, width, url }) => ({
      rel,
      href: url,
      type: "image/png",
      sizes: `${width}x${width}`,
    })),
  ];
}

/** Returns a short hash of a file; `undefined` if it can't be read. */
function hashOf(file: string): string | undefined {
  try {
    return shortHash(readFileSync(file));
  } catch {
    return undefined;
  }
}

/** What makes an SVG depend on more than its file: other files, and the fonts of the machine. */
const dependsOnMore = /href|url\(|@import|<text/i;

/**
 * Returns the file that keeps a favicon of a width between builds, since loading sharp takes longer than many pages do.
 *
 * @returns `undefined` if the favicons are not kept.
 */
function keptIcons(source: string, hash: string): ((width: number) => string) | undefined {
  const folder = cacheFolder();
  if (!folder || (/\.svg$/i.test(source) && dependsOnMore.test(readFileSync(source, "utf8"))))
    return undefined;
  return (width) => path.join(folder, "icons", `${hash}-${width}.png`);
}

/**
 * Resizes an image to each of the missing sizes, or takes them from an earlier build.
 *
 * @param hash - The hash of the image, which is in the names of its sizes.
 */
async function resize(
  source: string,
  hash: string,
  missing: readonly { output: string; width: number }[],
  kept: ((width: number) => string) | undefined,
): Promise<[output: string, image: Buffer][]> {
  // If the image is deleted while the site is served, the old favicons stay.
  if (missing.length === 0 || !existsSync(source)) return [];
  // A new image has other names, which the next build has.
  if (hashOf(source) !== hash) return [];
  return Promise.all(
    missing.map(async ({ output, width }): Promise<[string, Buffer]> => {
      const make = async (): Promise<Buffer> => {
        const sharp = await loadSharp();
        return sharp(source).resize(width, width, { fit: "cover" }).png().toBuffer();
      };
      return [output, await keptImage(kept?.(width), make)];
    }),
  );
}
