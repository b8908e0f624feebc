import type { BuildIndex, Post } from "../content/index.js";
import { rootOf } from "../i18n/locale.js";

/** A post or page that another page links. */
export interface LinkedPage {
  url: string;
  title: string;
  /** The date of a post. */
  date?: Date;
  /** Its additional language; undefined for the main language. */
  language: string | undefined;
  translationKey: unknown;
  /** Its language, if that is not the one of the page that shows it. */
  lang?: string;
}

/** Returns a post as pages link it. */
export const linkedPost = ({ url, title, date, inputPath, data }: Post, index: BuildIndex): LinkedPage => ({
  url,
  title,
  date,
  language: index.languageOf(inputPath, data.lang),
  translationKey: data.translationKey,
});

/**
 * Returns one page of those that are translations of each other: with the same `translationKey`, or the same URL in each
 * language. It is the one in the language of the page that shows it, if there is one.
 *
 * @param wanted - That language; undefined for the main language.
 */
export function inLanguage(pages: readonly LinkedPage[], wanted: string | undefined): LinkedPage[] {
  const rank = ({ language }: LinkedPage): number =>
    language === wanted ? 0 : language === undefined ? 1 : 2;
  const chosen = new Map<unknown, LinkedPage>();
  for (const page of pages) {
    const key = keyOf(page);
    const other = chosen.get(key);
    if (!other || rank(page) < rank(other)) chosen.set(key, page);
  }
  return [...chosen.values()];
}

const keyOf = ({ url, language, translationKey }: LinkedPage): unknown =>
  translationKey ?? (language === undefined ? url : url.replace(rootOf(language), "/"));
