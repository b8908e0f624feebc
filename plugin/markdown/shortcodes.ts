import type { EleventyConfig } from "../eleventy/api.js";
import { offerPairedShortcode, offerShortcode } from "../eleventy/shortcodes.js";
import { rootUrl } from "../eleventy/site-files.js";
import { escapeHtml } from "../utils/html.js";
import { classes, hasClass } from "../utils/markup.js";

type Paired = (content: string) => string;

/** Shortcodes around a text. Those of a block leave blank lines, so that Markdown in it is read as such. */
const paired: Record<string, Paired> = {
  evidence: (content) => `<span class="evidence">${content.trim()}</span>`,
  spoiler: (content) => `<span class="${classes.spoiler}" tabindex="0">${content.trim()}</span>`,
  sideBySide: (content) => block("side-by-side", content),
  left: (content) => block("toleft", content),
  right: (content) => block("toright", content),
  caption: (content) => `<figcaption class="caption">${content.trim()}</figcaption>`,
};

const block = (name: string, content: string): string =>
  `<div class="${name}">\n\n${content.trim()}\n\n</div>\n`;

/**
 * Adds Indigo's helpers as shortcodes; its classes work in HTML as well.
 *
 * `{% evidence %}…{% endevidence %}` marks words, `{% spoiler %}` covers them until they are pointed at, touched or
 * reached by keyboard. `{% sideBySide %}{% left %}…{% endleft %}{% right %}…{% endright %}{% endsideBySide %}` sets two
 * columns. `{% biggerImage "a.jpg", "words" %}` is a picture wider than the text, given by its address from the site's
 * root and its alternative text, `{% caption %}…{% endcaption %}` words under one, `{% breaker %}` three dots.
 */
export function addWritingShortcodes(eleventyConfig: EleventyConfig): void {
  for (const [name, shortcode] of Object.entries(paired)) {
    offerPairedShortcode(eleventyConfig, name, shortcode);
  }
  const single: Record<string, (...words: string[]) => string> = {
    biggerImage: (file = "", alt = "") =>
      `<img class="bigger-image" src="${escapeHtml(rootUrl(file))}" alt="${escapeHtml(alt)}">`,
    breaker: () => '<div class="breaker"></div>',
  };
  for (const [name, shortcode] of Object.entries(single)) {
    offerShortcode(eleventyConfig, name, shortcode);
  }
}

/** Lets a spoiler that an author wrote as HTML be reached by keyboard. */
export function reachableSpoilers(html: unknown): string {
  const text = String(html ?? "");
  if (!hasClass(text, classes.spoiler)) return text;
  return text.replaceAll(spoilers, (tag, start: string, rest: string) =>
    rest.includes("tabindex") ? tag : `${start} tabindex="0"${rest}`,
  );
}

const spoilers = new RegExp(`(<(?:span|div|p) class="${classes.spoiler}")([^<>]*)`, "g");
