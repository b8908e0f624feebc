import { isDeepStrictEqual } from "node:util";
import type { CollectionItem } from "../eleventy/api.js";
import { rootOf } from "../i18n/locale.js";
import { wantedArchives } from "../options/archives.js";
import { routeUrl, sitemapTest } from "../options/routes.js";
import type { Site } from "../options/site.js";
import { anchors } from "../utils/slug.js";
import { type Post, toPost } from "./post.js";
import type { FindUpdate } from "./updates.js";
import { noAuthors, type ReadAuthors } from "./written-authors.js";

/** A tag and the posts that have it. */
export interface Tag {
  name: string;
  /** Id of its part of the tags page, unique in every script. */
  anchor: string;
  /** Newest first. */
  posts: Post[];
}

/** The posts before and after another. */
export interface Neighbors {
  previous?: Post | undefined;
  next?: Post | undefined;
}

const maxRelated = 5;
const maxFeedEntries = 20;

/**
 * The content of a site, indexed once a build, so that layouts need not search. Layouts read it as `indigo.content`. It is
 * complete when pages are rendered, not before.
 */
export class Content {
  /** Every post, newest first. */
  readonly posts: Post[];
  /** Every page that is a post, newest first: those in lists, and pages with the layout of a post. */
  readonly postPages: readonly Post[];
  /** The posts of the blog, newest first. */
  readonly blog: Post[];
  /** The posts among the projects, newest first. */
  readonly projects: Post[];
  /** All tags, in the order of their first use. */
  readonly tags: Tag[];
  /** Every URL of the site. */
  readonly urls: ReadonlySet<string>;
  /** The newest posts, for feeds. */
  readonly newest: Post[];
  /** When the newest posts were last changed; without posts, the date of the newest page. */
  readonly updated: Date;

  readonly #byUrl: Map<string, Post>;
  readonly #tagByName = new Map<string, Tag>();
  #byTranslationKey: Map<string, string> | undefined;
  #neighbors: Map<Post, Neighbors> | undefined;
  readonly #site: Site;
  readonly #findUpdate: FindUpdate;
  #updates: Map<unknown, Date | undefined> | undefined;
  #byFile: Map<string, CollectionItem> | undefined;
  readonly #items: readonly CollectionItem[];
  readonly #siteWide: Record<string, unknown>;

