import type { RuleInline } from "markdown-it/lib/parser_inline.mjs";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import { escapeHtml } from "../../utils/html.js";
import { type Search, searchIn } from "../../utils/search.js";
import { blockElements, emptyElements, modelOf, type Tag, tagAt } from "./elements.js";
import { optionsOf } from "./options.js";
import { parseUntil, pushHtml } from "./rules.js";

/** Returns whether the content of an element is Markdown. */
function isParsed({ name, markdown }: Tag, parseSpanHtml: boolean): boolean {
  if (markdown === "span") return true;
  if (markdown === "0" || modelOf(name) === "raw") return false;
  return markdown === "1" || parseSpanHtml;
}

/**
 * Parses a tag within text. The tags of block elements are text, and the content of code, forms and scripts stays as it is.
 *
 * @see https://kramdown.gettalong.org/syntax.html#html-spans
 */
export const htmlSpan: RuleInline = (state, silent) => {
  const { src, pos, posMax } = state;
  if (src[pos] !== "<" || !state.md.options.html) return false;
  const search = searchIn(state);
  if (search.next(">", pos).end > posMax) return false;
  const take = (end: number, add: () => void): boolean => {
    if (!silent) add();
    state.pos = end;
    return true;
  };
  if (src.startsWith("<!--", pos)) {
    const { end } = search.next("-->", pos);
    return end <= posMax && take(end, () => pushHtml(state, "html_inline", src.slice(pos, end)));
  }
  if (src.startsWith("<![CDATA[", pos)) {
    const { start, end } = search.next("]]>", pos);
    return (
      end <= posMax &&
      take(end, () => {
        state.push("text_special", "", 0).content = src.slice(pos + 9, start);
      })
    );
  }
  const tag = tagAt(src, pos);
  if (!tag || tag.end > posMax) return false;
  const source = src.slice(pos, tag.end);
  if (blockElements.has(tag.name)) {
    return take(tag.end, () => {
      state.push("text_special", "", 0).content = source;
    });
  }
  if (tag.isEnd) {
    return take(tag.end, () => {
      state.push("text_special", "", 0).content = source;
    });
  }
  const html = tag.html.replace(/\n+/g, " ");
  if (tag.isClosed) {
    const isVoid = emptyElements.has(tag.name);
    return take(tag.end, () => pushHtml(state, "html_inline", isVoid ? html : `${html}</${tag.name}>`));
  }
  if (isParsed(tag, optionsOf(state.env).parseSpanHtml)) {
    if (!silent) parseContent(state, tag, html);
    else state.pos = tag.end;
    return true;
  }
  const raw = rawElement(src, tag, posMax, search);
  return take(raw.end, () => pushHtml(state, "html_inline", raw.html));
};

/** Returns the HTML of an element whose content is not Markdown. Other elements in it end with their end tags. */
function rawElement(
  source: string,
  first: Tag,
  posMax: number,
  search: Search,
): { html: string; end: number } {
  const open = [first.name];
  let html = first.html;
  let at = first.end;
  while (open.length > 0 && at < posMax) {
    const next = Math.min(search.next("<", at).start, posMax);
    html += source.slice(at, next);
    at = next;
    if (at >= posMax) break;
    const other = rawPart(source, at, posMax, search);
    html += other.html;
    at = other.end;
    if (other.tag && blockElements.has(other.tag.name)) {
      html += escapeHtml(other.source);
    } else if (other.tag?.isEnd) {
      if (open.at(-1) === other.tag.name) {
        open.pop();
        html += other.tag.html;
      } else {
        html += escapeHtml(other.source);
      }
    } else if (other.tag) {
      html += other.tag.html;
      if (!other.tag.isClosed) open.push(other.tag.name);
      else if (!emptyElements.has(other.tag.name)) html += `</${other.tag.name}>`;
    }
  }
  for (const name of open.reverse()) html += `</${name}>`;
  return { html, end: at };
}

/** Returns what starts at a `<` in raw text: a comment, data, a tag, or the character. */
function rawPart(source: string, at: number, posMax: number, search: Search) {
  if (source.startsWith("<!--", at)) {
    const { end } = search.next("-->", at);
    if (end <= posMax) return { html: source.slice(at, end), end, source: "" };
  }
  if (source.startsWith("<![CDATA[", at)) {
    const { start, end } = search.next("]]>", at);
    if (end <= posMax) return { html: escapeHtml(source.slice(at + 9, start)), end, source: "" };
  }
  const tag = tagAt(source, at);
  if (tag && tag.end <= posMax) return { html: "", end: tag.end, tag, source: source.slice(at, tag.end) };
  return { html: "&lt;", end: at + 1, source: "" };
}

/** Parses the content of an element up to its end tag; without one, it ends with the text. */
function parseContent(state: StateInline, { name, end }: Tag, html: string): void {
  pushHtml(state, "html_inline", html);
  const open = state.tokens.at(-1);
  if (open) open.meta = { isOpen: true };
  state.level += 1;
  state.pos = end;
  let close: Tag | undefined;
  parseUntil(state, (at) => {
    close = state.src.startsWith("</", at) ? tagAt(state.src, at) : undefined;
    return close?.name === name && close.end <= state.posMax;
  });
  if (state.pos < state.posMax && close) state.pos = close.end;
  pushHtml(state, "html_inline", `</${name}>`);
  state.level -= 1;
}

const autolinkPattern = /<((mailto|https?|ftps?):[^<>\n]+|[\p{L}\p{N}\-_.]+@[\p{L}\p{N}\-_.]+)>/uy;

/**
 * Parses a URL or an email address in angle brackets.
 *
 * @see https://kramdown.gettalong.org/syntax.html#automatic-links
 */
export const autolink: RuleInline = (state, silent) => {
  const { src, pos, posMax, md } = state;
  if (src[pos] !== "<" || searchIn(state).next(">", pos).end > posMax) return false;
  autolinkPattern.lastIndex = pos;
  const [whole, url, scheme] = autolinkPattern.exec(src) ?? [];
  if (!whole || !url) return false;
  const address = md.utils.unescapeAll(url.replaceAll("\\", "\\\\"));
  const isEmail = !scheme || scheme === "mailto";
  const href = isEmail
    ? md.utils.lib.mdurl.encode(scheme ? address : `mailto:${address}`)
    : md.normalizeLink(address);
  if (!md.validateLink(href)) return false;
  if (!silent) {
    state.push("link_open", "a", 1).attrs = [["href", href]];
    state.push("text", "", 0).content = address.replace(/^mailto:/, "");
    state.push("link_close", "a", -1);
  }
  state.pos += whole.length;
  return true;
};
