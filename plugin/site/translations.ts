import { nameOfLanguage } from "../i18n/locale.js";
import type { Editions } from "./edition.js";

/** A translation of a page. */
export interface TranslatedPage {
  /** A BCP 47 tag. */
  language: string;
  /** The name of the language in itself. */
  name: string;
  url: string;
  dir: "ltr" | "rtl";
}

/**
 * Returns the translations of a page, including the page itself: pages with the same URL in each language (`/about/`,
 * `/fr/about/`), and pages with the same `translationKey` in their front matter.
 *
 * @param key - The page's `translationKey`.
 * @returns An empty list for a page in one language only.
 */
export function translationsOf(
  page: { url?: string | false },
  key: unknown,
  { all }: Editions,
): TranslatedPage[] {
  if (all.length < 2 || !page.url) return [];
  const { url } = page;
  // The longest root first, since all others start with the root of the main language.
  const edition = all
    .toSorted((a, b) => b.site.root.length - a.site.root.length)
    .find(({ site }) => url.startsWith(site.root));
  const path = url.slice(edition?.site.root.length);
  const pages = all.flatMap(({ site, data: { indigo } }): TranslatedPage[] => {
    const sameUrl = site.root + path;
    const translation =
      indigo.content.translation(key) ?? (indigo.content.urls.has(sameUrl) ? sameUrl : undefined);
    if (translation === undefined) return [];
    return [
      { language: site.language, name: nameOfLanguage(site.language), url: translation, dir: site.dir },
    ];
  });
  return pages.length > 1 ? pages : [];
}
