import { Tokenizer, TokenizerMode } from "parse5";
import { escapeHtml } from "../utils/html.js";
import { allowedTags, type HtmlContext, isDropped } from "./allowed-html.js";

/** Filters the HTML in the Markdown of a cell, of which each piece may open or close elements only. */
export interface HtmlFilter {
  /** Returns a piece with the tags that are allowed. Everything else is text. */
  filter(piece: string): string;
  /** Returns the tags that close what is still open at the end of the cell. */
  close(): string;
}

/** Elements that HTML closes itself. */
const selfClosing = new Set("p li dt dd td th tr thead tbody tfoot option".split(" "));

/**
 * Creates a filter for a cell. Jupyter, too, shows the HTML of a cell by an allowlist, and each cell by itself: an element
 * that a cell leaves open ends with it.
 */
export function htmlFilter(context: HtmlContext): HtmlFilter {
  const open: { name: string; close: string }[] = [];

  function filter(piece: string): string {
    let html = "";
    let skipped: string | undefined;
    const add = (text: string): void => {
      if (skipped === undefined) html += escapeHtml(text);
    };
    const text = ({ chars }: { chars: string }): void => add(chars);
    const tokenizer: Tokenizer = new Tokenizer(
      {},
      {
        onCharacter: text,
        onWhitespaceCharacter: text,
        onNullCharacter: () => undefined,
        onComment: () => undefined,
        onDoctype: () => undefined,
        onEof: () => undefined,
        onStartTag({ tagName, attrs, selfClosing: isSelfClosing }) {
          if (skipped !== undefined) return;
          if (isDropped(tagName) || tagName === "form") {
            const link = tagName === "iframe" && allowedTags(tagName, valuesOf(attrs), context);
            if (link) html += link.open;
            else context.leftOut(tagName);
            if (!isDropped(tagName) || isSelfClosing || withoutContent.has(tagName)) return;
            skipped = tagName;
            if (/^(?:script|style|iframe|xmp|noembed|noframes)$/.test(tagName)) {
              tokenizer.state = tagName === "script" ? TokenizerMode.SCRIPT_DATA : TokenizerMode.RAWTEXT;
              tokenizer.lastStartTagName = tagName;
            }
            return;
          }
          const tags = allowedTags(tagName, valuesOf(attrs), context);
          if (!tags) return;
          html += tags.open;
          if (tags.close !== "") open.push({ name: tagName, close: tags.close });
        },
        onEndTag({ tagName }) {
          if (skipped !== undefined) {
            if (tagName === skipped) skipped = undefined;
            return;
          }
          html += closeUpTo(tagName);
        },
      },
    );
    tokenizer.write(piece, true);
    return html;
  }

  /** Closes an element, and those in it that HTML closes itself. A tag that closes nothing is left out. */
  function closeUpTo(name: string): string {
    const at = open.findLastIndex((element) => element.name === name);
    if (
      at < 0 ||
      open.slice(at + 1).some((element) => !selfClosing.has(element.name) && selfClosing.has(name))
    )
      return "";
    return open
      .splice(at)
      .reverse()
      .map(({ close }) => close)
      .join("");
  }

  return {
    filter,
    close: () =>
      open
        .splice(0)
        .reverse()
        .map(({ close }) => close)
        .join(""),
  };
}

const valuesOf = (attributes: readonly { name: string; value: string }[]): Map<string, string> =>
  new Map(attributes.map(({ name, value }) => [name, value]));

/** Elements without content, whose end tag must not be waited for. */
const withoutContent = new Set(["base", "link", "meta", "input", "embed", "frame"]);
