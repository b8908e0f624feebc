import type { BuildIndex } from "../content/index.js";
import type { EleventyConfig } from "../eleventy/api.js";
import type { Site } from "../options/site.js";
import { addImageSizes } from "./dimensions.js";

export * from "./share/index.js";
export { type ShareImage, shareImages } from "./share-images.js";

/**
 * Adds width and height to images and, with the option `images`, creates responsive images.
 *
 * @throws IndigoError if the option needs a package that is not installed.
 */
export async function addImages(
  eleventyConfig: EleventyConfig,
  site: Site,
  index: BuildIndex,
): Promise<void> {
  const { images } = site.writing;
  if (images) {
    const { addResponsiveImages } = await import("./responsive.js");
    await addResponsiveImages(eleventyConfig, site, index, images === true ? {} : images);
  }
  addImageSizes(eleventyConfig, site);
}
