import type Token from "markdown-it/lib/token.mjs";

/** What becomes of the heading that is the title of a notebook. */
export interface TitleRule {
  /** Whether the layout shows the title of the page. */
  isShownByLayout: boolean;
  /** Returns whether a heading, as it is in the source, is the title of the notebook. */
  isNotebookTitle(text: string): boolean;
  /** Returns whether it is the title of the page, which then is left out of the text if the layout shows it. */
  isPageTitle(text: string): boolean;
}

/**
 * Leaves one heading of level 1 to a page, its title. If a notebook has others, as sections, all headings but the title move
 * down by one level.
 */
export function arrangeHeadings(tokens: readonly Token[], rule: TitleRule): Token[] {
  const first = tokens.findIndex(({ type }) => type === "heading_open");
  const text = tokens[first + 1]?.content ?? "";
  const hasTitle = tokens[first]?.tag === "h1" && rule.isNotebookTitle(text);
  const isLeftOut = hasTitle && rule.isShownByLayout && rule.isPageTitle(text);
  const rest = isLeftOut ? tokens.toSpliced(first, 3) : [...tokens];
  const isKept = hasTitle && !rule.isShownByLayout;
  const title = isKept ? tokens.slice(first, first + 3) : [];
  const headings = rest.filter((token) => /^heading_/.test(token.type) && !title.includes(token));
  const count = headings.filter(({ type, tag }) => type === "heading_open" && tag === "h1").length;
  if (count > 1 || (count === 1 && (rule.isShownByLayout || isKept))) {
    for (const heading of headings) heading.tag = `h${Math.min(Number(heading.tag.slice(1)) + 1, 6)}`;
  }
  return rest;
}
