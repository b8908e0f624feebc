import type { ConnectionsOfPages } from "../connections/index.js";
import type { Publishing } from "../content/index.js";
import type { EleventyConfig } from "../eleventy/api.js";
import { addFilter } from "../eleventy/filters.js";
import { callingTemplate } from "../eleventy/template-context.js";
import { warnerOnce } from "../eleventy/warnings.js";
import { shareImages } from "../images/index.js";
import { type Editions, translationsOf } from "../site/index.js";
import type { RenderPartial } from "../templates/partials.js";
import { classes, hasClass, hasCodeBlock, hasHeading } from "../utils/markup.js";
import { isExternal } from "../utils/schema-values.js";
import { addDrawnImages } from "./drawn-share-images.js";
import { describe } from "./head.js";
import { llmsText } from "./llms.js";
import { isSearchable } from "./search-index.js";
import { pageStyleLinks } from "./stylesheet-links.js";
import { widthOf } from "./width.js";

/** Adds filters for the head of a page, its class, its stylesheets, its searchability and its translations. */
export function addPageFilters(
  eleventyConfig: EleventyConfig,
  editions: Editions,
  connections: ConnectionsOfPages,
  publishing: Publishing,
  renderPartial: RenderPartial,
): void {
  const shareImage = shareImages(eleventyConfig);
  const drawImage = addDrawnImages(eleventyConfig, editions, renderPartial);
  addFilter(eleventyConfig, "indigoAbsoluteUrl", editions.absoluteUrl);
  addFilter(eleventyConfig, "indigoPageClass", pageClass);
  addFilter(eleventyConfig, "indigoHasHeading", hasHeading);
  addFilter(eleventyConfig, "indigoHasCode", hasCodeBlock);
  const warn = warnerOnce(eleventyConfig);
  addFilter(eleventyConfig, "indigoWidth", function (page, kind: string, own: unknown) {
    return widthOf({ page, kind, own }, editions.of(this).site, warn);
  });
  addFilter(eleventyConfig, "indigoHasNews", hasNews);
  addFilter(eleventyConfig, "indigoStyleLinks", function (content, ...wanted: unknown[]) {
    return pageStyleLinks(
      content,
      [...wanted, { hasMarks: publishing.hasMarks }],
      editions.of(this).data.indigo.stylesheets,
      `the filter indigoStyleLinks in ${callingTemplate(this)}`,
    );
  });
  addFilter(eleventyConfig, "indigoIsSearchable", function (page, search: unknown) {
    return isSearchable(search, editions.of(this).data.indigo.content.post(page.url));
  });
  addFilter(eleventyConfig, "indigoDescribe", function (page, facts) {
    const edition = editions.of(this);
    const nodes = page.url ? connections.describe(page.url, edition.site, editions.absoluteUrl) : undefined;
    return describe(
      {
        ...facts,
        url: page.url || "/",
        // Nobody shares a page that is not found.
        hasPage: Boolean(page.url) && !page.url.endsWith("/404.html"),
        inputPath: page.inputPath,
        seo: edition.site.jekyll ? page : {},
        nodes,
        person: (name) => connections.person(name, editions.absoluteUrl),
      },
      edition,
      editions.absoluteUrl,
      shareImage,
      drawImage,
    );
  });
  addFilter(eleventyConfig, "indigoLlms", function () {
    return llmsText(editions.of(this), editions);
  });
  addFilter(eleventyConfig, "indigoTranslations", (page, key) => translationsOf(page, key, editions));
  addFilter(eleventyConfig, "indigoGoatCounter", (code: string) =>
    isExternal(code) ? code : `https://${code}.goatcounter.com/count`,
  );
}

/** Returns the CSS class of a page: the name of its file without spaces. `about` for `about.md`. */
function pageClass(page: { fileSlug?: string }): string {
  return (page.fileSlug ?? "").replace(/\s+/gu, "-");
}

/** Returns whether rendered content shows news. */
function hasNews(content: unknown): boolean {
  return hasClass(String(content ?? ""), `${classes.sectionEntries} news`);
}
