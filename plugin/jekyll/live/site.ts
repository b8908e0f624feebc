import { readdirSync } from "node:fs";
import path from "node:path";
import type { BuildIndex, Post } from "../../content/index.js";
import type { CollectionItem, EleventyConfig, TemplateData } from "../../eleventy/api.js";
import { onBuildStart } from "../../eleventy/build-start.js";
import type { Site } from "../../options/site.js";
import { lazy } from "../../utils/memoize.js";
import { excerptOf, readCollections } from "../collections/index.js";
import { floatsOf, isBuiltBy, ownData, regularFiles, statOf } from "../files/index.js";
import type { CollectionDocuments } from "./collections.js";
import { readSiteData } from "./data-files.js";
import { comparedByUrl, lazyProperties } from "./lazy.js";

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
  documents: CollectionDocuments,
  isNotCopied: (file: string) => boolean,
): (data: TemplateData) => object {
  let live: object | undefined;
  onBuildStart(eleventyConfig, () => {
    live = undefined;
  });
  return (data) =>
    (live ??= createLiveSite(
      eleventyConfig,
      { ...site, ...(data.site as object), ...pathsAsWritten(site) },
      index,
      data,
      documents,
      isNotCopied,
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
  documents: CollectionDocuments,
  isNotCopied: (file: string) => boolean,
): object {
  const { input } = eleventyConfig.directories;
  const settings = site as { excerpt_separator?: unknown; jekyllSettings: Record<string, unknown> };
  const collections = readCollections(settings.jekyllSettings);
  const pathOf = (inputPath: string): string => collections.relative(relativeTo(input, inputPath));
  const posts = lazy(() =>
    index.content.posts.map((post) => toJekyllPost(post, index, pathOf, settings.excerpt_separator)),
  );
  const time = new Date();
  // Not lazily: these names are deleted from the data of pages later.
  const files = dataFiles(eleventyConfig, data);
  return lazyProperties(site, {
    time: () => time,
    posts,
    tags: lazy(() => groupBy(posts(), "tags")),
    categories: lazy(() => groupBy(posts(), "categories")),
    pages: lazy(() =>
      index.content.pages.filter((page) => !documents.has(page)).map((page) => toJekyllPage(page, input)),
    ),
    static_files: lazy(() => [...staticFiles(eleventyConfig, isNotCopied), ...documents.files()]),
    related_posts: lazy(() => posts().slice(0, 10)),
    data: () => files,
    // As in Jekyll, a collection comes before everything else of that name.
    ...documents.siteValues(index, posts),
  });
}

/** Returns a page as Jekyll's templates read it. */
function toJekyllPage({ data, url, inputPath }: CollectionItem, input: string): object {
  // The further pages of a paginated file have its path.
  const { path: own } = data.page as { path?: unknown };
  const file = typeof own === "string" ? own : relativeTo(input, inputPath);
  return comparedByUrl({
    ...ownData(data),
    ...floatsOf(data),
    url,
    path: file,
    name: path.posix.basename(file),
    dir: dirOf(String(url)),
  });
}

/** Returns the folder of a URL, as Jekyll does: a URL that ends with a slash is its own. */
export const dirOf = (url: string): string => {
  const folder = url.endsWith("/") ? url : path.posix.dirname(url);
  return folder.endsWith("/") ? folder : `${folder}/`;
};

const relativeTo = (input: string, file: string): string =>
  path.posix.relative(path.posix.normalize(input), path.posix.normalize(file));

/** Returns the files that are copied, as Jekyll's templates read them, by path. */
function staticFiles(eleventyConfig: EleventyConfig, isNotCopied: (file: string) => boolean): object[] {
  const { input } = eleventyConfig.directories;
  return regularFiles(input, isNotCopied)
    .filter((file) => !isBuiltBy(eleventyConfig, path.join(input, file)))
    .map((file) => {
      const name = path.posix.basename(file);
      const extname = path.posix.extname(name);
      return lazyProperties(
        {
          path: `/${file}`,
          name,
          extname,
          basename: name.slice(0, name.length - extname.length),
          collection: null,
        },
        { modified_time: () => statOf(path.join(input, file))?.mtime },
      );
    });
}

function toJekyllPost(
  post: Post,
  index: BuildIndex,
  pathOf: (inputPath: string) => string,
  siteSeparator: unknown,
): JekyllPost {
  const own = { ...ownData(post.data), ...floatsOf(post.data) };
  const file = pathOf(post.inputPath);
  const values = {
    ...own,
    url: post.url,
    title: post.title,
    date: post.date,
    id: post.url.replace(/\/$/, ""),
    path: file,
    relative_path: file,
    collection: "posts",
    draft: own.draft ?? /(^|\/)_drafts\//.test(file),
    name: own.name ?? path.posix.basename(file),
    ext: own.ext ?? path.posix.extname(file),
  };
  const live = lazyProperties(values, {
    content: () => post.content,
    excerpt: () => own.excerpt ?? excerptOf(post.content, own.excerpt_separator ?? siteSeparator),
    output: () => post.content,
    // Without their own neighbors, so that serializing a post does not include all others.
    previous: () => summary(neighbor(post, index, 1)),
    next: () => summary(neighbor(post, index, -1)),
  }) as JekyllPost;
  return comparedByUrl(live);
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

/**
 * Returns `site.data`: the values of the files in the data folder, by file name. Jekyll's are read as Jekyll reads them; those
 * of Eleventy, such as JavaScript, are in the data already.
 */
function dataFiles({ directories }: EleventyConfig, data: TemplateData): Record<string, unknown> {
  const own = readSiteData(directories.data);
  const others = dataFileNames(directories.data).filter((name) => !(name in own) && name in data);
  return { ...Object.fromEntries(others.map((name) => [name, data[name]])), ...own };
}

/** Returns the names of the files in the data folder, without extensions. */
export function dataFileNames(folder: string): string[] {
  try {
    return readdirSync(folder).map((file) => path.parse(file).name);
  } catch {
    return [];
  }
}
