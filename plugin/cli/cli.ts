#!/usr/bin/env node
import { Command, Option } from "commander";
import { packageManifest } from "../paths.js";
import { IndigoError } from "../utils/errors.js";
import { systemReason } from "../utils/system-errors.js";
import { hosts } from "./hosts.js";
import type { InitOptions } from "./init/command.js";
import type { Answers } from "./init/questions.js";
import { listen } from "./interruption.js";
import type { MigrateOptions } from "./migrate/command.js";
import type { PdfOptions } from "./pdf/command.js";
import { endQuietly, openTerminal, type Terminal } from "./terminal.js";

// The command `eleventy-plugin-indigo`. Each subcommand is loaded only when it runs.
// Exit codes: 0 success, 1 faults found or nothing done, 2 wrong usage, 130 interrupted by Ctrl-C.

const program = new Command("eleventy-plugin-indigo")
  .description("Creates, migrates, checks and prints Eleventy sites that use the theme Indigo.")
  .version(packageManifest.version)
  .showHelpAfterError("(see --help for usage)")
  .addHelpText(
    "after",
    `
Examples:
  $ npx eleventy-plugin-indigo init my-site     create a new site
  $ npx eleventy-plugin-indigo migrate          migrate the Indigo site on Jekyll in this folder
  $ npx eleventy-plugin-indigo check            check the site in this folder
  $ npx eleventy-plugin-indigo pdf              print its CV to cv.pdf`,
  );

program
  .command("init")
  .summary("create a new site")
  .description(
    "Creates a new site with an About page, a first post and a publication. Asks for title, URL and host. Never overwrites a file.",
  )
  .argument("[folder]", "folder of the new site; created if it does not exist", ".")
  .option("-y, --yes", "ask nothing: use the default of every option that is not set")
  .option("--title <text>", "title of the site, usually the owner's name")
  .option("--bio <text>", "one line about the owner")
  .option("--url <url>", "URL of the site, such as https://example.org")
  .option("--language <tag>", 'language of the site, such as "en" or "pt-BR"')
  .addOption(new Option("--host <name>", "host that builds the site").choices(hosts))
  .option("--plugin <spec>", "npm package spec of the plugin (default: this version)")
  .option("--json", "print the result as JSON and ask nothing")
  .addHelpText(
    "after",
    `
Examples:
  $ npx eleventy-plugin-indigo init my-site
  $ npx eleventy-plugin-indigo init --yes --title "Ada Lovelace" --url https://ada.example.org --host netlify`,
  )
  .action(
    (folder: string, { yes, plugin, json, ...flags }: Partial<Answers> & InitOptions & { json?: boolean }) =>
      run(json, async (terminal) => {
        const { init } = await import("./init/command.js");
        return init(folder, flags, { yes, plugin }, terminal);
      }),
  );

program
  .command("migrate")
  .summary("migrate an Indigo site from Jekyll to Eleventy")
  .description(
    "Migrates an Indigo site from Jekyll to Eleventy with this plugin. Content, assets, settings and URLs stay the same. Unchanged theme files are deleted; theme files that you changed are moved to _indigo-changed/.",
  )
  .argument("[folder]", "folder of the site; without --out, a git work tree without uncommitted changes", ".")
  .option(
    "--out <folder>",
    "write the new site to this folder, without .git and _site, and leave the old one unchanged",
  )
  .option("--force", "continue even if the site uses another theme, or if the new site does not build")
  .addOption(new Option("--host <name>", "write deploy files for this host").choices(hosts).default("none"))
  .option("--plugin <spec>", "npm package spec of the plugin (default: this version)")
  .option("--json", "print the report as JSON")
  .addHelpText(
    "after",
    `
Prints a report of every key, plugin, tag and include that the site uses, and of every URL that is missing.
If it is interrupted, the site stays unchanged.

Examples:
  $ npx eleventy-plugin-indigo migrate
  $ npx eleventy-plugin-indigo migrate old-site --out new-site --host github`,
  )
  .action((folder: string, { json, ...options }: MigrateOptions & { json?: boolean }) =>
    run(json, async (terminal) => (await import("./migrate/command.js")).migrate(folder, options, terminal)),
  );

