import nunjucks from "nunjucks";

// What the functions of templates call, with the results of Nunjucks' own functions.

const { SafeString, markSafe } = nunjucks.runtime as unknown as {
  SafeString: new (text: string) => { val: string };
  markSafe(text: string): { val: string };
};
const { inOperator } = nunjucks.lib as unknown as { inOperator(item: unknown, list: unknown): boolean };

const special = /[&"'<>\\]/;
const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  '"': "&quot;",
  "'": "&#39;",
  "<": "&lt;",
  ">": "&gt;",
  "\\": "&#92;",
};

/** Returns a value as text of HTML, without changing text that is safe already. */
export function escaped(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (value instanceof SafeString) return value.val;
  const text = typeof value === "string" ? value : (value as object).toString();
  return special.test(text) ? text.replaceAll(/[&"'<>\\]/g, (char) => entities[char] as string) : text;
}

/** Returns a value as text, for the filter `safe`. */
export const raw = (value: unknown): string =>
  value === undefined || value === null ? "" : (value as object).toString();

export const safe = (text: string): { val: string } => markSafe(text);

export const isIn = (item: unknown, list: unknown): boolean => inOperator(item, list);

/** Calls a method. */
export function call(target: unknown, name: string, label: string, ...args: unknown[]): unknown {
  const method = (target as Record<string, unknown> | undefined | null)?.[name];
  return method ? callFunction(method, label, target, ...args) : notCallable(label, "undefined or falsey");
}

/** Calls a function. */
export function callFunction(method: unknown, label: string, context: unknown, ...args: unknown[]): unknown {
  if (!method) return notCallable(label, "undefined or falsey");
  return typeof method === "function" ? method.apply(context, args) : notCallable(label, "not a function");
}

function notCallable(label: string, reason: string): never {
  throw new Error(`Unable to call \`${label}\`, which is ${reason}`);
}

/** Returns what a loop goes through. */
export function items(list: unknown): ArrayLike<unknown> {
  if (!list) return [];
  if (typeof list !== "object" || Array.isArray(list) || !(Symbol.iterator in list))
    return list as ArrayLike<unknown>;
  return [...(list as Iterable<unknown>)];
}

/** Returns the pairs that a loop of two variables goes through: of an array, or keys and values of an object. */
export function pairs(list: unknown): (readonly unknown[])[] {
  if (!list) return [];
  const found = items(list);
  return Array.isArray(found) ? found : Object.entries(found);
}

/** Returns the variable `loop`. */
export const loopAt = (at: number, length: number) => ({
  index: at + 1,
  index0: at,
  revindex: length - at,
  revindex0: length - at - 1,
  first: at === 0,
  last: at === length - 1,
  length,
});
