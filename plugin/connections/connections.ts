import type { EleventyConfig } from "../eleventy/api.js";
import { onBuildStart } from "../eleventy/build-start.js";
import { onPagesKnown } from "../eleventy/virtual-templates.js";
import { publicationWarningsEvent, warnerOnce } from "../eleventy/warnings.js";
import type { Site } from "../options/site.js";
import type { CatalogueEntry, Publication, Relations } from "../publications/index.js";
import type { Entry, RelatedName, SectionRelations } from "../sections/index.js";
import type { ConnectionKind } from "../utils/connection-ids.js";
import { buildGraph, type Graph } from "./graph.js";
import { type Content, sectionKinds, type Thing } from "./things.js";

/** The connections between people, projects, talks, publications and posts of a site. */
export interface Connections {
  readonly content: Content;
  /** The site in its main language. */
  readonly site: Site;
  /** The graph of the current build; made on first use, when pages are rendered. */
  readonly graph: Graph;
  /** What a selection of publications asks about people and projects. */
  readonly relations: Relations;
  /** What a shortcode of a section asks about connections. */
  readonly sectionRelations: SectionRelations;
  /** Returns the entry of a person, project or talk in a language; undefined if it is not part of this build. */
  entryOf(thing: Thing, site: Site): Entry | undefined;
  /** Sets the site in each of its languages, whose entries may have pages of their own. */
  useLanguages(sites: readonly Site[]): void;
  /** Returns the thing whose own page has a URL. */
  onPage(url: string): Thing | undefined;
  /** Returns a publication in the catalogue, with the URL of its page. */
  inCatalogue(publication: Publication): CatalogueEntry | undefined;
  /** Returns the thing that a publication is. */
  thingOf(publication: Publication): Thing | undefined;
}

/** Connects the content of a site again in each build. */
export function connectionsOf(eleventyConfig: EleventyConfig, site: Site, content: Content): Connections {
  const warn = warnerOnce(eleventyConfig);
  let unknown: string[] = [];
  const report = (message: string): void => {
    unknown.push(message);
    warn(message);
  };
  // `check` lists them.
  eleventyConfig.on("eleventy.after", () => {
    if (unknown.length > 0) eleventyConfig.emit?.(publicationWarningsEvent, unknown);
  });
  let sites: readonly Site[] = [site];
  let graph: Graph | undefined;
  let entries = new WeakMap<object, ReadonlyMap<string, Entry>>();
  let pages: ReadonlyMap<string, Thing> | undefined;
  onBuildStart(eleventyConfig, () => {
    [graph, pages, unknown] = [undefined, undefined, []];
    entries = new WeakMap();
  });

  const connections: Connections = {
    content,
    site,
    get graph() {
      graph ??= buildGraph(content, site, report);
      return graph;
    },
    relations: relationsOf(() => connections.graph),
    sectionRelations: sectionRelationsOf(() => connections.graph),
    entryOf({ kind, id }, localized) {
      const section = sectionKinds.find((name) => name === kind);
      const shown = section && content.sections.of(localized).find(section);
      if (!shown) return undefined;
      const known =
        entries.get(shown) ??
        new Map(
          shown.groups.flatMap((group) => (group.entries as Entry[]).map((entry) => [entry.id, entry])),
        );
      entries.set(shown, known);
      return known.get(id);
    },
    useLanguages(all) {
      sites = all;
    },
    onPage(url) {
      pages ??= pagesOf(connections, sites);
      return pages.get(url);
    },
    inCatalogue: (publication) => content.publications.catalogue.byPublication.get(publication),
    thingOf(publication) {
      const thing = connections.graph.get("publications", publication.id ?? "");
      return thing?.publication === publication ? thing : undefined;
    },
  };
  // So that a site whose pages show no connection has its warnings too. The theme's own templates come last.
  onPagesKnown(eleventyConfig, () => void connections.graph);
  return connections;
}

function pagesOf(
  { graph: { things }, entryOf, inCatalogue }: Connections,
  sites: readonly Site[],
): ReadonlyMap<string, Thing> {
  const urlsOf = (thing: Thing): (string | undefined)[] => {
    if (thing.post) return [thing.id];
    if (thing.publication) return [inCatalogue(thing.publication)?.url];
    return sites.map((site) => entryOf(thing, site)?.pageUrl);
  };
  // A page of an author's own that is several things is that of the last kind.
  return new Map(
    (["publications", "posts", ...sectionKinds] as const).flatMap((kind) =>
      things[kind].flatMap((thing) =>
        urlsOf(thing).flatMap((url): [string, Thing][] => (url ? [[url, thing]] : [])),
      ),
    ),
  );
}

/** The kinds of the things that a shortcode of a section may name. */
const relatedKinds = {
  person: "people",
  project: "projects",
  publication: "publications",
} as const satisfies Record<RelatedName, ConnectionKind>;

function sectionRelationsOf(graphOf: () => Graph): SectionRelations {
  const isKind = (name: string): name is (typeof sectionKinds)[number] =>
    sectionKinds.some((kind) => kind === name);
  return {
    sections: sectionKinds,
    entriesOf(section, name, id) {
      const graph = graphOf();
      const thing = graph.get(relatedKinds[name], id);
      return thing && isKind(section)
        ? new Set(graph.of(thing, section).map((entry) => entry.id))
        : undefined;
    },
    ids: (name) => graphOf().things[relatedKinds[name]].map(({ id }) => id),
  };
}

function relationsOf(graphOf: () => Graph): Relations {
  const worksOf = (kind: "people" | "projects", id: string): ReadonlySet<string> | undefined => {
    const graph = graphOf();
    const thing = graph.get(kind, id);
    return thing && new Set(graph.of(thing, "publications").map((work) => work.id));
  };
  const ids = (kind: "people" | "projects"): string[] => graphOf().things[kind].map(({ id }) => id);
  return {
    worksOfPerson: (id) => worksOf("people", id),
    worksOfProject: (id) => worksOf("projects", id),
    get people() {
      return ids("people");
    },
    get projects() {
      return ids("projects");
    },
  };
}
