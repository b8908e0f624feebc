import type { Citing } from "../citations/index.js";
import type { Site } from "../options/site.js";
import { type CatalogueEntry, nameFromText } from "../publications/index.js";
import type { Entry } from "../sections/index.js";
import type { ConnectionKind } from "../utils/connection-ids.js";
import type { JsonLdNode } from "../utils/json-ld.js";
import type { Connections } from "./connections.js";
import { inLanguage, type LinkedPage, linkedPost } from "./linked-pages.js";
import { contentToScan, mentionsOf } from "./mentions.js";
import { publicationConnections } from "./publication-connections.js";
import { entryNode, postConnections } from "./structured-data.js";
import { sectionKinds, type Thing } from "./things.js";

/** Things of one kind that are connected to a page, under one heading. */
export interface ConnectedGroup {
  kind: ConnectionKind;
  title: string;
  /** Entries of publications or of a section, or posts. */
  items: readonly (CatalogueEntry | Entry | LinkedPage)[];
}

/** What a page shows of its connections. */
export interface ShownConnections {
  /** The kind of thing whose page it is. */
  kind: ConnectionKind;
  /** The person, project or talk. */
  entry: Entry | undefined;
  groups: readonly ConnectedGroup[];
  /** Whether one of the groups has publications. */
  hasPublications: boolean;
}

/** The kinds that a page shows, in their order. */
const shownKinds: Readonly<Record<ConnectionKind, readonly ConnectionKind[]>> = {
  people: ["publications", "projects", "talks", "posts", "people"],
  projects: ["publications", "people", "posts", "talks", "projects"],
  // Its speakers are above.
  talks: ["publications", "projects", "posts", "talks"],
  publications: ["posts", "talks", "projects", "people", "publications"],
  posts: ["publications", "projects", "people", "talks", "posts"],
};

/** The structured data of a page about its connections. */
export interface PageNodes {
  kind: ConnectionKind;
  /** The person, project or talk whose page it is. */
  entity?: JsonLdNode;
  /** Further properties of a post. */
  properties?: Record<string, unknown>;
}

/** What the site knows of a person: `@id` and page as full URLs, and ORCID iD. */
export interface KnownPerson {
  id?: string | undefined;
  url?: string | undefined;
  orcid?: string | undefined;
}

/** Returns the connections of pages. */
export interface ConnectionsOfPages {
  /**
   * Returns what the page of a person, project, talk, publication or post shows; undefined for another page, and for one
   * without anything to show.
   *
   * @param url - URL of the page.
   * @param site - The site in the language of the page.
   */
  of(url: string, site: Site): ShownConnections | undefined;
  /** Returns what the structured data of a page says of its connections; undefined for a page without. */
  describe(url: string, site: Site, absolute: (url: string) => string): PageNodes | undefined;
  /** Returns what the site knows of a person by their name. */
  person(name: string, absolute: (url: string) => string): KnownPerson;
  /** Must be called before each build. */
  reset(): void;
}

