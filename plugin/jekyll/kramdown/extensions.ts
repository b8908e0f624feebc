import type { RuleInline } from "markdown-it/lib/parser_inline.mjs";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import { searchIn } from "../../utils/search.js";
import { parseAttributes } from "./attributes.js";
import { optionsOf, withOptions } from "./options.js";
import { blockRule, lineAt, pushHtml } from "./rules.js";

const names = "comment|nomarkdown|options";
// Any character, but braces only after a backslash.
const listText = "(?:\\\\\\}|[^}\\\\]|\\\\(?!\\}))";
const firstLine = new RegExp(`^\\{::(${names})(?:\\s(${listText}*?))?(\\/)?\\}\\s*$`);
const inlineStart = new RegExp(`\\{::(${names})(?:\\s(${listText}*?))?(\\/)?\\}`, "y");

/** The line from which no line ends an extension, by its name and its container, so that it is searched once. */
const missingEnds = new WeakMap<StateBlock, Map<string, number>>();

/** Changes the options of a document. */
function setOptions(env: Parameters<typeof optionsOf>[0], attributes: string): void {
  const { pairs } = parseAttributes(attributes);
  if (env) env.kramdownOptions = withOptions(optionsOf(env), Object.fromEntries(pairs));
}

/** Returns whether text without Markdown is for HTML: it may be for other formats only. */
function isForHtml(attributes: string): boolean {
  const type = parseAttributes(attributes)
    .pairs.find(([name]) => name === "type")?.[1]
    .trim();
  return !type || type.split(/\s+/).includes("html");
}

/**
 * Parses `{::comment}`, `{::nomarkdown}` and `{::options}` on their own lines, up to `{:/}`.
 *
 * @see https://kramdown.gettalong.org/syntax.html#extensions
 */
export const extensionBlock = blockRule("{", (state, line, endLine, silent, source) => {
  const [, name, attributes = "", empty] = firstLine.exec(source) ?? [];
  if (silent || !name || (name === "nomarkdown" && !state.md.options.html)) return false;
  let end = line;
  if (!empty) {
    const missing = missingEnds.get(state) ?? new Map<string, number>();
    missingEnds.set(state, missing);
    const container = `${name} ${endLine} ${state.blkIndent}`;
    if (line >= (missing.get(container) ?? Number.POSITIVE_INFINITY)) return false;
    const stop = new RegExp(`^\\{:/(${name})?\\}\\s*$`);
    do end += 1;
    while (end < endLine && !stop.test(lineAt(state, end) ?? ""));
    if (end >= endLine) {
      missing.set(container, line);
      return false;
    }
    if (name === "nomarkdown" && isForHtml(attributes)) {
      pushHtml(state, "html_block", state.getLines(line + 1, end, state.blkIndent, true));
    }
  }
  if (name === "options") {
    setOptions(state.env, attributes);
    state.push("kramdown_extension", "", 0).hidden = true;
  }
  state.line = end + 1;
  return true;
});

/**
 * Parses the same extensions within text.
 *
 * @see https://kramdown.gettalong.org/syntax.html#extensions
 */
export const extensionSpan: RuleInline = (state, silent) => {
  const { src, pos, posMax } = state;
  if (!src.startsWith("{::", pos)) return false;
  const search = searchIn(state);
  if (search.next("}", pos).end > posMax) return false;
  inlineStart.lastIndex = pos;
  const [, name, attributes = "", empty] = inlineStart.exec(src) ?? [];
  if (!name || (name === "nomarkdown" && !state.md.options.html)) return false;
  const inner = inlineStart.lastIndex;
  const ends = ["{:/}", `{:/${name}}`].map((end) => search.next(end, inner));
  const close = empty ? { start: inner, end: inner } : ends.reduce((a, b) => (a.start < b.start ? a : b));
  if (close.end > posMax) return false;
  if (!silent && name === "options") setOptions(state.env, attributes);
  if (!silent && name === "nomarkdown" && isForHtml(attributes)) {
    pushHtml(state, "html_inline", src.slice(inner, close.start));
  }
  state.pos = close.end;
  return true;
};
