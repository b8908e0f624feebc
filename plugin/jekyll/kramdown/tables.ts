import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import { lineAt, pushText } from "./rules.js";

interface Table {
  readonly sections: { readonly tag: string; readonly rows: string[][] }[];
  /** How the cells of each column are aligned; empty where the table does not say. */
  readonly align: readonly string[];
  /** The line after the table. */
  readonly end: number;
}

/**
 * Reads a table: lines with a pipe between empty ones, with or without a heading, several bodies or a foot.
 *
 * @see https://kramdown.gettalong.org/syntax.html#tables
 */
export function table(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  if (silent || !lineAt(state, line)?.includes("|") || !startsBlock(state, line)) return false;
  const found = readTable(state, line, endLine);
  const hasBody = found.sections.some(({ tag }) => tag === "tbody");
  if (!hasBody || !endsBlock(state, found.end, endLine)) return false;
  pushTable(state, line, found);
  state.line = found.end;
  return true;
}

function startsBlock(state: StateBlock, line: number): boolean {
  const last = state.tokens.at(-1);
  return (
    line === 0 || state.isEmpty(line - 1) || !last || last.nesting === 1 || last.type.startsWith("kramdown_")
  );
}

function endsBlock(state: StateBlock, line: number, endLine: number): boolean {
  if (line >= endLine || state.isEmpty(line) || (state.sCount[line] ?? 0) < state.blkIndent) return true;
  return /^(\{:|\^\s*$)/.test(lineAt(state, line) ?? "");
}

/** The lines from one on that a table may have. */
function readTable(state: StateBlock, line: number, endLine: number): Table {
  const sections: { tag: string; rows: string[][] }[] = [];
  let align: string[] | undefined;
  let rows: string[][] = [];
  let hasFoot = false;
  let end = line;
  const close = (tag: string) => {
    if (rows.length > 0) sections.push({ tag, rows });
    rows = [];
  };
  for (; end < endLine && (state.sCount[end] ?? 0) >= state.blkIndent; end += 1) {
    const source = (lineAt(state, end) ?? "").trimEnd();
    const cells = cellsOf(source);
    if (!cells) break;
    if (source.includes("=") && /^[+|: \t=]+$/.test(source)) {
      close("tbody");
      hasFoot = true;
    } else if (!source.includes("-") || !/^[+|: \t-]+$/.test(source)) {
      rows.push(cells);
    } else if (!hasFoot) {
      // The first line of dashes ends a heading, where there is one; each other one ends a body.
      const isHeading = rows.length > 0 && !align;
      if (isHeading) align = (source.match(/[:-]*-[:-]*/g) ?? []).map(alignmentOf);
      close(isHeading ? "thead" : "tbody");
    }
  }
  close(hasFoot ? "tfoot" : "tbody");
  return { sections, align: align ?? [], end };
}

function alignmentOf(mark: string): string {
  if (mark.startsWith(":")) return mark.endsWith(":") ? "center" : "left";
  return mark.endsWith(":") ? "right" : "";
}

/** The cells of a line, `undefined` for a line without a pipe. A pipe in code or after a backslash is text. */
function cellsOf(line: string): string[] | undefined {
  const cells = [""];
  for (const [part, , pipe] of line.matchAll(
    /[^\\|`<]+|\\\||(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|<code.*?>.*?<\/code>|(\|)|[\s\S]/g,
  )) {
    if (pipe) cells.push("");
    else cells[cells.length - 1] += part === "\\|" ? "|" : part;
  }
  if (cells.length === 1) return undefined;
  if (/^\s*\|/.test(line) && !cells[0]?.trim()) cells.shift();
  if (!cells.at(-1)?.trim()) cells.pop();
  return cells.map((cell) => cell.trim());
}

function pushTable(state: StateBlock, line: number, { sections, align, end }: Table): void {
  const columns = Math.max(...sections.flatMap(({ rows }) => rows.map((row) => row.length)));
  state.push("table_open", "table", 1).map = [line, end];
  for (const { tag, rows } of sections) {
    const cell = tag === "thead" ? "th" : "td";
    state.push(`${tag}_open`, tag, 1);
    for (const row of rows) {
      state.push("tr_open", "tr", 1);
      for (let column = 0; column < columns; column += 1) {
        const open = state.push(`${cell}_open`, cell, 1);
        if (align[column]) open.attrSet("style", `text-align: ${align[column]}`);
        pushText(state, row[column] ?? "");
        state.push(`${cell}_close`, cell, -1);
      }
      state.push("tr_close", "tr", -1);
    }
    state.push(`${tag}_close`, tag, -1);
  }
  state.push("table_close", "table", -1);
}
