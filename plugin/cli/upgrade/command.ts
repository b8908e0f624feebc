import { existsSync, realpathSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { IndigoError } from "../../utils/errors.js";
import { readText } from "../../utils/read-text.js";
import { eleventyFolder } from "../build/build-site.js";
import { assertCommitted, gitFolderOf, topFolder } from "../git.js";
import { assertWritable } from "../new-files.js";
import { SwapProcess } from "../swap.js";
import { undoSwap } from "../swap-journal.js";
import type { Terminal } from "../terminal.js";
import { journalFile, replaceInSite, replacementFrom } from "./apply.js";
import { assertEngine, declarationIn, type InstalledTheme, installedTheme } from "./installed.js";
import { installIn, lockfilesOf, packageManagerOf, publishedVersion } from "./package-manager.js";
import { printReport } from "./report.js";
import { copyFolder, copySite } from "./site-copy.js";
import { tryUpgrade, type Upgrade } from "./trial.js";
import { compareVersions, rangeLike } from "./versions.js";
import { withJsonValue } from "./yaml-keys.js";

/** The options of `upgrade`. */
export interface UpgradeOptions {
  /** A version, a tag such as `latest`, or a packed package in a file. Default: `latest`. */
  to?: string | undefined;
  /** Shows what an upgrade would do, and changes nothing. */
  dryRun?: boolean | undefined;
}

/**
 * Runs `upgrade`: installs a newer version of the theme in a copy of the site, builds the site with both, and brings the
 * new version to the site. If the command is interrupted, the site is either completely old or completely new.
 *
 * @returns The exit code: 0 if the site has the version now.
 * @throws IndigoError with the reason if nothing was changed.
 */
export async function upgrade(
  siteArgument: string,
  { to = "latest", dryRun = false }: UpgradeOptions,
  terminal: Terminal,
): Promise<number> {
  const site = eleventyFolder(siteArgument);
  const gitFolder = gitFolderOf(site, siteArgument, ': run "git init", "git add ." and "git commit"');
  if (undoSwap(journalFile(gitFolder))) terminal.note("An upgrade was stopped: the old site is restored.");
  if (!dryRun) {
    assertCommitted(site, siteArgument, "");
    assertWritable(site);
  }
  const declaration = declarationIn(site);
  const installed = installedTheme(site);
  const manager = packageManagerOf(site, topFolder(site));
  const file = packedFile(to);
  const target =
    file ?? (await terminal.during("Looking for the newest version", () => publishedVersion(site, to)));
  if (file === undefined && !isNewer(target, installed, terminal)) return 0;
  const swapProcess = await SwapProcess.start();
  try {
    const run: Upgrade = { site, installed, declaration, manager, swapProcess };
    const copy = await terminal.during("Installing the new version in a copy of the site", () =>
      installCopy(run, target, file),
    );
    const fresh = installedTheme(copy);
    if (!isNewer(fresh.version, installed, terminal)) return 0;
    assertEngine(fresh);
    const { plan, report } = await terminal.during("Building the site with both versions", () =>
      tryUpgrade(run, copy, fresh),
    );
    if (!dryRun) {
      const replacement = replacementFrom(site, copy, plan, lockfilesOf(manager));
      // The author may have worked on meanwhile.
      assertCommitted(site, siteArgument, "");
      await replaceInSite(site, gitFolder, replacement, swapProcess);
      report.isApplied = true;
      report.written = [...replacement.written.keys()];
    }
    terminal.json(report);
    printReport(report, terminal);
    return 0;
  } finally {
    await swapProcess.end();
  }
}

/**
 * Returns the real path of a packed package; undefined for a version or a tag.
 *
 * @throws IndigoError if it is neither.
 */
function packedFile(to: string): string | undefined {
  if (/\.t(?:ar\.)?gz$/.test(to)) {
    if (!existsSync(to) || !statSync(to).isFile())
      throw new IndigoError(`"--to ${to}" names a file that does not exist.`);
    return realpathSync(to);
  }
  if (/^v?[\w.+-]+$/.test(to)) return undefined;
  throw new IndigoError(
    `"--to ${to}" is neither a version, such as 1.2.0, nor a file that ends with ".tgz".`,
  );
}

/** Returns whether a version is newer than the installed one, and says so if it is not. */
function isNewer(version: string, installed: InstalledTheme, terminal: Terminal): boolean {
  const difference = compareVersions(version, installed.version);
  if (difference > 0) return true;
  if (difference < 0)
    throw new IndigoError(
      `version ${version} is older than the installed one, ${installed.version}: nothing was changed.`,
    );
  terminal.json({ from: version, to: version, isApplied: false });
  terminal.print(`The site has version ${version} already: nothing to do.`);
  return false;
}

/** Copies the site, and installs the new version there. */
async function installCopy(
  { site, declaration, manager, swapProcess }: Upgrade,
  target: string,
  file: string | undefined,
): Promise<string> {
  const copy = copySite(site, swapProcess);
  const manifest = path.join(copy, "package.json");
  const isBeside = path.dirname(copy) === path.dirname(site);
  const shown = file && isBeside ? path.relative(site, file).split(path.sep).join("/") : file;
  const range = shown === undefined ? rangeLike(declaration.range, target) : `file:${shown}`;
  writeFileSync(manifest, withJsonValue(readText(manifest), declaration.path, range));
  // npm changes what is installed, so that other packages stay as they are even without a lockfile.
  if (manager === "npm") copyFolder(path.join(site, "node_modules"), path.join(copy, "node_modules"));
  await installIn(copy, manager, swapProcess);
  return copy;
}
