import { existsSync } from "node:fs";
import path from "node:path";
import type { EleventyConfig, TemplateData } from "../../eleventy/api.js";
import { onBuildStart } from "../../eleventy/build-start.js";
import { executingKey } from "../../eleventy/executed-files.js";
import { isServed } from "../../eleventy/run-mode.js";
import type { Site } from "../../options/site.js";
import {
  folderOfPage,
  isListed,
  type PaginationPlan,
  pagesFor,
  pageUrl,
  readFileName,
  readPagination,
} from "../collections/index.js";
import {
  ownData,
  postFiles,
  regularFiles,
  type SourceOf,
  type Sources,
  templateTexts,
} from "../files/index.js";
import type { JekyllPost } from "../live/index.js";
import type { Publishing } from "./publishing.js";
import { urlsOf } from "./urls.js";

/** A page of a paginated `index.html`. */
export interface PaginatedPage {
  /** The `index.html`, relative to the input folder. */
  file: string;
  /** Its number, from 1. */
  number: number;
  /** The folder of its output; undefined for the first page, which is at the URL of the file. */
  folder?: string;
}

/** The pagination of a site by jekyll-paginate. */
export interface Pagination {
  /** Returns the page that a template is, by its path relative to the input folder; undefined if it is not paginated. */
  pageOf(file: string): PaginatedPage | undefined;
  /** Returns whether a page has posts, so that Jekyll writes it. The first page is written without posts too. */
  isWritten(page: PaginatedPage): boolean;
  /**
   * Returns the variable `paginator` of a page; undefined without posts, as in Jekyll.
   *
   * @param site - The variable `site`, whose posts are known when pages are rendered.
   */
  paginator(page: PaginatedPage, site: { posts: JekyllPost[] }): object | undefined;
}

/** How many pages more than there are a server adds, for posts that are written while it runs. */
const sparePages = 3;

/**
 * Adds the further pages of an `index.html` with `paginator`, as jekyll-paginate does with the keys `paginate` and
 * `paginate_path` of `_config.yml`: the posts are divided, and each page has the text of the file.
 *
 * @returns Undefined if nothing is paginated.
 * @see https://jekyllrb.com/docs/pagination/
 * @see https://github.com/jekyll/jekyll-paginate/blob/v1.1.0/lib/jekyll-paginate/pager.rb
 */
export function addPagination(
  eleventyConfig: EleventyConfig,
  site: Site,
  publishing: Publishing,
  { sourceOf, dropUnknownLayout }: Sources,
): Pagination | undefined {
  const { input } = eleventyConfig.directories;
  const plan = readPagination(site.jekyllSettings, regularFiles(input, publishing.isExcluded));
  if (!plan) return undefined;
  const { file } = plan;
  const source = sourceOf(path.posix.join(input, file));
  if (source?.end === undefined) return undefined;
  if (executingKey(source.data) !== undefined) return undefined;
  const texts = [source.body, ...templateTexts(eleventyConfig).values()];
  if (!texts.some((text) => /\bpaginator\b/.test(text))) return undefined;

  const count = (): number => countPosts(eleventyConfig, site, publishing, sourceOf);
  let total = pagesFor(count(), plan);
  onBuildStart(eleventyConfig, () => {
    total = pagesFor(count(), plan);
  });
  const { content: _content, ...data } = ownData(source.data);
  dropUnknownLayout(path.posix.join(input, file), data);
  const pages = new Map<string, PaginatedPage>([[file, { file, number: 1 }]]);
  for (let number = 2; number <= total + (isServed() ? sparePages : 0); number += 1) {
    const folder = folderOfPage(plan, number);
    const virtual = `${folder.slice(1)}index.html`;
    if (existsSync(path.join(input, virtual))) continue;
    pages.set(virtual, { file, number, folder });
    eleventyConfig.addTemplate(path.posix.join(input, virtual), source.body, data);
  }
  const first = pageUrl(file, source.data.permalink, site.permalink ?? "date");
  const withFirst: PaginationPlan = {
    ...plan,
    pathOf: (number) => (number === 1 ? first : plan.pathOf(number)),
  };
  return {
    pageOf: (each) => pages.get(each),
    isWritten: ({ number }) => number === 1 || number <= total,
    paginator: ({ number }, live) => (total === 0 ? undefined : paginatorOf(live, number, withFirst)),
  };
}

/** Returns how many posts are paginated. */
function countPosts(
  eleventyConfig: EleventyConfig,
  site: Site,
  publishing: Publishing,
  sourceOf: SourceOf,
): number {
  const { input } = eleventyConfig.directories;
  const posts = urlsOf(eleventyConfig, site, publishing, sourceOf)
    .map(({ file }) => file)
    .filter((file) => readFileName(file)?.type === "posts");
  const drafts = publishing.drafts
    ? postFiles(input, publishing.isExcluded).filter((file) => readFileName(file)?.type === "drafts")
    : [];
  return [...posts, ...drafts].filter((file) => isListed(sourceOf(path.posix.join(input, file))?.data ?? {}))
    .length;
}

/** Returns `paginator`, whose posts are read when it is used. */
function paginatorOf(site: { posts: JekyllPost[] }, number: number, plan: PaginationPlan): object {
  const { perPage, pathOf } = plan;
  const all = (): JekyllPost[] => site.posts.filter(isListed);
  const total = (): number => pagesFor(all().length, plan);
  const next = (): number | null => (number < total() ? number + 1 : null);
  const previous = number > 1 ? number - 1 : null;
  return {
    page: number,
    per_page: perPage,
    previous_page: previous,
    previous_page_path: previous && pathOf(previous),
    get posts() {
      return all().slice((number - 1) * perPage, number * perPage);
    },
    get total_posts() {
      return all().length;
    },
    get total_pages() {
      return total();
    },
    get next_page() {
      return next();
    },
    get next_page_path() {
      const page = next();
      return page && pathOf(page);
    },
  };
}

/** Removes the settings of jekyll-paginate-v2, which Eleventy would read as its own. Returns whether it is enabled. */
export function removePagination(data: TemplateData): boolean {
  const pagination = data.pagination as { data?: unknown; enabled?: unknown } | undefined;
  if (!pagination || pagination.data !== undefined) return false;
  delete data.pagination;
  return pagination.enabled === true;
}

/** Returns `paginator` with all posts on one page, for jekyll-paginate-v2. */
export function singlePagePaginator(site: { posts: JekyllPost[] }): object {
  const posts = (): JekyllPost[] => site.posts.filter(isListed);
  return {
    page: 1,
    total_pages: 1,
    get per_page() {
      return posts().length;
    },
    get posts() {
      return posts();
    },
    get total_posts() {
      return posts().length;
    },
  };
}
