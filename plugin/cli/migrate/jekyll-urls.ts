import { fileUrl, readCollections } from "../../jekyll/index.js";
import type { JekyllSite } from "./jekyll-site.js";

/** A URL of the Jekyll site, and its source file. */
export interface JekyllUrl {
  url: string;
  file: string;
}

/**
 * Returns the URLs of all pages and posts of a Jekyll site, computed from its files without Jekyll. The new site is
 * validated against them.
 */
export function jekyllUrls({ documents, settings, isExcluded }: JekyllSite): JekyllUrl[] {
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
  return [...urls.values()];
}
