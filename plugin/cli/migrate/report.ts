import type { Terminal } from "../terminal.js";
import type { Met } from "./liquid-inventory.js";
import { asideFolder, type Plan } from "./plan.js";

/** What a migration did and found. */
export interface Report extends Omit<Plan, "written"> {
  /** The folder of the new site. */
  folder: string;
  /** Whether the site is made with Indigo. */
  isIndigo: boolean;
  /** Files that are new or got something added. */
  written: string[];
  tags: Met[];
  includes: Met[];
  plugins: Met[];
  keys: Met[];
  /** Whether the new site builds, and what its build said. */
  builds: boolean;
  log: string[];
  /** Addresses that Jekyll makes of the same files. */
  addresses: { total: number; missing: { url: string; file: string; why: string }[] };
  /** What is left to do. */
  next: string[];
}

/** Prints the report for a person: what was done, what does not work as it did, what to do next. */
export function printReport(report: Report, terminal: Terminal): void {
  const { bold, green, red, yellow, dim } = terminal.colors;
  const { print } = terminal;
  const list = (title: string, lines: readonly string[]): void => {
    if (lines.length === 0) return;
    print(bold(title));
    for (const line of lines) print(`  ${line}`);
    print();
  };
  const met = (title: string, all: readonly Met[]): void => {
    list(
      title,
      all.map(({ name, count, place, outcome, works }) => {
        const times = count > 1 ? `, ${count} times` : "";
        return `${works ? green("✓") : yellow("!")} ${name} ${dim(`(${place}${times})`)}: ${outcome}`;
      }),
    );
  };

  list("Written", report.written);
  list(
    `Taken away: the theme's own files, as they came (${report.removed.length})`,
    foldersOf(report.removed),
  );
  list(
    `Put aside in ${asideFolder}/: files of the theme's that you changed (${report.aside.length})`,
    report.aside,
  );
  list(
    "Kept of the theme's, since your files use them",
    report.kept.map(({ file, by }) => `${file} (used in ${by})`),
  );
  list(
    "Navigation, from your nav.html into eleventy.config.js",
    (report.navigation ?? []).map(({ label, url }) => `${label}: ${url}`),
  );
  list(
    "Links out of the site: not followed",
    report.outside.map(({ file, target }) => `${file} -> ${target}`),
  );
  met("Keys of _config.yml", report.keys);
  met("Plugins of Jekyll's", report.plugins);
  met("Liquid tags", report.tags);
  met("Includes", report.includes);
  list(report.builds ? "What the build says" : red("The new site does not build yet"), report.log);
  if (report.builds) printAddresses(report, terminal);
  list("Next", report.next);
}

function printAddresses({ addresses: { total, missing } }: Report, { print, colors }: Terminal): void {
  const found = `${total - missing.length} of ${total} addresses of pages and posts that Jekyll makes are there`;
  print(missing.length === 0 ? colors.green(`${found}.`) : colors.yellow(`${found}; these are not:`));
  for (const { url, file, why } of missing) print(`  ${url} (${file}): ${why}`);
  print();
}

/** Many files as their folders, with how many each has. */
function foldersOf(files: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const file of files) {
    const [top = file, ...rest] = file.split("/");
    const name = rest.length > 0 ? `${top}/` : top;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => (name.endsWith("/") ? `${name} (${count})` : name));
}
