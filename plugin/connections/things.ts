import type { BuildIndex, Post } from "../content/index.js";
import type { Publication, PublicationSource } from "../publications/index.js";
import type { EntryRecord, Sections } from "../sections/index.js";
import { type ConnectionKind, connectionKinds, readIdsAmongOthers } from "../utils/connection-ids.js";
import { templateName } from "../utils/errors.js";
import { readFrontMatter } from "../utils/front-matter.js";

/** A person, project or talk of a section, a publication, or a post. */
export interface Thing {
  readonly kind: ConnectionKind;
  /** The id by which others name it; of a post its URL. */
  readonly id: string;
  /** Its name or title, for messages. */
  readonly title: string;
  /** Its position among those of its kind: the order of lists. */
  readonly order: number;
  readonly entry?: EntryRecord;
  readonly publication?: Publication;
  readonly post?: Post;
  /** The additional language of a post; undefined for the main language. */
  readonly language?: string | undefined;
  /** What its fields name. */
  readonly declared: readonly Declaration[];
}

/** A field of a thing that names others. */
export interface Declaration {
  kind: ConnectionKind;
  ids: readonly string[];
  /** Its value, as its author wrote it. */
  value: unknown;
  /** Names the field and its place in messages. */
  where(): string;
}

/** The content of a site in which things are found. */
export interface Content {
  index: BuildIndex;
  publications: PublicationSource;
  sections: Sections;
}

/** The kinds that are sections. */
export const sectionKinds = ["people", "projects", "talks"] as const;

/** Returns all things of a site by their kinds, each list in its order. */
export function thingsOf({ index, publications, sections }: Content): Record<ConnectionKind, Thing[]> {
  const ofSection = (kind: (typeof sectionKinds)[number]): Thing[] =>
    sections.entriesOf(kind).map((entry, order) => ({
      kind,
      id: entry.id,
      title: String(entry.facts.name ?? entry.facts.title ?? ""),
      order,
      entry,
      declared: declaredBy(entry.facts, entry.where),
    }));
  const { current, catalogue } = publications;
  // As in the list of all publications: newest first.
  const works = catalogue.groups.flatMap(({ entries }) => entries.map(({ publication }) => publication));
  return {
    people: ofSection("people"),
    projects: ofSection("projects"),
    talks: ofSection("talks"),
    publications: works.map((publication, order) => ({
      kind: "publications",
      id: publication.id ?? "",
      title: publication.title,
      order,
      publication,
      declared: declaredBy(
        publication as unknown as Record<string, unknown>,
        (field) =>
          `field "${field}" of publication "${publication.id}" in ${current.placeOf(publication.id, field)}`,
      ),
    })),
    posts: postsOf(index),
  };
}

/** Reads the fields of an entry or a publication. */
function declaredBy(
  facts: Readonly<Record<string, unknown>>,
  where: (field: string) => string,
): Declaration[] {
  return [...connectionKinds, "publication" as const].flatMap((field) => {
    const value = facts[field];
    if (value === undefined || value === null) return [];
    const kind = field === "publication" ? "publications" : field;
    return [{ kind, ids: readIdsAmongOthers(value), value, where: () => where(field) }];
  });
}

/**
 * Returns the posts of all languages. Their front matter is shared with other themes, so that only ids in it count, and data
 * of the whole site under the name of a field does not.
 */
function postsOf(index: BuildIndex): Thing[] {
  const { content } = index;
  const fields = connectionKinds.map(
    (kind) => [kind, new Set(content.withField(kind).map(({ data }) => data))] as const,
  );
  return content.postPages.map((post, order) => ({
    kind: "posts",
    id: post.url,
    title: post.title,
    order,
    post,
    language: index.languageOf(post.inputPath, post.data.lang),
    declared: fields.flatMap(([kind, pages]) => {
      const ids = pages.has(post.data) ? readIdsAmongOthers(post.data[kind]) : [];
      return ids.length > 0
        ? [
            {
              kind,
              ids,
              value: post.data[kind],
              where: () => `field "${kind}" in ${placeIn(post.inputPath, kind)}`,
            },
          ]
        : [];
    }),
  }));
}

/** Returns file and line of a field in the front matter of a page; the file, if the field comes from elsewhere. */
function placeIn(inputPath: string, field: string): string {
  try {
    return templateName(readFrontMatter(inputPath).place([field]));
  } catch {
    return templateName(inputPath);
  }
}
