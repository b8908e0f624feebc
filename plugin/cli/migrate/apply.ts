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
import { isLeft } from "./files.js";
import { asideFolder, type Plan } from "./plan.js";

/** Copies a site without what is no part of it and without links out of it, and makes the plan's changes in the copy. */
export function applyToCopy(folder: string, copy: string, plan: Plan): void {
  const outside = new Set(plan.outside.map(({ file }) => path.join(folder, file)));
  for (const name of readdirSync(folder)) {
    if (isLeft(name)) continue;
    cpSync(path.join(folder, name), path.join(copy, name), {
      recursive: true,
      preserveTimestamps: true,
      // Links stay links, as they are.
      verbatimSymlinks: true,
      filter: (file) => !outside.has(file) && path.basename(file) !== "node_modules",
    });
  }
  for (const file of plan.aside) put(path.join(folder, file), path.join(copy, asideFolder, file));
  for (const file of [...plan.removed, ...plan.aside]) {
    rmSync(path.join(copy, file));
    removeEmpty(copy, path.dirname(file));
  }
  for (const [file, content] of Object.entries(plan.written)) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    writeFileSync(path.join(copy, file), content);
  }
}

/** Copies a file into a folder that need not be there. */
export function put(from: string, to: string): void {
  mkdirSync(path.dirname(to), { recursive: true });
  cpSync(from, to, { preserveTimestamps: true });
}

function removeEmpty(root: string, folder: string): void {
  if (folder === "." || readdirSync(path.join(root, folder)).length > 0) return;
  rmdirSync(path.join(root, folder));
  removeEmpty(root, path.dirname(folder));
}

/** Lets a copy find the plugin by its name while it is built, before `npm install` has run in it. */
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

/** What of several files and folders can be moved as a whole: folders in which everything goes, else the files. */
export function topmost(root: string, files: readonly string[]): string[] {
  const going = new Set(files);
  const goes = (name: string): boolean => {
    if (!lstatSync(path.join(root, name)).isDirectory()) return going.has(name);
    const inner = readdirSync(path.join(root, name));
    return inner.length > 0 && inner.every((entry) => goes(path.posix.join(name, entry)));
  };
  const found = new Set<string>();
  for (const file of files) {
    const parts = file.split("/");
    const ways = parts.map((_, index) => parts.slice(0, index + 1).join("/"));
    found.add(ways.find(goes) ?? file);
  }
  return [...found];
}

/** The start of a path that is not there yet, which can be moved into place as a whole. */
export function firstMissing(root: string, file: string): string {
  const parts = file.split("/");
  const ways = parts.map((_, index) => parts.slice(0, index + 1).join("/"));
  return ways.find((way) => !existsSync(path.join(root, way))) ?? file;
}
