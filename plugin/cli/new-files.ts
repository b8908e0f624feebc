import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { IndigoError } from "../utils/errors.js";
import { withCleanup } from "./interruption.js";

/**
 * Sees to it that files can be made in a folder, which need not be there yet.
 *
 * @throws IndigoError where it is no folder, or nothing may be written into it.
 */
export function assertWritable(folder: string): void {
  const existing = nearest(path.resolve(folder));
  const shown = path.relative(".", existing) || ".";
  if (!existsSync(existing)) throw new IndigoError(`"${shown}" is a link to something that is not there.`);
  if (!statSync(existing).isDirectory()) throw new IndigoError(`"${shown}" is a file, not a folder.`);
  try {
    accessSync(existing, constants.W_OK | constants.X_OK);
  } catch {
    throw new IndigoError(`nothing may be written into "${shown}": its permissions forbid it.`);
  }
}

/** A path, or as much of its start as is there and may be seen. */
function nearest(file: string): string {
  try {
    if (lstatSync(file, { throwIfNoEntry: false })) return file;
  } catch {}
  return nearest(path.dirname(file));
}

/** Which of several paths in a folder are taken; also where a file stands in place of a folder on the way. */
export function taken(folder: string, files: readonly string[]): string[] {
  const found = files.flatMap((file) => {
    const parts = file.split("/");
    const ways = parts.map((_, index) => parts.slice(0, index + 1).join("/"));
    const inTheWay = ways.find((way) => {
      const stat = lstatSync(path.join(folder, way), { throwIfNoEntry: false });
      return stat !== undefined && (way === file || !stat.isDirectory());
    });
    return inTheWay ?? [];
  });
  return [...new Set(found)];
}

/**
 * Writes several files, none of which is there: all of them or, where that fails or is interrupted, none.
 *
 * @param folder - Made where it is not there.
 */
export async function writeAll(folder: string, files: Record<string, string>): Promise<void> {
  const made: string[] = [];
  let isDone = false;
  const undo = (): void => {
    if (isDone) return;
    for (const file of made.reverse()) {
      if (lstatSync(file).isDirectory()) rmdirSync(file);
      else rmSync(file);
    }
  };
  const makeFolder = (name: string): void => {
    if (existsSync(name)) return;
    makeFolder(path.dirname(name));
    mkdirSync(name);
    made.push(name);
  };
  await withCleanup(undo, async () => {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(folder, name);
      makeFolder(path.dirname(file));
      // Fails where a file came to be there meanwhile.
      writeFileSync(file, content, { flag: "wx" });
      made.push(file);
    }
    isDone = true;
  });
}
