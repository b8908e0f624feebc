import path from "node:path";
import { pathToFileURL } from "node:url";
import type { BuildIndex } from "../content/index.js";
import type { EleventyConfig, HtmlNode, HtmlPage } from "../eleventy/api.js";
import { changeImages } from "../eleventy/image-elements.js";
import { publishedFrom, sourceOf } from "../eleventy/site-files.js";
import type { ImageSettings } from "../options/markdown.js";
import type { Site } from "../options/site.js";
import { IndigoError, templateName } from "../utils/errors.js";
import { classes } from "../utils/markup.js";
import { resolvePeer } from "../utils/peer-package.js";
import { isExternal } from "../utils/schema-values.js";

/** Where the sizes of a picture go, under names with a hash of what is in them. */
const folder = "/assets/pictures/";

/** Pictures of the theme's own, which are small and whose styles count on where they stand. */
const ownClasses: readonly string[] = [classes.selfie, classes.titleImage, classes.preview];

/** Kinds of files that a browser scales by itself or that move. */
const isLeft = (src: string): boolean => /\.(svg|gif|apng)$/i.test(src);

/** The transform of `@11ty/eleventy-img`, as far as it is used here. */
interface ImagePackage {
  eleventyImageTransformPlugin(eleventyConfig: EleventyConfig, options: Record<string, unknown>): void;
}

/** What is known of a picture's file. */
interface Facts {
  width: number;
  height: number;
  /** How many pictures it shows one after another. */
  pages: number;
}

/**
 * Offers browsers each picture of a page in several sizes and formats, made by `@11ty/eleventy-img`. Pictures of other
 * hosts, SVG and what moves stay as they are, as do those with the attribute `eleventy:ignore`.
 *
 * @throws IndigoError where that package is not there; in a build, where a page shows a picture that is not.
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
  const factsOf = metadataReader(eleventyConfig);
  const fileOf = imageFinder(eleventyConfig, pathPrefix, index);

  changeImages(eleventyConfig, (image, page) =>
    prepare(image, fileOf(image.attrs?.src, page), factsOf, input),
  );
  images.eleventyImageTransformPlugin(eleventyConfig, {
    widths: widths ?? [column, column * 2],
    formats: formats ?? ["webp", "auto"],
    urlPath: folder,
    outputDir: path.join(eleventyConfig.directories.output, folder),
    // The pages of a served site are those of a built one.
    transformOnRequest: false,
    // As turned as its camera says, which is how browsers show it and how wide and high it is said to be.
    fixOrientation: true,
    htmlOptions: {
      imgAttributes: { sizes: sizes ?? `(max-width: ${Math.round(column / 0.88)}px) 88vw, ${column}px` },
    },
  });
}

/**
 * Finds the file of a picture by its address, as it stands in a page; `undefined` for one that is at another host or that
 * a template makes.
 *
 * @throws IndigoError where there is none.
 */
function imageFinder(eleventyConfig: EleventyConfig, pathPrefix: string, index: BuildIndex) {
  return (src: string | undefined, page: HtmlPage): string | undefined => {
    if (!src || isExternal(src) || /^(data:|\/\/)/.test(src)) return undefined;
    const bare = decodeURI(src.replace(/[?#].*$/, ""));
    const url = path.posix.join("/", bare.startsWith("/") ? bare : path.posix.join(page.url || "/", bare));
    const own = url.startsWith(pathPrefix) ? `/${url.slice(pathPrefix.length)}` : url;
    const beside = path.join(path.dirname(page.inputPath), bare);
    const candidates = [
      // Beside its page, whatever the page's address.
      bare.startsWith("/")
        ? undefined
        : sourceOf(eleventyConfig, path.relative(eleventyConfig.directories.input, beside)),
      sourceOf(eleventyConfig, own.slice(1)),
      publishedFrom(eleventyConfig, own.slice(1)),
    ];
    const file = candidates.find((name) => name !== undefined);
    if (file || index.urls.has(own)) return file;
    throw new IndigoError(`${templateName(page.inputPath)} shows a picture that does not exist: "${src}".`);
  };
}

/** What is known of each picture's file, so that a picture on many pages is read once a build. */
type FactsOf = (file: string) => Promise<Facts>;

function metadataReader(eleventyConfig: EleventyConfig): FactsOf {
  const known = new Map<string, Promise<Facts>>();
  eleventyConfig.on("eleventy.before", () => known.clear());
  return (file) => {
    const facts = known.get(file) ?? read(file);
    known.set(file, facts);
    return facts;
  };
}

async function read(file: string): Promise<Facts> {
  const { default: sharp } = await import("sharp");
  try {
    const { width, height, pages = 1 } = await sharp(file).metadata();
    return { width, height, pages };
  } catch {
    throw new IndigoError(`${file} is no picture that can be read.`);
  }
}

/** Tells the transform where a picture's file is, or to leave it as it is, with its size, so that nothing shifts. */
async function prepare(
  node: HtmlNode,
  file: string | undefined,
  factsOf: FactsOf,
  input: string,
): Promise<void> {
  const attributes = node.attrs ?? {};
  node.attrs = attributes;
  if (!file || attributes.class?.split(/\s+/).some((name) => ownClasses.includes(name))) {
    attributes["eleventy:ignore"] = "";
    return;
  }
  const { width, height, pages } = await factsOf(file);
  // Without an alternative text the transform would fail; it is the author's to write.
  if (isLeft(file) || pages > 1 || attributes.alt === undefined || "eleventy:ignore" in attributes) {
    attributes["eleventy:ignore"] = "";
    if (attributes.width === undefined && attributes.height === undefined)
      Object.assign(attributes, { width: String(width), height: String(height) });
    return;
  }
  const within = path.relative(input, file).split(path.sep);
  attributes.src = `/${within.map(encodeURIComponent).join("/")}`;
}
