import type { SocialLink } from "../accounts/links.js";
import type { Strings } from "../i18n/strings/types.js";
import type { Coauthor } from "./coauthors.js";
import type { Footer } from "./footer.js";
import type { NavigationItem } from "./navigation.js";
import type { ValidOptions } from "./options.js";
import type { MetaTag } from "./verification.js";

/** The options that are properties of the site unchanged. */
type PlainOptions = Omit<
  ValidOptions,
  | "social"
  | "resume"
  | "author"
  | "showAuthor"
  | "jekyll"
  | "pages"
  | "home"
  | "sections"
  | "archives"
  | "footer"
  | "verification"
  | "coauthors"
  | "strings"
  | keyof Writing
  | keyof Numbering
>;

/** The options of Markdown. */
type Writing = Pick<ValidOptions, "math" | "toc" | "footnotes" | "embeds" | "code" | "images" | "mermaid">;

/** The options of numbers, which front matter of the same names overrides. */
export type Numbering = Pick<ValidOptions, "numberSections" | "numberEquations" | "shareTheoremNumbers">;

/** A validated site in one of its languages. Layouts read it as `site`, merged with {@link Site.jekyllSettings}. */
export interface Site extends PlainOptions {
  author: { name: string; names: string[]; email?: string | undefined; url?: string | undefined };
  social: SocialLink[];
  resume: NavigationItem | undefined;
  showAuthor: boolean;
  /** The option `pages`. Jekyll uses `site.pages` for something else. */
  themePages: ValidOptions["pages"];
  /** The option `home`, renamed like {@link Site.themePages}. */
  themeHome: ValidOptions["home"];
  /** The option `sections`, renamed like {@link Site.themePages}. */
  themeSections: ValidOptions["sections"];
  /** The option `archives`, renamed like {@link Site.themePages}: a plugin of Jekyll sets `site.archives`. */
  themeArchives: ValidOptions["archives"];
  /** The option `footer`, with the license's name and URL. */
  themeFooter: Footer;
  /** The tags of the option `verification`. */
  verificationTags: readonly MetaTag[];
  /** The options of Markdown, under a key that is free in `_config.yml`. */
  writing: Writing;
  /** What pages number beyond what has a label. */
  numbering: Numbering;
  /** Home pages and ORCID iDs of co-authors by name. */
  coauthors: Readonly<Record<string, Coauthor>>;
  /** Whether the content is written for Jekyll. */
  jekyll: boolean;
  /** The path of the site on its host, with slashes at both ends. */
  pathPrefix: string;
  /** The UI strings in the site's language. */
  strings: Strings;
  /** The writing direction of that language. */
  dir: "ltr" | "rtl";
  /** The root of the pages in that language: `/`, or `/fr/` for an additional language. */
  root: string;

  /** The name of `pictureHd` in Indigo. */
  picture_hd?: string | undefined;
  /** The bio with the markup of a text, if a `_config.yml` has tags in it; `bio` is its text then. */
  bioHtml: string | undefined;
  /** Whether `picture` is at another host, by its name in Indigo. */
  "external-image": boolean;
  /** All keys of a `_config.yml`, by Jekyll's names. Templates read those unknown to the theme as `site.KEY`. */
  jekyllSettings: Readonly<Record<string, unknown>>;
}
