import { existsSync } from "node:fs";
import path from "node:path";
import type { z } from "zod";
import type { EleventyConfig } from "../eleventy/api.js";
import type { LateCopies } from "../eleventy/late-copies.js";
import type { SiteFile } from "../eleventy/site-files.js";
import { isLocalFile, urlOfFile } from "../eleventy/site-files.js";
import { publicationWarningsEvent, warner } from "../eleventy/warnings.js";
import type { ValidOptions } from "../options/options.js";
import { configFileName } from "../utils/config-file-name.js";
import { type DataFile, readDataFile } from "../utils/data-file.js";
import { IndigoError, suggester } from "../utils/errors.js";
import { whyUnreadable } from "../utils/read-text.js";
import { isRecord, withoutUndefined } from "../utils/records.js";
import { linkText, remoteImageWarning } from "../utils/remote-image.js";
import type { Report } from "../utils/report.js";
import { isOtherHost } from "../utils/urls.js";
import type { Subject } from "../utils/validate.js";
import { isCsl } from "./csl/schema.js";
import { withUniqueIds } from "./duplicates.js";
import { findFile } from "./entry-files.js";
import { type FieldName, fileFields, publicationFields } from "./fields.js";
import { readOwnFields, splitUrls } from "./identifiers/index.js";
import { joinLinks, linksOf } from "./links.js";
import { withOwnId } from "./own-id.js";
import { nameFromText } from "./people/names.js";
import { withValidOrcids } from "./people/orcids.js";
import { isSamePerson } from "./people/same-person.js";
import { unmarked } from "./people/shown-authors.js";
import { findPoster, isVideo } from "./preview.js";
import type { Publication, PublicationFacts, PublicationLink } from "./publication.js";
import { nameOf, publication } from "./publication.js";
import { publicationAddition, publicationItem, shownItem } from "./schema.js";
import { type FieldRules, validFields } from "./valid-fields.js";

const fileNames = ["publications.bib", "publications.yaml", "publications.yml", "publications.json"];

/** The site's publications, in the order of its files. */
export interface Publications {
  /** The files with the publications; empty if the site has none. */
  files: string[];
  all: Publication[];
  byId: Map<string, Publication>;
  /** Returns file and line of an entry, or of one of its fields, for messages. */
  placeOf(id: string | undefined, field?: string): string;
}

/** The options for the files of publications, and for errors in them. Images at the host of `url` are the site's own. */
export type Settings = Pick<ValidOptions, "bibliography" | "bibliographyErrors" | "url" | "title"> & {
  /** The site's profiles, one of which may be at Google Scholar. */
  social?: readonly { url: string }[];
  /** The site's owner, who without an option for it is the title. */
  author: { name: string; names: readonly string[] };
};

