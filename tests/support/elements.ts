import { type DefaultTreeAdapterMap, parseFragment } from "parse5";

/** An element of HTML as a browser parses it. */
export interface HtmlElement {
  name: string;
  attributes: Record<string, string>;
  /** Whether it is a MathML element. */
  isMath: boolean;
}

/** Returns every element in an HTML fragment. */
export function elementsOf(html: string): HtmlElement[] {
  const elements: HtmlElement[] = [];
  const open: DefaultTreeAdapterMap["node"][] = [parseFragment(html)];
  for (let node = open.pop(); node; node = open.pop()) {
    if ("tagName" in node) {
      elements.push({
        name: node.tagName,
        attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
        isMath: node.namespaceURI === "http://www.w3.org/1998/Math/MathML",
      });
    }
    if ("childNodes" in node) open.push(...node.childNodes.toReversed());
  }
  return elements;
}
