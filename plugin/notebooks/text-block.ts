import { fill } from "../i18n/fill.js";
import type { Strings } from "../i18n/strings/types.js";
import { escapeHtml } from "../utils/html.js";
import { terminalText } from "./terminal-text.js";

/** The lines and characters of an output that are shown. The notebook, which the page links, has the rest. */
const maxLines = 500;
const maxCharacters = 100_000;

/** The lines and the characters of a line that fit on a phone without scrolling. */
const shownLines = 20;
const shownCharacters = 30;

/**
 * Returns text that a program wrote as a block, with a note on lines that are too many. It is in the tab order if it may be
 * larger than its box, so that it can be scrolled by keyboard.
 *
 * @returns An empty text for white space.
 */
export function textBlock(text: string, strings: Strings, className = "notebook-text"): string {
  const all = terminalText(text).replace(/^\n+/, "").trimEnd().split("\n");
  if (all.length === 1 && all[0]?.trim() === "") return "";
  let characters = 0;
  const shown = all.slice(0, maxLines).filter((line) => {
    characters += line.length + 1;
    return characters - line.length <= maxCharacters;
  });
  const lines = shown.map((line) =>
    line.length > maxCharacters ? `${line.slice(0, maxCharacters)}…` : line,
  );
  const isLarge = lines.length > shownLines || lines.some(({ length }) => length > shownCharacters);
  const more = all.length - lines.length;
  const note = more > 0 ? noteOf(fill(strings.notebook.moreLines, more)) : "";
  return `<pre class="${className}"${isLarge ? ' tabindex="0"' : ""}>${escapeHtml(lines.join("\n"))}\n</pre>\n${note}`;
}

/** Returns a sentence of the page's about an output. */
export const noteOf = (text: string): string => `<p class="notebook-note">${escapeHtml(text)}</p>\n`;
