import { plainBraces } from "../attributes.js";

// Tells words from formulas, since `\[…\]` is also how Markdown writes brackets, and `$$` may be a slip.

/** Markdown and HTML, which no formula has: links, URLs, code, ends of elements, formulas. */
const markdown = /\]\(|\bhttps?:|`|<\/[a-z]+>|\\[[(]|(?<!\\)\$/i;

/** Characters that formulas have, and words in brackets do not. */
const signs = /[\\^_=+<>{}|]/;

/** Returns whether a text has such characters, other than those that Markdown escapes, as in `foo\_bar`. */
const hasSigns = (text: string): boolean => signs.test(text.replaceAll(/\\[_*#.!~-]/g, ""));

/**
 * Returns whether the content of `\[…\]` is text in brackets: words such as `[sic]`, numbers such as `[12]`, dots, a link, more
 * brackets, or the start of a mark such as `[@key]`, `[^1]` and `[!NOTE]`.
 */
export function isBracketedText(content: string): boolean {
  const text = content.trim();
  const withoutReferences = text.replaceAll(/\[[^[\]]*\]\[[^[\]]*\]/g, "");
  if (
    /^(?:@|\^[\w-]+$|![A-Z]+$|#\d)/.test(text) ||
    /^[\d\s.,;:…–-]*$/.test(withoutReferences) ||
    isMarkdown(text)
  )
    return true;
  return !hasSigns(text) && (/\p{L}{3}/u.test(text) || (/\p{L}{2}/u.test(text) && !/[/()\d]/.test(text)));
}

/**
 * Returns whether the content of `\(…\)` is text in parentheses: a word of three letters or more, several words, a year, or what
 * can't be a formula, such as `Q&A`. Some programs escape all parentheses.
 */
export function isParenthesizedText(content: string): boolean {
  const text = content.trim();
  if (isMarkdown(text) || (text.includes("&") && !text.includes("\\"))) return true;
  if (/[+=]$|^(?:1[5-9]|20)\d\d[a-z]?$/.test(text)) return true;
  return !hasSigns(text) && (/\p{L}{3}/u.test(text) || (text.match(/\p{L}{2,}/gu) ?? []).length > 1);
}

const isMarkdown = (content: string): boolean => markdown.test(withoutArguments(content));

/** Starts of Markdown blocks that no line of a formula has. */
const blockStart = /^ {0,3}(?:#{1,6}\s|```|~~~|:::|!?\[[^\]\n]*\][(:]|<\/?[a-z!])/im;

/** Returns whether a paragraph between two `$$` is text of the page, not of a formula. */
export function isProse(paragraph: string): boolean {
  const outside = withoutArguments(paragraph);
  if (blockStart.test(paragraph) || /(?<!\\)\$|\\[[(]/.test(outside)) return true;
  const words = outside.replaceAll(/\\(?:[a-z]+|[^a-z])/gi, " ").match(/\p{L}{2,}/gu) ?? [];
  return words.length > 2 || (words.length > 0 && !hasSigns(paragraph));
}

/** Returns TeX without the arguments in braces, and without ends of lines, which may be before a bracket: `\\[2pt]`. */
function withoutArguments(tex: string): string {
  let result = "";
  let depth = 0;
  for (const [piece] of plainBraces(tex).matchAll(/\\[\s\S]|[{}]|[^\\{}]+|\\/g)) {
    if (piece === "{") depth += 1;
    else if (piece === "}") depth = Math.max(0, depth - 1);
    else if (depth === 0) result += piece === "\\\\" ? " " : piece;
  }
  return result;
}
