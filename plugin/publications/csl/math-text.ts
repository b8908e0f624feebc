import { escapeHtml } from "../../utils/html.js";
import { FormulaLimitError, formulaLimits, mathml } from "../../utils/mathml.js";

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

/** The last formulas. Each is shown several times: in the title, in attributes, in downloads. */
const cache = new Map<string, Rendered>();

function render(tex: string): Rendered {
  const cached = cache.get(tex);
  if (cached) return cached;
  if (cache.size >= 100) cache.clear();
  const rendered = renderOnce(tex);
  cache.set(tex, rendered);
  return rendered;
}

function renderOnce(tex: string): Rendered {
  if (tex.startsWith(verbatim)) return {};
  try {
    return { markup: mathml(tex, { limits }) };
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

/** Returns a LaTeX formula as MathML; as its source, if Temml cannot read it. */
export function mathMarkup(tex: string): string {
  return render(tex).markup ?? escapeHtml(sourceOf(tex));
}

/** Returns a LaTeX formula as plain text: `O(n²)`, or `x^k` if Unicode has no such character. */
export function mathText(tex: string): string {
  const { markup } = render(tex);
  if (markup === undefined) return sourceOf(tex).replace(/\\[a-z]+\s*|[{}\\]/gi, "");
  return decode(
    markup
      // `x^2` and `x_i`, if Unicode has characters for them
      .replace(
        /<msup>((?:(?!<\/?msup).)*?)<(m[ion])[^>]*>([^<]*)<\/\2><\/msup>/g,
        (_, base, _tag, script) => base + toScript(script, superscripts, "^"),
      )
      .replace(
        /<msub>((?:(?!<\/?msub).)*?)<(m[ion])[^>]*>([^<]*)<\/\2><\/msub>/g,
        (_, base, _tag, script) => base + toScript(script, subscripts, "_"),
      )
      .replace(/<[^>]*>/g, ""),
  )
    .replace(/[\u2061-\u2064\u200B]/g, "")
    .normalize("NFC");
}

const superscripts = characterMap("0123456789+-−=()in", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁱⁿ");
const subscripts = characterMap("0123456789+-−=()aeoxhklmnpstijruv", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥ");

function characterMap(plain: string, scripts: string): Map<string, string> {
  const list = [...scripts];
  return new Map([...plain].map((character, index) => [character, list[index] ?? character]));
}

/** Returns a text in superscript or subscript characters; with a mark before it, if one of them does not exist. */
function toScript(text: string, scripts: Map<string, string>, mark: string): string {
  const list = [...decode(text).normalize("NFKC")].map((character) => scripts.get(character));
  return list.includes(undefined) ? `${mark}${text}` : list.join("");
}

const decode = (markup: string): string =>
  markup
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
