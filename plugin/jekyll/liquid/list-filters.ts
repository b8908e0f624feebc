import type {
  LiquidFilter,
  LiquidFilterContext,
  LiquidSteps,
  LiquidTemplate,
} from "../../eleventy/liquid-types.js";
import {
  compare,
  inspect,
  isEmptyLiteral,
  isHash,
  plain,
  property,
  toList,
  toText,
  truthy,
} from "./values.js";

/** A group of `group_by`. */
interface Group {
  name: unknown;
  items: unknown[];
  size: number;
}

/** Returns the list filters of Jekyll, and those of Ruby's Liquid that liquidjs implements differently. */
export function listFilters(timeZone: string): Record<string, LiquidFilter> {
  const text = (value: unknown): string => toText(value, timeZone);
  return {
    ...searchFilters(text),
    ...groupFilters(timeZone),
    ...orderFilters(timeZone),
    ...accessFilters,
    ...joinFilters(text),
    ...arrayFilters,
  };
}

/** Returns the items for a search filter: a list, or the values of a hash; undefined for other values, which stay unchanged. */
function itemsOf(value: unknown): unknown[] | undefined {
  const bare = plain(value);
  return isHash(bare) ? Object.values(bare) : toList(bare);
}

function searchFilters(text: (value: unknown) => string): Record<string, LiquidFilter> {
  /** Returns whether a property is this value, or a list that contains it. Jekyll compares text: 2024 equals "2024". */
  const matches = (item: unknown, path: unknown, target: unknown): boolean => {
    const value = plain(property(item, text(path)));
    const expected = plain(target);
    if (expected === undefined) return value === undefined;
    if (isEmptyLiteral(target)) return text(value) === "";
    if (value === undefined) return false;
    return Array.isArray(value)
      ? value.some((entry) => text(entry) === text(expected))
      : text(value) === text(expected);
  };
  /** Without a target, Liquid's `where` selects the items whose property is true. */
  const test = (path: unknown, targets: unknown[]) => (item: unknown) =>
    targets.length === 0 ? truthy(property(item, text(path))) : matches(item, path, targets[0]);
  return {
    where: (value, path, ...targets) => itemsOf(value)?.filter(test(path, targets)) ?? value,
    find: (value, path, ...targets) => {
      const items = itemsOf(value);
      return items ? items.find(test(path, targets)) : value;
    },
    *where_exp(value, name, expression): LiquidSteps {
      const items = itemsOf(value);
      if (!items) return value;
      const results = yield* evaluate(this, items, text(name), text(expression));
      return items.filter((_item, at) => truthy(results[at]));
    },
    *find_exp(value, name, expression): LiquidSteps {
      const items = itemsOf(value);
      if (!items) return value;
      const results = yield* evaluate(this, items, text(name), text(expression));
      return items[results.findIndex(truthy)];
    },
  };
}

/** Evaluates an expression for each item, which has this variable name in it. */
function* evaluate(
  { liquid, context }: LiquidFilterContext,
  items: readonly unknown[],
  name: string,
  expression: string,
): Generator<unknown, unknown[], unknown> {
  // With `raw`, so that the value is not converted to text.
  const [output]: LiquidTemplate[] = liquid.parse(`{{ ${expression} | raw }}`);
  const results: unknown[] = [];
  for (const item of items) {
    context.push({ [name]: item });
    try {
      results.push(output?.value ? yield* output.value.value(context) : undefined);
    } finally {
      context.pop();
    }
  }
  return results;
}

function groupFilters(timeZone: string): Record<string, LiquidFilter> {
  /** Converts a group's name to text as Ruby's `to_s` does, which inspects lists and hashes. */
  const name = (value: unknown): string =>
    typeof plain(value) === "object" && !(plain(value) instanceof Date)
      ? inspect(value, timeZone)
      : toText(value, timeZone);
  return {
    group_by: (value, path) => {
      const items = toList(value);
      return items ? group(items, (item) => name(property(item, toText(path, timeZone)))) : value;
    },
    *group_by_exp(value, variable, expression): LiquidSteps {
      const items = toList(value);
      if (!items) return value;
      const results = yield* evaluate(this, items, String(variable), String(expression));
      return group(items, (_item, at) => {
        const result = plain(results[at]);
        return typeof result === "object" ? name(result) : result;
      });
    },
  };
}

function group(items: readonly unknown[], keyOf: (item: unknown, at: number) => unknown): Group[] {
  const groups = new Map<unknown, unknown[]>();
  for (const [at, item] of items.entries()) {
    const key = keyOf(item, at);
    const members = groups.get(key);
    if (members) members.push(item);
    else groups.set(key, [item]);
  }
  return [...groups].map(([name, members]) => ({ name, items: members, size: members.length }));
}

