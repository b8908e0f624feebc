import { readFileSync } from "node:fs";

/** A file of text, without the byte-order mark that some editors put at its start. */
export const readText = (file: string): string => readFileSync(file, "utf8").replace(/^\uFEFF/, "");
