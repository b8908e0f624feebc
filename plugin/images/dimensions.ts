import { readFileSync, statSync } from "node:fs";
import type { EleventyConfig } from "../eleventy/api.js";
import { publishedFrom, sourceOf } from "../eleventy/site-files.js";
import type { Site } from "../options/site.js";
import { isExternal } from "../utils/schema-values.js";

interface Size {
  width: number;
  height: number;
}

/**
 * Gives pictures of the site the size that they have, as Markdown can't, so that a page does not jump when they come.
 * Pictures with a size, at other hosts or of no known format stay as they are.
 */
export function addImageSizes(eleventyConfig: EleventyConfig, { pathPrefix }: Site): void {
  const known = new Map<string, Promise<Size | undefined>>();
  const sizeOf = (file: string): Promise<Size | undefined> => {
    const key = `${file} ${statSync(file).mtimeMs}`;
    const size = known.get(key) ?? measure(file);
    known.set(key, size);
    return size;
  };
  // Many pages show the same picture, such as that of who wrote them, and a build takes files as they are once.
  const ofBuild = new Map<string, Promise<Size | undefined>>();
  eleventyConfig.on("eleventy.before", () => ofBuild.clear());
  const sizeOfPicture = (src: string, url: string): Promise<Size | undefined> => {
    const key = src.startsWith("/") ? src : `${url} ${src}`;
    let size = ofBuild.get(key);
    if (!size) {
      const file = fileOf(eleventyConfig, src, url, pathPrefix);
      size = file ? sizeOf(file) : Promise.resolve(undefined);
      ofBuild.set(key, size);
    }
    return size;
  };
  eleventyConfig.addTransform("indigo-image-sizes", async function (content) {
    const { outputPath, url } = this.page;
    if (!url || !String(outputPath).endsWith(".html") || !content.includes("<img")) return content;
    let result = "";
    let end = 0;
    for (const { 0: tag, index } of content.matchAll(pictures)) {
      if (hasSize.test(tag)) continue;
      const size = await sizeOfPicture(srcOf(tag), url);
      if (!size) continue;
      result += content.slice(end, index);
      result += tag.replace(/\s*\/?>$/, ` width="${size.width}" height="${size.height}"$&`);
      end = index + tag.length;
    }
    return result + content.slice(end);
  });
}

/** The tags of pictures, whose values may hold a `>`. Those in a comment or a script are found as well, to no effect. */
const pictures = /<img\s(?:[^>"']|"[^"]*"|'[^']*')*>/g;

const hasSize = /\s(?:width|height)\s*=/;

const srcOf = (tag: string): string => /\ssrc="([^"]*)"/.exec(tag)?.[1]?.replaceAll("&amp;", "&") ?? "";

/** The file of the site that an address in a page means. */
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
    return sourceOf(eleventyConfig, name) ?? publishedFrom(eleventyConfig, name);
  } catch {
    // No address at all, which the browser will not find either.
    return undefined;
  }
}

/** The size at which a browser shows a picture, if the file says so. */
async function measure(file: string): Promise<Size | undefined> {
  if (/\.svg$/i.test(file)) return measureSvg(readFileSync(file, "utf8"));
  try {
    const { default: sharp } = await import("sharp");
    return (await sharp(file).metadata()).autoOrient;
  } catch {
    return undefined;
  }
}

/** A drawing without a size of its own is as wide as its place. */
function measureSvg(source: string): Size | undefined {
  const root = /<svg[^>]*>/.exec(source)?.[0] ?? "";
  const [width, height] = ["width", "height"].map((name) =>
    Number(new RegExp(`\\s${name}=["']([\\d.]+)(?:px)?["']`).exec(root)?.[1]),
  );
  return width && height ? { width: Math.round(width), height: Math.round(height) } : undefined;
}
