import { withoutEscapes } from "./text.js";

/** An archive or index in which works have identifiers. */
export interface Archive {
  /** What an identifier is called in messages, with an example: `a HAL identifier such as "hal-01234567"`. */
  expected: string;
  /** Fields of .bib files with its identifiers, in lower case. */
  bibtex: readonly string[];
  /** Values of `eprinttype` or `archiveprefix` with which `eprint` is one, in lower case. */
  eprintTypes: readonly string[];
  /** The whole of an identifier without anything around it; its first group is the identifier. */
  id: RegExp;
  /** A URL that holds one, as its first group. */
  inUrl: RegExp;
  /** Returns the identifier in the usual form. */
  normal?(id: string): string;
  /** Returns the URL of its page. */
  url(id: string): string;
}

const encode = encodeURIComponent;

/**
 * The archives, by the theme's field for their identifiers. DOI and arXiv have files of their own.
 *
 * @see https://ctan.org/pkg/biblatex – manual, section 3.14.7 (`eprinttype`)
 */
export const archives = {
  hal: {
    expected: 'a HAL identifier such as "hal-01234567"',
    bibtex: ["hal", "hal_id", "halid"],
    eprintTypes: ["hal"],
    id: /^(?:hal\s?:\s?)?([a-z][a-z\d]{1,15}[-_]\d{8}(?:v\d{1,2})?)$/i,
    inUrl: /(?:hal|archives-ouvertes|ccsd)[\w.-]{0,30}\/([a-z][a-z\d]{1,15}[-_]\d{8}(?:v\d{1,2})?)/i,
    normal: (id: string) => id.toLowerCase(),
    url: (id: string) => `https://hal.science/${id}`,
  },
  inspirehepId: {
    expected: 'an INSPIRE identifier such as "1234567"',
    bibtex: ["inspirehep_id", "inspire", "inspireid"],
    eprintTypes: ["inspire", "inspirehep"],
    id: /^(\d{1,9})$/,
    inUrl: /inspirehep\.net\/(?:api\/)?(?:literature|record)\/(\d{1,9})/i,
    url: (id: string) => `https://inspirehep.net/literature/${encode(id)}`,
  },
  openreview: {
    expected: 'an OpenReview identifier such as "rkE3y85ee"',
    bibtex: ["openreview"],
    eprintTypes: ["openreview"],
    id: /^([\w-]{6,20})$/,
    inUrl: /openreview\.net\/(?:forum|pdf|attachment)\?(?:[\w=&-]{0,100}&)?id=([\w-]{6,20})/i,
    url: (id: string) => `https://openreview.net/forum?id=${encode(id)}`,
  },
  pmid: {
    expected: 'a PubMed identifier such as "12345678"',
    bibtex: ["pmid", "pubmed"],
    eprintTypes: ["pubmed", "medline", "pmid"],
    id: /^(?:pmid\s?:?\s?)?(\d{1,8})(?:\[\w{1,10}\])?$/i,
    inUrl: /(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/pubmed)\/(\d{1,8})/i,
    url: (id: string) => `https://pubmed.ncbi.nlm.nih.gov/${encode(id)}/`,
  },
  pmcid: {
    expected: 'a PubMed Central identifier such as "PMC1234567"',
    bibtex: ["pmcid", "pmc"],
    eprintTypes: ["pmc", "pmcid", "pubmedcentral"],
    id: /^(?:pmcid\s?:?\s?)?((?:pmc)?\d{1,8})(?:\.\d)?$/i,
    inUrl:
      /(?:ncbi\.nlm\.nih\.gov\/(?:pmc\/)?articles|europepmc\.org\/articles?(?:\/pmc)?)\/((?:pmc)?\d{1,8})/i,
    normal: (id: string) => `PMC${id.replace(/^pmc/i, "")}`,
    url: (id: string) => `https://pmc.ncbi.nlm.nih.gov/articles/${encode(id)}/`,
  },
  jstor: {
    expected: 'a JSTOR identifier such as "1234567"',
    bibtex: ["jstor", "jstor_id"],
    eprintTypes: ["jstor"],
    id: /^(?:jstor\s?:\s?)?(\d{4,12}|10\.\d{4,5}\/[\w.-]{3,40})$/i,
    inUrl: /jstor\.org\/stable\/(?:pdf\/)?(10\.\d{4,5}\/[\w.-]{3,40}|\d{4,12})/i,
    url: (id: string) => `https://www.jstor.org/stable/${id}`,
  },
  ssrn: {
    expected: 'an SSRN identifier such as "1234567"',
    bibtex: ["ssrn"],
    eprintTypes: ["ssrn"],
    id: /^(?:ssrn\s?:?\s?)?(\d{4,9})$/i,
    inUrl: /ssrn\.com\/(?:sol3\/papers\.cfm\?)?abstract(?:_?id)?=(\d{4,9})/i,
    url: (id: string) => `https://ssrn.com/abstract=${encode(id)}`,
  },
  mathscinet: {
    expected: 'a number of Mathematical Reviews such as "MR1234567"',
    bibtex: ["mrnumber", "mathscinet"],
    eprintTypes: ["mr", "mathscinet"],
    id: /^((?:mr\s?)?\d{4,8})(?:\s?\([^()]{0,40}\))?$/i,
    inUrl: /mathscinet(?:-getitem)?\?mr=((?:mr)?\d{4,8})/i,
    normal: (id: string) => `MR${id.replace(/^mr\s?/i, "").padStart(7, "0")}`,
    url: (id: string) => `https://mathscinet.ams.org/mathscinet-getitem?mr=${encode(id)}`,
  },
  zbmath: {
    expected: 'a zbMATH number such as "1234.56789"',
    bibtex: ["zblnumber", "zbl", "zbmath"],
    eprintTypes: ["zbl", "zbmath"],
    id: /^(?:zbl\s?:?\s?)?(\d{4}\.\d{5}|\d{7,9})$/i,
    inUrl: /zbmath\.org\/(?:\?q=an(?::|%3A))?(\d{4}\.\d{5}|\d{7,9})/i,
    url: (id: string) => `https://zbmath.org/?q=an:${encode(id)}`,
  },
  ads: {
    expected: 'an ADS identifier such as "2020Test..123..456R"',
    bibtex: ["bibcode", "adsbibcode"],
    eprintTypes: ["ads", "bibcode"],
    id: /^(\d{4}[a-z][\w.&]{13}[a-z.])$/i,
    inUrl: /adsabs\.harvard\.edu\/(?:abs|full|link_gateway)\/(\d{4}[a-z](?:[\w.&]|%26){13}[a-z.])/i,
    normal: (id: string) => id.replace(/%26/g, "&"),
    url: (id: string) => `https://ui.adsabs.harvard.edu/abs/${encode(id)}/abstract`,
  },
  handle: {
    expected: 'a handle such as "2027/1234"',
    bibtex: ["hdl", "handle"],
    eprintTypes: ["hdl", "handle"],
    id: /^(?:hdl\s?:\s?)?(\d[\d.]{0,30}\/[^\s<>"\\^`{|}]{1,200})$/i,
    inUrl: /hdl\.handle\.net\/(\d[\d.]{0,30}\/[^\s<>"\\^`{|}?#]{1,200})/i,
    url: (id: string) => `https://hdl.handle.net/${encodeURI(id).replace(/[?#]/g, encode)}`,
  },
  swhid: {
    expected: 'a Software Heritage identifier such as "swh:1:rev:…" with 40 digits',
    bibtex: ["swhid"],
    eprintTypes: ["swh", "swhid"],
    id: /^(swh:1:(?:cnt|dir|rev|rel|snp|ori):[\da-f]{40}(?:;[^\s<>"\\^`{|}]{1,1000})?)$/i,
    inUrl:
      /softwareheritage\.org\/(swh:1:(?:cnt|dir|rev|rel|snp|ori):[\da-f]{40}(?:;[^\s<>"\\^`{|}]{1,1000})?)/i,
    url: (id: string) => `https://archive.softwareheritage.org/${id}`,
  },
  urn: {
    expected: 'a URN such as "urn:nbn:de:0000-1234"',
    bibtex: ["urn", "nbn"],
    eprintTypes: ["urn", "nbn"],
    id: /^(urn:nbn:[a-z]{2}[\w:.+-]{1,120})$/i,
    inUrl: /(?:nbn-resolving\.(?:org|de)|urn\.[a-z]{2,3})\/(urn:nbn:[a-z]{2}[\w:.+-]{1,120})/i,
    url: (id: string) => `https://nbn-resolving.org/${id}`,
  },
} as const satisfies Record<string, Archive>;

/** The theme's field for the identifiers of an archive. */
export type ArchiveName = keyof typeof archives;

/** The archives with the names of their fields. */
export const archiveEntries = Object.entries(archives) as [ArchiveName, Archive][];

/** Returns the identifier of an archive in a field that is for it: alone, or in a URL; undefined if there is none. */
export function archiveId(archive: Archive, value: string): string | undefined {
  const text = withoutEscapes(value)
    .replace(/[{}]/g, "")
    .trim()
    .replace(/[.,;]+$/, "");
  const id = archive.id.exec(text)?.[1] ?? archive.inUrl.exec(text)?.[1];
  return id === undefined ? undefined : (archive.normal?.(id) ?? id);
}

/** Returns the archive and the identifier that a URL leads to. */
export function archiveOfUrl(url: string): { name: ArchiveName; id: string } | undefined {
  for (const [name, archive] of archiveEntries) {
    const id = archive.inUrl.exec(url)?.[1];
    if (id !== undefined) return { name, id: archive.normal?.(id) ?? id };
  }
  return undefined;
}
