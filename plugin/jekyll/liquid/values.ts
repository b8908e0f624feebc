import { dateText } from "./strftime.js";

/** A hash in the sense of Liquid. */
export type Hash = Record<string, unknown>;

/** Values that liquidjs has for words such as `nil` and `empty`. */
interface Word {
  liquidMethodMissing(): unknown;
  valueOf(): unknown;
}

const isWord = (value: unknown): value is Word =>
  typeof (value as Word | null | undefined)?.liquidMethodMissing === "function";

/** Whether a value is the word `empty` or `blank` of a template. */
export const isEmptyWord = (value: unknown): boolean => isWord(value) && value.valueOf() === "";

/** A value without the wrapping that liquidjs has for some; nil is undefined. */
export function plain(value: unknown): unknown {
  return (isWord(value) ? value.valueOf() : value) ?? undefined;
}

/** Whether a value is what Ruby would have as a hash: an object that is no list and no date. */
export function isHash(value: unknown): value is Hash {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !isWord(value)
  );
}

/** Whether a value counts as true in a condition: in Liquid everything but nil and false does. */
export function truthy(value: unknown): boolean {
  const bare = plain(value);
  return bare !== undefined && bare !== false;
}

/** A value as Liquid writes it in Ruby, where that differs from JavaScript: dates, lists and hashes. */
export function toText(value: unknown, timeZone: string): string {
  const bare = plain(value);
  if (typeof bare === "string") return bare;
  if (bare === undefined) return "";
  if (bare instanceof Date) return dateText(bare, timeZone);
  if (Array.isArray(bare)) return bare.map((item) => toText(item, timeZone)).join("");
  return isHash(bare) && isSimple(bare) ? inspect(bare, timeZone) : String(bare);
}

/** Whether an object comes from data, and is no class of liquidjs such as `forloop`. */
function isSimple(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** A value as Ruby's `inspect` writes it: `{"a"=>[1, nil]}`. */
export function inspect(value: unknown, timeZone: string, parents: readonly unknown[] = []): string {
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

/** A value as Jekyll's `jsonify` writes it. What holds itself, as posts do that know their neighbours, is left out there. */
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

/** What a list filter works on: a list, or the pairs of a hash as Ruby iterates it; undefined for anything else. */
export function toList(value: unknown): unknown[] | undefined {
  const bare = plain(value);
  if (Array.isArray(bare)) return bare;
  return isHash(bare) ? Object.entries(bare) : undefined;
}

/** A property of an item by its name, or by a path of names with dots. */
export function property(item: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (value, name) => (isHash(value) && Object.hasOwn(value, name) ? value[name] : undefined),
      item,
    );
}

/** Order of two values as Ruby's `<=>` has it, and by their texts where it has none. */
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
