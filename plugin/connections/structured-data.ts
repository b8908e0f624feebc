import type { Site } from "../options/site.js";
import { nameFromText, type PersonName, schemaType } from "../publications/index.js";
import type { ConnectionKind } from "../utils/connection-ids.js";
import { type JsonLdNode, nodeId } from "../utils/json-ld.js";
import type { Connections } from "./connections.js";
import type { Thing } from "./things.js";

/** Returns the full URL of a page. */
type AbsoluteUrl = (url: string) => string;

type Nodes = Record<string, readonly JsonLdNode[]>;

/**
 * Returns the `@id` of a thing, from the site's root: the same on every page and in every language. That of a publication is
 * the URL of its page, without a page that of its entry in the list.
 */
export function nodeUrlOf(thing: Thing, connections: Connections): string {
  const { kind, id, publication, post } = thing;
  if (post) return nodeId(post.url, "post");
  if (!publication) return connections.entryOf(thing, connections.site)?.nodeUrl ?? `/${kind}/#${id}`;
  const { url, anchor = "" } = connections.inCatalogue(publication) ?? {};
  return url ?? `/publications/#${anchor}`;
}

const types: Readonly<Record<Exclude<ConnectionKind, "publications">, string>> = {
  people: "Person",
  projects: "ResearchProject",
  talks: "Event",
  posts: "BlogPosting",
};

/** Returns a reference to the node of a thing: its type, `@id` and name. */
function reference(thing: Thing, connections: Connections, absolute: AbsoluteUrl): JsonLdNode {
  const { kind, publication, title } = thing;
  return {
    "@type": publication ? schemaType(publication) : types[kind as keyof typeof types],
    "@id": absolute(nodeUrlOf(thing, connections)),
    name: title,
  };
}

/** Returns the things of a kind that are connected to a thing, as references. Hidden posts are in no list. */
function referencesTo(
  thing: Thing,
  kind: ConnectionKind,
  connections: Connections,
  absolute: AbsoluteUrl,
): JsonLdNode[] {
  return connections.graph
    .of(thing, kind)
    .filter(({ post }) => !post?.hidden)
    .map((other) => reference(other, connections, absolute));
}

/** Returns an object without the lists that are empty. */
const withoutEmpty = (nodes: Nodes): Nodes =>
  Object.fromEntries(Object.entries(nodes).filter(([, list]) => list.length > 0));

/**
 * Returns the properties with the connections of a person, a project or a talk. Works name their authors and projects, for
 * which schema.org has no inverse property.
 *
 * @see https://schema.org/performerIn, https://schema.org/memberOf, https://schema.org/member, https://schema.org/event,
 *   https://schema.org/workFeatured, https://schema.org/subjectOf
 */
export function entryConnections(
  thing: Thing,
  connections: Connections,
  site: Site,
  absolute: AbsoluteUrl,
): Record<string, unknown> {
  const to = (kind: ConnectionKind): JsonLdNode[] => referencesTo(thing, kind, connections, absolute);
  if (thing.kind === "people") {
    return withoutEmpty({ memberOf: to("projects"), performerIn: to("talks"), subjectOf: to("posts") });
  }
  if (thing.kind === "projects") {
    return withoutEmpty({ member: to("people"), event: to("talks"), subjectOf: to("posts") });
  }
  return withoutEmpty({
    performer: speakersOf(thing, connections, site, absolute),
    workFeatured: to("publications"),
    about: to("projects"),
    subjectOf: to("posts"),
  });
}

/** Returns the speakers of a talk, if some are known: people, and co-authors who are none of them. */
function speakersOf(
  talk: Thing,
  connections: Connections,
  { author }: Site,
  absolute: AbsoluteUrl,
): JsonLdNode[] {
  const { graph } = connections;
  const people = graph.of(talk, "people");
  if (people.length === 0) return [];
  const coauthors = (talk.entry?.facts.coauthors ?? []) as readonly string[];
  const known = new Set(coauthors.flatMap((name) => graph.findPerson(nameFromText(name))?.thing ?? []));
  const others = coauthors.filter((name) => !graph.findPerson(nameFromText(name)));
  const isOwners = people.every((person) => known.has(person));
  return [
    // Co-authors alone are those of the site's owner.
    ...(isOwners ? [{ "@type": "Person", name: author.name }] : []),
    ...people.map((person) => reference(person, connections, absolute)),
    ...others.map((name) => ({ "@type": "Person", name })),
  ];
}

/**
 * Returns the properties with the connections of a publication.
 *
 * @see https://schema.org/sourceOrganization, https://schema.org/subjectOf, https://schema.org/contributor
 */
export function workConnections(thing: Thing, connections: Connections, absolute: AbsoluteUrl): Nodes {
  const { graph } = connections;
  const to = (kind: ConnectionKind): JsonLdNode[] => referencesTo(thing, kind, connections, absolute);
  const { authors = [], editors = [] } = thing.publication ?? {};
  const named = new Set([...authors, ...editors].map((name) => graph.findPerson(name)?.thing));
  return withoutEmpty({
    sourceOrganization: to("projects"),
    subjectOf: [...to("talks"), ...to("posts")],
    contributor: graph
      .of(thing, "people")
      .filter((person) => !named.has(person))
      .map((person) => reference(person, connections, absolute)),
  });
}

/**
 * Returns the properties with the connections of a post.
 *
 * @param cited - The ids of the publications that it cites.
 * @see https://schema.org/citation, https://schema.org/about, https://schema.org/mentions
 */
export function postConnections(
  thing: Thing,
  cited: readonly string[],
  connections: Connections,
  absolute: AbsoluteUrl,
): Nodes {
  const to = (kind: ConnectionKind): JsonLdNode[] => referencesTo(thing, kind, connections, absolute);
  const { graph } = connections;
  return withoutEmpty({
    citation: cited.flatMap((id) => {
      const work = graph.get("publications", id);
      return work ? [reference(work, connections, absolute)] : [];
    }),
    about: [...to("publications"), ...to("projects")],
    mentions: [...to("people"), ...to("talks")],
  });
}

/**
 * Returns the node of the person, project or talk whose page it is, with its connections, and with the works that name it, which
 * schema.org can say in their direction only.
 *
 * @see https://www.w3.org/TR/json-ld11/#reverse-properties
 */
export function entryNode(
  thing: Thing,
  node: JsonLdNode,
  connections: Connections,
  site: Site,
  absolute: AbsoluteUrl,
): JsonLdNode {
  const works = thing.kind === "talks" ? {} : worksByRole(thing, connections, absolute);
  return {
    ...node,
    ...entryConnections(thing, connections, site, absolute),
    ...(Object.keys(works).length > 0 && { "@reverse": works }),
  };
}

/** Returns the works of a person or a project by the property with which they name it. */
function worksByRole(thing: Thing, connections: Connections, absolute: AbsoluteUrl): Nodes {
  const { graph } = connections;
  const isIn = (names: readonly PersonName[] = []): boolean =>
    names.some((name) => graph.findPerson(name)?.thing === thing);
  const works: Record<string, JsonLdNode[]> = {};
  for (const work of graph.of(thing, "publications")) {
    const { authors, editors } = work.publication ?? {};
    const ofPerson = isIn(authors) ? "author" : isIn(editors) ? "editor" : "contributor";
    const role = thing.kind === "people" ? ofPerson : "sourceOrganization";
    works[role] = [...(works[role] ?? []), reference(work, connections, absolute)];
  }
  return works;
}
