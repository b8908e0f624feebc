import { fileUrl, readCollections, readFileName } from "../../jekyll/index.js";
import type { JekyllSite } from "./jekyll-site.js";
import { type PluginPost, pluginUrls } from "./plugin-urls.js";

/** A URL of the Jekyll site, and its source file. */
export interface JekyllUrl {
  url: string;
  file: string;
  /** What Jekyll makes there: `pages`, `posts`, documents of a collection such as `talks`, or pages of a plugin. */
  kind: string;
  /** The Jekyll plugin that adds it. */
  plugin?: string;
  /** Why the new site may lack it. */
  why?: string;
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
  const { collections } = urlSettings;
  const urls = new Map<string, JekyllUrl>();
  const posts: PluginPost[] = [];
  for (const [file, { data }] of documents) {
    if (isExcluded(file)) continue;
    const found = fileUrl(file, data, urlSettings);
    if (!found) continue;
    const collection = collections.find(file)?.collection.label;
    const isPost = collection === undefined && readFileName(collections.relative(file))?.type === "posts";
    if (isPost) posts.push({ file, data, date: found.date });
    // If two files have the same URL, Jekyll keeps the later one.
    urls.set(found.url, { url: found.url, file, kind: collection ?? (isPost ? "posts" : "pages") });
  }
  for (const page of pluginUrls(site, posts))
    if (!urls.has(page.url)) urls.set(page.url, { ...page, kind: `pages of ${page.plugin}` });
  return [...urls.values()];
}

/** Returns how many URLs there are of each kind. */
export function countsOf(urls: readonly JekyllUrl[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of urls) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
