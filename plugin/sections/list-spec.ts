import type { z } from "zod";
import type { FileKind } from "../utils/file-kinds.js";
import type { JsonLdNode } from "../utils/json-ld.js";
import type { Entry, EntryFields, Group, RenderContext } from "./section.js";

/** The part of a list section that differs from the others: schema, partial, groups. */
export interface ListSpec<S extends z.ZodObject, E extends EntryFields> {
  /** The word for one entry in messages: `talk`. */
  noun: string;
  /** The section, if its entries may name others. */
  name?: "people" | "projects" | "talks";
  /** The partial that shows an entry. */
  partial: string;
  /** The partial that shows its groups. @default as in {@link Section} */
  groupsPartial?: string;
  /** The fields of an entry. */
  schema: S;
  /** The field that is an entry's text, in Markdown. In a folder it is the text of the file. */
  text: keyof z.output<S> & string;
  /** Fields of which an entry must have at least one. */
  needs?: readonly string[];
  /** Fields that name an image. */
  images?: readonly string[];
  /** Fields that may name a file of the site, with the kinds of files that they are for. */
  files?: Readonly<Record<string, readonly FileKind[]>>;
  /** Whether the last file of a folder, by its name, stands first. @default false */
  lastFirst?: boolean;
  /** Returns the fields that the partial reads in addition to `url` and `html`. */
  entry(facts: z.output<S>, context: RenderContext): E;
  /** Groups the entries, which come in the order of the file. */
  groups(entries: Entry<E>[], context: RenderContext): Group<E>[];
  /** Describes one entry to search engines. */
  node?(entry: Entry<E>, context: RenderContext): JsonLdNode;
  /** Describes the entries to search engines, if their nodes are not all. */
  structuredData?(groups: Group<E>[], context: RenderContext): JsonLdNode[];
}
