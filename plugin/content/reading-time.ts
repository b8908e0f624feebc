const wordsPerMinute = 180;
/** Up to here Indigo says one minute. */
const shortPost = 360;
/** Characters of a script that sets no spaces between words, which an adult reads in a minute. */
const charactersPerMinute = 500;

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** What a character is to a count of words: numbers, since each character of the whole site is asked for its own. */
const Kind = { unknown: 0, space: 1, letter: 2, unspaced: 3, other: 4 } as const;

/** The kind of each character that was met, by its code point: to ask expressions of Unicode each time takes long. */
const kinds = new Uint8Array(0x110000);

function kindOf(code: number): number {
  const known = kinds[code];
  if (known) return known;
  const character = String.fromCodePoint(code);
  let kind: number = Kind.other;
  if (/\s/u.test(character)) kind = Kind.space;
  else if (unspaced.test(character)) kind = Kind.unspaced;
  else if (/[\p{L}\p{N}]/u.test(character)) kind = Kind.letter;
  kinds[code] = kind;
  return kind;
}

/**
 * Minutes that a text takes to read, by Indigo's measure: 180 words a minute, rounded down, and one for a short text.
 * Characters count instead of words where a script has no spaces.
 *
 * @param html - Rendered content. Its markup does not count, which in Indigo it does.
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

const openingBracket = "<".charCodeAt(0);
