import path from "node:path";
import { eleventyVersion } from "../../eleventy/programmatic-build.js";
import { packageManifest } from "../../paths.js";
import { IndigoError } from "../../utils/errors.js";
import { eleventyFolder, withBuiltSite } from "../build/build-site.js";
import type { Terminal } from "../terminal.js";
import { type Fault, type Rule, rules } from "./fault.js";
import { type CheckResult, checkSite } from "./index.js";

/**
 * Runs `check`: builds a site and reports the faults in its output.
 *
 * @returns The exit code: 0 if there are no faults, else 1. Warnings do not count.
 * @throws IndigoError if the folder does not exist or has no Eleventy site, or if the site does not build.
 */
export async function check(siteArgument: string, terminal: Terminal): Promise<number> {
  const folder = eleventyFolder(siteArgument);
  const result = await terminal.during("Building and checking the site", () =>
    withBuiltSite(folder, async (site) => await checkSite(site)),
  );
  if (result.pages === 0) throw new IndigoError(`the site in "${folder}" has no pages.`);
  terminal.json({ versions: versionsOf(siteArgument), ...result });
  printCheck(result, terminal);
  return result.faults.length === 0 ? 0 : 1;
}

/** The versions of what builds a site, as `--json` prints them. */
export interface Versions {
  node: string;
  /** The site's Eleventy; undefined if it is not installed. */
  eleventy: string | undefined;
  plugin: string;
}

/** Returns the versions of what builds the site in a folder, which need not exist. */
export const versionsOf = (folder: string): Versions => ({
  node: process.versions.node,
  eleventy: eleventyVersion(path.resolve(folder)),
  plugin: packageManifest.version,
});

/** Prints the faults by rule, each with its file and line. */
export function printCheck({ faults, warnings, pages, outerLinks }: CheckResult, terminal: Terminal): void {
  const { bold, dim, red, green } = terminal.colors;
  for (const [rule, { title }] of Object.entries(rules) as [Rule, { title: string }][]) {
    const matching = [...faults, ...warnings].filter((fault) => fault.rule === rule);
    if (matching.length === 0) continue;
    terminal.print(bold(`${title} (${matching.length})`));
    for (const fault of matching) terminal.print(`  ${dim(placeOf(fault))}  ${fault.message}`);
    terminal.print();
  }
  if (outerLinks.length > 0) {
    terminal.print(bold(`External links, not checked (${outerLinks.length})`));
    for (const link of outerLinks) terminal.print(`  ${link}`);
    terminal.print();
  }
  const counts = [
    `${counted(pages, "page")} checked`,
    faults.length === 0 ? "no faults" : counted(faults.length, "fault"),
    ...(warnings.length > 0 ? [counted(warnings.length, "warning")] : []),
  ];
  terminal.print((faults.length === 0 ? green : red)(`${counts.join(", ")}.`));
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

function placeOf({ file, line, page, pages }: Fault): string {
  const source = file === undefined ? page : line === undefined ? file : `${file}:${line}`;
  return pages > 1 ? `${source} (on ${pages} pages)` : source;
}
