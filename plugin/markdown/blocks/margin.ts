import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { classes } from "../../utils/markup.js";
import { attributesOf, element, type Kind } from "./block.js";

/** The class with which an author places a span, an image or its caption in the margin. */
const marginClass = "margin";
const captionClass = "margin-caption";

/** Renders `::: margin` as a note beside the text. */
export const margin: Kind = (block, context) =>
  element(
    context,
    "div",
    { ...attributesOf(block, classes.marginNote), role: "note" },
    context.render(block.inner),
  );

/**
 * Makes notes of spans with the class `margin`, `[text]{.margin}`, and moves that class, and `margin-caption`, from an image to
 * its figure.
 */
export function placeInMargin({ tokens }: StateCore): void {
  for (const [index, token] of tokens.entries()) {
    if (token.type !== "inline") continue;
    const figure = tokens[index - 1];
    for (const child of token.children ?? []) {
      if (child.type === "span_open" && takeClass(child, marginClass)) {
        prependClass(child, classes.marginNote);
        child.attrSet("role", "note");
      } else if (child.type === "image" && figure?.type === "figure_open") {
        if (takeClass(child, marginClass)) figure.attrJoin("class", classes.marginNote);
        else if (takeClass(child, captionClass)) {
          figure.attrJoin("class", captionClass);
          putCaptionFirst(token);
        }
      }
    }
  }
}

/** Moves the caption of a figure before its image, beside which it floats. */
function putCaptionFirst(figure: Token): void {
  const children = figure.children ?? [];
  const start = children.findIndex(({ type }) => type === "figcaption_open");
  if (start > 0) figure.children = [...children.slice(start), ...children.slice(0, start)];
}

/** Removes a class from a token. Returns whether it had it. */
function takeClass(token: Token, name: string): boolean {
  const names = (token.attrGet("class") ?? "").split(/\s+/);
  if (!names.includes(name)) return false;
  const others = names.filter((each) => each !== name).join(" ");
  if (others) token.attrSet("class", others);
  else token.attrs = (token.attrs ?? []).filter(([key]) => key !== "class");
  return true;
}

function prependClass(token: Token, name: string): void {
  token.attrSet("class", [name, token.attrGet("class") ?? ""].filter(Boolean).join(" "));
}
