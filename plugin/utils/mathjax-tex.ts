/**
 * Converts LaTeX as MathJax reads it to LaTeX that Temml reads: text with `%`, `_`, `&` and `#`, environments for displayed
 * formulas within a line, plain TeX, and commands that only MathJax has.
 *
 * @param display - Whether the formula is displayed on its own line.
 * @see https://docs.mathjax.org/en/latest/input/tex/differences.html
 */
export function mathJaxTex(tex: string, display: boolean): string {
  const converted = withArguments(lastingDefinitions(tex))
    .replaceAll(/\\require\s*\{[^{}]*\}/g, "")
    .replaceAll(/\\bbox\s*(?:\[[^\]]{0,100}\])?|\\(?:class|cssId|style)\s*\{[^{}]*\}/g, "")
    .replaceAll(/\\unicode\s*\{\s*(x?)([\da-f]{1,6})\s*\}/gi, (whole, hex: string, digits: string) =>
      characterOf(Number.parseInt(digits, hex ? 16 : 10), whole),
    )
    .replaceAll(/\\(begin|end)\s*\{eqnarray\*?\}/g, (_, side: string) =>
      side === "begin" ? "\\begin{darray}{rcl}" : "\\end{darray}",
    );
  if (display) return converted;
  return withNumbers(converted).replaceAll(
    /\\(begin|end)\s*\{(align|alignat|flalign|gather|multline|equation)\*?\}/g,
    (_, side: string, name: string) =>
      name === "equation"
        ? side === "begin"
          ? "{\\displaystyle "
          : "}"
        : `\\${side}{${inlineEnvironments[name]}}`,
  );
}

