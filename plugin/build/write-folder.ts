import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** File contents by path in a folder, with `/` on every system. */
export type Files = Map<string, string | Uint8Array>;

/**
 * Makes a folder contain these files and nothing else. A process that reads the folder at the same time, as `npm start`
 * does, never finds a file missing or half written: each new file is in place before the old ones that no longer belong
 * there are removed, and an entry point is written after the chunks that it imports.
 *
 * @param isStale - Limits which other files are removed.
 */
export function writeFolder(
  folder: string,
  files: Files,
  isStale: (name: string) => boolean = () => true,
): void {
  mkdirSync(folder, { recursive: true });
  const entryLast = [...files].sort(([a], [b]) => rank(a) - rank(b));
  for (const [name, content] of entryLast) {
    const file = path.join(folder, name);
    const bytes = Buffer.from(content);
    if (existsSync(file) && readFileSync(file).equals(bytes)) continue;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(`${file}.tmp`, bytes);
    renameSync(`${file}.tmp`, file);
  }
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, file).replaceAll("\\", "/");
    if (!entry.isDirectory() && !files.has(name) && isStale(name)) rmSync(file);
  }
  removeEmptyFolders(folder);
}

/** Entry points import chunks, and a serving Eleventy waits for a new `index.js`. */
const rank = (name: string): number => (name === "index.js" ? 2 : /(^|\/)chunk-/.test(name) ? 0 : 1);

function removeEmptyFolders(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const inner = path.join(folder, entry.name);
    removeEmptyFolders(inner);
    if (readdirSync(inner).length === 0) rmSync(inner, { recursive: true });
  }
}
