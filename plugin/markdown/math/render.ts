import type { Strings } from "../../i18n/strings/types.js";
import { formulaError } from "../../utils/formula-errors.js";
import { escapeHtml } from "../../utils/html.js";
import { classes } from "../../utils/markup.js";
import {
  displayedEnvironments,
  lastingDefinitions,
  mathJaxTex,
  onlyDefines,
} from "../../utils/mathjax-tex.js";
import { FormulaLimitError, formulaLimits, mathml } from "../../utils/mathml.js";
import { readText, whyUnreadable } from "../../utils/read-text.js";
import { type PageEnvironment, pageOf, placeIn, sourceOfPage } from "../environment.js";
import { type MathBudget, maxPageOutput } from "./budget.js";
import { closingOf } from "./token.js";

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

/** A formula of a text. */
export interface Formula {
  tex: string;
  /** What opens it: `$`, `$$`, `\(`, `\[`, or nothing before an environment. */
  delimiter: string;
  display: boolean;
  env: PageEnvironment;
}

/** Renders a formula as HTML; as its source, with a warning, if Temml cannot read it. */
export function renderFormula(formula: Formula, options: MathOptions): string {
  const { display, env } = formula;
  // A backslash and a space are a command.
  const tex = formula.tex.trim().replace(/(?<!\\)(?:\\\\)*\\$/, "$& ");
  const page = pageOf(env);
  try {
    if (!options.budget.hasRoom(page)) {
      throw new FormulaLimitError(
        `the formulas before it have more MathML than the limit of ${maxPageOutput.toLocaleString("en-US")} characters for a page`,
      );
    }
    const markup = markupOf(tex, formula, options);
    options.budget.add(page, markup.length);
    // A formula that only defines macros shows nothing, and would be an empty tab stop.
    if (tex !== "" && (/^<math[^>]*><\/math>$/.test(markup) || onlyDefines(tex))) return "";
    if (!display) return markup;
    // A tab stop needs a name. In a group, unlike with the role "math", the formula is read too.
    const name = escapeHtml(options.stringsOf(env).formula);
    return `<span class="formula" role="group" aria-label="${name}" tabindex="0">${markup}</span>`;
  } catch (error) {
    // It took some time too.
    if (error instanceof FormulaLimitError) options.budget.add(page, formulaLimits.output / 10);
    return sourceWithWarning(formula, error, options);
  }
}

/**
 * Returns a formula as MathML. The macros of earlier formulas of its page are known, and what Temml cannot read is read as
 * MathJax reads it, for which most authors write.
 */
function markupOf(
  tex: string,
  { display, env }: Formula,
  { macros, isKramdown, budget }: MathOptions,
): string {
  const settings = { display, macros, defined: budget.definedIn(env) };
  const lasting = lastingDefinitions(isKramdown ? tex : displayedEnvironments(tex));
  try {
    return complete(mathml(lasting, settings), tex, isKramdown);
  } catch (error) {
    const converted = error instanceof FormulaLimitError ? lasting : mathJaxTex(tex, display);
    if (converted === lasting) throw error;
    try {
      return complete(mathml(converted, settings), tex, isKramdown);
    } catch (second) {
      // The reason is about the author's formula, unless only its environment was converted.
      const isConverted = /only in display mode/.test((error as Error).message);
      throw second instanceof FormulaLimitError || isConverted ? second : error;
    }
  }
}

/** @throws Error if Temml has written `undefined` for what a formula lacks. */
function complete(markup: string, tex: string, isKramdown: boolean): string {
  if (!isKramdown && markup.includes("undefined") && !tex.includes("undefined"))
    throw new Error("the formula lacks something");
  return markup;
}

/** Returns the start of a long formula, for messages. */
const shortened = (tex: string): string => (tex.length > 200 ? `${tex.slice(0, 200)}…` : tex);

const sentence = (reason: string): string => (reason.endsWith("?") ? reason : `${reason}.`);

/** Returns the source of a formula as HTML, and logs why it is shown. */
function sourceWithWarning(
  { tex, delimiter, env }: Formula,
  error: unknown,
  { isKramdown, warn }: MathOptions,
): string {
  const closing = closingOf(delimiter);
  const named = `the formula ${delimiter}${shortened(tex.trim())}${closing}`;
  warn(
    `${named} in ${placeOf(tex, delimiter, env)} cannot be rendered: ${sentence(formulaError(error, tex.trim(), fileOf(env)))} Its source is shown instead.`,
  );
  const text = escapeHtml(delimiter + tex + closing);
  // A script of the site's own may render it.
  return isKramdown ? text : `<code class="${classes.formulaError}">${text}</code>`;
}

/** Returns the text of the file of a page; an empty text for data, and for a text that a filter renders. */
function fileOf({ page }: PageEnvironment): string {
  return page?.inputPath && !whyUnreadable(page.inputPath) ? readText(page.inputPath) : "";
}

/** Returns the file and line of a formula. Liquid may have changed it, so that only its start is in the file. */
function placeOf(tex: string, delimiter: string, env: PageEnvironment): string {
  const file = sourceOfPage(env);
  const starts = /^\s*\n/.test(tex) ? [tex] : [delimiter + tex + closingOf(delimiter), delimiter + tex];
  return starts.map((start) => placeIn(env, start)).find((place) => place !== file) ?? file;
}
