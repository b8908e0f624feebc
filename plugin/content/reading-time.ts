import { replaceUpTo } from "../utils/search.js";

const wordsPerMinute = 180;
/** Number of words below which Indigo shows one minute. */
const shortPost = 360;
/** Characters per minute that an adult reads in a script without spaces between words. */
const charactersPerMinute = 500;

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Kinds of characters for counting words. Numbers, since each character of the site is looked up. */
const Kind = { unknown: 0, space: 1, letter: 2, unspaced: 3, other: 4 } as const;

/** A cache of the kind of each character, by code point, since Unicode expressions are slow. */
const kinds = new Uint8Array(0x110000);

function kindOf(code: number): number {
  const cached = kinds[code];
  if (cached) return cached;
  const character = String.fromCodePoint(code);
  let kind: number = Kind.other;
  if (/\s/u.test(character)) kind = Kind.space;
  else if (unspaced.test(character)) kind = Kind.unspaced;
  else if (/[\p{L}\p{N}]/u.test(character)) kind = Kind.letter;
  kinds[code] = kind;
  return kind;
}

/**
 * Returns the reading time of a text in minutes, as in Indigo: 180 words per minute, rounded down, and one minute for a
 * short text. Characters count instead of words in scripts without spaces.
 *
 * @param html - Rendered content. Unlike in Indigo, its markup does not count.
 */
export function readingMinutes(html: string): number {
  let words = 0;
  let characters = 0;
  let isInWord = false;
  const lastTagEnd = html.lastIndexOf(">");
  for (let at = 0; at < html.length; at += 1) {
    const code = html.codePointAt(at) ?? 0;
    if (code > 0xffff) at += 1;
    if (code === openingBracket && at < lastTagEnd) {
      at = html.indexOf(">", at);
      isInWord = false;
      continue;
    }
    const kind = kindOf(code);
    if (kind === Kind.unspaced) characters += 1;
    if (kind === Kind.letter && !isInWord) {
      words += 1;
      isInWord = true;
    } else if (kind === Kind.space || kind === Kind.unspaced) isInWord = false;
  }
  const minutes = words / wordsPerMinute + characters / charactersPerMinute;
  return minutes < shortPost / wordsPerMinute ? 1 : Math.floor(minutes);
}

/**
 * Returns the reading time of a text in minutes as Indigo on Jekyll counts it: by what is between white space, markup included.
 * Formulas count as one word, since they are MathML here and LaTeX there.
 */
export function indigoMinutes(html: string): number {
  const words =
    replaceUpTo("</math>", html, /<math\b[\s\S]*?<\/math>/g, () => "x").match(/\S+/g)?.length ?? 0;
  return words < shortPost ? 1 : Math.floor(words / wordsPerMinute);
}

const openingBracket = "<".charCodeAt(0);
