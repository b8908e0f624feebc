import { escapeHtml, unescapeHtml } from "../../utils/html.js";
import { Search } from "../../utils/search.js";

/** The attributes with URLs of files by element. */
const urlAttributes: Readonly<Record<string, readonly string[]>> = {
  a: ["href"],
  audio: ["src"],
  embed: ["src"],
  iframe: ["src"],
  img: ["src", "srcset"],
  object: ["data"],
  source: ["src", "srcset"],
  track: ["src"],
  video: ["src", "poster"],
};

/** The start of a tag, of a comment, or of an element whose content is no HTML. */
const start = /<(?:!--|([a-z][a-z0-9-]*)(?=[\s/>]))/gi;
/** An attribute. A value has a limit, so that quotes that nothing closes are not followed to the end of a text. */
const attribute = /([\s/]+)([^\s"'<>/=]+)(?:(\s*=\s*)(?:"([^"]{0,5000})"|'([^']{0,5000})'|([^\s"'=<>`]+)))?/y;

/**
 * Replaces URLs in the HTML of a text.
 *
 * @param replace - Returns another URL, or the same.
 */
export function replaceUrls(html: string, replace: (url: string, isImage: boolean) => string): string {
  if (!html.includes("<")) return html;
  let result = "";
  let done = 0;
  const lower = new Search(html.toLowerCase());
  start.lastIndex = 0;
  for (let match = start.exec(html); match; match = start.exec(html)) {
    const name = match[1]?.toLowerCase();
    const close =
      name === undefined ? "-->" : /^(?:script|style|textarea)$/.test(name) ? `</${name}` : undefined;
    if (close) {
      const end = lower.next(close, start.lastIndex).start;
      if (!Number.isFinite(end)) break;
      start.lastIndex = end;
      continue;
    }
    const wanted = urlAttributes[name ?? ""];
    if (!wanted) continue;
    const isImage = name === "img";
    attribute.lastIndex = start.lastIndex;
    for (let at = attribute.lastIndex, found = attribute.exec(html); found; found = attribute.exec(html)) {
      const [, space = "", key = "", equals, double, single, bare] = found;
      const value = double ?? single ?? bare;
      if (value !== undefined && wanted.includes(key.toLowerCase())) {
        const url = unescapeHtml(value);
        const other = /srcset/i.test(key)
          ? url.replaceAll(/[^\s,][^\s]*[^\s,]/g, (each) =>
              /^[\d.]+[wx]$/.test(each) ? each : replace(each, isImage),
            )
          : replace(url.trim(), isImage);
        if (other !== url.trim() && other !== url) {
          result += `${html.slice(done, at)}${space}${key}${equals}"${escapeHtml(other)}"`;
          done = attribute.lastIndex;
        }
      }
      at = attribute.lastIndex;
    }
  }
  return result + html.slice(done);
}
