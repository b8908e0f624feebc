import { createRequire } from "node:module";
import type { PluginWithOptions } from "markdown-it";
import MarkdownIt from "markdown-it";

// The package brings no declarations, so it is read with `require` and given a type here.
const load = createRequire(import.meta.url);
const { full } = load("markdown-it-emoji") as { full: PluginWithOptions };

const emojiOnly = new MarkdownIt("zero").use(useEmoji);

/** Reads emoji by name. Faces such as `:)` stay, as in the plugin jemoji: kramdown's syntax has neither. */
export function useEmoji(md: MarkdownIt): void {
  md.use(full, { shortcuts: {} });
}

/** Text with emoji in place of their names: `:floppy_disk: Foo` is `💾 Foo`. It stays text, nothing is escaped. */
export function emojify(text: string): string {
  if (!/:[\w+-]+:/.test(text)) return text;
  const [inline] = emojiOnly.parseInline(text, {});
  return (inline?.children ?? []).map((token) => token.content).join("");
}
