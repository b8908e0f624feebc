import { escapeHtml } from "../../utils/html.js";
import { FormulaLimitError, formulaLimits, mathml } from "../../utils/mathml.js";
import { memoize } from "../../utils/memoize.js";
import { mathmlText } from "./mathml-text.js";

/** The limits of a formula in a title or an abstract, of which a page shows hundreds. */
const limits = { ...formulaLimits, tokens: 5_000, output: 250_000 };

/** The most characters of MathML from one file with publications. */
const maxFileOutput = 20 * limits.output;

/** Starts a formula that is shown as its source. */
const verbatim = "\uE003";

/** A rendered formula, or why it exceeds a limit; neither if Temml cannot read it. */
interface Rendered {
  markup?: string;
  problem?: string;
}

/** How many characters of MathML are kept, since each formula is set for its page, for lists and for its text. */
const cacheSize = 10_000_000;
const cache = new Map<string, Rendered>();
let cached = 0;

function render(tex: string): Rendered {
  const known = cache.get(tex);
  if (known) return known;
  if (cached > cacheSize) {
    cache.clear();
    cached = 0;
  }
  const rendered = renderOnce(tex);
  cached += tex.length + (rendered.markup?.length ?? 0) + 100;
  cache.set(tex, rendered);
  return rendered;
}

function renderOnce(tex: string): Rendered {
  if (tex.startsWith(verbatim)) return {};
  try {
    const markup = mathml(tex, { limits });
    // Temml writes `undefined` for what a formula lacks in some places.
    return markup.includes("undefined") && !tex.includes("undefined") ? {} : { markup };
  } catch (error) {
    return error instanceof FormulaLimitError ? { problem: error.message } : {};
  }
}

const sourceOf = (tex: string): string => (tex.startsWith(verbatim) ? tex.slice(1) : tex);

/**
 * Returns the formulas of a work, of which those that exceed a limit are marked, to be shown as their source.
 *
 * @param used - The number of characters of MathML from the same file, to which those of these formulas are added.
 * @param report - Takes the reason for each marked formula: `it is nested too deep, …`.
 */
export function withinLimits(
  formulas: readonly string[],
  used: { output: number },
  report: (tex: string, reason: string) => void,
): string[] {
  return formulas.map((tex) => {
    const isFull = used.output >= maxFileOutput;
    const { markup = "", problem } = isFull
      ? {
          problem: `the formulas before it have more MathML than the limit of ${maxFileOutput.toLocaleString("en-US")} characters for a file`,
        }
      : render(tex);
    used.output += problem === undefined ? markup.length : limits.output / 10;
    if (problem === undefined) return tex;
    report(tex, problem);
    return verbatim + tex;
  });
}

/** Returns a LaTeX formula as MathML; as readable text, if Temml cannot read it; as its source, beyond the limits. */
export const mathMarkup = (tex: string): string =>
  render(tex).markup ?? escapeHtml(tex.startsWith(verbatim) ? sourceOf(tex) : readable(tex));

/** Returns whether a LaTeX formula can be set in MathML. */
export const isRenderable = (tex: string): boolean => render(tex).markup !== undefined;

/** Returns the character of a command for a symbol, such as "α" for `alpha`; undefined if it is no symbol. */
export const mathSymbol = memoize((name: string): string | undefined => {
  const { markup } = renderOnce(`\\${name}`);
  const text = markup === undefined ? undefined : mathmlText(markup).trim();
  return text && [...text].length <= 2 && !/[\\{}]/.test(text) ? text : undefined;
});

/** Returns a formula that Temml cannot read as text without commands and braces. */
const readable = (tex: string): string =>
  tex
    .replace(/\\([a-z]+)\s*/gi, (_, name: string) => mathSymbol(name) ?? "")
    .replace(/[{}\\$]/g, "")
    .trim();

/** Returns a LaTeX formula as plain text: `O(n²)`, or `x^k` if Unicode has no such character. */
export function mathText(tex: string): string {
  const { markup } = render(tex);
  return markup === undefined ? readable(sourceOf(tex)) : mathmlText(markup);
}
