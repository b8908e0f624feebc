import type { PluginWithOptions } from "markdown-it";
import MarkdownIt from "markdown-it";
import { load } from "../../utils/require.js";

// The package has no type declarations: load it with `require` and type it here.
const { full } = load("markdown-it-emoji") as { full: PluginWithOptions };

const emojiName = /:[\w+-]+:/;
const emojiOnly = new MarkdownIt("zero").use(useEmoji);

/** Replaces emoji names. Emoticons such as `:)` stay, as in the plugin jemoji. */
export function useEmoji(md: MarkdownIt): void {
  const others = md.core.ruler.getRules("");
  md.use(full, { shortcuts: {} });
  const rule = md.core.ruler.getRules("").find((candidate) => !others.includes(candidate));
  // The rule tries all names at each position of a text: skip it for texts without a name.
  if (rule) md.core.ruler.at("emoji", (state) => (emojiName.test(state.src) ? rule(state) : undefined));
}

/** Replaces emoji names in plain text: `:floppy_disk: Foo` becomes `💾 Foo`. Escapes nothing. */
export function emojify(text: string): string {
  if (!emojiName.test(text)) return text;
  const [inline] = emojiOnly.parseInline(text, {});
  return (inline?.children ?? []).map((token) => token.content).join("");
}

/** The keys of `_config.yml` that name a site's Jekyll plugins. */
export interface PluginSettings {
  readonly plugins?: unknown;
  readonly gems?: unknown;
}

/**
 * Returns whether emoji names are replaced in a site: if it has the plugin jemoji, as on Jekyll. A site without a list of plugins
 * has them too, since nothing says that it does not.
 */
export function hasEmoji({ plugins, gems }: PluginSettings): boolean {
  const names = [plugins ?? [], gems ?? []].flat();
  return names.length === 0 || names.includes("jemoji");
}
