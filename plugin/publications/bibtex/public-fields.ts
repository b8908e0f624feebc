import { isLocalPath } from "../local-path.js";

/**
 * The fields that BibTeX for readers has: those of BibTeX, BibLaTeX and identifiers. Any other field may be private, such as
 * paths, names of machines, notes and ratings that reference managers keep (`file`, `owner`, `mendeley-tags`, `bdsk-url-1`).
 * `annote` and `comment` are left out too, since Mendeley and others export private notes in them, and so is BibLaTeX's `library`.
 *
 * @see https://www.bibtex.com/format/fields/
 * @see https://ctan.org/pkg/biblatex – manual, section 2.2
 */
const publicNames: ReadonlySet<string> = new Set(
  [
    // BibTeX
    "address author booktitle chapter crossref edition editor howpublished institution journal key month note number",
    "organization pages publisher school series title type volume year",
    // BibLaTeX
    "abstract addendum afterword annotator authortype bookauthor bookpagination booksubtitle booktitleaddon commentator",
    "date editora editorb editorc editortype editoratype editorbtype editorctype eid entryset entrysubtype eprint",
    "eprintclass eprinttype eventdate eventtitle eventtitleaddon foreword gender hyphenation holder ids",
    "indextitle indexsorttitle introduction isan isbn ismn isrn issn issue issuesubtitle issuetitle issuetitleaddon iswc",
    "journalsubtitle journaltitle journaltitleaddon keywords language langid langidopts location",
    "mainsubtitle maintitle maintitleaddon nameaddon options origdate origlanguage origlocation",
    "origpublisher origtitle pagetotal pagination part presort pubstate related relatedoptions relatedstring",
    "relatedtype reprinttitle shortauthor shorteditor shorthand shorthandintro shortjournal shortseries shorttitle",
    "sortkey sortname sortshorthand sorttitle sortyear subtitle titleaddon translator url urldate venue version",
    "volumes xdata xref",
    // Identifiers and what publishers and archives add
    "archiveprefix primaryclass archive archivesuffix doi pmid pmcid mrnumber mrclass zbl zblnumber zmnumber jfm lccn oclc",
    "adsurl biburl bibsource hal_id hal_version handle hdl urn coden eissn articleno article-number numpages day",
    "affiliation collaboration reportnumber slaccitation copyright",
  ]
    .join(" ")
    .split(" "),
);

/** Returns whether a field is one of those. */
export const isPublicField = (name: string): boolean => publicNames.has(name);

/** Returns whether BibTeX for readers has a field: its name is public, and its value names no file of somebody's computer. */
export const isPublic = (name: string, value: string): boolean =>
  publicNames.has(name) && !isLocalPath(value.replace(/^[{"\s]+/, ""));
