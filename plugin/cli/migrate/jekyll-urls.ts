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
  /** The Jekyll plugin that adds it. */
  plugin?: string;
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
 * Returns the URLs of all pages, posts, documents of collections and pages of common plugins of a Jekyll site, computed from its files without Jekyll. The new site is
 * validated against them.
 */
export function jekyllUrls(site: JekyllSite): JekyllUrl[] {
  const { documents, settings, isExcluded } = site;
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
  for (const page of [...collectionUrls(site), ...pluginUrls(site)])
    if (!urls.has(page.url)) urls.set(page.url, page);
  return [...urls.values()];
}

/** The keys of a collection in `_config.yml` that decide about its URLs. */
interface Collection {
  output?: unknown;
  permalink?: unknown;
}

/** Returns the URLs of collections with `output: true`. */
function collectionUrls({ config, documents, settings }: JekyllSite): JekyllUrl[] {
  const { collections, collections_dir: folder } = config;
  if (typeof collections !== "object" || collections === null || Array.isArray(collections)) return [];
  const within = typeof folder === "string" ? `${folder.replaceAll(/^\/|\/$/g, "")}/` : "";
  const urls: JekyllUrl[] = [];
  for (const [collection, value] of Object.entries(collections)) {
    const { output, permalink } = (value ?? {}) as Collection;
    if (output !== true || collection === "posts") continue;
    const start = `${within}_${collection}/`;
    for (const [file, document] of documents) {
      if (!file.startsWith(start) || /(^|\/)[._#]/.test(file.slice(start.length))) continue;
      const data = { ...document.data };
      applyDefaults(data, { path: file, type: "pages" }, settings.values.defaults ?? []);
      if (data.published === false) continue;
      const pattern = [data.permalink, permalink].find((each) => typeof each === "string");
      urls.push({
        url: documentUrl(file.slice(start.length), collection, pattern as string | undefined),
        file,
      });
    }
  }
  return urls;
}

/**
 * Returns the URL of a document of a collection.
 *
 * @param file - Its path in the folder of the collection.
 * @see https://jekyllrb.com/docs/permalinks/#collections
 */
function documentUrl(file: string, collection: string, pattern = "/:collection/:path:output_ext"): string {
  const extension = path.posix.extname(file);
  const stem = file.slice(0, file.length - extension.length);
  const name = path.posix.basename(stem);
  const output = outputExtensions[extension] ?? extension;
  const values: Readonly<Record<string, string>> = {
    collection,
    path: stem,
    name,
    title: name,
    slug: name,
    output_ext: output,
  };
  const style = { pretty: "/:collection/:path/", none: "/:collection/:path:output_ext" }[pattern] ?? pattern;
  const url = `/${style}`
    .replaceAll(/:(collection|path|name|title|slug|output_ext)/g, (_, key: string) => values[key] ?? "")
    .replaceAll(/\/{2,}/g, "/");
  // Without an extension Jekyll writes a page.
  return url.endsWith("/") || path.posix.extname(url) !== "" ? withFile(url) : `${url}.html`;
}

/** Returns the URLs of the pages that common Jekyll plugins add. */
function pluginUrls({ config, documents, isExcluded }: JekyllSite): JekyllUrl[] {
  const plugins = new Set([config.plugins, config.gems].flat());
  const file = "_config.yml";
  const urls: JekyllUrl[] = [];
  if (plugins.has("jekyll-feed")) {
    const feed = (config.feed ?? {}) as { path?: unknown };
    urls.push({
      url: typeof feed.path === "string" ? `/${feed.path.replace(/^\//, "")}` : "/feed.xml",
      file,
    });
  }
  if (plugins.has("jekyll-sitemap")) urls.push({ url: "/sitemap.xml", file, plugin: "jekyll-sitemap" });
  if (plugins.has("jekyll-redirect-from")) {
    for (const [document, { data }] of documents) {
      if (isExcluded(document) || data.published === false) continue;
      for (const from of [data.redirect_from].flat()) {
        if (typeof from !== "string") continue;
        const url = `/${from}`.replaceAll(/\/{2,}/g, "/");
        const page = url.endsWith("/") || path.posix.extname(url) !== "" ? url : `${url}.html`;
        urls.push({ url: withFile(page), file: document, plugin: "jekyll-redirect-from" });
      }
    }
  }
  return urls;
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
