/** What kinds of fault the check knows, with what each is called in the report. */
export const rules = {
  "broken-link": "Links that lead nowhere",
  "broken-anchor": "Links to a part of a page that is not there",
  "missing-file": "Pictures and other files that are not there",
  "missing-alt": "Pictures without a text for those who do not see them",
  "duplicate-id": "Ids that a page has more than once",
  "skipped-heading": "Headings that skip a level",
  "missing-description": "Pages without a description",
  "publication-year": "Publications without a year",
  "publication-link": "Publications without a link",
  contrast: "Colours of too little contrast",
} as const;

/** The name of a kind of fault, as `--json` has it. */
export type Rule = keyof typeof rules;

/** Something wrong in the result of a build. */
export interface Fault {
  rule: Rule;
  /** One sentence without its place. */
  message: string;
  /** The address of the page that has it; of several pages the first. */
  page: string;
  /** On how many pages it is: more than one where it comes from a layout or the settings. */
  pages: number;
  /** The source file, from the site's folder, as far as it is known. */
  file?: string | undefined;
  /** The line in it, from 1. */
  line?: number | undefined;
}

/** A fault as a rule finds it on one page. */
export type Finding = Pick<Fault, "rule" | "message"> & {
  /** Texts by which its line can be found in the source, the best first. */
  traces: readonly string[];
};
