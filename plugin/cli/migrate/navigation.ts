import type { NavigationItem } from "../../options/navigation.js";

/** The pages to which Indigo's own navigation leads, by the key that turns each on. */
const themes = ["blog", "projects", "about"];

/**
 * The links that a site's changed `nav.html` shows, as the option `navigation`. Indigo's is a list whose items stand each
 * in the condition of a key of the settings; a file that is made otherwise is left to its author.
 *
 * @returns Undefined where the plugin's own navigation is the same, or the file is not understood.
 */
export function navigationOf(
  source: string,
  config: Readonly<Record<string, unknown>>,
): NavigationItem[] | undefined {
  const items: NavigationItem[] = [];
  for (const piece of source.split(/<\/li>/i)) {
    if (!/<a\b/i.test(piece)) continue;
    // The résumé is an option of its own.
    if (piece.includes("site.resume-url")) continue;
    const conditions = [...piece.matchAll(/\{%-?\s*if\s+site\.([\w-]+)\s*(?:==\s*true\s*)?-?%\}/g)];
    const [, href, label] = /<a\b[^>]*?\bhref="([^"]*)"[^>]*>\s*([^<{]+?)\s*<\/a>/i.exec(piece) ?? [];
    if (href === undefined || !label) return undefined;
    const url = href.replace(/^\{\{\s*site\.(url|baseurl)\s*\}\}(\{\{\s*site\.baseurl\s*\}\})?/, "");
    if (/[{}%]/.test(url) || !/^(\/|https?:|mailto:|$)/.test(url)) return undefined;
    if (conditions.some(([, key = ""]) => config[key] !== true)) continue;
    items.push({ label, url: url === "" ? "/" : url });
  }
  const pages = items.map(({ url }) => url.replaceAll(/^\/|\/$/g, ""));
  const own = ["", ...themes.filter((key) => config[key] === true)];
  const isSame =
    pages.join() === own.join() &&
    items.every(({ label }) => ["home", ...themes].includes(label.toLowerCase()));
  return items.length === 0 || isSame ? undefined : items;
}
