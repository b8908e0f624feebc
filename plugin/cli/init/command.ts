import path from "node:path";
import { IndigoError } from "../../utils/errors.js";
import { hostSteps } from "../hosts.js";
import { assertWritable, taken, writeAll } from "../new-files.js";
import { firstCommands } from "../site-package.js";
import type { Terminal } from "../terminal.js";
import { siteFiles } from "./files.js";
import { type Answers, answersOf, ask } from "./questions.js";

/** What `init` takes beside answers. */
export interface InitOptions {
  /** Asks nothing. */
  yes?: boolean | undefined;
  /** What npm installs the plugin from, such as a file. The default is the version of this package. */
  plugin?: string | undefined;
}

/**
 * `init`: a new site. It never writes over a file.
 *
 * @returns The exit code.
 * @throws IndigoError where something stands in the way or nothing may be written.
 */
export async function init(
  given: string,
  flags: Partial<Answers>,
  options: InitOptions,
  terminal: Terminal,
): Promise<number> {
  const folder = path.resolve(given);
  assertWritable(folder);
  const fromFlags = answersOf(flags);
  // What stands in the way is told before anything is asked.
  refuseTaken(folder, fromFlags, options);
  const answers = terminal.isInteractive && !options.yes ? await ask(flags) : fromFlags;
  const files = refuseTaken(folder, answers, options);
  await writeAll(folder, files);
  report(given, answers, Object.keys(files), terminal);
  return 0;
}

function refuseTaken(folder: string, answers: Answers, { plugin }: InitOptions): Record<string, string> {
  const files = siteFiles(folder, answers, today(), plugin);
  const inTheWay = taken(folder, Object.keys(files));
  if (inTheWay.length === 0) return files;
  throw new IndigoError(
    "nothing was written, since these are there already; move them away, or choose another folder:",
    ...inTheWay.map((file) => `  ${file}`),
  );
}

function report(given: string, { host }: Answers, files: string[], terminal: Terminal): void {
  const { bold, green } = terminal.colors;
  const next = firstCommands(given);
  const later = hostSteps[host];
  terminal.json({ folder: path.resolve(given), files, next, ...(later && { later }) });
  terminal.print(green(`A site is in ${given === "." ? "this folder" : given}:`));
  for (const file of files) terminal.print(`  ${file}`);
  terminal.print();
  terminal.print(bold("Next"));
  for (const command of next) terminal.print(`  ${command}`);
  if (later) terminal.print(`\n${later}`);
}

/** The day in the place where the command runs. */
function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
