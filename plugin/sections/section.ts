import type { SocialLink } from "../accounts/links.js";
import type { Social } from "../accounts/schema.js";
import type { CollectionItem, EleventyConfig } from "../eleventy/api.js";
import type { SiteFile } from "../eleventy/site-files.js";
import type { NavigationItem } from "../options/navigation.js";
import type { Site } from "../options/site.js";
import type { Selection, ShownList } from "../publications/index.js";
import type { CalendarEvent } from "../utils/icalendar.js";
import type { JsonLdNode } from "../utils/json-ld.js";
import type { Report } from "../utils/report.js";

/** The fields that a section's own file gives an entry, for its partial. */
export interface EntryFields {
  /** Its title or name. */
  title?: string | undefined;
  links: readonly NavigationItem[];
}

/** A validated entry of a section, in no language. */
export interface EntryRecord {
  /** The id by which others name it, unique in its section; empty in sections that nothing names. */
  id: string;
  /** The id as a part of a URL. */
  anchor: string;
  /** Its fields, as its schema returns them. */
  facts: Readonly<Record<string, unknown>>;
  /** Names a field in messages: `field "bio" of person "Ada" in people.yaml:3`. */
  where(field: string): string;
  /** Its own file, if the section is a folder. */
  file?: string;
}

/** An entry as partials read it. */
export type Entry<E extends EntryFields = EntryFields> = E & {
  /** The id by which others name it. */
  readonly id: string;
  /** The id as a part of a URL. */
  readonly anchor: string;
  /** The URL of its own page, if it has one. */
  readonly pageUrl: string | undefined;
  /** Its `@id` in structured data, from the site's root; undefined in sections that nothing names. */
  readonly nodeUrl: string | undefined;
  /** Its whole text, if `html` is only its start. Available when pages are rendered, not before. */
  readonly wholeHtml: string;
  /** The URL that its title links: its own page, else the `url` that its author set. */
  readonly url: string | undefined;
  /** Its text as HTML, empty if it has none. Available when pages are rendered, not before. */
  readonly html: string;
};

/** Entries under one heading, as a list section returns them. */
export interface Group<E extends EntryFields = EntryFields> {
  /** Its heading; empty if it has none. */
  label: string;
  /** A name that is the same in every language. */
  id?: string;
  entries: Entry<E>[];
}

/** Site and helpers with which entries are prepared for their partials, in one language. */
export interface RenderContext {
  site: Site;
  /** The day of the build in the site's time zone: `2027-03-05`. */
  today: string;
  /** Returns the full URL of a page or file. */
  absolute(url: string): string;
  /** Returns what the structured data of an entry says of those that it is connected to. */
  connectionsOf(section: string, id: string): Record<string, unknown>;
  /** Returns the social links of a person; `field` names their field and its owner, for messages. */
  socialLinks(field: string, profiles: Social): SocialLink[];
  /**
   * Returns the site's publications of a selection as a list; undefined if there are none.
   *
   * @param caller - Where the selection is written, for messages.
   * @throws IndigoError for a value that no publication has.
   */
  worksOf(selection: Selection, caller: string): ShownList | undefined;
  /** Logs a warning, once a build. */
  warn(message: string): void;
}

/** Groups that a shortcode names by one word, on any day: upcoming talks may be none. */
export interface NamedGroups {
  /** The word in the language of the site; empty if it has none. */
  label: string;
  /** The word that is the same in every language. */
  id: string;
  groups: readonly EntryGroup[];
}

/** What a section's page has above its groups. */
export interface PageTop {
  /** The partial that shows it, which reads it as `top`. */
  partial: string;
}

/** Entries under one heading, of any shape that the section's partials read. */
export interface EntryGroup {
  label: string;
  id?: string;
  entries: readonly object[];
}

/** A section for one language of the site. */
export interface BuiltSection {
  groups: readonly EntryGroup[];
  /** Groups that a shortcode may name in addition to {@link groups}. */
  named?: readonly NamedGroups[];
  /** What its page has above the groups. */
  top?: PageTop | undefined;
  /** Returns the entry of a file of the section's folder. */
  ofFile?(inputPath: string): Entry | undefined;
  /** Data for the top of the section's page, above the groups; the section's `groupsPartial` reads it. */
  head?: object;
  /** Returns the structured data of the section's page: nodes, or JSON-LD that is safe in a script. `url` is a full URL. */
  structuredData?(url: string): JsonLdNode[] | string;
  /** Returns the events of one entry for calendars. Available when pages are rendered. */
  eventsOf?(entry: Entry): CalendarEvent[];
  /** Returns the node of one entry in structured data, without its connections. */
  nodeOf?(entry: Entry): JsonLdNode | undefined;
}

/** The file or folder of a section's data. */
export interface SectionSource {
  /** Its path; that of a folder has no slash at its end. */
  path: string;
  isFolder: boolean;
}

/** Eleventy and helpers with which the data of a section is read. */
export interface ReadContext {
  eleventyConfig: EleventyConfig;
  /** Collects problems, which fail the build, and hints, which are logged. */
  report: Report;
  /** Returns Eleventy's collection item of a file. Only for pages being rendered and for the theme's own pages. */
  itemOf(inputPath: string): CollectionItem | undefined;
  /**
   * Renders Markdown of the section's data as HTML.
   *
   * @param where - Names the text in messages: `field "bio" of person "Ada" in people.yaml:3`.
   */
  markdown(source: string, where: string): string;
  /** Renders Markdown within a line, without blocks; see {@link ReadContext.markdown}. */
  inlineMarkdown(source: string, where: string): string;
  /** Returns the text of Markdown without its marks. */
  plainText(source: string): string;
  /** Returns whether Markdown has nothing but paragraphs. */
  isParagraphs(source: string): boolean;
  /** Returns whether an image of the data is at another host, from which pages must not load it. */
  isForbiddenImage(url: string): boolean;
  /** The site in its main language. */
  site: Site;
  /** Returns whether a full URL is at another host. */
  isOtherHost(url: string): boolean;
  /** Returns the URL of the page that the theme creates for an entry of a data file, if it does. */
  entryUrl?(anchor: string): string | undefined;
  /** How the author gets HTML and images at other hosts in the section's data, for messages: a sentence. */
  htmlAdvice: string;
  /** Whether files with `draft: true` are left out of the build. */
  leavesOutDrafts: boolean;
}

/** A section's data in one build. */
export interface Content {
  /** Files of the site that it names, to be copied. */
  files: readonly SiteFile[];
  /** Its entries, in the order of their file or folder. */
  entries?: readonly EntryRecord[];
  /** The names of its groups in options, and their headings in its file. */
  names?: readonly string[];
  /** Prepares its entries for one language, once the site's pages are known. */
  build(context: RenderContext): BuiltSection;
}

/**
 * A section. Most are lists of entries, made with `listSection`; the CV reads its one file in its own way.
 */
export interface Section {
  /** The partial that shows an entry. */
  partial: string;
  /** The partial that shows its groups. @default "indigo/sections/section-groups.njk" */
  groupsPartial?: string;
  /** How many entries a home page shows of it. @default all */
  homeLimit?: number;
  /** Reads the data, before each build. */
  read(source: SectionSource, context: ReadContext): Content;
  /** Validates options against what was read, in all languages. */
  check?(contents: readonly Content[], context: Pick<ReadContext, "site" | "report">): void;
}
