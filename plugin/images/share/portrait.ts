import { readFileSync } from "node:fs";
import type { EleventyConfig } from "../../eleventy/api.js";
import { onBuildStart } from "../../eleventy/build-start.js";
import { sourceOfImage } from "../../eleventy/named-files.js";
import { shortHash } from "../../utils/hash.js";
import { loadSharp } from "../../utils/load-sharp.js";
import { lazy, memoize } from "../../utils/memoize.js";
import { isExternal } from "../../utils/schema-values.js";
import { decodePath } from "../../utils/urls.js";

/** Side of the square in pixels: that of the largest portrait in the theme's images. */
const side = 320;

/** The portrait of an image. */
export interface Portrait {
  /** A hash of its file. */
  hash: string;
  /** Returns a URL that starts with `data:`; `undefined` if the file is no image. */
  load(): Promise<string | undefined>;
}

/** Returns a function that finds a portrait by a path of the site. Those at other hosts are not loaded. */
export function portraitReader(eleventyConfig: EleventyConfig): (image: string) => Portrait | undefined {
  const find = (image: string): Portrait | undefined => {
    const file = isExternal(image)
      ? undefined
      : sourceOfImage(eleventyConfig, decodePath(image.replace(/^\//, "")));
    const bytes = file === undefined ? undefined : bytesOf(file);
    return bytes && file !== undefined
      ? { hash: shortHash(bytes), load: lazy(() => dataUrl(file)) }
      : undefined;
  };
  let known = memoize(find);
  onBuildStart(eleventyConfig, () => {
    known = memoize(find);
  });
  return (image) => known(image);
}

function bytesOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

async function dataUrl(file: string): Promise<string | undefined> {
  const sharp = await loadSharp();
  try {
    const image = await sharp(file)
      .autoOrient()
      .resize(side, side, { fit: "cover" })
      .flatten({ background: "#fff" })
      .jpeg({ quality: 90 })
      .toBuffer();
    return `data:image/jpeg;base64,${image.toString("base64")}`;
  } catch {
    // The favicon is made of the same file, and says what is wrong.
    return undefined;
  }
}
