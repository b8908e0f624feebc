import type { PublicationFacts } from "./publication.js";

/** A work of a bibliography. */
export interface Work {
  facts: PublicationFacts & { id: string };
  /** Place of the first of these fields that the work has, or of the work. */
  place(...fields: string[]): string;
}
