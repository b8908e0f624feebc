import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { firstMissing, put, topmost } from "./apply.js";
import { asideFolder, type Plan } from "./plan.js";
import type { Keeper } from "./swap.js";
import type { Rename } from "./swap-process.js";

/**
 * Changes a site in its own folder: everything is prepared in git's folder, and then moved into place at once.
 *
 * @param gitFolder - On the disk of the site, as a rule; where it is not, the work tree itself has to do.
 */
export async function changeInPlace(
  folder: string,
  gitFolder: string,
  plan: Plan,
  keeper: Keeper,
): Promise<void> {
  const isNear = statSync(gitFolder).dev === statSync(folder).dev;
  const stage = keeper.temporaryFolder(path.join(isNear ? gitFolder : folder, ".indigo-migrate-"));
  await keeper.swap(prepare(folder, stage, plan));
}

function prepare(folder: string, stage: string, plan: Plan): Rename[] {
  const [fresh, old] = [path.join(stage, "new"), path.join(stage, "old")];
  for (const file of plan.aside) put(path.join(folder, file), path.join(fresh, asideFolder, file));
  for (const [file, content] of Object.entries(plan.written)) {
    mkdirSync(path.dirname(path.join(fresh, file)), { recursive: true });
    writeFileSync(path.join(fresh, file), content);
  }
  const added = [
    ...plan.aside.map((file) => path.posix.join(asideFolder, file)),
    ...Object.keys(plan.written),
  ];
  const incoming = [...new Set(added.map((file) => firstMissing(folder, file)))];
  const outgoing = [
    ...topmost(folder, [...plan.removed, ...plan.aside]),
    // What is written anew makes room for it.
    ...incoming.filter((file) => existsSync(path.join(folder, file))),
  ];
  for (const file of outgoing) mkdirSync(path.dirname(path.join(old, file)), { recursive: true });
  return [
    ...outgoing.map((file) => ({ from: path.join(folder, file), to: path.join(old, file) })),
    ...incoming.map((file) => ({ from: path.join(fresh, file), to: path.join(folder, file) })),
  ];
}
