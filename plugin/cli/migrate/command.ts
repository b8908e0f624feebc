import { existsSync, readdirSync, realpathSync, renameSync, rmdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { packageRoot } from "../../paths.js";
import { IndigoError } from "../../utils/errors.js";
import { BuildFailure, type BuiltSite, withBuiltSite } from "../build/build-site.js";
import { readResult } from "../check/result.js";
import { assertCommitted, gitFolderOf } from "../git.js";
import { type Host, hostSteps } from "../hosts.js";
import { assertWritable } from "../new-files.js";
import { firstCommands } from "../site-package.js";
import { SwapProcess } from "../swap.js";
import type { Terminal } from "../terminal.js";
import { applyToCopy, withPlugin } from "./apply.js";
import { ownStyles } from "./customized/own-styles.js";
import { changeInPlace } from "./in-place.js";
import { type JekyllSite, readJekyllSite, textOf } from "./jekyll-site.js";
import { countsOf, type JekyllUrl, jekyllUrls } from "./jekyll-urls.js";
import { includeInventory, tagInventory } from "./liquid-inventory.js";
import { goneFiles, isTemplate, ownersOf, type Plan, planMigration } from "./plan.js";
import { printReport, type Report } from "./report.js";
import { keyInventory, pluginInventory } from "./settings-inventory.js";

/** The options of `migrate`. */
export interface MigrateOptions {
  /** The folder of the new site, which must be new or empty. Without it the site is changed in place. */
  out?: string | undefined;
  /** Continues with a site of another theme, and if the new site does not build. */
  force?: boolean | undefined;
  /** The host for which deploy files are written. */
  host: Host;
  /** The npm package spec of the plugin. Default: the version of this package. */
  plugin?: string | undefined;
}

/**
 * Runs `migrate`: migrates an Indigo site from Jekyll to the plugin. If the command is interrupted, the site is either
 * completely old or completely new.
 *
 * @returns The exit code: 0 if the new site builds, else 1.
 * @throws IndigoError with the reason if nothing was changed.
 */
export async function migrate(
  siteArgument: string,
  options: MigrateOptions,
  terminal: Terminal,
): Promise<number> {
  const site = readJekyllSite(siteArgument, options.force === true);
  const out = options.out === undefined ? undefined : outFolder(options.out, site.folder);
  const alternative = ', or write the new site to another folder with "--out FOLDER"';
  const gitFolder = out === undefined ? gitFolderOf(site.folder, siteArgument, alternative) : undefined;
  if (out === undefined) {
    assertCommitted(site.folder, siteArgument, alternative);
    assertWritable(site.folder);
  }
  const owners = ownersOf(site);
  const styles = await ownStyles(site, (file) => owners.get(file) !== "theme");
  const swapProcess = await SwapProcess.start();
  try {
    // A build may write anywhere in its folder, and loads packages from the folders around it. Therefore the folder that is
    // built is neither the new site nor beside it.
    const tryPlan = async (isCareful: boolean): Promise<{ plan: Plan; built: BuildResult }> => {
      const plan = planMigration(site, styles, options, isCareful);
      const trial = swapProcess.temporaryFolder(path.join(realpathSync(tmpdir()), "indigo-migrate-"));
      applyToCopy(site, trial, plan);
      return { plan, built: await buildCopy(site, trial, plan, swapProcess) };
    };
    const { plan, built } = await terminal.during("Creating and building the new site", async () => {
      const first = await tryPlan(false);
      if (first.built.builds || first.plan.customized.length === 0) return first;
      // What the author has changed in the theme may be the reason.
      const careful = await tryPlan(true);
      return careful.built.builds ? careful : first;
    });
    if (!built.builds && out === undefined && !options.force) {
      throw new IndigoError(
        "the site was not changed, because the new one does not build:",
        ...built.log.map((line) => `  ${line}`),
        ...plan.notRun.map(({ file, why }) => `  ${file} is left out: ${why}`),
        'Fix these errors first, or write the new site to another folder with "--out FOLDER" and fix it there. "--force" changes the site in place nevertheless.',
      );
    }
    if (out !== undefined) {
      // The folder that becomes the new site gets the usual permissions.
      const prefix = path.join(path.dirname(out), `.${path.basename(out)}.indigo-`);
      const copy = swapProcess.temporaryFolder(prefix, 0o777);
      applyToCopy(site, copy, plan);
      if (existsSync(out)) rmdirSync(out);
      renameSync(copy, out);
    } else if (gitFolder !== undefined) await changeInPlace(site.folder, gitFolder, plan, swapProcess);
    const report = reportOf(siteArgument, site, plan, built, options);
    terminal.json(report);
    printReport(report, terminal);
    return built.builds ? 0 : 1;
  } finally {
    await swapProcess.end();
  }
}

/**
 * Returns the real path of the folder of the new site.
 *
 * @param siteFolder - The old site.
 * @throws IndigoError if the folder is not empty, has no parent, is not writable or is in the old site.
 */
function outFolder(outArgument: string, siteFolder: string): string {
  const out = path.resolve(outArgument);
  if (existsSync(out)) {
    if (!statSync(out).isDirectory())
      throw new IndigoError(`"${outArgument}" is a file, not a folder: choose another folder.`);
    if (readdirSync(out).length > 0)
      throw new IndigoError(`"${outArgument}" is not empty: choose an empty or a new folder.`);
  }
  const parent = path.dirname(out);
  if (!existsSync(parent))
    throw new IndigoError(
      `the folder "${path.dirname(outArgument)}" does not exist: create it, or choose another folder.`,
    );
  assertWritable(parent);
  const real = path.join(realpathSync(parent), path.basename(out));
  if (`${real}${path.sep}`.startsWith(siteFolder + path.sep)) {
    throw new IndigoError(`"${outArgument}" is in the site itself: choose a folder outside the site.`);
  }
  return real;
}

/** The result of the build of the new site. */
interface BuildResult {
  builds: boolean;
  log: string[];
  addresses: Report["addresses"];
  counts: Report["counts"];
}

async function buildCopy(
  site: JekyllSite,
  copy: string,
  plan: Plan,
  swapProcess: SwapProcess,
): Promise<BuildResult> {
  const expected = jekyllUrls(site);
  const counts = countsOf(expected);
  const within = swapProcess.temporaryFolder(path.join(realpathSync(tmpdir()), "indigo-output-"));
  const compare = async (built: BuiltSite): Promise<BuildResult> => {
    const result = readResult(built);
    const missing = expected
      .filter(({ url }) => result.fileAt(result.prefix + url.slice(1)) === undefined)
      .map((page) => ({ url: page.url, file: page.file, why: whyMissing(page, built.log, plan) }));
    return { builds: true, log: built.log, addresses: { total: expected.length, missing }, counts };
  };
  try {
    return await withPlugin(copy, () => withBuiltSite(copy, compare, { eleventyFrom: packageRoot, within }));
  } catch (error) {
    if (!(error instanceof BuildFailure)) throw error;
    return { builds: false, log: [...error.log], addresses: { total: expected.length, missing: [] }, counts };
  }
}

/** Returns why the new site lacks the URL of a file: a line of the log, else a known limit. */
function whyMissing({ file, plugin, why }: JekyllUrl, log: readonly string[], { notRun }: Plan): string {
  if (why !== undefined) return why;
  if (plugin !== undefined) return `${plugin} adds it, which does not run: see the plugins above`;
  const moved = notRun.find((each) => each.file === file);
  if (moved) return moved.why;
  const logged = log.find((line) => line.includes(file));
  if (logged) return logged.trim();
  if (/\.coffee$/.test(file)) return "CoffeeScript is not compiled: replace it by the compiled JavaScript";
  return "not built: please report this as a bug, with the file";
}

function reportOf(
  siteArgument: string,
  site: JekyllSite,
  plan: Plan,
  built: BuildResult,
  { out, host }: MigrateOptions,
): Report {
  const gone = new Set(goneFiles(plan));
  const stays = (file: string): boolean => !gone.has(file) && existsSync(path.join(site.folder, file));
  const templates = site.files
    .map(({ file }) => file)
    .filter((file) => stays(file) && isTemplate(site, file));
  const sources = new Map(templates.map((file) => [file, textOf(site, file)]));
  // What they read has its effect in options.
  const carried = new Set(plan.customized.filter(({ works }) => works).map(({ file }) => file));
  const newFolder = out ?? siteArgument;
  const hostStep = hostSteps[host];
  return {
    folder: path.resolve(newFolder),
    isIndigo: site.isIndigo,
    removed: plan.removed,
    aside: plan.aside,
    customized: plan.customized,
    kept: plan.kept,
    outside: plan.outside,
    notRun: plan.notRun,
    skipped: site.skipped,
    review: plan.review,
    navigation: plan.navigation,
    formulas: plan.formulas,
    written: Object.keys(plan.written),
    tags: tagInventory(sources),
    includes: includeInventory(sources, (name) => stays(`_includes/${name}`), built.builds),
    plugins: pluginInventory(site, [...sources.values()]),
    keys: keyInventory(
      site,
      [...sources.values()],
      [...gone].filter((file) => !carried.has(file)).map((file) => textOf(site, file)),
    ),
    ...built,
    next: built.builds
      ? [...firstCommands(newFolder), "npm run check", ...(hostStep ? [hostStep] : [])]
      : ["Fix the errors in the log above", ...firstCommands(newFolder), "npm run check"],
  };
}
