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

/** The theme's translations by language tag. Missing strings are English. */
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

/** The languages that the theme is translated into. */
export const knownLanguages: readonly string[] = Object.keys(translations);

/**
 * Returns the UI strings of a language. Strings of the author take precedence over the theme's translations.
 *
 * @param language - A BCP 47 tag. `pt-BR` falls back to the theme's translation `pt`.
 * @param own - Strings that the author sets.
 * @returns The strings, and the names of those that are missing and therefore English.
 */
export function stringsIn(language: string, own: SomeStrings = {}): { strings: Strings; missing: string[] } {
  const tag = language.toLowerCase();
  const translation = translations[tag] ?? translations[tag.split("-")[0] ?? ""] ?? {};
  const missing: string[] = [];
  const choose = (fallback: object, sources: readonly object[], path: string): object =>
    Object.fromEntries(
      Object.entries(fallback).map(([key, english]) => {
        const candidates = sources.map((source) => (source as Record<string, unknown>)[key]);
        if (typeof english === "object") {
          return [key, choose(english, candidates.filter(isObject), `${path}${key}.`)];
        }
        const string = candidates.find((value) => value !== undefined);
        if (string === undefined) missing.push(path + key);
        return [key, string ?? english];
      }),
    );
  return { strings: choose(en, [own, translation], "") as Strings, missing };
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
