import type { SectionName } from "../options/sections.js";

/** The things to which entries of a section are connected, as words of a shortcode. */
export const relatedNames = ["person", "project", "publication"] as const;

/** One of {@link relatedNames}. */
export type RelatedName = (typeof relatedNames)[number];

/** What a shortcode of a section asks about connections, which a room above this one knows. */
export interface SectionRelations {
  /** The sections whose entries have connections. */
  readonly sections: readonly SectionName[];
  /** Returns the ids of a section's entries that are connected to a thing; undefined if there is no such thing. */
  entriesOf(section: SectionName, name: RelatedName, id: string): ReadonlySet<string> | undefined;
  /** Returns the ids of all such things, for messages. */
  ids(name: RelatedName): readonly string[];
}
