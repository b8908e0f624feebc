import type Temml from "temml";
import { load } from "./require.js";

// Loaded with `require` at first use, so that a site without formulas does not wait for it.

/** How a formula is set. */
export interface MathSettings {
  /** On a line of its own. @default false */
  display?: boolean;
  /** Commands of the author's, by their names with the backslash. */
  macros?: Readonly<Record<string, string>>;
}

/**
 * A LaTeX formula as MathML without styles in attributes, which a strict content policy would block: what they say is in
 * MathML's own attributes, or in classes for `styles/components/_math.scss`.
 *
 * @throws Error with what Temml says, where it does not read the formula.
 */
export function mathml(tex: string, { display = false, macros = {} }: MathSettings = {}): string {
  const temml = load("temml") as typeof Temml;
  const settings = {
    throwOnError: true,
    trust: false,
    strict: false,
    maxSize: [20, 200] as [number, number],
  };
  // A copy, since a formula may define commands for itself.
  const markup = temml.renderToString(tex, { ...settings, displayMode: display, macros: { ...macros } });
  return markup.replaceAll(/<m[^>]* style="[^"]*"[^>]*>/g, withoutStyle);
}

/** A tag with attributes and classes in place of its style. */
function withoutStyle(tag: string): string {
  const found: Found = { attributes: "", classes: [] };
  const declarations = / style="([^"]*)"/.exec(tag)?.[1]?.split(";") ?? [];
  for (const declaration of declarations) {
    const [property = "", value = ""] = declaration.split(/:(.*)/s);
    translations[property]?.(value, found);
  }
  const own = / class="([^"]*)"/.exec(tag)?.[1];
  const classes = [...(own ? [own] : []), ...found.classes].join(" ");
  const bare = tag.replace(/ (style|class)="[^"]*"/g, "");
  return bare.replace(/>$/, `${found.attributes}${classes && ` class="${classes}"`}>`);
}

interface Found {
  attributes: string;
  classes: string[];
}

/** What Temml writes as style, but for what browsers do by themselves. */
const translations: Readonly<Record<string, (value: string, found: Found) => void>> = {
  color: (value, found) => {
    if (value !== "undefined") found.attributes += ` mathcolor="${value}"`;
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

// Hundredths of an em, for which there are classes.
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

/** The nearest of some sizes to one in `em` or `pt`. A point is a twelfth of an em of the text. */
function nearest(value: string, sizes: readonly number[]): number {
  const size = Number.parseFloat(value) * (value.endsWith("pt") ? 100 / 12 : 100);
  return sizes.reduce((best, other) => (Math.abs(other - size) < Math.abs(best - size) ? other : best));
}
