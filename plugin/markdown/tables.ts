import type MarkdownIt from "markdown-it";
import type Token from "markdown-it/lib/token.mjs";

/** The class of a cell by its alignment. */
export const alignmentClasses: Readonly<Record<string, string>> = {
  left: "text-start",
  center: "text-center",
  right: "text-end",
};

/** How many letters of average width stand side by side on a telephone, on the safe side. */
const lettersOnTelephone = 30;

/**
 * Lets a column of a table be aligned by a class, where markdown-it has a style in an attribute, which a strict content
 * policy blocks. Left is where a line starts, as in a language written from right to left it has to be. A table that may
 * be wider than a screen, in which it then scrolls, can be reached and scrolled by keyboard.
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
    if (leastLetters(tokens, index) > lettersOnTelephone) tokens[index]?.attrSet("tabindex", "0");
    return own?.(tokens, index, options, env, renderer) ?? renderer.renderToken(tokens, index, options);
  };
}

/** How many letters wide the table that opens there is at least: the longest words of its columns, side by side. */
function leastLetters(tokens: readonly Token[], open: number): number {
  const longest: number[] = [];
  let column = 0;
  for (const { type, content } of tokens.slice(open + 1)) {
    if (type === "table_close") break;
    if (type === "tr_open") column = 0;
    if (type !== "inline") continue;
    const words = content.split(/\s+/).map((word) => word.length);
    longest[column] = Math.max(longest[column] ?? 0, ...words);
    column += 1;
  }
  return longest.reduce((sum, length) => sum + length, 0);
}
