import { fill } from "../i18n/fill.js";
import type { Strings } from "../i18n/strings/types.js";
import { escapeHtml } from "../utils/html.js";
import { classes } from "../utils/markup.js";
import { formulaLimits } from "../utils/mathml.js";
import type { HtmlContext } from "./allowed-html.js";
import type { CellView } from "./cell-view.js";
import type { Bundle, Cell, Output } from "./notebook.js";
import type { PageFiles, ShownFile } from "./page-files.js";
import { maxHtml, safeHtml } from "./safe-html.js";
import { htmlSegment, type Segment } from "./segment.js";
import { noteOf, textBlock } from "./text-block.js";

/** What outputs need to know of their page. */
export interface OutputContext {
  strings: Strings;
  files: PageFiles;
  html: HtmlContext;
  /** The number of the cell among those of code. */
  number: number;
  /** Renders the caption of an image, which is Markdown. */
  caption(text: string): string;
  /** Called with the media types of an output of which none can be shown. */
  notShown(types: readonly string[]): void;
}

/**
 * Returns the outputs of a cell: of each the richest form that is safe. What only works with scripts is replaced by a note,
 * followed by its form as text if it has one.
 */
export function showOutputs(cell: Cell, view: CellView, context: OutputContext): Segment[] {
  const images = imageWriter(view, context);
  const segments: Segment[] = [];
  let hasNote = false;
  for (const output of joinStreams(cell.outputs)) {
    if (output.kind === "stream") {
      if (output.isError && !view.hasWarnings) continue;
      segments.push(htmlSegment(textBlock(output.text, context.strings, classOf(output.isError))));
    } else if (output.kind === "error") segments.push(htmlSegment(errorBox(output, context.strings)));
    else {
      const shown = showData(output, cell, images, context);
      if (shown.isIncomplete && !hasNote)
        segments.push(htmlSegment(noteOf(context.strings.notebook.notShown)));
      hasNote ||= shown.isIncomplete;
      segments.push(...shown.segments);
    }
  }
  return segments.filter((segment) => segment.kind !== "html" || segment.html !== "");
}

const classOf = (isError: boolean): string => (isError ? "notebook-text notebook-stderr" : "notebook-text");

/** Joins what a program wrote to one stream piece by piece, so that a piece can overwrite another. */
function joinStreams(outputs: readonly Output[]): Output[] {
  const joined: Output[] = [];
  for (const output of outputs) {
    const last = joined.at(-1);
    if (output.kind === "stream" && last?.kind === "stream" && last.isError === output.isError)
      joined[joined.length - 1] = { ...last, text: last.text + output.text };
    else joined.push(output);
  }
  return joined;
}

function errorBox({ name, value, traceback }: Extract<Output, { kind: "error" }>, strings: Strings): string {
  const message = textOfError([name, value].filter(Boolean).join(": "));
  // Python repeats the message at the end.
  const lines = traceback.trimEnd().split("\n");
  if (textOfError(lines.at(-1) ?? "") === message) lines.pop();
  return (
    `<div class="notebook-error">\n<p>${escapeHtml(message)}</p>\n` +
    `${textBlock(lines.join("\n"), strings)}</div>\n`
  );
}

