import { readFileSync } from "node:fs";
import path from "node:path";
import { DateTime } from "luxon";
import type { EleventyConfig, TemplateData } from "../eleventy/api.js";
import { virtualExtension } from "../eleventy/virtual-templates.js";
import { warner } from "../eleventy/warnings.js";
import type { Site } from "../options/site.js";
import { IndigoError } from "../utils/errors.js";
import { applyDefaults } from "./defaults.js";
import { dayOf, type FileName, hasTextAsTags, listOf, readFileName, titleOf } from "./documents.js";
import { hasFrontMatter, isJekylls } from "./files.js";
import { emojify } from "./kramdown/index.js";
import { dataFileNames, type JekyllPost } from "./live-site.js";
import { globals, ownData } from "./own-data.js";
import { pagePermalink, postPermalink, withFile } from "./permalink.js";
import { shadowedPosts } from "./shadowed.js";

/** What this build has to do with drafts and with posts of the future. */
export interface Publishing {
  drafts: boolean;
  future: boolean;
}

/**
 * Gives each file the data that Jekyll gives it, before Eleventy works out its address: its address, defaults by path,
 * title, tags and categories, and `page` with all of its front matter.
 *
 * @param liveSite - What pages read as `site`.
 */
export function addFrontMatter(
  eleventyConfig: EleventyConfig,
  site: Site,
  publishing: Publishing,
  liveSite: (data: TemplateData) => object,
): void {
  const { input } = eleventyConfig.directories;
  const warn = warner(eleventyConfig);
  const folder = path.posix.normalize(input);
  let shadowed = new Map<string, string>();
  let dataNames: string[] = [];
  eleventyConfig.on("eleventy.before", () => {
    shadowed = shadowedPosts(input, site.permalink ?? "date");
    dataNames = dataFileNames(eleventyConfig.directories.data);
  });

  eleventyConfig.addPreprocessor("indigo-jekyll", "*", function (data) {
    if (this.inputPath.endsWith(`.${virtualExtension}`)) {
      data.site = liveSite(data);
      return undefined;
    }
    const file = path.posix.relative(folder, path.posix.normalize(this.inputPath));
    if (!isJekylls(file)) {
      data.site = liveSite(data);
      return undefined;
    }
    if (!hasFrontMatter(this.inputPath) || data.published === false) return false;
    const name = readFileName(file);
    if (!name) {
      warn(`${file} is passed over: the name of a post starts with its day, such as 2024-03-05-title.md.`);
      return false;
    }
    const newer = shadowed.get(file);
    if (newer) {
      warn(`${file} is passed over: the newer ${newer} has the same address.`);
      return false;
    }
    if (name.type === "drafts" && !publishing.drafts && data.published !== true) return false;
    // Before the page's own data is set apart from the site's, of which this takes hold.
    liveSite(data);
    takeDataFiles(data, this.inputPath, dataNames);
    const isPaginated = takePagination(data);
    prepare(data, { file, inputPath: this.inputPath, name }, site);
    if (name.type === "posts" && !publishing.future && (data.page.date as Date) > new Date()) {
      warn(`${file} is passed over until its date, unless _config.yml has "future: true".`);
      return false;
    }
    data.site = liveSite(data);
    const live = data.site as { posts: JekyllPost[] };
    if (isPaginated) data.paginator = onePage(live);
    if (name.type !== "pages") addNeighbours(data, live);
    return undefined;
  });
}

/**
 * Takes away files of the data folder, which Eleventy gives every page by their names and Jekyll as `site.data` alone: a
 * list of projects in `_data/projects.yml` is no `projects` of each post.
 */
function takeDataFiles(data: TemplateData, inputPath: string, names: readonly string[]): void {
  const taken = names.filter((name) => name in data && !globals.has(name));
  if (taken.length === 0) return;
  const [, own = ""] = readFileSync(inputPath, "utf8").split(/^---\s*$/m);
  for (const name of taken) {
    if (!own.split("\n").some((line) => line.startsWith(`${name}:`))) delete data[name];
  }
}

