import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type Scalar } from "yaml";
import { lineCounter } from "../../utils/lines.js";
import type { Finding } from "./place.js";

/** A key to look for: the path of its old name, and its new one; without that it is removed. */
export interface KeyChange {
  path: readonly string[];
  to?: string | undefined;
}

/** A part of a file in YAML, or in JSON, which YAML contains. */
export interface YamlPart {
  file: string;
  /** The text of the whole file. */
  text: string;
  /** Where the part begins and ends. */
  start: number;
  end: number;
}

/**
 * Finds a key in a part of a file in YAML or JSON: at its path, in each entry if the part is a list.
 *
 * Comments and layout stay, since only the characters of the key are replaced.
 */
export function yamlFindings({ file, text, start, end }: YamlPart, change: KeyChange): Finding[] {
  const document = parseDocument(text.slice(start, end), { logLevel: "silent", uniqueKeys: false });
  const lineAt = lineCounter(text);
  if (document.errors.length > 0) return [];
  return pairsAt(document.contents, change.path).map(({ pair, siblings }) => {
    const key = pair.key as Scalar;
    const [from = 0, to = 0] = key.range ?? [];
    const place = { file, line: lineAt(start + from) };
    const found = text.slice(start + from, start + to);
    if (change.to === undefined) return { place };
    if (siblings.includes(change.to)) return { place, why: `"${change.to}" is set too` };
    const [quote = ""] = /^["']/.exec(found) ?? [];
    return {
      place,
      edit: { file, start: start + from, end: start + to, text: `${quote}${change.to}${quote}` },
    };
  });
}

/** Returns the pairs at a path of keys, each with the other keys of its map. */
function pairsAt(node: unknown, [key, ...rest]: readonly string[]): { pair: Pair; siblings: string[] }[] {
  if (isSeq(node))
    return node.items.flatMap((item) => (key === undefined ? [] : pairsAt(item, [key, ...rest])));
  if (!isMap(node)) return [];
  const siblings = node.items.map((pair) => String(isScalar(pair.key) ? pair.key.value : pair.key));
  return node.items.flatMap((pair, index) => {
    if (siblings[index] !== key || !isScalar(pair.key)) return [];
    return rest.length === 0 ? [{ pair, siblings }] : pairsAt(pair.value, rest);
  });
}

/**
 * Returns the value at a path of keys in JSON with another one, with its layout unchanged.
 *
 * @returns The same text if there is no such key.
 */
export function withJsonValue(text: string, keys: readonly string[], value: string): string {
  const { contents } = parseDocument(text);
  const [found] = pairsAt(contents, keys);
  const [start, end] = (found?.pair.value as Node | undefined)?.range ?? [];
  return start === undefined || end === undefined
    ? text
    : text.slice(0, start) + JSON.stringify(value) + text.slice(end);
}

/** Returns the front matter of a template: the text between its fences; undefined if it has none in YAML or JSON. */
export function frontMatterPart(file: string, text: string): YamlPart | undefined {
  const opening = /^\uFEFF?---[ \t]*(?:ya?ml|json)?[ \t]*\r?\n/.exec(text)?.[0];
  if (opening === undefined) return undefined;
  const closing = /^---[ \t]*$/m.exec(text.slice(opening.length).replaceAll("\r", " "));
  return closing ? { file, text, start: opening.length, end: opening.length + closing.index } : undefined;
}
