import { icon } from "../accounts/icon.js";
import { thread } from "../content/comments.js";
import type { Post } from "../content/post.js";
import { shareLinks } from "../content/share.js";
import type { EleventyConfig } from "../eleventy/api.js";
import { rootUrl } from "../eleventy/site-files.js";
import { feedDate } from "../i18n/dates.js";
import { fill } from "../i18n/fill.js";
import { reachableSpoilers } from "../markdown/shortcodes.js";
import { otherPages } from "../navigation/navigation.js";
import { toBibtex } from "../publications/cite/export.js";
import { highwireTags } from "../publications/cite/highwire.js";
import { citationsOf } from "../publications/cite/references.js";
import { scholarlyData } from "../publications/cite/schema-org.js";
import { publishedOn } from "../publications/downloads.js";
import { authorShower } from "../publications/people/shown-authors.js";
import type { Publication } from "../publications/publication.js";
import type { Sections } from "../sections/index.js";
import { firstOf } from "../sections/site-sections.js";
import type { Editions } from "../site/editions.js";
import { translationsOf } from "../site/translations.js";
import { templateName } from "../utils/errors.js";
import { classes, hasClass, hasHeading } from "../utils/markup.js";
import { remembered } from "../utils/memoize.js";
import { isExternal } from "../utils/schema-values.js";
import { absoluteUrl } from "../utils/urls.js";
import { describe } from "./head.js";
import { isSearchable } from "./search-index.js";
import { styleLinks } from "./stylesheet-links.js";

/** Adds the filters that the layouts use, all under names that start with `indigo`, so as not to take an author's. */
export function addFilters(eleventyConfig: EleventyConfig, editions: Editions, sections: Sections): void {
  const { site } = editions.main;
  // A page names its own address several times, and every page the same few.
  const absolute = remembered((url: string) => absoluteUrl(url, site.url ?? "", site.pathPrefix));

  // Words and addresses
  eleventyConfig.addFilter("indigoIcon", icon);
  eleventyConfig.addFilter("indigoFill", fill);
  eleventyConfig.addFilter("indigoRootUrl", rootUrl);
  eleventyConfig.addFilter("indigoAbsoluteUrl", absolute);

  // Dates
  eleventyConfig.addFilter("indigoDate", function (date, format) {
    return editions.of(this).dates.inWords(date, format);
  });
  eleventyConfig.addFilter("indigoIsoDate", editions.main.dates.iso);
  eleventyConfig.addFilter("indigoFeedDate", feedDate);

  // Pages
  eleventyConfig.addFilter("indigoOtherPages", otherPages);
  eleventyConfig.addFilter("indigoPageClass", pageClass);
  eleventyConfig.addFilter("indigoHasHeading", hasHeading);
  eleventyConfig.addFilter("indigoHasNews", hasNews);
  eleventyConfig.addFilter("indigoStyleLinks", function (content, facts) {
    return styleLinks(content, facts, editions.of(this).indigo.stylesheets);
  });
  eleventyConfig.addFilter("indigoFirstOf", firstOf);
  eleventyConfig.addFilter("indigoSection", function (section, { inputPath }) {
    const { site } = editions.of(this);
    return sections.of(site).get(section, `the layout "section" of ${templateName(inputPath)}`);
  });
  eleventyConfig.addFilter("indigoIsSearchable", function (page, wanted: unknown) {
    return isSearchable(wanted, editions.of(this).indigo.content.post(page.url));
  });
  eleventyConfig.addFilter("indigoContent", reachableSpoilers);
  eleventyConfig.addFilter("indigoDescribe", function (page, facts) {
    return describe({ ...facts, url: page.url || "/" }, editions.of(this), absolute);
  });
  eleventyConfig.addFilter("indigoTranslations", (page, key) => translationsOf(page, key, editions));

  // Posts
  eleventyConfig.addFilter("indigoAuthor", function (post: Post) {
    return editions.of(this).authorOf(post);
  });
  eleventyConfig.addFilter("indigoShareLinks", function (post: Post) {
    const edition = editions.of(this);
    const { name, x } = edition.authorOf(post);
    return site.url ? shareLinks(post, absolute(post.url), handleOr(name, x), edition.site) : [];
  });
  eleventyConfig.addFilter("indigoComments", function (post: Post) {
    return thread(post, absolute(post.url), editions.of(this).site);
  });

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
    feedDate(publishedOn(publication)),
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

/** Whether rendered content shows news. */
export function hasNews(content: unknown): boolean {
  return hasClass(String(content ?? ""), `${classes.sectionEntries} news`);
}
