import { type Node, parsePage } from "../html-tree.js";

/** The lines of a page that are compared. */
export interface PageLines {
  /** What readers and search engines read: the text of each block, and attributes such as `alt`. */
  text: string[];
  /** Where links, images, styles and scripts point to. */
  links: string[];
  /** The start tags. */
  markup: string[];
}

const inline = new Set(
  "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s small span strong sub sup time u var wbr #text math mi mn mo mrow msub msup msubsup mfrac mtext semantics".split(
    " ",
  ),
);

const textAttributes = new Set(["alt", "title", "aria-label", "content", "placeholder", "lang", "datetime"]);
const linkAttributes = new Set(["href", "src", "srcset", "poster", "action"]);

/** Returns the lines of an HTML page, as a browser reads it. */
export function pageLines(html: string): PageLines {
  const lines: PageLines = { text: [], links: [], markup: [] };
  let line = "";
  const endLine = (): void => {
    const text = line.replaceAll(/\s+/g, " ").trim();
    if (text !== "") lines.text.push(text);
    line = "";
  };
  // Without recursion, since a page may nest elements deeper than calls. A text in place of a node ends a block.
  const pending: (Node | "end")[] = [parsePage(html)];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node === "end") {
      endLine();
      continue;
    }
    if (node.nodeName === "#text") line += node.value ?? "";
    if (node.attrs) addTag(node, lines);
    const isBlock = !inline.has(node.nodeName);
    if (isBlock) {
      endLine();
      pending.push("end");
    }
    pending.push(...(node.content?.childNodes ?? node.childNodes ?? []).toReversed());
  }
  endLine();
  return lines;
}

function addTag({ nodeName, attrs = [] }: Node, lines: PageLines): void {
  // A browser gives the order of attributes no meaning.
  const sorted = attrs.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  lines.markup.push(`<${[nodeName, ...sorted.map(({ name, value }) => `${name}="${value}"`)].join(" ")}>`);
  for (const { name, value } of sorted) {
    if (textAttributes.has(name) && value.trim() !== "")
      lines.text.push(value.replaceAll(/\s+/g, " ").trim());
    if (linkAttributes.has(name)) lines.links.push(value);
  }
}
