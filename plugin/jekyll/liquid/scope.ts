import type { LiquidScope } from "../../eleventy/liquid-types.js";
import { isHash } from "./values.js";

/** The objects `page` of pages without a date of their own. Eleventy gives each a date, Jekyll does not. */
const withoutDate = new WeakSet<object>();

/** Makes `page.date` nil in Liquid. */
export const hideDate = (page: object): void => {
  withoutDate.add(page);
};

/**
 * Makes a template read properties as Ruby's Liquid does: `first` of a hash, which is its first pair, and `forloop.parentloop`,
 * the loop around a loop.
 */
export function readAsRuby(scope: LiquidScope): void {
  const { readProperty, push } = scope;
  scope.readProperty = (value, key) => {
    if (key === "date" && typeof value === "object" && value !== null && withoutDate.has(value))
      return undefined;
    const found = readProperty.call(scope, value, key);
    if (found !== undefined || key !== "first" || !isHash(value)) return found;
    return Object.entries(value)[0];
  };
  scope.push = (values) => {
    const { forloop } = values;
    if (typeof forloop === "object" && forloop !== null && !Object.hasOwn(forloop, "parentloop"))
      Object.defineProperty(forloop, "parentloop", { value: scope.get(["forloop"]), configurable: true });
    return push.call(scope, values);
  };
}
