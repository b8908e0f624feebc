import type MarkdownIt from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { classes } from "../utils/markup.js";
import { withoutHtml } from "../utils/without-html.js";

/**
 * Renders an image with a title, alone in its paragraph or in a link there, as a figure with the title as its caption:
 * `![alternative text](a.jpg "Caption, with *Markdown*")`. An image with a label, `![Caption](a.jpg){#fig:x}`, is a figure as in
 * pandoc: without a title, the caption is its text. Any other image stays as it is. `@mdit/plugin-figure` would use the
 * alternative text as the caption if there is no title, and loses figures in lists.
 */
export function useFigures(md: MarkdownIt): void {
  // After attributes, which may follow the image.
  md.core.ruler.before("linkify", "indigo_figure", makeFigures);
}

function makeFigures(state: StateCore): void {
  state.tokens.forEach((token, index) => {
    const [open, close] = [state.tokens[index - 1], state.tokens[index + 1]];
    if (token.type !== "inline" || open?.type !== "paragraph_open" || !close) return;
    const image = onlyImage(token.children ?? []);
    if (!image || !(image.attrGet("title") || image.attrGet("id")?.startsWith("fig:"))) return;
    // In a list the paragraph is hidden.
    Object.assign(open, { type: "figure_open", tag: "figure", hidden: false });
    Object.assign(close, { type: "figure_close", tag: "figure", hidden: false });
    open.attrJoin("class", classes.figure);
    captionOfImage(state, open, token, image);
  });
}

/**
 * Adds the caption of an image to its figure: its title, or else its text. The caption is in the `meta` of the figure, and the
 * figure takes a label of the image.
 *
 * @param inline - The text that ends with the caption.
 */
export function captionOfImage(state: StateCore, figure: Token, inline: Token, image: Token): void {
  const title = image.attrGet("title");
  const id = image.attrGet("id");
  const isLabelled = id?.startsWith("fig:") ?? false;
  if (id && isLabelled) figure.attrSet("id", id);
  image.attrs = (image.attrs ?? []).filter(([name]) => name !== "title" && !(name === "id" && isLabelled));
  const captionTokens = title ? inlineWithoutHtml(state, title) : [...(image.children ?? [])];
  const caption = new state.Token("figcaption_open", "figcaption", 1);
  caption.attrSet("class", "caption");
  caption.meta = { isEmpty: captionTokens.length === 0 };
  figure.meta = { ...figure.meta, caption };
  inline.children?.push(caption, ...captionTokens, new state.Token("figcaption_close", "figcaption", -1));
}

/**
 * Parses Markdown in which HTML is text. The entities of a title are decoded already: `&lt;`, or text that a template
 * escaped, must not become markup.
 */
export function inlineWithoutHtml({ md, env }: StateCore, source: string): Token[] {
  const tokens: Token[] = [];
  withoutHtml(md, () => md.inline.parse(source, md, env, tokens));
  return tokens;
}

/** Returns the image, if a text consists of one image, by itself or in a link. */
function onlyImage(children: readonly Token[]): Token | undefined {
  const [first, second, third] = children;
  if (children.length === 1) return first?.type === "image" ? first : undefined;
  const isLinked = first?.type === "link_open" && second?.type === "image" && third?.type === "link_close";
  return children.length === 3 && isLinked ? second : undefined;
}
