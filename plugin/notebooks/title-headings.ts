import type Token from "markdown-it/lib/token.mjs";

/** What becomes of the first heading of a page, if it is of level 1. */
export interface TitleRule {
  /** Whether the layout shows the title: then it is left out of the text. */
  isShownByLayout: boolean;
  /** Returns whether a text, as it is in the source, is the page's title. */
  isTitle(text: string): boolean;
}

/**
 * Leaves one heading of level 1 to a page, its title. If a notebook has others, as sections, all but the title move down by one
 * level, in a page whose title is of that level.
 */
export function arrangeHeadings(tokens: readonly Token[], { isShownByLayout, isTitle }: TitleRule): Token[] {
  const first = tokens.findIndex(({ type }) => type === "heading_open");
  const hasTitle = tokens[first]?.tag === "h1";
  const isLeftOut = hasTitle && isShownByLayout && isTitle(tokens[first + 1]?.content ?? "");
  const rest = isLeftOut ? tokens.toSpliced(first, 3) : [...tokens];
  const title = hasTitle && !isShownByLayout ? tokens.slice(first, first + 3) : [];
  const headings = rest.filter((token) => /^heading_/.test(token.type) && !title.includes(token));
  if ((isShownByLayout || hasTitle) && headings.some(({ tag }) => tag === "h1")) {
    for (const heading of headings) heading.tag = `h${Math.min(Number(heading.tag.slice(1)) + 1, 6)}`;
  }
  return rest;
}
