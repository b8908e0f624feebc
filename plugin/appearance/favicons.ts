import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { EleventyConfig } from "../eleventy/api.js";
import { copyToOutput, rootUrl, sourceOf } from "../eleventy/site-files.js";
import { warner } from "../eleventy/warnings.js";
import type { Site } from "../options/site.js";
import { writeAtomically } from "../utils/atomic-write.js";
import { shortHash } from "../utils/hash.js";
import { isExternal } from "../utils/schema-values.js";
import type { Appearance } from "./appearance.js";
import type { Favicon } from "./favicon.js";
import { letterFavicon } from "./letter-favicon.js";

/** Where browsers look for an icon that no page names. */
const usual = "favicon.ico";

/** Pixels of the pictures that are made: for tabs, for the home screen of a telephone, and for all that is larger. */
const sizes = { icon: [32, 192], "apple-touch-icon": [180] } as const;

/**
 * Has the site's icon made in the sizes that browsers ask for, as square PNG, from `icon` or else `picture`.
 *
 * @returns What the head links to. An SVG is offered as it is too; a picture at another host only as it is. Without a
 * picture there is nothing where the site has a file of the name that browsers ask for by themselves, which is copied;
 * else a letter, so that they do not ask for what is not there.
 */
export async function addFavicons(
  eleventyConfig: EleventyConfig,
  site: Site,
  appearance: Appearance,
): Promise<Favicon[]> {
  const file = site.icon ?? site.picture;
  if (file === undefined) {
    if (!sourceOf(eleventyConfig, usual)) return letterFavicon(eleventyConfig, site, appearance);
    copyToOutput(eleventyConfig, usual, usual);
    return [];
  }
  const source = isExternal(file) ? undefined : sourceOf(eleventyConfig, file);
  if (source === undefined) return [{ rel: "icon", href: rootUrl(file) }];
  const hash = hashOf(source);
  const made = Object.entries(sizes).flatMap(([rel, widths]) =>
    widths.map((width) => {
      const url = `/assets/icon-${hash}-${width}.png`;
      const output = path.join(eleventyConfig.directories.output, url);
      return { rel: rel as Favicon["rel"], width, url, output };
    }),
  );
  // The name of an output holds the content's hash, so that what is there is right, and was made of what can be read.
  const isMissing = ({ output }: { output: string }): boolean => !existsSync(output);
  if (!hash || (made.some(isMissing) && !(await isReadable(source)))) {
    warner(eleventyConfig)(`${source} can't be made into icons: it is no picture that is understood.`);
    return [{ rel: "icon", href: rootUrl(file) }];
  }
  // Pictures are made in threads of their own, while the pages are.
  let pictures: Promise<[output: string, picture: Buffer][]> | undefined;
  eleventyConfig.on("eleventy.before", () => {
    pictures = resized(source, made.filter(isMissing));
    // What it fails of is said when the pages are there.
    pictures.catch(() => {});
  });
  eleventyConfig.on("eleventy.after", async () => {
    for (const [output, picture] of (await pictures) ?? []) await writeAtomically(output, picture);
  });
  return [
    ...(/\.svg$/i.test(file) ? [{ rel: "icon", href: rootUrl(file), type: "image/svg+xml" } as const] : []),
    ...made.map(({ rel, width, url }) => ({ rel, href: url, type: "image/png", sizes: `${width}x${width}` })),
  ];
}

/** A short hash of a file; `undefined` where it may not be read. */
function hashOf(file: string): string | undefined {
  try {
    return shortHash(readFileSync(file));
  } catch {
    return undefined;
  }
}

/** Loaded only where there is a picture: it takes a while. */
const loadSharp = async () => (await import("sharp")).default;

async function isReadable(source: string): Promise<boolean> {
  try {
    const sharp = await loadSharp();
    return Boolean((await sharp(source).metadata()).width);
  } catch {
    return false;
  }
}

/** The picture in each of the sizes that are missing. */
async function resized(
  source: string,
  missing: readonly { output: string; width: number }[],
): Promise<[output: string, picture: Buffer][]> {
  // While a site is served a picture may go; what is shown of it is the old one, until it is back.
  if (missing.length === 0 || !existsSync(source)) return [];
  const sharp = await loadSharp();
  return Promise.all(
    missing.map(async ({ output, width }) => [
      output,
      await sharp(source).resize(width, width, { fit: "cover" }).png().toBuffer(),
    ]),
  );
}
