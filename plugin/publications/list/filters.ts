import type { EleventyConfig, TemplateContext } from "../../eleventy/api.js";
import { addFilter } from "../../eleventy/filters.js";
import { shortcodeArguments } from "../../eleventy/shortcode-arguments.js";
import { callingTemplate } from "../../eleventy/template-context.js";
import type { PageLanguages } from "../../options/page-language.js";
import { IndigoError } from "../../utils/errors.js";
import type { Publication } from "../publication.js";
import type { PublicationSource } from "../source.js";
import { type Catalogue, type CatalogueEntry, minForFilters } from "./catalogue.js";
import { type PageSelections, pageCaller, pageGrouping, pageSelection } from "./page-selections.js";
import { type SelectedList, selectedList } from "./selected-list.js";
import { readSelection } from "./selection.js";
import type { Selector } from "./selector.js";

/** The list of the layout `publications-page`. */
export type PageList = (Catalogue | SelectedList) & {
  /** Whether it is a selection and not all publications. */
  isSelection: boolean;
  /** Whether it is long enough for filters. */
  hasFilters: boolean;
  /** The version of the styles of its filters, for their URL. */
  filterVersion: string;
  /** The level of the headings of groups. */
  level: number;
};

/**
 * Adds the filters of lists:
 *
 * `selectPublications` – takes `indigo.publications.entries` and a selection, as words or named arguments, and returns the
 * entries of it, for loops of a template's own.
 *
 * `indigoPublicationList` – takes the front matter `publications` of a page and returns the list that its layout shows.
 */
export function addListFilters(
  eleventyConfig: EleventyConfig,
  languages: PageLanguages,
  source: PublicationSource,
  select: Selector,
  pages: PageSelections,
): void {
  addFilter(
    eleventyConfig,
    "selectPublications",
    function (this: TemplateContext, entries: unknown, ...args: unknown[]) {
      const caller = `the filter selectPublications in ${callingTemplate(this)}`;
      if (!Array.isArray(entries)) {
        throw new IndigoError(`${caller} takes a list of publications, such as indigo.publications.entries.`);
      }
      const { first, named } = filterArguments(args);
      const selection = readSelection(first, named, caller);
      for (const name of ["by", "style", "heading"] as const) {
        if (selection[name] !== undefined) {
          throw new IndigoError(
            `${caller}: "${name}" is for {% publications %}, which shows a list; a filter returns its publications.`,
          );
        }
      }
      const byPublication = new Map(
        (entries as (CatalogueEntry | Publication)[]).map((entry) => [
          "publication" in entry ? entry.publication : entry,
          entry,
        ]),
      );
      return select(selection, caller, [...byPublication.keys()]).map((publication) =>
        byPublication.get(publication),
      );
    },
  );
  addFilter(
    eleventyConfig,
    "indigoPublicationList",
    function (this: TemplateContext, publications: unknown): PageList {
      const { strings } = languages.of(this).site;
      const catalogue = source.catalogueIn(strings);
      const caller = pageCaller(callingTemplate(this));
      const selection = pageSelection(publications, caller);
      if (!selection) return pageList(catalogue, false, pages);
      if (selection.style === "short") {
        throw new IndigoError(`${caller}: "style" is for {% publications %}; a list page has full entries.`);
      }
      const list = selectedList(select(selection, caller), pageGrouping(selection), catalogue, strings);
      return pageList(list, true, pages, selection.heading);
    },
  );
}

/** Returns a list for its page, on which the groups are below a heading of the second level. */
const pageList = (
  list: Catalogue | SelectedList,
  isSelection: boolean,
  pages: PageSelections,
  level = 3,
): PageList => ({
  ...list,
  filterVersion: list.filters.length > 0 ? pages.linkStyles() : "",
  isSelection,
  level,
  hasFilters: list.entries.length >= minForFilters,
});

/** Separates the arguments of a filter. Liquid passes a named one as a list of its name and value. */
function filterArguments(args: readonly unknown[]): { first: unknown; named: Record<string, unknown> } {
  const pairs = args.filter((arg): arg is [string, unknown] => Array.isArray(arg) && arg.length === 2);
  const {
    positional: [first],
    named,
  } = shortcodeArguments(args.filter((arg) => !Array.isArray(arg)));
  return { first, named: { ...named, ...Object.fromEntries(pairs) } };
}
