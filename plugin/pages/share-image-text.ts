import type MarkdownIt from "markdown-it";
import { mathText } from "../publications/index.js";
import { lazy } from "../utils/memoize.js";
import { load } from "../utils/require.js";

/** The most characters of a text in an image, more than have room there. */
const most = 500;

/** A formula as Pandoc reads it, so that prices such as `$5 and $6` are none; or one in the brackets of LaTeX. */
const formula = /(?<![\\$\p{L}\p{N}])\$(?=[^\s$])([^$\n]*[^\s$\\])\$(?![\d$])|\\\((.+?)\\\)|\\\[(.+?)\\\]/gu;

/** Tags of elements within text. Other text between `<` and `>` is what it says. */
const tag =
  /<\/?(?:a|abbr|b|bdi|br|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|u|var|wbr)(?:\s+[\w:-]+(?:=(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+))?)*\s*\/?>/gi;

const reference = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi;

/** The references that HTML has, which markdown-it knows. */
const decode = lazy(() => new (load("markdown-it") as typeof MarkdownIt)().utils.unescapeAll);

/**
 * Returns a text of the author as plain text on one line: formulas in Unicode, without tags and references of HTML.
 *
 * @param hasMath - Whether `$…$` is a formula.
 */
export function shareImageText(text: string, hasMath: boolean): string {
  const start = text.slice(0, most * 4);
  const withMath = hasMath
    ? start.replace(formula, (_, dollars, round, square) => mathText(dollars ?? round ?? square))
    : start;
  return withMath
    .replaceAll(tag, (markup) => (/^<w?br/i.test(markup) ? " " : ""))
    .replaceAll(reference, (markup) => decode()(markup))
    .replaceAll(/[^\S\u00A0\u202F]+/gu, " ")
    .trim()
    .slice(0, most);
}
