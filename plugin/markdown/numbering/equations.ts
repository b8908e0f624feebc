import type MarkdownIt from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { escapeHtml } from "../../utils/html.js";
import { classes } from "../../utils/markup.js";
import { takeAttributes } from "../attributes.js";
import { anyClose, anyOpen } from "../braces.js";
import type { Numbered, Registry } from "./registry.js";
import { type Display, parseDisplay, type Row, tagSource, withNumbers, withoutNumbers } from "./tex.js";

/** Private-use characters around the attributes of a formula, which stand before its closing delimiter while it is parsed. */
const [start, end] = ["\uE012", "\uE013"];

const notBrace = String.raw`[^${anyOpen}${anyClose}\n]*`;
const afterFormula = new RegExp(
  String.raw`(\$\$|\\\]|\\end\{[a-z]+\*?\})([ \t]*)[${anyOpen}](${notBrace}#eq:${notBrace})[${anyClose}]`,
  "g",
);
const inFormula = new RegExp(
  `${start}([ \\t]*)([^${end}]*)${end}(\\$\\$|\\\\\\]|\\\\end\\{[a-z]+\\*?\\})?`,
  "g",
);

/** What the renderer adds to a formula with numbers. */
interface Equation {
  /** The formula as it was, which is shown if it has an error. */
  source: string;
  /** The id of the formula. */
  id?: string | undefined;
  /** Its number, if it is beside the formula. */
  number?: string | undefined;
  /** The ids of its rows. */
  rows: readonly string[];
}

/** Returns the equation of a token that has numbers. */
const equationOf = (token: Token | undefined): Equation | undefined =>
  (token?.meta as { equation?: Equation } | null)?.equation;

/**
 * Reads the label after a displayed formula, `$$…$$ {#eq:x}`, and renders numbers beside formulas. Must be called after the
 * rules of formulas, which need not know of it.
 *
 * @see https://lierdakil.github.io/pandoc-crossref/#equation-labels
 */
export function useEquationLabels(md: MarkdownIt): void {
  md.core.ruler.before("block", "indigo_equation_labels", (state) => {
    if (state.src.includes("#eq:")) state.src = state.src.replace(afterFormula, `${start}$2$3${end}$1`);
  });
  const { rules } = md.renderer;
  const { math_block: block, math_inline: inline } = rules;
  if (!block || !inline) return;
  rules.math_block = (tokens, index, options, env, renderer) => {
    const html = block(tokens, index, options, env, renderer);
    const equation = equationOf(tokens[index]);
    if (!equation || !html) return html;
    return shown(html, equation, tokens[index]?.content ?? "").replace(
      /<\/\w+>\s*$/,
      (close) => numberHtml(equation) + close,
    );
  };
  rules.math_inline = (tokens, index, options, env, renderer) => {
    const html = inline(tokens, index, options, env, renderer);
    const equation = equationOf(tokens[index]);
    if (!equation || !html) return html;
    const id = equation.id ? ` id="${escapeHtml(equation.id)}"` : "";
    const inner = shown(html, equation, tokens[index]?.content ?? "") + numberHtml(equation);
    return `<span class="${classes.equation}"${id}>${inner}</span>`;
  };
}

const numberHtml = ({ number }: Equation): string =>
  number ? `<span class="equation-number">${escapeHtml(number)}</span>` : "";

/** Returns the HTML of a formula with the ids of its rows; with an error, with the author's source. */
function shown(html: string, { source, rows }: Equation, tex: string): string {
  if (html.includes(classes.formulaError)) return html.replace(escapeHtml(tex), () => escapeHtml(source));
  return html.replace(/ id="indigorow(\d+)"/g, (_, row: string) => {
    const id = rows[Number(row)];
    return id ? ` id="${escapeHtml(id)}"` : "";
  });
}

/** Returns a text with the label where the author wrote it, after the formula. */
export const withLabelsBack = (text: string): string =>
  text.includes(start) ? text.replace(inFormula, "$3$1{$2}") : text;

/** Returns whether a token is a displayed formula. */
export const isDisplayed = (token: Token): boolean =>
  token.type === "math_block" || (token.type === "math_inline" && token.meta?.isDisplayed === true);

/** What numbering a formula needs. */
export interface EquationSettings {
  registry: Registry;
  /** Whether formulas without a label have a number too. */
  isAll: boolean;
  /** Logs that a label is there already, or that it is in the wrong place. */
  duplicate(label: string): void;
  misplaced(label: string): void;
}

