import { Search } from "../../utils/search.js";

// The larger view of an image, as gallery-item.ts writes it.
const start = /<div id="[^"<>]*" class="gallery-view"/g;
const controls = '<div class="gallery-controls">';
const end = /<\/div>\s*<\/div>/g;

/** Returns content without the larger views of galleries, for feeds: their readers would show each image twice. */
export function withoutLargerViews(content: unknown): string {
  const html = String(content ?? "");
  const search = new Search(html);
  let result = "";
  let done = 0;
  for (const { index } of html.matchAll(start)) {
    if (index < done) continue;
    const close = search.next(end, search.next(controls, index).end);
    if (!Number.isFinite(close.end)) break;
    result += html.slice(done, index);
    done = close.end;
  }
  return result + html.slice(done);
}
