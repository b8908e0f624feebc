import { readdirSync } from "node:fs";
import path from "node:path";
import type { BuildIndex, Post } from "../content/index.js";
import type { EleventyConfig, TemplateData } from "../eleventy/api.js";
import type { Site } from "../options/site.js";
import { ownData } from "./own-data.js";

/** A post in Jekyll's format, as templates read it. */
export interface JekyllPost extends Record<string, unknown> {
  url: string;
  title: string;
  date: Date;
}

/** Posts by tag or category. Has `first` and `size`, as a hash in Ruby's Liquid. */
type Hash = Record<string, JekyllPost[]>;

/**
 * Returns a function that returns the variable `site` of Jekyll: the settings, and the content of the site, which is read
 * lazily, when pages are rendered. All properties are own properties, since Liquid reads no inherited ones.
 */
export function liveSite(
  eleventyConfig: EleventyConfig,
  site: Site,
  index: BuildIndex,
): (data: TemplateData) => object {
  let live: object | undefined;
  eleventyConfig.on("eleventy.before", () => {
    live = undefined;
  });
  return (data) =>
    (live ??= createLiveSite(
      eleventyConfig,
      { ...site, ...(data.site as object), ...pathsAsWritten(site) },
      index,
      data,
    ));
}

/** Returns the paths in `_config.yml` with their leading slash, which options lose: templates print them as URLs. */
function pathsAsWritten(site: Site): object {
  const settings: Readonly<Record<string, unknown>> = site.jekyllSettings;
  const options: Readonly<Record<string, unknown>> = { ...site };
  return Object.fromEntries(
    (["picture", "picture_hd"] as const).flatMap((key) => {
      const [written, option] = [settings[key], options[key]];
      const isSame = typeof written === "string" && written.replace(/^\/+/, "") === option;
      return isSame ? [[key, written]] : [];
    }),
  );
}

function createLiveSite(
  eleventyConfig: EleventyConfig,
  site: object,
  index: BuildIndex,
  data: TemplateData,
): object {
  const posts = lazy(() => index.content.posts.map((post) => toJekyllPost(post, index)));
  const time = new Date();
  // Not lazily: these names are deleted from the data of pages later.
  const files = dataFiles(eleventyConfig, data);
  return lazyProperties(site, {
    time: () => time,
    posts,
    tags: lazy(() => groupBy(posts(), "tags")),
    categories: lazy(() => groupBy(posts(), "categories")),
    pages: lazy(() => index.content.pages.map((page) => ({ ...ownData(page.data), url: page.url }))),
    related_posts: lazy(() => posts().slice(0, 10)),
    data: () => files,
  });
}

function toJekyllPost(post: Post, index: BuildIndex): JekyllPost {
  const own = ownData(post.data);
  const values = {
    ...own,
    url: post.url,
    title: post.title,
    date: post.date,
    id: post.url.replace(/\/$/, ""),
    path: post.inputPath,
  };
  return lazyProperties(values, {
    content: () => post.content,
    excerpt: () => own.excerpt ?? firstParagraph(post.content),
    output: () => post.content,
    // Without their own neighbors, so that serializing a post does not include all others.
    previous: () => summary(neighbor(post, index, 1)),
    next: () => summary(neighbor(post, index, -1)),
  }) as JekyllPost;
}

function neighbor(post: Post, { content }: BuildIndex, step: number): Post | undefined {
  return content.posts[content.posts.indexOf(post) + step];
}

/** Returns a post's front matter with URL, title and date. */
const summary = (post: Post | undefined): object | undefined =>
  post && { ...ownData(post.data), url: post.url, title: post.title, date: post.date };

function groupBy(posts: readonly JekyllPost[], key: "tags" | "categories"): Hash {
  // Without a prototype, since a tag may have the name `constructor`.
  const groups: Hash = Object.create(null);
  for (const post of posts.toReversed()) {
    for (const name of post[key] as string[]) {
      groups[name] ??= [];
      groups[name].push(post);
    }
  }
  for (const group of Object.values(groups)) group.reverse();
  const pairs = Object.entries(groups);
  // Liquid's `first` and `size` of a hash, not enumerable, so that loops skip them.
  for (const [name, value] of [
    ["first", pairs[0]],
    ["size", pairs.length],
  ] as const) {
    if (!(name in groups)) Object.defineProperty(groups, name, { value, enumerable: false });
  }
  return groups;
}

/** Returns `site.data`: the values of the files in the data folder, by file name. */
const dataFiles = ({ directories }: EleventyConfig, data: TemplateData): Record<string, unknown> =>
  Object.fromEntries(dataFileNames(directories.data).map((name) => [name, data[name]]));

/** Returns the names of the files in the data folder, without extensions. */
export function dataFileNames(folder: string): string[] {
  try {
    return readdirSync(folder).map((file) => path.parse(file).name);
  } catch {
    return [];
  }
}

/** Memoizes a function without arguments. */
function lazy<T>(compute: () => T): () => T {
  let result: { value: T } | undefined;
  return () => {
    result ??= { value: compute() };
    return result.value;
  };
}

/** Returns a copy of an object with getters. */
function lazyProperties(target: object, properties: Record<string, () => unknown>): object {
  const result = { ...target };
  for (const [name, get] of Object.entries(properties)) {
    Object.defineProperty(result, name, { get, enumerable: true, configurable: true });
  }
  return result;
}

/** Returns the first paragraph of rendered content, as Jekyll's excerpt; empty if there is none. */
function firstParagraph(html: string): string {
  const start = html.search(/<p\b/);
  const end = html.indexOf("</p>", start);
  return start < 0 || end < 0 ? "" : html.slice(start, end + "</p>".length);
}
