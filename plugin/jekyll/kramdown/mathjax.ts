import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import type { DollarFormulas } from "../../options/markdown.js";
import { searchIn } from "../../utils/search.js";
import { isRendered } from "./math.js";
import { spanRule } from "./rules.js";

/** A name of the environment in which it is kept whether `$…$` is a formula in a text. */
interface DollarEnvironment extends Record<string, unknown> {
  kramdownDollars?: boolean;
}

/**
 * Returns a rule that finds out whether `$…$` is a formula in a text: on all pages, on those whose front matter has a field, or
 * because the page configures MathJax itself.
 */
export const dollarsOf =
  (dollars: DollarFormulas) =>
  ({ env, src }: StateCore): void => {
    const page = env as DollarEnvironment;
    const fields = typeof dollars === "boolean" ? [] : [dollars].flat();
    page.kramdownDollars =
      dollars === true ||
      fields.some((field) => page[field] !== undefined && page[field] !== null && page[field] !== false) ||
      (src.includes("<script") && hasDollarDelimiters(src));
  };

/**
 * Parses `$…$` in a text in which it is a formula, as MathJax does after kramdown. A price such as `$5 to $10` is none.
 *
 * @see https://docs.mathjax.org/en/latest/input/tex/delimiters.html
 */
export const dollarSpan = (state: StateInline, silent: boolean): boolean =>
  (state.env as DollarEnvironment).kramdownDollars === true && isRendered(state) && dollars(state, silent);

const dollars = spanRule(
  "$",
  /\$(?!\$|\s*\$)((?:\\[\s\S]|[^\\$`])+)\$(?!\d)/y,
  (state, [, formula = ""]) => addFormula(state, formula, "$", false),
  "$",
);

/**
 * Parses the delimiters that MathJax knows without settings: `\\(…\\)` and `\\[…\\]`, in which kramdown removes a backslash, and
 * environments such as `align`.
 */
export const bracketSpan = (state: StateInline, silent: boolean): boolean =>
  isRendered(state) &&
  (inlineBrackets(state, silent) || displayBrackets(state, silent) || environment(state, silent));

const inlineBrackets = spanRule(
  "\\",
  /\\\\\(([^`]+?)\\\\\)/y,
  (state, [, formula = ""]) => addFormula(state, formula, "\\\\(", false),
  "\\\\)",
);

const displayBrackets = spanRule(
  "\\",
  /\\\\\[([^`]+?)\\\\\]/y,
  (state, [, formula = ""]) => addFormula(state, formula, "\\\\[", true),
  "\\\\]",
);

const start = /\\begin\{((?:equation|align|alignat|gather|multline|eqnarray|flalign)\*?)\}/y;

function environment(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith("\\begin{", state.pos)) return false;
  start.lastIndex = state.pos;
  const [, name] = start.exec(state.src) ?? [];
  if (name === undefined) return false;
  const { end } = searchIn(state).next(`\\end{${name}}`, state.pos);
  if (end > state.posMax) return false;
  if (!silent) addFormula(state, state.src.slice(state.pos, end), "", true);
  state.pos = end;
  return true;
}

function addFormula(state: StateInline, source: string, markup: string, isDisplayed: boolean): void {
  const token = state.push("math_inline", "math", 0);
  Object.assign(token, { content: withoutEscapes(source), markup, meta: { isDisplayed } });
}

/**
 * Removes the backslashes that authors write for kramdown, which takes them away before MathJax sees the formula: `\\{`, `\\\\`
 * and `\_`. A single one before a brace is the formula's own.
 */
const withoutEscapes = (source: string): string =>
  source.replaceAll(
    /(\\\\)\\\\|\\(\\[{}|,;:!%$#&_])|\\([_*])/g,
    (_whole, line: string | undefined, command: string | undefined, character = "") =>
      line ?? command ?? character,
  );

const [quotedDollar, separator] = [`["']\\$["']`, String.raw`\s*,\s*`];

/** Settings of MathJax 2, 3 and 4, and of KaTeX's script that finds formulas. */
const dollarSettings = new RegExp(
  [
    String.raw`\binlineMath["']?\s*:\s*(?:\{\s*["']\[\+\]["']\s*:\s*)?\[(?:\s*\[[^\]]{0,60}\]\s*,)*\s*\[\s*${quotedDollar}${separator}${quotedDollar}`,
    String.raw`\bleft["']?\s*:\s*${quotedDollar}${separator}["']?right["']?\s*:\s*${quotedDollar}`,
  ].join("|"),
);

/** Comments in HTML, Liquid and scripts. */
const comments =
  /<!--(?!\[if)[\s\S]*?-->|\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}|\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;

/** Returns the text without comments, of the same length. */
export const withoutComments = (text: string): string =>
  text.replaceAll(comments, (comment) => comment.replaceAll(/[^\n]/g, " "));

/** Returns where a text sets `$…$` as delimiters of formulas; -1 if it does not. */
export const dollarDelimitersAt = (text: string): number =>
  /inlineMath|right/.test(text) ? withoutComments(text).search(dollarSettings) : -1;

/** Returns whether a text sets `$…$` as delimiters of formulas. */
const hasDollarDelimiters = (text: string): boolean => dollarDelimitersAt(text) >= 0;
