import type { HLJSApi, LanguageFn, Mode } from "highlight.js";
import { lazy, memoize } from "../../utils/memoize.js";
import { prebuilt } from "../../utils/prebuilt.js";
import { load } from "../../utils/require.js";

/** The languages of highlight.js. */
export interface LanguageTable {
  /** The language of each name and alias. */
  readonly names: Readonly<Record<string, string>>;
  /** The languages that the code of a language may contain, such as CSS in HTML. */
  readonly parts: Readonly<Record<string, readonly string[]>>;
}

/** The version of highlight.js, which the table depends on. */
export const languagesKey = lazy(
  (): string => (load("highlight.js/package.json") as { version: string }).version,
);

/** Reads the table from highlight.js, which loads all of its 190 languages. */
export function readLanguages(): LanguageTable {
  const hljs = load("highlight.js") as HLJSApi;
  const names: Record<string, string> = {};
  const parts: Record<string, string[]> = {};
  for (const name of hljs.listLanguages()) {
    const language = hljs.getLanguage(name);
    for (const alias of language?.aliases ?? []) names[alias.toLowerCase()] = name;
    if (language) parts[name] = partsOf(language).filter((part) => hljs.getLanguage(part));
  }
  for (const name of hljs.listLanguages()) names[name] = name;
  return { names, parts };
}

/** Returns the languages within the modes of a language. */
function partsOf(language: Mode): string[] {
  const seen = new Set<Mode>();
  const found = new Set<string>();
  const visit = (mode: Mode | "self" | null | undefined): void => {
    if (typeof mode !== "object" || mode === null || seen.has(mode)) return;
    seen.add(mode);
    for (const part of [mode.subLanguage ?? []].flat()) found.add(part);
    for (const inner of [mode.contains ?? [], mode.variants ?? [], mode.starts].flat()) visit(inner);
  };
  visit(language);
  return [...found];
}

const table = lazy(() => prebuilt("languages/table", languagesKey(), readLanguages));

/**
 * Returns highlight.js with a language and those that its code may contain, since loading all takes longer than a small site's
 * pages.
 *
 * @param name - A name or alias in lower case.
 * @returns `undefined` for an unknown language.
 */
export const highlighterOf = memoize((name: string): HLJSApi | undefined => {
  if (!Object.hasOwn(table().names, name)) return undefined;
  const hljs = (load("highlight.js/lib/core") as HLJSApi).newInstance();
  const wanted = new Set([table().names[name] as string]);
  // A set also goes through what is added meanwhile.
  for (const language of wanted)
    for (const part of table().parts[language] ?? []) wanted.add(table().names[part] ?? part);
  for (const language of wanted)
    hljs.registerLanguage(language, load(`highlight.js/lib/languages/${language}`) as LanguageFn);
  return hljs;
});