const textOfError = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colors start with one
  text.replaceAll(/\u001b\[[\d;]*m/g, "").trim();

interface Shown {
  segments: Segment[];
  /** Whether something of it needs a script, or is in no form that is shown. */
  isIncomplete: boolean;
}

type Data = Extract<Output, { kind: "data" }>;
type Images = ReturnType<typeof imageWriter>;

const rasters = ["image/png", "image/jpeg", "image/webp", "image/gif"];

/** What IPython writes in place of HTML, scripts and images that it can't show as text. */
const placeholder = /^<(?:IPython\.core\.display\.\w+ object|Figure size [\d.x]+ with \d+ Axes)>$/;

function showData({ data, metadata }: Data, cell: Cell, images: Images, context: OutputContext): Shown {
  let isScripted = Object.keys(data).some((type) => needsScript.test(type));
  const html = textIn(data, "text/html");
  if (html && html.length <= maxHtml) {
    const safe = safeHtml(html, context.html, context.files.addSvg);
    isScripted ||= safe.isScripted;
    const isUsable = isVisible(safe.html) && (safe.isRich || !safe.isScripted);
    if (isUsable && !(safe.hasHidden && textIn(data, "text/plain")))
      return complete(htmlSegment(`<div class="notebook-html">${safe.html}</div>\n`));
  }
  const markdown = textIn(data, "text/markdown");
  if (markdown) return complete({ kind: "markdown", source: markdown, cell, isOutput: true });
  const formula = formulaOf(textIn(data, "text/latex") ?? "");
  if (formula) return complete({ kind: "markdown", source: formula, cell, isOutput: true });
  const svg = textIn(data, "image/svg+xml");
  const drawing = svg === undefined ? undefined : context.files.addSvg(svg);
  if (drawing) return complete(htmlSegment(images(drawing, metadata["image/svg+xml"])));
  for (const type of rasters) {
    const file = context.files.add(textIn(data, type) ?? "");
    if (file) return complete(htmlSegment(images(file, metadata[type])));
  }
  const text = textIn(data, "text/plain") ?? jsonText(data["application/json"]);
  const block = text === undefined || placeholder.test(text.trim()) ? "" : textBlock(text, context.strings);
  const types = Object.keys(data);
  const isLost = block === "" && types.some((type) => type !== "text/plain" && type !== "text/html");
  if (isLost && !isScripted) context.notShown(types);
  return { segments: [htmlSegment(block)], isIncomplete: isScripted || isLost };
}

const complete = (segment: Segment): Shown => ({ segments: [segment], isIncomplete: false });

/** Media types of scripts, and of data for scripts: widgets, Vega, Plotly, Bokeh. */
const needsScript = /^(?:application|text)\/(?:javascript$|vnd\.(?!dataresource|google\.colab))/;

const textIn = (data: Bundle, type: string): string | undefined => {
  const value = data[type];
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
};

/** Returns whether HTML shows anything. */
const isVisible = (html: string): boolean =>
  /<(?:img|video|audio|table|hr)\b/.test(html) || /\S/.test(html.replaceAll(/<[^>]*>/g, ""));

/** Returns a formula in LaTeX as Markdown; undefined for LaTeX that is more than one formula, such as a table. */
function formulaOf(latex: string): string | undefined {
  if (latex.length > formulaLimits.source) return undefined;
  const source = latex.trim().replaceAll(/\n\s*\n/g, "\n");
  const [, , inner] =
    /^(\$\$?)((?:\\.|[^\\$])+)\1$/s.exec(source) ?? /^(\\\[)([\s\S]+)\\\]$/.exec(source) ?? [];
  const environment =
    /^\\begin\{(?:equation|align|gather|multline|eqnarray|math|displaymath)\*?\}[\s\S]*\}$/.test(source);
  const tex = environment ? source : inner?.trim();
  return tex ? `$$\n${tex}\n$$` : undefined;
}

function jsonText(value: unknown): string | undefined {
  try {
    return value === undefined ? undefined : JSON.stringify(value, null, 2);
  } catch {
    // Nested too deep.
    return undefined;
  }
}

/** Returns a function that writes the images of a cell, with the texts that the cell has for them in order. */
function imageWriter(
  { captions, alternatives, id }: CellView,
  { strings, number, caption }: OutputContext,
): (file: ShownFile, metadata: unknown) => string {
  let count = 0;
  return ({ src, width, height }, metadata) => {
    const own = (metadata ?? {}) as { width?: unknown; height?: unknown; alt?: unknown };
    const [index, text] = [count, captions[count]];
    count += 1;
    const alt =
      alternatives[index] ??
      (typeof own.alt === "string" ? own.alt : undefined) ??
      fill(strings.notebook.output, number);
    const sizes: [string, unknown][] =
      isSize(own.width) && isSize(own.height)
        ? [
            ["width", Math.round(own.width)],
            ["height", Math.round(own.height)],
          ]
        : [
            ["width", width],
            ["height", height],
          ];
    const written = sizes.flatMap(([name, value]) => (value ? [` ${name}="${value}"`] : []));
    const image = `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}"${written.join("")} loading="lazy" decoding="async">`;
    const ownId = index === 0 && id ? ` id="${escapeHtml(id)}"` : "";
    if (text === undefined) return `<p${ownId}>${image}</p>\n`;
    const figcaption = `<figcaption class="caption">${caption(text)}</figcaption>`;
    return `<figure class="${classes.figure}"${ownId}>${image}${figcaption}</figure>\n`;
  };
}

const isSize = (value: unknown): value is number => typeof value === "number" && value >= 1 && value < 20_000;
