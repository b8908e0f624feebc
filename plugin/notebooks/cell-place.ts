import { lineCounter } from "../utils/lines.js";
import { readText, whyUnreadable } from "../utils/read-text.js";
import type { Cell } from "./notebook.js";

/**
 * Returns the file and line of a cell for messages: `posts/a.ipynb:12`, the first line of the file with the text that the cell
 * starts with. Without a line for a cell that is empty.
 *
 * @param file - The name of the notebook in messages.
 */
export function placeOfCell(file: string, inputPath: string, { source }: Cell): string {
  const start = source.split("\n").find((line) => line.trim() !== "");
  if (start === undefined || whyUnreadable(inputPath) !== undefined) return file;
  const text = readText(inputPath);
  const at = text.indexOf(JSON.stringify(start).slice(1, -1));
  return at < 0 ? file : `${file}:${lineCounter(text)(at)}`;
}
