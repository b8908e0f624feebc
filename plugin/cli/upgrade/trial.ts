import { mkdtempSync, realpathSync, renameSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { IndigoError } from "../../utils/errors.js";
import { BuildFailure, type BuiltSite, withBuiltSite } from "../build/build-site.js";
import { trackedFiles } from "../git.js";
import type { SwapProcess } from "../swap.js";
import { applyPlan } from "./apply.js";
import { changesBetween } from "./changes.js";
import { compareBuilds } from "./compare.js";
import type { Declaration, InstalledTheme } from "./installed.js";
import type { ManagerName } from "./package-manager.js";
import { planUpgrade, type UpgradePlan } from "./plan.js";
import { changesOf, nextSteps, type Report } from "./report.js";
import { withPackagesOf } from "./site-copy.js";

/** What is upgraded. */
export interface Upgrade {
  site: string;
  installed: InstalledTheme;
  declaration: Declaration;
  manager: ManagerName;
  swapProcess: SwapProcess;
}

/**
 * Builds the copy with both versions. One copy, since Eleventy dates pages by the creation of their files.
 *
 * @throws IndigoError if one of the builds fails.
 */
export async function tryUpgrade(
  { site, installed, manager, swapProcess }: Upgrade,
  copy: string,
  fresh: InstalledTheme,
): Promise<{ plan: UpgradePlan; report: Report }> {
  const within = swapProcess.temporaryFolder(path.join(realpathSync(tmpdir()), "indigo-output-"));
  // Both builds are of the same time, so that dates do not differ.
  const env = { SOURCE_DATE_EPOCH: process.env.SOURCE_DATE_EPOCH ?? String(Math.floor(Date.now() / 1000)) };
  const before = await withPackagesOf(site, copy, swapProcess, () =>
    builtOutput(copy, within, env, (log) => [
      `the site was not changed, because it does not build with the installed version ${installed.version}: fix it first.`,
      ...log,
    ]),
  );
  const changes = changesBetween(fresh.folder, installed.version, fresh.version);
  const packages = [installed.folder, fresh.folder] as const;
  const plan = planUpgrade(site, trackedFiles(site), before.includes, packages, changes);
  applyPlan(copy, plan);
  const after = await builtOutput(copy, within, env, (log) => failureOf(log, plan, fresh.version));
  const report: Report = {
    from: installed.version,
    to: fresh.version,
    isApplied: false,
    changes: changesOf(plan.touched),
    parts: plan.parts.map(({ text, ...part }) => part),
    pages: compareBuilds(before.output, after.output),
    warnings: after.log.filter((line) => line.startsWith("indigo: ") && !before.log.includes(line)),
    written: [...plan.written.keys()],
    removed: plan.removed,
    next: nextSteps(manager),
  };
  return { plan, report };
}

/**
 * Builds a site to a folder that stays until the command ends.
 *
 * @param failure - Returns the problems of a site that does not build, from its log.
 */
async function builtOutput(
  folder: string,
  within: string,
  env: NodeJS.ProcessEnv,
  failure: (log: string[]) => string[],
): Promise<Pick<BuiltSite, "output" | "includes" | "log">> {
  const output = path.join(mkdtempSync(path.join(within, "kept-")), "site");
  const keep = async (built: BuiltSite): Promise<Pick<BuiltSite, "output" | "includes" | "log">> => {
    renameSync(built.output, output);
    return { output, includes: built.includes, log: built.log };
  };
  try {
    return await withBuiltSite(folder, keep, { within, env });
  } catch (error) {
    if (!(error instanceof BuildFailure)) throw error;
    throw new IndigoError(...failure(error.log.map((line) => `  ${line}`)));
  }
}

/** Returns the problems of a site that does not build with the new version, with what the author has to do by hand. */
function failureOf(log: readonly string[], plan: UpgradePlan, version: string): string[] {
  const byHand = plan.touched.flatMap(({ change, findings }) =>
    findings
      .filter(({ edit, place }) => edit === undefined && place.line !== undefined)
      .map(
        ({ place }) =>
          `  ${place.file}:${place.line}: ${change.from}${change.to ? ` is now ${change.to}` : " is removed"}`,
      ),
  );
  const conflicts = plan.parts.filter(({ state }) => state === "conflict" || state === "gone");
  return [
    `the site was not changed, because it does not build with version ${version}:`,
    ...log,
    ...(byHand.length > 0 ? ["these places need a change by hand:", ...byHand] : []),
    ...conflicts.map(
      ({ file }) => `${file} replaces a part of the theme that has changed: compare them by hand.`,
    ),
  ];
}