/** Returns what pages show of the connections of a site. */
export function shownConnections(connections: Connections, citing: Citing): ConnectionsOfPages {
  const { content } = connections;
  const authors = publicationConnections(connections);
  let mentions: ReadonlyMap<string, readonly LinkedPage[]> | undefined;
  let known: { graph?: Connections["graph"]; people: Map<string, KnownPerson> } = { people: new Map() };

  const citedBy = ({ post }: Thing): readonly string[] =>
    post
      ? citing.citedOn(
          post,
          contentToScan(post.inputPath, () => post.content),
        )
      : [];

  function pagesOf(thing: Thing, site: Site): LinkedPage[] {
    const declared = connections.graph
      .of(thing, "posts")
      .flatMap(({ post }) => (post && !post.hidden ? [linkedPost(post, content.index)] : []));
    mentions ??= mentionsOf(content.index, citing);
    const citingPages = thing.kind === "publications" ? (mentions.get(thing.id) ?? []) : [];
    const pages = new Map([...declared, ...citingPages].map((page) => [page.url, page]));
    const language = site.language === connections.site.language ? undefined : site.language;
    return inLanguage([...pages.values()], language)
      .sort(newestFirst)
      .map((page) =>
        page.language === language ? page : { ...page, lang: page.language ?? connections.site.language },
      );
  }

  function worksOf(thing: Thing, site: Site): CatalogueEntry[] {
    // Those that a post cites are in its references.
    const cited = new Set(thing.kind === "posts" ? citedBy(thing) : []);
    const works = new Set(
      connections.graph
        .of(thing, "publications")
        .flatMap(({ id, publication }) => (publication && !cited.has(id) ? [publication] : [])),
    );
    if (works.size === 0) return [];
    return content.publications
      .catalogueIn(site.strings)
      .groups.flatMap(({ entries }) => entries.filter(({ publication }) => works.has(publication)));
  }

  /** Returns the entries of people, projects or talks; of the people of a publication those who are not among its authors. */
  function entriesOf(thing: Thing, kind: ConnectionKind, site: Site): Entry[] {
    const { graph, entryOf } = connections;
    const { authors = [], editors = [] } = thing.publication ?? {};
    const named = new Set(
      kind === "people" ? [...authors, ...editors].map((name) => graph.findPerson(name)?.thing) : [],
    );
    return graph
      .of(thing, kind)
      .filter((other) => !named.has(other))
      .flatMap((other) => entryOf(other, site) ?? []);
  }

  function groupOf(thing: Thing, kind: ConnectionKind, site: Site): ConnectedGroup["items"] {
    if (kind === "publications") return worksOf(thing, site);
    return kind === "posts" ? pagesOf(thing, site) : entriesOf(thing, kind, site);
  }

  return {
    describe(url, site, absolute) {
      const thing = connections.onPage(url);
      if (!thing || thing.publication) return undefined;
      const { kind, post } = thing;
      if (post) return { kind, properties: postConnections(thing, citedBy(thing), connections, absolute) };
      const entry = connections.entryOf(thing, site);
      const section = sectionKinds.find((name) => name === kind);
      const node = entry && section && content.sections.of(site).find(section)?.nodeOf(entry);
      return node && { kind, entity: entryNode(thing, node, connections, site, absolute) };
    },
    person(name, absolute) {
      const { graph } = connections;
      // Each page names the owner, and few other people.
      if (known.graph !== graph) known = { graph, people: new Map() };
      const found = known.people.get(name);
      if (found) return found;
      const { nodeUrl, pageUrl, orcid } = authors.author(nameFromText(name)) ?? {};
      const person = { id: nodeUrl && absolute(nodeUrl), url: pageUrl && absolute(pageUrl), orcid };
      known.people.set(name, person);
      return person;
    },
    reset: () => {
      mentions = undefined;
    },
    of(url, site) {
      const thing = connections.onPage(url);
      if (!thing) return undefined;
      const groups = shownKinds[thing.kind].flatMap((kind): ConnectedGroup[] => {
        const items = groupOf(thing, kind, site);
        const isMentioned = thing.kind === "publications" && kind === "posts";
        const title = isMentioned ? site.strings.mentionedIn : site.strings[kind];
        return items.length > 0 ? [{ kind, title, items }] : [];
      });
      const entry = connections.entryOf(thing, site);
      if (groups.length === 0 && !hasFacts(entry)) return undefined;
      return {
        kind: thing.kind,
        entry,
        groups,
        hasPublications: groups.some(({ kind }) => kind === "publications"),
      };
    },
  };
}

const newestFirst = (a: LinkedPage, b: LinkedPage): number => timeOf(b) - timeOf(a);

/** Pages without a date come last. */
const timeOf = ({ date }: LinkedPage): number => date?.getTime() ?? Number.MIN_SAFE_INTEGER;

/** The fields of an entry that its page shows above its text. */
const facts = [
  "photo",
  "role",
  "now",
  "social",
  "picture",
  "status",
  "years",
  "event",
  "place",
  "when",
  "kind",
];

const hasFacts = (entry: Entry | undefined): boolean =>
  entry !== undefined &&
  (entry.links.length > 0 ||
    facts.some((name) => {
      const value = (entry as unknown as Record<string, unknown>)[name];
      return Array.isArray(value) ? value.length > 0 : Boolean(value);
    }));
