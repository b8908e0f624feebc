import type Temml from "temml";
import { load } from "./require.js";

// Temml is loaded with `require` at first use, so that a site without formulas does not wait for it.

/** Settings of a formula. */
export interface MathSettings {
  /** Whether the formula is displayed on its own line. @default false */
  display?: boolean;
  /** The site's LaTeX macros, by name with the backslash. */
  macros?: Readonly<Record<string, string>>;
  /** The macros that earlier formulas of the page have defined for all of it; those of this formula are added. */
  defined?: DefinedMacros | undefined;
  /** How far its macros may expand, and how long it may be. @default {@link formulaLimits} */
  limits?: FormulaLimits;
}

/** Macros that formulas have defined, in Temml's format. */
export type DefinedMacros = Map<string, unknown>;

/** The most macros that formulas of a page may define for later ones. */
const maxDefined = 1000;

/** Limits of one formula. An aligned environment of 10,000 characters stays far below each. */
export interface FormulaLimits {
  /** Characters of its source. */
  source: number;
  /** Levels of braces, and of elements in its MathML, within each other. */
  depth: number;
  /** Expansions of macros. Many commands of LaTeX are macros. */
  expansions: number;
  /** Tokens to which its macros expand. */
  tokens: number;
  /** Characters of its MathML. */
  output: number;
}

/** The limits of a formula on a page. */
export const formulaLimits: FormulaLimits = {
  source: 30_000,
  depth: 200,
  expansions: 10_000,
  tokens: 50_000,
  output: 1_000_000,
};

/** The error of a formula that exceeds a limit. */
export class FormulaLimitError extends Error {}

/** @throws FormulaLimitError with the name of the limit. */
function refuse(limit: number, what: string): never {
  throw new FormulaLimitError(`it ${what}, more than the limit of ${limit.toLocaleString("en-US")}`);
}

/** The part of Temml's macro expander that is used here. */
interface Expander {
  pushTokens(tokens: readonly unknown[]): void;
}

type MacroFunction = (expander: Expander) => string;

/** A macro that expands to nothing. At the start of a formula, it makes Temml count the tokens of all others. */
const countingMacro = "\\indigocount";

function counting(limit: number): MacroFunction {
  return (expander) => {
    let count = 0;
    const { pushTokens } = expander;
    expander.pushTokens = (tokens) => {
      count += tokens.length;
      if (count > limit) refuse(limit, "expands to too many tokens");
      // One by one, since the arguments of a function are limited.
      for (const token of tokens) pushTokens.call(expander, [token]);
    };
    return "";
  };
}

