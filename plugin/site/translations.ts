import { nameOfLanguage } from "../i18n/locale.js";
import type { Editions } from "./edition.js";

/** A page in one of the languages that it is there in. */
export interface TranslatedPage {
  /** A BCP 47 tag. */
  language: string;
  /** What the language calls itself. */
  name: string;
  url: string;
  dir: "ltr" | "rtl";
}

/**
 * The pages that say the same in the site's languages, the page itself among them: those at the same address within each
 * language (`/about/`, `/fr/about/`), and those with the same `translationKey` in their front matter.
 *
 * @param key - The page's own `translationKey`.
 * @returns None for a page that is there in one language only.
 */
export function translationsOf(
  page: { url?: string | false },
  key: unknown,
  { all }: Editions,
): TranslatedPage[] {
  if (all.length < 2 || !page.url) return [];
  const { url } = page;
  // The longest root first: that of the main language is the start of every other.
  const own = all
    .toSorted((a, b) => b.site.root.length - a.site.root.length)
    .find(({ site }) => url.startsWith(site.root));
  const within = url.slice(own?.site.root.length);
  const found = all.flatMap(({ site, data: { indigo } }): TranslatedPage[] => {
    const same = site.root + within;
    const address = indigo.content.translation(key) ?? (indigo.content.urls.has(same) ? same : undefined);
    if (address === undefined) return [];
    return [{ language: site.language, name: nameOfLanguage(site.language), url: address, dir: site.dir }];
  });
  return found.length > 1 ? found : [];
}
