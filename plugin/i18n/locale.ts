/** `Intl.Locale` with the direction of its script: a property in Node.js 20, a method in later versions. */
type LocaleWithText = Intl.Locale & {
  textInfo?: { direction?: string };
  getTextInfo?(): { direction?: string };
};

/**
 * Returns the writing direction of a language, for the attribute `dir`.
 *
 * @param language - A BCP 47 tag.
 */
export function directionOf(language: string): "ltr" | "rtl" {
  const locale = new Intl.Locale(language) as LocaleWithText;
  return (locale.getTextInfo?.() ?? locale.textInfo)?.direction === "rtl" ? "rtl" : "ltr";
}

/** Returns the name of a language in itself: `Français` for `fr`. */
export function nameOfLanguage(language: string): string {
  const name = new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** Returns a language in Open Graph's format, with its territory: `en_US`. The default is the most likely territory. */
export function localeOf(language: string): string {
  const { language: name, region } = new Intl.Locale(language).maximize();
  return region ? `${name}_${region}` : name;
}

/** Returns the root of the pages in an additional language: `/fr/`. */
export const rootOf = (language: string): string => `/${language.toLowerCase()}/`;

/**
 * Returns the additional language of a page: the one in its front matter, else the one of its folder.
 *
 * @param path - The template's path within the input folder: `fr/about.md`.
 * @param lang - The front matter `lang`.
 * @param languages - Tags of the site's additional languages.
 * @returns `undefined` for a page in the main language, or in one that is not among the site's languages.
 */
export function languageOf(path: string, lang: unknown, languages: readonly string[]): string | undefined {
  const name = (typeof lang === "string" ? lang : (path.split("/")[0] ?? "")).toLowerCase();
  return languages.find((language) => language.toLowerCase() === name);
}
