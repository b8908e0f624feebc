import { escapeHtml } from "../../utils/html.js";
import { mathml } from "../../utils/mathml.js";

/** A LaTeX formula as MathML; as text where it is none that Temml reads. */
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

/** A LaTeX formula as text: `O(n²)`, or what a reader of its MathML would hear where there are no such signs. */
export function mathText(tex: string): string {
  const markup = render(tex);
  if (markup === undefined) return tex.replace(/\\[a-z]+\s*|[{}\\]/gi, "");
  return decode(
    markup
      // `x^2` and `x_i`, as far as Unicode has signs for them
      .replace(
        /<msup>((?:(?!<\/?msup).)*?)<(m[ion])[^>]*>([^<]*)<\/\2><\/msup>/g,
        (_, base, _tag, script) => base + inSigns(script, raised, "^"),
      )
      .replace(
        /<msub>((?:(?!<\/?msub).)*?)<(m[ion])[^>]*>([^<]*)<\/\2><\/msub>/g,
        (_, base, _tag, script) => base + inSigns(script, lowered, "_"),
      )
      .replace(/<[^>]*>/g, ""),
  )
    .replace(/[\u2061-\u2064\u200B]/g, "")
    .normalize("NFC");
}

const raised = signsOf("0123456789+-−=()in", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁱⁿ");
const lowered = signsOf("0123456789+-−=()aeoxhklmnpstijruv", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥ");

function signsOf(plain: string, signs: string): Map<string, string> {
  const list = [...signs];
  return new Map([...plain].map((sign, index) => [sign, list[index] ?? sign]));
}

function inSigns(script: string, signs: Map<string, string>, mark: string): string {
  const list = [...decode(script).normalize("NFKC")].map((sign) => signs.get(sign));
  return list.includes(undefined) ? `${mark}${script}` : list.join("");
}

const decode = (markup: string): string =>
  markup
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
