import { statSync } from "node:fs";
import { IndigoError, templateName } from "../utils/errors.js";
import { lineCounter } from "../utils/lines.js";
import { readText, whyUnreadable } from "../utils/read-text.js";
import { isRecord } from "../utils/records.js";
import { jsonErrorAt } from "./json-error.js";
import { languageOf } from "./languages.js";
import type { Notebook } from "./notebook.js";
import { readCells } from "./read-cells.js";

/** The size in bytes from which on a notebook is not read. */
const maxSize = 50 * 2 ** 20;

/**
 * Reads a notebook of version 3 or 4 of Jupyter's format.
 *
 * @param warn - Called with a sentence about each cell or output that can't be read.
 * @throws IndigoError with file and line for one that can't be read at all.
 * @see https://nbformat.readthedocs.io/en/latest/format_description.html
 */
export function readNotebook(inputPath: string, warn: (message: string) => void): Notebook {
  const file = templateName(inputPath);
  const reason = whyUnreadable(inputPath);
  if (reason !== undefined) throw new IndigoError(`${file} ${reason}.`);
  const { size } = statSync(inputPath);
  if (size > maxSize) {
    const megabytes = (bytes: number): string => `${Math.ceil(bytes / 2 ** 20)} MB`;
    throw new IndigoError(
      `${file} has ${megabytes(size)}, more than the ${megabytes(maxSize)} up to which a notebook is read. Clear its large outputs, or write them to files.`,
    );
  }
  const value = parse(readText(inputPath), file);
  if (!isRecord(value))
    throw new IndigoError(`${file} is no notebook: it must be a JSON object with "cells".`);
  const { nbformat: version } = value;
  if (version === 1 || version === 2) {
    throw new IndigoError(
      `${file} is in version ${version} of the notebook format, which is too old: open it in Jupyter and save it.`,
    );
  }
  const cells = cellsOf(value);
  if (!cells) throw new IndigoError(`${file} is no notebook: it has no list "cells".`);
  if (typeof version === "number" && version > 4)
    warn(`${file} is in version ${version} of the notebook format; it is read as version 4.`);
  const metadata = isRecord(value.metadata) ? value.metadata : {};
  return {
    file,
    metadata,
    language: languageOf(metadata),
    cells: readCells(cells, (place, problem) => warn(`cell ${place} in ${file} ${problem}.`)),
  };
}

/** Returns the cells; in version 3 they are in worksheets. */
function cellsOf({ cells, worksheets }: Readonly<Record<string, unknown>>): unknown[] | undefined {
  if (Array.isArray(cells)) return cells;
  if (!Array.isArray(worksheets)) return undefined;
  return worksheets.flatMap((sheet) => (isRecord(sheet) && Array.isArray(sheet.cells) ? sheet.cells : []));
}

function parse(source: string, file: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    const position = jsonErrorAt(source);
    const lineOf = lineCounter(source);
    const place = `${file}:${lineOf(position)}`;
    const conflict = /^(?:<{7}|={7}|>{7})(?: |$)/m.exec(source);
    if (conflict) {
      throw new IndigoError(
        `${file}:${lineOf(conflict.index)} has the marks of a merge that is not resolved: "${conflict[0].trim()}".`,
      );
    }
    const found = JSON.stringify(source.slice(position, position + 20).split("\n")[0]);
    throw new IndigoError(
      position >= source.length
        ? `${place} is not valid JSON: the file ends too early.`
        : `${place} is not valid JSON at ${found}.`,
    );
  }
}
