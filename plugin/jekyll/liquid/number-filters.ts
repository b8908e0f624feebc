import type { LiquidFilter, LiquidFilterContext } from "../../eleventy/liquid-types.js";
import { RubyFloat, toFloat } from "../yaml/index.js";
import { plain } from "./values.js";

/** Converts a value to an integer as Ruby's `to_i` does: the leading digits of a string. */
function toInteger(value: unknown): number {
  const bare = plain(value);
  if (typeof bare === "boolean") return Number(bare);
  if (typeof bare === "number") return Math.trunc(bare);
  const digits = /^\s*[+-]?\d+/.exec(String(bare ?? ""));
  return digits ? Number(digits[0]) : 0;
}

/** Converts a value to a number as Ruby's Liquid does. */
const toNumber = (value: unknown): number => Number(plain(value) ?? 0) || 0;

/** Returns whether a value is a float in Ruby: `2.0`, as a number or as text. */
const isFloat = (value: unknown): boolean =>
  value instanceof RubyFloat ||
  (typeof value === "number" && !Number.isInteger(value)) ||
  (typeof value === "string" && /^\s*-?\d+\.\d+\s*$/.test(value));

/** Returns whether the argument of a filter is a float, for which JavaScript needs its source: `times: 1.0`. */
const isFloatArgument = ({ token }: LiquidFilterContext, value: unknown): boolean =>
  isFloat(value) || /^-?\d+\.\d+$/.test(token.args[0]?.getText?.() ?? "");

/** Creates a filter whose result is a float if one of its two numbers is. */
const arithmetic = (apply: (a: number, b: number, isInteger: boolean) => number): LiquidFilter =>
  function (value, by) {
    const isInteger = !isFloat(value) && !isFloatArgument(this, by);
    const result = apply(toNumber(value), toNumber(by), isInteger);
    return isInteger ? result : toFloat(result);
  };

/** The filters of numbers. In Ruby 2.0 and 2 differ: division by an integer returns an integer, and 2.0 is printed so. */
export const numberFilters: Readonly<Record<string, LiquidFilter>> = {
  to_integer: toInteger,
  plus: arithmetic((a, b) => a + b),
  minus: arithmetic((a, b) => a - b),
  times: arithmetic((a, b) => a * b),
  divided_by: arithmetic((a, b, isInteger) => (isInteger ? Math.floor(a / b) : a / b)),
  modulo: arithmetic((a, b) => a - b * Math.floor(a / b)),
  abs: (value) => (isFloat(value) ? toFloat(Math.abs(toNumber(value))) : Math.abs(toNumber(value))),
  round: (value, digits) => {
    const places = toInteger(digits);
    const factor = 10 ** places;
    const rounded = (Math.sign(toNumber(value)) * Math.round(Math.abs(toNumber(value)) * factor)) / factor;
    return places > 0 && isFloat(value) ? toFloat(rounded) : rounded;
  },
};