/** Writes the number of a formula within a line after it, where LaTeX has none. */
const withNumbers = (tex: string): string =>
  tex
    .replaceAll(/\\tag\s*\*\s*(?=\{)/g, "\\qquad\\text")
    .replaceAll(/\\tag\s*\{([^{}]*)\}/g, (_, number: string) => `\\qquad\\text{(${number})}`);

/**
 * Returns the start of a definition, before its body.
 *
 * @param optional - The default of the first argument, with its brackets: such an argument is read by a command of its own.
 */
function startOfDefinition(name: string, count: number, optional: string | undefined): string {
  const parameters = [..."123456789"].slice(0, count).map((number) => `#${number}`);
  if (optional === undefined || !/^\\[a-z]+$/i.test(name)) return `\\gdef${name}${parameters.join("")}`;
  const inner = `\\${name.slice(1)}Optional`;
  return `\\gdef${name}{\\@ifnextchar[{${inner}}{${inner}${optional}}}\\gdef${inner}[#1]${parameters.slice(1).join("")}`;
}

/**
 * Makes the commands that a formula defines known in later formulas of its page, as they are in MathJax, where a command that
 * exists can be defined again.
 */
export function lastingDefinitions(tex: string): string {
  if (!/\\(?:(?:re)?newcommand|providecommand|[ex]?def|let|DeclareMathOperator)(?![a-z])/i.test(tex))
    return tex;
  return tex
    .replaceAll(
      /\\DeclareMathOperator(\*?)\s*(?:\{\s*(\\[a-z]+)\s*\}|(\\[a-z]+))\s*(\{(?:[^{}]|\{[^{}]*\})*\})/gi,
      (_, star: string, braced: string | undefined, bare: string | undefined, text: string) =>
        `\\gdef${braced ?? bare}{\\operatorname${star}${text}}`,
    )
    .replaceAll(
      /\\(?:newcommand|renewcommand|providecommand)\*?\s*(?:\{\s*(\\(?:[a-z]+|.))\s*\}|(\\(?:[a-z]+|.)))\s*(?:\[([1-9])\]\s*(\[[^\]]*\])?)?(?=\s*\{)/gi,
      (_, braced?: string, bare?: string, count = "0", optional?: string) =>
        startOfDefinition(braced ?? bare ?? "", Number(count), optional),
    )
    .replaceAll(/\\(e?)def(?![a-z])/gi, (_, expanded: string) => (expanded ? "\\xdef" : "\\gdef"))
    .replaceAll(/(\\global\s*)?\\let(?![a-z])/gi, "\\global\\let");
}

/** Converts environments of LaTeX that Temml lacks to others that look the same. */
export const displayedEnvironments = (tex: string): string =>
  tex
    .replaceAll(/\\(begin|end)\s*\{flalign(\*?)\}/g, "\\$1{align$2}")
    .replaceAll(/\\(?:begin|end)\s*\{(?:displaymath|math)\}/g, "");

/** The start of a definition: up to its body in braces, or all of one by `\let`. */
const definition =
  /\s*(?:\\(?:global|long)(?![a-z])\s*)*\\(?:(?:(?:re)?newcommand|providecommand)\*?\s*(?:\{\s*\\(?:[a-z]+|.)\s*\}|\\(?:[a-z]+|.))\s*(?:\[[^\]]*\]\s*){0,2}\{|DeclareMathOperator\*?\s*(?:\{\s*\\[a-z]+\s*\}|\\[a-z]+)\s*\{|[egx]?def\s*\\(?:[a-z]+|.)[^{}]*\{|let\s*\\(?:[a-z]+|.)\s*=?\s*(?:\\(?:[a-z]+|.)|[^\s\\{}]))/iy;

/** Returns whether a formula only defines commands, so that it shows nothing. */
export function onlyDefines(tex: string): boolean {
  const source = tex.trim();
  let position = 0;
  while (position < source.length) {
    definition.lastIndex = position;
    const [match] = definition.exec(source) ?? [];
    if (match === undefined) return false;
    position += match.length;
    if (!match.endsWith("{")) continue;
    const end = closingBrace(source, position);
    if (end === undefined) return false;
    position = end + 1;
  }
  return position > 0;
}

/** The environments within a line for those that are displayed. */
const inlineEnvironments: Readonly<Record<string, string>> = {
  align: "aligned",
  alignat: "alignedat",
  flalign: "aligned",
  gather: "gathered",
  multline: "gathered",
};

/** The environments for the commands of plain TeX. */
const plainEnvironments: Readonly<Record<string, string>> = {
  cases: "cases",
  matrix: "matrix",
  pmatrix: "pmatrix",
  eqalign: "aligned",
  displaylines: "gathered",
};

const argumentCommand =
  /\\(?:(text(?:bf|it|rm|sf|tt|up|md|normal)?|mbox|hbox)|(cases|p?matrix|eqalign|displaylines))(?![a-z])\s*\{/gi;

/** Converts the commands whose argument MathJax reads by rules of its own. Arguments within arguments stay. */
function withArguments(tex: string): string {
  let result = "";
  let position = 0;
  for (const match of tex.matchAll(argumentCommand)) {
    if (match.index < position) continue;
    const start = match.index + match[0].length;
    const end = closingBrace(tex, start);
    if (end === undefined) break;
    const inner = tex.slice(start, end);
    const [, text, plain] = match;
    result += tex.slice(position, match.index);
    if (text) result += `\\${text === "mbox" ? "text" : text}{${escapedText(inner)}}`;
    else {
      const name = plainEnvironments[plain ?? ""] ?? "";
      result += `\\begin{${name}}${withArguments(inner).replaceAll(/\\cr(?![a-z])/gi, "\\\\ ")}\\end{${name}}`;
    }
    position = end + 1;
  }
  return result + tex.slice(position);
}

/** Returns where the brace that is open at a position closes. As in MathJax, `%` starts no comment there. */
function closingBrace(tex: string, start: number): number | undefined {
  let depth = 1;
  const tokens = /\\[\s\S]|[{}]/g;
  tokens.lastIndex = start;
  for (let match = tokens.exec(tex); match; match = tokens.exec(tex)) {
    if (match[0] === "{") depth += 1;
    else if (match[0] === "}") depth -= 1;
    if (depth === 0) return match.index;
  }
  return undefined;
}

/** Escapes the characters that are text in MathJax's text, except in formulas within it. */
const escapedText = (text: string): string =>
  text.replaceAll(/\\[\s\S]|\$[^$]*\$|[%_&#]/g, (token) => (token.length > 1 ? token : `\\${token}`));

/** Returns the character of a code point; `otherwise` if there is none. */
const characterOf = (code: number, otherwise: string): string =>
  code > 0x1f && code < 0x110000 && !(code >= 0xd800 && code < 0xe000)
    ? `\\text{${String.fromCodePoint(code).replaceAll(/[\\{}$%_&#^~]/g, " ")}}`
    : otherwise;
