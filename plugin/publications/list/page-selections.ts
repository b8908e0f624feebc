import type { EleventyConfig } from "../../eleventy/api.js";
import { onBuildStart } from "../../eleventy/build-start.js";
import { addPreprocessor } from "../../eleventy/preprocessors.js";
import type { Strings } from "../../i18n/strings/types.js";
import { templateName } from "../../utils/errors.js";
import { shortHash } from "../../utils/hash.js";
import { isRecord } from "../../utils/records.js";
import type { PublicationSource } from "../source.js";
import type { Catalogue, EntryGroup } from "./catalogue.js";
import { filterStyles, type GroupBy } from "./groups-and-filters.js";
import { selectedList } from "./selected-list.js";
import { type Caller, readSelection, type Selection } from "./selection.js";
import type { Selector } from "./selector.js";

/** The layout of lists on pages of their own. */
const layout = "publications-page";

/** The selections in front matter, by the path of their page, of the current build. */
export interface PageSelections {
  /** Asks for the file of the styles of the filters of all lists. Returns a hash of them for its URL. */
  linkStyles(): string;
  /** Returns these styles if a page of the build links them. */
  linkedStyles(): string | undefined;
}

/** Reads the front matter `publications` of a page; undefined if it is data of another kind. */
export function pageSelection(publications: unknown, caller: Caller): Selection | undefined {
  // A file `publications.yaml` in the data folder is data of each page too.
  if (typeof publications !== "string" && !isRecord(publications)) return undefined;
  return readSelection(publications, {}, caller, "field");
}

/** Returns the name of the front matter of a page for messages. */
export const pageCaller = (inputPath: string): Caller => `publications in ${templateName(inputPath)}`;

/** Returns how the list of a page is grouped: by year, unless its front matter says otherwise. */
export const pageGrouping = ({ ids, order, by }: Selection): GroupBy | undefined =>
  by ?? (ids || order ? undefined : "year");

/**
 * Collects the selections of pages before any is rendered: a heading with entries for each of two buttons of the filters, but
 * none for both, needs a style of its own, which is in the one file of the site.
 */
export function collectPageSelections(
  eleventyConfig: EleventyConfig,
  source: PublicationSource,
  strings: Strings,
  select: Selector,
): PageSelections {
  const raw = new Map<string, unknown>();
  const known = new WeakMap<Catalogue, { css: string; version: string }>();
  addPreprocessor(eleventyConfig, "indigo-publication-lists", "*", (data) => {
    if (data.layout === layout) raw.set(data.page.inputPath, data.publications);
    else raw.delete(data.page.inputPath);
    return undefined;
  });
  const groupsOf = ([inputPath, publications]: [string, unknown]): EntryGroup[] => {
    const caller = pageCaller(inputPath);
    const selection = pageSelection(publications, caller);
    if (!selection) return [];
    return selectedList(select(selection, caller), pageGrouping(selection), source.catalogue, strings).groups;
  };
  let isLinked = false;
  onBuildStart(eleventyConfig, ({ incremental }) => {
    if (!incremental) isLinked = false;
  });
  const styles = (): { css: string; version: string } => {
    const { catalogue } = source;
    const made = known.get(catalogue);
    if (made) return made;
    const groups = catalogue.filters.length > 0 ? [...raw].flatMap(groupsOf) : [];
    const values = [...catalogue.groups, ...groups].map(({ entries }) =>
      entries.map((entry) => entry.values),
    );
    const css = groups.length === 0 ? catalogue.styles : filterStyles(catalogue.filters, values);
    const result = { css, version: shortHash(css) };
    known.set(catalogue, result);
    return result;
  };
  return {
    linkStyles() {
      isLinked = true;
      return styles().version;
    },
    linkedStyles: () => (isLinked ? styles().css : undefined),
  };
}
