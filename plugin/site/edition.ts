import type { Author, Post } from "../content/index.js";
import type { DateFormatter } from "../i18n/dates.js";
import type { PageLanguage, PageLanguages } from "../options/page-language.js";
import type { Indigo, SiteContent } from "./layout-data.js";

/** A site in one of its languages. */
export interface Edition extends PageLanguage, SiteContent {
  /** The tag of an additional language; `undefined` for the main language. */
  language: string | undefined;
  /** The global data `site` and `indigo` in this language. */
  data: { site: object; indigo: Indigo };
  dates: DateFormatter;
  /** Returns the authors of a post, at least one. */
  authorsOf(post: Post): readonly Author[];
  /** Returns the authors of a post as one, with all names. */
  authorOf(post: Post): Author;
}

/** The site in each of its languages. */
export interface Editions extends PageLanguages {
  main: Edition;
  /** The main edition, and those of the option `languages`. */
  all: readonly Edition[];
  of: (...context: Parameters<PageLanguages["of"]>) => Edition;
}
