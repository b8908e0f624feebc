import { calloutAttributes, calloutKinds } from "../callouts.js";
import { attributesOf, element, inlineText, type Kind } from "./block.js";

/** The divs `::: note Title`, and those of the other kinds, as callouts. The default title is the UI string of the kind. */
export const callouts: Readonly<Record<string, Kind>> = Object.fromEntries(
  calloutKinds.map((kind): [string, Kind] => [
    kind,
    (block, context) => {
      const { class: names, ...attributes } = calloutAttributes(kind);
      const title = block.div.title || context.strings.callouts[kind];
      return element(context, "div", { ...attributesOf(block, names), ...attributes }, [
        ...element(context, "p", { class: "callout-title" }, [inlineText(context, title, block.open.map)]),
        ...context.render(block.inner),
      ]);
    },
  ]),
);
