import path from "node:path";
import { plainColors } from "../appearance/index.js";
import type { EleventyConfig } from "../eleventy/api.js";
import { onBuildStart } from "../eleventy/build-start.js";
import { isServed } from "../eleventy/run-mode.js";
import { isFile } from "../eleventy/site-files.js";
import { warnerOnce } from "../eleventy/warnings.js";
import {
  NotDrawn,
  openImageStore,
  portraitReader,
  prepareDrawing,
  Ruler,
  shareImageFonts,
  shareImageHeight,
  shareImageWidth,
} from "../images/index.js";
import type { Editions } from "../site/index.js";
import type { RenderPartial } from "../templates/partials.js";
import { IndigoError, reasonOf, templateName } from "../utils/errors.js";
import type { PageImage } from "./share-image-facts.js";
import { withoutImage } from "./without-image.js";

/** The template of the images. */
const partial = "indigo/parts/share-image.njk";

/** The image of a shared link that the build draws. */
export interface DrawnImage {
  /** URL from the site's root. */
  url: string;
  width: number;
  height: number;
  type: string;
  /** Alternative text. */
  alt: string;
}

/** A page with such an image. */
export interface ImagePage {
  url: string;
  inputPath: string;
  /** Full URL of the image that it has otherwise. */
  fallback: string | undefined;
}

/**
 * Returns the drawn image of a page, which the build makes before it writes the page; undefined if its template can't be
 * used.
 */
export type DrawImage = (image: PageImage, page: ImagePage) => DrawnImage | undefined;

/** An image that a page waits for. */
interface Waiting extends ImagePage {
  image: string;
  make(): Promise<void>;
}

/**
 * Draws images of shared links. They are rasterized when pages are written; a page whose image can't be drawn has the
 * site's. While the site is served, they are made after the pages, which nobody shares.
 */
export function addDrawnImages(
  eleventyConfig: EleventyConfig,
  editions: Editions,
  renderPartial: RenderPartial,
): DrawImage | undefined {
  const { site, data } = editions.main;
  if (!site.shareImages) return undefined;
  const warn = warnerOnce(eleventyConfig);
  if (!site.url) {
    warn('the option "shareImages" needs the option "url", since networks load images by their full URL.');
    return undefined;
  }
  const { appearance } = data.indigo;
  const stackOf = (name: string): string => appearance.tokens[name]?.value ?? "";
  const fonts = shareImageFonts(eleventyConfig, site, {
    text: stackOf("font-sans"),
    heading: stackOf("font-heading"),
  });
  const portraitOf = portraitReader(eleventyConfig);
  const store = openImageStore(eleventyConfig);
  const ruler = new Ruler();
  const waiting = new Map<string, Waiting>();
  const problems = new Map<string, Set<string>>();
  let writesFiles = true;
  let colors: Awaited<ReturnType<typeof plainColors>>;
  onBuildStart(eleventyConfig, async ({ outputMode }) => {
    writesFiles = outputMode === "fs";
    waiting.clear();
    problems.clear();
    colors ??= await plainColors(appearance);
  });

  const own = path.posix.join(eleventyConfig.directories.includes, partial);
  const note = (error: unknown, inputPath: string): void => {
    const text = String((error as Error).message).replace(/\s+/g, " ");
    const file = isFile(own) ? templateName(own) : `the theme's ${partial}`;
    const isOfTemplate = !(error instanceof NotDrawn) || error.isOfTemplate;
    const reason = isOfTemplate ? `${file} can't be used, since ${text}` : text;
    problems.set(reason, (problems.get(reason) ?? new Set()).add(templateName(inputPath)));
  };
  /** Returns whether an image is in the output. */
  const isMade = async ({ make, inputPath }: Waiting): Promise<boolean> => {
    try {
      await make();
      return true;
    } catch (error) {
      if (!(error instanceof NotDrawn)) throw error;
      note(error, inputPath);
      return false;
    }
  };
  eleventyConfig.addTransform("indigo-share-images", async function (content) {
    const page = this.page.url === false ? undefined : waiting.get(this.page.url);
    if (!page || !writesFiles || isServed() || !content.includes(page.image)) return content;
    return (await isMade(page)) ? content : withoutImage(content, page.image, page.fallback);
  });
  eleventyConfig.on("eleventy.after", async ({ incremental }) => {
    const report = (): void => {
      for (const [reason, pages] of problems) warn(problemText(reason, [...pages]));
      problems.clear();
    };
    if (isServed() && writesFiles) {
      const pages = [...waiting.values()];
      // One after the other, so that the next build does not wait for them.
      void (async () => {
        for (const page of pages) await isMade(page);
        report();
      })().catch((error) => warn(`an image for shared links can't be written: ${reasonOf(error)}`));
      return;
    }
    report();
    if (!incremental) await store.tidy();
  });

  return ({ picture, ...facts }, page) => {
    try {
      const drawing = prepareDrawing(
        { ...facts, color: colors, font: fonts.families },
        picture === undefined ? undefined : portraitOf(picture),
        (context) => renderPartial(partial, context),
        ruler,
        fonts.hash,
      );
      const name = `share-${drawing.hash}.png`;
      const url = `/assets/${name}`;
      const image = editions.absoluteUrl(url);
      waiting.set(page.url, { ...page, image, make: () => store.provide(name, () => drawing.toPng()) });
      return { url, width: shareImageWidth, height: shareImageHeight, type: "image/png", alt: facts.title };
    } catch (error) {
      if (error instanceof IndigoError) throw error;
      note(error, page.inputPath);
      return undefined;
    }
  };
}

function problemText(reason: string, [first = "", ...others]: readonly string[]): string {
  const pages = others.length > 0 ? `${first} and ${others.length} more have` : `${first} has`;
  return `${pages} the site's image for shared links, not a drawn one: ${reason}.`;
}
