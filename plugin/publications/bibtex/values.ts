import { maxNestingDepth } from "../../utils/nesting-depth.js";
import { monthOf } from "../csl/months.js";
import { isLiteral, valueParts } from "./strings.js";

/** The strings that BibTeX defines itself. */
const months: ReadonlyMap<string, string> = new Map([
  ["jan", "January"],
  ["feb", "February"],
  ["mar", "March"],
  ["apr", "April"],
  ["may", "May"],
  ["jun", "June"],
  ["jul", "July"],
  ["aug", "August"],
  ["sep", "September"],
  ["oct", "October"],
  ["nov", "November"],
  ["dec", "December"],
]);

/** A value as LaTeX, and the bare words in it that name no string. */
export interface Value {
  tex: string;
  unknown: string[];
}

/** The strings in the values of strings: those values have been expanded already. */
const noStrings: ReadonlyMap<string, string> = new Map();

/**
 * Returns a value such as `"A" # oct # {B}` as LaTeX: its parts joined, without their delimiters. A bare word that names no
 * string stands for itself, as in `month = June` and `selected = true`.
 */
export function valueTex(value: string, strings: ReadonlyMap<string, string>): Value {
  if (isLiteral(value)) return { tex: inside(value), unknown: [] };
  const unknown: string[] = [];
  const tex = valueParts(value).map(({ text, isName }) => {
    if (/^[{"]/.test(text)) return inside(text);
    if (!isName) return "";
    const name = text.toLowerCase();
    const value = strings.get(name);
    const string = value === undefined ? months.get(name) : valueTex(value, noStrings).tex;
    if (string === undefined && !isSelfExplanatory(text)) unknown.push(text);
    return string ?? text;
  });
  return { tex: tex.join(isWords(value) ? " " : ""), unknown };
}

/** Returns whether a value is bare words without `#`, such as `March 5`. */
const isWords = (value: string): boolean => /^[^#{}"]*$/.test(value);

/** Returns the text of a literal without its braces or quotes. */
function inside(literal: string): string {
  const trimmed = literal.trimEnd();
  const end = literal.startsWith("{") ? "}" : '"';
  return trimmed.length > 1 && trimmed.endsWith(end) ? trimmed.slice(1, -1) : trimmed.slice(1);
}

/** Returns whether a bare word is no name of a string, but a number, a range, a switch or a month. */
const isSelfExplanatory = (text: string): boolean =>
  /^(?:true|false|yes|no|[\d.,:;/+–—-]+|\d[\w.–-]*)$/i.test(text) || monthOf(text) !== undefined;

/** Returns whether braces in a value are nested more than {@link maxNestingDepth} levels deep. */
export function isTooDeep(value: string): boolean {
  let open = 0;
  for (let at = 0; at < value.length; at += 1) {
    const character = value.charAt(at);
    if (character === "{") {
      open += 1;
      if (open > maxNestingDepth) return true;
    } else if (character === "}") open -= 1;
  }
  return false;
}
