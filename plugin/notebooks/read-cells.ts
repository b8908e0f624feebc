import { isRecord } from "../utils/records.js";
import type { Bundle, Cell } from "./notebook.js";
import { readBundle, readOutputs } from "./read-outputs.js";
import { textOf } from "./text-of.js";

/**
 * Reads the cells of a notebook of version 3 or 4.
 *
 * @param report - Called with the number of a cell, what is wrong with it, and what is done: `has no text and is left out`.
 */
export function readCells(
  cells: readonly unknown[],
  report: (place: number, problem: string) => void,
): Cell[] {
  return cells.flatMap((cell, index) => readCell(cell, index + 1, report) ?? []);
}

function readCell(
  cell: unknown,
  place: number,
  report: (place: number, problem: string) => void,
): Cell | undefined {
  const leaveOut = (problem: string): undefined => {
    report(place, `${problem} and is left out`);
    return undefined;
  };
  if (!isRecord(cell)) return leaveOut("is no group of named values");
  // Version 3 has `input` in cells of code.
  const source = textOf(cell.source ?? cell.input ?? (cell.cell_type === "code" ? "" : undefined));
  if (source === undefined) return leaveOut('has no text in "source"');
  const metadata = {
    ...(isRecord(cell.metadata) ? cell.metadata : {}),
    ...(typeof cell.collapsed === "boolean" && { collapsed: cell.collapsed }),
  };
  const base = { place, source, metadata, attachments: attachmentsOf(cell.attachments), outputs: [] };
  switch (cell.cell_type) {
    case "markdown":
    // Of version 3; Markdown holds HTML as well.
    case "html":
      return { ...base, kind: "markdown" };
    case "heading": {
      const level = typeof cell.level === "number" ? Math.min(Math.max(Math.trunc(cell.level), 1), 6) : 1;
      const text = source.replaceAll(/\s*\n\s*/g, " ").trim();
      return { ...base, kind: "markdown", source: `${"#".repeat(level)} ${text}` };
    }
    case "raw":
      return { ...base, kind: "raw" };
    case "code": {
      const outputs = readOutputs(cell.outputs, (problem) => report(place, `${problem}, which is left out`));
      return { ...base, kind: "code", outputs };
    }
    default:
      return leaveOut(`has the unknown type ${JSON.stringify(cell.cell_type)}`);
  }
}

function attachmentsOf(value: unknown): Record<string, Bundle> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, bundle]) => (isRecord(bundle) ? [[name, readBundle(bundle)]] : [])),
  );
}
