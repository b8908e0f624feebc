import path from "node:path";
import type { DateTime } from "luxon";
import type { FrontMatterDefault } from "../options/front-matter-defaults.js";
import { postMoment } from "./dates.js";
import { applyDefaults } from "./defaults.js";
import { type FileName, listOf, readFileName } from "./documents.js";
import { pagePermalink, postPermalink, withFile } from "./permalink.js";

/** The settings that the URLs of a site depend on. */
export interface UrlSettings {
  /** IANA time zone of the site. */
  timeZone: string;
  /** The key `permalink` of `_config.yml`. Default: `date`. */
  permalink?: string | undefined;
  defaults: readonly FrontMatterDefault[];
  /** Whether posts with a date in the future are published. */
  future: boolean;
}

/** The URL of a file, and the date of a post. */
export interface FileUrl {
  url: string;
  file: string;
  date: DateTime | undefined;
}

/** Extensions that Jekyll converts, to those of its output. */
const outputExtensions: Readonly<Record<string, string>> = {
  ".md": ".html",
  ".markdown": ".html",
  ".mkd": ".html",
  ".mkdn": ".html",
  ".mkdown": ".html",
  ".scss": ".css",
  ".sass": ".css",
  ".coffee": ".js",
};

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
  const name = readFileName(file);
  if (!name || name.type === "drafts") return undefined;
  const data: Record<string, unknown> = { ...own };
  applyDefaults(data, { path: file, type: name.type }, settings.defaults);
  const published = name.type === "posts" ? data.published : own.published;
  if (published === false || published === null) return undefined;
  const pattern = settings.permalink ?? "date";
  if (name.type === "pages") return { url: pageUrl(file, data.permalink, pattern), file, date: undefined };
  const date = postMoment(data.date, file, settings.timeZone);
  if (!date || (!settings.future && date.toMillis() > Date.now())) return undefined;
  const postPattern = typeof data.permalink === "string" ? data.permalink : pattern;
  return { url: postPermalink(postPattern, { date, ...slugAndCategories(data, name) }), file, date };
}

function slugAndCategories(data: Readonly<Record<string, unknown>>, name: FileName) {
  const categories = [...new Set([...name.categories, ...listOf(data.category, data.categories)])];
  return { slug: String(data.slug ?? name.slug), categories };
}

function pageUrl(file: string, permalink: unknown, pattern: string): string {
  const extension = path.posix.extname(file);
  const stem = `/${file.slice(0, file.length - extension.length)}`;
  const output = outputExtensions[extension.toLowerCase()] ?? extension;
  if (typeof permalink === "string" && !permalink.includes(":"))
    return withFile(`/${permalink}`.replaceAll(/\/{2,}/g, "/"));
  return output === ".html" ? pagePermalink(pattern, stem) : stem + output;
}
