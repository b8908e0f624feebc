import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { packageManifest, packageRoot } from "../../paths.js";
import { isForeign, isForeignAnywhere } from "./files.js";
import type { JekyllSite } from "./jekyll-site.js";
import { goneFiles, movedFiles, type Plan } from "./plan.js";

/**
 * Copies a site without `.git`, build output, links out of the site and what can't be copied, and applies the plan to the
 * copy. The original stays unchanged.
 */
export function applyToCopy({ folder, skipped }: JekyllSite, copy: string, plan: Plan): void {
  const left = new Set([...goneFiles(plan), ...skipped.map(({ file }) => file)]);
  const isLeft = (file: string): boolean =>
    left.has(path.relative(folder, file).split(path.sep).join("/")) || isForeignAnywhere(path.basename(file));
  for (const name of readdirSync(folder)) {
    if (isForeign(name)) continue;
    cpSync(path.join(folder, name), path.join(copy, name), {
      recursive: true,
      preserveTimestamps: true,
      // Copy symbolic links as links.
      verbatimSymlinks: true,
      filter: (file) => !isLeft(file),
    });
  }
  for (const { from, to } of movedFiles(plan)) copyFile(path.join(folder, from), path.join(copy, to));
  for (const file of goneFiles(plan)) removeEmpty(copy, path.dirname(file));
  for (const [file, content] of Object.entries(plan.written)) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    // It may be a symbolic link to another file of the site.
    rmSync(path.join(copy, file), { force: true });
    writeFileSync(path.join(copy, file), content);
  }
}

/** Copies a file or a symbolic link, and creates its folder if necessary. */
export function copyFile(from: string, to: string): void {
  mkdirSync(path.dirname(to), { recursive: true });
  // Node 22 copies a link to a folder, as a link, only with `recursive`.
  cpSync(from, to, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
}

function removeEmpty(root: string, folder: string): void {
  const full = path.join(root, folder);
  if (folder === "." || !lstatSync(full, { throwIfNoEntry: false })?.isDirectory()) return;
  if (readdirSync(full).length > 0) return;
  rmdirSync(path.join(root, folder));
  removeEmpty(root, path.dirname(folder));
}

/** Links the plugin into `node_modules` of a copy during a build, since `npm install` has not run there yet. */
export async function withPlugin<T>(copy: string, work: () => Promise<T>): Promise<T> {
  const modules = path.join(copy, "node_modules");
  mkdirSync(modules, { recursive: true });
  symlinkSync(packageRoot, path.join(modules, packageManifest.name), "junction");
  try {
    return await work();
  } finally {
    rmSync(modules, { recursive: true, force: true });
  }
}

/**
 * Replaces files by their folder if every file in the folder is among them, so that fewer renames are necessary.
 *
 * @param added - New files, whose folders must stay.
 */
export function wholeFolders(root: string, files: readonly string[], added: readonly string[]): string[] {
  const all = new Set(files);
  const isComplete = (name: string): boolean => {
    if (!lstatSync(path.join(root, name)).isDirectory()) return all.has(name);
    if (added.some((file) => file.startsWith(`${name}/`))) return false;
    const entries = readdirSync(path.join(root, name));
    return entries.length > 0 && entries.every((entry) => isComplete(path.posix.join(name, entry)));
  };
  const paths = new Set<string>();
  for (const file of files) {
    paths.add(prefixesOf(file).find(isComplete) ?? file);
  }
  return [...paths];
}

/** Returns the first part of a path that does not exist, which one rename can move into place; else the path. */
export function firstMissing(root: string, file: string): string {
  return prefixesOf(file).find((prefix) => !existsSync(path.join(root, prefix))) ?? file;
}

/** Returns `a`, `a/b` and `a/b/c` for `a/b/c`. */
function prefixesOf(file: string): string[] {
  const parts = file.split("/");
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}
