import { unescapeHtml } from "../utils/html.js";
import type { Cell } from "./notebook.js";

/** Fenced code, whose lines may look like headings. */
const fences = /^(`{3,}|~{3,})[\s\S]*?^\1/gm;

const headings = /^ {0,3}(#{1,6})[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*$|^ {0,3}(\S.*)\n {0,3}(=+|-+)[ \t]*$/gm;

/**
 * Returns the title of a notebook by its text: its first heading, if that is of level 1, and nothing but images and links is
 * before it, or no other heading is of this level.
 */
export function titleOf(cells: readonly Cell[]): string | undefined {
  let [before, title] = ["", undefined as string | undefined];
  for (const { kind, source } of cells) {
    if (kind !== "markdown") continue;
    const text = source.replaceAll(fences, "");
    for (const { 1: marks, 2: words, 3: underlined, 4: line, index } of text.matchAll(headings)) {
      const isFirstLevel = marks ? marks === "#" : line?.startsWith("=");
      if (title !== undefined) {
        if (isFirstLevel) return undefined;
        continue;
      }
      if (!isFirstLevel) return undefined;
      title = plainText(words ?? underlined ?? "");
      if (!hasWords(before + text.slice(0, index))) return title || undefined;
    }
    if (title === undefined) before += text;
  }
  return title || undefined;
}

/** Returns whether Markdown has more than images, links such as badges, and comments. */
const hasWords = (markdown: string): boolean =>
  /[\p{L}\p{N}]/u.test(
    markdown
      .replaceAll(/<!--[\s\S]*?-->|<[a-z/][^<>]*>/gi, "")
      .replaceAll(/!\[[^[\]]*\]\([^()]*\)/g, "")
      .replaceAll(/\[[^[\]]*\]\([^()]*\)/g, ""),
  );

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
