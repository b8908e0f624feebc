import { classes } from "../../utils/markup.js";
import { type Attributes, takeAttributes } from "../attributes.js";
import { anyClose, anyOpen } from "../braces.js";
import { attributeOf, attributesOf, type Block, element, inlineText, type Kind } from "./block.js";

/** Braces at the end of a title that contain the word `open`, which is no attribute of pandoc's. */
const openWord = new RegExp(
  String.raw`[${anyOpen}]([^${anyOpen}${anyClose}]*?)(?<![\w=.#-])open(?![\w=-])([^${anyOpen}${anyClose}]*)[${anyClose}]\s*$`,
);

/**
 * Renders `::: details Summary` as text that folds out; `{open}` after the summary, or `open=true`, has it unfolded. Folds with
 * the same `name=` close one another.
 */
export const details: Kind = (block, context) => {
  const { title, isOpen, attributes } = summaryOf(block);
  const summary = element(context, "summary", {}, [
    inlineText(context, title || context.strings.details, block.open.map),
  ]);
  return element(
    context,
    "details",
    {
      ...attributesOf(block, classes.fold, ...attributes.classes),
      ...(attributes.id && { id: attributes.id }),
      name: attributeOf(block, "name"),
      open: isOpen ? "" : undefined,
    },
    [...summary, ...context.render(block.inner)],
  );
};

function summaryOf(block: Block): { title: string; isOpen: boolean; attributes: Attributes } {
  const { title } = block.div;
  const isOpen = attributeOf(block, "open") !== undefined && attributeOf(block, "open") !== "false";
  const match = openWord.exec(title);
  if (!match) return { title, isOpen, attributes: { classes: [], others: [] } };
  const others = `${match[1] ?? ""} ${match[2] ?? ""}`.trim();
  return {
    title: title.slice(0, match.index).trim(),
    isOpen: true,
    attributes: takeAttributes(others && `{${others}}`).attributes,
  };
}
