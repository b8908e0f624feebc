import type { z } from "zod";
import type { JsonLdNode } from "../utils/json-ld.js";
import type { Entry, EntryFields, Group, RenderContext } from "./section.js";

/** What sets one list of entries apart from another. */
export interface ListSpec<S extends z.ZodObject, E extends EntryFields> {
  /** What one entry is called in messages: `talk`. */
  noun: string;
  /** The partial that shows an entry. */
  partial: string;
  /** The fields of an entry. */
  schema: S;
  /** The field that is an entry's text, in Markdown. In a folder it is the text of the file. */
  text: keyof z.output<S> & string;
  /** Fields of which an entry must have one. */
  needs?: readonly string[];
  /** Fields that name a picture. */
  pictures?: readonly string[];
  /** Fields that may name a file of the site. */
  files?: readonly string[];
  /** Whether the last file of a folder, by its name, stands first. @default false */
  lastFirst?: boolean;
  /**
   * Makes what the partial reads beside `url` and `html`.
   */
  entry(facts: z.output<S>, setting: RenderContext): E;
  /** Divides the entries, which come in the order of the file. */
  groups(entries: Entry<E>[], setting: RenderContext): Group<E>[];
  /** Describes the entries to search engines. */
  structuredData?(groups: Group<E>[], setting: RenderContext): JsonLdNode[];
}
