import type { EleventyConfig, TemplateData } from "../eleventy/api.js";
import { afterAllPages, virtualExtension } from "../eleventy/virtual-templates.js";
import type { PageName } from "../options/pages.js";
import type { SectionName } from "../options/sections.js";
import type { Site } from "../options/site.js";
import type { CatalogueEntry } from "../publications/list/catalogue.js";
import type { Edition, Editions, Sources } from "../site/editions.js";

/** A page that the theme makes. */
interface ThemePage {
  /** Its address from where its language starts. */
  url: string;
  /** Whether there is only one for all languages. */
  isOnlyOne?: true;
  /** Its layout, or for what is no page of HTML the template. */
  layout?: string;
  template?: string;
  title?: string;
  /** Whether the site has what the page shows. The default is yes. */
  isNeeded?(about: Whole): boolean;
  /** What the page needs besides, made when the content is known. */
  prepare?(data: TemplateData, about: Whole): void;
}

/** What the theme knows of the whole site, in one of its languages. */
type Whole = Edition & Sources;

/** Data under which a virtual template says which page it is. */
const key = "indigoPage";

function pagesOf({ strings }: Site): Record<PageName, ThemePage> {
  return {
    home: { url: "", layout: "home" },
    blog: {
      url: "blog/",
      layout: "blog",
      title: strings.blog,
      isNeeded: ({ site, indigo: { content } }) => site.blog ?? content.posts.length > 0,
      prepare: paginateBlog,
    },
    projects: {
      url: "projects/",
      layout: "projects",
      title: strings.projects,
      isNeeded: (whole) =>
        hasEntries(whole, "projects") || (whole.site.projects ?? whole.indigo.content.projects.length > 0),
    },
    tags: {
      url: "tags/",
      layout: "tags",
      title: strings.tags,
      isNeeded: ({ indigo: { content } }) => content.tags.length > 0,
    },
    publications: {
      url: "publications/",
      layout: "publications-page",
      title: strings.publications,
      isNeeded: hasPublications,
    },
    publication: {
      isOnlyOne: true,
      url: "publications/ID/",
      layout: "publication",
      isNeeded: hasPublications,
      prepare: paginatePublications,
    },
    // What is new is told in one language.
    news: { ...sectionPage("news", strings), isOnlyOne: true },
    talks: sectionPage("talks", strings),
    teaching: sectionPage("teaching", strings),
    people: sectionPage("people", strings),
    cv: sectionPage("cv", strings),
    search: {
      url: "search/",
      layout: "search",
      title: strings.search,
      isNeeded: ({ site }) => site.search,
    },
    notFound: { isOnlyOne: true, url: "404.html", layout: "not-found", title: strings.notFound },
    feed: { url: "feed.xml", template: '{% include "indigo/feeds/feed.njk" %}', isNeeded: hasUrl },
    sitemap: {
      isOnlyOne: true,
      url: "sitemap.xml",
      template: '{% include "indigo/feeds/sitemap.njk" %}',
      isNeeded: hasUrl,
    },
    robots: { isOnlyOne: true, url: "robots.txt", template: '{% include "indigo/feeds/robots.njk" %}' },
  };
}

const hasEntries = ({ sections, site }: Whole, name: SectionName): boolean =>
  sections.of(site).find(name) !== undefined;

const sectionPage = (name: SectionName, strings: Site["strings"]): ThemePage => ({
  url: `${name}/`,
  layout: "section",
  title: strings[name],
  isNeeded: (whole) => hasEntries(whole, name),
  prepare: (data) => {
    data.section = name;
  },
});

/** Feeds and sitemaps are made of full addresses. */
const hasUrl = ({ site }: Whole): boolean => site.url !== undefined;

/**
 * Makes the pages that a theme owes its user. None is made that the author turned off, that would be empty, or whose
 * address a page or file of the author's own has.
 */
export function addPages(eleventyConfig: EleventyConfig, editions: Editions, sources: Sources): void {
  const { index } = sources;
  const made = new Map<string, { page: ThemePage; about: Whole; url: string }>();
  for (const edition of editions.all) {
    const { site, language } = edition;
    for (const [name, page] of Object.entries(pagesOf(site))) {
      if (!site.themePages[name as PageName] || (page.isOnlyOne && language)) continue;
      const id = language ? `${name}-${language.toLowerCase()}` : name;
      const url = site.root + page.url;
      made.set(id, { page, about: { ...edition, ...sources }, url });
      eleventyConfig.addTemplate(`indigo-${id}.${virtualExtension}`, page.template ?? "", {
        ...afterAllPages,
        ...(language && { lang: language }),
        [key]: id,
        layout: page.layout ?? false,
        title: page.title,
        permalink: url,
      });
    }
  }

  eleventyConfig.addPreprocessor("indigo-pages", virtualExtension, (data) => {
    const { page, about, url } = made.get(data[key] as string) ?? {};
    if (!page || !about || !url) return undefined;
    if (index.isTaken(url) || page.isNeeded?.(about) === false) return false;
    page.prepare?.(data, about);
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
function paginateBlog(
  data: TemplateData,
  { site: { postsPerPage, root }, indigo: { content } }: Whole,
): void {
  data.blogPosts = content.blog;
  data.pagination = {
    data: "blogPosts",
    size: postsPerPage ?? Math.max(content.blog.length, 1),
    generatePageOnEmptyData: true,
  };
  data.permalink = ({ pagination }: { pagination: { pageNumber: number } }) =>
    pagination.pageNumber > 0 ? `${root}blog/${pagination.pageNumber + 1}/` : `${root}blog/`;
}
