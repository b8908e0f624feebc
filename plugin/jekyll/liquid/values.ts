import { RubyFloat } from "../yaml/index.js";
import { dateText } from "./strftime.js";

/** A hash of Liquid. */
export type Hash = Record<string, unknown>;

/** An object of liquidjs for a literal such as `nil` or `empty`. */
interface Literal {
  liquidMethodMissing(): unknown;
  valueOf(): unknown;
}

const isLiteral = (value: unknown): value is Literal =>
  typeof (value as Literal | null | undefined)?.liquidMethodMissing === "function";

/** Returns whether a value is the literal `empty` or `blank`. */
export const isEmptyLiteral = (value: unknown): boolean => isLiteral(value) && value.valueOf() === "";

/** Unwraps a literal of liquidjs and a float. Nil becomes undefined. */
export function plain(value: unknown): unknown {
  if (value instanceof RubyFloat) return Number(value);
  return (isLiteral(value) ? value.valueOf() : value) ?? undefined;
}

/** Returns whether a value is a hash in Ruby: an object that is neither a list nor a date. */
export function isHash(value: unknown): value is Hash {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !(value instanceof RubyFloat) &&
    !isLiteral(value)
  );
}

/** Returns whether a value is true in a condition. In Liquid only nil and false are not. */
export function truthy(value: unknown): boolean {
  const bare = plain(value);
  return bare !== undefined && bare !== false;
}

/** Converts a value to text as Ruby's Liquid does. Dates, lists and hashes differ from JavaScript. */
export function toText(value: unknown, timeZone: string): string {
  if (value instanceof RubyFloat) return String(value);
  const bare = plain(value);
  if (typeof bare === "string") return bare;
  if (bare === undefined) return "";
  if (bare instanceof Date) return dateText(bare, timeZone);
  if (Array.isArray(bare)) return bare.map((item) => toText(item, timeZone)).join("");
  return isHash(bare) && isSimple(bare) ? inspect(bare, timeZone) : String(bare);
}

/** Returns whether an object is plain data, not an instance of a liquidjs class such as `forloop`. */
function isSimple(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** Converts a value to text as Ruby's `inspect` does: `{"a"=>[1, nil]}`. */
export function inspect(value: unknown, timeZone: string, parents: readonly unknown[] = []): string {
  if (value instanceof RubyFloat) return String(value);
  const bare = plain(value);
  if (bare === undefined) return "nil";
  if (typeof bare === "string") return JSON.stringify(bare);
  if (bare instanceof Date) return dateText(bare, timeZone);
  if (typeof bare !== "object" || bare === null) return String(bare);
  const isList = Array.isArray(bare);
  if (parents.includes(bare)) return isList ? "[...]" : "{...}";
  const inner = (item: unknown): string => inspect(item, timeZone, [...parents, bare]);
  if (isList) return `[${bare.map(inner).join(", ")}]`;
  return `{${Object.entries(bare)
    .map(([key, item]) => `${JSON.stringify(key)}=>${inner(item)}`)
    .join(", ")}}`;
}

/** Converts a value to JSON as Jekyll's `jsonify` does. Circular references, such as neighboring posts, become null. */
export function toJson(value: unknown, timeZone: string): string {
  return JSON.stringify(jsonValue(value, timeZone, [])) ?? "null";
}

function jsonValue(value: unknown, timeZone: string, parents: readonly unknown[]): unknown {
  const bare = plain(value);
  if (bare === undefined) return null;
  if (bare instanceof Date) return dateText(bare, timeZone);
  if (typeof bare !== "object" || bare === null) return bare;
  if (parents.includes(bare)) return null;
  const inner = (item: unknown): unknown => jsonValue(item, timeZone, [...parents, bare]);
  if (Array.isArray(bare)) return bare.map(inner);
  return Object.fromEntries(Object.entries(bare).map(([key, item]) => [key, inner(item)]));
}

/** Returns the items for a list filter: a list, or the pairs of a hash as in Ruby; undefined for other values. */
export function toList(value: unknown): unknown[] | undefined {
  const bare = plain(value);
  if (Array.isArray(bare)) return bare;
  return isHash(bare) ? Object.entries(bare) : undefined;
}

/** Reads a property of an item by its name, or by a path such as `author.name`. */
export function property(item: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (value, name) => (isHash(value) && Object.hasOwn(value, name) ? value[name] : undefined),
      item,
    );
}

/** Compares two values as Ruby's `<=>` does, and by their text if Ruby cannot compare them. */
export function compare(left: unknown, right: unknown, timeZone: string): number {
  const [a, b] = [sortable(left), sortable(right)];
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (Array.isArray(a) && Array.isArray(b)) {
    const differing = a.findIndex((item, at) => at < b.length && compare(item, b[at], timeZone) !== 0);
    return differing < 0 ? a.length - b.length : compare(a[differing], b[differing], timeZone);
  }
  const [first, second] = [toText(a, timeZone), toText(b, timeZone)];
  return first < second ? -1 : first > second ? 1 : 0;
}

function sortable(value: unknown): unknown {
  const bare = plain(value);
  return bare instanceof Date ? bare.getTime() : bare;
}
