import type { z } from "zod";
import type { SiteFile } from "../eleventy/site-files.js";
import type { FileKind } from "../utils/file-kinds.js";
import type { CalendarEvent } from "../utils/icalendar.js";
import type { JsonLdNode } from "../utils/json-ld.js";
import type { Subject } from "../utils/validate.js";
import type {
  Entry,
  EntryFields,
  EntryRecord,
  Group,
  NamedGroups,
  PageTop,
  ReadContext,
  RenderContext,
} from "./section.js";

/** A validated entry, with the URLs of its files. */
export interface ReadEntry extends EntryRecord {
  /** The id as a part of a URL. */
  anchor: string;
  /** The files of the site that it names, which are copied. */
  files: SiteFile[];
  /** Its name and the places of its fields, for messages about them. */
  subject: Subject;
}

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
  /** How many entries a home page shows of it. @default all */
  homeLimit?: number;
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
  /** Reads fields that depend on each other or have parts of their own; their problems are warnings. */
  complete?(entry: ReadEntry, context: ReadContext): ReadEntry;
  /** Returns the fields that the partial reads in addition to `url` and `html`; `anchor` is its id as a part of a URL. */
  entry(facts: z.output<S>, context: RenderContext, anchor: string): E;
  /** Groups the entries, which come in the order of the file. */
  groups(entries: Entry<E>[], context: RenderContext): Group<E>[];
  /** Returns groups that a shortcode may name in addition to those of the page. */
  named?(groups: Group<E>[], context: RenderContext): NamedGroups[];
  /** Returns what the section's page has above its groups. */
  top?(groups: Group<E>[], context: RenderContext): PageTop | undefined;
  /** Returns the events of an entry for calendars. Called when pages are rendered. */
  events?(entry: Entry<E>, context: RenderContext): CalendarEvent[];
  /** Describes one entry to search engines. */
  node?(entry: Entry<E>, context: RenderContext): JsonLdNode;
  /** Describes the entries to search engines, if their nodes are not all. */
  structuredData?(groups: Group<E>[], context: RenderContext): JsonLdNode[];
}
