import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import path from "node:path";
import { type Outcome, root, run } from "./site.ts";

/** The built command. */
export const cliFile = path.join(root, "dist/cli/cli.js");

/** Runs the command `eleventy-plugin-indigo` in a folder. */
export const cli = (cwd: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> =>
  run(process.execPath, [cliFile, ...args], cwd, env);

/** Returns the files of a folder with their hashes, and its symbolic links, without `.git` and `node_modules`. */
export function contents(folder: string): Record<string, string> {
  const entries: Record<string, string> = {};
  const visit = (within: string): void => {
    for (const name of readdirSync(path.join(folder, within)).sort()) {
      if (within === "" && (name === ".git" || name === "node_modules")) continue;
      const file = path.join(within, name);
      const full = path.join(folder, file);
      const stat = lstatSync(full);
      if (stat.isSymbolicLink()) entries[file] = `-> ${readlinkSync(full)}`;
      else if (stat.isDirectory()) visit(file);
      else entries[file] = createHash("sha256").update(readFileSync(full)).digest("hex");
    }
  };
  visit("");
  return entries;
}

/** Code that runs the command as the user nobody. */
const nobody = `process.setgroups([]); process.setgid(65534); process.setuid(65534);
await import(${JSON.stringify(cliFile)});`;

/** Runs the command as a user without root permissions, since permissions do not apply to root. */
export const asNobody = (cwd: string, args: string[]): Promise<Outcome> =>
  process.getuid?.() === 0
    ? run(process.execPath, ["--input-type=module", "-e", nobody, "--", ...args], cwd)
    : cli(cwd, args);
