import { randomBytes } from "node:crypto";
import { copyFile, mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileName } from "./slug.js";

/** Age in milliseconds after which a temporary file is taken for a leftover of a build that was stopped. */
const maxWriteTime = 60_000;

/** Returns whether {@link writeAtomically} is still writing a temporary file, in this build or a concurrent one. */
export async function isBeingWritten(file: string): Promise<boolean> {
  if (!/\.[\da-f]{8}\.tmp$/.test(file)) return false;
  const stats = await stat(file).catch(() => undefined);
  return stats !== undefined && Date.now() - stats.mtimeMs < maxWriteTime;
}

/**
 * Writes an output file completely or not at all, even if the build is stopped or another build writes the same file.
 *
 * @param file - Path of the file. Missing folders are created.
 */
export const writeAtomically = (file: string, content: string | Uint8Array): Promise<void> =>
  replace(file, (temporary) => writeFile(temporary, content));

/** Copies a file in the same way. */
export const copyAtomically = (from: string, to: string): Promise<void> =>
  replace(to, (temporary) => copyFile(from, temporary));

async function replace(file: string, write: (temporary: string) => Promise<void>): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const name = fileName(path.basename(file));
  const temporary = path.join(path.dirname(file), `${name}.${randomBytes(4).toString("hex")}.tmp`);
  try {
    await write(temporary);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
