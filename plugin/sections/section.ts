import type { SocialLink } from "../accounts/links.js";
import type { Social } from "../accounts/schema.js";
import type { CollectionItem, EleventyConfig } from "../eleventy/api.js";
import type { SiteFile } from "../eleventy/site-files.js";
import type { NavigationItem } from "../options/navigation.js";
import type { Site } from "../options/site.js";
import type { JsonLdNode } from "../utils/json-ld.js";
import type { Report } from "../utils/report.js";

/** What a section's own file makes of an entry, for its partial. */
export interface EntryFields {
  /** What it is called. */
  title?: string | undefined;
  links: readonly NavigationItem[];
}

/** An entry as partials read it. */
export type Entry<E extends EntryFields = EntryFields> = E & {
  /** Where its title leads: its own page, else the address that its author gave. */
  readonly url: string | undefined;
  /** Its text as HTML, empty where it has none. Known when pages are rendered, not before. */
  readonly html: string;
};

/** Entries that belong together. */
export interface Group<E extends EntryFields = EntryFields> {
  /** Its heading; empty where there is none. */
  label: string;
  /** A name for it that is the same in every language. */
  id?: string;
  entries: Entry<E>[];
}

/** What the entries of a section are made with. */
export interface RenderContext {
  site: Site;
  /** The full address of a page or file. */
  absolute(url: string): string;
  /** Links to the accounts of one of the people; `field` says whose they are, for messages. */
  socialLinks(field: string, accounts: Social): SocialLink[];
}

/** Entries that belong together, of whatever shape the section's partials read. */
export interface EntryGroup {
  label: string;
  id?: string;
  entries: readonly object[];
}

/** A section for one language of the site. */
export interface BuiltSection {
  groups: readonly EntryGroup[];
  /** What stands above the groups on the section's page, for its own partial of groups. */
  head?: object;
  /** What the section's page, at this full address, says to search engines: things, or JSON-LD that is safe in a script. */
  structuredData?(url: string): JsonLdNode[] | string;
}

/** Where a section's data is. */
export interface SectionSource {
  /** Its path, of a folder without a slash at its end. */
  path: string;
  isFolder: boolean;
}

/** What a section is read with. */
export interface ReadContext {
  eleventyConfig: EleventyConfig;
  /** Takes every problem, which fails the build, and every hint, which is printed. */
  report: Report;
  /** What Eleventy knows of a file of a folder. Only for pages being rendered and for the theme's own pages. */
  itemOf(inputPath: string): CollectionItem | undefined;
  /** HTML of an author's Markdown. */
  markdown(source: string): string;
}

/** A section's data in one build. */
export interface Content {
  /** Files of the site that it names, to be copied. */
  files: readonly SiteFile[];
  /** Its entries; asked for when the content of the site is known. */
  build(setting: RenderContext): BuiltSection;
}

/**
 * A section. Most are lists of entries, made with `listSection`; another may read its one file in its own way.
 */
export interface Section {
  /** The partial that shows an entry. */
  partial: string;
  /** The partial that shows its groups. @default "indigo/sections/section-groups.njk" */
  groupsPartial?: string;
  /** Reads the data, before each build. */
  read(found: SectionSource, reading: ReadContext): Content;
}
