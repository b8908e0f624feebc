import { tex } from "@mdit/plugin-tex";
import type MarkdownIt from "markdown-it";
import type { RuleBlock } from "markdown-it/lib/parser_block.mjs";
import type { RuleInline } from "markdown-it/lib/parser_inline.mjs";
import type Token from "markdown-it/lib/token.mjs";
import type { Strings } from "../i18n/strings/types.js";
import { escapeHtml } from "../utils/html.js";
import { classes } from "../utils/markup.js";
import { lastingDefinitions, mathJaxTex } from "../utils/mathjax-tex.js";
import { type DefinedMacros, FormulaLimitError, formulaLimits, mathml } from "../utils/mathml.js";
import { type PageEnvironment, pageOf, sourceOfPage } from "./environment.js";

/** The options of formulas. */
export interface MathOptions {
  /** The author's own commands, by their names with the backslash. */
  macros: Readonly<Record<string, string>>;
  /** Whether formulas have kramdown's syntax: between `$$` only. */
  isKramdown: boolean;
  /** Returns the UI strings of the page whose environment this is. */
  stringsOf(env: unknown): Strings;
  /** The formulas of each page in this build. */
  budget: MathBudget;
  /** Logs a warning on a formula that cannot be rendered. */
  warn(message: string): void;
}

/** The most characters of MathML in one page: ten of its longest formulas. */
const maxPageOutput = 10 * formulaLimits.output;

/** Counts the MathML of each page, and knows its macros. */
export interface MathBudget {
  /** Returns whether a page may have more of it. */
  hasRoom(page: string): boolean;
  add(page: string, characters: number): void;
  /** Returns the macros that the page's formulas have defined so far. */
  definedIn(page: string): DefinedMacros;
  /** Starts again, for the next build. */
  clear(): void;
}

/** Returns a budget for the pages of a build. */
export function mathBudget(): MathBudget {
  const used = new Map<string, number>();
  const defined = new Map<string, DefinedMacros>();
  return {
    hasRoom: (page) => (used.get(page) ?? 0) < maxPageOutput,
    add: (page, characters) => used.set(page, (used.get(page) ?? 0) + characters),
    definedIn(page) {
      const macros = defined.get(page) ?? new Map();
      defined.set(page, macros);
      return macros;
    },
    clear() {
      used.clear();
      defined.clear();
    },
  };
}

const isFormula = { isDisplayed: true };

/**
 * Renders formulas as MathML: `$…$` in text by Pandoc's rule, so that prices stay text, and `$$…$$` on lines of their own.
 * With kramdown only `$$…$$`, in text or on lines of their own. A formula plugin of the author's takes precedence.
 *
 * @see https://pandoc.org/MANUAL.html#math
 * @see https://kramdown.gettalong.org/syntax.html#math-blocks
 */
export function useMath(md: MarkdownIt, options: MathOptions): void {
  const { rules } = md.renderer;
  if (rules.math_inline || rules.math_block) return;
  const render = (token: Token | undefined, display: boolean, env: PageEnvironment): string =>
    formula(token?.content ?? "", { delimiter: token?.markup ?? "", display, env }, options);
  // The rules of kramdown add the same tokens if these renderers are there.
  if (!options.isKramdown) {
    md.use(tex, { render: () => "" });
    // Replaced, as an unclosed block of the plugin goes on to the end of the page.
    const alt = ["paragraph", "reference", "blockquote", "list"];
    md.block.ruler.at("math_block_dollar", blockOfFormula, { alt });
    const displayed = /\$\$(?!\$)((?:\\.|[^\\$])+)\$\$(?!\$)/sy;
    md.inline.ruler.before("math_inline_dollar", "math_display", spanOf(displayed, isFormula));
  }
  rules.math_inline = (tokens, index, _options, env) =>
    render(tokens[index], tokens[index]?.meta?.isDisplayed === true, env);
  // In the tab order, so that a formula that is too wide can be scrolled by keyboard.
  rules.math_block = (tokens, index, _options, env, renderer) => {
    const token = tokens[index];
    return token ? `<p${renderer.renderAttrs(token)}>${render(token, true, env)}</p>\n` : "";
  };
}

