import { existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { BuildIndex } from "../content/index.js";
import type { EleventyConfig, HtmlNode, HtmlPage } from "../eleventy/api.js";
import { changeImages } from "../eleventy/image-elements.js";
import { publishedFrom, sourceOf } from "../eleventy/site-files.js";
import type { ImageSettings } from "../options/markdown.js";
import type { Site } from "../options/site.js";
import { IndigoError, templateName } from "../utils/errors.js";
import { loadSharp } from "../utils/load-sharp.js";
import { classes } from "../utils/markup.js";
import { resolvePeer } from "../utils/peer-package.js";
import { isExternal } from "../utils/schema-values.js";
import { decodePath } from "../utils/urls.js";
import { isWholeImage } from "../utils/whole-image.js";

/** The folder of resized images in the output. Their names contain a hash of their content. */
const folder = "/assets/pictures/";

/** Images in the theme's own markup, which are small, and whose styles depend on their parent element. */
const themeClasses: readonly string[] = [classes.selfie, classes.titleImage, classes.preview];

/** Returns whether a file is a vector image, or may be animated, and so is not resized. */
const isVectorOrAnimated = (src: string): boolean => /\.(svg|gif|apng)$/i.test(src);

/** The part of `@11ty/eleventy-img` that is used here. */
interface ImagePackage {
  eleventyImageTransformPlugin(eleventyConfig: EleventyConfig, options: Record<string, unknown>): void;
}

/** The metadata of an image file. */
interface ImageMetadata {
  width: number;
  height: number;
  /** Number of frames. */
  pages: number;
}

/**
 * Replaces each image of a page by responsive images in several sizes and formats, with `@11ty/eleventy-img`. Images at
 * other hosts, SVG, animated images and those with the attribute `eleventy:ignore` do not change.
 *
 * @throws IndigoError if that package is not installed; during the build, if a page shows a missing image.
 */
export async function addResponsiveImages(
  eleventyConfig: EleventyConfig,
  { pathPrefix, width }: Site,
  index: BuildIndex,
  { widths, formats, sizes }: ImageSettings,
): Promise<void> {
  const file = pathToFileURL(resolvePeer("images", "@11ty/eleventy-img")).href;
  const { default: images } = (await import(file)) as { default: ImagePackage };
  const column = width === "large" ? 810 : 560;
  const { input } = eleventyConfig.directories;
  const metadataOf = metadataReader(eleventyConfig);
  removeIncomplete(eleventyConfig);
  const fileOf = imageFinder(eleventyConfig, pathPrefix, index);

  changeImages(eleventyConfig, (image, page) =>
    prepareImage(image, fileOf(image.attrs?.src, page), metadataOf, input),
  );
  images.eleventyImageTransformPlugin(eleventyConfig, {
    widths: widths ?? [column, column * 2],
    formats: formats ?? ["webp", "auto"],
    urlPath: folder,
    outputDir: path.join(eleventyConfig.directories.output, folder),
    // A served site has the same pages as a built one.
    transformOnRequest: false,
    // Applies the EXIF orientation, as browsers do, so that width and height are right.
    fixOrientation: true,
    htmlOptions: {
      imgAttributes: { sizes: sizes ?? `(max-width: ${Math.round(column / 0.88)}px) 88vw, ${column}px` },
    },
  });
}

/** Removes resized images that a stopped build left incomplete, since the transform keeps every file that exists. */
function removeIncomplete(eleventyConfig: EleventyConfig): void {
  eleventyConfig.on("eleventy.before", ({ outputMode }) => {
    const output = path.join(eleventyConfig.directories.output, folder);
    if (outputMode !== "fs" || !existsSync(output)) return;
    for (const name of readdirSync(output)) {
      const file = path.join(output, name);
      if (isImage.test(name) && !isWholeImage(file)) rmSync(file, { force: true });
    }
  });
}

const isImage = /\.(png|jpe?g|webp|avif|gif)$/i;

/**
 * Returns a function that finds the file of an image by the `src` in a page. It returns `undefined` for an image at another
 * host, or one that a template writes.
 *
 * @throws IndigoError if the image does not exist.
 */
function imageFinder(eleventyConfig: EleventyConfig, pathPrefix: string, index: BuildIndex) {
  return (src: string | undefined, page: HtmlPage): string | undefined => {
    if (!src || isExternal(src) || /^(data:|\/\/)/.test(src)) return undefined;
    const bare = decodePath(src.replace(/[?#].*$/, ""));
    const url = path.posix.join("/", bare.startsWith("/") ? bare : path.posix.join(page.url || "/", bare));
    const own = url.startsWith(pathPrefix) ? `/${url.slice(pathPrefix.length)}` : url;
    const sibling = path.join(path.dirname(page.inputPath), bare);
    const candidates = [
      // Relative to the template, whatever the page's URL.
      bare.startsWith("/")
        ? undefined
        : sourceOf(eleventyConfig, path.relative(eleventyConfig.directories.input, sibling)),
      sourceOf(eleventyConfig, own.slice(1)),
      publishedFrom(eleventyConfig, own.slice(1)),
    ];
    const file = candidates.find((name) => name !== undefined);
    if (file || index.urls.has(own)) return file;
    throw new IndigoError(`${templateName(page.inputPath)} shows an image that does not exist: "${src}".`);
  };
}

type MetadataReader = (file: string) => Promise<ImageMetadata>;

/** Returns a function that reads the metadata of an image file once a build. */
function metadataReader(eleventyConfig: EleventyConfig): MetadataReader {
  const cache = new Map<string, Promise<ImageMetadata>>();
  eleventyConfig.on("eleventy.before", () => cache.clear());
  return (file) => {
    const metadata = cache.get(file) ?? readMetadata(file);
    cache.set(file, metadata);
    return metadata;
  };
}

async function readMetadata(file: string): Promise<ImageMetadata> {
  const sharp = await loadSharp();
  try {
    const { width, height, pages = 1 } = await sharp(file).metadata();
    return { width, height, pages };
  } catch {
    throw new IndigoError(
      `${file} can't be read as an image. It may be damaged, or in an unsupported format.`,
    );
  }
}

/** Sets the `src` of an image to its file for the transform, or excludes the image and sets its size. */
async function prepareImage(
  node: HtmlNode,
  file: string | undefined,
  metadataOf: MetadataReader,
  input: string,
): Promise<void> {
  const attributes = node.attrs ?? {};
  node.attrs = attributes;
  if (!file || attributes.class?.split(/\s+/).some((name) => themeClasses.includes(name))) {
    attributes["eleventy:ignore"] = "";
    return;
  }
  const { width, height, pages } = await metadataOf(file);
  // The transform would fail for an image without `alt`, which only the author can add.
  if (
    isVectorOrAnimated(file) ||
    pages > 1 ||
    attributes.alt === undefined ||
    "eleventy:ignore" in attributes
  ) {
    attributes["eleventy:ignore"] = "";
    if (attributes.width === undefined && attributes.height === undefined)
      Object.assign(attributes, { width: String(width), height: String(height) });
    return;
  }
  const within = path.relative(input, file).split(path.sep);
  attributes.src = `/${within.map(encodeURIComponent).join("/")}`;
}
