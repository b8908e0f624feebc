import { escapeHtml } from "../../utils/html.js";
import { mathml } from "../../utils/mathml.js";

/** Returns a LaTeX formula as MathML; as its source, if Temml cannot read it. */
export function mathMarkup(tex: string): string {
  return render(tex) ?? escapeHtml(tex);
}

function render(tex: string): string | undefined {
  try {
    return mathml(tex);
  } catch {
    return undefined;
  }
}

/** Returns a LaTeX formula as plain text: `O(n²)`, or `x^k` if Unicode has no such character. */
export function mathText(tex: string): string {
  const markup = render(tex);
  if (markup === undefined) return tex.replace(/\\[a-z]+\s*|[{}\\]/gi, "");
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
