import type { EleventyConfig, TemplateContext } from "../eleventy/api.js";
import { addFilter } from "../eleventy/filters.js";
import { callingPage } from "../eleventy/template-context.js";
import { warnerOnce } from "../eleventy/warnings.js";
import type { PageLanguages } from "../options/page-language.js";
import {
  citationsOf,
  localeFor,
  type Publication,
  type PublicationSource,
  pageStyleOf,
  referenceKey,
  type TextStyle,
  textStyleNames,
} from "../publications/index.js";
import type { BuildCache } from "../utils/build-cache.js";
import { reasonOf } from "../utils/errors.js";
import type { NamedStyle } from "./style.js";

/** A reference to a publication. */
interface PageReference {
  /** The name of its citation style. */
  style: string;
  /** Safe HTML. */
  html: string;
}

/** The style of the site, and the language of a page. */
interface References {
  /** Returns the site's style, if it has one. */
  style(): NamedStyle | undefined;
  /** Returns the reference to a work in the site's style and a page's language. */
  reference(work: Publication, page: { inputPath?: string } | undefined): string;
  /** Returns the references of earlier builds. */
  kept(): BuildCache;
}

/**
 * Adds the filter `indigoCitations`, which returns the references to a publication in several citation styles and the
 * language of the page: first in the style of the site, then in the others of the pages of publications.
 */
export function addPageReferences(
  eleventyConfig: EleventyConfig,
  source: PublicationSource,
  languages: PageLanguages,
  { style: styleOfSite, reference, kept }: References,
): void {
  const warn = warnerOnce(eleventyConfig);
  const failed = (publication: Publication, style: string, reason: string): void =>
    warn(
      `publication "${publication.id}" in ${source.current.placeOf(publication.id)} has no reference in ${style} style: citeproc can't format it (${reason}). Look for a field with an odd value.`,
    );
  addFilter(eleventyConfig, "indigoCitations", function (publication: Publication): PageReference[] {
    const cache = kept();
    const locale = localeFor(languages.of(this).site.language);
    const others = citationsOf(
      publication,
      cache,
      (style, reason) => failed(publication, style, reason),
      locale,
    );
    const style = styleOfSite();
    const first = style && inSiteStyle(publication, style, cache, this);
    const isFirst = ({ style: name }: PageReference): boolean => name === (first?.style ?? nameOf(style));
    return [...(first ? [first] : others.filter(isFirst)), ...others.filter((each) => !isFirst(each))];
  });

  /** Returns the reference in the site's style, if that is none of those that every page has. */
  function inSiteStyle(
    publication: Publication,
    style: NamedStyle,
    cache: BuildCache,
    context: TemplateContext,
  ): PageReference | undefined {
    if (style.name !== undefined && pageStyleOf(style.name)) return undefined;
    const { language } = languages.of(context).site;
    const key = referenceKey(publication, localeFor(language), style.key);
    let html = cache.get(key);
    if (html === undefined) {
      try {
        html = reference(publication, callingPage(context));
      } catch (error) {
        failed(publication, style.label, reasonOf(error));
        return undefined;
      }
      cache.set(key, html);
    }
    return html ? { style: style.label, html } : undefined;
  }
}

/** Returns the name of a style among those that every page has. */
const nameOf = (style: NamedStyle | undefined): string | undefined =>
  style?.name === undefined ? undefined : textStyleNames[style.name satisfies TextStyle];
