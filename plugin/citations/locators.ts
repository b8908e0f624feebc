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

/** Words that styles have besides those of CSL's locales, without the full stop. */
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
  for (const [word, label] of Object.entries(otherWords)) if (!words.has(word)) words.set(word, label);
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
  const label = words.get(word.toLowerCase()) ?? words.get(word.toLowerCase().replace(/\.$/, ""));
  return label ? { label, rest: text.slice(start.length) } : { rest: text };
}

/** Adds the words of a locale for each label: `page`, `pages`, `p.`, `pp.`, and without the full stop. */
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
  const add = (text: string): void => {
    const word = text.trim().toLowerCase();
    // A word of an earlier locale or label stays.
    for (const form of [word, word.replace(/\.$/, "")]) if (form && !words.has(form)) words.set(form, name);
  };
  for (const child of term.children) {
    if (typeof child === "string") add(child);
    else for (const text of child.children) if (typeof text === "string") add(text);
  }
}
