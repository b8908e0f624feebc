import { createHash } from "node:crypto";
import { memoize } from "../../../utils/memoize.js";
import { type FileFacts, themeLines } from "./theme-lines.js";

/** The number of characters of a key. */
const keyLength = 4;

/** Returns the key of a text in the facts of the theme's history: 24 bits of its hash. */
export const keyOf = (text: string): string =>
  createHash("sha256").update(text).digest("base64url").slice(0, keyLength);

/** Returns a line without the spaces that editors change. */
export const normalizedLine = (line: string): string => line.trim().replaceAll(/\s+/g, " ");

/** Splits joined keys. */
export const keysIn = (keys: string): string[] =>
  Array.from({ length: keys.length / keyLength }, (_, index) =>
    keys.slice(index * keyLength, (index + 1) * keyLength),
  );

/** The difference of a changed theme file to the version of Indigo that it descends from. */
export interface ThemeDiff {
  /** The lines that no version of Indigo has; in style sheets, those that this version lacks. */
  added: { text: string; line: number }[];
  /** How many lines of that version the file lacks. */
  removed: number;
  /** Which part of that version the file has kept, from 0 to 1. */
  kept: number;
}

/** Matches lines that say nothing by themselves: end tags, brackets, `{% else %}`. */
const isStructure = (line: string): boolean =>
  !/[a-z\d]/i.test(line) || /^(<\/?[\w-]+\s*\/?>\s*)+$|^\{%-?\s*(end\w+|else)\s*-?%\}$/i.test(line);

/** Returns the line keys of all files of the theme: authors move code from one of its files to another. */
const allKeys = memoize(
  (_: "all") => new Set(Object.values(themeLines).flatMap(({ lines }) => keysIn(lines))),
);

/** Compares a text with the nearest version of the theme's file of this path; undefined if the theme has no such file. */
export function compareWithTheme(file: string, text: string): ThemeDiff | undefined {
  const facts = themeLines[file];
  if (!facts) return undefined;
  const lines = text.split(/\r?\n/).map((line, index) => ({ text: normalizedLine(line), line: index + 1 }));
  const own = new Set(lines.filter(({ text }) => text !== "").map(({ text }) => keyOf(text)));
  const nearest = nearestVersion(facts, own);
  const removed = nearest.filter((key) => !own.has(key)).length;
  // A line of a style sheet says nothing without the selector around it.
  const known = file.startsWith("_sass/") ? new Set(nearest) : allKeys("all");
  return {
    added: lines.filter(({ text }) => !isStructure(text) && !known.has(keyOf(text))),
    removed,
    kept: nearest.length === 0 ? 0 : (nearest.length - removed) / nearest.length,
  };
}

function nearestVersion({ lines, versions }: FileFacts, own: ReadonlySet<string>): string[] {
  const keys = keysIn(lines);
  let nearest: string[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const version of versions) {
    const inVersion = version.split(" ").flatMap((range) => {
      const [first = 0, last = first] = range.split("-").map(Number);
      return keys.slice(first, last + 1);
    });
    const shared = inVersion.filter((key) => own.has(key)).length;
    const distance = own.size + inVersion.length - 2 * shared;
    // Of equally near versions the newest, which comes last.
    if (distance <= least) [nearest, least] = [inVersion, distance];
  }
  return nearest;
}
