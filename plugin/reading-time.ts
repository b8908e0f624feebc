const wordsPerMinute = 180;
/** Up to here Indigo says one minute. */
const shortPost = 360;
/** Characters of a script that sets no spaces between words, which an adult reads in a minute. */
const charactersPerMinute = 500;

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

/**
 * Minutes that a text takes to read, by Indigo's measure: 180 words a minute, rounded down, and one for a short text.
 * Characters count instead of words where a script has no spaces.
 *
 * @param html - Rendered content. Its markup does not count, which in Indigo it does.
 */
export function readingMinutes(html: string): number {
  const text = html.replaceAll(/<[^>]*>/g, " ");
  const characters = text.match(unspaced)?.length ?? 0;
  const words = text.replaceAll(unspaced, " ").match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;
  const minutes = words / wordsPerMinute + characters / charactersPerMinute;
  return minutes < shortPost / wordsPerMinute ? 1 : Math.floor(minutes);
}
