import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { SwapProcess } from "../swap.js";
import type { Rename } from "../swap-journal.js";
import { copyFile, firstMissing, wholeFolders } from "./apply.js";
import { goneFiles, movedFiles, type Plan } from "./plan.js";

/**
 * Migrates a site in its own folder: prepares all files in the `.git` folder, then moves them into place at once.
 *
 * @param gitFolder - Used for preparation if it is on the same disk as the site, else the site's folder.
 */
export async function changeInPlace(
  folder: string,
  gitFolder: string,
  plan: Plan,
  swapProcess: SwapProcess,
): Promise<void> {
  const isSameDisk = statSync(gitFolder).dev === statSync(folder).dev;
  const stage = swapProcess.temporaryFolder(path.join(isSameDisk ? gitFolder : folder, ".indigo-migrate-"));
  await swapProcess.swap(prepare(folder, stage, plan));
}

/** Writes the new files to a staging folder, and returns the renames that exchange old and new files. */
function prepare(folder: string, stage: string, plan: Plan): Rename[] {
  const [fresh, old] = [path.join(stage, "new"), path.join(stage, "old")];
  for (const { from, to } of movedFiles(plan)) copyFile(path.join(folder, from), path.join(fresh, to));
  for (const [file, content] of Object.entries(plan.written)) {
    mkdirSync(path.dirname(path.join(fresh, file)), { recursive: true });
    writeFileSync(path.join(fresh, file), content);
  }
  const added = [...movedFiles(plan).map(({ to }) => to), ...Object.keys(plan.written)];
  const incoming = [...new Set(added.map((file) => firstMissing(folder, file)))];
  const outgoing = [
    ...wholeFolders(folder, goneFiles(plan), added),
    // A file that is replaced is moved away first.
    ...incoming.filter((file) => existsSync(path.join(folder, file))),
  ];
  for (const file of outgoing) mkdirSync(path.dirname(path.join(old, file)), { recursive: true });
  return [
    ...outgoing.map((file) => ({ from: path.join(folder, file), to: path.join(old, file) })),
    ...incoming.map((file) => ({ from: path.join(fresh, file), to: path.join(folder, file) })),
  ];
}
