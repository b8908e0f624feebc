/** A part of a text that stays on one line. */
export interface Piece {
  text: string;
  /** Whether a space follows it on the same line. */
  hasSpace: boolean;
}

/** Scripts without spaces between words. */
const unspaced = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;

/** What does not start a line: closing brackets, marks of the end of a clause, small kana, and signs that prolong. */
const notFirst =
  /^[\p{Pe}\p{Pf}\p{M}、。，．・：；？！!?,.:;…ー々〻ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ％‰]/u;

/** What does not end a line: opening brackets and quotes. */
const notLast = /[\p{Ps}\p{Pi}]$/u;

/** The longest word that is kept whole, and the parts of a longer one, in characters. */
const [longest, partLength] = [24, 8];

/**
 * Returns the parts between which a text may be broken into lines: at spaces, after hyphens and slashes, between words of
 * scripts without spaces, and anywhere in a word that is longer than 24 characters. No-break spaces stay.
 *
 * @param language - BCP 47 tag, for words of scripts without spaces.
 */
export function piecesOf(text: string, language: string): Piece[] {
  return (
    text
      .split(/[ \t\n\r]+/)
      // A name is broken if it is long.
      .flatMap((word) => (word.length > longest ? word.split("\u00A0") : word))
      .filter(Boolean)
      .flatMap((word) =>
        word
          .split(/(?<=[\p{L}\p{N}][-\u2010\u2013\u2014/])(?=[\p{L}\p{N}])/u)
          .flatMap((part) => (unspaced.test(part) ? wordsOf(part, language) : [part]))
          .flatMap((part) => partsOf(part, language))
          .map((part, index, parts) => ({ text: part, hasSpace: index === parts.length - 1 })),
      )
  );
}

function wordsOf(text: string, language: string): string[] {
  const words: string[] = [];
  for (const { segment } of new Intl.Segmenter(language, { granularity: "word" }).segment(text)) {
    const last = words.at(-1);
    if (last !== undefined && (notFirst.test(segment) || notLast.test(last)))
      words[words.length - 1] += segment;
    else words.push(segment);
  }
  return words;
}

function partsOf(word: string, language: string): string[] {
  if (word.length <= longest) return [word];
  const characters = Array.from(new Intl.Segmenter(language).segment(word), ({ segment }) => segment);
  if (characters.length <= longest) return [word];
  return Array.from({ length: Math.ceil(characters.length / partLength) }, (_, index) =>
    characters.slice(index * partLength, (index + 1) * partLength).join(""),
  );
}
