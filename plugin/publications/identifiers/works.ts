import { type ArchiveName, archiveEntries, archiveId, archiveOfUrl } from "./archives.js";
import { arxivIn, arxivOf } from "./arxiv.js";
import { doisIn, doiUrl, isDoiUrl } from "./doi.js";
import { type FoundUrl, readUrls, urlsIn } from "./urls.js";

/** A finding on a field, for the author: `field "doi" of publication "x" in refs.bib:3` goes before its message. */
export interface Finding {
  /** The name of the field in BibTeX, in lower case. */
  field: string;
  message: string;
}

/** The identifiers of a work. */
export type Identifiers = {
  doi?: string;
  /** A full URL, or a file or page of the site. */
  url?: string;
  arxiv?: string;
} & { [Name in ArchiveName]?: string };

/** What the fields of a work contain. */
export interface IdentifierReading {
  ids: Identifiers;
  /** Links in addition to those of the identifiers: a second DOI or URL, URLs of a note. */
  links: { label: string; url: string }[];
  /** What is left out. */
  problems: Finding[];
  /** What was understood though it is written in an unusual form. */
  hints: Finding[];
}

/** Fields with text in which a URL may be. */
const prose = ["howpublished", "note", "annote", "addendum"];

/**
 * Reads the identifiers and links of a work from its fields: each is found in whichever field exporters write it to.
 *
 * @param values - The fields by their names in BibTeX, in lower case; in LaTeX or as text.
 */
export function readIdentifiers(values: Readonly<Record<string, string | undefined>>): IdentifierReading {
  const reading: IdentifierReading = { ids: {}, links: [], problems: [], hints: [] };
  const { ids } = reading;
  const urls = urlFields(values, reading);
  readDoi(values, reading);
  const arxiv = arxivOf(values);
  if (arxiv !== undefined) ids.arxiv = arxiv;
  readArchives(values, reading);
  const [first, ...others] = urls;
  if (first !== undefined) ids.url = first.url;
  for (const url of others) addLink(reading, url);
  for (const { url } of urls) addFromUrl(reading, url);
  for (const field of prose) {
    const found = urlsIn(values[field] ?? "");
    // The URL of a web page is often only there.
    if (field === "howpublished" && ids.url === undefined && found[0]) {
      ids.url = found[0].url;
      addFromUrl(reading, found[0].url);
    }
    for (const url of found) if (url.url !== ids.url) addLink(reading, url);
  }
  noteIds(values.note, reading);
  const ofDoi = arxivOf({ doi: ids.doi });
  if (ofDoi !== undefined) ids.arxiv ??= ofDoi;
  return reading;
}

/** Returns the URLs of the fields that are for URLs: `url`, then DBLP's `ee`. */
function urlFields(
  values: Readonly<Record<string, string | undefined>>,
  reading: IdentifierReading,
): FoundUrl[] {
  const all: FoundUrl[] = [];
  for (const field of ["url", "ee", "link"]) {
    const value = values[field];
    if (!value?.trim()) continue;
    const { urls, local, problems, hints } = readUrls(value);
    all.push(...(local === undefined ? urls : [{ url: local }]));
    reading.problems.push(...problems.map((message) => ({ field, message })));
    reading.hints.push(...hints.map((message) => ({ field, message })));
  }
  return all.filter(({ url }, index) => all.findIndex((each) => each.url === url) === index);
}

