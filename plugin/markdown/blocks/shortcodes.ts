import type { EleventyConfig } from "../../eleventy/api.js";
import { offerPairedShortcode, offerShortcode } from "../../eleventy/shortcodes.js";
import { rootUrl } from "../../eleventy/site-files.js";
import { callingTemplate } from "../../eleventy/template-context.js";
import type { Warn } from "../../eleventy/warnings.js";
import type { PageLanguages } from "../../options/page-language.js";
import { shortHash } from "../../utils/hash.js";
import { escapeHtml } from "../../utils/html.js";
import { classes } from "../../utils/markup.js";
import { isScriptUrl } from "../../utils/urls.js";
import { mediaElement } from "./media.js";

/** Content with blank lines around it, so that Markdown in it is rendered. */
const within = (content: string): string => `\n\n${content.trim()}\n\n`;

const textOf = (value: unknown, fallback = ""): string => {
  const text = value === undefined || value === null ? "" : String(value).trim();
  return text === "" ? fallback : text;
};

/** The title and the start of a panel, as the shortcode `tab` writes them. */
const tabStart = (title: string): string =>
  `<p class="tab-title"><strong>${escapeHtml(title)}</strong></p>\n<div class="tab-panel">`;
const tabStarts = /<p class="tab-title"><strong>(.*?)<\/strong><\/p>\n<div class="tab-panel">/g;

/**
 * Adds shortcodes for blocks of a layout, for templates without Markdown.
 *
 * `{% details "Summary", true %}…{% enddetails %}` folds text out, unfolded with `true`; `{% margin %}…{% endmargin %}` is a note in the
 * margin; `{% steps %}…{% endsteps %}` numbers the items of an ordered list. `{% tabs "Name" %}{% tab "Title" %}…{% endtab %}{% endtabs %}`,
 * `{% cards %}{% card "Title", "/url/" %}…{% endcard %}{% endcards %}`, and
 * `{% video "film.mp4", "Description", "poster.jpg", "captions.vtt" %}` for a file of the site, by its path from the root, or a video at
 * another host.
 */
export function addBlockShortcodes(
  eleventyConfig: EleventyConfig,
  languages: PageLanguages,
  warn: Warn,
): void {
  offerPairedShortcode(
    eleventyConfig,
    "details",
    function (content: string, summary?: unknown, isOpen?: unknown) {
      const title = escapeHtml(textOf(summary, languages.of(this).site.strings.details));
      const open = isOpen === true || isOpen === "open" ? " open" : "";
      return `<details class="${classes.fold}"${open}>\n<summary>${title}</summary>${within(content)}</details>\n`;
    },
  );
  offerPairedShortcode(
    eleventyConfig,
    "margin",
    (content: string) => `<div class="${classes.marginNote}" role="note">${within(content)}</div>\n`,
  );
  offerPairedShortcode(
    eleventyConfig,
    "steps",
    (content: string) => `<div class="${classes.stepList}">${within(content)}</div>\n`,
  );
  offerPairedShortcode(eleventyConfig, "tab", (content: string, title?: unknown) => {
    return `\n${tabStart(textOf(title))}${within(content)}</div>\n`;
  });
  offerPairedShortcode(eleventyConfig, "tabs", function (content: string, name?: unknown) {
    const label = escapeHtml(textOf(name, languages.of(this).site.strings.tabs));
    return `<div class="${classes.tabSet}" role="group" aria-label="${label}">\n${withRadios(content)}\n</div>\n`;
  });
  offerPairedShortcode(eleventyConfig, "card", (content: string, title?: unknown, url?: unknown) => {
    const href = isScriptUrl(textOf(url)) ? "" : textOf(url);
    const text = escapeHtml(textOf(title, href));
    const heading = href ? `<a href="${escapeHtml(href)}">${text}</a>` : text;
    return `<li>\n${text && `<p class="card-title">${heading}</p>`}${within(content)}</li>\n`;
  });
  offerPairedShortcode(
    eleventyConfig,
    "cards",
    (content: string) => `<ul class="${classes.cardGrid}">\n${content.trim()}\n</ul>\n`,
  );
  offerShortcode(
    eleventyConfig,
    "video",
    function (source?: unknown, label?: unknown, poster?: unknown, captions?: unknown) {
      const { language, strings, writing, url } = languages.of(this).site;
      const files = Object.entries({ poster, captions }).flatMap(([name, file]): [string, string][] =>
        textOf(file) ? [[name, rootUrl(textOf(file))]] : [],
      );
      return mediaElement(
        { src: rootUrl(textOf(source)), label: textOf(label), attributes: new Map(files) },
        {
          strings,
          language,
          embeds: writing.embeds,
          siteUrl: url,
          warn: (problem) => warn(`in ${callingTemplate(this)}, ${problem}`),
        },
      );
    },
  );
}

/** Adds a radio button and its label before each panel, and removes the titles. */
function withRadios(content: string): string {
  const name = `tabs-${shortHash(content).slice(0, 6)}`;
  let number = 0;
  return content.trim().replaceAll(tabStarts, (_start, title: string) => {
    number += 1;
    const id = `${name}-${number}`;
    const checked = number === 1 ? " checked" : "";
    return `<input type="radio" name="${name}" id="${id}"${checked}>\n<label for="${id}">${title || number}</label>\n<div class="tab-panel">`;
  });
}
