/** What follows a name, such as `, PhD` and `(she/her)`, and titles such as `Dr.`; an initial such as `J.` is kept. */
const notName = /[,(（].*$|(?<!\S)\p{L}{2,}\.(?!\S)/gu;

/**
 * Returns the initials of a name, in capitals: those of its first and its last word, or of its only word.
 *
 * @param language - BCP 47 tag, for capitals: those of `i` differ in Turkish.
 */
export function initials(name: string, language: string): string {
  const words = name.replaceAll(notName, " ").match(/[\p{L}\p{N}]\S*/gu) ?? [...name.trim()].slice(0, 1);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  const segmenter = new Intl.Segmenter(language);
  const letters = ends.map((word) => [...segmenter.segment(word ?? "")][0]?.segment ?? "");
  return letters.join("").toLocaleUpperCase(language);
}
