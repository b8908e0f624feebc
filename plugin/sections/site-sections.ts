import type { SectionName } from "../options/sections.js";
import type { Site } from "../options/site.js";
import { configFileName } from "../utils/config-file-name.js";
import { IndigoError, suggestion } from "../utils/errors.js";
import type { CalendarEvent } from "../utils/icalendar.js";
import { type JsonLdNode, jsonLd } from "../utils/json-ld.js";
import { absoluteUrl } from "../utils/urls.js";
import { registry, sectionNames } from "./registry.js";
import type { BuiltSection, Entry, EntryGroup, NamedGroups, PageTop } from "./section.js";

/** A section as a layout or a shortcode shows it. */
export interface ShownSection {
  name: SectionName;
  /** Its title in the language of the site. */
  title: string;
  /** The partial that shows an entry. */
  partial: string;
  /** The partial that shows its groups. */
  groupsPartial: string;
  /** How many entries a home page shows of it; undefined for all. */
  homeLimit: number | undefined;
  groups: readonly EntryGroup[];
  /** Groups that a shortcode may name in addition to {@link groups}. */
  named: readonly NamedGroups[];
  /** What its page has above the groups. */
  top: PageTop | undefined;
  /** Returns the entry of a file of the section's folder; undefined for another file. */
  ofFile(inputPath: string): Entry | undefined;
  /** Data for the top of the section's page, above the groups, if it has some. */
  head: object | undefined;
  /** Number of its entries. */
  count: number;
  /** Whether its entries are in the language of the site: not those of the main language in another one. */
  isInLanguage: boolean;
  /** Returns the events of an entry for calendars. */
  eventsOf(entry: Entry): CalendarEvent[];
  /** Returns the node of an entry in structured data, without its connections; undefined if no type fits. */
  nodeOf(entry: Entry): JsonLdNode | undefined;
  /** JSON-LD as text that cannot end the script element around it; empty if no type fits. */
  structuredData: string;
}

/** The sections of a site in one language: `indigo.sections` in layouts. */
export interface SiteSections {
  /** Returns a section, unless it is off or has no entries. */
  find(name: SectionName): ShownSection | undefined;
  /**
   * Returns the section that a page or a shortcode shows.
   *
   * @param caller - The page or shortcode, for messages: `{% talks %} in index.md`.
   * @throws IndigoError for an unknown name, and for a section that is off.
   */
  get(name: unknown, caller: string): ShownSection;
}

/**
 * Returns the sections of a site in one language, each built on first use.
 *
 * @param build - Builds a section; undefined if it is off.
 * @param isInLanguage - Returns whether a section has entries in the language of the site.
 */
export function siteSections(
  site: Site,
  build: (name: SectionName) => BuiltSection | undefined,
  isInLanguage: (name: SectionName) => boolean,
): SiteSections {
  const shown = new Map<SectionName, ShownSection | undefined>();
  const of = (name: SectionName): ShownSection | undefined => {
    if (!shown.has(name)) shown.set(name, show(name, build(name), site, isInLanguage(name)));
    return shown.get(name);
  };
  return {
    find: (name) => (of(name)?.count ? of(name) : undefined),
    get(name, caller) {
      if (!isSection(name)) {
        const near = typeof name === "string" ? suggestion(name, sectionNames) : "";
        throw new IndigoError(
          `${caller} needs the name of a section, but has ${JSON.stringify(name) ?? "none"}.${near || ` Known: ${sectionNames.join(", ")}.`}`,
        );
      }
      const section = of(name);
      if (!section) {
        throw new IndigoError(
          `${caller} shows a section that is off: set the option "sections" in ${configFileName()} to { ${name}: true }.`,
        );
      }
      return section;
    },
  };
}

const isSection = (name: unknown): name is SectionName => sectionNames.some((section) => section === name);

function show(
  name: SectionName,
  built: BuiltSection | undefined,
  { strings, url, root, pathPrefix }: Site,
  isInLanguage: boolean,
): ShownSection | undefined {
  if (!built) return undefined;
  const { groups, named = [], top, head } = built;
  const { partial, groupsPartial = "indigo/sections/section-groups.njk", homeLimit } = registry[name];
  return {
    name,
    title: strings[name],
    partial,
    groupsPartial,
    homeLimit,
    groups,
    named,
    top,
    ofFile: (inputPath) => built.ofFile?.(inputPath.replace(/^\.\//, "")),
    head,
    count: groups.reduce((sum, { entries }) => sum + entries.length, 0),
    isInLanguage,
    eventsOf: (entry) => built.eventsOf?.(entry) ?? [],
    nodeOf: (entry) => built.nodeOf?.(entry),
    get structuredData() {
      if (url === undefined || groups.length === 0) return "";
      const nodes = built.structuredData?.(absoluteUrl(`${root}${name}/`, url, pathPrefix)) ?? [];
      if (typeof nodes === "string") return nodes;
      if (nodes.length === 0) return "";
      return jsonLd({ "@graph": nodes });
    },
  };
}

/** Returns the first entries of some groups, in their groups; all of them without a limit. */
export function firstOf(groups: readonly EntryGroup[], limit: number | undefined): EntryGroup[] {
  let left = limit ?? Number.POSITIVE_INFINITY;
  return groups.flatMap((group) => {
    const entries = group.entries.slice(0, Math.max(left, 0));
    left -= entries.length;
    return entries.length > 0 ? [{ ...group, entries }] : [];
  });
}
