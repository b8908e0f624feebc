// This file alone: the whole package takes a while to load, and a feed is all that is needed.
import dateToRfc3339 from "@11ty/eleventy-plugin-rss/src/dateRfc3339.js";
import { rootUrl } from "./assets.js";
import { authorFinder } from "./authors.js";
import { authorShower } from "./bibliography/authors.js";
import { citationsOf } from "./bibliography/citations.js";
import { toBibtex } from "./bibliography/export.js";
import { highwireTags } from "./bibliography/highwire.js";
import { scholarlyData } from "./bibliography/scholarly.js";
import type { BuildIndex } from "./build-index.js";
import { thread } from "./comments.js";
import { datesOf } from "./dates.js";
import { describe } from "./describe.js";
import type { EleventyConfig } from "./eleventy.js";
import { icon } from "./icons.js";
import { otherPages } from "./navigation.js";
import type { Post } from "./post.js";
import { absoluteUrl } from "./prefix.js";
import { publishedOn } from "./publication-files.js";
import type { Publication } from "./schemas/publication.js";
import { isExternal } from "./schemas/values.js";
import { isSearchable } from "./search.js";
import { shareLinks } from "./share.js";
import type { Site } from "./site.js";
import { fill } from "./strings/index.js";
import { reachableSpoilers } from "./writing.js";

/** Adds the filters that the layouts use, all under names that start with `indigo`, so as not to take an author's. */
export function addFilters(eleventyConfig: EleventyConfig, site: Site, index: BuildIndex): void {
  const absolute = (url: string): string => absoluteUrl(url, site.url ?? "", site.pathPrefix);
  const authorOf = authorFinder(site);
  const dates = datesOf(site);

  // Words and addresses
  eleventyConfig.addFilter("indigoIcon", icon);
  eleventyConfig.addFilter("indigoFill", fill);
  eleventyConfig.addFilter("indigoRootUrl", rootUrl);
  eleventyConfig.addFilter("indigoAbsoluteUrl", absolute);

  // Dates
  eleventyConfig.addFilter("indigoDate", dates.inWords);
  eleventyConfig.addFilter("indigoIsoDate", dates.iso);
  eleventyConfig.addFilter("indigoFeedDate", dateToRfc3339);

  // Pages
  eleventyConfig.addFilter("indigoOtherPages", otherPages);
  eleventyConfig.addFilter("indigoPageClass", pageClass);
  eleventyConfig.addFilter("indigoHasHeading", hasHeading);
  eleventyConfig.addFilter("indigoHasCode", hasCode);
  eleventyConfig.addFilter("indigoHasChart", hasChart);
  eleventyConfig.addFilter("indigoIsSearchable", (page, wanted: unknown) =>
    isSearchable(wanted, index.content.post(page.url)),
  );
  eleventyConfig.addFilter("indigoContent", reachableSpoilers);
  eleventyConfig.addFilter("indigoDescribe", (page, facts) =>
    describe({ ...facts, url: page.url || "/" }, { site, index, authorOf, absoluteUrl: absolute }),
  );

  // Posts
  eleventyConfig.addFilter("indigoAuthor", authorOf);
  eleventyConfig.addFilter("indigoShareLinks", (post: Post) => {
    const { name, x } = authorOf(post);
    return site.url ? shareLinks(post, absolute(post.url), handleOr(name, x), site) : [];
  });
  eleventyConfig.addFilter("indigoComments", (post: Post) => thread(post, absolute(post.url), site));

  // Publications
  eleventyConfig.addFilter(
    "indigoAuthors",
    authorShower({ self: [site.author.name, ...site.author.names], coauthors: site.coauthors }),
  );
  eleventyConfig.addFilter("indigoBibtex", toBibtex);
  eleventyConfig.addFilter("indigoCitations", citationsOf);
  eleventyConfig.addFilter("indigoHighwire", (publication: Publication) =>
    highwireTags(publication, {
      ownFile: (url) => {
        const full = isExternal(url) ? url : absolute(url);
        return site.url && full.startsWith(`${site.url}/`) ? full : undefined;
      },
    }),
  );
  eleventyConfig.addFilter("indigoScholarly", (publication: Publication, url: string) =>
    scholarlyData(publication, absolute(url)),
  );
  eleventyConfig.addFilter("indigoPublished", (publication: Publication) =>
    dateToRfc3339(publishedOn(publication)),
  );

  // Visits
  eleventyConfig.addFilter("indigoGoatCounter", (code: string) =>
    isExternal(code) ? code : `https://${code}.goatcounter.com/count`,
  );
}

/** `@edwardhu` where someone has an account that is not given by its full address, else the name. */
function handleOr(name: string, account: string | undefined): string {
  return account && !isExternal(account) ? `@${account.replace(/^@/, "")}` : name;
}

/** The class that a page's styles hang on: the name of its file, without blanks. `about` for `about.md`. */
export function pageClass(page: { fileSlug?: string }): string {
  return (page.fileSlug ?? "").replace(/\s+/gu, "-");
}

/** Whether rendered content brings a heading of the first level. */
export function hasHeading(content: unknown): boolean {
  return /<h1[\s>]/i.test(String(content ?? ""));
}

/** Whether rendered content has code in colour. */
export function hasCode(content: unknown): boolean {
  return String(content ?? "").includes('class="highlight"');
}

/** Whether rendered content has the chart of publications. */
export function hasChart(content: unknown): boolean {
  return String(content ?? "").includes("publication-chart");
}
