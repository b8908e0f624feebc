import path from "node:path";
import type { DateTime } from "luxon";
import { folderOfPage, isListed, listOf, pagesFor, readPagination } from "../../jekyll/index.js";
import { isRecord } from "../../utils/records.js";
import { slug } from "../../utils/slug.js";
import { type JekyllSite, textOf } from "./jekyll-site.js";

/** A page that a Jekyll plugin adds. */
export interface PluginUrl {
  url: string;
  /** The file because of which it is added. */
  file: string;
  plugin: string;
  /** Why the new site may lack it, if that is not said by the report's list of plugins. */
  why?: string;
}

/** A post as plugins read it. */
export interface PluginPost {
  file: string;
  data: Readonly<Record<string, unknown>>;
  date: DateTime | undefined;
}

const config = "_config.yml";

/** Returns the URLs of the pages that common Jekyll plugins add. */
export function pluginUrls(site: JekyllSite, posts: readonly PluginPost[]): PluginUrl[] {
  const plugins = pluginsOf(site);
  const has = (name: string): boolean => plugins.has(name);
  return [
    ...(has("jekyll-feed") ? feedUrls(site, posts) : []),
    ...(has("jekyll-sitemap") ? sitemapUrls(site) : []),
    ...(has("jekyll-redirect-from") ? redirectUrls(site) : []),
    ...(has("jekyll-archives") ? archiveUrls(site, posts) : []),
    ...(has("jekyll-paginate") ? paginationUrls(site, posts) : []),
  ];
}

/** The plugins that GitHub Pages turns on by itself, and that add pages. */
const ofGitHubPages = ["jekyll-paginate"];

