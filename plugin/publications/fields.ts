import * as z from "zod";
import type { Strings } from "../i18n/strings/types.js";
import type { FileKind } from "../utils/file-kinds.js";
import { file, link, text } from "../utils/schema-values.js";

/** The UI string that is the text of a link. */
export type LinkWord = keyof Strings["publicationLinks"];

/** Text, or a number that is read as text. */
const short = z
  .union([z.string(), z.number()], { error: "must be text or a number" })
  .transform(String)
  .pipe(text);

/** A file of the site, or a full URL. A file is looked for in the folders that al-folio and similar themes use. */
const fileOrLink = z.union([file, link]);

/** How the link of a field is shown. */
export interface FieldLink {
  /** Its text. */
  label: string;
  /** The UI string that is its text, if that is a word and not a name. */
  word?: LinkWord;
  /** Its place among the links of a publication, from the lowest number on. */
  order: number;
  /** Returns its URL. The default is the field's own value. */
  url?(value: string | boolean, facts: { doi?: string | undefined }): string | undefined;
}

/** One field of a publication: its schema, its BibTeX field and its link. */
export interface PublicationField<Schema extends z.ZodType = z.ZodType> {
  schema: Schema;
  /** Its name in a .bib file, if citation styles do not use it. Downloads of BibTeX leave it out. */
  bibtex?: string;
  /** How the value of that BibTeX field is read. `identifier`: verbatim. `badge`: true, false or verbatim. */
  kind?: "text" | "identifier" | "link" | "file" | "switch" | "badge";
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
  (value: string | boolean, { doi }: { doi?: string | undefined }): string | undefined => {
    if (!value) return undefined;
    if (value === true) return doi && `${byDoi}${encodeURI(doi)}`;
    return `${byId}${encodeURIComponent(value)}`;
  };

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
      url: (doi) => `https://doi.org/${encodeURI(String(doi)).replace(/[?#]/g, encodeURIComponent)}`,
    },
  }),

  /** Page at the publisher. */
  url: field(link, { link: { label: "Link", word: "link", order: 50 } }),

  isbn: field(text),

  /** arXiv identifier. @example "2106.09685" */
  arxiv: field(text, {
    bibtex: "arxiv",
    link: { label: "arXiv", order: 20, url: (id) => `https://arxiv.org/abs/${id}` },
  }),

  /** Identifier in another archive. */
  eprint: field(text),

  /** PubMed identifier. */
  pmid: field(short, {
    link: {
      label: "PubMed",
      order: 130,
      url: (id) => `https://pubmed.ncbi.nlm.nih.gov/${encodeURIComponent(id)}/`,
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
      // Scholar's own identifiers start with that of the author.
      url: (id) => {
        const [scholar, work] = String(id).split(":");
        if (!scholar || work === undefined) return undefined;
        const query = `user=${encodeURIComponent(scholar)}&citation_for_view=${encodeURIComponent(id)}`;
        return `https://scholar.google.com/citations?view_op=view_citation&${query}`;
      },
    },
  }),

  /** INSPIRE identifier. */
  inspirehepId: field(short, {
    bibtex: "inspirehep_id",
    kind: "identifier",
    link: {
      label: "INSPIRE",
      order: 140,
      url: (id) => `https://inspirehep.net/literature/${encodeURIComponent(id)}`,
    },
  }),

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

  code: field(link, { bibtex: "code", kind: "link", link: { label: "Code", word: "code", order: 60 } }),

  video: field(link, { bibtex: "video", kind: "link", link: { label: "Video", word: "video", order: 70 } }),

  slides: field(fileOrLink, {
    bibtex: "slides",
    kind: "file",
    files: ["document", "slides", "image", "archive", "notebook", "recording"],
    link: { label: "Slides", word: "slides", order: 80 },
  }),

  poster: field(fileOrLink, {
    bibtex: "poster",
    kind: "file",
    files: ["document", "slides", "image", "archive"],
    link: { label: "Poster", word: "poster", order: 90 },
  }),

  /** Supplementary material. */
  supp: field(fileOrLink, {
    bibtex: "supp",
    kind: "file",
    files: ["document", "slides", "image", "archive", "notebook", "table", "recording"],
    link: { label: "Supplement", word: "supplement", order: 100 },
  }),

  /** Preview: an image, or a short video without sound. */
  preview: field(fileOrLink, {
    bibtex: "preview",
    kind: "file",
    folders: ["", "assets/img/publication_preview", "assets/img", "assets/images", "assets"],
    files: ["image", "video"],
  }),

  blog: field(link, { bibtex: "blog", kind: "link", link: { label: "Blog", word: "blog", order: 110 } }),

  website: field(link, {
    bibtex: "website",
    kind: "link",
    link: { label: "Website", word: "website", order: 120 },
  }),
} as const satisfies Record<string, PublicationField>;

/** The name of such a field. */
export type FieldName = keyof typeof publicationFields;

/** The fields by their names. */
export const fieldEntries = Object.entries(publicationFields) as [FieldName, PublicationField][];

/** The fields that may name a file of the site. */
export const fileFields = fieldEntries.flatMap(([name, { kind }]) => (kind === "file" ? [name] : []));

type FieldSchemas = {
  [Name in FieldName]: z.ZodOptional<(typeof publicationFields)[Name]["schema"]>;
};

/** The schema of each field. */
export const fieldSchemas = Object.fromEntries(
  fieldEntries.map(([name, { schema }]) => [name, schema.optional()]),
) as FieldSchemas;
