/** The rules of the check, each with its title in the report. */
export const rules = {
  "broken-link": "Broken links",
  "broken-anchor": "Broken links to a part of a page",
  "missing-file": "Missing images and other files",
  "missing-alt": "Images without alternative text",
  "duplicate-id": "Duplicate ids",
  "skipped-heading": "Skipped heading levels",
  "missing-description": "Pages without a description",
  publication: "Warnings about publications",
  "publication-link": "Publications without a link",
  "missing-layout": "Pages without a layout",
  "front-matter": "Front matter that may be misspelled",
  "shared-description": "Pages with the same description",
  build: "Other warnings of the build",
  contrast: "Colors with too little contrast",
  "active-svg": "SVG images with scripts or references to other hosts",
  "stale-page": "Pages left in the output folder",
} as const;

/** The name of a rule, as in the output of `--json`. */
export type Rule = keyof typeof rules;

/** A fault in the output of a build. */
export interface Fault {
  rule: Rule;
  /** One sentence, without file and line. */
  message: string;
  /** The URL of the page; the first one if there are several. */
  page: string;
  /** The number of pages with this fault: more than one if it comes from a layout or from the settings. */
  pages: number;
  /** The source file, relative to the site's folder; undefined if it is unknown. */
  file?: string | undefined;
  /** The line in the file, from 1. */
  line?: number | undefined;
}

/** A fault on one page, before its source is located. */
export type Finding = Pick<Fault, "rule" | "message"> & {
  /** Texts that locate the line in the source, most specific first. */
  traces: readonly string[];
};
