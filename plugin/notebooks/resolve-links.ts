import type Token from "markdown-it/lib/token.mjs";
import { escapeHtml, unescapeHtml } from "../utils/html.js";
import { slug } from "../utils/slug.js";
import { decodeUrl } from "../utils/urls.js";

/** Ids and links in HTML that the filter has written. */
const idInHtml = /\sid="([^"]*)"/g;
const linkInHtml = /(<a href=")([^"]*)"/g;

/**
 * Sets links to headings, whose ids Jupyter makes of their words with hyphens (`#The-Data`), to the ids that the page has, and
 * links to other notebooks to their pages.
 *
 * @param pageOf - Returns the URL of the page of a notebook by its path from this one or by its URL; undefined if it has none.
 */
export function resolveLinks(tokens: readonly Token[], pageOf: (path: string) => string | undefined): void {
  const all = tokens.flatMap((token) => [token, ...(token.children ?? [])]);
  const ids = all.flatMap((token) => {
    const own = token.attrGet("id");
    return [...(own === null ? [] : [own]), ...(isHtml(token) ? idsIn(token.content) : [])];
  });
  const known = new Set(ids);
  const bySlug = new Map(ids.toReversed().map((id) => [slug(id), id]));
  const resolved = (href: string): string => {
    const [, path = "", id = ""] = /^([^#?]*)(?:#(.+))?$/s.exec(href) ?? [];
    if (path === "" && id !== "") {
      const name = decodeUrl(id);
      const nearest = known.has(name) ? undefined : bySlug.get(slug(name));
      return nearest === undefined ? href : `#${encodeURIComponent(nearest)}`;
    }
    const isOwn = /^\/(?!\/)|^(?![a-z][a-z\d+.-]*:|\/).*\.ipynb$/is.test(path);
    const url = isOwn ? pageOf(decodeUrl(path)) : undefined;
    return url === undefined ? href : `${url}${id && `#${encodeURIComponent(slug(decodeUrl(id)))}`}`;
  };
  for (const token of all) {
    const href = token.type === "link_open" ? token.attrGet("href") : null;
    if (href) token.attrSet("href", resolved(href));
    if (isHtml(token)) {
      token.content = token.content.replaceAll(
        linkInHtml,
        (_, start: string, url: string) => `${start}${escapeHtml(resolved(unescapeHtml(url)))}"`,
      );
    }
  }
}

const isHtml = ({ type }: Token): boolean => type === "html_block" || type === "html_inline";

const idsIn = (html: string): string[] => [...html.matchAll(idInHtml)].map(([, id = ""]) => id);
