import { existsSync, readdirSync, realpathSync, renameSync, rmdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { IndigoError } from "../../utils/errors.js";
import { BuildFailure, type BuiltSite, withBuiltSite } from "../build/build-site.js";
import { readResult } from "../check/result.js";
import { type Host, hostSteps } from "../hosts.js";
import { assertWritable } from "../new-files.js";
import { firstCommands } from "../site-package.js";
import type { Terminal } from "../terminal.js";
import { jekyllAddresses } from "./addresses.js";
import { applyToCopy, withPlugin } from "./apply.js";
import { cleanGitFolder } from "./git.js";
import { changeInPlace } from "./in-place.js";
import { type JekyllSite, readJekyllSite } from "./jekyll-site.js";
import { includeInventory, tagInventory } from "./liquid-inventory.js";
import { isTemplate, type Plan, planMigration, textOf } from "./plan.js";
import { printReport, type Report } from "./report.js";
import { keyInventory, pluginInventory } from "./settings-inventory.js";
import { Keeper } from "./swap.js";

/** What `migrate` takes. */
export interface MigrateOptions {
  /** A folder for the new site, which is not there or empty; without it the site changes where it is. */
  out?: string | undefined;
  /** Goes on with a site of another theme, and with one that does not build yet. */
  force?: boolean | undefined;
  /** The host for which a deploy workflow is written. */
  host: Host;
  /** What npm installs the plugin from. The default is the version of this package. */
  plugin?: string | undefined;
}

/**
 * `migrate`: turns an Indigo site on Jekyll into one on the plugin. The site is the old one until it is the new one, at
 * whatever moment the command is interrupted.
 *
 * @returns The exit code: 0 where the new site builds.
 * @throws IndigoError where nothing was done, with the reason.
 */
export async function migrate(given: string, options: MigrateOptions, terminal: Terminal): Promise<number> {
  const site = readJekyllSite(given, options.force === true);
  const out = options.out === undefined ? undefined : outFolder(options.out, site.folder);
  const gitFolder = out === undefined ? cleanGitFolder(site.folder, given) : undefined;
  if (out === undefined) assertWritable(site.folder);
  const plan = planMigration(site, options);

  const keeper = await Keeper.start();
  try {
    // The one that is renamed to the new site is open to whom its parent is.
    const copy =
      out === undefined
        ? keeper.temporaryFolder(path.join(realpathSync(tmpdir()), "indigo-migrate-"))
        : keeper.temporaryFolder(path.join(path.dirname(out), `.${path.basename(out)}.indigo-`), 0o777);
    const built = await terminal.during("Making the new site and building it", async () => {
      applyToCopy(site.folder, copy, plan);
      return buildCopy(site, copy, keeper);
    });
    if (!built.builds && out === undefined && !options.force) {
      throw new IndigoError(
        "the site stays as it was, since the new one does not build:",
        ...built.log.map((line) => `  ${line}`),
        '"--out FOLDER" makes it there nevertheless, for you to mend; "--force" does so in place.',
      );
    }
    if (out !== undefined) {
      if (existsSync(out)) rmdirSync(out);
      renameSync(copy, out);
    } else if (gitFolder !== undefined) await changeInPlace(site.folder, gitFolder, plan, keeper);
    const report = reportOf(given, site, plan, built, options);
    terminal.json(report);
    printReport(report, terminal);
    return built.builds ? 0 : 1;
  } finally {
    await keeper.end();
  }
}

/** Where the new site goes. @throws IndigoError where that is no place for it. */
function outFolder(given: string, folder: string): string {
  const out = path.resolve(given);
  if (existsSync(out)) {
    if (!statSync(out).isDirectory()) throw new IndigoError(`"${given}" is a file, not a folder.`);
    if (readdirSync(out).length > 0)
      throw new IndigoError(`"${given}" is not empty: choose a folder that is, or a new one.`);
  }
  const parent = path.dirname(out);
  if (!existsSync(parent))
    throw new IndigoError(`there is no folder "${path.dirname(given)}" to make "${given}" in.`);
  assertWritable(parent);
  const real = path.join(realpathSync(parent), path.basename(out));
  if (`${real}${path.sep}`.startsWith(folder + path.sep)) {
    throw new IndigoError(`"${given}" is in the site itself: choose a folder beside it.`);
  }
  return real;
}

/** How the build of the new site went. */
interface Built {
  builds: boolean;
  log: string[];
  addresses: Report["addresses"];
}

async function buildCopy(site: JekyllSite, copy: string, keeper: Keeper): Promise<Built> {
  const expected = jekyllAddresses(site);
  const within = keeper.temporaryFolder(path.join(realpathSync(tmpdir()), "indigo-output-"));
  const compare = async (built: BuiltSite): Promise<Built> => {
    const result = readResult(built);
    const missing = expected
      .filter(({ url }) => result.fileAt(result.prefix + url.slice(1)) === undefined)
      .map((address) => ({ ...address, why: whyMissing(address.file, built.log) }));
    return { builds: true, log: built.log, addresses: { total: expected.length, missing } };
  };
  try {
    return await withPlugin(copy, () => withBuiltSite(copy, compare, within));
  } catch (error) {
    if (!(error instanceof BuildFailure)) throw error;
    return { builds: false, log: [...error.log], addresses: { total: expected.length, missing: [] } };
  }
}

function whyMissing(file: string, log: readonly string[]): string {
  const said = log.find((line) => line.includes(file));
  if (said) return said.trim();
  if (/\.(sass|scss|coffee)$/.test(file))
    return "Sass and CoffeeScript are not compiled: put the compiled file in its place";
  return "not built; please report it with the file";
}

function reportOf(
  given: string,
  site: JekyllSite,
  plan: Plan,
  built: Built,
  { out, host }: MigrateOptions,
): Report {
  const gone = new Set([...plan.removed, ...plan.aside]);
  const stays = (file: string): boolean => !gone.has(file) && existsSync(path.join(site.folder, file));
  const templates = site.files
    .map(({ file }) => file)
    .filter((file) => stays(file) && isTemplate(site, file));
  const sources = new Map(templates.map((file) => [file, textOf(site, file)]));
  const place = out ?? given;
  const hostStep = hostSteps[host];
  return {
    folder: path.resolve(place),
    isIndigo: site.isIndigo,
    removed: plan.removed,
    aside: plan.aside,
    kept: plan.kept,
    outside: plan.outside,
    navigation: plan.navigation,
    written: Object.keys(plan.written),
    tags: tagInventory(sources),
    includes: includeInventory(sources, (name) => stays(`_includes/${name}`)),
    plugins: pluginInventory(site),
    keys: keyInventory(site),
    ...built,
    next: [...firstCommands(place), "npm run check", ...(hostStep ? [hostStep] : [])],
  };
}
