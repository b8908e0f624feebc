import { type DefaultTreeAdapterMap, parseFragment } from "parse5";

/** An element as a browser would find it in a piece of HTML. */
export interface FoundElement {
  name: string;
  attributes: Record<string, string>;
  /** Whether it is MathML, in which `math` itself stands for all. */
  isMath: boolean;
}

/** Every element in a piece of HTML. */
export function elementsOf(html: string): FoundElement[] {
  const found: FoundElement[] = [];
  const open: DefaultTreeAdapterMap["node"][] = [parseFragment(html)];
  for (let node = open.pop(); node; node = open.pop()) {
    if ("tagName" in node) {
      found.push({
        name: node.tagName,
        attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
        isMath: node.namespaceURI === "http://www.w3.org/1998/Math/MathML",
      });
    }
    if ("childNodes" in node) open.push(...node.childNodes.toReversed());
  }
  return found;
}
