import type { Document } from "yaml";
import { IndigoError } from "./errors.js";
import { isNestedTooDeep, maxNestingDepth } from "./nesting-depth.js";
import { readText } from "./read-text.js";
import { load } from "./require.js";

/** A file of data, and where each of its values stands. */
export interface DataFile {
  value: unknown;
  /** File and line of the value at a path of keys, or of the nearest value around it: `_config.yml:12`. */
  place(path: readonly PropertyKey[]): string;
}

/**
 * Reads a YAML or JSON file of the author's. JSON is YAML too, so that one parser gives lines for both.
 *
 * @throws IndigoError with file and line where the file is malformed.
 */
export function readDataFile(file: string): DataFile {
  return readData(readText(file), file);
}

/**
 * Reads YAML or JSON that stands in a file of the author's, such as front matter.
 *
 * @param linesBefore - How many lines of the file come before it.
 * @throws IndigoError with file and line where it is malformed, and for values nested beyond measure.
 */
export function readData(source: string, file: string, linesBefore = 0): DataFile {
  if (isNestedTooDeep(source)) {
    throw new IndigoError(`${file} has values more than ${maxNestingDepth} levels deep in one another.`);
  }
  // Loaded only where there is something to read: it is many files.
  const { LineCounter, parseDocument } = load("yaml") as typeof import("yaml");
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const lineOf = (offset: number): string => `${file}:${lines.linePos(offset).line + linesBefore}`;
  // What follows the first mistake is mostly its consequence.
  const [error] = document.errors;
  if (error) {
    const language = file.endsWith(".json") ? "JSON" : "YAML";
    throw new IndigoError(`${lineOf(error.pos[0])} is not valid ${language}: ${error.message}.`);
  }
  return {
    value: dataOf(document, file) ?? undefined,
    place: (path) => {
      for (let end = path.length; end > 0; end -= 1) {
        const node = document.getIn(path.slice(0, end), true);
        if (hasRange(node)) return lineOf(node.range[0]);
      }
      return file;
    },
  };
}

/** @throws IndigoError for aliases of aliases that would grow beyond measure. */
function dataOf(document: Document, file: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw new IndigoError(`${file} is not valid YAML: ${(error as Error).message}.`);
  }
}

const hasRange = (node: unknown): node is { range: [number, number, number] } =>
  Array.isArray((node as { range?: unknown } | null | undefined)?.range);
