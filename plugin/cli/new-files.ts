import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { IndigoError } from "../utils/errors.js";
import { systemReason } from "../utils/system-errors.js";
import { withCleanup } from "./interruption.js";

/**
 * Ensures that files can be created in a folder, which may not exist yet.
 *
 * @throws IndigoError if it is a file, a broken link, or not writable.
 */
export function assertWritable(folder: string): void {
  const existing = nearest(path.resolve(folder));
  const shown = path.relative(".", existing) || ".";
  if (!existsSync(existing))
    throw new IndigoError(`"${shown}" is a broken symbolic link: remove it, or choose another folder.`);
  if (!statSync(existing).isDirectory())
    throw new IndigoError(`"${shown}" is a file, not a folder: choose another folder.`);
  try {
    accessSync(existing, constants.W_OK | constants.X_OK);
  } catch {
    throw new IndigoError(`"${shown}" is not writable: change its permissions, or choose another folder.`);
  }
}

/** Returns the path, or its nearest parent that exists and is readable. */
function nearest(file: string): string {
  try {
    if (lstatSync(file, { throwIfNoEntry: false })) return file;
  } catch {}
  return nearest(path.dirname(file));
}

/** Returns those of several paths in a folder that already exist, or the file that is in place of a parent folder. */
export function existingPaths(folder: string, files: readonly string[]): string[] {
  const existing = files.flatMap((file) => {
    const parts = file.split("/");
    const prefixes = parts.map((_, index) => parts.slice(0, index + 1).join("/"));
    const conflict = prefixes.find((prefix) => {
      const stat = lstatSync(path.join(folder, prefix), { throwIfNoEntry: false });
      return stat !== undefined && (prefix === file || !stat.isDirectory());
    });
    return conflict ?? [];
  });
  return [...new Set(existing)];
}

/**
 * Writes several new files: all of them, or none if writing fails or is interrupted.
 *
 * @param folder - Created if it does not exist.
 * @throws IndigoError that names the file and the reason, such as a full disk.
 */
export async function writeAll(folder: string, files: Record<string, string>): Promise<void> {
  const created: string[] = [];
  let isDone = false;
  const undo = (): void => {
    if (isDone) return;
    for (const file of created.reverse()) removeIfPossible(file);
  };
  const createFolder = (name: string): void => {
    if (existsSync(name)) return;
    createFolder(path.dirname(name));
    mkdirSync(name);
    created.push(name);
  };
  await withCleanup(undo, async () => {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(folder, name);
      try {
        createFolder(path.dirname(file));
        // The flag "wx" fails if another process has created the file meanwhile.
        const descriptor = openSync(file, "wx");
        // Before writing: on a full disk a part of the file is left.
        created.push(file);
        try {
          writeFileSync(descriptor, content);
        } finally {
          closeSync(descriptor);
        }
      } catch (error) {
        const reason = systemReason(error);
        if (reason === undefined) throw error;
        throw new IndigoError(`nothing was written, because ${name} can't be: ${reason}.`);
      }
    }
    isDone = true;
  });
}

/** Removes a file or an empty folder. What can't be removed must not keep the rest from being removed. */
function removeIfPossible(file: string): void {
  try {
    if (lstatSync(file).isDirectory()) rmdirSync(file);
    else rmSync(file);
  } catch {}
}
