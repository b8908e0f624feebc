// A process of its own beside `migrate`, in a session of its own, so that what ends the command does not end it. It does
// two things: it takes away temporary folders when the command has ended, however it ended, and it swaps the files of a
// site in one go once it is told to.
//
// Why not otherwise: the files of a folder cannot be exchanged in one step on every system. Renaming the whole folder takes
// two steps, needs a parent that may be written into, and takes the ground from under a shell that is in it; a journal
// leaves a half-made site until the next run. Here everything is prepared beside the site, on the same disk, so that what
// is left are a few renames, less than a millisecond, in a process that no Ctrl-C and no `kill` of the command reaches.
// Before the first rename the site is the old one, after the last the new one; a rename that fails takes the others back.
// Should the machine itself stop within that millisecond, git has the old site: it was clean when the command started.
import { renameSync, rmSync } from "node:fs";

/** One step of the swap. */
export interface Rename {
  from: string;
  to: string;
}

/** What the keeper is told. */
export type Order = { clean: string } | { swap: Rename[] };

/** What it answers to a swap. */
export type Answer = { ready: true } | { swapped: true } | { failed: string };

const folders: string[] = [];

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => undefined);

process.on("message", (order: Order) => {
  if ("clean" in order) folders.push(order.clean);
  else answer(swap(order.swap));
});

process.on("disconnect", () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});

answer({ ready: true });

function answer(text: Answer): void {
  // Whether anybody hears it does not matter: the command may have been ended meanwhile.
  if (process.connected) process.send?.(text, () => undefined);
}

function swap(renames: readonly Rename[]): Answer {
  const done: Rename[] = [];
  try {
    for (const step of renames) {
      renameSync(step.from, step.to);
      done.push(step);
    }
    return { swapped: true };
  } catch (error) {
    for (const { from, to } of done.reverse()) renameSync(to, from);
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}
