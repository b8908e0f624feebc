import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import type { CollectionItem } from "../eleventy/api.js";
import type { Warn } from "../eleventy/warnings.js";
import { type Affiliation, email } from "../options/author.js";
import { orcid } from "../options/coauthors.js";
import { isRecord } from "../utils/records.js";
import { link, text } from "../utils/schema-values.js";
import { type Report, reportOn, validItems } from "./valid-items.js";
import { type AffiliationReader, affiliationReader, listOf } from "./written-affiliations.js";

/** An author as the front matter of a post names them. */
export interface WrittenAuthor {
  /** Key of the option `authors`, id of one of the people, or a name. */
  key?: string | undefined;
  name?: string | undefined;
  /** The parts of the name, if the front matter has them. */
  parts?: { given?: string; family?: string; particle?: string } | undefined;
  url?: string | undefined;
  email?: string | undefined;
  orcid?: string | undefined;
  affiliations?: readonly Affiliation[];
  isEqual?: boolean;
  isCorresponding?: boolean;
}

/** The authors that the front matter of a post names. */
export interface WrittenAuthors {
  authors: readonly WrittenAuthor[];
  /** Whether they are shown below the title: the front matter has `authors`, or says more of one than their key or name. */
  hasByline: boolean;
}

/** Returns the authors that the front matter of a page names. */
export type ReadAuthors = (
  item: CollectionItem,
  siteWide: Readonly<Record<string, unknown>>,
) => WrittenAuthors;

const flag = z.boolean();

/** An author in the form of Quarto, MyST, Distill or JOSS. */
const authorFields = z.strictObject({
  /** Key of the option `authors`, or id of one of the people. */
  id: text.optional(),
  name: z
    .union([
      text.transform((literal) => ({ literal })),
      z.looseObject({
        given: text.optional(),
        family: text.optional(),
        literal: text.optional(),
        "non-dropping-particle": text.optional(),
        "dropping-particle": text.optional(),
      }),
    ])
    .optional(),
  url: link.optional(),
  website: link.optional(),
  email: email.optional(),
  orcid: orcid.optional(),
  orcid_id: orcid.optional(),
  /** See `affiliationReader`. */
  affiliations: z.unknown().optional(),
  affiliation: z.unknown().optional(),
  affiliation_url: link.optional(),
  affiliationURL: link.optional(),
  corresponding: flag.optional(),
  equal: flag.optional(),
  "equal-contributor": flag.optional(),
  equal_contributor: flag.optional(),
  attributes: z
    .looseObject({
      corresponding: flag.optional(),
      "equal-contributor": flag.optional(),
      equal_contributor: flag.optional(),
    })
    .optional(),

  // Of other programs, shown nowhere.
  ...Object.fromEntries(
    "role roles degree degrees note notes phone fax acknowledgements number deceased twitter github bluesky"
      .split(" ")
      .map((name) => [name, z.unknown().optional()]),
  ),
});

/** What a post without authors has. */
export const noAuthors: WrittenAuthors = { authors: [], hasByline: false };

/** Returns a function that reads the authors of posts, and warns of what it can't use. */
export function authorReader(warn: Warn): ReadAuthors {
  return ({ data, inputPath }, siteWide) => {
    // Global data of these names is not of a post.
    const isOwn = (field: string): boolean =>
      data[field] !== undefined && data[field] !== null && !isDeepStrictEqual(data[field], siteWide[field]);
    const field = data.author !== undefined && data.author !== null ? "author" : "authors";
    if (field === "authors" && !isOwn(field)) return noAuthors;
    const items = listOf(data[field]);
    if (field === "author" && !items.some(isRecord) && !isOwn("affiliations"))
      return { authors: items.flatMap(keyOf), hasByline: false };
    const report = reportOn(inputPath, warn);
    const affiliations = affiliationReader(
      isOwn("affiliations") ? data.affiliations : undefined,
      items.flatMap((item) => (isRecord(item) ? [item.affiliations, item.affiliation] : [])),
      report,
    );
    // Without a word on who is where, all are at the only one.
    const isUnused = affiliations.defined.length > 0 && !items.some(hasAffiliation);
    const shared = isUnused && affiliations.defined.length === 1 ? affiliations.defined : undefined;
    if (isUnused && !shared)
      report.problem(
        ["affiliations"],
        (place) => `${place} has no effect, since no author has "affiliations" with one of its ids.`,
      );
    const authors = items.flatMap((item, index) => {
      const path = Array.isArray(data[field]) ? [field, index] : [field];
      const author = typeof item === "string" ? keyOf(item) : readAuthor(item, path, affiliations, report);
      return author.map((one) => (shared ? { ...one, affiliations: shared } : one));
    });
    return { authors, hasByline: true };
  };
}

const hasAffiliation = (item: unknown): boolean =>
  isRecord(item) && (item.affiliations ?? item.affiliation ?? undefined) !== undefined;

const keyOf = (item: unknown): WrittenAuthor[] => {
  const key = text.safeParse(typeof item === "number" ? String(item) : item);
  return key.success ? [{ key: key.data }] : [];
};

function readAuthor(
  item: unknown,
  path: readonly PropertyKey[],
  affiliations: AffiliationReader,
  report: Report,
): WrittenAuthor[] {
  const fields = validItems(item, authorFields, path, report);
  if (!fields) return [];
  const { id, name, attributes = {} } = fields;
  const { given, family, literal } = (name ?? {}) as { given?: string; family?: string; literal?: string };
  const particle = (name as Record<string, string | undefined> | undefined)?.["non-dropping-particle"];
  const whole = literal ?? ([given, particle, family].filter(Boolean).join(" ") || undefined);
  if (whole === undefined && id === undefined) {
    report.problem(path, (field) => `${field} must have a "name" or an "id"; it is left out.`);
    return [];
  }
  const own = fields.affiliations === undefined ? "affiliation" : "affiliations";
  const places = affiliations.of(fields[own], [...path, own]);
  const url = fields.affiliation_url ?? fields.affiliationURL;
  return [
    {
      key: id,
      name: whole,
      parts:
        literal === undefined && family !== undefined
          ? { family, ...(given !== undefined && { given }), ...(particle !== undefined && { particle }) }
          : undefined,
      url: fields.url ?? fields.website,
      email: fields.email,
      orcid: fields.orcid ?? fields.orcid_id,
      affiliations: places.map((place) => (places.length === 1 && url ? { ...place, url } : place)),
      isEqual: Boolean(
        fields.equal ??
          fields["equal-contributor"] ??
          fields.equal_contributor ??
          attributes["equal-contributor"] ??
          attributes.equal_contributor,
      ),
      isCorresponding: Boolean(fields.corresponding ?? attributes.corresponding),
    },
  ];
}