/** Returns the identifier of the site's owner at Google Scholar, from the profiles. */
const scholarId = (social: readonly { url: string }[]): string | undefined =>
  social
    .map(
      ({ url }) => /^https?:\/\/scholar\.google\.[\w.]+\/citations\?(?:[^#]*&)?user=([\w-]+)/.exec(url)?.[1],
    )
    .find((id) => id !== undefined);

/** Returns the paths of files with publications: from the option, else in the input folder, then in the data folder. */
export function publicationFiles(
  { directories }: EleventyConfig,
  { bibliography }: Pick<Settings, "bibliography">,
): string[] {
  if (bibliography !== undefined) return [bibliography].flat().map((file) => locate(directories.input, file));
  const folders = [...new Set([directories.input, directories.data])];
  return folders.flatMap((folder) => fileNames.map((name) => path.posix.join(folder, name)));
}

/** Returns the path of a file in the project, or in the input folder if it is only there. */
function locate(input: string, file: string): string {
  const inInput = path.posix.join(input, file);
  return !existsSync(file) && existsSync(inInput) ? inInput : path.posix.normalize(file);
}

/** Follows the first warning of a build. */
const howToFail =
  'set the option bibliographyErrors: "fail" to have the build fail on warnings about publications.';

/**
 * Reads the site's publications, and copies the files that they name to the output. What can be shown is shown: each invalid
 * field or entry is logged once, with its file, line, entry and field, and with what is done instead.
 *
 * @throws IndigoError for a file that doesn't exist or can't be read at all; with the option `bibliographyErrors: "fail"` for
 * every warning.
 */
export async function readPublications(
  eleventyConfig: EleventyConfig,
  { bibliography, bibliographyErrors, url, social = [], title, author }: Settings,
  copies: LateCopies,
): Promise<Publications> {
  const places = publicationFiles(eleventyConfig, { bibliography });
  const files = places.filter((file) => existsSync(file));
  const report: Report = { problems: [], hints: [] };
  if (bibliography !== undefined) {
    for (const file of places.filter((place) => !existsSync(place))) {
      throw new IndigoError(
        `option "bibliography" in ${configFileName()} names a file that does not exist: "${file}".`,
      );
    }
  }
  for (const file of files) {
    const reason = whyUnreadable(file);
    if (reason === undefined) continue;
    const namedBy =
      bibliography === undefined ? file : `option "bibliography" in ${configFileName()}: "${file}"`;
    throw new IndigoError(`${namedBy} ${reason}. It must be a file in BibTeX, YAML or JSON.`);
  }
  const byId = new Map<string, Publication>();
  const entryPlaces = new Map<string, Entry["place"]>();
  const linkedFiles: SiteFile[] = [];
  const scholar = scholarId(social);
  const isListed = listedEntries({ title, author });
  for (const entry of (await readEntries(files, report)).filter(isListed)) {
    entryPlaces.set(entry.facts.id, entry.place);
    const shown = withOwnPreview(entry, url, report);
    byId.set(entry.facts.id, publication(withLinks(eleventyConfig, shown, linkedFiles, scholar, report)));
  }
  const warnings = [...new Set([...report.hints, ...report.problems])];
  if (bibliographyErrors === "fail" && warnings.length > 0) throw new IndigoError(...warnings);
  const warn = warner(eleventyConfig);
  for (const [index, warning] of warnings.entries()) {
    warn(warning);
    if (index === 0) warn(howToFail);
  }
  eleventyConfig.emit?.(publicationWarningsEvent, warnings);
  copies.set(linkedFiles);
  const placeOf = (id = "", field?: string): string => entryPlaces.get(id)?.(field) ?? "the bibliography";
  return { files, all: [...byId.values()], byId, placeOf };
}

/** An entry of a file in any format, before its links are added. */
interface Entry {
  facts: PublicationFacts & { id: string };
  /** Returns file and line of a field, or of the entry, for messages. */
  place(field?: string): string;
  /** Returns the file of a field. */
  file(field: string): string;
  /** Whether it is a volume from which other entries inherit, and no other file adds to it. */
  isVolume?: boolean;
}

/**
 * Returns a function that returns whether an entry is one of the site's publications. A volume from which others inherit
 * often is in a file for this only, as in those of DBLP; it is the owner's work if the owner is among its authors or editors,
 * or if its author marks it as selected.
 */
function listedEntries({ title, author }: Pick<Settings, "title" | "author">): (entry: Entry) => boolean {
  const forms = [author.name, ...author.names].map(nameFromText);
  const hasOwner = author.name !== title || author.names.length > 0;
  return ({ facts, isVolume }) => {
    if (!isVolume || facts.selected) return true;
    if (!hasOwner && facts.authors.length > 0) return true;
    return [...facts.authors, ...facts.editors].some((name) =>
      forms.some((form) => isSamePerson(form, unmarked(nameOf(name)))),
    );
  };
}

/** A file with publications, with its data unless it is a .bib file or malformed. */
interface ParsedFile {
  file: string;
  data: DataFile | undefined;
}

/** Completes a message on a file with what is done: before its last sentence, which is advice. */
const leftOut = (reason: string): string => reason.replace(/\.(?= If | Name |$)/, "; it is left out.");

/** Reads all entries in the order of their files: works first, then the theme's own format. */
export async function readEntries(files: string[], report: Report): Promise<Entry[]> {
  const parsed = files.map((file): ParsedFile => {
    const data = file.endsWith(".bib") ? undefined : readDataFile(file);
    return { file, data };
  });
  const works = withUniqueIds(await readWorkFiles(parsed.filter(hasWorks), report), report);
  const byId = new Map(works.map((work) => [work.facts.id, work]));
  const workIds = new Set(byId.keys());
  // A work that is extended twice has all the fields.
  const additions = new Map<string, string>();
  const others: Entry[] = [];
  for (const { file, data } of parsed.filter((each) => !hasWorks(each))) {
    for (const entry of data ? readList(file, data, workIds, report) : []) {
      const { id } = entry.facts;
      const work = entry.isAddition ? byId.get(id) : undefined;
      if (!work) others.push(entry);
      else {
        const first = additions.get(id);
        if (first) report.hints.push(secondAddition(entry, first));
        additions.set(id, entry.place());
        byId.set(id, combined(work, entry));
      }
    }
  }
  return [...byId.values(), ...withUniqueIds(others, report)];
}

const secondAddition = ({ facts, place }: Entry, firstPlace: string): string =>
  `publication "${facts.id}" in ${place()} is extended a second time, after ${firstPlace}; of fields in both, this one's are used.`;

const hasWorks = ({ file, data }: ParsedFile): boolean => file.endsWith(".bib") || isCsl(data?.value);

/** Reads the entries of .bib and CSL-JSON files. */
async function readWorkFiles(files: readonly ParsedFile[], report: Report): Promise<Entry[]> {
  if (files.length === 0) return [];
  // The readers and Temml are slow to load, so only sites with such files load them.
  const { readWorks } = await import("./work.js");
  const entries: Entry[] = [];
  for (const { file, data } of files) {
    for (const { facts, place, isVolume = false } of await readWorks(file, data, report)) {
      const placeOf = (field?: string): string => place(...(field ? [field] : []));
      entries.push({ facts, place: placeOf, file: () => file, isVolume });
    }
  }
  return entries;
}

/** Returns an entry with the fields that another file adds to it. */
function combined(original: Entry, { facts: added, place, file }: Entry): Entry {
  const { titleHtml, citedTitle, abstractHtml, ...facts } = original.facts;
  const titles = added.title === undefined ? withoutUndefined({ titleHtml, citedTitle }) : {};
  const abstracts = added.abstract === undefined ? withoutUndefined({ abstractHtml }) : {};
  return {
    facts: { ...facts, ...titles, ...abstracts, ...added },
    place: (field) => (field !== undefined && field in added ? place(field) : original.place(field)),
    file: (field) => (field in added ? file(field) : original.file(field)),
  };
}

/**
 * Reads the entries of a file in the theme's own format.
 *
 * @param workIds - The ids of the entries of .bib and CSL-JSON files, to which entries of this file may add fields.
 */
function readList(
  file: string,
  data: DataFile,
  workIds: ReadonlySet<string>,
  report: Report,
): (Entry & { isAddition: boolean })[] {
  const value = data.value ?? [];
  const suggest = suggester(() => [...workIds]);
  if (!Array.isArray(value)) {
    throw new IndigoError(`${file} must be a list of publications, each starting with "- id: …".`);
  }
  return value.flatMap((item: unknown, index) => {
    const place: Subject["place"] = (path) => data.place([index, ...path]);
    const raw = withOwnId(item, `publication ${index + 1} in ${place([])}`, report);
    const id = isRecord(raw) ? raw.id : undefined;
    const isAddition = typeof id === "string" && workIds.has(id);
    const near = typeof id === "string" && !("title" in (raw as object)) ? suggest(id) : "";
    if (near && !isAddition) {
      report.problems.push(
        `${describeEntry(raw, index)} in ${place([])} adds fields to an entry that the bibliography does not have; it is left out.${near}`,
      );
      return [];
    }
    const subject: Subject = { noun: "field", owner: ` of ${describeEntry(raw, index)}`, place };
    const rules = isAddition ? additionRules : itemRules(raw);
    const facts = validFields(raw, rules, subject, report.problems);
    if (facts === undefined) return [];
    return [
      {
        facts: facts as Entry["facts"],
        place: (field?: string) => place(field === undefined ? [] : [field]),
        file: () => file,
        isAddition,
      },
    ];
  });
}

const additionRules: FieldRules<z.ZodType> = {
  schema: publicationAddition,
  shown: publicationAddition,
  withoutField: () => "the entry is shown without it",
};

/** An entry that stands alone is shown without venue and year, but not without a title. */
const itemRules = (raw: unknown): FieldRules<z.ZodType> => ({
  schema: publicationItem,
  shown: shownItem,
  withoutField: (field) =>
    field === "year" ? "it is listed without a year" : "the entry is shown without it",
  isOptional: (field) => field === "year" && isRecord(raw) && raw.status !== undefined,
});

/** Returns an entry with a link instead of a preview image at another host, from which pages must not load it. */
function withOwnPreview(entry: Entry, siteUrl: string | undefined, { hints }: Report): Entry {
  const { preview: url, ...facts } = entry.facts;
  // A video there becomes a link with the links of fields.
  if (url === undefined || isVideo(url) || !isOtherHost(url, siteUrl)) return entry;
  hints.push(
    remoteImageWarning(`field "preview" of publication "${facts.id}" in ${entry.place("preview")}`, url),
  );
  return { ...entry, facts: { ...facts, links: [...facts.links, { label: linkText(url, undefined), url }] } };
}

/**
 * Returns the fields of an entry with the URLs of its files, and with the links from its fields before the author's own.
 *
 * @param linkedFiles - Collects the files of the site that the entry names.
 * @param scholar - The site owner's identifier at Google Scholar.
 */
export function withLinks(
  eleventyConfig: EleventyConfig,
  { facts, place, file }: Entry,
  linkedFiles: SiteFile[],
  scholar: string | undefined,
  report: Report,
): PublicationFacts {
  const about = (field: string): string => `field "${field}" of publication "${facts.id}" in ${place(field)}`;
  const linked = withIdentifiers(facts, about, report);
  for (const field of fileFields) {
    const value = facts[field];
    if (typeof value !== "string" || !isLocalFile(value)) continue;
    // A page or file of the site that its author names by its URL.
    if (publicationFields[field].kind === "link" && value.startsWith("/")) continue;
    const { file: local, refusal } = findFile(eleventyConfig, field, value, file(field));
    const namedBy = about(field);
    if (local) {
      linkedFiles.push({ ...local, namedBy });
      Object.assign(linked, { [field]: urlOfFile(local) });
      const poster =
        field === "preview" && isVideo(value) ? findPoster(eleventyConfig, value, file(field)) : undefined;
      if (poster) {
        linkedFiles.push({ ...poster, namedBy });
        linked.previewPoster = urlOfFile(poster);
      }
    } else {
      delete linked[field];
      report.problems.push(
        `${namedBy} names ${leftOut(refusal ?? `a file that does not exist: "${value}".`)}`,
      );
    }
  }
  if (facts.googleScholarId && scholar === undefined && !facts.googleScholarId.includes(":")) {
    report.hints.push(
      `${about("google_scholar_id")} has no link: it lacks your own id before it, as in "abc123:${facts.googleScholarId.slice(0, 40)}". The option "social.googleScholar" adds it.`,
    );
  }
  const remoteVideo = linked.preview !== undefined && !isLocalFile(linked.preview) && isVideo(linked.preview);
  // A page makes no third-party requests; an author's own link to the same video takes precedence.
  const videoLink: PublicationLink[] = remoteVideo
    ? [{ label: "Video", word: "video", url: String(linked.preview) }]
    : [];
  const { preview, ...withoutPreview } = linked;
  const shown: PublicationFacts = remoteVideo ? withoutPreview : linked;
  const fieldLinks = joinLinks(
    videoLink,
    linksOf(shown, (url) => url, { scholar }),
  );
  const links = joinLinks(fieldLinks, facts.links);
  const { foundLinks: _, ...rest } = shown;
  return { ...rest, ...firstUrls(rest), links };
}

/** Returns the fields of an entry with its identifiers as links need them; those that are none are left out. */
function withIdentifiers(
  facts: PublicationFacts,
  about: (field: string) => string,
  report: Report,
): PublicationFacts {
  const { ids, links, problems } = readOwnFields({ ...facts });
  const [authors, editors] = [withValidOrcids(facts.authors), withValidOrcids(facts.editors)];
  const linked: PublicationFacts = { ...facts, ...ids, authors: authors.names, editors: editors.names };
  report.problems.push(...authors.problems.map((message) => `${about("authors")} ${message}`));
  report.problems.push(...editors.problems.map((message) => `${about("editors")} ${message}`));
  for (const { field, message } of problems) {
    delete linked[field as FieldName];
    report.problems.push(`${about(field)} ${message}`);
  }
  if (links.length > 0) linked.foundLinks = [...links, ...(facts.foundLinks ?? [])];
  return linked;
}

/** Returns the first URL of each field with several, all of which are links. */
function firstUrls(facts: PublicationFacts): Partial<PublicationFacts> {
  return Object.fromEntries(
    fileFields.flatMap((field) => {
      const [first, second] = splitUrls(String(facts[field] ?? ""));
      return second === undefined ? [] : [[field, first]];
    }),
  );
}

/** Returns an entry's name for messages: `publication "lora"`, or `publication 2` without an id. */
function describeEntry(raw: unknown, index: number): string {
  const id = (raw as { id?: unknown } | null)?.id;
  return typeof id === "string" ? `publication "${id}"` : `publication ${index + 1}`;
}
