import { isLocalPath } from "../local-path.js";
import type { PublicationFacts } from "../publication.js";

/**
 * The variables that CSL-JSON for readers has: those of CSL. `annote` is left out, since reference managers export private
 * notes in it, and so is what is no variable, such as `custom`.
 *
 * @see https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
 */
export const publicNames: ReadonlySet<string> = new Set(
  [
    "id type citation-key citation-label categories language journalAbbreviation shortTitle title title-short",
    "abstract archive archive-place archive_collection archive_location authority call-number collection-title",
    "container-title container-title-short dimensions division DOI event event-title event-place genre ISBN ISSN",
    "jurisdiction keyword license medium note original-publisher original-publisher-place original-title part-title",
    "PMCID PMID publisher publisher-place references reviewed-genre reviewed-title scale section source status URL",
    "version volume-title volume-title-short year-suffix chapter-number citation-number collection-number edition",
    "first-reference-note-number issue locator number number-of-pages number-of-volumes page page-first part-number",
    "part printing-number supplement-number volume accessed available-date event-date issued original-date submitted",
    "author chair collection-editor compiler composer container-author contributor curator director editor",
    "editor-translator editorial-director executive-producer guest host illustrator interviewer narrator organizer",
    "original-author performer producer recipient reviewed-author script-writer series-creator translator",
  ]
    .join(" ")
    .split(" "),
);

/** Returns the facts of a work with the public variables of its CSL-JSON only, none of which names a file of a computer. */
export function publicVariables<F extends PublicationFacts>(facts: F): F {
  if (!facts.csl) return facts;
  const csl = Object.fromEntries(
    Object.entries(facts.csl).filter(
      ([name, value]) => publicNames.has(name) && !(typeof value === "string" && isLocalPath(value)),
    ),
  );
  return { ...facts, csl };
}
