import type { Terminal } from "../terminal.js";
import { type Change, changeKinds } from "./changes.js";
import type { ChangedFiles, Comparison } from "./compare.js";
import type { Touched } from "./findings.js";
import { installCommand, type ManagerName } from "./package-manager.js";
import type { PartState, ReplacedPart } from "./parts.js";
import type { Place } from "./place.js";

/** What an upgrade did, or would do. */
export interface Report {
  from: string;
  to: string;
  /** Whether the site was changed; false with `--dry-run`. */
  isApplied: boolean;
  changes: (Change & { places: (Place & { isEdited: boolean; why?: string })[] })[];
  parts: Omit<ReplacedPart, "text">[];
  pages: Comparison;
  /** The warnings that the build with the old version does not have. */
  warnings: string[];
  /** The files that are written, from the site's folder. */
  written: string[];
  removed: string[];
  next: string[];
}

/** Returns the changes as the report lists them. */
export const changesOf = (touched: readonly Touched[]): Report["changes"] =>
  touched.map(({ change, findings }) => ({
    ...change,
    places: findings.map(({ place, edit, why }) => ({
      ...place,
      isEdited: edit !== undefined,
      ...(why !== undefined && { why }),
    })),
  }));

/** Returns what the author does after an upgrade. */
export const nextSteps = (manager: ManagerName): string[] => [
  "git diff",
  "git commit --all",
  `To go back instead: git restore . && ${installCommand(manager)}`,
];

const states: Readonly<Record<PartState, string>> = {
  same: "is the theme's own: you can delete it",
  unchanged: "the theme's part has not changed",
  merged: "the theme's part has changed; merged with your changes",
  conflict: "the theme's part has changed where yours differs: compare them by hand",
  gone: "the theme has no such part any more",
};

const [maxPlaces, maxDiff, maxGroups, maxUrls, maxLines, maxWidth] = [20, 60, 10, 8, 4, 100];

/** Prints the report. */
export function printReport(report: Report, terminal: Terminal): void {
  const { bold, dim, green } = terminal.colors;
  terminal.print(bold(`eleventy-plugin-indigo ${report.from} → ${report.to}`));
  terminal.print();
  printChanges(report, terminal);
  printParts(report, terminal);
  if (report.warnings.length > 0) {
    terminal.print(bold(`New warnings (${report.warnings.length})`));
    for (const line of shortened(report.warnings, maxPlaces)) terminal.print(`  ${line}`);
    terminal.print();
  }
  printPages(report.pages, terminal);
  if (report.isApplied) {
    terminal.print(
      green(
        `Upgraded to ${report.to}. Changed: ${[...report.written, ...report.removed].sort().join(", ")}.`,
      ),
    );
    terminal.print();
    terminal.print(bold("Next"));
    for (const line of report.next) terminal.print(`  ${line}`);
  } else terminal.print(dim("Nothing was changed (--dry-run)."));
}

function printChanges({ changes }: Report, terminal: Terminal): void {
  const { bold, dim } = terminal.colors;
  for (const [kind, title] of Object.entries(changeKinds)) {
    const matching = changes.filter((change) => change.kind === kind);
    if (matching.length === 0) continue;
    terminal.print(bold(title));
    for (const change of matching) {
      terminal.print(
        `  ${whatChanged(change)} ${dim(`(${change.version})`)}${change.note ? `: ${change.note}` : ""}`,
      );
      const lines = change.places
        .filter(({ file, why }) => file !== "" && (hasPlaces(change) || why !== undefined))
        .map(({ file, line, isEdited, why }) => {
          const place = line === undefined ? file : `${file}:${line}`;
          return `    ${place}  ${isEdited ? "edited" : `by hand${why ? ` (${why})` : ""}`}`;
        });
      for (const line of shortened(lines, maxPlaces)) terminal.print(line);
    }
    terminal.print();
  }
}

/** Returns whether the places of a change matter: a default or a behavior concerns the whole site. */
const hasPlaces = ({ kind }: Change): boolean => kind !== "default" && kind !== "behavior";

function whatChanged({ kind, from, to }: Change): string {
  if (kind === "behavior") return from;
  if (kind === "default")
    return to === undefined ? `${from} has another default` : `${from} is now ${to} by default`;
  return to === undefined ? `${from} is removed` : `${from} is now ${to}`;
}

function printParts({ parts }: Report, terminal: Terminal): void {
  const { bold, dim, red, green } = terminal.colors;
  if (parts.length === 0) return;
  terminal.print(bold(`Parts that your site replaces (${parts.length})`));
  for (const { file, state, movedTo, diff } of parts) {
    terminal.print(`  ${file}  ${states[state]}${movedTo ? `; moved to ${movedTo}` : ""}`);
    for (const line of shortened(diff, maxDiff)) {
      const color = line.startsWith("+") ? green : line.startsWith("-") ? red : dim;
      terminal.print(color(`    ${line}`));
    }
  }
  terminal.print();
}

const titles: Readonly<Record<ChangedFiles["difference"], string>> = {
  text: "other text",
  links: "other links",
  markup: "other markup, the same text",
  content: "other content",
};

function printPages({ changed, added, gone, same }: Comparison, terminal: Terminal): void {
  const { bold, red, green } = terminal.colors;
  const count = changed.reduce((sum, { urls }) => sum + urls.length, 0);
  terminal.print(
    bold(
      `Files of the built site: ${count} changed, ${added.length} added, ${gone.length} gone, ${same} the same`,
    ),
  );
  for (const group of changed.slice(0, maxGroups)) {
    terminal.print(`  ${titles[group.difference]}: ${listed(group.urls)}`);
    for (const line of shortened(group.gone, maxLines)) terminal.print(red(`    - ${cut(line)}`));
    for (const line of shortened(group.added, maxLines)) terminal.print(green(`    + ${cut(line)}`));
  }
  if (changed.length > maxGroups)
    terminal.print(`  and ${changed.length - maxGroups} more kinds of change: see --json`);
  if (added.length > 0) terminal.print(`  added: ${listed(added)}`);
  if (gone.length > 0) terminal.print(`  gone: ${listed(gone)}`);
  terminal.print();
}

const cut = (line: string): string => (line.length > maxWidth ? `${line.slice(0, maxWidth)}…` : line);

const listed = (urls: readonly string[]): string =>
  urls.slice(0, maxUrls).join(", ") + (urls.length > maxUrls ? ` and ${urls.length - maxUrls} more` : "");

const shortened = (lines: readonly string[], max: number): string[] =>
  lines.length > max
    ? [...lines.slice(0, max), `    and ${lines.length - max} more: see --json`]
    : [...lines];
