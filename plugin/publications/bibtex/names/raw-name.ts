import type { Word } from "./words.js";

/** Turns LaTeX of a part of a name into text. */
export type TextOf = (tex: string) => string;

/** A name of a list: the words between its commas, and its marks. */
export interface RawName {
  segments: Word[][];
  marks: string[];
}

/** Returns the name as it is written, for messages. */
export const textOf = ({ segments }: RawName): string =>
  segments
    .map((words) =>
      words
        .slice(0, 20)
        .map(({ tex }) => tex)
        .join(" "),
    )
    .join(", ");
