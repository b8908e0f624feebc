import type { PublicationFacts } from "./publication.js";

/** An entry of a .bib or CSL-JSON file, in the theme's form. Entries of the theme's own YAML format are no works. */
export interface Work {
  facts: PublicationFacts & { id: string };
  /** Returns the place of the first of these fields that the work has, or of the work, for messages. */
  place(...fields: string[]): string;
  /** Whether it is a volume of a .bib file from which other entries inherit. */
  isVolume?: boolean;
}
