import { isRecord } from "../utils/records.js";
import type { Bundle, Output } from "./notebook.js";
import { textOf } from "./text-of.js";

/** The media types of the keys that outputs have in version 3 of the format. */
const keysOfVersion3: Readonly<Record<string, string>> = {
  text: "text/plain",
  html: "text/html",
  markdown: "text/markdown",
  latex: "text/latex",
  svg: "image/svg+xml",
  png: "image/png",
  jpeg: "image/jpeg",
  json: "application/json",
  javascript: "application/javascript",
  pdf: "application/pdf",
};

/**
 * Reads the outputs of a code cell.
 *
 * @param report - Called with what is wrong with an output, which is left out: `has an output of the unknown type "x"`.
 * @see https://nbformat.readthedocs.io/en/latest/format_description.html#code-cell-outputs
 */
export function readOutputs(value: unknown, report: (problem: string) => void): Output[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    report("has outputs that are no list");
    return [];
  }
  return value.flatMap((output) => readOutput(output, report) ?? []);
}

function readOutput(output: unknown, report: (problem: string) => void): Output | undefined {
  if (!isRecord(output)) {
    report("has an output that is no group of named values");
    return undefined;
  }
  const { output_type: type } = output;
  const metadata = isRecord(output.metadata) ? output.metadata : {};
  switch (type) {
    case "stream":
      // Version 3 names it `stream`.
      return {
        kind: "stream",
        isError: (output.name ?? output.stream) === "stderr",
        text: textOf(output.text) ?? "",
      };
    case "display_data":
    case "execute_result":
    case "update_display_data":
    case "pyout":
      return { kind: "data", data: bundleOf(output), metadata };
    case "error":
    case "pyerr": {
      const lines = Array.isArray(output.traceback) ? output.traceback.map(String) : [];
      return {
        kind: "error",
        name: textOf(output.ename) ?? "",
        value: textOf(output.evalue) ?? "",
        traceback: lines.join("\n"),
      };
    }
    default:
      report(`has an output of the unknown type ${JSON.stringify(type)}`);
      return undefined;
  }
}

/** Returns an output by media type, with the lines of texts as one. */
function bundleOf(output: Readonly<Record<string, unknown>>): Bundle {
  const named = isRecord(output.data)
    ? output.data
    : Object.fromEntries(
        Object.entries(keysOfVersion3).flatMap(([key, type]) => (key in output ? [[type, output[key]]] : [])),
      );
  return readBundle(named);
}

/** Returns representations with the lines of texts as one. */
export const readBundle = (values: Readonly<Record<string, unknown>>): Bundle =>
  Object.fromEntries(
    Object.entries(values).map(([type, value]) => [
      type,
      // A list of texts as JSON is a list.
      /\bjson$/.test(type) ? value : (textOf(value) ?? value),
    ]),
  );
