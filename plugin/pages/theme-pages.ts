import type { EleventyConfig, TemplateData } from "../eleventy/api.js";
import { addThemeTemplate } from "../eleventy/virtual-templates.js";
import { type PageName, pageNames, pageRoutes, type Route, routeUrl } from "../options/routes.js";
import { type SectionName, type SectionPageName, sectionPageNames } from "../options/sections.js";
import type { CatalogueEntry } from "../publications/index.js";
import type { Edition, Editions } from "../site/index.js";

/** The settings of a page in addition to its route. */
interface PageContent {
  /** Returns whether the site has content for the page. @default always */
  isNeeded?(edition: Edition): boolean;
  /** Adds data to the page when the content is available. */
  prepare?(data: TemplateData, edition: Edition): void;
}

/** The pages that not every site needs, or that need additional data. */
const contents: Partial<Record<PageName, PageContent>> = {
  blog: {
    isNeeded: ({ site, data: { indigo } }) => site.blog ?? indigo.content.posts.length > 0,
    prepare: paginateBlog,
  },
  projects: {
    isNeeded: (edition) =>
      hasEntries(edition, "projects") ||
      (edition.site.projects ?? edition.data.indigo.content.projects.length > 0),
  },
  tags: { isNeeded: ({ data: { indigo } }) => indigo.content.tags.length > 0 },
  publications: { isNeeded: hasPublications },
  publication: { isNeeded: hasPublications, prepare: paginatePublications },
  search: { isNeeded: ({ site }) => site.search },
  // Feeds and sitemaps need full URLs.
  feed: { isNeeded: hasUrl },
  sitemap: { isNeeded: hasUrl },
  llms: { isNeeded: hasUrl },
  ...(Object.fromEntries(sectionPageNames.map((name) => [name, sectionPage(name)])) as Record<
    SectionPageName,
    PageContent
  >),
};

/**
 * Creates the theme's pages, except those that the option `pages` turns off, that would be empty, or that the site has at
 * the same URL.
 */
export function addPages(eleventyConfig: EleventyConfig, editions: Editions): void {
  for (const edition of editions.all) {
    for (const name of pageNames) addPage(eleventyConfig, name, edition);
  }
}

function addPage(eleventyConfig: EleventyConfig, name: PageName, edition: Edition): void {
  const { site, language, index } = edition;
  const { perLanguage, layout, template, title }: Route = pageRoutes[name];
  if (!site.themePages[name] || (language && !perLanguage)) return;
  const { isNeeded, prepare } = contents[name] ?? {};
  const url = routeUrl(name, site.root);
  const id = language ? `${name}-${language.toLowerCase()}` : name;
  addThemeTemplate(eleventyConfig, {
    url,
    name: `indigo-${id}`,
    ...(layout !== undefined && { layout }),
    ...(template !== undefined && { template }),
    // Layouts read `indigoPage` to recognize the theme's pages.
    data: { ...(language && { lang: language }), indigoPage: id, title: title && site.strings[title] },
    isNeeded: () => !index.isTaken(url) && isNeeded?.(edition) !== false,
    prepare: (data) => prepare?.(data, edition),
  });
}

function hasEntries({ sections, site }: Edition, name: SectionName): boolean {
  return sections.of(site).find(name) !== undefined;
}

function sectionPage(name: SectionPageName): PageContent {
  return {
    isNeeded: (edition) => hasEntries(edition, name) && (name !== "news" || hasNewsIn(edition)),
    prepare: (data) => {
      data.section = name;
    },
  };
}

/** News are of their language: a further language does not repeat those of the main one. */
const hasNewsIn = ({ sections, site }: Edition): boolean =>
  sections.of(site).find("news")?.isInLanguage === true;

function hasUrl({ site }: Edition): boolean {
  return site.url !== undefined;
}

function hasPublications({ publications }: Edition): boolean {
  return publications.current.all.length > 0;
}

/** The data of the page of a publication. */
interface PublicationData {
  entry: CatalogueEntry;
}

/** Creates a page for each publication, unless the site has a page with its URL. */
function paginatePublications(data: TemplateData, { index, publications }: Edition): void {
  data.publicationEntries = publications.catalogue.entries.filter(({ url }) => url && !index.isTaken(url));
  data.pagination = { data: "publicationEntries", size: 1, alias: "entry", addAllPagesToCollections: false };
  data.permalink = ({ entry }: PublicationData) => entry.url;
  // For layouts of the author's own, which may extend nothing.
  data.eleventyComputed = {
    ...(data.eleventyComputed as object | undefined),
    publication: ({ entry }: PublicationData) => entry.publication,
    title: ({ entry }: PublicationData) => entry.publication.title,
  };
}

/** Paginates the posts by the option `postsPerPage`: `/blog/`, `/blog/2/` … */
function paginateBlog(data: TemplateData, { site: { postsPerPage, root }, data: { indigo } }: Edition): void {
  const { blog } = indigo.content;
  const first = routeUrl("blog", root);
  data.blogPosts = blog;
  data.pagination = {
    data: "blogPosts",
    size: postsPerPage ?? Math.max(blog.length, 1),
    generatePageOnEmptyData: true,
  };
  data.permalink = ({ pagination }: { pagination: { pageNumber: number } }) =>
    pagination.pageNumber > 0 ? `${first}${pagination.pageNumber + 1}/` : first;
}
