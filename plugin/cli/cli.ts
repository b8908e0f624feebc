#!/usr/bin/env node
import { Command, Option } from "commander";
import { packageManifest } from "../paths.js";
import { IndigoError } from "../utils/errors.js";
import { hosts } from "./hosts.js";
import type { InitOptions } from "./init/command.js";
import type { Answers } from "./init/questions.js";
import { listen } from "./interruption.js";
import type { MigrateOptions } from "./migrate/command.js";
import { openTerminal, type Terminal } from "./terminal.js";

// The command `eleventy-plugin-indigo`. Each of its parts is loaded when it is asked for.
// Exit codes: 0 done and nothing wrong, 1 faults found or nothing done, 2 wrongly called, 130 interrupted by Ctrl-C.

const program = new Command("eleventy-plugin-indigo")
  .description("Starts, migrates and checks sites with the theme Indigo for Eleventy.")
  .version(packageManifest.version)
  .showHelpAfterError("(--help shows how it is used)")
  .addHelpText(
    "after",
    `
Examples:
  $ npx eleventy-plugin-indigo init my-site     a new site
  $ npx eleventy-plugin-indigo migrate          an Indigo site on Jekyll, in this folder
  $ npx eleventy-plugin-indigo check            what is wrong in the site in this folder`,
  );

program
  .command("init")
  .summary("start a new site")
  .description(
    "Makes a new site, ready to write in. It asks what it needs to know, and never writes over a file.",
  )
  .argument("[folder]", "where it is to be; made if it is not there", ".")
  .option("-y, --yes", "ask nothing: what no option says is left at its default")
  .option("--title <text>", "the site's title, usually its owner's name")
  .option("--bio <text>", "one line about the owner")
  .option("--url <address>", "where the site will be, such as https://example.org")
  .option("--language <tag>", 'language of the text, such as "en" or "pt-BR"')
  .addOption(new Option("--host <name>", "the host that builds it").choices(hosts))
  .option("--plugin <spec>", "what npm installs the plugin from (default: this version)")
  .option("--json", "print the result as JSON, and ask nothing")
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
  .summary("turn an Indigo site on Jekyll into one on the plugin")
  .description(
    "Turns an Indigo site on Jekyll into one on the plugin. Content, assets, settings and addresses stay; the theme's own files go, and those of them that you changed are put aside.",
  )
  .argument("[folder]", "the site: in place it must be a git work tree without uncommitted changes", ".")
  .option("--out <folder>", "make the new site there, without .git and _site, and leave this one as it is")
  .option("--force", "go on with a site of another theme, and with one that does not build yet")
  .addOption(
    new Option("--host <name>", "write a deploy workflow for this host").choices(hosts).default("none"),
  )
  .option("--plugin <spec>", "what npm installs the plugin from (default: this version)")
  .option("--json", "print the report as JSON")
  .addHelpText(
    "after",
    `
It ends with a report of every key, plugin, tag and include that it met, and of every address that is missing.
Interrupted at any moment, it leaves the site as it was.

Examples:
  $ npx eleventy-plugin-indigo migrate
  $ npx eleventy-plugin-indigo migrate old-site --out new-site --host github`,
  )
  .action((folder: string, { json, ...options }: MigrateOptions & { json?: boolean }) =>
    run(json, async (terminal) => (await import("./migrate/command.js")).migrate(folder, options, terminal)),
  );

program
  .command("check")
  .summary("build a site and report what is wrong in it")
  .description(
    "Builds a site into a temporary folder and reports what is wrong in the result. No other host is asked.",
  )
  .argument("[folder]", "the site", ".")
  .option("--json", "print the result as JSON")
  .addHelpText(
    "after",
    `
Ends with 1 where something is wrong, so that a CI stops.

Examples:
  $ npx eleventy-plugin-indigo check
  $ npx eleventy-plugin-indigo check my-site --json > faults.json`,
  )
  .action((folder: string, options: { json?: boolean }) =>
    run(options.json, async (terminal) => (await import("./check/command.js")).check(folder, terminal)),
  );

for (const command of [program, ...program.commands]) command.exitOverride();

try {
  await program.parseAsync();
} catch (error) {
  // Commander has printed what is wrong, or the help that was asked for.
  const code = (error as { code?: unknown; exitCode?: unknown }).exitCode;
  if (typeof code !== "number") throw error;
  process.exitCode = code === 0 ? 0 : 2;
}

async function run(
  isJson: boolean | undefined,
  work: (terminal: Terminal) => Promise<number>,
): Promise<void> {
  listen();
  const terminal = openTerminal(isJson === true);
  try {
    process.exitCode = await work(terminal);
  } catch (error) {
    const problems = problemsOf(error);
    if (!problems) throw error;
    process.exitCode = 1;
    terminal.json({ problems });
    for (const problem of problems) terminal.note(`${terminal.colors.red("indigo:")} ${problem}`);
    if (error instanceof IndigoError && !error.skipOriginalStack) terminal.note(error.stack ?? "");
  }
}

/** What the user can do something about; undefined for a mistake of the command itself. */
function problemsOf(error: unknown): readonly string[] | undefined {
  if (error instanceof IndigoError) return error.problems;
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  return code && syscall && path ? [`${path}: ${code} (${syscall}).`] : undefined;
}
