import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";

/**
 * Keeps what markdown-it notes about a text out of its environment, which for Eleventy is the page's data: an
 * author's own `footnotes` or `references` would be taken for notes, and those of an earlier text would come again.
 * kramdown's syntax has no part in this.
 */
export function ownEnvironment(state: StateCore): void {
  const own = { footnotes: undefined, abbreviations: undefined, references: undefined };
  state.env = Object.assign(Object.create(state.env ?? null), own);
}
