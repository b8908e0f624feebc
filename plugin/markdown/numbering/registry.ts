import type Token from "markdown-it/lib/token.mjs";
import type { Kind } from "./kinds.js";

/** Something that a page numbers. */
export interface Numbered {
  kind: Kind;
  /** Its id on the page. */
  id: string;
  /** Its number: a count, or those of a section and the sections around it. Empty without a number. */
  index: readonly number[];
  /** The letter of a part of a figure, counted from 1. */
  part?: number | undefined;
  /** The number that an author gives an equation, as text or TeX. */
  tag?: { text: string; isTex: boolean } | undefined;
  /** The text of a heading, for references to a section without a number. */
  title?: readonly Token[] | undefined;
  /** Its place among all that the page numbers. */
  order: number;
}

/** What a page numbers, by its labels. */
export interface Registry {
  /** Returns what a label stands for. */
  get(label: string): Numbered | undefined;
  /** Returns whether something in this text has a label. */
  has(label: string): boolean;
  labels(): string[];
  /**
   * Adds something with its labels.
   *
   * @returns False if another thing has one of them.
   */
  add(labels: readonly string[], numbered: Omit<Numbered, "order">): boolean;
  /** Returns the next number of a counter. */
  next(counter: string): number;
}

/** @param earlier - What other texts of the page number, in which a label is searched last. */
export function registry(earlier: ReadonlyMap<string, Numbered> = new Map()): Registry {
  const entries = new Map<string, Numbered>();
  const counters = new Map<string, number>();
  let order = 0;
  return {
    get: (label) => entries.get(label) ?? earlier.get(label),
    has: (label) => entries.has(label),
    labels: () => [...entries.keys()],
    add(labels, numbered) {
      order += 1;
      const isNew = labels.every((label) => !entries.has(label));
      for (const label of labels) if (!entries.has(label)) entries.set(label, { ...numbered, order });
      return isNew;
    },
    next(counter) {
      const number = (counters.get(counter) ?? 0) + 1;
      counters.set(counter, number);
      return number;
    },
  };
}

/** Returns a count as a letter, as parts of a figure have it: `a`, …, `z`, `aa`. */
export const letter = (count: number): string =>
  (count > 26 ? letter(Math.floor((count - 1) / 26)) : "") + String.fromCharCode(97 + ((count - 1) % 26));
