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
    const { site, language, index } = edition;
    if (wantedArchives(site.themeArchives).length === 0) continue;
    const id = language ? `-${language.toLowerCase()}` : "";
    const free = (url: string): boolean => !index.isTaken(url);
    const pages = (): ArchivePage[] =>
      archivesOf(edition)
        .filter(({ url }) => free(url))
        .flatMap((archive) => pagesOf(archive, site.postsPerPage));
    const feeds = (): Archive[] => archivesOf(edition).filter(({ feedUrl }) => free(feedUrl));
    addThemeTemplate(eleventyConfig, {
      url: `${site.root}archives/`,
      name: `indigo-archives${id}`,
      layout: "archive",
      ...(language && { data: { lang: language } }),
      isNeeded: () => archivesOf(edition).length > 0,
      prepare(data) {
        data.archivePages = pages();
        data.pagination = { data: "archivePages", size: 1, alias: "archivePage" };
        data.permalink = ({ archivePage }: { archivePage: ArchivePage }) => archivePage.url;
      },
    });
    if (!site.url) continue;
    addThemeTemplate(eleventyConfig, {
      url: `${site.root}archives.xml`,
      name: `indigo-archive-feeds${id}`,
      template: '{% include "indigo/feeds/feed.njk" %}',
      ...(language && { data: { lang: language } }),
      isNeeded: () => archivesOf(edition).length > 0,
      prepare(data) {
        data.archiveFeeds = feeds();
        data.pagination = { data: "archiveFeeds", size: 1, alias: "indigoArchive" };
        data.permalink = ({ indigoArchive }: { indigoArchive: Archive }) => indigoArchive.feedUrl;
      },
    });
  }
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
