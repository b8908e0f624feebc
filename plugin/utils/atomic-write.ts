import { randomBytes } from "node:crypto";
import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";

/** A file that is written for longer than this is one of a build that was stopped, in milliseconds. */
const maxWriteTime = 60_000;

/** Whether a file is one that {@link writeAtomically} has not finished, in this build or another at the same time. */
export async function isBeingWritten(file: string): Promise<boolean> {
  if (!/\.[\da-f]{8}\.tmp$/.test(file)) return false;
  const found = await stat(file).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs < maxWriteTime;
}

/**
 * Writes a file of the output so that it is there whole or not at all, also where the build is stopped meanwhile or
 * another one writes the same file.
 *
 * @param file - Its path; its folder is made.
 */
export async function writeAtomically(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${randomBytes(4).toString("hex")}.tmp`;
  try {
    await writeFile(unfinished, content);
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
