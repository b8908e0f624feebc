import { suggestion } from "../../utils/errors.js";

type Properties = Record<string, string>;

interface Entry {
  type: string;
  label: string;
  properties: Properties;
}

/** What an entry inherits from, nearest first. */
export interface Family {
  crossref: Entry[];
  xdata: Entry[];
  /** Sentences with `…` where the entry and its place belong. */
  problems: string[];
}

/** Follows an entry's `crossref` and `xdata`. @see https://ctan.org/pkg/biblatex – manual, sections 2.4.1 and 3.14.6 */
export function parentsOf(
  key: string,
  properties: Record<string, string>,
  find: (key: string) => Entry | undefined,
  known: string[],
): Family {
  const family: Family = { crossref: [], xdata: [], problems: [] };
  const follow = (field: "crossref" | "xdata", names: string, seen: string[]): void => {
    for (const name of names
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean)) {
      const parent = find(name);
      if (!parent) {
        family.problems.push(
          `field "${field}" of … names no entry of the file: "${name}".${suggestion(name, known)}`,
        );
      } else if (seen.includes(name)) {
        family.problems.push(`field "${field}" of … leads back to "${name}".`);
      } else {
        family[field].push(parent);
        const next = parent.properties[field];
        if (next) follow(field, next, [...seen, name]);
      }
    }
  };
  if (properties.xdata) follow("xdata", properties.xdata, [key]);
  if (properties.crossref) follow("crossref", properties.crossref, [key]);
  return family;
}

/** Fields that say something of the volume alone and would be wrong of a work in it. */
const volumesOwn = new Set([
  ..."doi url urldate eprint eprinttype eprintclass archiveprefix primaryclass pmid pmcid abstract pages".split(
    " ",
  ),
  ..."keywords file note annotation annote crossref xref xdata ids key label options related shorthand sortkey".split(
    " ",
  ),
  ..."title subtitle titleaddon shorttitle sorttitle indextitle booktitle booksubtitle booktitleaddon".split(
    " ",
  ),
]);

/**
 * An entry's fields with those that it inherits. The title of the volume becomes the one that the entry's own type has for
 * it; BibTeX asks for a `booktitle` in the volume, BibLaTeX for pairs of types, and here either will do.
 */
export function withInherited(
  entry: Entry,
  { crossref, xdata }: Family,
): { own: Properties; all: Properties } {
  const merged = (parts: Properties[]): Properties => Object.assign({}, ...parts.reverse()) as Properties;
  const own = merged([entry.properties, ...xdata.map(({ properties }) => properties)]);
  const volumes = merged(crossref.map(inherited));
  // `date` comes before `year` wherever it is from, so that a volume's must not stand beside a year of the entry's own.
  if (own.year || own.date) for (const name of ["date", "year", "month", "day"]) delete volumes[name];
  return { own, all: { ...volumes, ...own } };
}

function inherited({ type, properties }: Entry): Properties {
  const { title, subtitle, titleaddon, booktitle, booksubtitle, booktitleaddon, author } = properties;
  const rest = Object.entries(properties).filter(([name]) => !volumesOwn.has(name));
  const prefix = type === "periodical" ? "journal" : type.startsWith("mv") ? "main" : "book";
  const titles = {
    [`${prefix}title`]: booktitle ?? title,
    [`${prefix}subtitle`]: booktitle ? booksubtitle : subtitle,
    [`${prefix}titleaddon`]: booktitle ? booktitleaddon : titleaddon,
    bookauthor: type === "book" ? author : undefined,
  };
  return Object.fromEntries([...rest, ...Object.entries(titles).filter(([, value]) => value)]) as Properties;
}
