import type Temml from "temml";
import { load } from "./require.js";

// Temml is loaded with `require` at first use, so that a site without formulas does not wait for it.

/** Settings of a formula. */
export interface MathSettings {
  /** Whether the formula is displayed on its own line. @default false */
  display?: boolean;
  /** The site's LaTeX macros, by name with the backslash. */
  macros?: Readonly<Record<string, string>>;
}

/**
 * Converts a LaTeX formula to MathML without `style` attributes, which a strict Content Security Policy would block. They
 * become MathML attributes, or classes of `styles/components/_math.scss`.
 *
 * @throws Error with Temml's message if it can't parse the formula.
 */
export function mathml(tex: string, { display = false, macros = {} }: MathSettings = {}): string {
  const temml = load("temml") as typeof Temml;
  const settings = {
    throwOnError: true,
    trust: false,
    strict: false,
    maxSize: [20, 200] as [number, number],
  };
  // A copy, since a formula may define macros itself.
  const markup = temml.renderToString(tex, { ...settings, displayMode: display, macros: { ...macros } });
  return markup.replaceAll(/<m[^>]* style="[^"]*"[^>]*>/g, withoutStyle);
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