/** Returns a rule for formulas within text. */
function spanOf(pattern: RegExp, meta: object | null = null): RuleInline {
  return (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== 0x24) return false;
    pattern.lastIndex = state.pos;
    const match = pattern.exec(state.src);
    if (!match || pattern.lastIndex > state.posMax) return false;
    if (!silent)
      Object.assign(state.push("math_inline", "math", 0), { content: match[1] ?? "", markup: "$$", meta });
    state.pos += match[0].length;
    return true;
  };
}

/** Parses a formula of one or more lines that starts and ends with `$$`. */
const blockOfFormula: RuleBlock = (state, line, endLine, silent) => {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  if (!state.src.startsWith("$$", start) || state.src[start + 2] === "$") return false;
  if ((state.sCount[line] ?? 0) - state.blkIndent >= 4) return false;
  const close = state.src.indexOf("$$", start + 3);
  for (let last = line; close > 0 && last < endLine; last += 1) {
    if (state.isEmpty(last) || (last > line && (state.sCount[last] ?? 0) < state.blkIndent)) return false;
    if ((state.eMarks[last] ?? 0) < close) continue;
    const source = state.getLines(line, last + 1, state.blkIndent, false).trim();
    const inner = /^\$\$(.+?)\$\$(.*)$/s.exec(source);
    if (!inner) continue;
    if (inner[2]) return false;
    if (silent) return true;
    const token = state.push("math_block", "math", 0);
    Object.assign(token, { block: true, content: inner[1], markup: "$$", map: [line, last + 1] });
    state.line = last + 1;
    return true;
  }
  return false;
};

interface Place {
  delimiter: string;
  display: boolean;
  env: PageEnvironment;
}

/** Returns the start of a long formula, for messages. */
const shortened = (tex: string): string => (tex.length > 200 ? `${tex.slice(0, 200)}…` : tex);

/**
 * Returns a formula as MathML. In a Jekyll site, what Temml cannot read is read as MathJax reads it, and the macros of earlier
 * formulas are known.
 */
function markupOf(tex: string, display: boolean, page: string, options: MathOptions): string {
  const { macros, isKramdown, budget } = options;
  if (!isKramdown) return mathml(tex, { display, macros });
  const settings = { display, macros, defined: budget.definedIn(page) };
  const lasting = lastingDefinitions(tex);
  try {
    return mathml(lasting, settings);
  } catch (error) {
    const converted = error instanceof FormulaLimitError ? lasting : mathJaxTex(tex, display);
    if (converted === lasting) throw error;
    try {
      return mathml(converted, settings);
    } catch (second) {
      // The reason is about the author's formula.
      throw second instanceof FormulaLimitError ? second : error;
    }
  }
}

/** Renders a formula as HTML; as its source, with a warning, if Temml cannot read it. */
function formula(source: string, { delimiter, display, env }: Place, options: MathOptions): string {
  const trimmed = source.trim();
  const page = pageOf(env);
  try {
    if (!options.budget.hasRoom(page)) {
      throw new FormulaLimitError(
        `the formulas before it have more MathML than the limit of ${maxPageOutput.toLocaleString("en-US")} characters for a page`,
      );
    }
    const markup = markupOf(trimmed, display, page, options);
    options.budget.add(page, markup.length);
    // A formula that only defines macros shows nothing, and would be an empty tab stop.
    if (/^<math[^>]*><\/math>$/.test(markup) && trimmed !== "") return "";
    if (!display) return markup;
    // A tab stop needs a name. In a group, unlike with the role "math", the formula is read too.
    const name = escapeHtml(options.stringsOf(env).formula);
    return `<span class="formula" role="group" aria-label="${name}" tabindex="0">${markup}</span>`;
  } catch (error) {
    // It took some time too.
    if (error instanceof FormulaLimitError) options.budget.add(page, formulaLimits.output / 10);
    const [reason = ""] = String((error as Error).message)
      .trim()
      .split(/ at (?:position|end of input)/);
    options.warn(
      `the formula ${delimiter}${shortened(trimmed)}${delimiter} in ${sourceOfPage(env)} cannot be rendered: ${reason.replace(/\.$/, "")}. Its source is shown instead.`,
    );
    const text = escapeHtml(delimiter + source + delimiter);
    // A script of the site's own may render it.
    return options.isKramdown ? text : `<code class="${classes.formulaError}">${text}</code>`;
  }
}
