import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import { templateName } from "../utils/errors.js";

/**
 * Keeps what markdown-it notes about a text out of its environment, which for Eleventy is the page's data: an
 * author's own `footnotes` or `references` would be taken for notes, and those of an earlier text would come again.
 * No syntax has a part in this.
 */
export function ownEnvironment(state: StateCore): void {
  const own = { footnotes: undefined, abbreviations: undefined, references: undefined };
  state.env = Object.assign(Object.create(state.env ?? null), own);
}

/** What a page's text is rendered with: the page's data. */
export interface PageEnvironment {
  page?: { inputPath?: string };
}

/** The file that a text is from, for messages. */
export const sourceOfPage = (env: PageEnvironment | undefined): string =>
  env?.page?.inputPath ? templateName(env.page.inputPath) : "a template";
