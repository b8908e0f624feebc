import { rootOf } from "../../csl/mathml-text.js";
import { chemistryText } from "./chemistry.js";
import { literal } from "./literal.js";
import { styled } from "./styles.js";
import { angleText, numberText, unitText } from "./units.js";

/** How a command reads its arguments, one after the other. */
interface Arguments {
  /** Returns the source of the next argument in braces, after one in brackets. */
  source(): string;
  /** Returns the text of the next argument. */
  text(): string;
  /** Returns the text of the next argument, which must be in brackets; else an empty text. */
  optional(): string;
  /** Returns a formula's text in CSL's markup. */
  formula(source: string): string;
}

const withoutBraces = (text: string): string => text.replace(/[\\{}]/g, "");

const quantity = ({ source }: Arguments): string => `${number(source())} ${unit(source())}`;
/** Reads siunitx's `\unit{m}`, and `\unit[5]{m}` of the package units, whose number is in brackets. */
const measure = ({ optional, source }: Arguments): string => {
  const value = optional();
  const symbol = unit(source());
  return /^[\d\s.,+–−-]*\d[\d\s.,]*$/.test(value) ? `${number(value)} ${symbol}` : symbol;
};
const fraction = ({ text }: Arguments): string => `${text()}/${text()}`;
const chemistry = ({ source }: Arguments): string => withoutBraces(chemistryText(literal(source())));
const number = (source: string): string => withoutBraces(numberText(literal(source)));
const unit = (source: string): string => withoutBraces(unitText(literal(source)));
const range = ({ source }: Arguments): string => `${number(source())}–${number(source())}`;
const quantityRange = (args: Arguments): string => `${range(args)} ${unit(args.source())}`;
const nuclide = ({ optional, text }: Arguments): string => {
  const mass = optional();
  optional();
  return styled("super", mass) + text();
};

/** The commands with a syntax of their own: of siunitx, mhchem and others. */
const commands: ReadonlyMap<string, (args: Arguments) => string> = new Map([
  ["ensuremath", ({ source, formula }: Arguments) => formula(source())],
  ["SI", quantity],
  ["qty", quantity],
  ["SIrange", quantityRange],
  ["qtyrange", quantityRange],
  ["numrange", range],
  ["si", ({ source }: Arguments) => unit(source())],
  ["unit", measure],
  ["unitfrac", (args: Arguments) => `${measure(args)}/${unit(args.source())}`],
  ["mkbibparens", ({ text }: Arguments) => `(${text()})`],
  ["mkbibbrackets", ({ text }: Arguments) => `[${text()}]`],
  ["num", ({ source }: Arguments) => number(source())],
  ["ang", ({ source }: Arguments) => withoutBraces(angleText(literal(source())))],
  ["ce", chemistry],
  ["ch", chemistry],
  ["cee", chemistry],
  ["isotope", nuclide],
  ["nuclide", nuclide],
  ["ion", ({ text }: Arguments) => `${text()} ${styled("upper", text())}`],
  ["frac", fraction],
  ["tfrac", fraction],
  ["nicefrac", fraction],
  ["sfrac", fraction],
  [
    "sqrt",
    ({ optional, text }: Arguments) => {
      const degree = optional();
      return `${rootOf(degree)}${text()}`;
    },
  ],
  ["ElsevierGlyph", ({ source }: Arguments) => codePoint(source())],
  ["unichar", ({ source }: Arguments) => codePoint(source())],
]);

/** Returns the text of a command that has a syntax of its own; undefined for others. */
export const specialText = (name: string, args: Arguments): string | undefined => commands.get(name)?.(args);

/** Returns a character by its hexadecimal number. */
function codePoint(source: string): string {
  const point = Number.parseInt(source.replace(/["{}\s]/g, ""), 16);
  const isCharacter = point > 31 && point < 0x11_0000 && !(point >= 0xd800 && point < 0xf900);
  return isCharacter ? literal(String.fromCodePoint(point)) : "";
}
