import { existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { BuildIndex } from "../content/index.js";
import type { EleventyConfig, HtmlNode, HtmlPage } from "../eleventy/api.js";
import { onBuildStart } from "../eleventy/build-start.js";
import { changeImages, checkImages } from "../eleventy/image-elements.js";
import { type FoundFile, findNamedFile } from "../eleventy/named-files.js";
import { isPageFile } from "../eleventy/page-files.js";
import type { ImageSettings } from "../options/markdown.js";
import type { Site } from "../options/site.js";
import { IndigoError, templateName } from "../utils/errors.js";
import { imageProblem } from "../utils/image-file.js";
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

  const prepared = new WeakMap<HtmlNode, string>();
  changeImages(eleventyConfig, async (image, page) => {
    const file = fileOf(image.attrs?.src, page);
    try {
      if (await prepareImage(image, file, metadataOf, input)) prepared.set(image, file ?? "");
    } catch (error) {
      if (!(error instanceof IndigoError)) throw error;
      throw new IndigoError(`${templateName(page.inputPath)} shows an image: ${error.problems.join(" ")}`);
    }
  });
  // The transform leaves an image that it could not read as it was, and keeps the reason to itself.
  checkImages(eleventyConfig, async (image, page) => {
    const file = prepared.get(image);
    if (file === undefined || image.tag !== "img" || !isPathOf(image.attrs?.src, file)) return;
    const problem = (await imageProblem(file)) ?? `${file} can't be resized.`;
    throw new IndigoError(`${templateName(page.inputPath)} shows an image: ${problem}`);
  });
  images.eleventyImageTransformPlugin(eleventyConfig, {
    widths: widths ?? [column, column * 2],
    formats: formats ?? ["webp", "auto"],
    urlPath: folder,
    outputDir: path.join(eleventyConfig.directories.output, folder),
    failOnError: false,
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
  onBuildStart(eleventyConfig, ({ outputMode }) => {
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
    const found: FoundFile[] = [
      // Relative to the template, whatever the page's URL.
      ...(bare.startsWith("/") ? [] : [besideTemplate(eleventyConfig, bare, page.inputPath)]),
      findNamedFile(eleventyConfig, { name: own, kinds: ["image"], isOption: true }),
    ];
    const file = found.find((each) => each.file)?.file?.from;
    if (file !== undefined || index.urls.has(own) || isPageFile(eleventyConfig, own)) return file;
    const refusal = found.find((each) => each.refusal !== undefined)?.refusal;
    throw new IndigoError(
      refusal === undefined
        ? `${templateName(page.inputPath)} shows an image that does not exist: "${src}".`
        : `${templateName(page.inputPath)} shows ${refusal}`,
    );
  };
}

/** Finds an image by its path from the folder of the template that shows it. */
function besideTemplate(eleventyConfig: EleventyConfig, name: string, inputPath: string): FoundFile {
  const { input } = eleventyConfig.directories;
  const folder = path.posix.dirname(inputPath);
  return findNamedFile(eleventyConfig, {
    name: path.posix.normalize(name),
    kinds: ["image"],
    folders: [],
    beside: { folder, to: path.posix.relative(input, folder), climbs: true },
  });
}

type MetadataReader = (file: string) => Promise<ImageMetadata>;

/** Returns a function that reads the metadata of an image file once a build. */
function metadataReader(eleventyConfig: EleventyConfig): MetadataReader {
  const cache = new Map<string, Promise<ImageMetadata>>();
  onBuildStart(eleventyConfig, () => cache.clear());
  return (file) => {
    const metadata = cache.get(file) ?? readMetadata(file);
    cache.set(file, metadata);
    return metadata;
  };
}

async function readMetadata(file: string): Promise<ImageMetadata> {
  const sharp = await loadSharp();
  try {
    // Only the head of the file is read, so that its pixels cost nothing yet.
    const { width, height, pages = 1 } = await sharp(file, { limitInputPixels: false }).metadata();
    return { width, height, pages };
  } catch {
    throw new IndigoError((await imageProblem(file)) ?? `${file} can't be read as an image.`);
  }
}

/** Returns whether a `src` is the path of this file. */
const isPathOf = (src: string | undefined, file: string): boolean =>
  src !== undefined && path.resolve(decodePath(src)) === path.resolve(file);

/**
 * Sets the `src` of an image to its file for the transform, or excludes the image and sets its size.
 *
 * @returns Whether the transform gets it.
 */
async function prepareImage(
  node: HtmlNode,
  file: string | undefined,
  metadataOf: MetadataReader,
  input: string,
): Promise<boolean> {
  const attributes = node.attrs ?? {};
  node.attrs = attributes;
  if (!file || attributes.class?.split(/\s+/).some((name) => themeClasses.includes(name))) {
    attributes["eleventy:ignore"] = "";
    return false;
  }
  // Where its files are written is not for a text to say, which may be somebody else's.
  delete attributes["eleventy:output"];
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
    return false;
  }
  const within = path.relative(input, file).split(path.sep);
  attributes.src = `/${within.map(encodeURIComponent).join("/")}`;
  return true;
}
