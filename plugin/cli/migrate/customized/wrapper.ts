import type { Fragment } from "./fragments.js";

/** What the author has around the content of every page: the body of `_layouts/default.html`. */
export interface OwnWrapper {
  /** From the start of the body to the content. Its elements end in `after`. */
  before: string;
  after: string;
  /** Whether it has no element that can be the target of the link to the content. */
  needsTarget: boolean;
  /** What is not taken along, because the plugin does the same. */
  replaced: { start: number; end: number; by: string }[];
}

/** What the plugin does by itself. */
interface Replacement {
  by: string;
}

/** Includes of Indigo that the option `analytics` replaces. */
const analytics = /^\{%-?\s*include\s+analytics-/;

/**
 * Returns what is around the content, if the author has changed more than can be added to the theme's frame: elements that
 * enclose the content, or where the navigation is.
 *
 * @param isOwn - Whether a fragment has lines of the author's own.
 * @param replacementOf - Returns what of the plugin replaces a fragment; undefined if nothing does.
 */
export function ownWrapper(
  source: string,
  fragments: readonly Fragment[],
  isOwn: (fragment: Fragment) => boolean,
  replacementOf: (text: string) => Replacement | undefined,
): OwnWrapper | undefined {
  const body = find(fragments, ({ name }) => name === "body");
  const content = /\{\{-?\s*content\b[^}]*\}\}/.exec(source);
  if (!body || !content || content.index < body.inside[0] || content.index > body.inside[1]) return undefined;
  const [start, end] = body.inside;
  const contentEnd = content.index + content[0].length;
  const around = (fragment: Fragment): boolean => fragment.start < content.index && contentEnd < fragment.end;
  const opens = (fragment: Fragment): boolean =>
    !around(fragment) &&
    fragment.end <= content.index &&
    !isBalanced(source.slice(fragment.start, fragment.end));
  const isChanged = (inner: readonly Fragment[]): boolean =>
    inner.some(
      (fragment) =>
        (opens(fragment) && isOwn(fragment)) ||
        (around(fragment) &&
          (isOwn({ ...fragment, end: Math.max(fragment.inside[0], fragment.start + 1) }) ||
            isChanged(fragment.children))),
    );
  if (!isChanged(body.children) && !/include\s+nav\.html/.test(source.slice(start, content.index)))
    return undefined;
  const replaced: OwnWrapper["replaced"] = [];
  const visit = (inner: readonly Fragment[]): void => {
    for (const fragment of inner) {
      const text = source.slice(fragment.start, fragment.end);
      const by = around(fragment)
        ? undefined
        : analytics.test(text)
          ? "the option analytics"
          : isBalanced(text) && fragment.children.length === 0
            ? replacementOf(text)?.by
            : undefined;
      if (by === undefined) visit(fragment.children);
      else replaced.push({ start: fragment.start, end: fragment.end, by });
    }
  };
  visit(body.children);
  const without = (from: number, to: number): string => {
    let [text, done] = ["", from];
    for (const part of replaced) {
      if (part.start < from || part.end > to) continue;
      text += source.slice(done, part.start);
      done = part.end;
    }
    return (text + source.slice(done, to)).replaceAll(/\n(\s*\n)+/g, "\n").trim();
  };
  const [before, after] = [without(start, content.index), without(contentEnd, end)];
  // A condition around the content can't be divided.
  if (!hasWholeTags(before) || !hasWholeTags(after)) return undefined;
  const outer = find(
    body.children,
    (fragment) => around(fragment) && isElement.test(source.slice(fragment.start)),
  );
  const main =
    outer && /<main\b/i.test(before)
      ? undefined
      : asMain(before, after, source.slice(outer?.start, outer?.inside[0]));
  return { before, after, ...main, needsTarget: main === undefined, replaced };
}

const isElement = /^<\w/;

/**
 * Makes the outermost element around the content the page's `main`: an element in between would take the author's own selectors
 * such as `.blog > .list` their effect. Returns undefined if it has an id, or if its end is not found.
 */
function asMain(before: string, after: string, tag: string): { before: string; after: string } | undefined {
  const [start, name = ""] = /^<(div|section|article)\b/i.exec(tag) ?? [];
  const at = start === undefined ? -1 : before.indexOf(tag);
  if (start === undefined || at < 0 || /\bid\s*=/i.test(tag)) return undefined;
  // Its end tag is the last in `after` that closes nothing in `after`.
  let [depth, end, length] = [0, -1, 0];
  for (const match of after.matchAll(new RegExp(`<(/)?${name}\\b[^>]*>`, "gi"))) {
    if (match[1] === undefined) depth += 1;
    else if (depth > 0) depth -= 1;
    else [end, length] = [match.index, match[0].length];
  }
  if (end < 0) return undefined;
  return {
    before: `${before.slice(0, at)}<main id="main-content"${before.slice(at + start.length)}`,
    after: `${after.slice(0, end)}</main>${after.slice(end + length)}`,
  };
}

function find(fragments: readonly Fragment[], test: (fragment: Fragment) => boolean): Fragment | undefined {
  for (const fragment of fragments) {
    const found = test(fragment) ? fragment : find(fragment.children, test);
    if (found) return found;
  }
  return undefined;
}

/** Returns whether each element that encloses others ends where it starts. */
function isBalanced(text: string): boolean {
  const tags = text.match(/<\/?(div|main|section|article|header|aside|body)\b/gi) ?? [];
  return tags.filter((tag) => tag.startsWith("</")).length * 2 === tags.length;
}

/** Returns whether each Liquid block ends in the same text. */
function hasWholeTags(text: string): boolean {
  const names = "if|unless|for|case|capture|tablerow|comment|raw|highlight";
  const starts = text.match(new RegExp(`\\{%-?\\s*(${names})\\b`, "g")) ?? [];
  const ends = text.match(new RegExp(`\\{%-?\\s*end(${names})\\b`, "g")) ?? [];
  return starts.length === ends.length;
}
