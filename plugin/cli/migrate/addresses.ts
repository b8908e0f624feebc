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

/** An address that Jekyll makes, and the file that it makes it from. */
export interface Address {
  url: string;
  file: string;
}

/** Text that Jekyll makes into another kind. */
const endings: Readonly<Record<string, string>> = {
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
 * The addresses of all pages and posts that Jekyll makes, worked out from the files alone, so that a build can be held
 * against them.
 */
export function jekyllAddresses({ documents, settings, isLeftOut }: JekyllSite): Address[] {
  const { options, values } = settings;
  const zone = options.timeZone ?? "UTC";
  const pattern = options.permalink ?? "date";
  const found = new Map<string, Address>();
  for (const [file, document] of documents) {
    if (isLeftOut(file)) continue;
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
      const own = typeof data.permalink === "string" ? data.permalink : pattern;
      url = postPermalink(own, { date, slug: String(data.slug ?? name.slug), categories });
    } else url = pageUrl(file, data.permalink, pattern);
    // Of two at one address the later is written last, and stays.
    found.set(url, { url, file });
  }
  return [...found.values()];
}

function pageUrl(file: string, permalink: unknown, pattern: string): string {
  const ending = path.posix.extname(file);
  const stem = `/${file.slice(0, file.length - ending.length)}`;
  const output = endings[ending] ?? ending;
  if (typeof permalink === "string" && !permalink.includes(":"))
    return withFile(`/${permalink}`.replaceAll(/\/{2,}/g, "/"));
  return output === ".html" ? pagePermalink(pattern, stem) : stem + output;
}

/** A date of front matter; a day without a time, which YAML gives as midnight in UTC, is that day in the site's zone. */
function dateOf(value: unknown, zone: string): DateTime | undefined {
  if (value instanceof Date) {
    const utc = DateTime.fromJSDate(value, { zone: "utc" });
    return utc.toMillis() % 86_400_000 === 0 ? utc.setZone(zone, { keepLocalTime: true }) : utc.setZone(zone);
  }
  if (typeof value !== "string") return undefined;
  const text = value.trim().replace(/\s*([+-]\d\d):?(\d\d)$/, "$1:$2");
  const read = [DateTime.fromSQL(text, { zone }), DateTime.fromISO(text, { zone })].find(
    ({ isValid }) => isValid,
  );
  return read?.setZone(zone);
}
