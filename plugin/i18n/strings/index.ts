import { ar } from "./ar.js";
import { de } from "./de.js";
import { en } from "./en.js";
import { es } from "./es.js";
import { fr } from "./fr.js";
import { it } from "./it.js";
import { ja } from "./ja.js";
import { pt } from "./pt.js";
import type { SomeStrings, Strings } from "./types.js";
import { zh } from "./zh.js";

/** The theme's own translations, by language tag; what one lacks is said in English. */
const translations: Readonly<Record<string, SomeStrings>> = {
  ar,
  de,
  en,
  es,
  fr,
  it,
  ja,
  pt,
  zh,
};

/** The languages that the theme knows. */
export const knownLanguages: readonly string[] = Object.keys(translations);

/**
 * The words of a language, those of its author before the theme's own.
 *
 * @param language - A BCP 47 tag; of `pt-BR`, what the theme has in `pt` counts where it has nothing for Brazil.
 * @param own - Words that the author sets.
 * @returns The words, and the names of those that are missing and therefore English.
 */
export function stringsIn(language: string, own: SomeStrings = {}): { strings: Strings; missing: string[] } {
  const tag = language.toLowerCase();
  const translation = translations[tag] ?? translations[tag.split("-")[0] ?? ""] ?? {};
  const missing: string[] = [];
  const choose = (fallback: object, sources: readonly object[], path: string): object =>
    Object.fromEntries(
      Object.entries(fallback).map(([key, english]) => {
        const found = sources.map((source) => (source as Record<string, unknown>)[key]);
        if (typeof english === "object") {
          return [key, choose(english, found.filter(isObject), `${path}${key}.`)];
        }
        const word = found.find((value) => value !== undefined);
        if (word === undefined) missing.push(path + key);
        return [key, word ?? english];
      }),
    );
  return { strings: choose(en, [own, translation], "") as Strings, missing };
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
