import { readFileSync } from "node:fs";
import type { Report } from "../../utils/report.js";

/**
 * Reads the text of a .bib file, without byte order mark and with LF as line ends; the first step, before split.ts and
 * parse.ts. A file that is not UTF-8 is read as Latin-1, in which older BibTeX files are (as in browsers, as
 * Windows-1252), with a hint.
 *
 * @see https://encoding.spec.whatwg.org/#names-and-labels
 */
export function decodeFile(file: string, report: Report): string {
  const bytes = readFileSync(file);
  return normalize(decode(bytes, file, report));
}

function decode(bytes: Uint8Array, file: string, report: Report): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const start = bytes.findIndex((byte) => byte > 127);
    const line = bytes.subarray(0, start).filter((byte) => byte === 10).length + 1;
    report.hints.push(`${file}:${line} is not UTF-8; the file is read as Latin-1. Save it as UTF-8.`);
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

const normalize = (text: string): string => text.replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n");
