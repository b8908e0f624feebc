import { accessSync, closeSync, constants, openSync, readFileSync, readSync, statSync } from "node:fs";
import { systemReason } from "./system-errors.js";

/** Reads a text file without the byte-order mark that some editors write. */
export const readText = (file: string): string => readFileSync(file, "utf8").replace(/^\uFEFF/, "");

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
