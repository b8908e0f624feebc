import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A reader of what authors and others write, with texts that are hostile, or merely untidy. */
export interface Reader {
  /** An error of the author's, and one of a template language, is a result. */
  read(text: string): unknown;
  /** Makes a text of about so many characters. */
  texts: Readonly<Record<string, (length: number) => string>>;
}

export type Readers = Readonly<Record<string, Reader>>;

export const repeated =
  (piece: string, before = "", after = "") =>
  (length: number): string =>
    before + piece.repeat(Math.ceil(length / piece.length)) + after;

/** Pieces that differ by a number. */
export const numbered =
  (piece: (index: number) => string) =>
  (length: number): string => {
    let text = "";
    for (let index = 0; text.length < length; index += 1) text += piece(index);
    return text;
  };

/** A folder for files that readers read, removed when the process exits. */
export const folder = mkdtempSync(path.join(tmpdir(), "indigo-growth-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
