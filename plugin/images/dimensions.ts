import { readFileSync, statSync } from "node:fs";
import type { EleventyConfig } from "../eleventy/api.js";
import { onBuildStart } from "../eleventy/build-start.js";
import { sourceOfFile } from "../eleventy/named-files.js";
import type { Site } from "../options/site.js";
import { loadSharp } from "../utils/load-sharp.js";
import { isExternal } from "../utils/schema-values.js";
import { Search, withoutTrailing } from "../utils/search.js";

interface Size {
  width: number;
  height: number;
}

/**
 * Adds `width` and `height` to images of the site, which Markdown can't, so that layouts do not shift while they load.
 * Images with a size, at other hosts or in an unknown format do not change.
 */
export function addImageSizes(eleventyConfig: EleventyConfig, { pathPrefix }: Site): void {
  const byFile = new Map<string, Promise<Size | undefined>>();
  const sizeOf = (file: string): Promise<Size | undefined> => {
    const key = `${file} ${statSync(file).mtimeMs}`;
    const size = byFile.get(key) ?? measure(file);
    byFile.set(key, size);
    return size;
  };
  // A second cache by URL, since many pages show the same image, and files do not change during a build.
  const bySrc = new Map<string, Promise<Size | undefined>>();
  onBuildStart(eleventyConfig, () => bySrc.clear());
  const sizeOfImage = (src: string, url: string): Promise<Size | undefined> => {
    const key = src.startsWith("/") ? src : `${url} ${src}`;
    let size = bySrc.get(key);
    if (!size) {
      const file = fileOf(eleventyConfig, src, url, pathPrefix);
      size = file ? sizeOf(file) : Promise.resolve(undefined);
      bySrc.set(key, size);
    }
    return size;
  };
  eleventyConfig.addTransform("indigo-image-sizes", async function (content) {
    const { outputPath, url } = this.page;
    if (!url || !String(outputPath).endsWith(".html") || !content.includes("<img")) return content;
    let result = "";
    let end = 0;
    for (const { tag, index } of imageTags(content)) {
      if (hasSize.test(tag)) continue;
      const size = await sizeOfImage(srcOf(tag), url);
      if (!size) continue;
      result += content.slice(end, index);
      const last = withoutTrailing(withoutTrailing(tag.slice(0, -1), "/"), /\s/).length;
      result += `${tag.slice(0, last)} width="${size.width}" height="${size.height}"${tag.slice(last)}`;
      end = index + tag.length;
    }
    return result + content.slice(end);
  });
}

/** Returns image tags. Attribute values may contain `>`. Also returns tags in comments and scripts, which is harmless. */
function imageTags(html: string): { tag: string; index: number }[] {
  const tags: { tag: string; index: number }[] = [];
  const search = new Search(html);
  let end = 0;
  for (const { index } of html.matchAll(/<img\s/g)) {
    if (index < end) continue;
    end = tagEnd(search, index);
    if (end > html.length) end = 0;
    else tags.push({ tag: html.slice(index, end), index });
  }
  return tags;
}

/** The most quoted values of a tag: more than any has. Quotes that nothing closes would be followed to the end of the page. */
const maxValues = 100;

/** Returns the end of a tag, infinite if nothing closes the tag or a quote in it. */
function tagEnd(search: Search, start: number): number {
  let at = start;
  for (let values = 0; values < maxValues; values += 1) {
    const close = search.next(">", at);
    const [double, single] = [search.next('"', at), search.next("'", at)];
    if (close.start <= Math.min(double.start, single.start)) return close.end;
    const isDouble = double.start < single.start;
    at = search.next(isDouble ? '"' : "'", isDouble ? double.end : single.end).end;
    if (!Number.isFinite(at) || !Number.isFinite(close.start)) break;
  }
  return Number.POSITIVE_INFINITY;
}

const hasSize = /\s(?:width|height)\s*=/;

const srcOf = (tag: string): string => /\ssrc="([^"]*)"/.exec(tag)?.[1]?.replaceAll("&amp;", "&") ?? "";

/** Returns the file of the site that a URL in a page refers to. */
function fileOf(
  eleventyConfig: EleventyConfig,
  src: string,
  url: string,
  prefix: string,
): string | undefined {
  if (src === "" || isExternal(src) || /^(\/\/|data:)/.test(src)) return undefined;
  try {
    const { pathname } = new URL(src, `http://localhost${prefix}${url.slice(1)}`);
    const name = decodeURIComponent(pathname.startsWith(prefix) ? pathname.slice(prefix.length) : pathname);
    return sourceOfFile(eleventyConfig, { name, kinds: ["image"], isOption: true });
  } catch {
    // Not a valid URL, which browsers can't load either.
    return undefined;
  }
}

/** Returns the size at which browsers show an image, if the file has one. */
async function measure(file: string): Promise<Size | undefined> {
  if (/\.svg$/i.test(file)) return measureSvg(readFileSync(file, "utf8"));
  try {
    const sharp = await loadSharp();
    return (await sharp(file, { limitInputPixels: false }).metadata()).autoOrient;
  } catch {
    return undefined;
  }
}

/** Returns the size of an SVG; `undefined` if it has none and so fills its container. */
function measureSvg(source: string): Size | undefined {
  const start = source.indexOf("<svg");
  const root = start < 0 ? "" : source.slice(start, source.indexOf(">", start) + 1);
  const [width, height] = ["width", "height"].map((name) =>
    Number(new RegExp(`\\s${name}=["']([\\d.]+)(?:px)?["']`).exec(root)?.[1]),
  );
  return width && height ? { width: Math.round(width), height: Math.round(height) } : undefined;
}
