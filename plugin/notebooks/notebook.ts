/** A Jupyter notebook, read from any version of its format. */
export interface Notebook {
  /** Its path, for messages. */
  file: string;
  metadata: Readonly<Record<string, unknown>>;
  /** The programming language of its cells, in small letters; empty if it is unknown. */
  language: string;
  cells: readonly Cell[];
}

/** A cell of a notebook. */
export interface Cell {
  kind: "markdown" | "code" | "raw";
  /** Its place in the file, counted from 1. */
  place: number;
  source: string;
  metadata: Readonly<Record<string, unknown>>;
  /** Files in the text, by name, each in several media types. */
  attachments: Readonly<Record<string, Bundle>>;
  outputs: readonly Output[];
}

/** Representations of one value by media type: text, base64 of an image, or JSON. */
export type Bundle = Readonly<Record<string, unknown>>;

/** What running a cell wrote, showed or raised. */
export type Output =
  | { kind: "stream"; isError: boolean; text: string }
  | { kind: "data"; data: Bundle; metadata: Readonly<Record<string, unknown>> }
  | { kind: "error"; name: string; value: string; traceback: string };
