import { closeBracket, openBracket } from "../../csl/rich-text.js";
import { styled } from "./styles.js";

const arrows: ReadonlyMap<string, string> = new Map([
  ["->", " → "],
  ["<-", " ← "],
  ["<->", " ↔ "],
  ["<=>", " ⇌ "],
  ["<-->", " ⇄ "],
]);

const parts =
  /(\uE001--\uE002|\uE001=\uE002|\uE001-\uE002|-\uE002|\uE001-)|\^(?:\{([^{}]*)\}|(\d*[+-]|[^\s{}\\$^_]))|_(?:\{([^{}]*)\}|(\d+|[^\s{}\\$^_]))|(?<=[\p{L})\]}])(\d+)|(?<=[\p{L}\d)\]])([+-])(?=\s|$)|\\[A-Za-z]+\s*|[{}$\\]/gu;

/**
 * Returns a formula of mhchem in CSL's markup, with brackets as placeholders: `H2O` is H₂O, `SO4^2-` has its charge raised.
 *
 * @see https://ctan.org/pkg/mhchem
 */
export function chemistryText(source: string): string {
  return source
    .replace(parts, (...match: (string | undefined)[]) => {
      const [, arrow, bracedUp, up, bracedDown, down, count, charge] = match;
      if (arrow !== undefined)
        return arrows.get(arrow.replace(openBracket, "<").replace(closeBracket, ">")) ?? arrow;
      const raised = bracedUp ?? up ?? charge;
      if (raised !== undefined) return styled("super", raised.replace("-", "−"));
      return styled("sub", bracedDown ?? down ?? count ?? "");
    })
    .replace(/\s+/g, " ")
    .trim();
}
