import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { routeUrl } from "../../options/routes.js";
import type { BuiltSite } from "../build/build-site.js";
import { checkContrast } from "./contrast.js";
import { type Fault, type Finding, rules } from "./fault.js";
import { checkLinks } from "./links.js";
import { loggedFaults } from "./log.js";
import { missingLayouts, sharedDescriptions, slipsInFrontMatter } from "./pages.js";
import { checkPublications, publicationFaults } from "./publications.js";
import { type ResultPage, readResult } from "./result.js";
import { Sources } from "./source.js";
import { checkStalePages } from "./stale.js";
import { checkStructure } from "./structure.js";
import { checkSvgFiles } from "./svg.js";

/** The result of the check. */
export interface CheckResult {
  pages: number;
  faults: Fault[];
  /** Findings that are no reason to fail. */
  warnings: Fault[];
  /** The external URLs that pages link to. They are not requested. */
  outerLinks: string[];
}

/** Files that can cause the same fault on many pages. */
const sharedFiles = [
  "_config.yml",
  "eleventy.config.js",
  "eleventy.config.mjs",
  ".eleventy.js",
  ...["publications.bib", "publications.yaml", "publications.yml", "publications.json"],
];

/** Checks the output of a build. Writes nothing and makes no third-party requests. */
export async function checkSite(site: BuiltSite): Promise<CheckResult> {
  const result = readResult(site);
  const sources = new Sources(site.folder);
  const shared = [...sharedFiles, ...filesIn(site.folder, "_data"), ...filesIn(site.folder, "_includes")];
  const outer = new Set<string>();
  const faults = new Map<string, Fault>();

  const add = (finding: Finding, page: Pick<ResultPage, "url" | "source">): void => {
    const own = page.source === undefined ? undefined : sources.place(page.source, finding.traces);
    // In other files only the most specific traces are reliable: a single word could match by chance.
    const reliable = own ? finding.traces.slice(0, 2) : finding.traces;
    const place = own?.line === undefined ? (sources.search(shared, reliable) ?? own) : own;
    // A fault from a shared file counts once, with the number of pages that have it.
    const isShared = place?.line !== undefined && place.file !== page.source;
    const key = [finding.rule, finding.message, isShared ? place.file : page.url].join("\n");
    const fault = faults.get(key);
    if (fault) fault.pages += isShared ? 1 : 0;
    else {
      const { rule, message } = finding;
      faults.set(key, { rule, message, page: page.url, pages: 1, file: place?.file, line: place?.line });
    }
  };

  for (const page of result.pages) {
    const links = checkLinks(page, result);
    for (const finding of [...links.findings, ...checkStructure(page)]) add(finding, page);
    for (const link of links.outer) outer.add(link);
  }
  for (const finding of checkPublications(result))
    add(finding, { url: routeUrl("publications"), source: undefined });
  const found = joinRepeated([...faults.values()]);
  const all = [
    ...found,
    ...missingLayouts(site, result),
    ...publicationFaults(site.publicationWarnings),
    ...(await checkContrast(site.output)),
    ...slipsInFrontMatter(site, result),
    ...sharedDescriptions(result),
    ...loggedFaults(site, found),
    ...checkSvgFiles(site),
    ...checkStalePages(site),
  ];
  return {
    pages: result.pages.length,
    faults: all.filter(({ rule }) => rules[rule].counts === "fault"),
    warnings: all.filter(({ rule }) => rules[rule].counts === "warning"),
    outerLinks: [...outer].sort(),
  };
}

/** Merges equal faults without a line: they come from something that the pages share, and are reported once. */
function joinRepeated(faults: readonly Fault[]): Fault[] {
  const joined = new Map<string, Fault>();
  for (const fault of faults) {
    const isPlaced = fault.line !== undefined || fault.rule === "missing-description";
    const key = isPlaced
      ? [fault.rule, fault.message, fault.file, fault.page].join("\n")
      : `${fault.rule}\n${fault.message}`;
    const first = joined.get(key);
    if (first) {
      first.pages += fault.pages;
      first.file = undefined;
    } else joined.set(key, { ...fault });
  }
  return [...joined.values()];
}

function filesIn(folder: string, name: string): string[] {
  const full = path.join(folder, name);
  if (!existsSync(full)) return [];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}
