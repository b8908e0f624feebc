import type Token from "markdown-it/lib/token.mjs";
import { slug } from "../utils/slug.js";

/** Ids and links in HTML that the filter has written. */
const idInHtml = /\sid="([^"]*)"/g;
const linkInHtml = /(<a href=")#([^"]*)"/g;

/**
 * Sets links to headings, whose ids Jupyter makes of their words with hyphens (`#The-Data`), to the ids that the page has.
 */
export function resolveLinks(tokens: readonly Token[]): void {
  const all = tokens.flatMap((token) => [token, ...(token.children ?? [])]);
  const ids = all.flatMap((token) => {
    const own = token.attrGet("id");
    return [...(own === null ? [] : [own]), ...(isHtml(token) ? idsIn(token.content) : [])];
  });
  const known = new Set(ids);
  const bySlug = new Map(ids.toReversed().map((id) => [slug(id), id]));
  const resolved = (id: string): string => {
    const name = decoded(id);
    return known.has(name) ? id : encodeURIComponent(bySlug.get(slug(name)) ?? name).replaceAll("%3A", ":");
  };
  for (const token of all) {
    const href = token.type === "link_open" ? token.attrGet("href") : null;
    if (href?.startsWith("#") && href.length > 1) token.attrSet("href", `#${resolved(href.slice(1))}`);
    if (isHtml(token)) {
      token.content = token.content.replaceAll(
        linkInHtml,
        (_, start: string, id: string) => `${start}#${resolved(id)}"`,
      );
    }
  }
}

const isHtml = ({ type }: Token): boolean => type === "html_block" || type === "html_inline";

const idsIn = (html: string): string[] => [...html.matchAll(idInHtml)].map(([, id = ""]) => id);

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
