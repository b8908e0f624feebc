import { alert } from "@mdit/plugin-alert";
import type MarkdownIt from "markdown-it";
import type { EleventyConfig } from "../eleventy/api.js";
import { offerPairedShortcode } from "../eleventy/shortcodes.js";
import { callingTemplate } from "../eleventy/template-context.js";
import type { Strings } from "../i18n/strings/types.js";
import type { PageLanguages } from "../options/page-language.js";
import { alternatives, IndigoError, suggestion } from "../utils/errors.js";
import { escapeHtml } from "../utils/html.js";
import { classes } from "../utils/markup.js";

/** The kinds of callouts that GitHub has. */
export const calloutKinds = ["note", "tip", "important", "warning", "caution"] as const;

type Kind = (typeof calloutKinds)[number];

const isKind = (kind: string): kind is Kind => (calloutKinds as readonly string[]).includes(kind);

/** Returns the attributes of a callout's element. */
export const calloutAttributes = (kind: string): { class: string; role: string } => ({
  class: `${classes.callout} callout-${kind}`,
  role: "note",
});

/** Returns the start of a callout, without a blank line, which would end the HTML in Markdown. */
const open = (kind: string, title: string): string =>
  `<div class="${classes.callout} callout-${kind}" role="note">\n<p class="callout-title">${escapeHtml(title)}</p>\n`;

/**
 * Renders callouts in GitHub's syntax: a quotation whose first line is `[!NOTE]`, or another of the {@link calloutKinds}.
 *
 * @param stringsOf - Returns the UI strings in the language of a page, by its markdown-it environment.
 * @see https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#alerts
 */
export function useCallouts(md: MarkdownIt, stringsOf: (env: unknown) => Strings): void {
  if (md.renderer.rules.alert_title) return;
  md.use(alert, {
    alertNames: [...calloutKinds],
    openRender: () => "",
    titleRender: (tokens, index, _options, env) => {
      const kind = tokens[index]?.markup ?? "";
      return isKind(kind) ? open(kind, stringsOf(env).callouts[kind]) : "";
    },
  });
}

/**
 * Adds `{% callout "note", "Title" %}…{% endcallout %}`. The default title is the UI string of the kind.
 *
 * @throws IndigoError for an unknown kind, with the template's name.
 */
export function addCalloutShortcode(eleventyConfig: EleventyConfig, languages: PageLanguages): void {
  offerPairedShortcode(
    eleventyConfig,
    "callout",
    function (content: string, argument: unknown = "note", title?: unknown) {
      const kind = String(argument).toLowerCase();
      if (!isKind(kind)) {
        const place = callingTemplate(this);
        throw new IndigoError(
          `{% callout ${JSON.stringify(argument)} %} in ${place} must be one of ${alternatives(calloutKinds)}.${suggestion(kind, calloutKinds)}`,
        );
      }
      const shownTitle =
        typeof title === "string" && title.trim() !== ""
          ? title
          : languages.of(this).site.strings.callouts[kind];
      return `${open(kind, shownTitle)}\n${content.trim()}\n\n</div>\n`;
    },
  );
}
