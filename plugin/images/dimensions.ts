import { readFileSync, statSync } from "node:fs";
import type { EleventyConfig } from "../eleventy/api.js";
import { sourceOfFile } from "../eleventy/named-files.js";
import type { Site } from "../options/site.js";
import { isExternal } from "../utils/schema-values.js";

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
  eleventyConfig.on("eleventy.before", () => bySrc.clear());
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
    for (const { 0: tag, index } of content.matchAll(imageTags)) {
      if (hasSize.test(tag)) continue;
      const size = await sizeOfImage(srcOf(tag), url);
      if (!size) continue;
      result += content.slice(end, index);
      result += tag.replace(/\s*\/?>$/, ` width="${size.width}" height="${size.height}"$&`);
      end = index + tag.length;
    }
    return result + content.slice(end);
  });
}

/** Image tags. Attribute values may contain `>`. Also matches tags in comments and scripts, which is harmless. */
const imageTags = /<img\s(?:[^>"']|"[^"]*"|'[^']*')*>/g;

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
    const { default: sharp } = await import("sharp");
    return (await sharp(file, { limitInputPixels: false }).metadata()).autoOrient;
  } catch {
    return undefined;
  }
}

/** Returns the size of an SVG; `undefined` if it has none and so fills its container. */
function measureSvg(source: string): Size | undefined {
  const root = /<svg[^>]*>/.exec(source)?.[0] ?? "";
  const [width, height] = ["width", "height"].map((name) =>
    Number(new RegExp(`\\s${name}=["']([\\d.]+)(?:px)?["']`).exec(root)?.[1]),
  );
  return width && height ? { width: Math.round(width), height: Math.round(height) } : undefined;
}
