import { type Node, parsePage } from "../html-tree.js";

export { parsePage };

/** An element of a page. */
export interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** The text content, with white space collapsed. */
  readonly text: string;
  /** Whether it is hidden from screen readers or from everyone. */
  isHidden: boolean;
}

/** Returns every element of a page in document order. */
export function elements(root: Node): Element[] {
  const all: Element[] = [];
  // Without recursion, since a page may nest elements deeper than calls.
  const pending: { node: Node; isHidden: boolean }[] = [{ node: root, isHidden: false }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node } = next;
    let hidden = next.isHidden;
    if (node.attrs) {
      const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
      hidden ||= "hidden" in attributes || attributes["aria-hidden"] === "true";
      all.push({
        name: node.nodeName,
        attributes,
        isHidden: hidden,
        get text() {
          return textOf(node).replaceAll(/\s+/g, " ").trim();
        },
      });
    }
    // The content of a <template> or a <noscript> is not part of the page.
    if (node.nodeName === "template") continue;
    for (const child of (node.childNodes ?? []).toReversed()) pending.push({ node: child, isHidden: hidden });
  }
  return all;
}

function textOf(root: Node): string {
  let text = "";
  const pending = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.value !== undefined) text += node.value;
    else for (const child of (node.childNodes ?? []).toReversed()) pending.push(child);
  }
  return text;
}
