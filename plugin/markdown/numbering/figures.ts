import type MarkdownIt from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { classes } from "../../utils/markup.js";
import type { Div } from "../divs.js";
import { captionOfImage } from "../figures.js";
import { closingIndex } from "./blocks.js";
import { captionTokens } from "./captions.js";
import { kindOfLabel, statementKindOf } from "./kinds.js";

/**
 * Renders a div whose id starts with `fig:` as a figure: its last paragraph is the caption, and each image of several is a part
 * with a letter. Images of one paragraph are in one row.
 *
 * @see https://lierdakil.github.io/pandoc-crossref/#subfigures
 */
export function useFigureDivs(md: MarkdownIt): void {
  // After attributes, which are those of images, and before images become figures by themselves.
  md.core.ruler.before("indigo_figure", "indigo_figure_div", (state) => {
    if (!state.tokens.some(isFigureDiv)) return;
    for (let index = state.tokens.length - 1; index >= 0; index -= 1)
      if (isFigureDiv(state.tokens[index])) makeFigure(state, index);
  });
}

function isFigureDiv(token: Token | undefined): boolean {
  if (token?.type !== "div_open") return false;
  const div = token.meta as Div;
  return kindOfLabel(div.attributes.id ?? "") === "figure" && !statementKindOf(div);
}

/** A part of a figure: an image, perhaps in a link. */
type Part = Token[];

/** Returns the images of a paragraph; nothing if it has other content. */
function partsOf(inline: Token | undefined): Part[] | undefined {
  const parts: Part[] = [];
  let open: Part | undefined;
  for (const child of inline?.children ?? []) {
    if (child.type === "link_open") open = [child];
    else if (child.type === "link_close" && open?.length === 2) {
      parts.push([...open, child]);
      open = undefined;
    } else if (child.type === "image") {
      if (open) open.push(child);
      else parts.push([child]);
    } else if (!/^(?:soft|hard)break$/.test(child.type) && child.content.trim() !== "") return undefined;
  }
  return parts.length > 0 && !open ? parts : undefined;
}

const imageOf = (part: Part): Token => part.find(({ type }) => type === "image") as Token;

function makeFigure(state: StateCore, start: number): void {
  const { tokens } = state;
  const open = tokens[start] as Token;
  const end = closingIndex(tokens, start, "div_close");
  Object.assign(open, { type: "figure_open", tag: "figure" });
  Object.assign(tokens[end] as Token, { type: "figure_close", tag: "figure" });
  const paragraphs: number[] = [];
  for (let at = start + 1; at < end; at += 1)
    if (tokens[at]?.type === "paragraph_open" && tokens[at]?.level === open.level + 1) paragraphs.push(at);
  const rows = paragraphs.flatMap((at) => {
    const parts = partsOf(tokens[at + 1]);
    return parts ? [{ at, parts }] : [];
  });
  const images = rows.flatMap(({ parts }) => parts);
  const [only] = images;
  const isOne = images.length === 1 && only && imageOf(only).attrGet("id") === null;
  open.attrSet(
    "class",
    [classes.figure, ...(isOne || images.length === 0 ? [] : ["subfigures"]), ...classNames(open)].join(" "),
  );
  // The last paragraph; the first, if something else is last.
  const captions = paragraphs.filter((at) => !rows.some((row) => row.at === at));
  const last = captions.find((at) => at + 3 === end - 1) ?? captions.find((at) => at === start + 1);
  if (last !== undefined) makeCaption(tokens, last, open);
  else if (!isOne) tokens.splice(end, 0, ...captionTokens(state, "figcaption", "", open));
  for (const { at, parts } of rows.toReversed()) {
    const inline = tokens[at + 1] as Token;
    tokens.splice(at, 3, ...(isOne ? [inline] : rowOf(state, parts, open.level + 1)));
    if (isOne && last === undefined) captionOfImage(state, open, inline, imageOf(only));
  }
}

const classNames = (open: Token): string[] => (open.attrGet("class") ?? "").split(/\s+/).filter(Boolean);

/** Makes the paragraph at an index the caption of a figure. */
function makeCaption(tokens: readonly Token[], at: number, figure: Token): void {
  const [open, close] = [tokens[at], tokens[at + 2]];
  if (!open || !close) return;
  Object.assign(open, { type: "figcaption_open", tag: "figcaption", meta: { isEmpty: false } });
  Object.assign(close, { type: "figcaption_close", tag: "figcaption" });
  open.attrJoin("class", "caption");
  figure.meta = { ...figure.meta, caption: open };
}

/** Returns a row of parts. */
function rowOf(state: StateCore, parts: readonly Part[], level: number): Token[] {
  const block = (type: string, tag: string, nesting: -1 | 0 | 1): Token =>
    Object.assign(new state.Token(type, tag, nesting), { block: true, level });
  const row = block("subfigure_row_open", "div", 1);
  row.attrSet("class", "subfigure-row");
  const figures = parts.flatMap((part) => {
    const image = imageOf(part);
    const open = block("figure_open", "figure", 1);
    open.attrSet("class", "subfigure");
    open.meta = { isPart: true };
    const share = /^(\d{1,3})(?:\.\d+)?%$/.exec(image.attrGet("width") ?? "")?.[1];
    if (share) {
      image.attrs = (image.attrs ?? []).filter(([name]) => name !== "width");
      const tenths = Math.min(10, Math.max(1, Math.round(Number(share) / 10)));
      open.attrJoin("class", `subfigure-${tenths * 10}`);
    }
    const inline = block("inline", "", 0);
    inline.children = part;
    captionOfImage(state, open, inline, image);
    return [open, inline, block("figure_close", "figure", -1)];
  });
  return [row, ...figures, block("subfigure_row_close", "div", -1)];
}
