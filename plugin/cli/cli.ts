#!/usr/bin/env node
import { Command } from "commander";
import { IndigoError } from "../errors.js";
import { Failure } from "./failure.js";
import { packageInfo } from "./package-info.js";
import { openTerminal, type Terminal } from "./terminal.js";

// The command `eleventy-plugin-indigo`. Each of its parts is loaded when it is asked for.
// Exit codes: 0 done and nothing wrong, 1 faults found or nothing done, 2 wrongly called, 130 interrupted by Ctrl-C.

const program = new Command("eleventy-plugin-indigo")
  .description("Starts, migrates and checks sites with the theme Indigo for Eleventy.")
  .version(packageInfo().version)
  .showHelpAfterError("(--help shows how it is used)")
  .configureOutput({ getOutHasColors: hasColors, getErrHasColors: hasColors })
  .addHelpText(
    "after",
    `
Examples:
  $ npx eleventy-plugin-indigo init my-site     a new site
  $ npx eleventy-plugin-indigo migrate          an Indigo site on Jekyll, in this folder
  $ npx eleventy-plugin-indigo check            what is wrong in the site in this folder`,
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
  const terminal = openTerminal(isJson === true);
  try {
    process.exitCode = await work(terminal);
  } catch (error) {
    if (!(error instanceof Failure || error instanceof IndigoError)) throw error;
    process.exitCode = 1;
    const problems = [...error.problems];
    terminal.json({ problems });
    for (const problem of problems) terminal.note(`${terminal.colors.red("indigo:")} ${problem}`);
  }
}

function hasColors(): boolean {
  return Boolean(process.stdout.isTTY) && !process.env.NO_COLOR;
}
