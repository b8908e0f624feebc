import { existsSync, lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

/** One rename of a swap. */
export interface Rename {
  from: string;
  to: string;
}

/** Where a swap notes its renames, so that it can be undone if the process or the machine stops within it. */
export interface SwapJournal {
  /** The file of the journal, on the same disk as the site. It exists during the swap only. */
  file: string;
  /** The folder with the old and the new files, which is deleted after the swap is undone. */
  stage: string;
}

/** Does all renames, or none: if one fails, the others are undone. */
export function renameAll(renames: readonly Rename[]): void {
  const done: Rename[] = [];
  try {
    for (const rename of renames) {
      renameSync(rename.from, rename.to);
      done.push(rename);
    }
  } catch (error) {
    for (const { from, to } of done.reverse()) renameSync(to, from);
    throw error;
  }
}

/** Does a swap with a journal, which remains only if the process is stopped within it. */
export function withJournal(
  { file, stage }: SwapJournal,
  renames: readonly Rename[],
  swap: () => void,
): void {
  writeFileSync(file, JSON.stringify({ stage, renames }), { flush: true });
  swap();
  rmSync(file);
}

/**
 * Undoes a swap that was stopped, from its journal. Does nothing if there is none.
 *
 * @returns Whether there was a journal.
 */
export function undoSwap(file: string): boolean {
  if (!existsSync(file)) return false;
  const journal = readJournal(file);
  // The last rename first: the new file makes way for the old one.
  for (const { from, to } of journal?.renames.toReversed() ?? [])
    if (isThere(to) && !isThere(from)) renameSync(to, from);
  if (journal) rmSync(journal.stage, { recursive: true, force: true });
  rmSync(file);
  return true;
}

/** Returns the content of a journal; undefined if writing it was stopped, before the first rename. */
function readJournal(file: string): { stage: string; renames: Rename[] } | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** Unlike `existsSync`, true for a broken symbolic link. */
const isThere = (file: string): boolean => lstatSync(file, { throwIfNoEntry: false }) !== undefined;
