type Properties = Record<string, string>;

interface Entry {
  type: string;
  label: string;
  properties: Properties;
}

/** The entries that an entry inherits from, nearest first. */
export interface Family {
  crossref: Entry[];
  xdata: Entry[];
  /** Messages with `…` for the entry and its place. */
  problems: string[];
  hints: string[];
}

/** How far inheritance is followed: entries in a row, and entries in all. Real files have two or three. */
const maxDepth = 10;
const maxParents = 20;

/**
 * Returns the entries that an entry inherits from by `crossref` and `xdata`.
 *
 * @param suggest - Returns a suggestion for an unknown key.
 * @see https://ctan.org/pkg/biblatex – manual, sections 2.4.1 and 3.14.6
 */
export function parentsOf(
  key: string,
  properties: Record<string, string>,
  find: (key: string) => Entry | undefined,
  suggest: (key: string) => string,
): Family {
  const family: Family = { crossref: [], xdata: [], problems: [], hints: [] };
  // Unknown names count as well, since many entries may inherit a list of them.
  const counts = { crossref: 0, xdata: 0 };
  const isFull = (field: "crossref" | "xdata", seen: readonly string[]): boolean =>
    seen.length > maxDepth || counts[field] >= maxParents;
  const follow = (field: "crossref" | "xdata", names: string, seen: string[]): void => {
    for (const name of names
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean)) {
      const parent = find(name);
      if (isFull(field, seen)) {
        family.problems.push(
          `field "${field}" of … leads through more than ${maxDepth} entries in a row, or ${maxParents} in all; the rest is not inherited.`,
        );
        return;
      }
      counts[field] += 1;
      if (!parent) {
        family.hints.push(
          `field "${field}" of … names an unknown entry: "${name}"; nothing is inherited from it.${suggest(name)}`,
        );
      } else if (seen.includes(name)) {
        family.problems.push(
          `field "${field}" of … is circular: it refers back to "${name}"; the rest is not inherited.`,
        );
      } else {
        family[field].push(parent);
        const next = parent.properties[field];
        if (next) follow(field, next, [...seen, name]);
      }
    }
  };
  if (properties.xdata) follow("xdata", properties.xdata, [key]);
  if (properties.crossref) follow("crossref", properties.crossref, [key]);
  return { ...family, problems: [...new Set(family.problems)], hints: [...new Set(family.hints)] };
}

/** Fields that describe a volume only, and that the works in it do not inherit. */
const volumeFields = new Set([
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
 * Returns an entry's own fields, and all fields including inherited ones. The title of the volume becomes the field that
 * the entry's type has for it. BibTeX requires a `booktitle` in the volume, BibLaTeX certain pairs of types; both work.
 */
export function withInherited(
  entry: Entry,
  { crossref, xdata }: Family,
): { own: Properties; all: Properties } {
  const merged = (parts: Properties[]): Properties => Object.assign({}, ...parts.reverse()) as Properties;
  const own = merged([entry.properties, ...xdata.map(({ properties }) => properties)]);
  const volumes = merged(crossref.map(inherited));
  // `date` takes precedence over `year`, so a volume's date must not be combined with an entry's own year.
  if (own.year || own.date) for (const name of ["date", "year", "month", "day"]) delete volumes[name];
  return { own, all: { ...volumes, ...own } };
}

function inherited({ type, properties }: Entry): Properties {
  const { title, subtitle, titleaddon, booktitle, booksubtitle, booktitleaddon, author } = properties;
  const rest = Object.entries(properties).filter(([name]) => !volumeFields.has(name));
  const prefix = type === "periodical" ? "journal" : type.startsWith("mv") ? "main" : "book";
  const titles = {
    [`${prefix}title`]: booktitle ?? title,
    [`${prefix}subtitle`]: booktitle ? booksubtitle : subtitle,
    [`${prefix}titleaddon`]: booktitle ? booktitleaddon : titleaddon,
    bookauthor: type === "book" ? author : undefined,
  };
  return Object.fromEntries([...rest, ...Object.entries(titles).filter(([, value]) => value)]) as Properties;
}
