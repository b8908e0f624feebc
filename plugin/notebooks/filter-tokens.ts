import type Token from "markdown-it/lib/token.mjs";
import type { HtmlContext } from "./allowed-html.js";
import { type HtmlFilter, htmlFilter } from "./markdown-html.js";

/** The filter for the HTML of a part, and what its files are. */
export interface PartFilter {
  /** For blocks of HTML, which may open an element that a later one closes. */
  block: HtmlFilter;
  context: HtmlContext;
}

/**
 * Filters the HTML among the tokens of Markdown, and sets the URLs of images to their files.
 *
 * @param filterOf - Returns the filter of the part that a line belongs to.
 */
export function filterTokens(
  tokens: readonly Token[],
  TokenClass: typeof Token,
  filterOf: (line: number) => PartFilter | undefined,
): void {
  let line = 0;
  for (const token of tokens) {
    line = token.map?.[0] ?? line;
    const part = filterOf(line);
    if (!part) continue;
    if (token.type === "html_block") token.content = part.block.filter(token.content);
    if (!token.children) continue;
    // What a text leaves open ends with it.
    const inline = htmlFilter(part.context);
    let left: string | undefined;
    for (const child of token.children) {
      if (child.type === "html_inline") {
        const [, slash, name = ""] = /^<(\/?)(script|style)\b/i.exec(child.content) ?? [];
        if (name) left = slash ? undefined : name;
        child.content = inline.filter(child.content);
      } else if (left !== undefined && child.nesting === 0) {
        // Between the tags of a script or style, which are tokens of their own in a text.
        Object.assign(child, { type: "text", tag: "", content: "", children: null });
      } else if (child.type === "image") setFile(child, part.context);
    }
    const content = inline.close();
    if (content) token.children.push(Object.assign(new TokenClass("html_inline", "", 0), { content }));
  }
}

function setFile(image: Token, { fileOf }: HtmlContext): void {
  const file = fileOf(image.attrGet("src") ?? "");
  if (!file) {
    // Its alternative text stays.
    Object.assign(image, { type: "text", tag: "", attrs: null, children: null });
    return;
  }
  image.attrSet("src", file.src);
  if (file.width && file.height && image.attrGet("width") === null && image.attrGet("height") === null) {
    image.attrSet("width", String(file.width));
    image.attrSet("height", String(file.height));
  }
}
