import type { Document, LineCounter } from "yaml";
import { valueOfDocument } from "./alias-limit.js";
import { IndigoError } from "./errors.js";
import { isNestedTooDeep, tooDeep } from "./nesting-depth.js";
import { readText, whyUnreadable } from "./read-text.js";
import { load } from "./require.js";
import { yamlReason } from "./yaml-errors.js";
import { duplicateKeys, nodeFinder } from "./yaml-nodes.js";

/** The value of a data file, and the line of each of its parts. */
export interface DataFile {
  value: unknown;
  /** Returns file and line of the value at a path of keys, or of its nearest parent: `_config.yml:12`. */
  place(path: readonly PropertyKey[]): string;
}

/**
 * Reads a YAML or JSON file of the site. JSON is a subset of YAML, so one parser gives line numbers for both.
 *
 * @throws IndigoError with file and line if the file is malformed, and for one that can't be read.
 */
export function readDataFile(file: string): DataFile {
  const reason = whyUnreadable(file);
  if (reason !== undefined) throw new IndigoError(`${file} ${reason}.`);
  return readData(readText(file), file);
}

/**
 * Parses YAML or JSON from a part of a file, such as front matter.
 *
 * @param linesBefore - Number of lines of the file before that part.
 * @param parse - Parses the source, with errors in the document. Default: YAML 1.2, in which duplicate keys are errors.
 * @throws IndigoError with file and line for malformed data, for values nested too deep, and for aliases that expand to a
 * huge value.
 */
export function readData(
  source: string,
  file: string,
  linesBefore = 0,
  parse: (source: string, lines: LineCounter) => Document = parseStrictly,
): DataFile {
  if (isNestedTooDeep(source)) throw tooDeep(file);
  // Loaded at first use: the package has many files.
  const { LineCounter } = load("yaml") as typeof import("yaml");
  const lines = new LineCounter();
  const document = parse(source, lines);
  const lineOf = (offset: number): string => `${file}:${lines.linePos(offset).line + linesBefore}`;
  // Later errors are mostly consequences of the first one.
  const [error] = document.errors;
  if (error) {
    const language = file.endsWith(".json") ? "JSON" : "YAML";
    const line = lines.linePos(error.pos[0]).line;
    const reason =
      language === "JSON" ? error.message : yamlReason(error, source.split("\n")[line - 1] ?? "");
    throw new IndigoError(`${lineOf(error.pos[0])} is not valid ${language}: ${reason}.`);
  }
  const nodeAt = nodeFinder(document);
  return {
    value: valueOfDocument(document, file) ?? undefined,
    place: (path) => {
      for (let end = path.length; end > 0; end -= 1) {
        const node = nodeAt(path.slice(0, end));
        if (hasRange(node)) return lineOf(node.range[0]);
      }
      return file;
    },
  };
}

/** Parses a source, in which each key may occur once in its map. */
function parseStrictly(source: string, lines: LineCounter): Document {
  const { parseDocument, YAMLParseError } = load("yaml") as typeof import("yaml");
  const document = parseDocument(source, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    // Without warnings of the parser itself, which name no file.
    logLevel: "error",
  });
  document.errors.push(
    ...duplicateKeys(document.contents).map(
      ({ pos, message }) => new YAMLParseError(pos, "DUPLICATE_KEY", message),
    ),
  );
  return document;
}

const hasRange = (node: unknown): node is { range: [number, number, number] } =>
  Array.isArray((node as { range?: unknown } | null | undefined)?.range);
