import { suggestion } from "./errors.js";

/** Commands that authors slip in most often, for suggestions. */
const commands = [
  ...["alpha", "beta", "gamma", "delta", "epsilon", "varepsilon", "theta", "lambda", "sigma", "omega"],
  ...["frac", "sqrt", "sum", "prod", "int", "infty", "partial", "nabla", "cdot", "times", "leq", "geq"],
  ...["approx", "equiv", "rightarrow", "leftarrow", "mapsto", "mathbb", "mathcal", "mathrm", "mathbf"],
  ...["operatorname", "text", "left", "right", "begin", "end", "overline", "underline", "binom", "forall"],
  ...["exists", "subset", "cup", "cap", "ldots", "cdots", "quad", "langle", "rangle", "boldsymbol"],
].map((name) => `\\${name}`);

/** Environments that formulas may have, for suggestions. */
const environments = [
  ...["align", "aligned", "alignat", "array", "bmatrix", "Bmatrix", "cases", "CD", "equation", "gather"],
  ...["gathered", "matrix", "multline", "pmatrix", "rcases", "smallmatrix", "split", "vmatrix", "Vmatrix"],
];

/** Temml's messages, and what is wrong with the formula in an author's words. */
const reasons: readonly (readonly [RegExp, (match: RegExpMatchArray, tex: string) => string])[] = [
  [
    /^Unsupported function name: (\\(?:DeclareMathOperator|(?:re)?newcommand|providecommand))$/,
    ([, name]) => `${name} needs a command and a body, each in braces`,
  ],
  [
    /^Unsupported function name: (\S+)/,
    ([, name = ""]) =>
      `the command ${name} is unknown.${name.length > 3 ? suggestion(name, commands).replaceAll('"', "") : ""}`,
  ],
  [
    /^No such environment: ?(.*)$/,
    ([, name = ""]) =>
      name
        ? `the environment "${name}" is unknown.${suggestion(name, environments)}`
        : "\\begin{} names no environment",
  ],
  [/^Mismatch: (\\begin\{.*\}) matched by (\\end\{.*\})/, ([, open, end]) => `${open} is closed by ${end}`],
  [
    /^\{(.*)\} can be used only in display mode/,
    ([, name]) => `\\begin{${name}} needs a formula on its own line, between $$`,
  ],
  [
    /^(\\\S+) works only in display mode/,
    ([, name]) => `${name} needs a formula on its own line, between $$`,
  ],
  [
    /^Expected '(\\right|\})', got 'EOF'/,
    ([, end]) => `it has no ${end === "}" ? "closing brace }" : `${end} for a \\left`}`,
  ],
  [/^Expected '(\$)', got/, () => "a formula within text has no closing $"],
  [/^Expected '(.*)', got 'EOF'/, ([, end]) => `it ends before ${end}`],
  [/^Expected 'EOF', got '\}'/, () => "it has a closing brace } without an opening one"],
  [/^Expected 'EOF', got '\\right'/, () => "it has a \\right without a \\left"],
  [/^Expected 'EOF', got '\\end'/, () => "it has an \\end without a \\begin"],
  [
    /^Expected '.*', got '&'/,
    () => "& separates columns, as in \\begin{aligned}; write \\& for the character itself",
  ],
  [/^Expected 'EOF', got '#'/, () => "# is for arguments of macros; write \\# for the character itself"],
  [
    /^Expected 'EOF', got '([_^])'/,
    ([, sign]) => `${sign} is in a text; write \\${sign} there, or end the text before it`,
  ],
  [/^Expected 'EOF', got '(.*)'/, ([, sign]) => `${sign} is not expected there`],
  [/^Expected & or .* or \\end/, () => "it has a \\begin without an \\end"],
  [
    /^Unexpected end of input in a macro argument, expected '(.)'/,
    ([, end], tex) =>
      end === "]"
        ? "it has no closing bracket ]"
        : isBalanced(tex)
          ? `the argument of a command is missing at the end${nameOfLast(tex)}`
          : "it has no closing brace }",
  ],
  [/^Expected group as argument to '(.*)'/, ([, name]) => `an argument is missing after ${name}`],
  [
    /^(?:Got|Can't use) function '(.*)' .*(superscript|subscript)/,
    ([, , place]) => `the ${place} is missing`,
  ],
  [/^Can't use function '\$' in math mode/, () => "it has a dollar; write \\$ for the character itself"],
  [
    /^Can't use function '(.*)' in (math|text) mode/,
    ([, name, mode]) =>
      `${name} cannot be used in ${mode === "math" ? "a formula, only in text" : "text, only in a formula"}`,
  ],
  [
    /^Double (superscript|subscript)/,
    ([, kind]) => `it has a ${kind} after a ${kind}; put the first one with its base in braces`,
  ],
  [/^Unexpected character: '\\'/, () => "it ends with a single backslash"],
  [
    /^Function "(.*)" is not trusted/,
    ([, name]) => `the command ${name} is not allowed, as it loads files or sets attributes`,
  ],
  [
    /^Invalid delimiter '(.*)' after '(.*)'/,
    ([, sign, name]) => `${name} needs a delimiter such as ( or |, not ${sign}`,
  ],
  [
    /^Invalid size: '(.*)'/,
    ([, size]) => `a length such as 1em is expected${size === "EOF" ? "" : `, not ${size}`}`,
  ],
  [/^Expected a macro definition/, () => "a definition has no body in braces"],
  [/^Expected a control sequence/, () => "a definition names no command"],
  [/^Multiple \\tag/, () => "it has several \\tag"],
  [/^Limit controls/, () => "\\limits must follow an operator such as \\sum"],
  [/^Unknown column alignment: (.*)/, ([, name]) => `the columns of an array are l, c or r, not ${name}`],
  [/^only one infix/, () => "it has several \\over or \\choose; put each into braces"],
  [/^(\\\S+) valid only within array/, ([, name]) => `${name} needs an environment such as array`],
  [/^(\\middle) without/, () => "it has a \\middle without a \\left"],
  [/^\\verb ended/, () => "\\verb has no second delimiter"],
  [/^Invalid base-10 digit/, () => "\\char needs a number"],
  [/^Expected node of type|Multiple \\tag|numeric first argument/, () => ""],
];

/**
 * Returns what is wrong with a formula that Temml cannot read, in an author's words and without a period at the end.
 *
 * @param tex - The formula.
 * @param file - The text of its file, in which Liquid may have replaced double braces.
 */
export function formulaError(error: unknown, tex: string, file: string): string {
  const message = String((error as Error).message ?? "").trim();
  const [first = ""] = message.split(/ at (?:position|end of input)/);
  for (const [pattern, reason] of reasons) {
    const match = pattern.exec(first.trim());
    const text = match && reason(match, tex);
    if (text) return text.replace(/\.$/, "");
  }
  // Temml's own errors say what is wrong; others come from its inside.
  if (
    (error as Error).name === "ParseError" ||
    /^(ParseError|FormulaLimitError)$/.test((error as object).constructor.name)
  )
    return first
      .trim()
      .replace(/\.$/, "")
      .replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
  return ofInside(tex, file);
}

function ofInside(tex: string, file: string): string {
  const [, sign] = /([_^])\s*(?:$|[}&^_]|\\\\)/.exec(tex) ?? [];
  if (sign) {
    const advice = file.includes(`${sign}{{`)
      ? `. Double braces, as in x${sign}{{a}}, are Liquid, which replaces them: write { {a} }, or wrap the formula in {% raw %} and {% endraw %}`
      : "; write what belongs there in braces";
    return `nothing follows ${sign}${advice}`;
  }
  const [, parameter] = /#([1-9])/.exec(tex) ?? [];
  if (parameter) return `a definition uses #${parameter}, but has fewer arguments`;
  const [, name] = /\\begin\s*\{([^{}]*)\}/.exec(tex) ?? [];
  if (name) return `the environment "${name}" lacks an argument, or has a wrong one`;
  return "it cannot be read as LaTeX";
}

/** Returns whether each brace of a formula is closed. */
function isBalanced(tex: string): boolean {
  let depth = 0;
  for (const [piece] of tex.matchAll(/\\[\s\S]|[{}]/g)) depth += piece === "{" ? 1 : piece === "}" ? -1 : 0;
  return depth <= 0;
}

/** Returns the last command of a formula, for a message. */
function nameOfLast(tex: string): string {
  const name = tex.match(/\\[a-zA-Z]+/g)?.at(-1);
  return name ? `, probably of ${name}` : "";
}
