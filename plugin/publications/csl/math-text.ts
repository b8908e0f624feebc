import { escapeHtml } from "../../utils/html.js";
import { mathml } from "../../utils/mathml.js";
import { memoize } from "../../utils/memoize.js";

/** Returns a LaTeX formula as MathML; as readable text, if Temml cannot read it. */
export const mathMarkup = (tex: string): string => render(tex) ?? escapeHtml(readable(tex));

/** Returns whether a LaTeX formula can be set in MathML. */
export const isRenderable = (tex: string): boolean => render(tex) !== undefined;

/** How many formulas of a site are kept, since each is set for its page, for lists and for its text. */
const cacheSize = 5_000;
const cache = new Map<string, string | undefined>();

function render(tex: string): string | undefined {
  if (cache.has(tex)) return cache.get(tex);
  if (cache.size >= cacheSize) cache.clear();
  const markup = rendered(tex);
  cache.set(tex, markup);
  return markup;
}

function rendered(tex: string): string | undefined {
  try {
    const markup = mathml(tex);
    // Temml writes `undefined` for what a formula lacks in some places.
    return markup.includes("undefined") && !tex.includes("undefined") ? undefined : markup;
  } catch {
    return undefined;
  }
}

/** Returns the character of a command for a symbol, such as "α" for `alpha`; undefined if it is no symbol. */
export const mathSymbol = memoize((name: string): string | undefined => {
  const markup = rendered(`\\${name}`);
  const text = markup === undefined ? undefined : textOf(markup).trim();
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
  const markup = render(tex);
  return markup === undefined ? readable(tex) : textOf(markup);
}

/** Returns the text of MathML. */
function textOf(markup: string): string {
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
