import { Search } from "../../../utils/search.js";

/** A piece of a Liquid template in HTML: an element, a Liquid block or tag, or text. */
export interface Fragment {
  /** The name of the element or tag; empty for text and comments. */
  name: string;
  /** Where it starts and ends. */
  start: number;
  end: number;
  /** Where its content starts and ends. Both are `end` if it can't have any. */
  inside: [start: number, end: number];
  children: Fragment[];
}

const voidElements = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" "),
);
const liquidBlocks = new Set("if unless for case capture tablerow comment raw highlight".split(" "));
/** Elements and tags whose content is read as text. */
const opaque = new Set(["script", "style", "textarea", "comment", "raw", "capture"]);

/** Splits a template at its elements and Liquid tags. What is not closed ends with the element around it. */
export function fragmentsOf(source: string): Fragment[] {
  const search = new Search(source);
  const root: Fragment = { name: "", start: 0, end: source.length, inside: [0, source.length], children: [] };
  const open: Fragment[] = [root];
  const add = (name: string, start: number, end: number): Fragment => {
    const fragment: Fragment = { name, start, end, inside: [end, end], children: [] };
    open.at(-1)?.children.push(fragment);
    return fragment;
  };
  let done = 0;
  const text = (end: number): void => {
    const text = source.slice(done, end);
    if (text.trim() !== "") add("", done + text.length - text.trimStart().length, end);
  };
  for (const match of source.matchAll(/(<!--|\{%-?\s*(end)?|\{\{|<(\/)?)(?:([a-z][\w-]*)\b)?/gi)) {
    const [start, opening = "", liquidEnd, slash, word = ""] = match;
    const { index } = match;
    if (index < done) continue;
    const isLiquid = opening.startsWith("{%");
    const kind = isLiquid ? "{%" : opening === "</" ? "<" : opening;
    const tagName = word.toLowerCase();
    if (kind === "<" && tagName === "") continue;
    const [closer, length] = closers[kind] ?? [">", 1];
    const close = search.next(closer, index + start.length);
    if (!Number.isFinite(close.start)) continue;
    const end = close.start + length;
    text(index);
    done = end;
    if (kind === "<!--" || kind === "{{") {
      add("", index, end);
      continue;
    }
    if (liquidEnd ?? slash) {
      closeAt(open, tagName, index, end);
      continue;
    }
    const fragment = add(tagName, index, end);
    const hasContent = isLiquid
      ? liquidBlocks.has(tagName)
      : !voidElements.has(tagName) && source[end - 2] !== "/";
    if (!hasContent) continue;
    if (!opaque.has(tagName)) {
      open.push(fragment);
      continue;
    }
    const last = search.next(endOf(isLiquid, tagName), end);
    if (!Number.isFinite(last.end)) continue;
    fragment.inside = [end, last.start];
    fragment.end = last.end;
    done = last.end;
  }
  text(source.length);
  while (open.length > 1) closeAt(open, open.at(-1)?.name ?? "", source.length, source.length);
  return root.children;
}

const closers: Readonly<Record<string, [closer: string, length: number]>> = {
  "<!--": ["-->", 3],
  "{%": ["%}", 2],
  "{{": ["}}", 2],
};

const ends = new Map<string, RegExp>();

/** Returns a pattern for the end tag of an element or Liquid tag. The same object for the same tag. */
function endOf(isLiquid: boolean, name: string): RegExp {
  const pattern = isLiquid ? `\\{%-?\\s*end${name}\\s*-?%\\}` : `</${name}\\s*>`;
  const end = ends.get(pattern) ?? new RegExp(pattern, "gi");
  ends.set(pattern, end);
  return end;
}

/** Closes the innermost open fragment of a name, and those inside it. Ignores an end tag of nothing. */
function closeAt(open: Fragment[], name: string, start: number, end: number): void {
  const index = open.findLastIndex((fragment, place) => place > 0 && fragment.name === name);
  if (index < 1) return;
  const [closed, ...inner] = open.splice(index);
  for (const fragment of inner) [fragment.inside, fragment.end] = [[fragment.end, start], start];
  if (closed) [closed.inside, closed.end] = [[closed.end, start], end];
}
