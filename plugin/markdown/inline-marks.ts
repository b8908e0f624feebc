import { dl } from "@mdit/plugin-dl";
import { mark } from "@mdit/plugin-mark";
import { sub } from "@mdit/plugin-sub";
import { sup } from "@mdit/plugin-sup";
import type MarkdownIt from "markdown-it";
import { rulesOf } from "./rules.js";

/**
 * Renders what pandoc and kramdown have in addition to Markdown: `H~2~O`, `x^2^`, `==marked==`, and definition lists. A plugin of the
 * author's for one of them takes precedence.
 *
 * @see https://pandoc.org/MANUAL.html#superscripts-and-subscripts
 * @see https://michelf.ca/projects/php-markdown/extra/#def-list
 */
export function useInlineMarks(md: MarkdownIt): void {
  const names = new Set([...rulesOf(md, "inline"), ...rulesOf(md, "block")].map(({ name }) => name));
  if (!names.has("sub")) md.use(sub);
  if (!names.has("sup")) md.use(sup);
  if (!names.has("mark")) md.use(mark);
  if (!names.has("dl") && !names.has("deflist")) md.use(dl);
}
