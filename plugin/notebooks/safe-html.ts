import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { charactersOnPhone } from "../markdown/index.js";
import { escapeHtml } from "../utils/html.js";
import { allowedTags, type HtmlContext, isDropped } from "./allowed-html.js";
import type { ShownFile } from "./page-files.js";
import { safeSvgElement } from "./safe-svg.js";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** What of an output's HTML can be shown. */
export interface SafeHtml {
  html: string;
  /** Whether a script, or a frame, shows something in its place or of it. */
  isScripted: boolean;
  /** Whether it hides parts that a script or style would show. */
  hasHidden: boolean;
  /** Whether what is left has more than bare words: a table, an image, a list. */
  isRich: boolean;
}

/** How deep elements may be in one another. Of deeper ones the text stays. */
const maxDepth = 100;

/** The characters of the longest HTML that is read. */
export const maxHtml = 2_000_000;

/**
 * Returns the HTML of an output with elements and attributes that neither run a script, set styles nor load a file from
 * elsewhere. Each element is closed, so that it can't change the page around it.
 */
export function safeHtml(
  source: string,
  context: HtmlContext,
  addSvg: (markup: string) => ShownFile | undefined,
): SafeHtml {
  const { childNodes } = parseFragment(source);
  const result: SafeHtml = { html: "", isScripted: false, hasHidden: false, isRich: false };

  function write(node: Node, depth: number): string {
    if (node.nodeName === "#text") return escapeHtml(textValue(node));
    if (!("tagName" in node)) return "";
    const { tagName: name } = node;
    if (/^(?:script|iframe|object|embed|canvas)$/.test(name)) result.isScripted = true;
    if (name === "svg") return drawing(node);
    const values = new Map(node.attrs.map((each) => [each.name, each.value]));
    if (name === "iframe") {
      const link = allowedTags(name, values, context)?.open ?? "";
      if (link) result.isRich = true;
      return link;
    }
    if (isDropped(name)) return "";
    if (values.has("hidden") || /(?:^|[;\s])display:\s*none/i.test(values.get("style") ?? "")) {
      result.hasHidden = true;
      return "";
    }
    if (depth > maxDepth) return escapeHtml(textOf(node));
    if (richElements.has(name)) result.isRich = true;
    // A header without words is none for a reader.
    const isEmptyHeader = name === "th" && textOf(node).trim() === "" && !hasElements(node);
    const tags = allowedTags(isEmptyHeader ? "td" : name, values, context);
    const inner = node.childNodes.map((child) => write(child, depth + 1)).join("");
    if (!tags) return inner;
    const open = name === "table" && !isWide(node) ? tags.open.replace(' tabindex="0"', "") : tags.open;
    return `${open}${inner}${tags.close}`;
  }

  function drawing(node: Element): string {
    const file = addSvg(safeSvgElement(node).markup);
    // Symbols for others are drawings without a size.
    if (
      !file ||
      node.attrs.some(({ name, value }) => name === "style" && /display:\s*none|width:\s*0/.test(value))
    )
      return "";
    const src = { name: "src", value: file.src };
    result.isRich = true;
    return allowedTags("img", new Map([["src", src.value]]), { ...context, fileOf: () => file })?.open ?? "";
  }

  result.html = childNodes.map((node) => write(node, 0)).join("");
  return result;
}

const richElements = new Set("table img video audio pre ul ol dl p h1 h2 h3 h4 h5 h6 blockquote".split(" "));

const textValue = (node: Node): string =>
  node.nodeName === "#text" ? (node as DefaultTreeAdapterTypes.TextNode).value : "";

/** Returns the text of an element without recursion, as it may be deep. */
function textOf(element: Element): string {
  let text = "";
  const waiting: Node[] = [...element.childNodes].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    text += textValue(node);
    if ("tagName" in node && !isDropped(node.tagName)) {
      for (let at = node.childNodes.length - 1; at >= 0; at -= 1) {
        const child = node.childNodes[at];
        if (child) waiting.push(child);
      }
    }
  }
  return text;
}

const hasElements = ({ childNodes }: Element): boolean => childNodes.some((node) => "tagName" in node);

/** Returns whether a table may be wider than a phone: by the longest word of each column. */
function isWide(table: Element): boolean {
  const longest: number[] = [];
  const rows = (node: Element, depth = 0): Element[] =>
    node.childNodes.flatMap((child) => {
      if (!("tagName" in child)) return [];
      return child.tagName === "tr" ? [child] : depth < 2 ? rows(child, depth + 1) : [];
    });
  for (const row of rows(table)) {
    for (const [column, cell] of row.childNodes.filter((node) => "tagName" in node).entries()) {
      const words = textOf(cell as Element).split(/\s+/);
      longest[column] = Math.max(longest[column] ?? 0, ...words.map(({ length }) => length + 2));
    }
  }
  return longest.reduce((sum, length) => sum + length, 0) > charactersOnPhone;
}
