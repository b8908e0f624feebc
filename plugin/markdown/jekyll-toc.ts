import type { EleventyConfig, TemplateContext } from "../eleventy/api.js";
import { addFilter } from "../eleventy/filters.js";
import { classes } from "../utils/markup.js";
import { type Heading, headingsOf, nested } from "./contents.js";

/** The `this` of a filter: Nunjucks has the page's data in `ctx`, Liquid behind a getter. */
interface FilterContext extends TemplateContext {
  ctx?: Record<string, unknown>;
  context?: { get(path: string[]): unknown };
}

/**
 * Adds the filters of the Jekyll plugin jekyll-toc, for the site's own layouts: `toc` returns a table of contents and the
 * text after it, `toc_only` the table alone, `inject_anchors` the text alone. As in Jekyll, they work on pages with
 * `toc: true` in their front matter. A filter of the author's own with the same name takes precedence.
 *
 * @see https://github.com/toshimaru/jekyll-toc
 */
export function addTocFilters(eleventyConfig: EleventyConfig): void {
  const filters: Record<string, (html: string, isOn: boolean) => string> = {
    toc: (html, isOn) => (isOn ? table(html) + withAnchors(html) : html),
    toc_only: (html, isOn) => (isOn ? table(html) : ""),
    inject_anchors: (html, isOn) => (isOn ? withAnchors(html) : html),
  };
  for (const [name, filter] of Object.entries(filters)) {
    if (eleventyConfig.getFilter(name)) continue;
    addFilter(eleventyConfig, name, function (this: FilterContext, content: unknown) {
      return filter(String(content ?? ""), Boolean(this.ctx?.toc ?? this.context?.get(["toc"])));
    });
  }
}

/** Returns the table of contents in the markup of jekyll-toc. */
function table(html: string): string {
  const headings = nested(headingsOf(html, [1, 6]));
  return headings.length > 0 ? list(headings, ' id="toc" class="section-nav"') : "";
}

function list(headings: readonly Heading[], attributes = ""): string {
  const items = headings.map(({ id, html, level, children }) => {
    const link = `<a href="#${id}">${html}</a>`;
    return `<li class="toc-entry toc-h${level}">${link}${children.length > 0 ? `\n${list(children)}` : ""}</li>\n`;
  });
  return `<ul${attributes}>\n${items.join("")}</ul>\n`;
}

/** Adds to each heading a link to itself. It is not in the tab order, as it is for mouse and touch only. */
const withAnchors = (html: string): string =>
  html.replace(
    /(<h[1-6]\b[^>]*\sid="([^"]*)"[^>]*>)/gi,
    (start, _, id: string) =>
      `${start}<a class="${classes.anchor}" href="#${id}" aria-hidden="true" tabindex="-1"><span class="octicon octicon-link"></span></a>`,
  );
