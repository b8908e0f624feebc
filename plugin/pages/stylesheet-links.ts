import { type Stylesheets, stylePartNames, styleParts } from "../appearance/index.js";
import type { ShownList } from "../publications/index.js";
import type { ShownSection } from "../sections/index.js";
import { IndigoError, suggestion } from "../utils/errors.js";
import { isRecord } from "../utils/records.js";

/** The properties of a page that its layout passes on to choose stylesheets. */
export interface StyleFacts {
  /** Whether it is a post. */
  isPost?: boolean;
  /** Whether it has a table of contents. */
  hasContents?: boolean;
  /** Whether its table of contents or its footnotes are beside the text. */
  isBesideText?: boolean;
  /** Whether its layout shows code or BibTeX. */
  hasCode?: boolean;
  /** The section that its layout shows. */
  section?: ShownSection | "";
  /** Whether its layout shows publications. */
  hasPublications?: boolean;
  /** What it shows of its connections. */
  connections?: object;
  /** Whether its layout shows archives of posts. */
  hasArchives?: unknown;
  /** Whether the site shows pages that a build would leave out. */
  hasMarks?: boolean;
  /** The schedule of the course whose page it is. */
  schedule?: object;
}

/** What an entry of a section may show. */
interface ShownEntry {
  html?: string;
  /** Publications of the site, in a CV. */
  works?: ShownList;
  schedule?: object;
}

/** What a template may ask for by name: a part of the styles, or the site's own. */
const names: readonly string[] = [...stylePartNames, "own"];

/**
 * Returns the URLs of the stylesheets that a page needs, in their order: for its layout, and for its rendered content.
 *
 * @param wanted - Properties of the page, or names of stylesheets that it links in any case, in any number.
 * @param caller - The filter and its place, for messages.
 * @throws IndigoError for a name that no stylesheet has.
 */
export function pageStyleLinks(
  content: unknown,
  wanted: readonly unknown[],
  stylesheets: Stylesheets,
  caller: string,
): string[] {
  const named = wanted.flat().filter((value) => typeof value === "string");
  for (const name of named) {
    if (!names.includes(name))
      throw new IndigoError(
        `${caller}: there is no style sheet "${name}".${suggestion(name, names) || ` Known: ${names.join(", ")}.`}`,
      );
  }
  const facts: StyleFacts = Object.assign({}, ...wanted.filter(isRecord));
  return styleLinks(content, facts, stylesheets, new Set(named));
}

/** As {@link pageStyleLinks}, for properties that are known. */
function styleLinks(
  content: unknown,
  {
    isPost = false,
    hasContents = false,
    isBesideText = false,
    hasCode = false,
    section,
    hasPublications = false,
    connections,
    hasArchives = false,
    hasMarks = false,
    schedule,
  }: StyleFacts,
  stylesheets: Stylesheets,
  named: ReadonlySet<string>,
): string[] {
  const entries = section ? section.groups.flatMap((group) => group.entries as ShownEntry[]) : [];
  const top = section ? section.top : undefined;
  const facts = {
    isPost,
    hasContents,
    isBesideText,
    hasCode,
    hasPublications: hasPublications || entries.some(({ works }) => works?.isFull),
    hasArchives,
    hasMarks,
    hasConnections: connections !== undefined,
    hasEvents:
      schedule !== undefined || top !== undefined || entries.some((entry) => entry.schedule !== undefined),
    section: section ? (section.head === undefined ? ("entries" as const) : ("cv" as const)) : undefined,
    html: [content, ...entries.map((entry) => entry.html)].filter(Boolean).join("\n"),
  };
  const links = stylePartNames.flatMap((part) =>
    named.has(part) || styleParts[part].isOnPage?.(facts) ? (stylesheets[part] ?? []) : [],
  );
  return named.has("own") && stylesheets.own !== undefined ? [...links, stylesheets.own] : links;
}
