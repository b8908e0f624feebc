import { lineCounter } from "../utils/lines.js";
import { lazy } from "../utils/memoize.js";
import { readText, whyUnreadable } from "../utils/read-text.js";
import type { Cell } from "./notebook.js";

/**
 * Returns a function that returns the file and line of a cell for messages: `posts/a.ipynb:12`, the first line of the file with
 * the text that the cell starts with. Without a line for a cell that is empty.
 *
 * @param file - The name of the notebook in messages.
 */
export function cellPlaces(file: string, inputPath: string): (cell: Cell) => string {
  // Read again, since most notebooks have no message.
  const text = lazy(() => (whyUnreadable(inputPath) === undefined ? readText(inputPath) : ""));
  const lines = lazy(() => lineCounter(text()));
  return ({ source }) => {
    const start = source.split("\n").find((line) => line.trim() !== "");
    const at = start === undefined ? -1 : text().indexOf(JSON.stringify(start).slice(1, -1));
    return at < 0 ? file : `${file}:${lines()(at)}`;
  };
}
