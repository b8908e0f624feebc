import { DateTime } from "luxon";
import { fill } from "../i18n/fill.js";
import type { Strings } from "../i18n/strings/types.js";
import { type ArchiveKind, archiveKinds, wantedArchives } from "../options/archives.js";
import { archiveRoutes, routeUrl } from "../options/routes.js";
import type { Site } from "../options/site.js";
import { anchor, uniqueIds } from "../utils/slug.js";
import { zoneOf } from "../utils/time-zone.js";
import type { Content, Neighbors, Tag } from "./content.js";
import type { Post } from "./post.js";

/** The posts with a tag, of a category, of a year or of a series, which have a page. */
export interface Archive {
  kind: ArchiveKind;
  /** The tag, category or series as its author wrote it, or the year. */
  name: string;
  /** The title of its page. */
  title: string;
  /** URL of its page, and of its feed, from the site's root. */
  url: string;
  feedUrl: string;
  /** Newest first; those of a series in their order. */
  posts: readonly Post[];
  /** The newest posts, for its feed. */
  newest: readonly Post[];
  /** When these were last changed. */
  updated: Date;
}

/** The archives of one kind. */
export interface ArchiveGroup {
  kind: ArchiveKind;
  label: string;
  archives: readonly Archive[];
}

/** A post as a part of its series. */
export interface SeriesPart {
  archive: Archive;
  /** From 1. */
  number: number;
  /** The parts before and after it. */
  previous: Post | undefined;
  next: Post | undefined;
}

const maxFeedEntries = 20;

const titles = {
  tags: ({ taggedWith }, name) => fill(taggedWith, name),
  categories: ({ inCategory }, name) => fill(inCategory, name),
  years: ({ ofYear }, name) => fill(ofYear, name),
  series: ({ series }, name) => fill(series, name),
} satisfies Record<ArchiveKind, (strings: Strings, name: string) => string>;

/** The archives of a site in one of its languages, by the option `archives`. Layouts read them as `indigo.archives`. */
export class Archives {
  /** The kinds that have archives. */
  readonly groups: readonly ArchiveGroup[];
  readonly #content: Content;
  readonly #site: Site;
  #positions: Map<Post, number> | undefined;
  readonly #byName = new Map<string, Archive>();

  constructor(content: Content, site: Site) {
    this.#content = content;
    this.#site = site;
    const wanted = wantedArchives(site.themeArchives);
    this.groups = archiveKinds
      .filter((kind) => wanted.includes(kind))
      .map((kind) => ({
        kind,
        label: site.strings[kind === "series" ? "allSeries" : kind],
        archives: this.#archivesOf(kind),
      }))
      .filter(({ archives }) => archives.length > 0);
    for (const { archives } of this.groups)
      for (const archive of archives) this.#byName.set(`${archive.kind} ${archive.name}`, archive);
  }

  /** All archives. */
  get all(): readonly Archive[] {
    return this.groups.flatMap(({ archives }) => archives);
  }

  /** The kinds that lists of posts link: all, but not tags if they are on a page of their own. */
  get linkedGroups(): readonly ArchiveGroup[] {
    return this.groups.filter(({ kind }) => kind !== "tags" || !this.tagsPage);
  }

  /** URL of the page of all tags; undefined if the site has none. */
  get tagsPage(): string | undefined {
    const url = routeUrl("tags", this.#site.root);
    return this.#content.urls.has(url) ? url : undefined;
  }

  /** Returns an archive by its name. */
  find(kind: ArchiveKind, name: string): Archive | undefined {
    return this.#byName.get(`${kind} ${name}`);
  }

  /** Returns the URL that a tag links: its archive, else its part of the page of all tags; undefined if there is neither. */
  tagUrl({ name, anchor: id }: Tag): string | undefined {
    const archive = this.find("tags", name);
    if (archive) return archive.url;
    return id && this.tagsPage ? `${this.tagsPage}#${id}` : undefined;
  }

  /** Returns a post as a part of its series; undefined if it is in none, or series have no archives. */
  partOf(post: Post | undefined): SeriesPart | undefined {
    if (post?.series === undefined) return undefined;
    const archive = this.find("series", post.series);
    if (!archive) return undefined;
    this.#positions ??= new Map(
      (this.groups.find(({ kind }) => kind === "series")?.archives ?? []).flatMap(({ posts }) =>
        posts.map((each, index) => [each, index]),
      ),
    );
    const index = this.#positions.get(post);
    if (index === undefined) return undefined;
    const { posts } = archive;
    return { archive, number: index + 1, previous: posts[index - 1], next: posts[index + 1] };
  }

  /** Returns the posts before and after a post; none if they are those of its series, which it links already. */
  neighbors(post: Post): Neighbors {
    const neighbors = this.#content.neighbors(post);
    const part = this.partOf(post);
    const isSame = part && part.previous === neighbors.previous && part.next === neighbors.next;
    return isSame ? {} : neighbors;
  }

  #archivesOf(kind: ArchiveKind): Archive[] {
    const { root, strings, timeZone } = this.#site;
    const byName = new Map<string, Post[]>();
    for (const post of this.#content.posts.filter(({ hidden }) => !hidden)) {
      for (const name of new Set(namesIn(post, kind, timeZone)))
        byName.set(name, append(byName.get(name), post));
    }
    const names = [...byName.keys()];
    // Years newest first, the others by name.
    if (kind !== "years") names.sort((a, b) => a.localeCompare(b, this.#site.language));
    const segments = urlSegments(names);
    return names.map((name): Archive => {
      const posts = byName.get(name) ?? [];
      const newest = posts.slice(0, maxFeedEntries);
      const url = routeUrl(archiveRoutes[kind], root).replace("ID", segments.get(name) ?? "");
      return {
        kind,
        name,
        title: titles[kind](strings, name),
        url,
        feedUrl: `${url}feed.xml`,
        posts: kind === "series" ? posts.toReversed() : posts,
        newest,
        updated: new Date(Math.max(...newest.map(({ modified }) => modified.getTime()))),
      };
    });
  }
}

/** Adds to a list in place, since a year may have thousands of posts. */
function append(posts: Post[] | undefined, post: Post): Post[] {
  if (!posts) return [post];
  posts.push(post);
  return posts;
}

/** Returns the names of the archives of one kind that a post is in. */
function namesIn(
  { tags, categories, series, date }: Post,
  kind: ArchiveKind,
  timeZone: string,
): readonly string[] {
  if (kind === "tags") return tags;
  if (kind === "categories") return categories;
  if (kind === "series") return series === undefined ? [] : [series];
  return [DateTime.fromJSDate(date, { zone: zoneOf(timeZone) }).toFormat("yyyy")];
}

/**
 * Returns a URL segment for each name, each its own: `c`, `cplusplus` and `csharp` for `C`, `C++` and `C#`. A name that is its
 * own segment has it, whatever other names there are.
 */
function urlSegments(names: readonly string[]): Map<string, string> {
  const unique = uniqueIds();
  const baseOf = (name: string): string =>
    anchor(name.replaceAll(/(?<=[\p{L}\p{N}+])\+/gu, "plus").replaceAll(/(?<=[\p{L}\p{N}])#/gu, "sharp"));
  const rank = (name: string): number =>
    baseOf(name) === name ? 0 : baseOf(name) === name.toLowerCase() ? 1 : 2;
  const sorted = names.toSorted((a, b) => rank(a) - rank(b));
  return new Map(sorted.map((name) => [name, unique(baseOf(name))]));
}
