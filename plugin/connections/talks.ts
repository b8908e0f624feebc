import { fill } from "../i18n/fill.js";
import type { NavigationItem } from "../options/navigation.js";
import type { Site } from "../options/site.js";
import { nameFromText } from "../publications/index.js";
import type { Entry } from "../sections/index.js";
import type { Connections } from "./connections.js";

/** A speaker of a talk. */
interface Speaker {
  name: string;
  /** Their own page, if they are one of the people and have one. */
  url: string | undefined;
}

/** A talk with its speakers and the link to its paper. */
export type ConnectedTalk = Entry & {
  /** Undefined for a talk none of whose speakers is one of the people. */
  speakers?: { before: string; people: readonly Speaker[]; after: string };
};

/**
 * Returns a talk with its speakers, and with links to its papers before its other links; the same entry, if it has no
 * connections.
 */
export function connectedTalk(entry: Entry, connections: Connections, site: Site): ConnectedTalk {
  const { graph, entryOf, content } = connections;
  const talk = graph.get("talks", entry.id);
  if (!talk) return entry;
  const links = paperLinks(
    graph.of(talk, "publications").flatMap(({ publication }) => publication ?? []),
    content.publications.catalogueIn(site.strings).entries,
    site,
  );
  const people = graph.of(talk, "people");
  if (links.length === 0 && people.length === 0) return entry;

  const urlOf = (thing: (typeof people)[number] | undefined): string | undefined =>
    thing && entryOf(thing, site)?.pageUrl;
  const coauthors = ((entry as { coauthors?: readonly string[] }).coauthors ?? []).map((name) => ({
    name,
    thing: graph.findPerson(nameFromText(name))?.thing,
  }));
  const others = people.filter((person) => coauthors.every(({ thing }) => thing !== person));
  const speakers = [
    ...others.map((thing) => ({ name: thing.title, url: urlOf(thing) })),
    ...coauthors.map(({ name, thing }) => ({ name, url: urlOf(thing) })),
  ];
  // Co-authors alone are those of the site's owner.
  const [before = "", after = ""] = others.length > 0 ? [] : fill(site.strings.withPeople, "\n").split("\n");
  return Object.create(entry, {
    links: { value: [...links, ...entry.links], enumerable: true },
    ...(people.length > 0 && {
      speakers: { value: { before, people: speakers, after }, enumerable: true },
    }),
  }) as ConnectedTalk;
}

type CatalogueEntries = Connections["content"]["publications"]["catalogue"]["entries"];

/** Returns a link to each paper that has a page; of several by their titles. */
function paperLinks(
  papers: readonly CatalogueEntries[number]["publication"][],
  entries: CatalogueEntries,
  { strings }: Site,
): NavigationItem[] {
  const links = papers.flatMap((paper) => {
    const url = entries.find(({ publication }) => publication === paper)?.url;
    return url ? [{ label: paper.title, url }] : [];
  });
  return links.length === 1 ? links.map(({ url }) => ({ label: strings.paper, url })) : links;
}
