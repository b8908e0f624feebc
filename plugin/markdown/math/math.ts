import type MarkdownIt from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { onlyDefines } from "../../utils/mathjax-tex.js";
import type { PageEnvironment } from "../environment.js";
import { formulaBlock } from "./blocks.js";
import { bracketFormula, dollarFormula } from "./inline.js";
import { type MathOptions, renderFormula } from "./render.js";

export { type MathBudget, mathBudget } from "./budget.js";
export type { MathOptions } from "./render.js";
export type { FormulaMeta } from "./token.js";

/**
 * Renders formulas as MathML: `$…$` in text by Pandoc's rule, so that prices stay text, `\(…\)`, and `$$…$$`, `\[…\]` and
 * environments such as `align` on lines of their own. With kramdown only `$$…$$`, in text or on lines of their own. A formula
 * plugin of the author's takes precedence.
 *
 * The tokens are `math_inline` and `math_block`, with the TeX as their content and `FormulaMeta` as their `meta`.
 *
 * @see https://pandoc.org/MANUAL.html#math
 * @see https://kramdown.gettalong.org/syntax.html#math-blocks
 */
export function useMath(md: MarkdownIt, options: MathOptions): void {
  const { rules } = md.renderer;
  if (rules.math_inline || rules.math_block) return;
  const render = (token: Token | undefined, display: boolean, env: PageEnvironment): string =>
    renderFormula({ tex: token?.content ?? "", delimiter: token?.markup ?? "", display, env }, options);
  // The rules of kramdown add the same tokens if these renderers are there.
  if (!options.isKramdown) {
    md.inline.ruler.before("escape", "math_inline_bracket", bracketFormula);
    md.inline.ruler.after("escape", "math_inline_dollar", dollarFormula);
    const alt = ["paragraph", "reference", "blockquote", "list"];
    md.block.ruler.after("blockquote", "math_block", formulaBlock, { alt });
    md.core.ruler.after("inline", "indigo_definitions", hideDefinitions);
  }
  rules.math_inline = (tokens, index, _options, env) =>
    render(tokens[index], tokens[index]?.meta?.isDisplayed === true, env);
  // In the tab order, so that a formula that is too wide can be scrolled by keyboard.
  rules.math_block = (tokens, index, _options, env, renderer) => {
    const token = tokens[index];
    if (!token) return "";
    const html = render(token, true, env);
    return html || options.isKramdown ? `<p${renderer.renderAttrs(token)}>${html}</p>\n` : "";
  };
}

/** Hides paragraphs of formulas that only define macros. Formulas in the text of an image are its TeX there. */
function hideDefinitions({ tokens }: StateCore): void {
  for (const [index, { type, children }] of tokens.entries()) {
    if (type !== "inline" || !children) continue;
    for (const child of children) if (child.type === "image") asText(child.children ?? []);
    const [open, close] = [tokens[index - 1], tokens[index + 1]];
    if (open?.type !== "paragraph_open" || !close || !children.every(isNothing)) continue;
    if (children.some(({ type: each }) => each === "math_inline"))
      for (const token of [open, close]) token.hidden = true;
  }
}

function asText(tokens: readonly Token[]): void {
  for (const token of tokens) if (token.type === "math_inline") token.type = "text";
}

const isNothing = ({ type, content }: Token): boolean =>
  type === "math_inline"
    ? onlyDefines(content)
    : type === "softbreak" || (type === "text" && content.trim() === "");
