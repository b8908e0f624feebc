import type { Post } from "../content/index.js";
import type { DateFormatter } from "../i18n/dates.js";
import type { PostAuthor } from "../options/author.js";
import type { PageLanguage, PageLanguages } from "../options/page-language.js";
import type { Indigo, SiteContent } from "./layout-data.js";

/** A site in one of its languages. */
export interface Edition extends PageLanguage, SiteContent {
  /** The tag of a further language; `undefined` for the main one. */
  language: string | undefined;
  /** What templates in this language read as `site` and `indigo`. */
  data: { site: object; indigo: Indigo };
  dates: DateFormatter;
  authorOf(post: Post): PostAuthor;
}

/** The site in each of its languages. */
export interface Editions extends PageLanguages {
  main: Edition;
  /** The main one, and those of the option `languages`. */
  all: readonly Edition[];
  of: (...context: Parameters<PageLanguages["of"]>) => Edition;
}
