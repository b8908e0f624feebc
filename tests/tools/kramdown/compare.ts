import { type DefaultTreeAdapterMap, parseFragment } from "parse5";
import { differences } from "./differences.ts";

type Node = DefaultTreeAdapterMap["node"];

const spans = new Set(
  (
    "a abbr acronym b big br button cite code del dfn em font i img input ins kbd label mark q s samp select small span " +
    "strong sub sup tt u var"
  ).split(" "),
);

/** Returns the value of an attribute so that equal ones are written alike: classes have no order, URLs may be encoded. */
function normal(name: string, value: string): string {
  if (name === "class") return value.split(/\s+/).filter(Boolean).sort().join(" ");
  if (name !== "href" && name !== "src") return value;
  try {
    return decodeURI(value);
  } catch {
    return value;
  }
}

/** Returns HTML as lines of tags and text that are equal for equal documents, without the deliberate differences. */
export function comparable(html: string, markdown: string): string {
  const source = differences.reduce((text, { apply }) => apply(text, markdown), html);
  const lines: string[] = [];
  let text = "";
  const flush = (): void => {
    if (text.trim() !== "") lines.push(text.replace(/[ \t\n\f\r]+/g, " ").trim());
    text = "";
  };
  const visit = (node: Node, isPre: boolean): void => {
    if (node.nodeName === "#text" && "value" in node) text += isPre ? JSON.stringify(node.value) : node.value;
    if (node.nodeName === "#comment" && "data" in node) text += `<!--${node.data}-->`;
    if (!("childNodes" in node)) return;
    const isElement = "tagName" in node;
    const isSpan = isElement && spans.has(node.tagName);
    if (isElement) {
      if (!isSpan) flush();
      const attributes = node.attrs
        .map(({ name, value }) => ` ${name}=${JSON.stringify(normal(name, value))}`)
        .sort();
      // White space before a line break is not shown.
      if (node.tagName === "br") text = text.trimEnd();
      text += `<${node.tagName}${attributes.join("")}>`;
      if (!isSpan) flush();
    }
    const children = "content" in node ? node.content.childNodes : node.childNodes;
    for (const child of children)
      visit(child, isPre || (isElement && /^(pre|script|style|textarea)$/.test(node.tagName)));
    if (isElement) {
      if (!isSpan) flush();
      text += `</${node.tagName}>`;
      if (!isSpan) flush();
    }
  };
  visit(parseFragment(source), false);
  flush();
  return lines.join("\n");
}
