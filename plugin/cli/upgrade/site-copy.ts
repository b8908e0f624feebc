import {
  accessSync,
  constants,
  cpSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { SwapProcess } from "../swap.js";

/** What a copy of a site has no use for. */
const left = new Set([".git", "node_modules", "_site"]);

/**
 * Copies a site to a temporary folder, without `.git`, `node_modules` and `_site`. It is beside the site if its parent is writable: there,
 * relative paths out of the site and the packages of folders above it stay the same.
 */
export function copySite(site: string, swapProcess: SwapProcess): string {
  const parent = isWritable(path.dirname(site)) ? path.dirname(site) : realpathSync(tmpdir());
  const copy = swapProcess.temporaryFolder(path.join(parent, `.${path.basename(site)}.indigo-upgrade-`));
  for (const name of readdirSync(site)) {
    if (!left.has(name)) copyFolder(path.join(site, name), path.join(copy, name));
  }
  return copy;
}

/** Copies a file or folder; symbolic links as links. */
export function copyFolder(from: string, to: string): void {
  mkdirSync(path.dirname(to), { recursive: true });
  cpSync(from, to, {
    recursive: true,
    preserveTimestamps: true,
    verbatimSymlinks: true,
    // Shares the content on disk where the file system can.
    mode: constants.COPYFILE_FICLONE,
  });
}

/** Runs work in a copy with the packages that the site has installed, instead of its own. */
export async function withPackagesOf<T>(
  site: string,
  copy: string,
  swapProcess: SwapProcess,
  work: () => Promise<T>,
): Promise<T> {
  const packages = path.join(copy, "node_modules");
  const aside = path.join(swapProcess.temporaryFolder(`${copy}-packages-`), "node_modules");
  renameSync(packages, aside);
  symlinkSync(path.join(site, "node_modules"), packages, "junction");
  try {
    return await work();
  } finally {
    rmSync(packages);
    renameSync(aside, packages);
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