/** Returns a property for sorting. Jekyll sorts numeric strings as numbers. */
function sortValue(item: unknown, path: string): unknown {
  const value = plain(property(item, path));
  return typeof value === "string" && /^\s*-?(?:\d+\.?\d*|\.\d+)\s*$/.test(value) ? Number(value) : value;
}

function orderFilters(timeZone: string): Record<string, LiquidFilter> {
  /** Returns an item, or its property if a path is set. */
  const itemOrProperty = (item: unknown, path: unknown): unknown =>
    plain(plain(path) === undefined ? item : property(item, toText(path, timeZone)));
  return {
    sort: (value, path, nils = "first") =>
      plain(path) === undefined
        ? [...listOf(value)].sort((a, b) => compare(a, b, timeZone))
        : sortByProperty(listOf(value), toText(path, timeZone), nils === "last", timeZone),
    uniq: (value, path) => uniqueBy(listOf(value), (item) => itemOrProperty(item, path), timeZone),
    compact: (value, path) => listOf(value).filter((item) => itemOrProperty(item, path) !== undefined),
  };
}

/** Converts a value to a list: nil is empty, and another single value is its only item. */
function listOf(value: unknown): unknown[] {
  const bare = plain(value);
  return toList(bare) ?? (bare === undefined ? [] : [bare]);
}

/** Sorts items by a property. Items without it come first, or last if `isNilLast`. */
function sortByProperty(
  items: readonly unknown[],
  path: string,
  isNilLast: boolean,
  timeZone: string,
): unknown[] {
  const order = isNilLast ? 1 : -1;
  return items
    .map((item) => ({ item, key: sortValue(item, path) }))
    .sort(({ key: a }, { key: b }) =>
      a === undefined || b === undefined
        ? (Number(a === undefined) - Number(b === undefined)) * order
        : compare(a, b, timeZone),
    )
    .map(({ item }) => item);
}

/** Returns the first item of each key. Lists and hashes of equal content are equal, as in Ruby. */
function uniqueBy(items: readonly unknown[], keyOf: (item: unknown) => unknown, timeZone: string): unknown[] {
  const seen = new Set<unknown>();
  return items.filter((item) => {
    const key = keyOf(item);
    const comparable = typeof key === "object" ? inspect(key, timeZone) : key;
    return !seen.has(comparable) && seen.add(comparable);
  });
}

const accessFilters: Record<string, LiquidFilter> = {
  first: (value) => toList(value)?.[0],
  last: (value) => toList(value)?.at(-1),
  size: (value) => {
    const bare = plain(value);
    return typeof bare === "string" ? [...bare].length : (toList(bare)?.length ?? 0);
  },
};

function joinFilters(text: (value: unknown) => string): Record<string, LiquidFilter> {
  return {
    join: (value, separator = " ") =>
      listOf(value).flat(Number.POSITIVE_INFINITY).map(text).join(text(separator)),
    array_to_sentence_string: (value, connector = "and") =>
      sentenceOf(listOf(value).map(text), text(connector)),
  };
}

/** Joins words as Jekyll does: `a`, `a and b`, `a, b, and c`. */
function sentenceOf(words: readonly string[], connector: string): string {
  const last = words.at(-1) ?? "";
  const others = words.slice(0, -1);
  if (others.length === 0) return last;
  return `${others.join(", ")}${others.length > 1 ? "," : ""} ${connector} ${last}`;
}

/** Filters for arrays only; they return other values unchanged. */
const arrayFilters: Record<string, LiquidFilter> = {
  push: (value, item) => (Array.isArray(value) ? [...value, item] : value),
  unshift: (value, item) => (Array.isArray(value) ? [item, ...value] : value),
  pop: (value, number) =>
    Array.isArray(value) ? value.slice(0, Math.max(0, value.length - countOf(number))) : value,
  shift: (value, number) => (Array.isArray(value) ? value.slice(countOf(number)) : value),
  sample: (value, number) => {
    if (!Array.isArray(value)) return value;
    const shuffled = shuffle(value);
    return countOf(number) === 1 ? shuffled[0] : shuffled.slice(0, countOf(number));
  },
};

/** Converts the argument of a filter to a number of items. Default: 1. */
const countOf = (value: unknown): number => Number(plain(value) ?? 1) || 0;

const shuffle = (items: readonly unknown[]): unknown[] =>
  items
    .map((item) => ({ item, key: Math.random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
