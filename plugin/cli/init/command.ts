import path from "node:path";
import { IndigoError } from "../../utils/errors.js";
import { hostSteps } from "../hosts.js";
import { assertWritable, existingPaths, writeAll } from "../new-files.js";
import { firstCommands } from "../site-package.js";
import type { Terminal } from "../terminal.js";
import { siteFiles } from "./files.js";
import { type Answers, answersOf, ask } from "./questions.js";

/** The options of `init` in addition to the answers. */
export interface InitOptions {
  /** Whether to ask nothing. */
  yes?: boolean | undefined;
  /** The npm package spec of the plugin, such as a file. Default: the version of this package. */
  plugin?: string | undefined;
}

/**
 * Runs `init`: creates a new site. Never overwrites a file.
 *
 * @returns The exit code.
 * @throws IndigoError if a file already exists or the folder is not writable.
 */
export async function init(
  folderArgument: string,
  flags: Partial<Answers>,
  options: InitOptions,
  terminal: Terminal,
): Promise<number> {
  const folder = path.resolve(folderArgument);
  assertWritable(folder);
  const fromFlags = answersOf(flags);
  // Report existing files before asking questions.
  newFiles(folder, fromFlags, options);
  const answers = terminal.isInteractive && !options.yes ? await ask(flags) : fromFlags;
  const files = newFiles(folder, answers, options);
  await writeAll(folder, files);
  report(folderArgument, answers, Object.keys(files), terminal);
  return 0;
}

/**
 * Returns the files of the new site.
 *
 * @throws IndigoError if one of them already exists.
 */
function newFiles(folder: string, answers: Answers, { plugin }: InitOptions): Record<string, string> {
  const files = siteFiles(folder, answers, today(), plugin);
  const existing = existingPaths(folder, Object.keys(files));
  if (existing.length === 0) return files;
  throw new IndigoError(
    "nothing was written, because these files already exist: move them away, or choose another folder:",
    ...existing.map((file) => `  ${file}`),
  );
}

function report(folder: string, { host }: Answers, files: string[], terminal: Terminal): void {
  const { bold, green } = terminal.colors;
  const next = firstCommands(folder);
  const later = hostSteps[host];
  terminal.json({ folder: path.resolve(folder), files, next, ...(later && { later }) });
  terminal.print(green(`Created a site in ${folder === "." ? "this folder" : folder}:`));
  for (const file of files) terminal.print(`  ${file}`);
  terminal.print();
  terminal.print(bold("Next"));
  for (const command of next) terminal.print(`  ${command}`);
  if (later) terminal.print(`\n${later}`);
}

/** Returns the current date in the local time zone, such as `2026-03-05`. */
function today(): string {
  const now = new Date();
  const twoDigits = (number: number): string => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}
