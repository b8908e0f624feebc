import type { EleventyConfig } from "../eleventy/api.js";
import { offerPairedShortcode, offerShortcode } from "../eleventy/shortcodes.js";
import { rootUrl } from "../eleventy/site-files.js";
import { escapeHtml } from "../utils/html.js";
import { classes, hasClass } from "../utils/markup.js";

type Paired = (content: string) => string;

/** Paired shortcodes. Those of a block keep blank lines around their content, so that Markdown in it is rendered. */
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
 * Adds Indigo's helpers as shortcodes; the classes of Indigo work in HTML too.
 *
 * `{% evidence %}…{% endevidence %}` highlights text, `{% spoiler %}` hides text until it is hovered, touched or focused.
 * `{% sideBySide %}{% left %}…{% endleft %}{% right %}…{% endright %}{% endsideBySide %}` sets two columns.
 * `{% biggerImage "a.jpg", "Alternative text" %}` is an image wider than the text, by its URL from the site's root,
 * `{% caption %}…{% endcaption %}` the caption under an image, `{% breaker %}` a divider of three dots.
 */
export function addWritingShortcodes(eleventyConfig: EleventyConfig): void {
  for (const [name, shortcode] of Object.entries(paired)) {
    offerPairedShortcode(eleventyConfig, name, shortcode);
  }
  const single: Record<string, (...args: string[]) => string> = {
    biggerImage: (file = "", alt = "") =>
      `<img class="bigger-image" src="${escapeHtml(rootUrl(file))}" alt="${escapeHtml(alt)}">`,
    breaker: () => '<div class="breaker"></div>',
  };
  for (const [name, shortcode] of Object.entries(single)) {
    offerShortcode(eleventyConfig, name, shortcode);
  }
}

/** Adds spoilers that an author wrote as HTML to the tab order. */
export function reachableSpoilers(html: unknown): string {
  const text = String(html ?? "");
  if (!hasClass(text, classes.spoiler)) return text;
  return text.replaceAll(spoilers, (tag, start: string, rest: string) =>
    rest.includes("tabindex") ? tag : `${start} tabindex="0"${rest}`,
  );
}

const spoilers = new RegExp(`(<(?:span|div|p) class="${classes.spoiler}")([^<>]*)`, "g");
