import { escapeHtml } from "../../utils/html.js";
import { classes } from "../../utils/markup.js";
import type { LineMark } from "./ranges.js";

/** How a block of code is shown, in addition to its code and language. */
export interface CodeLook {
  /** A title above the code, such as the name of its file. */
  title?: string | undefined;
  /** A caption above the code, as HTML. */
  captionHtml?: string | undefined;
  /** The number of the first line, if lines have numbers. */
  firstNumber?: number | undefined;
  /** How lines are marked, by their number from 1. */
  marks?: ReadonlyMap<number, LineMark> | undefined;
  /** Whether long lines wrap instead of scrolling. */
  wrap?: boolean | undefined;
}

/**
 * Returns the attributes and content of `<code>`. Lines with numbers or marks are elements. Numbers are in an attribute and
 * signs in the styles, so that neither is part of a copy of the code.
 *
 * @param html - Highlighted code: escaped text in elements `<span>`.
 */
export function codeElement(html: string, { firstNumber, marks, wrap }: CodeLook): string {
  const hasMarks = marks !== undefined && marks.size > 0;
  if (firstNumber === undefined && !hasMarks)
    return wrap ? `<code class="${classes.codeLines} code-wrap">${html}</code>` : `<code>${html}</code>`;
  const lines = linesOf(html);
  const names: string[] = [classes.codeLines];
  if (firstNumber !== undefined) {
    const { length } = String(firstNumber + lines.length - 1);
    names.push("code-numbers", ...(length > 2 ? [`code-digits-${length}`] : []));
  }
  if ([...(marks?.values() ?? [])].some((mark) => mark !== "mark")) names.push("code-changes");
  if (wrap) names.push("code-wrap");
  const content = lines.map((line, index) => {
    const tag = marks?.get(index + 1) ?? "span";
    const number = firstNumber === undefined ? "" : ` data-line="${firstNumber + index}"`;
    return `<${tag} class="line"${number}>${line}</${tag}>`;
  });
  return `<code class="${names.join(" ")}">${content.join("\n")}${html.endsWith("\n") ? "\n" : ""}</code>`;
}

/** Splits highlighted code at its line breaks. An element over several lines, such as a comment, becomes one in each. */
function linesOf(html: string): string[] {
  const lines: string[] = [];
  const open: string[] = [];
  let line = "";
  const close = (): void => {
    lines.push((line + "</span>".repeat(open.length)).replaceAll(/<span[^>]*><\/span>/g, ""));
    line = open.join("");
  };
  for (const part of html.replace(/\n$/, "").split(/(<span[^>]*>|<\/span>|\n)/)) {
    if (part === "\n") {
      close();
      continue;
    }
    line += part;
    if (part === "</span>") open.pop();
    else if (part.startsWith("<span")) open.push(part);
  }
  close();
  return lines;
}

/** Returns the caption and title above the code; empty without either. */
export function codeHead({ title, captionHtml }: CodeLook): string {
  const caption = captionHtml ? `<span class="code-caption">${captionHtml}</span>` : "";
  const name = title ? `<span class="code-title">${escapeHtml(title)}</span>` : "";
  return caption || name ? `<figcaption class="${classes.codeHead}">${caption}${name}</figcaption>` : "";
}
