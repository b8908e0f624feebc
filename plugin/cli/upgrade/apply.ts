import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { firstMissing } from "../migrate/apply.js";
import type { SwapProcess } from "../swap.js";
import type { Rename } from "../swap-journal.js";
import type { UpgradePlan } from "./plan.js";
import { copyFolder } from "./site-copy.js";

/** Returns the journal of a site's upgrades, which the next run reads if one was stopped. */
export const journalFile = (gitFolder: string): string => path.join(gitFolder, "indigo-upgrade.json");

/** Applies the edits of a plan to a copy of the site. */
export function applyPlan(copy: string, { written, removed }: UpgradePlan): void {
  for (const file of removed) rmSync(path.join(copy, file));
  for (const [file, text] of written) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    writeFileSync(path.join(copy, file), text);
  }
}

/** What replaces files of the site. */
export interface Replacement {
  /** The files of the plan, `package.json` and the lockfile, from the site's folder. */
  written: ReadonlyMap<string, string | Buffer>;
  removed: readonly string[];
  /** The new `node_modules`. */
  packages: string;
}

/** Returns what an upgrade brings from a copy, in which the new version is installed, to the site. */
export function replacementFrom(
  site: string,
  copy: string,
  plan: UpgradePlan,
  lockfiles: readonly string[],
): Replacement {
  const written = new Map<string, string | Buffer>(plan.written);
  for (const file of ["package.json", ...lockfiles]) {
    if (!existsSync(path.join(copy, file))) continue;
    const content = readFileSync(path.join(copy, file));
    const isSame = existsSync(path.join(site, file)) && readFileSync(path.join(site, file)).equals(content);
    if (!isSame) written.set(file, content);
  }
  return { written, removed: plan.removed, packages: path.join(copy, "node_modules") };
}

/**
 * Replaces the files and `node_modules` of a site, all or none: prepares them on the same disk, then moves them into place
 * at once.
 */
export async function replaceInSite(
  site: string,
  gitFolder: string,
  replacement: Replacement,
  swapProcess: SwapProcess,
): Promise<void> {
  const isSameDisk = statSync(gitFolder).dev === statSync(site).dev;
  const stage = swapProcess.temporaryFolder(path.join(isSameDisk ? gitFolder : site, ".indigo-upgrade-"));
  await swapProcess.swap(prepare(site, stage, replacement), { file: journalFile(gitFolder), stage });
}

/** Writes the new files to a staging folder, and returns the renames that exchange old and new files. */
function prepare(site: string, stage: string, { written, removed, packages }: Replacement): Rename[] {
  const [fresh, old] = [path.join(stage, "new"), path.join(stage, "old")];
  for (const [file, content] of written) {
    const staged = path.join(fresh, file);
    mkdirSync(path.dirname(staged), { recursive: true });
    writeFileSync(staged, content);
    const stat = statSync(path.join(site, file), { throwIfNoEntry: false });
    if (stat) chmodSync(staged, stat.mode);
  }
  mkdirSync(fresh, { recursive: true });
  moveFolder(packages, path.join(fresh, "node_modules"));
  const incoming = [...new Set([...written.keys()].map((file) => firstMissing(site, file))), "node_modules"];
  const outgoing = [...removed, ...incoming].filter((file) =>
    lstatSync(path.join(site, file), { throwIfNoEntry: false }),
  );
  for (const file of outgoing) mkdirSync(path.dirname(path.join(old, file)), { recursive: true });
  return [
    ...outgoing.map((file) => ({ from: path.join(site, file), to: path.join(old, file) })),
    ...incoming.map((file) => ({ from: path.join(fresh, file), to: path.join(site, file) })),
  ];
}

function moveFolder(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    copyFolder(from, to);
  }
}
