/** Which way a language is written. Node 20 has this as a property, later ones as a method. */
type LocaleWithText = Intl.Locale & {
  textInfo?: { direction?: string };
  getTextInfo?(): { direction?: string };
};

/**
 * Which way a language is written, for the attribute `dir`.
 *
 * @param language - A BCP 47 tag.
 */
export function directionOf(language: string): "ltr" | "rtl" {
  const locale = new Intl.Locale(language) as LocaleWithText;
  return (locale.getTextInfo?.() ?? locale.textInfo)?.direction === "rtl" ? "rtl" : "ltr";
}

/** What a language calls itself: `Français` for `fr`. */
export function nameOfLanguage(language: string): string {
  const name = new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** The site's language with its territory, as Open Graph has it: `en_US`; one without is taken for that of most of its readers. */
export function localeOf(language: string): string {
  const { language: name, region } = new Intl.Locale(language).maximize();
  return region ? `${name}_${region}` : name;
}

/** Where the pages of a further language are: `/fr/`. */
export const rootOf = (language: string): string => `/${language.toLowerCase()}/`;

/**
 * The further language that a page is in: what its front matter says, else that whose folder it lies in.
 *
 * @param path - The template's path within the input folder: `fr/about.md`.
 * @param languages - Tags of the site's further languages.
 * @returns `undefined` for a page in the site's main language, or in one that the site is not otherwise in.
 */
export function languageOf(path: string, lang: unknown, languages: readonly string[]): string | undefined {
  const name = (typeof lang === "string" ? lang : (path.split("/")[0] ?? "")).toLowerCase();
  return languages.find((language) => language.toLowerCase() === name);
}
