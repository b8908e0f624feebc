import { unescapeHtml } from "../../utils/html.js";
import { dotted } from "../../utils/validate.js";
import { withoutBlankLines } from "../html-fragments.js";
import type { ReadContext } from "../section.js";
import { lines, oneLine, paragraphs } from "./text.js";

/** A text with Markdown in it. Where a template shows it as text, it has no marks. */
export class MarkedText {
  /**
   * @param html - Its HTML, which runs no script; see `eleventy/data-markdown.ts`.
   * @param text - The text without marks.
   * @param isBlock - Whether it has lists or other blocks, instead of the content of a paragraph.
   */
  constructor(
    readonly html: string,
    readonly text: string,
    readonly isBlock = false,
  ) {}

  toString(): string {
    return this.text;
  }
}

/** A text of a CV for its partials: a string if it has no marks. No text has a line break, except in HTML of blocks. */
export type CvText = string | MarkedText;

type Path = readonly PropertyKey[];

/** Reads the texts of a CV. `path` leads to the field in the file, for messages. */
export interface CvTexts {
  /** Returns a text in one line; undefined if it is blank. */
  line(text: string | undefined, path: Path): CvText | undefined;
  /** Returns each text in one line, without blank ones. */
  lines(texts: readonly string[] | undefined, path: Path): CvText[];
  /** Returns the paragraphs of a text; one text for all of it, if it has lists or other blocks. */
  paragraphs(text: string | undefined, path: Path): CvText[];
  /** Returns the text in one line without marks. */
  plain(text: string): string;
}

/** Reads texts as they are written. */
export const writtenTexts: CvTexts = {
  line: oneLine,
  lines: (texts) => lines(texts),
  paragraphs: (text) => paragraphs(text),
  plain: (text) => paragraphs(text).join(" "),
};

/**
 * Returns the reader of texts in Markdown.
 *
 * @param place - Returns file and line of a field.
 */
export function markdownTexts(
  { markdown, inlineMarkdown, plainText, isParagraphs }: ReadContext,
  place: (path: Path) => string,
): CvTexts {
  const where = (path: Path): string => `field "${dotted(path)}" in ${place(path)}`;
  const marked = (text: string, path: Path): CvText => {
    const html = inlineMarkdown(text, where(path)).trim();
    const isPlain = !html.includes("<") && unescapeHtml(html) === text;
    return isPlain ? text : new MarkedText(withoutBlankLines(html), plainText(text));
  };
  const line = (text: string | undefined, path: Path): CvText | undefined => {
    const words = oneLine(text);
    return words && marked(words, path);
  };
  return {
    line,
    lines: (texts, path) => texts?.flatMap((text, index) => line(text, [...path, index]) ?? []) ?? [],
    paragraphs(text, path) {
      if (text === undefined || isParagraphs(text)) return paragraphs(text).map((each) => marked(each, path));
      return [new MarkedText(withoutBlankLines(markdown(text, where(path))), plainText(text), true)];
    },
    plain: plainText,
  };
}
