import type { CslNode } from "../publications/index.js";
import type { Cite } from "./citation.js";

/** Reads locators, such as `pp. 3–5`, with the words of a locale of CSL. */
export interface Locators {
  /** Reads the text after a key: a comma, a locator and other text, each optional. */
  read(text: string): Pick<Cite, "locator" | "label" | "suffix">;
}

/** What CSL's locators count. @see https://docs.citationstyles.org/en/stable/specification.html#locators */
const labels = [
  "act",
  "appendix",
  "article-locator",
  "book",
  "canon",
  "chapter",
  "column",
  "elocation",
  "equation",
  "figure",
  "folio",
  "issue",
  "line",
  "note",
  "opus",
  "page",
  "paragraph",
  "part",
  "rule",
  "scene",
  "section",
  "sub-verbo",
  "table",
  "timestamp",
  "title-locator",
  "verse",
  "volume",
];

/** Words that styles have in addition to those of CSL's locales. */
const otherWords: Readonly<Record<string, string>> = {
  ch: "chapter",
  chs: "chapter",
  pg: "page",
  pgs: "page",
  sect: "section",
  tab: "table",
};

/** A number, a Roman number, a letter with digits, and ranges and lists of these: `3–5, 7`, `iv`, `A12`, `3a ff.`. */
const numbers =
  /^(?:[\p{L}.:]{0,3}\d[\p{L}\d.:]{0,20}|[ivxlcdm]{1,10}(?![\p{L}])|[IVXLCDM]{1,10}(?![\p{L}]))(?:\s?(?:[-–—,&]+)\s?(?:[\p{L}.:]{0,3}\d[\p{L}\d.:]{0,20}|[ivxlcdm]{1,10}(?![\p{L}])|[IVXLCDM]{1,10}(?![\p{L}]))){0,50}(?:\s?ff?\.)?/u;

/**
 * Creates a reader of locators.
 *
 * @param locales - Locales of CSL, whose terms name what a locator counts.
 */
export function locatorsOf(locales: readonly CslNode[]): Locators {
  const words = new Map<string, string>();
  for (const locale of locales) addWords(locale, words);
  for (const [word, label] of Object.entries(otherWords)) addWord(word, label, words);
  return {
    read(text) {
      const rest = text.trim();
      const braced = /^,?\s*\{([^{}]{0,200})\}/.exec(rest);
      if (braced) {
        const { label = "page", rest: locator } = withoutLabel((braced[1] ?? "").trim(), words);
        return { ...located(locator, label), ...suffixOf(rest.slice(braced[0].length)) };
      }
      const start = rest.replace(/^,\s*/, "");
      const { label, rest: counted } = withoutLabel(start, words);
      const [locator] = numbers.exec(counted) ?? [];
      if (locator === undefined || (label === undefined && !/^\p{L}?\d/u.test(locator)))
        return suffixOf(text);
      return { ...located(locator, label ?? "page"), ...suffixOf(counted.slice(locator.length)) };
    },
  };
}

const located = (locator: string, label: string): Pick<Cite, "locator" | "label"> =>
  locator ? { locator: locator.replaceAll(/\s*-{1,3}\s*/g, "–"), label } : {};

/** Returns the text after a locator; a comma in front of it stays. */
const suffixOf = (text: string): Pick<Cite, "suffix"> => {
  const suffix = text.trimEnd();
  return suffix.trim() ? { suffix: /^[\s,.;:]/.test(suffix) ? suffix : ` ${suffix}` } : {};
};

/** Returns what a text counts by its first word, and the text after it. */
function withoutLabel(
  text: string,
  words: ReadonlyMap<string, string>,
): { label?: string | undefined; rest: string } {
  const [start = "", word = ""] = /^((?:[\p{L}\p{M}]{1,20}|[§¶]{1,2})\.?)\s*/u.exec(text) ?? [];
  const label = words.get(bare(word));
  return label ? { label, rest: text.slice(start.length) } : { rest: text };
}

/** Adds the words of a locale for each label: `page`, `pages`, `p.`, `pp.` */
function addWords(locale: CslNode, words: Map<string, string>): void {
  const visit = (node: CslNode): void => {
    for (const child of node.children) {
      if (typeof child === "string") continue;
      if (child.name === "term") addTerm(child, words);
      else visit(child);
    }
  };
  visit(locale);
}

function addTerm(term: CslNode, words: Map<string, string>): void {
  const name = term.attrs.name ?? "";
  if (!labels.includes(name)) return;
  for (const child of term.children) {
    if (typeof child === "string") addWord(child, name, words);
    else for (const text of child.children) if (typeof text === "string") addWord(text, name, words);
  }
}

/** Adds a word for a label. That of an earlier locale or label stays. */
function addWord(text: string, label: string, words: Map<string, string>): void {
  const word = bare(text);
  if (word && !words.has(word)) words.set(word, label);
}

/** Returns a word as it is compared: in lower case, and without the full stop of an abbreviation. */
const bare = (word: string): string => word.trim().toLowerCase().replace(/\.$/, "");
