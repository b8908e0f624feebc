import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import path from "node:path";
import { type Outcome, root, run } from "./site.ts";

/** The compiled command. */
export const cliFile = path.join(root, "dist/cli/cli.js");

/** Runs the command `eleventy-plugin-indigo` in a folder. */
export const cli = (cwd: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> =>
  run(process.execPath, [cliFile, ...args], cwd, env);

/** What is in a folder: its files with a hash each and its links, without `.git` and `node_modules`. */
export function contents(folder: string): Record<string, string> {
  const found: Record<string, string> = {};
  const visit = (within: string): void => {
    for (const name of readdirSync(path.join(folder, within)).sort()) {
      if (within === "" && (name === ".git" || name === "node_modules")) continue;
      const file = path.join(within, name);
      const full = path.join(folder, file);
      const stat = lstatSync(full);
      if (stat.isSymbolicLink()) found[file] = `-> ${readlinkSync(full)}`;
      else if (stat.isDirectory()) visit(file);
      else found[file] = createHash("sha256").update(readFileSync(full)).digest("hex");
    }
  };
  visit("");
  return found;
}

/** Becomes a user to whom nothing belongs, and then is the command. */
const nobody = `process.setgroups([]); process.setgid(65534); process.setuid(65534);
await import(${JSON.stringify(cliFile)});`;

/** Runs the command as a user whom permissions stop; where the tests run as root, they stop nobody else. */
export const asNobody = (cwd: string, args: string[]): Promise<Outcome> =>
  process.getuid?.() === 0
    ? run(process.execPath, ["--input-type=module", "-e", nobody, "--", ...args], cwd)
    : cli(cwd, args);
