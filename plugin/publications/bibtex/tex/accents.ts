/** The combining character of each accent command. @see https://ctan.org/pkg/latex – encguide, utf8enc.dfu */
export const combining: ReadonlyMap<string, string> = new Map([
  ["`", "\u0300"],
  ["'", "\u0301"],
  ["^", "\u0302"],
  ["~", "\u0303"],
  ["=", "\u0304"],
  ["u", "\u0306"],
  [".", "\u0307"],
  ['"', "\u0308"],
  ["h", "\u0309"],
  ["r", "\u030A"],
  ["H", "\u030B"],
  ["v", "\u030C"],
  ["U", "\u030E"],
  ["C", "\u030F"],
  ["G", "\u030F"],
  ["f", "\u0311"],
  ["d", "\u0323"],
  ["textcommabelow", "\u0326"],
  ["textcommaabove", "\u0315"],
  ["c", "\u0327"],
  ["k", "\u0328"],
  ["textogonekcentered", "\u0328"],
  ["b", "\u0331"],
  ["t", "\u0361"],
  ["newtie", "\u0361"],
  ["textcircled", "\u20DD"],
  // Those of formulas, which files have in text too
  ["grave", "\u0300"],
  ["acute", "\u0301"],
  ["hat", "\u0302"],
  ["widehat", "\u0302"],
  ["tilde", "\u0303"],
  ["widetilde", "\u0303"],
  ["bar", "\u0304"],
  ["breve", "\u0306"],
  ["dot", "\u0307"],
  ["ddot", "\u0308"],
  ["mathring", "\u030A"],
  ["check", "\u030C"],
  ["vec", "\u20D7"],
]);

/** What an accent without a letter shows: `\^{}` is "^". The others show nothing. */
const alone: ReadonlyMap<string, string> = new Map([
  ["`", "`"],
  ["'", "'"],
  ["^", "^"],
  ["~", "~"],
  ['"', '"'],
]);

/** Accents that are written in one way only in practice: `{\c}` without a letter is "ç". */
const usual: ReadonlyMap<string, string> = new Map([["c", "ç"]]);

/** Returns what an accent without a letter shows; `isKnown` is false if it has no character of its own. */
export function loneAccent(name: string): { text: string; isKnown: boolean } {
  const text = alone.get(name);
  return text === undefined ? { text: usual.get(name) ?? "", isKnown: false } : { text, isKnown: true };
}

/** The first character of a text with CSL's markup, after its tags, with the marks that it has already. */
const firstLetter = /^((?:<[^<>]*>)*)(\p{L}\p{M}*)/u;

/** Puts an accent on the first letter of a text with CSL's markup; undefined if it starts with no letter. */
export function withAccent(name: string, text: string): string | undefined {
  const match = firstLetter.exec(text);
  if (!match) return undefined;
  const [whole, tags = "", letter = ""] = match;
  const mark = combining.get(name) ?? "";
  // The letters without a dot are for accents, which replace it.
  const base = letter.replace("ı", "i").replace("ȷ", "j");
  const accented = name === "." && base === "i" ? "i" : `${base}${mark}`.normalize("NFC");
  return `${tags}${accented}${text.slice(whole.length)}`;
}

/** Returns a letter with an accent if Unicode has one character for both; else undefined. */
export function precomposed(name: string, letter: string): string | undefined {
  const accented = /^\p{L}$/u.test(letter) ? withAccent(name, letter) : undefined;
  return accented !== undefined && accented !== letter && [...accented].length === 1 ? accented : undefined;
}
