/**
 * The rules of the check, each with its title in the report. A finding counts as a fault, with which the command fails, or as
 * a warning: it may be intended, or is not part of the output.
 */
export const rules = {
  "broken-link": { title: "Broken links", counts: "fault" },
  "broken-anchor": { title: "Broken links to a part of a page", counts: "fault" },
  "missing-file": { title: "Missing images and other files", counts: "fault" },
  "missing-alt": { title: "Images without alternative text", counts: "fault" },
  "duplicate-id": { title: "Duplicate ids", counts: "fault" },
  "skipped-heading": { title: "Skipped heading levels", counts: "fault" },
  "missing-description": { title: "Pages without a description", counts: "fault" },
  publication: { title: "Warnings about publications", counts: "fault" },
  "publication-link": { title: "Publications without a link", counts: "fault" },
  "missing-layout": { title: "Pages without a layout", counts: "fault" },
  "front-matter": { title: "Front matter that may be misspelled", counts: "warning" },
  "shared-description": { title: "Pages with the same description", counts: "warning" },
  build: { title: "Other warnings of the build", counts: "warning" },
  contrast: { title: "Colors with too little contrast", counts: "fault" },
  "active-svg": { title: "SVG images with scripts or references to other hosts", counts: "warning" },
  "stale-page": { title: "Pages left in the output folder", counts: "warning" },
} as const;

/** The name of a rule, as in the output of `--json`. */
export type Rule = keyof typeof rules;

/** A fault or a warning in the output of a build. */
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
