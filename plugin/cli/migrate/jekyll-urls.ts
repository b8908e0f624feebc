import path from "node:path";
import { fileUrl, readCollections } from "../../jekyll/index.js";
import type { JekyllSite } from "./jekyll-site.js";

/** A URL of the Jekyll site, and its source file. */
export interface JekyllUrl {
  url: string;
  file: string;
  /** The Jekyll plugin that adds it. */
  plugin?: string;
}

/**
 * Returns the URLs of all pages, posts, documents of collections and pages of common plugins of a Jekyll site, computed from
 * its files without Jekyll. The new site is validated against them.
 */
export function jekyllUrls(site: JekyllSite): JekyllUrl[] {
  const { documents, settings, isExcluded } = site;
  const { options, values } = settings;
  const urlSettings = {
    timeZone: options.timeZone ?? "UTC",
    permalink: options.permalink,
    defaults: values.defaults ?? [],
    future: values.future === true,
    collections: readCollections(values),
  };
  const urls = new Map<string, JekyllUrl>();
  for (const [file, { data }] of documents) {
    if (isExcluded(file)) continue;
    const found = fileUrl(file, data, urlSettings);
    // If two files have the same URL, Jekyll keeps the later one.
    if (found) urls.set(found.url, { url: found.url, file });
  }
  for (const page of pluginUrls(site)) if (!urls.has(page.url)) urls.set(page.url, page);
  return [...urls.values()];
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
        urls.push({ url: page, file: document, plugin: "jekyll-redirect-from" });
      }
    }
  }
  return urls;
}
