import type { SocialLink } from "../accounts/links.js";
import type { Strings } from "../i18n/strings/types.js";
import type { NavigationItem } from "./navigation.js";
import type { ValidOptions } from "./options.js";

/** The options that the site has as the author gave them. */
type PlainOptions = Omit<
  ValidOptions,
  | "social"
  | "resume"
  | "author"
  | "showAuthor"
  | "jekyll"
  | "pages"
  | "sections"
  | "coauthors"
  | "strings"
  | keyof Writing
>;

/** The options of Markdown. */
type Writing = Pick<ValidOptions, "math" | "toc" | "images" | "mermaid">;

/** One validated site, in one of its languages. Layouts read it as `site`, merged with {@link Site.jekyllSettings}. */
export interface Site extends PlainOptions {
  author: { name: string; names: string[]; email?: string | undefined; url?: string | undefined };
  social: SocialLink[];
  resume: NavigationItem | undefined;
  showAuthor: boolean;
  /** The option `pages`, under a name that Jekyll does not have for something else. */
  themePages: ValidOptions["pages"];
  /** The option `sections`, likewise. */
  themeSections: ValidOptions["sections"];
  /** The options of what is written, under a name that no `_config.yml` has for something else. */
  writing: Writing;
  /** Addresses of co-authors, by name. */
  coauthors: Readonly<Record<string, string>>;
  /** Whether the content is Jekyll's. */
  jekyll: boolean;
  /** Under which path of its host the site is, with slashes around it. */
  pathPrefix: string;
  /** The theme's words in the site's language. */
  strings: Strings;
  /** Which way that language is written. */
  dir: "ltr" | "rtl";
  /** Where the pages in that language start, from the site's root: `/`, or `/fr/` for a further language. */
  root: string;

  /** Indigo's own name for `pictureHd`. */
  picture_hd?: string | undefined;
  /** Indigo's own name for whether `picture` is at another host. */
  "external-image": boolean;
  /** Every key of a `_config.yml`, as Jekyll names it. Templates read those that the theme does not know as `site.KEY`. */
  jekyllSettings: Readonly<Record<string, unknown>>;
}
