import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { DateTime } from "luxon";
import type { EleventyConfig, TemplateData } from "../eleventy/api.js";
import { virtualExtension } from "../eleventy/virtual-templates.js";
import { warner } from "../eleventy/warnings.js";
import type { Site } from "../options/site.js";
import { IndigoError } from "../utils/errors.js";
import { isInsideReally } from "../utils/real-path.js";
import { applyDefaults } from "./defaults.js";
import { dayOf, type FileName, hasTagsAsString, listOf, readFileName, titleOf } from "./documents.js";
import { hasFrontMatter, isJekyllFile } from "./files.js";
import { emojify } from "./kramdown/index.js";
import { dataFileNames, type JekyllPost } from "./live-site.js";
import { globals, ownData } from "./own-data.js";
import { insideOutput, pagePermalink, postPermalink, withFile } from "./permalink.js";
import { shadowedPosts } from "./shadowed.js";

/** Which unpublished posts a build includes. */
export interface Publishing {
  /** Posts in `_drafts`. */
  drafts: boolean;
  /** Posts with a date in the future. */
  future: boolean;
}

/**
 * Adds Jekyll's data to each file before Eleventy computes its URL: permalink, front matter defaults, title, tags and
 * categories, and `page` with all front matter. Skips files that Jekyll does not build.
 *
 * @param liveSite - Returns the variable `site`.
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
    // New since the build started, else Eleventy ignores it.
    if (existsSync(this.inputPath) && !isInsideReally(input, this.inputPath)) return false;
    if (!isJekyllFile(file)) {
      data.site = liveSite(data);
      return undefined;
    }
    if (!hasFrontMatter(this.inputPath) || data.published === false) return false;
    const name = readFileName(file);
    if (!name) {
      warn(`${file} is skipped: the name of a post must start with its date, such as 2024-03-05-title.md.`);
      return false;
    }
    const newer = shadowed.get(file);
    if (newer) {
      warn(`${file} is skipped: the newer ${newer} has the same URL. Rename one of them.`);
      return false;
    }
    if (name.type === "drafts" && !publishing.drafts && data.published !== true) return false;
    // First, since it reads the data files of the site, which the next line deletes from the page's data.
    liveSite(data);
    removeDataFiles(data, this.inputPath, dataNames);
    const isPaginated = removePagination(data);
    addJekyllData(data, { file, inputPath: this.inputPath, name }, site);
    if (name.type === "posts" && !publishing.future && (data.page.date as Date) > new Date()) {
      warn(`${file} is skipped until its date, unless _config.yml has "future: true".`);
      return false;
    }
    data.site = liveSite(data);
    const live = data.site as { posts: JekyllPost[] };
    if (isPaginated) data.paginator = singlePagePaginator(live);
    if (name.type !== "pages") addNeighbors(data, live);
    return undefined;
  });
}

/**
 * Removes the values of data files from a page's data, unless its front matter sets them. Eleventy adds them to every page,
 * Jekyll only to `site.data`: `_data/projects.yml` must not be the front matter `projects` of each post.
 */
function removeDataFiles(data: TemplateData, inputPath: string, names: readonly string[]): void {
  const dataNames = names.filter((name) => name in data && !globals.has(name));
  if (dataNames.length === 0) return;
  const [, frontMatter = ""] = readFileSync(inputPath, "utf8").split(/^---\s*$/m);
  for (const name of dataNames) {
    if (!frontMatter.split("\n").some((line) => line.startsWith(`${name}:`))) delete data[name];
  }
}

/** Removes the settings of jekyll-paginate-v2, which Eleventy would read as its own. Returns whether it is enabled. */
function removePagination(data: TemplateData): boolean {
  const pagination = data.pagination as { data?: unknown; enabled?: unknown } | undefined;
  if (!pagination || pagination.data !== undefined) return false;
  delete data.pagination;
  return pagination.enabled === true;
}

/** Returns Jekyll's `paginator` with all posts on one page. The theme's own blog page is paginated. */
function singlePagePaginator(site: { posts: unknown[] }): object {
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

/** Adds permalink, defaults, title, tags, categories and `page`. */
function addJekyllData(
  data: TemplateData,
  { file, inputPath, name }: { file: string; inputPath: string; name: FileName },
  site: Site,
): void {
  const isPost = name.type !== "pages";
  applyDefaults(data, { path: file, type: name.type }, site.defaults);
  // A layout of the author's may take the place of the theme's for posts.
  if (data.layout === "post") data.mainClass ??= "post";
  data.tags = listOf(data.tag, tagsOf(data, inputPath));
  data.categories = [...new Set([...name.categories, ...listOf(data.category, data.categories)])];
  data.slug ??= name.slug;
  if (isPost) data.title ??= titleOf(String(data.slug));
  else addTitleAppearance(data);
  if (typeof data.title === "string") data.title = emojify(data.title);
  data.permalink = insideOutput(permalink(data, file, name, site));
  Object.assign(data.page, withoutKeysOf(ownData(data), data.page), {
    path: file,
    name: path.posix.basename(file),
  });
}

/** Returns `tags` as written: Eleventy converts a string to a list, Jekyll splits it at spaces. */
function tagsOf({ tags }: TemplateData, inputPath: string): unknown {
  if (!Array.isArray(tags) || tags.length !== 1 || !/\s/.test(String(tags[0]))) return tags;
  return hasTagsAsString(readFileSync(inputPath, "utf8")) ? String(tags[0]) : tags;
}

/** Adds `page.previous` and `page.next` as getters, since all posts are known only when pages are rendered. */
function addNeighbors({ page }: TemplateData, site: { posts: JekyllPost[] }): void {
  for (const name of ["previous", "next"] as const) {
    const get = () => site.posts.find(({ url }) => url === page.url)?.[name];
    Object.defineProperty(page, name, { get, enumerable: true, configurable: true });
  }
}

/** Sets the CSS class of a page and whether it has the owner's header by its title, as Indigo does on Jekyll. */
function addTitleAppearance(data: TemplateData): void {
  if (typeof data.title !== "string") return;
  data.pageClass ??= data.title.toLowerCase();
  if (/^(home|blog|projects|tags)$/i.test(data.title)) data.showHeader ??= true;
}

/** Returns the permalink of a page or post as Jekyll computes it. */
function permalink(data: TemplateData, file: string, name: FileName, site: Site): unknown {
  const own = data.permalink;
  if (own !== undefined && typeof own !== "string") return own;
  const pattern = own ?? site.permalink ?? "date";
  if (name.type === "pages") {
    if (own !== undefined && !own.includes(":")) return withFile(own);
    const extension = path.posix.extname(file);
    const stem = `/${file.slice(0, file.length - extension.length)}`;
    return /^\.(md|markdown|html)$/.test(extension) ? pagePermalink(pattern, stem) : `/${file}`;
  }
  const date = DateTime.fromJSDate(data.page.date as Date, { zone: site.timeZone });
  return postPermalink(pattern, { date, slug: String(data.slug), categories: data.categories as string[] });
}

/** Returns the values whose keys another object lacks. */
function withoutKeysOf(
  values: Record<string, unknown>,
  other: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([key]) => !(key in other)));
}

/** Makes Eleventy read the date in a post's file name if its front matter has none. */
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
      `the name of ${file} must start with a valid date, such as 2024-03-05, but it starts with ${day}.`,
    );
  });
}
