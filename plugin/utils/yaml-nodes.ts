import type { Document } from "yaml";
import { load } from "./require.js";

const yaml = (): typeof import("yaml") => load("yaml") as typeof import("yaml");

/** A mistake at a position, in the form of the errors of the YAML parser. */
interface KeyError {
  pos: [start: number, end: number];
  message: string;
}

/**
 * Returns an error for each key that its map has twice. The YAML parser compares each key with all others, which takes
 * quadratic time.
 */
export function duplicateKeys(contents: unknown): KeyError[] {
  const { isCollection, isScalar, visit } = yaml();
  const errors: KeyError[] = [];
  if (!isCollection(contents)) return errors;
  visit(contents, {
    Map(_, { items }) {
      const keys = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (keys.has(key.value) && key.range)
          errors.push({ pos: [key.range[0], key.range[1]], message: "Map keys must be unique" });
        keys.add(key.value);
      }
    },
  });
  return errors;
}

/** Returns a function that finds the node at a path of keys. Indexes each map once: the parser searches a map for each path. */
export function nodeFinder({ contents }: Document): (path: readonly PropertyKey[]) => unknown {
  const { isAlias, isMap, isScalar, isSeq } = yaml();
  const indexes = new WeakMap<object, Map<string, unknown>>();
  return (path) => {
    let node: unknown = contents;
    for (const key of path) {
      if (isAlias(node)) return undefined;
      if (isSeq(node)) node = node.items[Number(key)];
      else if (isMap(node)) {
        let index = indexes.get(node);
        if (!index) {
          index = new Map(
            node.items.map((pair) => [String(isScalar(pair.key) ? pair.key.value : pair.key), pair.value]),
          );
          indexes.set(node, index);
        }
        node = index.get(String(key));
      } else return undefined;
    }
    return node;
  };
}
