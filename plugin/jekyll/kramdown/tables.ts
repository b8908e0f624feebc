import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import { alignmentClasses } from "../../markdown/index.js";
import { codeSpans, Search } from "../../utils/search.js";
import { tagAt } from "./elements.js";
import { endTagOf } from "./html.js";
import { endsBlock, indentOf, pushText, startsBlock, wholeLine } from "./rules.js";

/** The most empty cells that short rows of a document get, as in markdown-it's tables: such a row may be one character long. */
const maxEmptyCells = 65_536;

/** A parsed table. */
interface Table {
  readonly sections: { readonly tag: string; readonly rows: string[][] }[];
  /** The alignment of each column; empty if it is not set. */
  readonly align: readonly string[];
  /** The line after the table. */
  readonly end: number;
}

/**
 * Parses a table: lines with a pipe between blank lines, with optional header, several bodies, and footer.
 *
 * @see https://kramdown.gettalong.org/syntax.html#tables
 */
export function table(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  if (silent || indentOf(state, line) >= 4 || !hasPipe(wholeLine(state, line)) || !startsBlock(state, line)) {
    return false;
  }
  const parsed = readTable(state, line, endLine);
  const hasBody = parsed.sections.some(({ tag }) => tag === "tbody");
  if (!hasBody || !endsBlock(state, parsed.end, endLine)) return false;
  const text = state.src.slice(state.bMarks[line], state.eMarks[parsed.end - 1]);
  if (!hasPipesOutsideCode(text)) return false;
  pushTable(state, line, parsed);
  state.line = parsed.end;
  return true;
}

/** Returns whether a line has a pipe without a backslash. */
const hasPipe = (source: string): boolean => /(?:^|[^\\])\|/.test(source);

const tablePart = /`+|<(?=[A-Za-z])|\\?\||\n/g;

/** Returns whether each line of a text has a pipe outside code and HTML elements, which may go on over lines. */
function hasPipesOutsideCode(text: string): boolean {
  const code = codeSpans(text);
  const search = new Search(text);
  let isPiped = false;
  let done = 0;
  for (const { 0: part, index } of text.matchAll(tablePart)) {
    if (index < done) continue;
    if (part === "|") {
      isPiped = true;
    } else if (part === "\n") {
      // kramdown does not count a line that ends right before code or an element.
      if (text[index + 1] === "`" || (text[index + 1] === "<" && tagAt(text, index + 1))) continue;
      if (!isPiped) return false;
      isPiped = false;
    } else if (part === "<") {
      const tag = tagAt(text, index);
      if (tag) done = tag.isClosed ? tag.end : search.next(endTagOf(tag.name), tag.end).end;
    } else if (part.startsWith("`")) {
      done = code.get(index) ?? index + part.length;
      const lines = text.slice(index, done).split("\n").length;
      if (lines > 2 || (lines === 2 && !isPiped)) return false;
      if (lines === 2) isPiped = false;
    }
  }
  return isPiped;
}

/** Parses the lines of a table, from its first line. */
function readTable(state: StateBlock, line: number, endLine: number): Table {
  const sections: { tag: string; rows: string[][] }[] = [];
  let align: string[] | undefined;
  let rows: string[][] = [];
  let hasFoot = false;
  let end = line;
  const startsWithPipe = /^\s*\|/.test(wholeLine(state, line));
  const close = (tag: string) => {
    if (rows.length > 0) sections.push({ tag, rows });
    rows = [];
  };
  for (; end < endLine && indentOf(state, end) >= 0; end += 1) {
    const source = wholeLine(state, end).trimEnd();
    if (!hasPipe(source)) break;
    if (source.includes("-") && /^[+|: \t-]+$/.test(source)) {
      if (hasFoot) continue;
      // The first line of dashes ends the header, if there is one; any other ends a body.
      const isHeader = rows.length > 0 && !align;
      if (isHeader) align = (source.match(/[:-]*-[:-]*/g) ?? []).map(alignmentOf);
      close(isHeader ? "thead" : "tbody");
    } else if (source.includes("=") && /^[+|: \t=]+$/.test(source)) {
      close("tbody");
      hasFoot = true;
    } else {
      rows.push(cellsOf(source, startsWithPipe));
    }
  }
  close(hasFoot ? "tfoot" : "tbody");
  return { sections, align: align ?? [], end };
}

/** Returns the alignment that a cell of dashes and colons sets. */
function alignmentOf(dashes: string): string {
  if (dashes.startsWith(":")) return dashes.endsWith(":") ? "center" : "left";
  return dashes.endsWith(":") ? "right" : "";
}

const cellPart = /[^\\|`<]+|\\\||`+|[\s\S]/y;

/** Splits a line into cells. A pipe in code or after a backslash is text. */
function cellsOf(line: string, startsWithPipe: boolean): string[] {
  const cells = [""];
  const code = codeSpans(line);
  const search = new Search(line);
  for (let at = 0, end = 0; at < line.length; at = end) {
    cellPart.lastIndex = at;
    const part = cellPart.exec(line)?.[0] ?? "";
    end = at + part.length;
    if (part === "|") {
      cells.push("");
      continue;
    }
    if (part === "<") end = codeEnd(line, at, search) || end;
    if (part.startsWith("`")) end = code.get(at) ?? end;
    cells[cells.length - 1] += part === "\\|" ? "|" : line.slice(at, end);
  }
  if (startsWithPipe && !cells[0]?.trim()) cells.shift();
  if (!cells.at(-1)?.trim()) cells.pop();
  return cells.map((cell) => cell.trim());
}

/** Returns whether the short rows of a table can be filled with empty cells, and counts these cells for the document. */
function takeEmptyCells({ env }: StateBlock, count: number): boolean {
  const total = Number(env.kramdownEmptyCells ?? 0) + count;
  if (total > maxEmptyCells) return false;
  env.kramdownEmptyCells = total;
  return true;
}

/** Returns the end of the element `code` that starts at an index; 0 if none does. */
function codeEnd(line: string, start: number, search: Search): number {
  if (!line.startsWith("<code", start)) return 0;
  const { end } = search.next("</code>", search.next(">", start + 5).end);
  return Number.isFinite(end) ? end : 0;
}

function pushTable(state: StateBlock, line: number, { sections, align, end }: Table): void {
  const lengths = sections.flatMap(({ rows }) => rows.map((row) => row.length));
  const columns = lengths.reduce((most, length) => Math.max(most, length), 0);
  const isPadded = takeEmptyCells(
    state,
    lengths.reduce((sum, length) => sum + columns - length, 0),
  );
  state.push("table_open", "table", 1).map = [line, end];
  for (const { tag, rows } of sections) {
    const cell = tag === "thead" ? "th" : "td";
    state.push(`${tag}_open`, tag, 1);
    for (const row of rows) {
      state.push("tr_open", "tr", 1);
      for (let column = 0; column < (isPadded ? columns : row.length); column += 1) {
        const open = state.push(`${cell}_open`, cell, 1);
        const alignment = alignmentClasses[align[column] ?? ""];
        if (alignment) open.attrSet("class", alignment);
        pushText(state, row[column] ?? "");
        state.push(`${cell}_close`, cell, -1);
      }
      state.push("tr_close", "tr", -1);
    }
    state.push(`${tag}_close`, tag, -1);
  }
  state.push("table_close", "table", -1);
}
