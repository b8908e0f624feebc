// A detached child process of `migrate`, so that a signal to the command does not end it. It has two tasks: it deletes
// temporary folders after the command has ended, however it ended, and it exchanges the files of a site on request.
//
// Why a process: no system can exchange the files of a folder in one step. Renaming the whole folder takes two steps, needs
// a writable parent, and removes the working folder of a shell that is in it; a journal leaves a half-migrated site until the
// next run. Here all files are prepared on the same disk, so that only a few renames are left, less than a millisecond, in a
// process that neither Ctrl-C nor `kill` of the command reaches. Before the first rename the site is old, after the last one it
// is new; if a rename fails, the others are undone. If the machine itself stops within that millisecond, git has the old site:
// the work tree was clean when the command started.
import { renameSync, rmSync } from "node:fs";

/** One rename of a swap. */
export interface Rename {
  from: string;
  to: string;
}

/** A message to the process: a folder to delete at the end, or the renames to do now. */
export type SwapRequest = { clean: string } | { swap: Rename[] };

/** A message from the process: at its start, and after each swap. */
export type SwapResponse = { ready: true } | { swapped: true } | { failed: string };

const temporaryFolders: string[] = [];

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => undefined);

process.on("message", (request: SwapRequest) => {
  if ("clean" in request) temporaryFolders.push(request.clean);
  else respond(swap(request.swap));
});

process.on("disconnect", () => {
  for (const folder of temporaryFolders) rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});

respond({ ready: true });

function respond(response: SwapResponse): void {
  // Ignore errors: the command may have ended meanwhile.
  if (process.connected) process.send?.(response, () => undefined);
}

/** Does all renames. If one fails, undoes the others. */
function swap(renames: readonly Rename[]): SwapResponse {
  const done: Rename[] = [];
  try {
    for (const rename of renames) {
      renameSync(rename.from, rename.to);
      done.push(rename);
    }
    return { swapped: true };
  } catch (error) {
    for (const { from, to } of done.reverse()) renameSync(to, from);
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}
