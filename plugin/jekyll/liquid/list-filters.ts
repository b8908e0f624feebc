import type {
  LiquidFilter,
  LiquidFilterContext,
  LiquidSteps,
  LiquidTemplate,
} from "../../eleventy/liquid-types.js";
import { compare, inspect, isEmptyWord, isHash, plain, property, toList, toText, truthy } from "./values.js";

interface Group {
  name: unknown;
  items: unknown[];
  size: number;
}

/** The list filters of Jekyll, and those of Liquid that liquidjs has otherwise. */
export function listFilters(timeZone: string): Record<string, LiquidFilter> {
  const text = (value: unknown): string => toText(value, timeZone);
  return { ...searchFilters(text), ...groupFilters(timeZone), ...orderFilters(timeZone) };
}

/** Jekyll's list filters work on the values of a hash; what is no list they hand on as it is. */
function itemsOf(value: unknown): unknown[] | undefined {
  const bare = plain(value);
  return isHash(bare) ? Object.values(bare) : toList(bare);
}

function searchFilters(text: (value: unknown) => string): Record<string, LiquidFilter> {
  /** Whether an item's property is this value or, for a list, holds it. Jekyll compares by text: 2024 and "2024" are one. */
  const matches = (item: unknown, path: unknown, target: unknown): boolean => {
    const value = plain(property(item, text(path)));
    const wanted = plain(target);
    if (wanted === undefined) return value === undefined;
    if (isEmptyWord(target)) return text(value) === "";
    if (value === undefined) return false;
    return Array.isArray(value)
      ? value.some((entry) => text(entry) === text(wanted))
      : text(value) === text(wanted);
  };
  /** Without a value to look for, Liquid's own `where` takes what is true. */
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

/** The values of an expression for each of some items, which it knows by this name. */
function* evaluate(
  { liquid, context }: LiquidFilterContext,
  items: readonly unknown[],
  name: string,
  expression: string,
): Generator<unknown, unknown[], unknown> {
  // With `raw`, so that the value comes as it is and not as text.
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
  /** Text of a group's name as Ruby's `to_s` gives it: lists and hashes look as in its source. */
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

/** A property as Jekyll sorts by it: a text that is a number counts as one. */
function sortValue(item: unknown, path: string): unknown {
  const value = plain(property(item, path));
  return typeof value === "string" && /^\s*-?(?:\d+\.?\d*|\.\d+)\s*$/.test(value) ? Number(value) : value;
}

function orderFilters(timeZone: string): Record<string, LiquidFilter> {
  const list = (value: unknown): unknown[] => {
    const bare = plain(value);
    return toList(bare) ?? (bare === undefined ? [] : [bare]);
  };
  const count = (value: unknown): number => Number(plain(value) ?? 1) || 0;
  return {
    sort: (value, path, nils = "first") => {
      const items = [...list(value)];
      if (plain(path) === undefined) return items.sort((a, b) => compare(a, b, timeZone));
      const order = nils === "last" ? 1 : -1;
      const name = toText(path, timeZone);
      return items
        .map((item) => ({ item, key: sortValue(item, name) }))
        .sort(({ key: a }, { key: b }) =>
          a === undefined || b === undefined
            ? (Number(a === undefined) - Number(b === undefined)) * order
            : compare(a, b, timeZone),
        )
        .map(({ item }) => item);
    },
    uniq: (value, path) => {
      const seen = new Set<unknown>();
      return list(value).filter((item) => {
        const key = plain(plain(path) === undefined ? item : property(item, toText(path, timeZone)));
        // Ruby takes two lists or hashes of the same content for one.
        const mark = typeof key === "object" ? inspect(key, timeZone) : key;
        return !seen.has(mark) && seen.add(mark);
      });
    },
    compact: (value, path) =>
      list(value).filter(
        (item) =>
          plain(plain(path) === undefined ? item : property(item, toText(path, timeZone))) !== undefined,
      ),
    first: (value) => toList(value)?.[0],
    last: (value) => toList(value)?.at(-1),
    size: (value) => {
      const bare = plain(value);
      return typeof bare === "string" ? [...bare].length : (toList(bare)?.length ?? 0);
    },
    join: (value, separator = " ") =>
      list(value)
        .flat(Number.POSITIVE_INFINITY)
        .map((item) => toText(item, timeZone))
        .join(toText(separator, timeZone)),
    array_to_sentence_string: (value, connector = "and") => {
      const words = list(value).map((item) => toText(item, timeZone));
      const last = words.pop() ?? "";
      if (words.length === 0) return last;
      return `${words.join(", ")}${words.length > 1 ? "," : ""} ${toText(connector, timeZone)} ${last}`;
    },
    push: (value, item) => (Array.isArray(value) ? [...value, item] : value),
    unshift: (value, item) => (Array.isArray(value) ? [item, ...value] : value),
    pop: (value, number) =>
      Array.isArray(value) ? value.slice(0, Math.max(0, value.length - count(number))) : value,
    shift: (value, number) => (Array.isArray(value) ? value.slice(count(number)) : value),
    sample: (value, number) => {
      if (!Array.isArray(value)) return value;
      const shuffled = value
        .map((item: unknown) => ({ item, key: Math.random() }))
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item);
      return count(number) === 1 ? shuffled[0] : shuffled.slice(0, count(number));
    },
  };
}
