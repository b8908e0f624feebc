import type { Cell } from "./notebook.js";

/** A part of a page of a notebook, in order. */
export type Segment =
  | { kind: "html"; html: string }
  | { kind: "code"; source: string; language: string }
  | { kind: "markdown"; source: string; cell: Cell; isOutput: boolean };

/** Returns a part that is HTML already. */
export const htmlSegment = (html: string): Segment => ({ kind: "html", html });
