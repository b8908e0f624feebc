import * as z from "zod";
import type { Strings } from "../i18n/strings/types.js";
import { type ConnectionKind, idsExpected, readIds } from "../utils/connection-ids.js";
import { type FileKind, kindsOfSlides } from "../utils/file-kinds.js";
import { licenseName } from "../utils/license.js";
import { file, link, text } from "../utils/schema-values.js";
import {
  type ArchiveName,
  archiveId,
  archives,
  arxivInField,
  doisIn,
  doiUrl,
  joinedUrls,
  licenseFrom,
  splitUrls,
} from "./identifiers/index.js";

/** The UI string that is the text of a link. */
export type LinkWord = keyof Strings["publicationLinks"];

/** Text, or a number that is read as text. */
const short = z
  .union([z.string(), z.number()], { error: "must be text or a number" })
  .transform(String)
  .pipe(text);

/** Text in which URLs are full ones, as links need them: with a scheme, several with a space between each. */
const withFullUrls = z.string().transform(joinedUrls);

const withoutPassword = (value: string): boolean => !/^https?:\/\/[^/?#]*@/i.test(value);
const passwordError = { error: "must be a URL without a user name or password" };

/** A full URL, or a path of the site; or several URLs. */
const webLink = withFullUrls.pipe(link.refine(withoutPassword, passwordError));

/** A file of the site, or a full URL. A file is looked for in the folders that al-folio and similar themes use. */
const fileOrLink = withFullUrls.pipe(z.union([file, link]).refine(withoutPassword, passwordError));

/** How the link of a field is shown. */
export interface FieldLink {
  /** Its text. */
  label: string;
  /** The UI string that is its text, if that is a word and not a name. */
  word?: LinkWord;
  /** Returns its text by the value, if that has a name of its own. */
  nameOf?(value: string): string | undefined;
  /** Its place among the links of a publication, from the lowest number on. */
  order: number;
  /** Returns its URL. The default is the field's own value. */
  url?(value: string | boolean, facts: LinkContext): string | undefined;
}

/** What the URL of a link may need in addition to the value of its field. */
export interface LinkContext {
  doi?: string | undefined;
  /** The site owner's identifier at Google Scholar. */
  scholar?: string | undefined;
}

/** One field of a publication: its schema, its BibTeX field and its link. */
export interface PublicationField<Schema extends z.ZodType = z.ZodType> {
  schema: Schema;
  /** Its name in a .bib file, if citation styles do not use it. Downloads of BibTeX leave it out. */
  bibtex?: string;
  /** Other names for it in .bib files. */
  aliases?: readonly string[];
  /**
   * How the value of that BibTeX field is read. `identifier`: verbatim. `badge`: true, false or verbatim. `link` and `file`:
   * URLs, or a file of the site. `ids`: ids with commas between them. Fields without a kind are read from several BibTeX fields; see identifiers/.
   */
  kind?: "text" | "identifier" | "link" | "file" | "switch" | "badge" | "ids";
  /** The folders in which a file is looked for. @default those in which al-folio and similar themes keep files */
  folders?: readonly string[];
  /** The kinds of files that it may name. */
  files?: readonly FileKind[];
  link?: FieldLink;
}

const field = <Schema extends z.ZodType>(
  schema: Schema,
  facts: Omit<PublicationField, "schema"> = {},
): PublicationField<Schema> => ({ schema, ...facts });

/** Returns a function for the URL of a work at a service, by the service's own id, or with `true` by the DOI. */
const badgeUrl =
  (byId: string, byDoi: string) =>
  (value: string | boolean, { doi }: LinkContext): string | undefined => {
    if (!value) return undefined;
    if (value === true) return doi && `${byDoi}${encodeURI(doi)}`;
    return `${byId}${encodeURIComponent(value)}`;
  };

/** Returns the link of an identifier in an archive. */
const archiveLink = (name: ArchiveName, label: string, order: number): { link: FieldLink } => ({
  link: {
    label,
    order,
    url: (value) => {
      const id = archiveId(archives[name], String(value));
      return id === undefined ? undefined : archives[name].url(id);
    },
  },
});

/** Ids of other things of the site; see {@link connectionKinds}. */
const ids = z.union(
  [
    z.array(short),
    text.transform((value) => readIds(value) ?? []),
    z.number().transform((value) => [String(value)]),
  ],
  { error: idsExpected },
);

/** The field for the ids of a kind of things. */
const idsField = (name: ConnectionKind): PublicationField<typeof ids> =>
  field(ids, { bibtex: name, kind: "ids" });

/** The kinds of files to which a link may lead. */
const anyFile: readonly FileKind[] = [
  ...(["document", "slides", "image", "archive", "notebook", "table", "recording"] as const),
];

/**
 * The fields of a publication in addition to its title, venue, year and names; none is required. Schema, BibTeX reader,
 * files and links follow from this table.
 *
 * @see https://github.com/alshedivat/al-folio/blob/main/CUSTOMIZE.md#creating-new-bibtex-entries
 */
export const publicationFields = {
  /** Month in which it appeared. @example 5 */
  month: field(z.int().min(1).max(12)),

  /** Day of that month. */
  day: field(z.int().min(1).max(31)),

  /** Publication state, in place of a year that is not known yet. @example "in press" */
  status: field(text),

  /** @example 14 */
  volume: field(short),

  issue: field(short),

  /** @example 834 */
  firstPage: field(short),

  lastPage: field(short),

  publisher: field(text),

  /** Institution of a thesis or report. */
  institution: field(text),

  /** @example "10.1109/TSC.2018.2841868" */
  doi: field(text, {
    link: {
      label: "DOI",
      order: 30,
      url: (value) => doisIn(String(value), { isField: true }).map(doiUrl)[0],
    },
  }),

  /** Page at the publisher. */
  url: field(webLink, { kind: "link", files: anyFile, link: { label: "Link", word: "link", order: 50 } }),

  isbn: field(text),

  /** arXiv identifier. @example "2106.09685" */
  arxiv: field(text, {
    bibtex: "arxiv",
    link: {
      label: "arXiv",
      order: 20,
      url: (value) => {
        const id = arxivInField(String(value));
        return id && `https://arxiv.org/abs/${id}`;
      },
    },
  }),

  /** Identifier in another archive. */
  eprint: field(text),

  /** HAL identifier. @example "hal-01234567" */
  hal: field(text, { bibtex: "hal", ...archiveLink("hal", "HAL", 22) }),

  /** OpenReview identifier. */
  openreview: field(text, { bibtex: "openreview", ...archiveLink("openreview", "OpenReview", 24) }),

  /** SSRN identifier. */
  ssrn: field(short, archiveLink("ssrn", "SSRN", 26)),

  /** JSTOR identifier. */
  jstor: field(short, archiveLink("jstor", "JSTOR", 52)),

  /** Handle. @example "2027/1234" */
  handle: field(text, archiveLink("handle", "Handle", 54)),

  /** URN of a national library. @example "urn:nbn:de:0000-1234" */
  urn: field(text, archiveLink("urn", "URN", 56)),

  /** Software Heritage identifier. */
  swhid: field(text, archiveLink("swhid", "Software Heritage", 66)),

  /** PubMed identifier. */
  pmid: field(short, archiveLink("pmid", "PubMed", 130)),

  /** PubMed Central identifier. */
  pmcid: field(short, archiveLink("pmcid", "PMC", 132)),

  /** Bibcode of the Astrophysics Data System. */
  ads: field(text, archiveLink("ads", "ADS", 136)),

  /** Number of Mathematical Reviews. @example "MR1234567" */
  mathscinet: field(short, archiveLink("mathscinet", "MathSciNet", 142)),

  /** Number of zbMATH. @example "1234.56789" */
  zbmath: field(text, archiveLink("zbmath", "zbMATH", 144)),

  /** License of the work: an SPDX identifier or a URL. @example "CC-BY-4.0" */
  license: field(text, {
    bibtex: "license",
    kind: "text",
    link: {
      label: "License",
      word: "license",
      order: 180,
      url: (value) => licenseFrom(String(value))?.page,
      nameOf: (value) => {
        const id = licenseFrom(value)?.id;
        return id && licenseName(id);
      },
    },
  }),

  abstract: field(text),

  keywords: field(z.array(text)),

  /** Award, or a longer text on it. @example "Best paper" */
  award: field(text, { bibtex: "award", kind: "text" }),

  /** Name of the award, for a badge, if `award` is a longer text. */
  awardName: field(text, { bibtex: "award_name", kind: "text" }),

  /** Short name of the venue, for a badge. @example "NeurIPS" */
  abbr: field(text, { bibtex: "abbr", kind: "text" }),

  /** Note on the work, on a line of its own. @example "Equal contribution with R. Roe" */
  note: field(text),

  /** Additional text after its venue. */
  additionalInfo: field(text, { bibtex: "additional_info", kind: "text" }),

  /** Note on the authors, such as what marks after their names mean. */
  annotation: field(text, { bibtex: "annotation", kind: "text" }),

  /** Altmetric identifier, or `true` to link it by its DOI. */
  altmetric: field(z.union([z.boolean(), short]), {
    bibtex: "altmetric",
    kind: "badge",
    link: {
      label: "Altmetric",
      order: 160,
      url: badgeUrl("https://www.altmetric.com/details/", "https://www.altmetric.com/details/doi/"),
    },
  }),

  /** Dimensions identifier, or `true` to link it by its DOI. */
  dimensions: field(z.union([z.boolean(), short]), {
    bibtex: "dimensions",
    kind: "badge",
    link: {
      label: "Dimensions",
      order: 170,
      url: badgeUrl("https://badge.dimensions.ai/details/id/", "https://badge.dimensions.ai/details/doi/"),
    },
  }),

  /** Google Scholar identifier. */
  googleScholarId: field(text, {
    bibtex: "google_scholar_id",
    kind: "identifier",
    link: {
      label: "Scholar",
      order: 150,
      // Scholar's own identifiers start with that of the author; al-folio's are without it.
      url: (id, { scholar }) => {
        const [first = "", work] = String(id).split(":");
        const user = work === undefined ? scholar : first;
        if (!user || !(work ?? first)) return undefined;
        const view = `${user}:${work ?? first}`;
        const query = `user=${encodeURIComponent(user)}&citation_for_view=${encodeURIComponent(view)}`;
        return `https://scholar.google.com/citations?view_op=view_citation&${query}`;
      },
    },
  }),

  /** INSPIRE identifier. */
  inspirehepId: field(short, { bibtex: "inspirehep_id", ...archiveLink("inspirehepId", "INSPIRE", 140) }),

  /** Whether its BibTeX is shown. */
  bibtexShow: field(z.boolean(), { bibtex: "bibtex_show", kind: "switch" }),

  pdf: field(fileOrLink, {
    bibtex: "pdf",
    kind: "file",
    files: ["document", "archive"],
    link: { label: "PDF", order: 10 },
  }),

  /** Web page on the work. */
  html: field(fileOrLink, {
    bibtex: "html",
    kind: "file",
    folders: ["", "assets/html", "assets"],
    files: ["document"],
    link: { label: "HTML", order: 40 },
  }),

  code: field(webLink, {
    bibtex: "code",
    kind: "link",
    files: anyFile,
    link: { label: "Code", word: "code", order: 60 },
  }),

  video: field(webLink, {
    bibtex: "video",
    kind: "link",
    files: anyFile,
    link: { label: "Video", word: "video", order: 70 },
  }),

  slides: field(fileOrLink, {
    bibtex: "slides",
    kind: "file",
    files: kindsOfSlides,
    link: { label: "Slides", word: "slides", order: 80 },
  }),

  poster: field(fileOrLink, {
    bibtex: "poster",
    kind: "file",
    files: ["document", "slides", "image", "archive"],
    link: { label: "Poster", word: "poster", order: 90 },
  }),

  /** Data of the work: a file, a URL or a DOI. */
  dataset: field(fileOrLink, {
    bibtex: "dataset",
    aliases: ["data", "zenodo"],
    kind: "file",
    files: ["document", "archive", "notebook", "table"],
    link: { label: "Data", word: "dataset", order: 68 },
  }),

  /** Supplementary material. */
  supp: field(fileOrLink, {
    bibtex: "supp",
    kind: "file",
    files: ["document", "slides", "image", "archive", "notebook", "table", "recording"],
    link: { label: "Supplement", word: "supplement", order: 100 },
  }),

  /** Preview: an image, or a short video without sound, of the site. At another host it becomes a link. */
  preview: field(fileOrLink, {
    bibtex: "preview",
    kind: "file",
    folders: ["", "assets/img/publication_preview", "assets/img", "assets/images", "assets"],
    files: ["image", "video"],
  }),

  blog: field(webLink, {
    bibtex: "blog",
    kind: "link",
    files: anyFile,
    link: { label: "Blog", word: "blog", order: 110 },
  }),

  website: field(webLink, {
    bibtex: "website",
    kind: "link",
    files: anyFile,
    link: { label: "Website", word: "website", order: 120 },
  }),
  /** Ids of people, in addition to those among its authors and editors. */
  people: idsField("people"),

  /** Ids of the projects that it is part of. @example ["rome", "seeds"] */
  projects: idsField("projects"),

  /** Ids of talks on it. */
  talks: idsField("talks"),

  /** Ids of publications that belong to it. */
  publications: idsField("publications"),

  /** Names or URLs of posts on it. @example "/blog/first/" */
  posts: idsField("posts"),
} as const satisfies Record<string, PublicationField>;

/** The name of such a field. */
export type FieldName = keyof typeof publicationFields;

/** The fields by their names. */
export const fieldEntries = Object.entries(publicationFields) as [FieldName, PublicationField][];

/** The fields for URLs, each of which may also name a file of the site. */
export const fileFields = fieldEntries.flatMap(([name, { kind }]) =>
  kind === "file" || kind === "link" ? [name] : [],
);

/** A URL in the list `links`: as in fields, but one. */
export const oneLink = webLink.transform((value) => splitUrls(value)[0] ?? value);

type FieldSchemas = {
  [Name in FieldName]: z.ZodOptional<(typeof publicationFields)[Name]["schema"]>;
};

/** The schema of each field. */
export const fieldSchemas = Object.fromEntries(
  fieldEntries.map(([name, { schema }]) => [name, schema.optional()]),
) as FieldSchemas;
