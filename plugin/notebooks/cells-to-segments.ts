import { fill } from "../i18n/fill.js";
import { escapeHtml } from "../utils/html.js";
import { type CellView, type Visibility, viewOf } from "./cell-view.js";
import { languageOfCell } from "./languages.js";
import type { Cell } from "./notebook.js";
import { htmlSegment, type Segment } from "./segment.js";
import { type OutputContext, showOutputs } from "./show-outputs.js";
import { textBlock } from "./text-block.js";

/** Formats of raw cells that are shown as Markdown, whose HTML is filtered; those of others are for other ways of export. */
const markdownFormats = new Set(["text/html", "html", "text/markdown", "markdown"]);

/**
 * Returns what a page shows of a notebook's cells.
 *
 * @param language - The language of the notebook's code.
 * @param defaults - How cells are shown that do not say it.
 * @param contextOf - Returns what the outputs of a cell need, by the cell and its number among those of code.
 */
export function cellsToSegments(
  cells: readonly Cell[],
  language: string,
  defaults: Readonly<Record<string, unknown>>,
  contextOf: (cell: Cell, number: number) => OutputContext,
): Segment[] {
  let number = 0;
  return cells.flatMap((cell): Segment[] => {
    if (cell.kind === "code") {
      number += 1;
      return codeCell(cell, viewOf(cell, defaults), language, contextOf(cell, number));
    }
    if (hasTag(cell, "remove")) return [];
    if (cell.kind === "markdown") return [{ kind: "markdown", source: cell.source, cell, isOutput: false }];
    return rawCell(cell, contextOf(cell, number));
  });
}

const hasTag = ({ metadata: { tags } }: Cell, verb: string): boolean =>
  Array.isArray(tags) && tags.some((tag) => new RegExp(`^${verb}[-_]cell$`, "i").test(String(tag)));

function codeCell(cell: Cell, view: CellView, language: string, context: OutputContext): Segment[] {
  const { strings, number } = context;
  const name = fill(strings.notebook.output, number);
  const code: Segment[] =
    view.source.trim() === ""
      ? []
      : [
          {
            kind: "code",
            source: `${view.source.replace(/^\n+/, "").trimEnd()}\n`,
            language: languageOfCell(view.source, cell.metadata, language),
          },
        ];
  const outputs = view.output === "removed" ? [] : showOutputs(cell, view, context);
  const group =
    outputs.length > 0
      ? [
          htmlSegment(`<div class="notebook-output" role="group" aria-label="${escapeHtml(name)}">\n`),
          ...outputs,
          htmlSegment("</div>\n"),
        ]
      : [];
  return [
    ...folded(code, view.code, fill(strings.notebook.code, number)),
    ...folded(group, view.output, name),
  ];
}

function folded(segments: readonly Segment[], visibility: Visibility, label: string): readonly Segment[] {
  if (visibility === "removed" || segments.length === 0) return [];
  if (visibility === "shown") return segments;
  const start = `<details class="notebook-fold">\n<summary>${escapeHtml(label)}</summary>\n`;
  return [htmlSegment(start), ...segments, htmlSegment("</details>\n")];
}

/** A raw cell without a format is text, as in Jupyter. */
function rawCell(cell: Cell, { strings }: OutputContext): Segment[] {
  const format = String(cell.metadata.raw_mimetype ?? cell.metadata.format ?? "").toLowerCase();
  if (markdownFormats.has(format)) return [{ kind: "markdown", source: cell.source, cell, isOutput: false }];
  return format === "" || format === "text/plain" ? [htmlSegment(textBlock(cell.source, strings))] : [];
}