/** Takes away what jekyll-paginate-v2 reads, and Eleventy would take for its own; says whether a page has it. */
function takePagination(data: TemplateData): boolean {
  const pagination = data.pagination as { data?: unknown; enabled?: unknown } | undefined;
  if (!pagination || pagination.data !== undefined) return false;
  delete data.pagination;
  return pagination.enabled === true;
}

/** Jekyll's `paginator` with everything on one page, so that no post is lost; the theme's own blog splits its list. */
function onePage(site: { posts: unknown[] }): object {
  return {
    page: 1,
    total_pages: 1,
    get posts() {
      return site.posts;
    },
    get total_posts() {
      return site.posts.length;
    },
  };
}

function prepare(
  data: TemplateData,
  { file, inputPath, name }: { file: string; inputPath: string; name: FileName },
  site: Site,
): void {
  const isPost = name.type !== "pages";
  applyDefaults(data, { path: file, type: name.type }, site.defaults);
  data.tags = listOf(data.tag, tagsOf(data, inputPath));
  data.categories = [...new Set([...name.categories, ...listOf(data.category, data.categories)])];
  data.slug ??= name.slug;
  if (isPost) data.title ??= titleOf(String(data.slug));
  else lookByTitle(data);
  if (typeof data.title === "string") data.title = emojify(data.title);
  data.permalink = permalink(data, file, name, site);
  Object.assign(data.page, without(ownData(data), data.page), {
    path: file,
    name: path.posix.basename(file),
  });
}

/** Eleventy has made a list of a text, which Jekyll splits at blanks. */
function tagsOf({ tags }: TemplateData, inputPath: string): unknown {
  if (!Array.isArray(tags) || tags.length !== 1 || !/\s/.test(String(tags[0]))) return tags;
  return hasTextAsTags(readFileSync(inputPath, "utf8")) ? String(tags[0]) : tags;
}

/** Lets a post lead to the ones before and after it, which are known when pages are rendered. */
function addNeighbours({ page }: TemplateData, site: { posts: JekyllPost[] }): void {
  for (const name of ["previous", "next"] as const) {
    const get = () => site.posts.find(({ url }) => url === page.url)?.[name];
    Object.defineProperty(page, name, { get, enumerable: true, configurable: true });
  }
}

/** Indigo goes by a page's title, which sites of Jekyll's count on: whether its owner stands above it, and its styles. */
function lookByTitle(data: TemplateData): void {
  if (typeof data.title !== "string") return;
  data.pageClass ??= data.title.toLowerCase();
  if (/^(home|blog|projects|tags)$/i.test(data.title)) data.showHeader ??= true;
}

function permalink(data: TemplateData, file: string, name: FileName, site: Site): unknown {
  const given = data.permalink;
  if (given !== undefined && typeof given !== "string") return given;
  const pattern = given ?? site.permalink ?? "date";
  if (name.type === "pages") {
    if (given !== undefined && !given.includes(":")) return withFile(given);
    const ending = path.posix.extname(file);
    const stem = `/${file.slice(0, file.length - ending.length)}`;
    return /^\.(md|markdown|html)$/.test(ending) ? pagePermalink(pattern, stem) : `/${file}`;
  }
  const date = DateTime.fromJSDate(data.page.date as Date, { zone: site.timeZone });
  return postPermalink(pattern, { date, slug: String(data.slug), categories: data.categories as string[] });
}

function without(values: Record<string, unknown>, present: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([key]) => !(key in present)));
}

/** The day in a post's name, for one whose front matter has none. */
export function addFileDates(eleventyConfig: EleventyConfig, { timeZone }: Site): void {
  const folder = path.posix.normalize(eleventyConfig.directories.input);
  eleventyConfig.addDateParsing(function (value) {
    if (value !== undefined && value !== null) return undefined;
    const file = path.posix.relative(folder, path.posix.normalize(this.page.inputPath));
    const day = readFileName(file)?.day;
    if (!day) return undefined;
    const date = dayOf(day, timeZone);
    if (date.isValid) return date.toJSDate();
    throw new IndigoError(
      `the name of ${file} must start with a day such as 2024-03-05, but ${day} is none.`,
    );
  });
}
