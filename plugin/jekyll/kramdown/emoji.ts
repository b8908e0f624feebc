import type { PluginWithOptions } from "markdown-it";
import MarkdownIt from "markdown-it";
import { load } from "../../utils/require.js";

// The package brings no declarations, so it is read with `require` and given a type here.
const { full } = load("markdown-it-emoji") as { full: PluginWithOptions };

const emojiName = /:[\w+-]+:/;
const emojiOnly = new MarkdownIt("zero").use(useEmoji);

/** Reads emoji by name. Faces such as `:)` stay, as in the plugin jemoji: kramdown's syntax has neither. */
export function useEmoji(md: MarkdownIt): void {
  const others = md.core.ruler.getRules("");
  md.use(full, { shortcuts: {} });
  const rule = md.core.ruler.getRules("").find((candidate) => !others.includes(candidate));
  // It tries all names at each place of a text, so it is left out where there cannot be one.
  if (rule) md.core.ruler.at("emoji", (state) => (emojiName.test(state.src) ? rule(state) : undefined));
}

/** Text with emoji in place of their names: `:floppy_disk: Foo` is `💾 Foo`. It stays text, nothing is escaped. */
export function emojify(text: string): string {
  if (!emojiName.test(text)) return text;
  const [inline] = emojiOnly.parseInline(text, {});
  return (inline?.children ?? []).map((token) => token.content).join("");
}
