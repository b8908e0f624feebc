import type { CitationStyle } from "./csl-styles.js";

/** The states that a manual has its own words for: IEEE Reference Guide, "Unpublished"; APA's Publication Manual, 9.17. */
const states: Partial<Record<CitationStyle, Record<string, string>>> = {
  APA: { accepted: "in press", "to appear": "in press" },
  IEEE: {
    accepted: "to be published",
    forthcoming: "to be published",
    submitted: "submitted for publication",
    "to appear": "to be published",
  },
};

/**
 * Returns the publication state of a work as a style writes it; undefined if it has none, or if it says no more than the
 * date, as BibLaTeX's `prepublished` of preprints.
 */
export function styleStatus(
  { status, issued }: Record<string, unknown>,
  style: CitationStyle,
): string | undefined {
  if (typeof status !== "string" || status === "") return undefined;
  if (issued !== undefined && /^(?:pre-?)?published$/i.test(status)) return undefined;
  // Chicago begins it with a capital itself.
  return states[style]?.[status.toLowerCase()] ?? (style === "Chicago" ? status : lowerState(status));
}

/** Writes a state of a work, such as `Submitted to Tests`, as a part of a sentence. */
export const lowerState = (state: string): string =>
  state.replace(
    /^(?:In|Under|To|Manuscript|Unpublished|Submitted|Accepted|Forthcoming|Working|Draft)\b/,
    (word) => word.toLowerCase(),
  );