function readDoi(values: Readonly<Record<string, string | undefined>>, reading: IdentifierReading): void {
  const { ids } = reading;
  const value = values.doi;
  if (value?.trim()) {
    const [doi, ...others] = doisIn(value, { isField: true });
    if (doi !== undefined) ids.doi = doi;
    else otherIdentifier("doi", value, reading);
    for (const other of others) addLink(reading, { url: doiUrl(other), label: "DOI" });
  }
  if (ids.doi !== undefined) return;
  const eprint = values.eprint ?? "";
  if (/^(?:bio|med|chem|psy|soc|eco|engr)?[ra]?x?rxiv$|^(?:bio|med)rxiv$|^doi$/i.test(typeOfEprint(values))) {
    const [doi] = doisIn(eprint);
    const bioRxiv = /^\d{4}\.\d\d\.\d\d\.\d{6,8}|^\d{6}$/.exec(eprint.trim())?.[0];
    const found = doi ?? (bioRxiv && `10.1101/${bioRxiv}`);
    if (found !== undefined) ids.doi = found;
  }
  // A note is the work's DOI only if it is nothing else: others name an erratum or data.
  const note = values.note ?? "";
  if (
    ids.doi === undefined &&
    /^[\s{]*(?:\\url\s?\{)?(?:doi\s?[:.]?\s?)?(?:https?:\/\/[\w.]{1,40}\/)?10\.\d{4,9}\/[^\s]{1,300}$/i.test(
      note,
    )
  ) {
    const [doi, second] = doisIn(note);
    if (doi !== undefined && second === undefined) ids.doi = doi;
  }
}

const typeOfEprint = ({ eprinttype, archiveprefix }: Readonly<Record<string, string | undefined>>): string =>
  (eprinttype ?? archiveprefix ?? "").replace(/[{}\s]/g, "").toLowerCase();

/** Reads a value of a field for an identifier that is another identifier or a URL. */
function otherIdentifier(
  field: string,
  value: string,
  reading: IdentifierReading,
  expected = 'a DOI such as "10.1000/182"',
): void {
  const arxiv = field === "doi" ? arxivIn(value) : undefined;
  const [url] = /https?:|www\./i.test(value) ? readUrls(value).urls : [];
  const isUnknown = arxiv === undefined && url === undefined;
  const message = `must be ${expected}, but it is ${JSON.stringify(value.trim().slice(0, 120))}; it is ${isUnknown ? "left out" : `read as ${arxiv === undefined ? "a URL" : "an arXiv identifier"}`}.`;
  (isUnknown ? reading.problems : reading.hints).push({ field, message });
  if (arxiv !== undefined) reading.ids.arxiv ??= arxiv;
  else if (url) {
    addLink(reading, url);
    addFromUrl(reading, url.url);
  }
}

function readArchives(
  values: Readonly<Record<string, string | undefined>>,
  reading: IdentifierReading,
): void {
  const type = typeOfEprint(values);
  for (const [name, archive] of archiveEntries) {
    const field = archive.bibtex.find((each) => values[each]?.trim());
    const value = field === undefined ? undefined : values[field];
    const id = value === undefined ? undefined : archiveId(archive, value);
    if (id !== undefined) reading.ids[name] = id;
    else if (field !== undefined && value !== undefined)
      otherIdentifier(field, value, reading, archive.expected);
    const { eprint } = values;
    const ofEprint = eprint && archive.eprintTypes.includes(type) ? archiveId(archive, eprint) : undefined;
    if (ofEprint !== undefined) reading.ids[name] ??= ofEprint;
  }
  for (const field of ["eprint", "adsurl"]) {
    const value = values[field];
    if (!value || !/^[\s{]*(?:\\url\{)?(?:https?:|www\.)/i.test(value)) continue;
    const { urls, problems } = readUrls(value);
    reading.problems.push(...problems.map((message) => ({ field, message })));
    for (const { url } of urls) {
      const hasId = addFromUrl(reading, url) || arxivOf({ url }) !== undefined;
      if (!hasId) addLink(reading, { url, ...(field === "adsurl" && { label: "ADS" }) });
    }
  }
}

/** Adds the identifiers that a URL holds, unless the work has such ones. Returns whether it holds any. */
function addFromUrl({ ids }: IdentifierReading, url: string): boolean {
  const [doi] = /^https?:/i.test(url) ? doisIn(url) : [];
  const arxiv = arxivOf({ url });
  // arXiv's own DOIs are for its link.
  if (doi !== undefined && (arxiv === undefined || isDoiUrl(url))) ids.doi ??= doi;
  if (arxiv !== undefined && !isDoiUrl(url)) ids.arxiv ??= arxiv;
  const found = archiveOfUrl(url);
  if (found) ids[found.name] ??= found.id;
  return doi !== undefined || found !== undefined;
}

/** Reads Zotero's lines in a note: `PMID: 12345678`. */
function noteIds(note: string | undefined, { ids }: IdentifierReading): void {
  if (!note) return;
  const pmid = /(?:^|[\s;])PMID\s?:\s?(\d{1,8})(?!\d)/.exec(note)?.[1];
  const pmcid = /(?:^|[\s;])PMCID\s?:\s?(PMC\d{1,8})(?!\d)/.exec(note)?.[1];
  if (pmid !== undefined) ids.pmid ??= pmid;
  if (pmcid !== undefined) ids.pmcid ??= pmcid;
}

/** Adds a link, with its host as its text unless the field has one. */
function addLink({ links }: IdentifierReading, { url, label }: FoundUrl): void {
  if (!links.some((each) => each.url === url)) links.push({ label: label ?? hostOf(url), url });
}

/** Returns the host of a URL without `www.`; the URL itself, if it has none. */
export function hostOf(url: string): string {
  const host = /^https?:\/\/([^/?#]{1,253})/i.exec(url)?.[1];
  return host?.replace(/^www\./i, "") ?? url;
}
