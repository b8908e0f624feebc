import type MarkdownIt from "markdown-it";
import type Token from "markdown-it/lib/token.mjs";
import { escapeHtml } from "../../utils/html.js";
import { classes } from "../../utils/markup.js";

/** The `meta` of the first token of a caption. */
interface CaptionMeta {
  /** Whether it has no text. */
  isEmpty?: boolean;
  /** The text of its number: before its own, or alone. */
  start?: string;
}

/** Renders the numbers of captions. */
export function useCaptionNumbers(md: MarkdownIt): void {
  for (const type of ["figcaption_open", "caption_open"]) {
    const own = md.renderer.rules[type];
    md.renderer.rules[type] = (tokens, index, options, env, renderer) => {
      const html =
        own?.(tokens, index, options, env, renderer) ?? renderer.renderToken(tokens, index, options);
      const start = (tokens[index]?.meta as CaptionMeta | null)?.start;
      if (!start) return html;
      return `${html}<span class="${classes.captionNumber}">${escapeHtml(start.trimEnd())}</span>${/\s$/.test(start) ? " " : ""}`;
    };
  }
}

/** Returns the first token of the caption of a figure, table or listing. */
const captionOf = (token: Token): Token | undefined => (token.meta as { caption?: Token } | null)?.caption;

/**
 * Adds a number to the caption of a figure, table or listing.
 *
 * @param number - Such as "Figure 1", or "(a)".
 * @param template - What is around number and text: `%1: %2`.
 */
export function addCaptionNumber(token: Token, number: string, template: string): void {
  const caption = captionOf(token);
  if (!caption) return;
  const meta = (caption.meta ?? {}) as CaptionMeta;
  const [before = ""] = template.split("%2");
  caption.meta = { ...meta, start: meta.isEmpty ? number : before.replace("%1", () => number) };
}
