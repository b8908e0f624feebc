import type { NavigationItem } from "../../options/navigation.js";
import { Search } from "../../utils/search.js";

const linkEnd = /<\/a>/gi;

/** Returns URL and text of the first link with both in a piece of HTML. */
function linkIn(piece: string): { href?: string; label?: string } {
  const search = new Search(piece);
  for (const { index } of piece.matchAll(/<a\b/gi)) {
    const { end: tagEnd } = search.next(">", index);
    const close = search.next(linkEnd, tagEnd);
    if (!Number.isFinite(close.end)) return {};
    const [, href] = /\bhref="([^"]*)"/i.exec(piece.slice(index, tagEnd)) ?? [];
    const label = piece.slice(tagEnd, close.start).trim();
    if (href !== undefined && label !== "" && !/[<{]/.test(label)) return { href, label };
  }
  return {};
}

/** The pages in Indigo's own navigation; each is turned on by the key of the same name. */
const themePages = ["blog", "projects", "about"];

/**
 * Returns the links of a site's own `nav.html` as the option `navigation`. Understands lists like Indigo's, in which each item
 * may depend on a key of `_config.yml`.
 *
 * @param source - The text of `nav.html`.
 * @returns Undefined if the plugin's default navigation is the same, or if the file has another structure.
 */
export function navigationOf(
  source: string,
  config: Readonly<Record<string, unknown>>,
): NavigationItem[] | undefined {
  const items: NavigationItem[] = [];
  for (const piece of source.split(/<\/li>/i)) {
    if (!/<a\b/i.test(piece)) continue;
    // The résumé has its own option.
    if (piece.includes("site.resume-url")) continue;
    const conditions = [...piece.matchAll(/\{%-?\s*if\s+site\.([\w-]+)\s*(?:==\s*true\s*)?-?%\}/g)];
    const { href, label } = linkIn(piece);
    if (href === undefined || !label) return undefined;
    const url = href.replace(/^\{\{\s*site\.(url|baseurl)\s*\}\}(\{\{\s*site\.baseurl\s*\}\})?/, "");
    if (/[{}%]/.test(url) || !/^(\/|https?:|mailto:|$)/.test(url)) return undefined;
    if (conditions.some(([, key = ""]) => config[key] !== true)) continue;
    items.push({ label, url: url === "" ? "/" : url });
  }
  const pages = items.map(({ url }) => url.replaceAll(/^\/|\/$/g, ""));
  const defaultPages = ["", ...themePages.filter((key) => config[key] === true)];
  const isSame =
    pages.join() === defaultPages.join() &&
    items.every(({ label }) => ["home", ...themePages].includes(label.toLowerCase()));
  return items.length === 0 || isSame ? undefined : items;
}
