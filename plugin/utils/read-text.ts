import { accessSync, closeSync, constants, openSync, readFileSync, readSync, statSync } from "node:fs";
import { systemReason } from "./system-errors.js";

/** Reads a text file without the byte-order mark that some editors write. */
export const readText = (file: string): string => readFileSync(file, "utf8").replace(/^\uFEFF/, "");

/** Returns the number of the first line of a file that has a text, from 1; undefined if none has it, or there is no such file. */
export function lineOfText(file: string, text: string): number | undefined {
  if (whyUnreadable(file)) return undefined;
  const line = readText(file)
    .split("\n")
    .findIndex((each) => each.includes(text));
  return line < 0 ? undefined : line + 1;
}

/**
 * Returns why a file that an author names can't be read, to complete a sentence about it: `is a folder`; undefined if it can.
 */
export function whyUnreadable(file: string): string | undefined {
  try {
    if (statSync(file).isDirectory()) return "is a folder";
    accessSync(file, constants.R_OK);
    return undefined;
  } catch (error) {
    return `cannot be read: ${systemReason(error) ?? String(error)}`;
  }
}

/** Returns the first bytes of a file; zeros follow if it is shorter. */
export function startOfFile(file: string, length: number): Buffer {
  const start = Buffer.alloc(length);
  const descriptor = openSync(file, "r");
  try {
    readSync(descriptor, start, 0, length, 0);
  } finally {
    closeSync(descriptor);
  }
  return start;
}
