import { isDeepStrictEqual } from "node:util";
import type { CollectionItem } from "../eleventy/api.js";
import { rootOf } from "../i18n/locale.js";
import { routeUrl, sitemapTest } from "../options/routes.js";
import type { Site } from "../options/site.js";
import { anchors } from "../utils/slug.js";
import { type Post, toPost } from "./post.js";

/** A tag and the posts that have it. */
export interface Tag {
  name: string;
  /** Id of its part of the tags page; no two tags share one, whatever their script. */
  anchor: string;
  /** Newest first. */
  posts: Post[];
}

/** The posts before and after one. */
export interface Neighbors {
  previous?: Post | undefined;
  next?: Post | undefined;
}

const maxRelated = 5;
const maxFeedEntries = 20;

/**
 * What a site holds, indexed once a build: layouts look things up here and never search. Global data `indigo.content`.
 * Everything in it is known when pages are rendered, not before.
 */
export class Content {
  /** Every post, newest first. */
  readonly posts: Post[];
  /** What the blog lists, newest first. */
  readonly blog: Post[];
  /** What the list of projects has, newest first. */
  readonly projects: Post[];
  /** In the order in which the posts, from the oldest on, bring them up. */
  readonly tags: Tag[];
  /** Every address of the site. */
  readonly urls: ReadonlySet<string>;
  /** The newest posts, as many as a feed has. */
  readonly newest: Post[];
  /** When the newest of them, else of all pages, was made. */
  readonly updated: Date;

  readonly #byUrl: Map<string, Post>;
  readonly #tagByName = new Map<string, Tag>();
  #byTranslationKey: Map<string, string> | undefined;
  #neighbors: Map<Post, Neighbors> | undefined;
  readonly #site: Site;
  #byFile: Map<string, CollectionItem> | undefined;
  readonly #items: readonly CollectionItem[];
  readonly #siteWide: Record<string, unknown>;

  /** @param siteWide - Data of a page of the theme's own, which has no front matter beside what every page has. */
  constructor(
    items: readonly CollectionItem[],
    urls: ReadonlySet<string>,
    site: Site,
    siteWide: Record<string, unknown> = {},
  ) {
    this.#site = site;
    this.#siteWide = siteWide;
    this.urls = urls;
    this.posts = items.filter(isPost).map((item) => toPost(item));
    this.posts.sort((a, b) => b.date.getTime() - a.date.getTime() || compare(b.inputPath, a.inputPath));
    const shown = this.posts.filter((post) => !post.hidden);
    this.projects = shown.filter((post) => post.isProject);
    this.blog = shown.filter((post) =>
      post.categories.length > 0 ? post.categories.includes("blog") : !post.isProject,
    );
    this.tags = this.#indexTags();
    this.newest = shown.slice(0, maxFeedEntries);
    this.updated = newestOf(this.newest.length > 0 ? this.newest : items);
    // A page may have the layout of a post and yet be in no list.
    const unlisted = items.filter((item) => item.data.layout === "post" && !isPost(item));
    const all = [...this.posts, ...unlisted.map((item) => toPost(item))];
    this.#byUrl = new Map(all.map((post) => [post.url, post]));
    this.#items = items;
  }

  /** The address of the page with this `translationKey` in its front matter. */
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

  /** The post at an address of the site. */
  post(url: string): Post | undefined {
    return this.#byUrl.get(url);
  }

  /** A post's tags, each with its anchor on the tags page. */
  tagsOf(post: Post): Tag[] {
    return post.tags.flatMap((name) => this.#tagByName.get(name) ?? []);
  }

  /** The posts that a post leads to, among those of the categories that `postAdvanceLinks` names. */
  neighbors(post: Post): Neighbors {
    this.#neighbors ??= indexNeighbors(this.posts.filter((other) => this.#advances(other)));
    return this.#neighbors.get(post) ?? {};
  }

  /** Up to five others that share a tag with a post, newest first. */
  related(post: Post): Post[] {
    const found = new Set<Post>();
    for (const tag of this.tagsOf(post)) {
      let taken = 0;
      for (const other of tag.posts) {
        if (taken === maxRelated) break;
        if (other === post || other.hidden) continue;
        found.add(other);
        taken += 1;
      }
    }
    return [...found].sort((a, b) => b.date.getTime() - a.date.getTime()).slice(0, maxRelated);
  }

  /** What Eleventy knows of a file, by its path from the folder in which it runs. */
  file(inputPath: string): CollectionItem | undefined {
    this.#byFile ??= new Map(this.#items.map((item) => [item.inputPath.replace(/^\.\//, ""), item]));
    return this.#byFile.get(inputPath);
  }

  /** Everything in the site that is no post. */
  get pages(): CollectionItem[] {
    return this.#items.filter((item) => !isPost(item));
  }

  /** What has this field in its own front matter, or its folder's: a global data file of that name is no page's. */
  withField(field: string): CollectionItem[] {
    const everywhere = this.#siteWide[field];
    return this.#items.filter(({ data: { [field]: value } }) => {
      if (value === undefined || value === null) return false;
      return everywhere === undefined || !isDeepStrictEqual(value, everywhere);
    });
  }

  /** What a search engine should know of, by address. The theme's own pages are in no collection. */
  get sitemap(): { url: string; date?: Date }[] {
    const roots = ["/", ...Object.keys(this.#site.languages).map(rootOf)];
    const own = [...this.urls].filter(sitemapTest(roots));
    const found = new Map<string, Date | undefined>(own.map((url) => [url, undefined]));
    for (const { url, data } of this.#items) {
      if (
        typeof url === "string" &&
        /(\/|\.html)$/.test(url) &&
        url !== routeUrl("notFound") &&
        data.sitemap !== false
      )
        found.set(url, this.#byUrl.get(url)?.date);
      else if (data.sitemap === false) found.delete(String(url));
    }
    return [...found]
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

/** A post is what is tagged `posts`, as everywhere in Eleventy, or lies in a folder `_posts`, as in Jekyll. */
export function isPost({ inputPath, url, data }: CollectionItem): boolean {
  if (typeof url !== "string") return false;
  return (
    /(^|\/)_(posts|drafts)\//.test(inputPath) || (Array.isArray(data.tags) && data.tags.includes("posts"))
  );
}

/** A hidden post leads to those around it, but none leads to it. */
function indexNeighbors(newestFirst: readonly Post[]): Map<Post, Neighbors> {
  const found = new Map<Post, Neighbors>();
  let next: Post | undefined;
  for (const post of newestFirst) {
    found.set(post, { next });
    if (!post.hidden) next = post;
  }
  let previous: Post | undefined;
  for (const post of newestFirst.toReversed()) {
    found.set(post, { ...found.get(post), previous });
    if (!post.hidden) previous = post;
  }
  return found;
}

const newestOf = (items: readonly { date: Date }[]): Date =>
  new Date(items.reduce((newest, { date }) => Math.max(newest, date.getTime()), 0));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
