import type MarkdownIt from "markdown-it";
import type Token from "markdown-it/lib/token.mjs";
import { escapeHtml } from "../utils/html.js";
import { linkText } from "../utils/remote-image.js";
import { isOtherHost, isScriptUrl } from "../utils/urls.js";
import { withoutHtml } from "../utils/without-html.js";

/** What rendering the Markdown of data needs in addition to the text. */
export interface DataText {
  /** Names the text in messages: `field "text" of news 1 in news.yaml:2`. */
  where: string;
  /** How the author gets HTML in this file, for messages: a sentence. */
  advice: string;
  /** The site's URL. Images at its host are the site's own. */
  siteUrl: string | undefined;
  /** Whether the text is part of a line, so that it has no paragraphs, lists and other blocks. @default false */
  isInline?: boolean;
  /** Logs a warning on everything that is shown in another way than it is written. */
  warn(message: string): void;
}

/**
 * The attributes that Markdown, its extensions and attribute lists may give an element of data. Others may run a script, as
 * `onclick` does, or load a file from another host, as `style` and `srcset` do; `data-src` is read by the theme's scripts.
 */
const allowedAttributes =
  /^(?:class|id|href|src|alt|title|lang|dir|width|height|start|reversed|value|type|rel|target|hreflang|download|loading|decoding|role|aria-[a-z]+|tabindex|colspan|rowspan|scope|headers|cite|datetime|open|checked|disabled)$/;

const urlAttributes = new Set(["href", "src", "cite"]);

/**
 * Renders Markdown from data as HTML that runs no script and loads nothing from other hosts: HTML is text, images at other
 * hosts are links, and attributes and URLs that could run a script are left out. The rules of the site's library are used,
 * with those of its plugins.
 *
 * @param md - The site's library. It is changed while the text is rendered, and restored.
 */
export function renderDataMarkdown(md: MarkdownIt, source: string, text: DataText): string {
  const { renderer } = md;
  const { image } = renderer.rules;
  const renderAttrs = renderer.renderAttrs;
  // Of all texts of a file, since its formulas have a limit together.
  const file = fileOf(text.where);
  const env = { page: { inputPath: text.where, url: file }, indigoDataFile: file };
  if (md.options.html && hasHtml(md, source)) {
    text.warn(`${text.where} has HTML, which is shown as text. ${text.advice}`);
  }
  const isInLink = linkSearch();
  renderer.renderAttrs = (token) => renderAttrs.call(renderer, safeToken(token, text));
  renderer.rules.image = (tokens, index, ...rest) => {
    const token = tokens[index];
    const url = token?.attrGet("src") ?? "";
    if (!token || !(isOtherHost(url, text.siteUrl) || isScriptUrl(url))) {
      return image?.(tokens, index, ...rest) ?? renderer.renderToken(tokens, index, rest[0]);
    }
    const alt = renderer.renderInlineAsText(token.children ?? [], rest[0], rest[1]);
    if (isScriptUrl(url)) {
      text.warn(
        `${text.where} has an image whose URL is not allowed in data, and whose text is shown instead.`,
      );
      return escapeHtml(alt);
    }
    text.warn(
      `${text.where} shows an image at another host, which is linked instead: "${url}". ${text.advice}`,
    );
    const label = escapeHtml(linkText(url, alt));
    return isInLink(tokens, index) ? label : `<a href="${escapeHtml(url)}">${label}</a>`;
  };
  try {
    return withoutHtml(md, () => (text.isInline ? md.renderInline(source, env) : md.render(source, env)));
  } finally {
    renderer.renderAttrs = renderAttrs;
    if (image) renderer.rules.image = image;
    else delete renderer.rules.image;
  }
}

/** Returns the file of a text by its name in messages. */
export const fileOf = (where: string): string => where.replace(/^.* in |:\d+$/g, "");

/** Returns whether a text has HTML: whether the library, if it allows HTML, finds more of it. */
function hasHtml(md: MarkdownIt, source: string): boolean {
  if (!/<[a-z!/?]|\{::nomarkdown/i.test(source)) return false;
  const count = (html: boolean): number => {
    md.options.html = html;
    return md
      .parse(source, {})
      .flatMap((token) => [token, ...(token.children ?? [])])
      .filter(isHtml).length;
  };
  return count(false) < count(true);
}

const isHtml = ({ type }: Token): boolean => type === "html_block" || type === "html_inline";

/** Returns a function that tests whether a token is within a link. It walks through each list of tokens once. */
function linkSearch(): (tokens: readonly Token[], index: number) => boolean {
  let last: { tokens: readonly Token[]; index: number; depth: number } | undefined;
  return (tokens, index) => {
    if (last?.tokens !== tokens || last.index > index) last = { tokens, index: 0, depth: 0 };
    for (; last.index < index; last.index += 1) {
      const token = tokens[last.index];
      if (token?.tag === "a") last.depth += token.nesting;
    }
    return last.depth > 0;
  };
}

/** Returns a token without the attributes that are not allowed in data. */
function safeToken(token: Token, { where, warn }: DataText): Token {
  const attrs = token.attrs?.filter(([name, value]) => {
    if (!allowedAttributes.test(name.toLowerCase())) {
      warn(`${where} has the attribute "${name}", which is not allowed in data and is left out.`);
      return false;
    }
    if (!urlAttributes.has(name.toLowerCase()) || !isScriptUrl(value)) return true;
    warn(`${where} has a link whose URL is not allowed in data and is left out: ${JSON.stringify(value)}.`);
    return false;
  });
  return attrs && attrs.length !== token.attrs?.length
    ? Object.assign(Object.create(Object.getPrototypeOf(token)), token, { attrs })
    : token;
}
