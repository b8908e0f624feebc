import path from "node:path";
import { DateTime } from "luxon";
import type { Collections } from "./collections.js";
import { postMoment } from "./dates.js";
import { applyDefaults } from "./defaults.js";
import { type DocumentSettings, readDocument } from "./documents.js";
import { type FileName, listOf, readFileName } from "./file-names.js";
import { outputExtension } from "./output-extension.js";
import { filledPermalink, pagePermalink, postPermalink, withFile } from "./permalink.js";

/** The settings that the URLs of a site depend on. */
export interface UrlSettings extends DocumentSettings {
  collections: Collections;
}

/** The URL of a file, and the date of a post. */
export interface FileUrl {
  url: string;
  file: string;
  date: DateTime | undefined;
}

/**
 * Returns the URL that Jekyll gives a page or post.
 *
 * @param file - Path relative to the input folder.
 * @param own - Its front matter.
 * @returns Undefined for a file that Jekyll does not publish.
 */
export function fileUrl(
  file: string,
  own: Readonly<Record<string, unknown>>,
  settings: UrlSettings,
): FileUrl | undefined {
  const { collections } = settings;
  const found = collections.find(file);
  if (found) {
    const document = readDocument(found, own, settings, DateTime.now());
    return document?.isWritten ? { url: document.path, file, date: undefined } : undefined;
  }
  const name = readFileName(collections.relative(file));
  if (!name || name.type === "drafts") return undefined;
  if (name.type === "posts" && !collections.hasPost(file)) return undefined;
  const data: Record<string, unknown> = { ...own };
  const isPost = name.type === "posts";
  const scoped = isPost ? { path: collections.relative(file), base: collections.base } : { path: file };
  applyDefaults(data, { ...scoped, type: name.type }, settings.defaults);
  const published = name.type === "posts" ? data.published : own.published;
  if (published === false || published === null) return undefined;
  const pattern = settings.permalink ?? "date";
  if (name.type === "pages") return { url: pageUrl(file, data.permalink, pattern), file, date: undefined };
  const date = postMoment(data.date, file, settings.timeZone);
  if (!date || (!settings.future && date.toMillis() > Date.now())) return undefined;
  const postPattern =
    typeof data.permalink === "string" ? data.permalink : (collections.posts.permalink ?? pattern);
  const { slug, categories } = slugAndCategories(data, name);
  return { url: postPermalink(postPattern, { date, slug, categories, ...postPlace(name) }), file, date };
}

/** Returns what the placeholders `:collection`, `:path` and `:name` stand for in the URL of a post. */
export const postPlace = ({ name }: FileName): { collection: string; path: string } => ({
  collection: "posts",
  path: name,
});

function slugAndCategories(data: Readonly<Record<string, unknown>>, name: FileName) {
  const categories = [...new Set([...name.categories, ...listOf(data.category, data.categories)])];
  return { slug: String(data.slug ?? name.slug), categories };
}

/** The extensions of pages in HTML. */
const htmlExtension = /^\.(html|htm|xhtml)$/;

/**
 * Returns the URL of a page or text file.
 *
 * @param file - Path relative to the input folder.
 * @param permalink - The value in its front matter.
 * @param pattern - The pattern of posts, which pages follow in how their URLs end.
 */
export function pageUrl(file: string, permalink: unknown, pattern: string): string {
  const extension = path.posix.extname(file);
  const stem = `/${file.slice(0, file.length - extension.length)}`;
  const output = outputExtension(extension);
  if (typeof permalink === "string") {
    // A permalink with Liquid is rendered by Eleventy.
    const own = permalink.includes("{") ? permalink : filledPermalink(permalink, file, output);
    return withIndex(withFile(own, output), output);
  }
  return htmlExtension.test(output) ? withIndex(pagePermalink(pattern, stem, output), output) : stem + output;
}

/** Adds the file name to the URL of a folder, unless it is `index.html`, which servers find without it. */
const withIndex = (url: string, output: string): string =>
  url.endsWith("/") && output !== ".html" ? `${url}index${output}` : url;
