import { mathSymbol } from "../../csl/math-text.js";
import { characters } from "./characters.js";
import { decodeEntities } from "./html.js";

/** Commands of older LaTeX, of packages and of text, and what Temml has for them. */
const replacements: ReadonlyMap<string, string> = new Map([
  ["Cal", "\\mathcal"],
  ["germ", "\\mathfrak"],
  ["euf", "\\mathfrak"],
  ["eufm", "\\mathfrak"],
  ["goth", "\\mathfrak"],
  ["gothic", "\\mathfrak"],
  ["scr", "\\mathscr"],
  ["mathpzc", "\\mathscr"],
  ["mathbbm", "\\mathbb"],
  ["mathds", "\\mathbb"],
  ["mathbold", "\\mathbf"],
  ["mathbfit", "\\boldsymbol"],
  ["symbf", "\\mathbf"],
  ["symit", "\\mathit"],
  ["symrm", "\\mathrm"],
  ["symbb", "\\mathbb"],
  ["pmb", "\\boldsymbol"],
  ["bmath", "\\boldsymbol"],
  ["mit", "\\it"],
  ["sl", "\\it"],
  ["em", "\\it"],
  ["itshape", "\\it"],
  ["bfseries", "\\bf"],
  ["rmfamily", "\\rm"],
  ["roman", "\\mathrm"],
  ["Roman", "\\mathrm"],
  ["mbox", "\\text"],
  ["fbox", "\\text"],
  ["textup", "\\text"],
  ["textsl", "\\textit"],
  ["emph", "\\textit"],
  ["mathup", "\\mathrm"],
  ["ensuremath", ""],
  ["textsuperscript", "^"],
  ["textsubscript", "_"],
  ["sp", "^"],
  ["sb", "_"],
  ["up", "^"],
  ["i", "\\imath"],
  ["j", "\\jmath"],
  ["degree", "°"],
  ["textmu", "µ"],
  ["micro", "µ"],
  ["textless", "<"],
  ["textgreater", ">"],
  ["lt", "<"],
  ["gt", ">"],
  ["textbackslash", "\\backslash"],
  ["textdollar", "\\$"],
  ["textunderscore", "\\_"],
  ["textasciitilde", "\\sim"],
  ["textasciicircum", "\\wedge"],
  ["textpercent", "\\%"],
  ["textminus", "-"],
  ["la", "\\lesssim"],
  ["ga", "\\gtrsim"],
  ["lsim", "\\lesssim"],
  ["gsim", "\\gtrsim"],
  ["sun", "\\odot"],
  ["Msun", "M_\\odot"],
  ["msun", "M_\\odot"],
  ["nicefrac", "\\frac"],
  ["sfrac", "\\frac"],
]);

/** Commands of text that show nothing, or a space, and that Temml does not know. */
const dropped = new Set(
  "protect xspace nobreakdash ignorespaces noindent leavevmode allowbreak nobreak unboldmath boldmath selectfont bgroup egroup begingroup endgroup strut null".split(
    " ",
  ),
);

const pattern = /\\([A-Za-z]+)|\\(.)|[%#&]/gsu;

/** Characters that are no text in a formula. */
const special: ReadonlyMap<string, string> = new Map(
  [..."%#&_{}"].map((character): [string, string] => [character, `\\${character}`]),
).set("^", "\\wedge ");

/**
 * Returns the source of a formula for Temml: with the commands that it knows in place of those that files of other times and
 * packages have, and with HTML's character references as characters.
 */
export function formulaSource(tex: string): string {
  const decoded = decodeEntities(tex, (text) => special.get(text) ?? text);
  const hasColumns = /\\(?:begin|matrix|cases|pmatrix|bmatrix)(?![A-Za-z])/.test(decoded);
  return decoded
    .replace(pattern, (match, name: string | undefined, symbol: string | undefined) => {
      if (name !== undefined) return command(name);
      if (symbol !== undefined) return /[-/@]/.test(symbol) ? "" : match;
      return match === "&" && hasColumns ? match : `\\${match}`;
    })
    .trim();
}

/** Returns what Temml has for a command. */
function command(name: string): string {
  if (dropped.has(name)) return "";
  const replacement = replacements.get(name);
  if (replacement !== undefined) return replacement;
  const character = characters.get(name)?.trim();
  // Most of the commands for characters of text are unknown to it.
  if (character && mathSymbol(name) === undefined) return special.get(character) ?? character;
  return `\\${name}`;
}
