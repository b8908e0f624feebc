import path from "node:path";
import type MarkdownIt from "markdown-it";
import type { EleventyConfig } from "../eleventy/api.js";
import { rootUrl, type SiteFile } from "../eleventy/site-files.js";
import { fill } from "../i18n/fill.js";
import type { Strings } from "../i18n/strings/types.js";
import { escapeHtml } from "../utils/html.js";
import { classes } from "../utils/markup.js";
import { fileName } from "../utils/slug.js";
import { withoutHtml } from "../utils/without-html.js";
import type { HtmlContext } from "./allowed-html.js";
import { cellPlaces } from "./cell-place.js";
import { defaultsIn } from "./cell-view.js";
import { cellsToSegments } from "./cells-to-segments.js";
import { renderDocument } from "./document.js";
import type { NotebookFrontMatter } from "./front-matter.js";
import { fileFinder } from "./local-files.js";
import type { Cell, Notebook } from "./notebook.js";
import { pageFiles } from "./page-files.js";
import type { OutputContext } from "./show-outputs.js";
import { plainText } from "./title.js";

/** The page that a notebook becomes. */
export interface NotebookPage {
  inputPath: string;
  url: string | false;
  /** Its title, which the layout of a post shows. */
  title: unknown;
  layout: unknown;
  /** The title in its text. */
  heading: string | undefined;
  strings: Strings;
}

/** A rendered notebook. */
export interface RenderedNotebook {
  html: string;
  /** Images and recordings of its outputs, by their URLs. */
  files: ReadonlyMap<string, Buffer | string>;
  /** Files of the site that are copied: the notebook, and what its texts show. */
  copies: readonly SiteFile[];
}

/** What rendering notebooks of a site needs. */
export interface RenderContext {
  eleventyConfig: EleventyConfig;
  md: MarkdownIt;
  warn(message: string): void;
  /** Returns the URL of the page of a template. */
  pageOf(inputPath: string): string | undefined;
  /** Returns whether a URL is that of the page of a notebook. */
  isNotebook(url: string): boolean;
  /** Whether the Markdown library reports files that do not exist. */
  hasReported: boolean;
}

/**
 * Renders a notebook.
 *
 * @param frontMatter - Its front matter, and its other cells.
 * @param env - The page's data, which is markdown-it's environment.
 */
export function renderNotebook(
  { file, language }: Notebook,
  { data, cells }: NotebookFrontMatter,
  page: NotebookPage,
  env: object,
  { eleventyConfig, md, warn, pageOf, isNotebook, hasReported }: RenderContext,
): RenderedNotebook {
  const { strings, inputPath } = page;
  const name = path.posix.basename(inputPath);
  const files = pageFiles(page.url || "/assets/notebooks/", fileName(name.replace(/\.ipynb$/, "")));
  const copies = new Map<string, SiteFile>();
  const copy = (each: SiteFile): void => void copies.set(each.to, each);
  const placeOf = cellPlaces(file, inputPath);
  const report = (cell: Cell, problem: string): void =>
    warn(`cell ${cell.place} in ${placeOf(cell)} ${problem}.`);
  const findFile = fileFinder(eleventyConfig, { inputPath, cells, files, copy, hasReported, report });

  const leftOut = new Map<string, Cell>();
  const htmlOf = (cell: Cell, isOutput: boolean, number = 0): HtmlContext => ({
    isOutput,
    fileOf: (url) => findFile(url, cell, isOutput),
    label: isOutput ? fill(strings.notebook.output, number) : "",
    leftOut(element) {
      if (!isOutput && !leftOut.has(element)) leftOut.set(element, cell);
    },
  });
  const contextOf = (cell: Cell, number: number): OutputContext => ({
    strings,
    files,
    html: htmlOf(cell, true, number),
    number,
    caption: (text) => withoutHtml(md, () => md.renderInline(text, env)),
    notShown: (types) => report(cell, `has an output in no form that can be shown (${types.join(", ")})`),
  });
  const segments = cellsToSegments(cells, language, defaultsIn(data), contextOf);
  const html = renderDocument(segments, {
    md,
    env,
    title: {
      isShownByLayout: page.layout === "post",
      isNotebookTitle: (text) => plainText(text) === page.heading,
      isPageTitle: (text) => plainText(text) === plainText(String(page.title ?? "")),
    },
    pageOf(other) {
      if (other.startsWith("/")) return isNotebook(other) ? other : undefined;
      return pageOf(path.posix.join(path.posix.dirname(inputPath), other));
    },
    htmlOf: ({ cell, isOutput }) => htmlOf(cell, isOutput),
  });
  for (const [element, cell] of leftOut)
    report(cell, `has <${element}>, which the page of a notebook can't have and which is left out`);

  if (page.url === false) return { html, files: files.files, copies: [...copies.values()] };
  const folder = page.url.endsWith("/") ? page.url : path.posix.dirname(page.url);
  const to = path.posix.join(folder, name).replace(/^\//, "");
  copy({ from: path.posix.normalize(inputPath), to, namedBy: file });
  const link = `<p class="${classes.notebook}"><a href="${escapeHtml(rootUrl(to))}" download>${escapeHtml(strings.notebook.download)}</a></p>\n`;
  return { html: `${html}${link}`, files: files.files, copies: [...copies.values()] };
}
