import path from "node:path";
import { LineCounter, parseDocument } from "yaml";
import { valueOfDocument } from "../../utils/alias-limit.js";
import { IndigoError } from "../../utils/errors.js";
import { isNestedTooDeep, tooDeep } from "../../utils/nesting-depth.js";
import { readText } from "../../utils/read-text.js";
import { duplicateKeys } from "../../utils/yaml-nodes.js";

/** The front matter and the body of a file, or the problem with it. */
export type FrontMatter = { data: Record<string, unknown>; body: string } | { problem: string } | undefined;

/**
 * Reads the front matter of a file as Jekyll does: YAML 1.1, in which `2024-03-05` is a date.
 *
 * @param file - Path relative to the site's folder.
 * @returns Undefined for a file without front matter, which Jekyll copies unchanged.
 */
export function readFrontMatter(folder: string, file: string): FrontMatter {
  const source = readText(path.join(folder, file));
  const start = /^---[^\S\n]*\r?\n/.exec(source);
  if (!start) return undefined;
  const rest = source.slice(start[0].length);
  const end = /^(---|\.\.\.)[^\S\n]*$/m.exec(rest);
  if (!end) return { problem: `the front matter in ${file}:1 is not closed: add a line "---" after it.` };
  if (isNestedTooDeep(rest.slice(0, end.index)))
    return { problem: tooDeep(`the front matter of ${file}:2`).problems.join(" ") };
  const lines = new LineCounter();
  const document = parseDocument(rest.slice(0, end.index), {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: "error",
    version: "1.1",
  });
  const [error] = [...document.errors, ...duplicateKeys(document.contents)];
  if (error) {
    const line = lines.linePos(error.pos[0]).line + 1;
    return { problem: `the front matter of ${file}:${line} is not valid YAML: ${error.message}.` };
  }
  let data: unknown;
  try {
    data = valueOfDocument(document, `the front matter of ${file}:2`) ?? {};
  } catch (error) {
    if (!(error instanceof IndigoError)) throw error;
    return { problem: error.problems.join(" ") };
  }
  if (typeof data !== "object" || Array.isArray(data)) {
    return {
      problem: `the front matter of ${file}:2 must be a list of keys and values, such as "title: Home".`,
    };
  }
  return { data: data as Record<string, unknown>, body: rest.slice(end.index + end[0].length) };
}
