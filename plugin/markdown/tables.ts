import type MarkdownIt from "markdown-it";
import type Token from "markdown-it/lib/token.mjs";

/** The class of a cell by its alignment. */
export const alignmentClasses: Readonly<Record<string, string>> = {
  left: "text-start",
  center: "text-center",
  right: "text-end",
};

/** How many characters of average width fit in a line on a phone; a low estimate. */
export const charactersOnPhone = 30;

/**
 * Aligns the columns of tables by classes instead of markdown-it's style attributes, which a strict content security
 * policy blocks. Left means the start of a line, which is on the right in right-to-left languages. A table that may be
 * wider than a screen is in the tab order, so that it can be scrolled by keyboard.
 */
export function useTables(md: MarkdownIt): void {
  for (const type of ["th_open", "td_open"]) {
    const own = md.renderer.rules[type];
    md.renderer.rules[type] = (tokens, index, options, env, renderer) => {
      const token = tokens[index];
      const name = alignmentClasses[token?.attrGet("style")?.replace("text-align:", "") ?? ""];
      if (token?.attrs && name) {
        token.attrs = token.attrs.filter(([attribute]) => attribute !== "style");
        token.attrJoin("class", name);
      }
      return own?.(tokens, index, options, env, renderer) ?? renderer.renderToken(tokens, index, options);
    };
  }
  const own = md.renderer.rules.table_open;
  md.renderer.rules.table_open = (tokens, index, options, env, renderer) => {
    if (minimumCharacters(tokens, index) > charactersOnPhone) tokens[index]?.attrSet("tabindex", "0");
    return own?.(tokens, index, options, env, renderer) ?? renderer.renderToken(tokens, index, options);
  };
}

/** Returns the minimum width of a table in characters: the sum of the longest word of each column. */
function minimumCharacters(tokens: readonly Token[], open: number): number {
  const longest: number[] = [];
  let column = 0;
  let isCaption = false;
  for (const { type, content } of tokens.slice(open + 1)) {
    if (type === "table_close") break;
    if (type === "caption_open") isCaption = true;
    if (type === "caption_close") isCaption = false;
    if (isCaption) continue;
    if (type === "tr_open") column = 0;
    if (type !== "inline") continue;
    const words = content.split(/\s+/).map((word) => word.length);
    longest[column] = Math.max(longest[column] ?? 0, ...words);
    column += 1;
  }
  return longest.reduce((sum, length) => sum + length, 0);
}