/** Numbers a displayed formula: its rows with a label, or all of it. Changes the TeX of its token. */
export function numberEquation(token: Token, settings: EquationSettings): void {
  const { tex, label } = takeLabel(token);
  token.content = tex;
  if (!label && !settings.isAll && !/\\label\s*\{/.test(tex)) return;
  const display = parseDisplay(tex);
  const { rows } = display;
  const [first] = rows;
  if (!first) return;
  const labelled = rows.filter(({ labels }) => labels.length > 0);
  if (rows.length === 1 || (label && labelled.length === 0)) {
    numberWhole(token, display, [...(label ? [label] : []), ...first.labels], settings);
    return;
  }
  // Its rows have numbers of their own.
  if (label) settings.misplaced(label);
  numberRows(token, display, settings);
}

/** Gives a formula one number. */
function numberWhole(token: Token, display: Display, labels: string[], settings: EquationSettings): void {
  const source = token.content;
  const tag = display.rows.find((row) => row.tag)?.tag;
  const isStarred = display.environment?.isStarred || display.rows.some((row) => row.isUnnumbered);
  if (labels.length === 0 && (!settings.isAll || isStarred || tag)) return;
  const { id, numbered } = add(tag, labels, settings);
  const isTex = numbered.tag?.isTex ?? false;
  token.content = withoutNumbers(display) + (tag && isTex ? ` ${tagSource(tag)}` : "");
  const text = textOfNumber(numbered);
  const number = isTex ? undefined : tag?.isStarred ? text : `(${text})`;
  const equation: Equation = { source, id, number, rows: [] };
  token.meta = { ...token.meta, equation };
  if (token.type !== "math_block") return;
  token.attrJoin("class", classes.equation);
  if (id) token.attrSet("id", id);
}

/** Gives the rows of a formula their numbers. */
function numberRows(token: Token, display: Display, settings: EquationSettings): void {
  const { environment, rows } = display;
  const isAll = settings.isAll && !environment?.isStarred;
  const ids: string[] = [];
  const after = rows.map(({ labels, tag, isUnnumbered }: Row) => {
    if (labels.length === 0 && (tag || !isAll || isUnnumbered)) return tag ? ` ${tagSource(tag)}` : "";
    const { id = "", numbered } = add(tag, labels, settings);
    ids.push(id);
    const source = tag ? tagSource(tag) : `\\tag{${textOfNumber(numbered)}}`;
    return ` ${source}${id ? `\\label{indigorow${ids.length - 1}}` : ""}`;
  });
  if (ids.length === 0) return;
  const equation: Equation = { source: token.content, rows: ids };
  token.meta = { ...token.meta, equation };
  token.content = withNumbers(display, (index) => after[index] ?? "");
}

/** Adds an equation. Its labels start with `eq:`, whether or not the author's in LaTeX do. */
function add(
  tag: Row["tag"],
  labels: readonly string[],
  { registry, duplicate }: EquationSettings,
): { id: string | undefined; numbered: Omit<Numbered, "order"> } {
  const own = labels.map((label) => `eq:${label.replace(/^eq:/, "").replace(/\s+/g, "-")}`);
  const numbered: Omit<Numbered, "order"> = {
    kind: "equation",
    id: own[0] ?? "",
    index: tag ? [] : [registry.next("equation")],
    ...(tag && { tag: { text: tag.text, isTex: /[\\$^_{}]/.test(tag.text) } }),
  };
  const isNew = registry.add([...new Set([...own, ...labels])], numbered);
  if (!isNew) duplicate(labels[0] ?? "");
  return { id: isNew ? own[0] : undefined, numbered };
}

const textOfNumber = ({ index, tag }: Omit<Numbered, "order">): string => tag?.text ?? index.join(".");

/** Takes the label that follows a formula out of its source. */
function takeLabel(token: Token): { tex: string; label?: string | undefined } {
  let label: string | undefined;
  const tex = token.content.replace(inFormula, (_, _space: string, attributes: string, close = "") => {
    label = takeAttributes(`{${attributes}}`).attributes.id;
    return close;
  });
  return { tex, label };
}

/** Puts labels back where the author wrote them, in all that is no formula. */
export function restoreLabels({ src, tokens }: StateCore): void {
  if (!src.includes(start)) return;
  const restore = (list: readonly Token[]): void => {
    for (const token of list) {
      if (!isDisplayed(token)) {
        token.content = withLabelsBack(token.content);
        token.info = withLabelsBack(token.info);
      }
      for (const pair of token.attrs ?? []) pair[1] = withLabelsBack(pair[1]);
      restore(token.children ?? []);
    }
  };
  restore(tokens);
}
