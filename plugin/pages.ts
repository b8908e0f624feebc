import { isPublished } from "./assets.js";
import type { BuildIndex } from "./build-index.js";
import type { EleventyConfig, TemplateData } from "./eleventy.js";
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
  isNeeded?(site: Site, index: BuildIndex): boolean;
  /** What the page needs besides, made when the content is known. */
  prepare?(data: TemplateData, site: Site, index: BuildIndex): void;
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
      isNeeded: (site, { content }) => site.blog ?? content.posts.length > 0,
      prepare: paginateBlog,
    },
    projects: {
      url: "/projects/",
      layout: "projects",
      title: strings.projects,
      isNeeded: (site, { content }) => site.projects ?? content.projects.length > 0,
    },
    tags: {
      url: "/tags/",
      layout: "tags",
      title: strings.tags,
      isNeeded: (_site, { content }) => content.tags.length > 0,
    },
    notFound: { url: "/404.html", layout: "not-found", title: strings.notFound },
    feed: { url: "/feed.xml", template: '{% include "indigo/feed.njk" %}', isNeeded: hasUrl },
    sitemap: { url: "/sitemap.xml", template: '{% include "indigo/sitemap.njk" %}', isNeeded: hasUrl },
    robots: { url: "/robots.txt", template: '{% include "indigo/robots.njk" %}' },
  };
}

/** Feeds and sitemaps are made of full addresses. */
const hasUrl = (site: Site): boolean => site.url !== undefined;

/**
 * Makes the pages that a theme owes its user. None is made that the author turned off, that would be empty, or whose
 * address a page or file of the author's own has.
 */
export function addPages(eleventyConfig: EleventyConfig, site: Site, index: BuildIndex): void {
  const pages = pagesOf(site);
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
    const isTaken = index.urls.has(page.url) || isPublished(eleventyConfig, page.url.slice(1));
    if (isTaken || page.isNeeded?.(site, index) === false) return false;
    page.prepare?.(data, site, index);
    return undefined;
  });
}

/** The posts on one page, or on several of the size that the author chose: `/blog/`, `/blog/2/` … */
function paginateBlog(data: TemplateData, { postsPerPage }: Site, { content }: BuildIndex): void {
  data.blogPosts = content.blog;
  data.pagination = {
    data: "blogPosts",
    size: postsPerPage ?? Math.max(content.blog.length, 1),
    generatePageOnEmptyData: true,
  };
  data.permalink = ({ pagination }: { pagination: { pageNumber: number } }) =>
    pagination.pageNumber > 0 ? `/blog/${pagination.pageNumber + 1}/` : "/blog/";
}
