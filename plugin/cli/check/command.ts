import { siteFolder, withBuiltSite } from "../build/build-site.js";
import type { Terminal } from "../terminal.js";
import { type Fault, type Rule, rules } from "./fault.js";
import { type CheckResult, checkSite } from "./index.js";

/**
 * `check`: builds a site and reports what is wrong in the result.
 *
 * @returns The exit code: 0 where nothing is wrong, else 1.
 * @throws IndigoError where there is no such site or it does not build.
 */
export async function check(given: string, terminal: Terminal): Promise<number> {
  const folder = siteFolder(given);
  const result = await terminal.during("Building and checking the site", () =>
    withBuiltSite(folder, async (site) => await checkSite(site)),
  );
  terminal.json(result);
  printCheck(result, terminal);
  return result.faults.length === 0 ? 0 : 1;
}

/** Prints the faults, by their kind, each with its place. */
export function printCheck({ faults, pages, outerLinks }: CheckResult, terminal: Terminal): void {
  const { bold, dim, red, green } = terminal.colors;
  for (const [rule, title] of Object.entries(rules) as [Rule, string][]) {
    const found = faults.filter((fault) => fault.rule === rule);
    if (found.length === 0) continue;
    terminal.print(bold(`${title} (${found.length})`));
    for (const fault of found) terminal.print(`  ${dim(placeOf(fault))}  ${fault.message}`);
    terminal.print();
  }
  if (outerLinks.length > 0) {
    terminal.print(bold(`Links to other hosts, not followed (${outerLinks.length})`));
    for (const link of outerLinks) terminal.print(`  ${link}`);
    terminal.print();
  }
  const count = `${pages} ${pages === 1 ? "page" : "pages"}`;
  terminal.print(
    faults.length === 0
      ? green(`${count} checked, nothing is wrong.`)
      : red(`${count} checked, ${faults.length} ${faults.length === 1 ? "fault" : "faults"}.`),
  );
}

function placeOf({ file, line, page, pages }: Fault): string {
  const source = file === undefined ? page : line === undefined ? file : `${file}:${line}`;
  return pages > 1 ? `${source} (on ${pages} pages)` : source;
}
