import { closeSync, openSync, readFileSync, readSync } from "node:fs";

/** Reads a text file without the byte-order mark that some editors write. */
export const readText = (file: string): string => readFileSync(file, "utf8").replace(/^\uFEFF/, "");

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