  /**
   * @param siteWide - Data of one of the theme's pages, which has global data only.
   * @param warn - Prints a warning for invalid front matter of posts. Without it, that is an error.
   * @param findUpdate - Finds when a page was changed. By default no page was.
   * @param readAuthors - Reads the authors of a post. By default it has none.
   */
  constructor(
    items: readonly CollectionItem[],
    urls: ReadonlySet<string>,
    site: Site,
    siteWide: Record<string, unknown> = {},
    warn?: (message: string) => void,
    findUpdate: FindUpdate = () => undefined,
    readAuthors: ReadAuthors = () => noAuthors,
  ) {
    this.#site = site;
    this.#findUpdate = findUpdate;
    const post = (item: CollectionItem): Post =>
      toPost(item, findUpdate(item, siteWide, item.date), readAuthors(item, siteWide), warn, site.jekyll);
    this.#siteWide = siteWide;
    this.urls = urls;
    this.posts = items.filter(isPost).map(post);
    this.posts.sort(newestFirst);
    const shown = this.posts.filter((post) => !post.hidden);
    this.projects = this.posts.filter((post) => post.isProject && !this.#isUnlisted(post));
    this.blog = shown.filter((post) =>
      post.categories.length > 0 ? post.categories.includes("blog") : !post.isProject,
    );
    this.tags = this.#indexTags();
    this.newest = shown.slice(0, maxFeedEntries);
    this.updated = newestOf(
      this.newest.length > 0 ? this.newest.map(({ modified }) => ({ date: modified })) : items,
    );
    // A page may have the layout of a post without being in a list.
    const unlisted = items.filter((item) => item.data.layout === "post" && !isPost(item));
    this.postPages =
      unlisted.length > 0 ? [...this.posts, ...unlisted.map(post)].sort(newestFirst) : this.posts;
    this.#byUrl = new Map(this.postPages.map((post) => [post.url, post]));
    this.#items = items;
  }

  /** Returns the URL of the page with this `translationKey` in its front matter. */
  translation(key: unknown): string | undefined {
    if (typeof key !== "string") return undefined;
    this.#byTranslationKey ??= new Map(
      this.#items.flatMap(({ url, data }) =>
        typeof url === "string" && typeof data.translationKey === "string"
          ? [[data.translationKey, url]]
          : [],
      ),
    );
    return this.#byTranslationKey.get(key);
  }

  /** Returns the post with this URL. */
  post(url: string): Post | undefined {
    return this.#byUrl.get(url);
  }

  /** Returns the tags of a post, each with its anchor on the tags page; empty for a tag that only pages outside it have. */
  tagsOf(post: Post): Tag[] {
    return post.tags.map((name) => this.#tagByName.get(name) ?? { name, anchor: "", posts: [] });
  }

  /** Returns the previous and the next post, in the categories of the option `postAdvanceLinks`. */
  neighbors(post: Post): Neighbors {
    this.#neighbors ??= indexNeighbors(this.posts.filter((other) => this.#advances(other)));
    return this.#neighbors.get(post) ?? {};
  }

  /** Returns up to five posts that share a tag with a post, newest first. */
  related(post: Post): Post[] {
    const related = new Set<Post>();
    for (const tag of this.tagsOf(post)) {
      let taken = 0;
      for (const other of tag.posts) {
        if (taken === maxRelated) break;
        if (other === post || this.#isUnlisted(other)) continue;
        related.add(other);
        taken += 1;
      }
    }
    return [...related].sort(newestFirst).slice(0, maxRelated);
  }

  /** Returns whether a post is kept out of lists. In Indigo on Jekyll, `hidden` takes a project out of the blog only. */
  #isUnlisted({ hidden, isProject }: Post): boolean {
    return hidden && !(this.#site.jekyll && isProject);
  }

  /** Returns the collection item of a template, by its path from the working folder. */
  file(inputPath: string): CollectionItem | undefined {
    this.#byFile ??= new Map(this.#items.map((item) => [item.inputPath.replace(/^\.\//, ""), item]));
    return this.#byFile.get(inputPath);
  }

  /** Returns when a page that is no post was changed, by its URL. */
  updateOf(url: string): Date | undefined {
    this.#updates ??= new Map(
      this.pages.map((item) => [item.url, this.#findUpdate(item, this.#siteWide)?.date]),
    );
    return this.#updates.get(url);
  }

  /** All pages that are not posts. */
  get pages(): CollectionItem[] {
    return this.#items.filter((item) => !isPost(item));
  }

  /** Returns the pages with a field in their front matter or directory data. A global data file of that name is ignored. */
  withField(field: string): CollectionItem[] {
    const everywhere = this.#siteWide[field];
    return this.#items.filter(({ data: { [field]: value } }) => {
      if (value === undefined || value === null) return false;
      return everywhere === undefined || !isDeepStrictEqual(value, everywhere);
    });
  }

  /** The pages for search engines, by URL, including the theme's own pages, which are in no collection. */
  get sitemap(): { url: string; date?: Date }[] {
    const roots = ["/", ...Object.keys(this.#site.languages).map(rootOf)];
    const themeUrls = [...this.urls].filter(
      sitemapTest(roots, this.#site.themeSections, wantedArchives(this.#site.themeArchives)),
    );
    const dates = new Map<string, Date | undefined>(themeUrls.map((url) => [url, undefined]));
    for (const item of this.#items) {
      const { url, data } = item;
      if (
        typeof url === "string" &&
        /(\/|\.html)$/.test(url) &&
        url !== routeUrl("notFound") &&
        data.sitemap !== false
      )
        dates.set(url, this.#byUrl.get(url)?.modified ?? this.#findUpdate(item, this.#siteWide)?.date);
      else if (data.sitemap === false) dates.delete(String(url));
    }
    return [...dates]
      .sort(([a], [b]) => compare(a, b))
      .map(([url, date]) => ({ url, ...(date && { date }) }));
  }

  #advances(post: Post): boolean {
    const wanted = this.#site.postAdvanceLinks;
    return Array.isArray(wanted) ? post.categories.some((category) => wanted.includes(category)) : wanted;
  }

  #indexTags(): Tag[] {
    for (const post of this.posts.toReversed()) {
      for (const name of post.tags) {
        const tag = this.#tagByName.get(name) ?? { name, anchor: "", posts: [] };
        tag.posts.push(post);
        this.#tagByName.set(name, tag);
      }
    }
    const tags = [...this.#tagByName.values()];
    const ids = anchors(tags.map(({ name }) => name));
    for (const [index, tag] of tags.entries()) {
      tag.anchor = ids[index] ?? "";
      tag.posts.reverse();
    }
    return tags;
  }
}

/** Returns whether a page is a post: tagged `posts`, as usual in Eleventy, or in a folder `_posts`, as in Jekyll. */
export function isPost({ inputPath, url, data }: CollectionItem): boolean {
  if (typeof url !== "string") return false;
  // A document of one of Jekyll's other collections, which may be in `_drafts`.
  const { collection = "posts" } = (data.page ?? {}) as { collection?: unknown };
  if (collection !== "posts") return false;
  return isPostFile(inputPath, data.tags);
}

/** Returns whether the path of a template or its tags make it a post. */
export const isPostFile = (inputPath: string, tags: unknown): boolean =>
  /(^|\/)_(posts|drafts)\//.test(inputPath) || [tags].flat().includes("posts");

/** Finds the neighbors of each post. A hidden post has neighbors, but is not the neighbor of another post. */
function indexNeighbors(newestFirst: readonly Post[]): Map<Post, Neighbors> {
  const neighbors = new Map<Post, Neighbors>();
  let next: Post | undefined;
  for (const post of newestFirst) {
    neighbors.set(post, { next });
    if (!post.hidden) next = post;
  }
  let previous: Post | undefined;
  for (const post of newestFirst.toReversed()) {
    neighbors.set(post, { ...neighbors.get(post), previous });
    if (!post.hidden) previous = post;
  }
  return neighbors;
}

const newestOf = (items: readonly { date: Date }[]): Date =>
  new Date(items.reduce((newest, { date }) => Math.max(newest, date.getTime()), 0));

const newestFirst = (a: Post, b: Post): number =>
  b.date.getTime() - a.date.getTime() || compare(b.inputPath, a.inputPath);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
