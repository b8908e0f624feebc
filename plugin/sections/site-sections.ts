import type { SectionName } from "../options/sections.js";
import type { Site } from "../options/site.js";
import { configFileName } from "../utils/config-file-name.js";
import { IndigoError, suggestion } from "../utils/errors.js";
import { jsonLd } from "../utils/json-ld.js";
import { absoluteUrl } from "../utils/urls.js";
import { registry, sectionNames } from "./registry.js";
import type { BuiltSection, EntryGroup } from "./section.js";

/** A section as a layout or a shortcode shows it. */
export interface ShownSection {
  name: SectionName;
  /** Its name for readers. */
  title: string;
  /** The partial that shows an entry. */
  partial: string;
  /** The partial that shows its groups. */
  groupsPartial: string;
  groups: readonly EntryGroup[];
  /** What stands above the groups on the section's page, where it has something. */
  head: object | undefined;
  /** How many entries it has. */
  count: number;
  /** JSON-LD as text that cannot end the script element it stands in; empty where no type fits. */
  structuredData: string;
}

/** The sections of a site in one language: `indigo.sections` in layouts. */
export interface SiteSections {
  /** A section that is on and has entries. */
  find(name: SectionName): ShownSection | undefined;
  /**
   * A section that a page or a shortcode asks for.
   *
   * @param asking - Who asks, for messages: `{% talks %} in index.md`.
   * @throws IndigoError for a name that is none, and for a section that is off.
   */
  get(name: unknown, asking: string): ShownSection;
}

/**
 * Offers the sections of a site in one language, each indexed when it is first asked for.
 *
 * @param build - Gives the groups of a section, or nothing where it is off.
 */
export function siteSections(
  site: Site,
  build: (name: SectionName) => BuiltSection | undefined,
): SiteSections {
  const shown = new Map<SectionName, ShownSection | undefined>();
  const of = (name: SectionName): ShownSection | undefined => {
    if (!shown.has(name)) shown.set(name, show(name, build(name), site));
    return shown.get(name);
  };
  return {
    find: (name) => (of(name)?.count ? of(name) : undefined),
    get(name, asking) {
      if (!isSection(name)) {
        const near = typeof name === "string" ? suggestion(name, sectionNames) : "";
        throw new IndigoError(
          `${asking} needs the name of a section, but has ${JSON.stringify(name) ?? "none"}.${near || ` Known: ${sectionNames.join(", ")}.`}`,
        );
      }
      const found = of(name);
      if (!found) {
        throw new IndigoError(
          `${asking} shows a section that is off: set the option "sections" in ${configFileName()} to { ${name}: true }.`,
        );
      }
      return found;
    },
  };
}

const isSection = (name: unknown): name is SectionName => sectionNames.some((known) => known === name);

function show(
  name: SectionName,
  built: BuiltSection | undefined,
  { strings, url, root, pathPrefix }: Site,
): ShownSection | undefined {
  if (!built) return undefined;
  const { groups, head } = built;
  const { partial, groupsPartial = "indigo/sections/section-groups.njk" } = registry[name];
  return {
    name,
    title: strings[name],
    partial,
    groupsPartial,
    groups,
    head,
    count: groups.reduce((sum, { entries }) => sum + entries.length, 0),
    get structuredData() {
      if (url === undefined || groups.length === 0) return "";
      const things = built.structuredData?.(absoluteUrl(`${root}${name}/`, url, pathPrefix)) ?? [];
      if (typeof things === "string") return things;
      if (things.length === 0) return "";
      return jsonLd({ "@graph": things });
    },
  };
}

/** The first entries of some groups. */
export function firstOf(groups: readonly EntryGroup[], limit: number | undefined): EntryGroup[] {
  let left = limit ?? Number.POSITIVE_INFINITY;
  return groups.flatMap((group) => {
    const entries = group.entries.slice(0, Math.max(left, 0));
    left -= entries.length;
    return entries.length > 0 ? [{ ...group, entries }] : [];
  });
}
