/** Letters of scripts in which the family name comes first, without a space: Han, kana, Hangul. */
const eastAsian = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々ー]+$/u;
const katakana = /^[\p{Script=Katakana}ー・]+$/u;

/** Returns whether a part of a name is written in Han, kana or Hangul only. */
export const isEastAsian = (text: string | undefined): boolean =>
  text !== undefined && eastAsian.test(text.replace(/[\s・·]/gu, ""));

/**
 * Returns a name in Han, kana or Hangul as it is written: family name first, without a space. A foreign name in katakana
 * has a dot between its parts, given name first. Undefined for names in other scripts, and those of one part.
 *
 * @example eastAsianName("鈴木", "花子") // "鈴木花子"
 */
export function eastAsianName(family: string | undefined, given: string | undefined): string | undefined {
  if (!family || !given || !isEastAsian(family) || !isEastAsian(given)) return undefined;
  return katakana.test(family) && katakana.test(given) ? `${given}・${family}` : `${family}${given}`;
}
