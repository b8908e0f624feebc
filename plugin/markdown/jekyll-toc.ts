import type { EleventyConfig, TemplateContext } from "../eleventy/api.js";
import { classes } from "../utils/markup.js";
import { type Heading, headingsOf, nested } from "./contents.js";

/** What a filter is called with: Nunjucks has a page's data at hand, Liquid asks for it. */
interface FilterContext extends TemplateContext {
  ctx?: Record<string, unknown>;
  context?: { get(path: string[]): unknown };
}

/**
 * Adds the filters of Jekyll's plugin jekyll-toc, for layouts of the site's own: `toc`, a table of contents with the text
 * behind it; `toc_only`, the table alone; `inject_anchors`, the text alone. As there, they do so on pages with `toc: true`
 * in their front matter. A filter of the author's own of the same name stays theirs.
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
    eleventyConfig.addFilter(name, function (this: FilterContext, content: unknown) {
      return filter(String(content ?? ""), Boolean(this.ctx?.toc ?? this.context?.get(["toc"])));
    });
  }
}

/** The table in the markup of jekyll-toc. */
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

/** Headings with a link to themselves. Out of the tab order, as it is for those who point. */
const withAnchors = (html: string): string =>
  html.replace(
    /(<h[1-6]\b[^>]*\sid="([^"]*)"[^>]*>)/gi,
    (start, _, id: string) =>
      `${start}<a class="${classes.anchor}" href="#${id}" aria-hidden="true" tabindex="-1"><span class="octicon octicon-link"></span></a>`,
  );
