import type MarkdownIt from "markdown-it";
import type { RuleBlock } from "markdown-it/lib/parser_block.mjs";
import { pushDiv } from "../divs.js";
import { lineText } from "../lines.js";

/**
 * Reads pandoc-crossref's `<div id="fig:x">` around Markdown with an image, a table or a block of code, as `::: {#fig:x}`. All others
 * stay HTML.
 *
 * @see https://lierdakil.github.io/pandoc-crossref/#subfigures
 */
export function useHtmlDivs(md: MarkdownIt): void {
  md.block.ruler.before("html_block", "indigo_html_div", htmlDiv, {
    alt: ["paragraph", "reference", "blockquote"],
  });
}

const htmlStart = /^<div\s+id=(["'])((fig|tbl|lst):[^"'\s<>]+)\1(?:\s+class=(["'])([^"'<>]*)\4)?\s*>\s*$/;

/** The start of a line of Markdown that is what the label is of. */
const content: Readonly<Record<string, RegExp>> = { fig: /^!\[/, tbl: /\|/, lst: /^(?:```|~~~)/ };

const htmlDiv: RuleBlock = (state, line, endLine, silent) => {
  const [source, , id = "", prefix = "", , names = ""] = htmlStart.exec(lineText(state, line)) ?? [];
  if (!source || (state.sCount[line] ?? 0) - state.blkIndent >= 4) return false;
  let hasContent = false;
  let depth = 0;
  for (let last = line + 1; last < endLine; last += 1) {
    const text = lineText(state, last);
    hasContent ||= content[prefix]?.test(text) ?? false;
    if (/^<div\b/.test(text)) depth += 1;
    if (!/^<\/div>\s*$/.test(text)) continue;
    if (depth > 0) depth -= 1;
    else {
      if (!hasContent) return false;
      if (silent) return true;
      const attributes = { id, classes: names.split(/\s+/).filter(Boolean), others: [] };
      pushDiv(state, { name: "", title: "", attributes, source }, line, last);
      state.line = last + 1;
      return true;
    }
  }
  return false;
};