program
  .command("check")
  .summary("build a site and report problems")
  .description(
    "Builds a site into a temporary folder and reports broken links, missing files and accessibility problems. Makes no third-party requests.",
  )
  .argument("[folder]", "folder of the site", ".")
  .option("--json", "print the result as JSON")
  .addHelpText(
    "after",
    `
Exits with code 1 if it finds a fault, so that CI fails.

Examples:
  $ npx eleventy-plugin-indigo check
  $ npx eleventy-plugin-indigo check my-site --json > faults.json`,
  )
  .action((folder: string, options: { json?: boolean }) =>
    run(
      options.json,
      async (terminal) => (await import("./check/command.js")).check(folder, terminal),
      async () => ({ versions: (await import("./check/command.js")).versionsOf(folder) }),
    ),
  );

program
  .command("pdf")
  .summary("print pages of a site to PDF files")
  .description(
    "Builds a site into a temporary folder and prints pages of it with an installed Chrome or Chromium. Makes no third-party requests.",
  )
  .argument("[pages...]", "pages by their URLs, with or without slashes", ["cv"])
  .option("--folder <folder>", "folder of the site", ".")
  .option(
    "--out <file>",
    "PDF file of the page (default: a file named after the page in the folder of the site)",
  )
  .option(
    "--browser <program>",
    "Chrome or Chromium (default: the environment variable CHROME_PATH, else an installed one)",
  )
  .option("--force", "overwrite a file that this command did not write")
  .option("--json", "print the result as JSON")
  .addHelpText(
    "after",
    `
Examples:
  $ npx eleventy-plugin-indigo pdf                            print /cv/ to cv.pdf
  $ npx eleventy-plugin-indigo pdf de/cv --out lebenslauf.pdf`,
  )
  .action((pages: string[], { json, ...options }: PdfOptions & { json?: boolean }, command: Command) => {
    if (options.out !== undefined && pages.length > 1)
      command.error("error: option '--out <file>' is for one page", { exitCode: 2 });
    return run(json, async (terminal) => (await import("./pdf/command.js")).pdf(pages, options, terminal));
  });

endQuietly();
for (const command of [program, ...program.commands]) command.exitOverride();

try {
  await program.parseAsync();
} catch (error) {
  // Commander has already printed the error or the help.
  const code = (error as { code?: unknown; exitCode?: unknown }).exitCode;
  if (typeof code !== "number") throw error;
  process.exitCode = code === 0 ? 0 : 2;
}

/**
 * Runs a subcommand.
 *
 * @param onProblems - Returns what the JSON has in addition to the problems, if there are any.
 */
async function run(
  isJson: boolean | undefined,
  work: (terminal: Terminal) => Promise<number>,
  onProblems: () => Promise<object> = async () => ({}),
): Promise<void> {
  listen();
  const terminal = openTerminal(isJson === true);
  try {
    process.exitCode = await work(terminal);
  } catch (error) {
    const problems = problemsOf(error);
    if (!problems) throw error;
    process.exitCode = 1;
    terminal.json({ ...(await onProblems()), problems });
    for (const problem of problems) terminal.note(`${terminal.colors.red("indigo:")} ${problem}`);
    if (error instanceof IndigoError && !error.skipOriginalStack) terminal.note(error.stack ?? "");
  }
}

/** Returns the messages of an error that the user can fix; undefined for a bug in the command itself. */
function problemsOf(error: unknown): readonly string[] | undefined {
  if (error instanceof IndigoError) return error.problems;
  const reason = systemReason(error);
  if (reason === undefined) return undefined;
  const { path } = error as NodeJS.ErrnoException;
  return [path ? `${path}: ${reason}.` : `${reason}.`];
}
