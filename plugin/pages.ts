import type { CatalogueEntry } from "./bibliography/catalogue.js";
import type { BuildIndex } from "./build-index.js";
import type { EleventyConfig, TemplateData } from "./eleventy.js";
import type { PublicationSource } from "./publication-source.js";
import type { PageName } from "./schemas/pages.js";
import type { Site } from "./site.js";
import { afterAllPages, virtualExtension } from "./virtual.js";

/** A page that the theme makes. */
interface ThemePage {
  url: string;
  /** Its layout, or for what is no page of HTML the template. */
  layout?: string;
  template?: string;
  title?: string;
  /** Whether the site has what the page shows. The default is yes. */
  isNeeded?(about: Whole): boolean;
  /** What the page needs besides, made when the content is known. */
  prepare?(data: TemplateData, about: Whole): void;
}

/** What the theme knows of the whole site. */
interface Whole {
  site: Site;
  index: BuildIndex;
  publications: PublicationSource;
}

/** Data under which a virtual template says which page it is. */
const key = "indigoPage";

function pagesOf({ strings }: Site): Record<PageName, ThemePage> {
  return {
    home: { url: "/", layout: "home" },
    blog: {
      url: "/blog/",
      layout: "blog",
      title: strings.blog,
      isNeeded: ({ site, index: { content } }) => site.blog ?? content.posts.length > 0,
      prepare: paginateBlog,
    },
    projects: {
      url: "/projects/",
      layout: "projects",
      title: strings.projects,
      isNeeded: ({ site, index: { content } }) => site.projects ?? content.projects.length > 0,
    },
    tags: {
      url: "/tags/",
      layout: "tags",
      title: strings.tags,
      isNeeded: ({ index: { content } }) => content.tags.length > 0,
    },
    publications: {
      url: "/publications/",
      layout: "publications-page",
      title: strings.publications,
      isNeeded: hasPublications,
    },
    publication: {
      url: "/publications/ID/",
      layout: "publication",
      isNeeded: hasPublications,
      prepare: paginatePublications,
    },
    search: {
      url: "/search/",
      layout: "search",
      title: strings.search,
      isNeeded: ({ site }) => site.search,
    },
    notFound: { url: "/404.html", layout: "not-found", title: strings.notFound },
    feed: { url: "/feed.xml", template: '{% include "indigo/feed.njk" %}', isNeeded: hasUrl },
    sitemap: { url: "/sitemap.xml", template: '{% include "indigo/sitemap.njk" %}', isNeeded: hasUrl },
    robots: { url: "/robots.txt", template: '{% include "indigo/robots.njk" %}' },
  };
}

/** Feeds and sitemaps are made of full addresses. */
const hasUrl = ({ site }: Whole): boolean => site.url !== undefined;

/**
 * Makes the pages that a theme owes its user. None is made that the author turned off, that would be empty, or whose
 * address a page or file of the author's own has.
 */
export function addPages(
  eleventyConfig: EleventyConfig,
  site: Site,
  index: BuildIndex,
  publications: PublicationSource,
): void {
  const pages = pagesOf(site);
  const whole: Whole = { site, index, publications };
  for (const name of Object.keys(pages) as PageName[]) {
    if (!site.themePages[name]) continue;
    const { url, layout = false, template = "", title } = pages[name];
    eleventyConfig.addTemplate(`indigo-${name}.${virtualExtension}`, template, {
      ...afterAllPages,
      [key]: name,
      layout,
      title,
      permalink: url,
    });
  }

  eleventyConfig.addPreprocessor("indigo-pages", virtualExtension, (data) => {
    const page = pages[data[key] as PageName];
    if (!page) return undefined;
    if (index.isTaken(page.url) || page.isNeeded?.(whole) === false) return false;
    page.prepare?.(data, whole);
    return undefined;
  });
}

const hasPublications = ({ publications }: Whole): boolean => publications.current.all.length > 0;

/** A page for each publication whose address no page of the author's has. */
function paginatePublications(data: TemplateData, { index, publications }: Whole): void {
  data.publicationEntries = publications.catalogue.entries.filter(({ url }) => url && !index.isTaken(url));
  data.pagination = { data: "publicationEntries", size: 1, alias: "entry", addAllPagesToCollections: false };
  data.permalink = ({ entry }: { entry: CatalogueEntry }) => entry.url;
}

/** The posts on one page, or on several of the size that the author chose: `/blog/`, `/blog/2/` … */
function paginateBlog(data: TemplateData, { site: { postsPerPage }, index: { content } }: Whole): void {
  data.blogPosts = content.blog;
  data.pagination = {
    data: "blogPosts",
    size: postsPerPage ?? Math.max(content.blog.length, 1),
    generatePageOnEmptyData: true,
  };
  data.permalink = ({ pagination }: { pagination: { pageNumber: number } }) =>
    pagination.pageNumber > 0 ? `/blog/${pagination.pageNumber + 1}/` : "/blog/";
}
