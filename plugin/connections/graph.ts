import type { Warn } from "../eleventy/warnings.js";
import type { Site } from "../options/site.js";
import { nameFromText } from "../publications/index.js";
import { configFileName } from "../utils/config-file-name.js";
import { type ConnectionKind, connectionKinds, idsExpected, readIds } from "../utils/connection-ids.js";
import { suggester } from "../utils/errors.js";
import { slug } from "../utils/slug.js";
import { type FindPerson, findPersonIn, knownPeople, type SitePerson } from "./people.js";
import { type Content, type Declaration, sectionKinds, type Thing, thingsOf } from "./things.js";

/** What of a site is connected, read from both sides. */
export interface Graph {
  readonly things: Readonly<Record<ConnectionKind, readonly Thing[]>>;
  readonly people: readonly SitePerson[];
  readonly findPerson: FindPerson;
  /** Returns the thing of a kind with an id; of a post its URL. */
  get(kind: ConnectionKind, id: string): Thing | undefined;
  /** Returns the things of a kind that are connected to a thing, in their order. */
  of(thing: Thing, kind: ConnectionKind): readonly Thing[];
}

/**
 * Connects the things of a site: those that name each other in a field, on either side, people and the works that name them
 * among authors or editors, and people and the talks that name them as speakers. Warns of what is unknown.
 */
export function buildGraph(content: Content, site: Site, warn: Warn): Graph {
  const things = thingsOf(content);
  const finder = thingFinder(things);
  const edges = new Map<Thing, Set<Thing>>();
  const connect = (one: Thing, other: Thing): void => {
    if (one === other) return;
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      const others = edges.get(from);
      if (others) others.add(to);
      else edges.set(from, new Set([to]));
    }
  };
  const people = knownPeople(things.people, site);
  const findPerson = findPersonIn(people);
  const report = reporter(finder, site, warn);
  for (const kind of connectionKinds) {
    for (const thing of things[kind]) {
      for (const declaration of thing.declared) {
        const { kind: named, ids } = declaration;
        // The front matter of posts may be written for another theme.
        if (!thing.post && !readIds(declaration.value)) report.wrong(declaration);
        for (const id of ids) {
          const found = finder.get(named, id);
          const chosen = onePerLanguage(found);
          for (const other of chosen) connect(thing, other);
          if (found.length === 0) report.unknown(thing, declaration, id);
          else if (found.length > chosen.length) report.ambiguous(declaration, id, found);
        }
      }
    }
  }
  if (people.length > 0) connectPeople(things, findPerson, connect);
  return {
    things,
    people,
    findPerson,
    get: (kind, id) => finder.get(kind, id)[0],
    of: (thing, kind) =>
      [...(edges.get(thing) ?? [])].filter((other) => other.kind === kind).sort((a, b) => a.order - b.order),
  };
}

/** Returns the first thing of each language: a name of a post means all of its translations. */
const onePerLanguage = (things: readonly Thing[]): Thing[] => [
  ...new Map(things.toReversed().map((thing) => [thing.language, thing])).values(),
];

/** Connects people with the works of which they are authors or editors, and with the talks that name them as speakers. */
function connectPeople(
  { publications, talks }: Graph["things"],
  findPerson: FindPerson,
  connect: (one: Thing, other: Thing) => void,
): void {
  for (const work of publications) {
    for (const name of [...(work.publication?.authors ?? []), ...(work.publication?.editors ?? [])]) {
      const person = findPerson(name);
      if (person) connect(work, person.thing);
    }
  }
  for (const talk of talks) {
    for (const name of (talk.entry?.facts.coauthors ?? []) as readonly string[]) {
      const person = findPerson(nameFromText(name));
      if (person) connect(talk, person.thing);
    }
  }
}

/** Finds things by what a field names. */
interface ThingFinder {
  /** Returns the things with an id; of posts those in all languages. */
  get(kind: ConnectionKind, id: string): readonly Thing[];
  /** Returns ` Did you mean "…"?` for an id that is nearly one, or a name. */
  near(kind: ConnectionKind, id: string): string;
  has(kind: ConnectionKind): boolean;
}

function thingFinder(things: Readonly<Record<ConnectionKind, readonly Thing[]>>): ThingFinder {
  const byId = new Map(
    connectionKinds.map((kind) => {
      const found = new Map<string, Thing[]>();
      for (const thing of things[kind]) {
        for (const id of idsOf(thing)) {
          const list = found.get(id);
          if (list) list.push(thing);
          else found.set(id, [thing]);
        }
      }
      return [kind, found] as const;
    }),
  );
  const suggesters = new Map(
    connectionKinds.map((kind) => [kind, suggester(() => [...(byId.get(kind)?.keys() ?? [])])]),
  );
  const get: ThingFinder["get"] = (kind, id) => {
    const ids = byId.get(kind);
    if (kind !== "posts") return ids?.get(id)?.slice(0, 1) ?? [];
    const url = id.startsWith("/") ? id.replace(/\/*$/, "/") : id;
    return ids?.get(url) ?? ids?.get(id) ?? [];
  };
  return {
    get,
    near(kind, id) {
      const named = things[kind].find(({ title }) => slug(title) === slug(id));
      return named ? ` Did you mean "${idsOf(named)[0]}"?` : (suggesters.get(kind)?.(id) ?? "");
    },
    has: (kind) => things[kind].length > 0,
  };
}

/** Returns the ids of a thing; of a post the name of its file, and its URL. */
function idsOf({ id, post }: Thing): string[] {
  if (!post) return [id];
  const { fileSlug } = post.page as { fileSlug?: string };
  return fileSlug ? [fileSlug, id] : [id];
}

/** The word for one thing of a kind in messages. */
const nouns: Readonly<Record<ConnectionKind, string>> = {
  people: "person",
  projects: "project",
  talks: "talk",
  publications: "publication",
  posts: "post",
};

/** How many unknown ids in posts are reported, whose front matter may be written for another theme. */
const maxReportedOfPosts = 20;

function reporter(finder: ThingFinder, site: Site, warn: Warn) {
  let ofPosts = 0;
  const isOn = (kind: ConnectionKind): boolean => {
    const section = sectionKinds.find((name) => name === kind);
    return section ? Boolean(site.themeSections[section]) : finder.has(kind);
  };
  return {
    wrong({ where, value }: Declaration): void {
      warn(`${where()} ${idsExpected}, but it is ${JSON.stringify(value)}; what is no id is left out.`);
    },
    ambiguous({ where }: Declaration, id: string, found: readonly Thing[]): void {
      const urls = found.map((thing) => thing.id).join(" and ");
      warn(
        `${where()} names ${JSON.stringify(id)}, which several posts are called; the first counts. Name one by its URL: ${urls}.`,
      );
    },
    unknown({ post }: Thing, { kind, where }: Declaration, id: string): void {
      if (post) {
        // Words of another theme, not ids of this one.
        if (!isOn(kind)) return;
        ofPosts += 1;
        if (ofPosts > maxReportedOfPosts) return;
      }
      const advice =
        isOn(kind) || !(sectionKinds as readonly string[]).includes(kind)
          ? finder.near(kind, id)
          : ` The option "sections.${kind}" in ${configFileName()} is off.`;
      warn(`${where()} names ${JSON.stringify(id)}, but no ${nouns[kind]} has that id.${advice}`);
    },
  };
}
