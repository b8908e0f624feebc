import { readdirSync } from "node:fs";
import path from "node:path";
import type { BuildIndex, Post } from "../content/index.js";
import type { EleventyConfig, TemplateData } from "../eleventy/api.js";
import type { Site } from "../options/site.js";
import { ownData } from "./own-data.js";

/** A post as Jekyll's pages see it. */
export interface JekyllPost extends Record<string, unknown> {
  url: string;
  title: string;
  date: Date;
}

/** A hash as Liquid goes through it in Jekyll: pairs of name and value, with `first` and `size`. */
type Hash = Record<string, JekyllPost[]>;

/**
 * What Jekyll's pages read as `site`: the settings, and the site's content, which is known when pages are rendered.
 * Its properties are its own, since Liquid sees no others.
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
    (live ??= makeLiveSite(eleventyConfig, { ...site, ...(data.site as object) }, index, data));
}

function makeLiveSite(
  eleventyConfig: EleventyConfig,
  site: object,
  index: BuildIndex,
  data: TemplateData,
): object {
  const posts = lazy(() => index.content.posts.map((post) => toJekyllPost(post, index)));
  const time = new Date();
  // At once: pages lose these names from their own data.
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
    excerpt: () => own.excerpt ?? /<p\b[\s\S]*?<\/p>/.exec(post.content)?.[0] ?? "",
    output: () => post.content,
    // Plain, so that no post leads through all others.
    previous: () => plain(neighbour(post, index, 1)),
    next: () => plain(neighbour(post, index, -1)),
  }) as JekyllPost;
}

function neighbour(post: Post, { content }: BuildIndex, step: number): Post | undefined {
  return content.posts[content.posts.indexOf(post) + step];
}

const plain = (post: Post | undefined): object | undefined =>
  post && { ...ownData(post.data), url: post.url, title: post.title, date: post.date };

function groupBy(posts: readonly JekyllPost[], key: "tags" | "categories"): Hash {
  // Without a prototype: a tag may be called `constructor`.
  const groups: Hash = Object.create(null);
  for (const post of posts.toReversed()) {
    for (const name of post[key] as string[]) {
      groups[name] ??= [];
      groups[name].push(post);
    }
  }
  for (const group of Object.values(groups)) group.reverse();
  const pairs = Object.entries(groups);
  // Liquid's `first` and `size` of a hash, which must not be among its pairs.
  for (const [name, value] of [
    ["first", pairs[0]],
    ["size", pairs.length],
  ] as const) {
    if (!(name in groups)) Object.defineProperty(groups, name, { value, enumerable: false });
  }
  return groups;
}

/** The files of the data folder, which Eleventy gives by their names alone. */
const dataFiles = ({ directories }: EleventyConfig, data: TemplateData): Record<string, unknown> =>
  Object.fromEntries(dataFileNames(directories.data).map((name) => [name, data[name]]));

/** The names of the files of the data folder, without their endings. */
export function dataFileNames(folder: string): string[] {
  try {
    return readdirSync(folder).map((file) => path.parse(file).name);
  } catch {
    return [];
  }
}

function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function lazyProperties(target: object, properties: Record<string, () => unknown>): object {
  const result = { ...target };
  for (const [name, get] of Object.entries(properties)) {
    Object.defineProperty(result, name, { get, enumerable: true, configurable: true });
  }
  return result;
}
