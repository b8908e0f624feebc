import type MarkdownIt from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { classes } from "../utils/markup.js";

/**
 * Makes a picture with a title that stands alone in its paragraph, in a link or not, a figure with the title as its
 * caption: `![what it shows](a.jpg "Caption, with *Markdown*")`. One without a title stays a picture.
 * `@mdit/plugin-figure` takes the alternative text for a caption where there is no title, and loses figures in lists.
 */
export function useFigures(md: MarkdownIt): void {
  md.core.ruler.after("inline", "indigo_figure", makeFigures);
}

function makeFigures(state: StateCore): void {
  state.tokens.forEach((token, index) => {
    const [open, close] = [state.tokens[index - 1], state.tokens[index + 1]];
    if (token.type !== "inline" || open?.type !== "paragraph_open" || !close) return;
    const image = onlyImage(token.children ?? []);
    const title = image?.attrGet("title");
    if (!image || !title) return;
    image.attrs = (image.attrs ?? []).filter(([name]) => name !== "title");
    // In a list the paragraph itself is not shown.
    Object.assign(open, { type: "figure_open", tag: "figure", hidden: false });
    Object.assign(close, { type: "figure_close", tag: "figure", hidden: false });
    open.attrJoin("class", classes.figure);
    const caption = new state.Token("figcaption_open", "figcaption", 1);
    caption.attrSet("class", "caption");
    const words: Token[] = [];
    parseWithoutHtml(state, title, words);
    token.children?.push(caption, ...words, new state.Token("figcaption_close", "figcaption", -1));
  });
}

/**
 * Reads Markdown in which HTML is text: a title has been read once, and what was written as text in it, such as `&lt;`, or
 * escaped by a template, must not become markup.
 */
function parseWithoutHtml({ md, env }: StateCore, source: string, tokens: Token[]): void {
  const { html } = md.options;
  md.options.html = false;
  try {
    md.inline.parse(source, md, env, tokens);
  } finally {
    md.options.html = html;
  }
}

/** The picture that a text consists of, by itself or in a link. */
function onlyImage(children: readonly Token[]): Token | undefined {
  const [first, second, third] = children;
  if (children.length === 1) return first?.type === "image" ? first : undefined;
  const isLinked = first?.type === "link_open" && second?.type === "image" && third?.type === "link_close";
  return children.length === 3 && isLinked ? second : undefined;
}
