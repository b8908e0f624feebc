import { blockRule, lineAt, pushHtml, spanRule } from "./rules.js";

const names = "comment|nomarkdown|options";
const firstLine = new RegExp(`^\\{::(${names})(?:\\s[^}]*?)?(\\/)?\\}\\s*$`);
const inlineExtension = new RegExp(`\\{::(${names})(?:\\s[^}]*?)?(?:\\/\\}|\\}(.*?)\\{:\\/\\1?\\})`, "sy");

/**
 * Parses `{::comment}`, `{::nomarkdown}` and `{::options}` on their own lines, up to `{:/}`.
 *
 * @see https://kramdown.gettalong.org/syntax.html#extensions
 */
export const extensionBlock = blockRule("{", (state, line, endLine, silent, source) => {
  const [, name, empty] = firstLine.exec(source) ?? [];
  if (silent || !name) return false;
  let end = line;
  if (!empty) {
    const stop = new RegExp(`^\\{:/(${name})?\\}\\s*$`);
    do end += 1;
    while (end < endLine && !stop.test(lineAt(state, end) ?? ""));
    if (end >= endLine) return false;
    if (name === "nomarkdown") {
      pushHtml(state, "html_block", state.getLines(line + 1, end, state.blkIndent, true));
    }
  }
  state.line = end + 1;
  return true;
});

/**
 * Parses the same extensions within text.
 *
 * @see https://kramdown.gettalong.org/syntax.html#extensions
 */
export const extensionSpan = spanRule("{", inlineExtension, (state, [, name, content = ""]) => {
  if (name === "nomarkdown") pushHtml(state, "html_inline", content);
});
