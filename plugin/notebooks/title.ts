import { unescapeHtml } from "../utils/html.js";
import type { Cell } from "./notebook.js";

/** Fenced code, whose lines may look like headings. */
const fences = /^(`{3,}|~{3,})[\s\S]*?^\1/gm;

/**
 * Returns the text of the first heading of a notebook, if it is of level 1; undefined otherwise.
 */
export function titleOf(cells: readonly Cell[]): string | undefined {
  for (const { kind, source } of cells) {
    if (kind !== "markdown") continue;
    const text = source.replaceAll(fences, "");
    const [heading, marks, words, underlined, line] =
      /^ {0,3}(#{1,6})[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*$|^ {0,3}(\S.*)\n {0,3}(=+|-+)[ \t]*$/m.exec(text) ?? [];
    if (heading === undefined) continue;
    const isFirstLevel = marks ? marks === "#" : line?.startsWith("=");
    return (isFirstLevel && plainText(words ?? underlined ?? "")) || undefined;
  }
  return undefined;
}

/** Returns Markdown in one line as text. */
export const plainText = (markdown: string): string =>
  unescapeHtml(
    markdown
      .replaceAll(/<\/?[a-z][^<>]*>/gi, "")
      .replaceAll(/!?\[([^[\]]*)\]\([^()\s]*\)/g, "$1")
      .replaceAll(/(?:\*\*|__|[*`])(?=\S)|(?<=\S)(?:\*\*|__|[*`])/g, "")
      .replaceAll(/\\([!-/:-@[-`{-~])/g, "$1")
      .replaceAll(/\s*\{[#.][^{}]*\}\s*$/g, ""),
  ).trim();
