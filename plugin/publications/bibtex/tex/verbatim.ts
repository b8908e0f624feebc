import { entityAt } from "./html.js";

/** What commands stand for in a URL or identifier. */
const commands: ReadonlyMap<string, string> = new Map([
  ["textasciitilde", "~"],
  ["texttildelow", "~"],
  ["sim", "~"],
  ["textunderscore", "_"],
  ["textbackslash", "\\"],
  ["textasciicircum", "^"],
  ["textless", "<"],
  ["textgreater", ">"],
  ["textdollar", "$"],
  ["textbar", "|"],
  ["textquotesingle", "'"],
  ["textendash", "-"],
  ["slash", "/"],
  ["lt", "<"],
  ["gt", ">"],
]);

const link = /^\{{0,5}\\(?:url|path|nolinkurl|burl|href\*?)\s*\{/;
const parts =
  /\\?&(?:amp;){1,3}|\\([A-Za-z]+)(?:\s*\{\}|[^\S\n]+)?|\\(.)|\\|\$\\sim\$|\$\{?\\?_\}?\$|[{}\s]+|&(?:lt|gt|quot|#38|#x26);/gisu;

/**
 * Removes the characters that no text has: control characters, those that are placeholders, and invisible ones that are
 * copied from web pages: soft hyphens and zero-width spaces.
 */
export const withoutUnwanted = (text: string): string =>
  text.replace(/(?![\t\n\r])[\p{Cc}\p{Co}\u00AD\u200B\u2060\uFEFF]/gu, "");

/**
 * Returns a URL, an identifier or a file name without LaTeX: `\_` is "_", `{\textasciitilde}` is "~", and of `\href{u}{t}` u
 * is left. Percent escapes stay as they are.
 */
export function verbatim(tex: string): string {
  const source = withoutUnwanted(tex).trim();
  const start = link.exec(source)?.[0].length ?? 0;
  const text = source.slice(start, start > 0 ? endOfGroup(source, start) : undefined);
  const plain = text.replace(parts, (match, name: string | undefined, symbol: string | undefined) => {
    if (name !== undefined) return commands.get(name) ?? "";
    if (symbol !== undefined) return /[-/@,;:! ]/.test(symbol) ? "" : symbol;
    if (match.endsWith("amp;")) return "&";
    if (match.startsWith("&")) return entityAt(match, 0)?.text ?? match;
    if (match.startsWith("$")) return match.includes("_") ? "_" : "~";
    return /\s/.test(match) ? " " : "";
  });
  return plain
    .trim()
    .replace(/^<([^<>]*)>$/, "$1")
    .trim();
}

/** Returns the end of the group in which a position is. */
function endOfGroup(source: string, start: number): number {
  let depth = 1;
  for (let index = start; index < source.length; index += 1) {
    const character = source.charAt(index);
    if (character === "\\") index += 1;
    else if (character === "{") depth += 1;
    else if (character === "}") depth -= 1;
    if (depth === 0) return index;
  }
  return source.length;
}
