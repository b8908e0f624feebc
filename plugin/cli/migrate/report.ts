import type { Terminal } from "../terminal.js";
import type { CustomizedFile } from "./customized/customized.js";
import type { SkippedFile } from "./files.js";
import type { InventoryItem } from "./liquid-inventory.js";
import { notRunFolder } from "./not-run.js";
import { asideFolder, type Plan } from "./plan.js";

/** The report of a migration. */
export interface Report extends Omit<Plan, "written"> {
  /** The folder of the new site. */
  folder: string;
  /** Whether the theme of the old site is Indigo. */
  isIndigo: boolean;
  /** What can be neither read nor copied, and is not in the new site. */
  skipped: SkippedFile[];
  /** New and extended files. */
  written: string[];
  tags: InventoryItem[];
  includes: InventoryItem[];
  plugins: InventoryItem[];
  keys: InventoryItem[];
  /** Whether the new site builds. */
  builds: boolean;
  /** The log of its build. */
  log: string[];
  /** The URLs of the old site: how many, and those that the new site lacks. */
  addresses: { total: number; missing: { url: string; file: string; why: string }[] };
  /** How many of them are pages, posts, documents of each collection, and pages of each plugin. */
  counts: Record<string, number>;
  /** The next steps. */
  next: string[];
}

/** Prints the report as text: what changed, what does not work as in Jekyll, the next steps. */
export function printReport(report: Report, terminal: Terminal): void {
  const { bold, green, red, yellow, dim } = terminal.colors;
  const { print } = terminal;
  const list = (title: string, lines: readonly string[]): void => {
    if (lines.length === 0) return;
    print(bold(title));
    for (const line of lines) print(`  ${line}`);
    print();
  };
  const inventory = (title: string, items: readonly InventoryItem[]): void => {
    list(
      title,
      items.map(({ name, count, place, outcome, works }) => {
        const times = count > 1 ? `, ${count} times` : "";
        return `${works ? green("✓") : yellow("!")} ${name} ${dim(`(${place}${times})`)}: ${outcome}`;
      }),
    );
  };

  list("Written", report.written);
  list(`Deleted: unchanged theme files (${report.removed.length})`, foldersOf(report.removed));
  list(`Moved to ${asideFolder}/: theme files that you changed (${report.aside.length})`, report.aside);
  list(
    `Theme files that you changed (${report.customized.length})`,
    report.customized.flatMap((file) => customizedLines(file, { green, yellow, dim })),
  );
  list(
    "Kept: theme files that your files use",
    report.kept.map(({ file, by }) => `${file} (used in ${by})`),
  );
  list(
    "Navigation: copied from your nav.html to eleventy.config.js",
    (report.navigation ?? []).map(({ label, url }) => `${label}: ${url}`),
  );
  list("Formulas", report.formulas ? formulaLines(report.formulas, { green, yellow }) : []);
  list(
    "Symbolic links out of the site: not in the new site. Replace each by its file",
    report.outside.map(({ file, target }) => `${file} -> ${target}`),
  );
  list(
    `Moved to ${notRunFolder}/: files that Eleventy or npm would run or follow, and Jekyll does not (${report.notRun.length})`,
    report.notRun.flatMap(({ file, why, how }) => [`${yellow("!")} ${file}: ${why}`, `  To use it: ${how}.`]),
  );
  list(
    "Not in the new site",
    report.skipped.map(({ file, why }) => `${yellow("!")} ${file} ${why}`),
  );
  list(
    'Review before "npm install"',
    report.review.map(({ file, why }) => `${yellow("!")} ${file}: ${why}`),
  );
  inventory("Keys of _config.yml", report.keys);
  inventory("Jekyll plugins", report.plugins);
  inventory("Liquid tags", report.tags);
  inventory("Includes", report.includes);
  list(report.builds ? "Log of the build" : red("The new site does not build yet"), report.log);
  if (report.builds) printUrls(report, terminal);
  list("Next", report.next);
}

function formulaLines(
  { option, files, scripts }: NonNullable<Report["formulas"]>,
  { green, yellow }: Record<"green" | "yellow", (text: string) => string>,
): string[] {
  const { dollars, macros } = option ?? {};
  const pages =
    dollars === true ? "" : ` on pages with ${[dollars ?? []].flat().join(" or ")} in their front matter`;
  return [
    ...(dollars === undefined ? [] : [`${green("✓")} $…$ is a formula${pages}, as in your MathJax`]),
    ...(macros ? [`${green("✓")} its macros: ${Object.keys(macros).join(", ")}`] : []),
    ...(option ? [`  The option "math" in your config, from ${files.join(", ")}`] : []),
    ...scripts.map(
      (file) =>
        `${yellow("!")} ${file} loads MathJax or KaTeX, and the plugin sets formulas without it: remove its script`,
    ),
  ];
}

/** How many added lines of a file the report shows; `--json` has all. */
const maxShownLines = 5;
const maxShownLength = 100;

function customizedLines(
  { file, added, removed, purposes, outcome, works }: CustomizedFile,
  { green, yellow, dim }: Record<"green" | "yellow" | "dim", (text: string) => string>,
): string[] {
  const counts = `${added.length} ${added.length === 1 ? "line" : "lines"} added, ${removed} removed`;
  const what = purposes.length > 0 ? `: ${purposes.join(", ")}` : "";
  const more = added.length > maxShownLines ? [dim(`    and ${added.length - maxShownLines} more`)] : [];
  return [
    `${works ? green("✓") : yellow("!")} ${file} ${dim(`(${counts}${what})`)}: ${outcome}`,
    ...added.slice(0, maxShownLines).map(({ text, line }) => {
      const shown = text.length > maxShownLength ? `${text.slice(0, maxShownLength)}…` : text;
      return dim(`    ${line}: ${shown}`);
    }),
    ...more,
  ];
}

function printUrls({ addresses: { total, missing }, counts }: Report, { print, colors }: Terminal): void {
  const kinds = Object.entries(counts).map(
    ([kind, count]) => `${count} ${count === 1 ? singular(kind) : kind}`,
  );
  print(`Jekyll makes ${kinds.join(", ")}.`);
  const summary = `${total - missing.length} of ${total} URLs of the Jekyll site exist in the new site`;
  print(missing.length === 0 ? colors.green(`${summary}.`) : colors.yellow(`${summary}. Missing:`));
  for (const { url, file, why } of missing) print(`  ${url} (${file}): ${why}`);
  print();
}

/** Returns the name of a kind for one; names of collections stay. */
const singular = (kind: string): string => kind.replace(/^(page|post)s/, "$1");

/** Summarizes files by their top folder, with the number of files in it. */
function foldersOf(files: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const file of files) {
    const [top = file, ...rest] = file.split("/");
    const name = rest.length > 0 ? `${top}/` : top;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => (name.endsWith("/") ? `${name} (${count})` : name));
}
