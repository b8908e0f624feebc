import { readFileSync, statSync } from "node:fs";
import { IndigoError } from "../../utils/errors.js";
import { whyUnreadable } from "../../utils/read-text.js";
import type { Report } from "../../utils/report.js";

/** The largest .bib file that is read, in bytes: some 200,000 entries. */
const maxBytes = 100_000_000;

/**
 * Reads the text of a .bib file, without byte order mark and with LF as line ends; the first step, before split.ts and
 * parse.ts. A file that is neither UTF-8 nor UTF-16 is read as Latin-1, in which older BibTeX files are (as in browsers,
 * as Windows-1252), with a hint.
 *
 * @throws IndigoError for what is no text of BibTeX at all: a folder, an archive, a web page, a huge file.
 * @see https://encoding.spec.whatwg.org/#names-and-labels
 */
export function decodeFile(file: string, report: Report): string {
  const bytes = bytesOf(file);
  refuse(file, formatOfBytes(bytes));
  const text = normalize(decode(bytes, file, report));
  refuse(file, formatOfText(text));
  return text;
}

function bytesOf(file: string): Uint8Array {
  const reason = whyUnreadable(file);
  if (reason !== undefined) throw new IndigoError(`${file} ${reason}.`);
  if (statSync(file).size <= maxBytes) return readFileSync(file);
  throw new IndigoError(
    `${file} is larger than ${maxBytes / 1e6} MB. Split it, or remove what is not yours from it.`,
  );
}

function refuse(file: string, format: string | undefined): void {
  if (format === undefined) return;
  throw new IndigoError(`${file} is ${format}, but must be a BibTeX file. Export it again, as BibTeX.`);
}

const signatures: readonly (readonly [start: string, format: string])[] = [
  ["PK\u0003\u0004", "a ZIP archive"],
  ["\u001f\u008b", "a gzip archive"],
  ["7z\u00bc\u00af", "a 7z archive"],
  ["Rar!", "a RAR archive"],
  ["%PDF-", "a PDF"],
  ["SQLite format 3", "a database"],
];

function formatOfBytes(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  return signatures.find(([signature]) => start.startsWith(signature))?.[1];
}

/** Returns the format of a text that holds no BibTeX, such as the page of an error that was saved as a .bib file. */
function formatOfText(text: string): string | undefined {
  const start = text.slice(0, 1000).trimStart();
  if (/^<(?:!doctype\s+html|html)\b/i.test(start)) return "a web page (HTML)";
  if (/^<\?xml/i.test(start)) return "XML";
  if (/^TY {2}- /.test(start)) return "a RIS file";
  return undefined;
}

function decode(bytes: Uint8Array, file: string, report: Report): string {
  const utf16 = utf16Of(bytes);
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const start = bytes.findIndex((byte) => byte > 127);
    const line = bytes.subarray(0, start).filter((byte) => byte === 10).length + 1;
    report.hints.push(`${file}:${line} is not UTF-8; the file is read as Latin-1. Save it as UTF-8.`);
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Returns the kind of UTF-16, by the byte order mark, or by a zero in every second byte at the start. */
function utf16Of([first, second, third, fourth]: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first && second === 0 && third && fourth === 0) return "utf-16le";
  return first === 0 && second && third === 0 && fourth ? "utf-16be" : undefined;
}

const normalize = (text: string): string =>
  text
    .replace(/^\uFEFF/, "")
    .replaceAll("\0", "")
    .replaceAll(/\r\n?/g, "\n");
