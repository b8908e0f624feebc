import path from "node:path";
import { DateTime } from "luxon";
import {
  applyDefaults,
  dayOf,
  listOf,
  pagePermalink,
  postPermalink,
  readFileName,
  withFile,
} from "../../jekyll/index.js";
import type { JekyllSite } from "./jekyll-site.js";

/** A URL of the Jekyll site, and its source file. */
export interface JekyllUrl {
  url: string;
  file: string;
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
 * Returns the URLs of all pages and posts of a Jekyll site, computed from its files without Jekyll. The new site is
 * validated against them.
 */
export function jekyllUrls({ documents, settings, isExcluded }: JekyllSite): JekyllUrl[] {
  const { options, values } = settings;
  const zone = options.timeZone ?? "UTC";
  const pattern = options.permalink ?? "date";
  const urls = new Map<string, JekyllUrl>();
  for (const [file, document] of documents) {
    if (isExcluded(file)) continue;
    const name = readFileName(file);
    if (!name || name.type === "drafts") continue;
    const data = { ...document.data };
    applyDefaults(data, { path: file, type: name.type }, values.defaults ?? []);
    if (data.published === false) continue;
    let url: string;
    if (name.type === "posts") {
      const date = dateOf(data.date, zone) ?? dayOf(name.day ?? "", zone);
      if (!date.isValid || (values.future !== true && date > DateTime.now())) continue;
      const categories = [...new Set([...name.categories, ...listOf(data.category, data.categories)])];
      const postPattern = typeof data.permalink === "string" ? data.permalink : pattern;
      url = postPermalink(postPattern, { date, slug: String(data.slug ?? name.slug), categories });
    } else url = pageUrl(file, data.permalink, pattern);
    // If two files have the same URL, Jekyll keeps the later one.
    urls.set(url, { url, file });
  }
  return [...urls.values()];
}

function pageUrl(file: string, permalink: unknown, pattern: string): string {
  const extension = path.posix.extname(file);
  const stem = `/${file.slice(0, file.length - extension.length)}`;
  const output = outputExtensions[extension] ?? extension;
  if (typeof permalink === "string" && !permalink.includes(":"))
    return withFile(`/${permalink}`.replaceAll(/\/{2,}/g, "/"));
  return output === ".html" ? pagePermalink(pattern, stem) : stem + output;
}

/**
 * Reads a date of front matter. A date without a time, which YAML parses as midnight in UTC, is that day in the site's time
 * zone.
 */
function dateOf(value: unknown, zone: string): DateTime | undefined {
  if (value instanceof Date) {
    const utc = DateTime.fromJSDate(value, { zone: "utc" });
    return utc.toMillis() % 86_400_000 === 0 ? utc.setZone(zone, { keepLocalTime: true }) : utc.setZone(zone);
  }
  if (typeof value !== "string") return undefined;
  const text = value.trim().replace(/\s*([+-]\d\d):?(\d\d)$/, "$1:$2");
  const date = [DateTime.fromSQL(text, { zone }), DateTime.fromISO(text, { zone })].find(
    ({ isValid }) => isValid,
  );
  return date?.setZone(zone);
}
