import type Token from "markdown-it/lib/token.mjs";
import { plainBraces } from "../attributes.js";

/** What is known of a formula before it is rendered; the `meta` of tokens `math_inline` and `math_block`. */
export interface FormulaMeta {
  /** Whether a formula within a text is displayed on its own line. */
  isDisplayed?: boolean;
  /** The names of its equations: `\label{eq:euler}`. */
  labels?: readonly string[];
}

/** Makes a token that of a formula: its `content` is the TeX, its `markup` what opens it. */
export function formulaToken(token: Token, source: string, markup: string, isDisplayed = false): void {
  const content = plainBraces(source);
  const labels = Array.from(content.matchAll(/\\label\s*\{([^{}]*)\}/g), ([, name = ""]) => name.trim());
  const meta: FormulaMeta = { ...(isDisplayed && { isDisplayed }), ...(labels.length > 0 && { labels }) };
  Object.assign(token, { content, markup, meta: Object.keys(meta).length > 0 ? meta : null });
}

/** Returns what closes a formula. */
export const closingOf = (markup: string): string =>
  markup === "\\(" ? "\\)" : markup === "\\[" ? "\\]" : markup;
