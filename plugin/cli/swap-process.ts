// A detached child process of `migrate` and `upgrade`, so that a signal to the command does not end it. It has two tasks: it
// deletes temporary folders after the command has ended, however it ended, and it exchanges the files of a site on request.
//
// Why a process: no system can exchange the files of a folder in one step. Renaming the whole folder takes two steps, needs
// a writable parent, and removes the working folder of a shell that is in it; a journal alone leaves a site half changed until
// the next run. Here all files are prepared on the same disk, so that only a few renames are left, less than a millisecond, in a
// process that neither Ctrl-C nor `kill` of the command reaches. Before the first rename the site is old, after the last one it
// is new; if a rename fails, the others are undone. If the machine itself stops within that millisecond, git has the old site:
// the work tree was clean when the command started. `upgrade` also moves `node_modules`, which git does not have, so that its
// renames stand in a journal, by which its next run undoes them; see swap-journal.ts.
import { rmSync } from "node:fs";
import { type Rename, renameAll, type SwapJournal, withJournal } from "./swap-journal.js";

/**
 * A message to the process: a folder to delete at the end, a process group to end then, or no longer since it has ended, or
 * the renames to do now.
 */
export type SwapRequest =
  | { clean: string }
  | { running: number }
  | { ended: number }
  | { swap: Rename[]; journal?: SwapJournal };

/** A message from the process: at its start, and after each swap. */
export type SwapResponse = { ready: true } | { swapped: true } | { failed: string };

const temporaryFolders: string[] = [];
const processGroups = new Set<number>();

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => undefined);

process.on("message", (request: SwapRequest) => {
  if ("clean" in request) temporaryFolders.push(request.clean);
  else if ("running" in request) processGroups.add(request.running);
  else if ("ended" in request) processGroups.delete(request.ended);
  else respond(swap(request.swap, request.journal));
});

process.on("disconnect", () => {
  for (const group of processGroups) endGroup(group);
  // A process that has just been ended may still have written a file meanwhile.
  for (const folder of temporaryFolders)
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 });
  process.exit(0);
});

respond({ ready: true });

function respond(response: SwapResponse): void {
  // Ignore errors: the command may have ended meanwhile.
  if (process.connected) process.send?.(response, () => undefined);
}

/** Does all renames. If one fails, undoes the others. */
function swap(renames: readonly Rename[], journal: SwapJournal | undefined): SwapResponse {
  try {
    if (journal) withJournal(journal, renames, () => renameAll(renames));
    else renameAll(renames);
    return { swapped: true };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}

/** Ends a process and its children. */
function endGroup(group: number): void {
  try {
    process.kill(-group, "SIGKILL");
  } catch {
    // It has ended already.
  }
}
