import { parse } from "parse5";

/** An element of a page. */
export interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** The text in it, with blanks as one. */
  readonly text: string;
  /** Whether readers with a screen reader, and those without, are told nothing of it. */
  isHidden: boolean;
}

/** The part of parse5's trees that is used here. */
interface Node {
  nodeName: string;
  value?: string;
  attrs?: { name: string; value: string }[];
  childNodes?: Node[];
  content?: Node;
}

/** Reads HTML as a browser does. */
export const parsePage = (html: string): Node => parse(html) as Node;

/** Every element of a page in its order. */
export function elements(root: Node): Element[] {
  const found: Element[] = [];
  const visit = (node: Node, isHidden: boolean): void => {
    let hidden = isHidden;
    if (node.attrs) {
      const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
      hidden ||= "hidden" in attributes || attributes["aria-hidden"] === "true";
      found.push({
        name: node.nodeName,
        attributes,
        isHidden: hidden,
        get text() {
          return textOf(node).replaceAll(/\s+/g, " ").trim();
        },
      });
    }
    // What a <template> or a <noscript> holds is not on the page as it is shown.
    if (node.nodeName === "template") return;
    for (const child of node.childNodes ?? []) visit(child, hidden);
  };
  visit(root, false);
  return found;
}

const textOf = (node: Node): string => node.value ?? (node.childNodes ?? []).map(textOf).join("");