/** Returns the names of a site's plugins. */
function pluginsOf(site: JekyllSite): ReadonlySet<unknown> {
  const plugins = new Set<unknown>([site.config.plugins, site.config.gems].flat());
  const gemfile = textOf(site, "Gemfile").replaceAll(/^\s*#.*$/gm, "");
  // Without a Gemfile, GitHub Pages builds the site.
  if (gemfile.trim() === "" || /["']github-pages["']/.test(gemfile))
    for (const name of ofGitHubPages) plugins.add(name);
  const [, group = ""] = /group\s*\(?\s*:jekyll_plugins\b([\s\S]*?)^\s*end\b/m.exec(gemfile) ?? [];
  for (const [, name] of group.matchAll(/^\s*gem\s*\(?\s*["']([^"']+)/gm)) plugins.add(name);
  for (const [, name] of gemfile.matchAll(/^\s*gem\s*\(?\s*["']([^"']+)[^\n]*:jekyll_plugins/gm))
    plugins.add(name);
  return plugins;
}

/** @see https://github.com/jekyll/jekyll-feed/blob/v0.17.0/lib/jekyll-feed/generator.rb */
function feedUrls({ config: settings }: JekyllSite, posts: readonly PluginPost[]): PluginUrl[] {
  const { collections, tags, ...feed } = isRecord(settings.feed) ? settings.feed : {};
  const listed = Array.isArray(collections)
    ? collections.map((name) => [name, {}])
    : Object.entries(isRecord(collections) ? collections : {});
  const feeds: Record<string, unknown> = { posts: {}, ...Object.fromEntries(listed) };
  const paths = Object.entries(feeds).flatMap(([name, value]) => {
    const own = isRecord(value) ? value : {};
    const { path: file, categories } = name === "posts" ? { ...feed, ...own } : own;
    const base = name === "posts" ? "/feed" : `/feed/${name}`;
    return [
      typeof file === "string" ? `/${file.replace(/^\//, "")}` : `${base}.xml`,
      ...[categories ?? []].flat().map((category) => `${base}/${String(category)}.xml`),
    ];
  });
  const urls = [...paths, ...(tags ? tagFeeds(isRecord(tags) ? tags : {}, posts) : [])];
  return urls.map((url) => ({ url, file: config, plugin: "jekyll-feed" }));
}

/** Returns the paths of the feeds of tags. */
function tagFeeds(settings: Readonly<Record<string, unknown>>, posts: readonly PluginPost[]): string[] {
  const { only, except, path: folder = "/feed/by_tag/" } = settings;
  const all = Array.isArray(only) ? only.map(String) : [...new Set(posts.flatMap(tagsOf))];
  return all
    .filter((tag) => /^\w+$/.test(tag) && !(Array.isArray(except) && except.includes(tag)))
    .map((tag) => `${folder}${tag}.xml`);
}

const tagsOf = ({ data }: PluginPost): string[] => listOf(data.tag, data.tags);

const sitemapUrls = ({ files }: JekyllSite): PluginUrl[] =>
  ["/sitemap.xml", ...(files.some(({ file }) => file === "robots.txt") ? [] : ["/robots.txt"])].map(
    (url) => ({
      url,
      file: config,
      plugin: "jekyll-sitemap",
    }),
  );

/** @see https://github.com/jekyll/jekyll-redirect-from#readme */
function redirectUrls({ config: settings, documents, isExcluded }: JekyllSite): PluginUrl[] {
  const plugin = "jekyll-redirect-from";
  const { json } = isRecord(settings.redirect_from) ? settings.redirect_from : {};
  const urls: PluginUrl[] = json === false ? [] : [{ url: "/redirects.json", file: config, plugin }];
  for (const [document, { data }] of documents) {
    if (isExcluded(document) || data.published === false) continue;
    for (const from of [data.redirect_from].flat()) {
      if (typeof from !== "string") continue;
      const url = `/${from}`.replaceAll(/\/{2,}/g, "/");
      const page = url.endsWith("/") || path.posix.extname(url) !== "" ? url : `${url}.html`;
      urls.push({ url: page, file: document, plugin });
    }
  }
  return urls;
}

/** The URLs of archives that settings do not change. */
const archivePermalinks: Readonly<Record<string, string>> = {
  year: "/:year/",
  month: "/:year/:month/",
  day: "/:year/:month/:day/",
  tag: "/tag/:name/",
  category: "/category/:name/",
};

/** @see https://github.com/jekyll/jekyll-archives/blob/main/docs/configuration.md */
function archiveUrls({ config: settings }: JekyllSite, posts: readonly PluginPost[]): PluginUrl[] {
  const archives = settings["jekyll-archives"];
  const { enabled, permalinks } = isRecord(archives) ? archives : {};
  const isEnabled = (name: string): boolean =>
    enabled === "all" || enabled === true || (Array.isArray(enabled) && enabled.includes(name));
  const own = isRecord(permalinks) ? permalinks : {};
  const urlOf = (type: string, values: Record<string, string>): string =>
    String(own[type] ?? archivePermalinks[type]).replaceAll(
      /:(\w+)/g,
      (_, name: string) => values[name] ?? "",
    );
  const urls = new Set<string>();
  for (const post of posts) {
    const { data, date } = post;
    if (isEnabled("tags")) for (const tag of tagsOf(post)) urls.add(urlOf("tag", { name: slug(tag) }));
    if (isEnabled("categories"))
      for (const category of listOf(data.category, data.categories))
        urls.add(urlOf("category", { name: slug(category) }));
    const [year = "", month = "", day = ""] = date?.toFormat("yyyy-MM-dd").split("-") ?? [];
    for (const type of ["year", "month", "day"])
      if (date && isEnabled(type)) urls.add(urlOf(type, { year, month, day }));
  }
  return [...urls].map((url) => ({ url, file: config, plugin: "jekyll-archives" }));
}

function paginationUrls(
  { documents, config: settings, isExcluded }: JekyllSite,
  posts: readonly PluginPost[],
): PluginUrl[] {
  const plan = readPagination(
    settings,
    [...documents.keys()].filter((file) => !isExcluded(file)),
  );
  if (!plan) return [];
  const pages = pagesFor(posts.filter(({ data }) => isListed(data)).length, plan);
  return Array.from({ length: Math.max(pages - 1, 0) }, (_, at) => ({
    url: folderOfPage(plan, at + 2),
    file: plan.file,
    plugin: "jekyll-paginate",
    why: `jekyll-paginate copies ${plan.file} to it, which has no list of posts in pages: the option "postsPerPage" divides the plugin's blog`,
  }));
}
