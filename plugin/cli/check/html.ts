import { parse } from "parse5";

/** An element of a page. */
export interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** The text content, with white space collapsed. */
  readonly text: string;
  /** Whether it is hidden from screen readers or from everyone. */
  isHidden: boolean;
}

/** The fields of a parse5 node that are used here. */
interface Node {
  nodeName: string;
  value?: string;
  attrs?: { name: string; value: string }[];
  childNodes?: Node[];
  content?: Node;
}

/** Parses HTML as a browser does. */
export const parsePage = (html: string): Node => parse(html) as Node;

/** Returns every element of a page in document order. */
export function elements(root: Node): Element[] {
  const all: Element[] = [];
  const visit = (node: Node, isHidden: boolean): void => {
    let hidden = isHidden;
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
    if (node.nodeName === "template") return;
    for (const child of node.childNodes ?? []) visit(child, hidden);
  };
  visit(root, false);
  return all;
}

const textOf = (node: Node): string => node.value ?? (node.childNodes ?? []).map(textOf).join("");
