import type { CslName } from "../../csl/schema.js";
import type { TextOf } from "./raw-name.js";

const keys = "family|given|prefix|suffix|useprefix|id|hash|gender|juniorcommacase|nosortprefix|namestyle";
const start = new RegExp(`^"?\\s*(?:${keys})(?:-[a-z]|-i)?\\s*=`, "i");

/** Returns whether a name is in BibLaTeX's extended format, `family=Roe, given=Ann`. */
export const isExtended = (tex: string): boolean => start.test(tex.slice(0, 60));

/**
 * Reads a name in BibLaTeX's extended format. `useprefix=false` lets the family name be sorted without its prefix.
 *
 * @see https://ctan.org/pkg/biblatex – manual, section 3.4 (extended name format)
 */
export function extendedName(tex: string, text: TextOf): CslName {
  const values = Object.fromEntries(
    pairsOf(tex).map((pair) => {
      const at = pair.indexOf("=");
      return [pair.slice(0, at).trim().toLowerCase(), text(unquoted(pair.slice(at + 1).trim()))];
    }),
  );
  const { family = "", given = "", prefix = "", suffix = "" } = values;
  if (!given && !prefix && !suffix) return { literal: family };
  const particle = /^(?:false|0)$/i.test(values.useprefix ?? "")
    ? "dropping-particle"
    : "non-dropping-particle";
  return {
    ...(family && { family }),
    ...(given && { given }),
    ...(prefix && { [particle]: prefix }),
    ...(suffix && { suffix }),
  };
}

const unquoted = (value: string): string =>
  /^"[\s\S]*"$/.test(value) && value.length > 1 ? value.slice(1, -1) : value;

/** Splits at commas outside braces and quotes. */
function pairsOf(tex: string): string[] {
  const pairs: string[] = [];
  let [depth, isQuoted, from] = [0, false, 0];
  for (let at = 0; at <= tex.length; at += 1) {
    const character = tex[at];
    if (character === "{") depth += 1;
    else if (character === "}") depth -= 1;
    else if (character === '"' && depth === 0 && tex[at - 1] !== "\\") isQuoted = !isQuoted;
    else if (character === undefined || (character === "," && depth <= 0 && !isQuoted)) {
      pairs.push(unquoted(tex.slice(from, at).trim()));
      from = at + 1;
    }
  }
  return pairs.filter((pair) => pair.includes("="));
}