/** Returns how deep the braces and environments of a formula are nested. */
function depthOf(tex: string): number {
  let [depth, deepest] = [0, 0];
  for (const [token] of tex.matchAll(/\\(?:begin|left|end|right)(?![a-z])|\\[\s\S]|[{}]/gi)) {
    if (token === "{" || token === "\\begin" || token === "\\left") depth += 1;
    else if (token === "}" || token === "\\end" || token === "\\right") depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** Returns how deep the elements of MathML are nested. */
function depthOfMarkup(markup: string): number {
  let [depth, deepest] = [0, 0];
  for (const [tag] of markup.matchAll(/<\/?m[^>]*>/g)) {
    if (tag.startsWith("</")) depth -= 1;
    else if (!tag.endsWith("/>")) depth += 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/**
 * Converts a LaTeX formula to MathML without `style` attributes, which a strict Content Security Policy would block. They
 * become MathML attributes, or classes of `styles/components/_math.scss`.
 *
 * @throws Error with Temml's message if it can't parse the formula; FormulaLimitError if the formula exceeds a limit.
 */
export function mathml(
  tex: string,
  { display = false, macros = {}, defined, limits = formulaLimits }: MathSettings = {},
): string {
  if (tex.length > limits.source) refuse(limits.source, "has too many characters");
  if (depthOf(tex) > limits.depth) refuse(limits.depth, "is nested too deep");
  const temml = load("temml") as typeof Temml;
  const settings = {
    throwOnError: true,
    trust: false,
    strict: false,
    maxSize: [20, 200] as [number, number],
    maxExpand: limits.expansions,
    displayMode: display,
  };
  // A copy, since a formula may define macros itself. Types of Temml lack macros that are functions.
  const own: Record<string, string> = {
    ...macros,
    ...(Object.fromEntries(defined ?? []) as Record<string, string>),
    [countingMacro]: counting(limits.tokens) as unknown as string,
  };
  let markup: string;
  try {
    markup = temml.renderToString(`${countingMacro} ${tex}`, { ...settings, macros: own });
  } catch (error) {
    if (error instanceof RangeError) refuse(limits.depth, "is nested too deep");
    if (String((error as Error).message).includes("Too many expansions"))
      refuse(limits.expansions, "expands too many macros");
    throw error;
  }
  if (defined) keepDefined(defined, own);
  if (markup.length > limits.output) refuse(limits.output, "has too many characters of MathML");
  if (depthOfMarkup(markup) > 2 * limits.depth) refuse(limits.depth, "is nested too deep");
  return markup.replaceAll(/<m[^>]* style="[^"]*"[^>]*>/g, withoutStyle);
}

/** Keeps the macros that a formula has defined. Temml adds some of its own, whose names have an `@`. */
function keepDefined(defined: DefinedMacros, own: Readonly<Record<string, unknown>>): void {
  for (const [name, macro] of Object.entries(own)) {
    if (name === countingMacro || name.includes("@")) continue;
    if (defined.has(name) || defined.size < maxDefined) defined.set(name, macro);
  }
}

/** Replaces the `style` of a tag by attributes and classes. */
function withoutStyle(tag: string): string {
  const replacement: Replacement = { attributes: "", classes: [] };
  const declarations = / style="([^"]*)"/.exec(tag)?.[1]?.split(";") ?? [];
  for (const declaration of declarations) {
    const [property = "", value = ""] = declaration.split(/:(.*)/s);
    replacements[property]?.(value, replacement);
  }
  const own = / class="([^"]*)"/.exec(tag)?.[1];
  const classes = [...(own ? [own] : []), ...replacement.classes].join(" ");
  const bare = tag.replace(/ (style|class)="[^"]*"/g, "");
  return bare.replace(/>$/, `${replacement.attributes}${classes && ` class="${classes}"`}>`);
}

/** The attributes and classes that replace a `style`. */
interface Replacement {
  attributes: string;
  classes: string[];
}

/** A replacement for each CSS property that Temml writes, except for those with the browser's default values. */
const replacements: Readonly<Record<string, (value: string, replacement: Replacement) => void>> = {
  color: (value, replacement) => {
    if (value !== "undefined") replacement.attributes += ` mathcolor="${value}"`;
  },
  "padding-left": (value, { classes }) => classes.push(`math-before-${nearest(value, paddings)}`),
  "padding-right": (value, { classes }) => classes.push(`math-after-${nearest(value, paddings)}`),
  padding: (value, { classes }) => classes.push(value === "0" ? "math-tight" : "math-pad"),
  "margin-left": (value, { classes }) => classes.push(`math-back-${nearest(value.replace("-", ""), spaces)}`),
  width: (value, { classes }) => {
    const name = widths[value];
    if (name) classes.push(name);
  },
  border: (_value, { classes }) => classes.push("math-box"),
  "border-top": (value, { classes }) => classes.push(...line("top", value)),
  "border-bottom": (value, { classes }) => classes.push(...line("bottom", value)),
  "border-left": (value, { classes }) => classes.push(...line("left", value)),
  "border-right": (value, { classes }) => classes.push(...line("right", value)),
  "math-depth": (_value, { classes }) => classes.push("math-level"),
};

// Hundredths of an em that have a class.
const paddings = [0, 14, 25, 40, 50, 100, 200];
const spaces = [17, 22, 28];

const widths: Readonly<Record<string, string>> = {
  "100%": "math-wide",
  "50%": "math-half",
  "7.5%": "math-margin",
};

const line = (side: string, value: string): string[] => [
  `math-line-${side}`,
  ...(value.includes("dashed") ? ["math-dashed"] : []),
];

/** Returns the available size nearest to a CSS length in `em` or `pt`. A point is a twelfth of an em of the text. */
function nearest(value: string, sizes: readonly number[]): number {
  const size = Number.parseFloat(value) * (value.endsWith("pt") ? 100 / 12 : 100);
  return sizes.reduce((best, other) => (Math.abs(other - size) < Math.abs(best - size) ? other : best));
}
