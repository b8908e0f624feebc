import type { Archive } from "../content/index.js";
import type { EleventyConfig } from "../eleventy/api.js";
import { addThemeTemplate } from "../eleventy/virtual-templates.js";
import { wantedArchives } from "../options/archives.js";
import type { Edition, Editions } from "../site/index.js";

/** A page of an archive, as the layout `archive` reads it. */
interface ArchivePage {
  archive: Archive;
  url: string;
  items: Archive["posts"];
  /** In the form of Eleventy's `pagination`. */
  pagination: {
    pageNumber: number;
    pages: readonly string[];
    href: { previous: string | undefined; next: string | undefined };
  };
}

/** Creates the pages and feeds that the option `archives` asks for, except those whose URL the site has itself. */
export function addArchives(eleventyConfig: EleventyConfig, editions: Editions): void {
  for (const edition of editions.all) {
    const { site, index } = edition;
    if (wantedArchives(site.themeArchives).length === 0) continue;
    const isFree = (url: string): boolean => !index.isTaken(url);
    addFiles(eleventyConfig, edition, {
      url: "archives/",
      name: "archives",
      content: { layout: "archive" },
      alias: "archivePage",
      items: () =>
        archivesOf(edition)
          .filter(({ url }) => isFree(url))
          .flatMap((archive) => pagesOf(archive, site.postsPerPage)),
      urlOf: ({ url }: ArchivePage) => url,
    });
    if (!site.url) continue;
    addFiles(eleventyConfig, edition, {
      url: "archives.xml",
      name: "archive-feeds",
      content: { template: '{% include "indigo/feeds/feed.njk" %}' },
      alias: "indigoArchive",
      items: () => archivesOf(edition).filter(({ feedUrl }) => isFree(feedUrl)),
      urlOf: ({ feedUrl }: Archive) => feedUrl,
    });
  }
}

/** Files of one kind, of which each archive has one or more. */
interface Files<T> {
  /** A URL below the site's, for the template itself. */
  url: string;
  name: string;
  content: { layout: string } | { template: string };
  /** The key under which the template reads its item. */
  alias: string;
  items: () => readonly T[];
  urlOf: (item: T) => string;
}

/** Adds a template that Eleventy renders for each item. */
function addFiles<T>(eleventyConfig: EleventyConfig, edition: Edition, files: Files<T>): void {
  const { site, language } = edition;
  addThemeTemplate(eleventyConfig, {
    url: `${site.root}${files.url}`,
    name: `indigo-${files.name}${language ? `-${language.toLowerCase()}` : ""}`,
    ...files.content,
    ...(language && { data: { lang: language } }),
    isNeeded: () => archivesOf(edition).length > 0,
    prepare(data) {
      data.archiveItems = files.items();
      data.pagination = { data: "archiveItems", size: 1, alias: files.alias };
      data.permalink = (all: Record<string, unknown>) => files.urlOf(all[files.alias] as T);
    },
  });
}

const archivesOf = ({ data: { indigo } }: Edition): readonly Archive[] => indigo.archives.all;

/** Divides the posts of an archive by the option `postsPerPage`: `/tags/engines/`, `/tags/engines/2/` … */
function pagesOf(archive: Archive, perPage: number | undefined): ArchivePage[] {
  const { posts, url } = archive;
  const size = perPage ?? posts.length;
  const pages = Array.from({ length: Math.ceil(posts.length / size) }, (_, number) =>
    number === 0 ? url : `${url}${number + 1}/`,
  );
  return pages.map((own, pageNumber) => ({
    archive,
    url: own,
    items: posts.slice(pageNumber * size, (pageNumber + 1) * size),
    pagination: {
      pageNumber,
      pages,
      href: { previous: pages[pageNumber - 1], next: pages[pageNumber + 1] },
    },
  }));
}
