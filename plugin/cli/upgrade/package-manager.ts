import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { packageManifest } from "../../paths.js";
import { IndigoError } from "../../utils/errors.js";
import { readText } from "../../utils/read-text.js";
import { withCleanup } from "../interruption.js";
import type { SwapProcess } from "../swap.js";

/** The package managers, with their lockfiles and the arguments that install what `package.json` names. */
const managers = {
  npm: {
    locks: ["package-lock.json", "npm-shrinkwrap.json"],
    install: ["install", "--no-audit", "--no-fund"],
  },
  pnpm: { locks: ["pnpm-lock.yaml"], install: ["install", "--no-frozen-lockfile"] },
  yarn: { locks: ["yarn.lock"], install: ["install"] },
  bun: { locks: ["bun.lock", "bun.lockb"], install: ["install"] },
} as const;

/** The name of a package manager. */
export type ManagerName = keyof typeof managers;

const names = Object.keys(managers) as ManagerName[];

/** Returns the files of a package manager that a site commits in addition to `package.json`. */
export const lockfilesOf = (manager: ManagerName): readonly string[] => managers[manager].locks;

/** Returns the command that installs what the lockfile of a site names. */
export const installCommand = (manager: ManagerName): string => `${manager} install`;

/**
 * Returns the package manager of a site: by its lockfile, else by `packageManager` in its `package.json`, else npm.
 *
 * @param top - The top folder of its repository, in which a workspace may have the lockfile.
 * @throws IndigoError if the lockfile is above the site, or packages are not in `node_modules`.
 */
export function packageManagerOf(site: string, top: string): ManagerName {
  if ([".pnp.cjs", ".pnp.js"].some((file) => existsSync(path.join(site, file))))
    throw new IndigoError(
      `the site uses Yarn Plug'n'Play, which "upgrade" does not support: run "yarn up ${packageManifest.name}", then "yarn ${packageManifest.name} check".`,
    );
  const named = declaredManager(site);
  const found = names.filter((name) => hasLockfile(site, name));
  const [manager] = found.includes(named as ManagerName) ? [named] : found;
  if (manager !== undefined) return manager;
  for (let folder = site; folder !== top && folder !== path.dirname(folder); ) {
    folder = path.dirname(folder);
    const above = names.find((name) => hasLockfile(folder, name));
    if (above !== undefined)
      throw new IndigoError(
        `the lockfile of the site is in "${folder}", as in a workspace, which "upgrade" does not support: install the new version there with ${above}, then run "npx ${packageManifest.name} check".`,
      );
  }
  return named ?? "npm";
}

const hasLockfile = (folder: string, manager: ManagerName): boolean =>
  lockfilesOf(manager).some((file) => existsSync(path.join(folder, file)));

function declaredManager(site: string): ManagerName | undefined {
  const { packageManager } = JSON.parse(readText(path.join(site, "package.json"))) as {
    packageManager?: unknown;
  };
  return names.find((name) => String(packageManager).startsWith(`${name}@`));
}

/**
 * Returns a version of the theme from the registry that the site's `.npmrc` names.
 *
 * @param wanted - A version or a tag, such as `latest`.
 * @throws IndigoError if there is none, or the registry can't be reached.
 */
export async function publishedVersion(site: string, wanted: string): Promise<string> {
  const spec = `${packageManifest.name}@${wanted}`;
  const { code, output, errors } = await runTool(
    "npm",
    ["view", spec, "version", "--json", "--fetch-retries=0"],
    site,
  );
  if (code === 0) {
    // An array if several versions match, and nothing if none does.
    const found: unknown = output.trim() === "" ? [] : JSON.parse(output);
    const version = Array.isArray(found) ? found.at(-1) : found;
    if (typeof version === "string") return version;
  }
  const log = `${output}\n${errors}`;
  if (code === 0 || /\b(E404|ETARGET)\b/.test(log))
    throw new IndigoError(`the registry has no version "${wanted}" of ${packageManifest.name}.`);
  const [reason] =
    /\b(ENOTFOUND|EAI_AGAIN|ENOTCACHED|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT|E\d{3})\b/.exec(log) ??
    [];
  throw new IndigoError(
    `npm can't reach the registry${reason ? ` (${reason})` : ""}: check your connection, or name a downloaded package with "--to FILE.tgz".`,
    ...(reason ? [] : lastLines(log)),
  );
}

/**
 * Installs what the `package.json` of a copy of a site names.
 *
 * @throws IndigoError with the last lines of the log if that fails.
 */
export async function installIn(copy: string, manager: ManagerName, swapProcess: SwapProcess): Promise<void> {
  const { code, output, errors } = await runTool(manager, managers[manager].install, copy, swapProcess);
  if (code !== 0)
    throw new IndigoError(
      `the site was not changed, because ${manager} can't install the new version:`,
      ...lastLines(`${errors}\n${output}`),
    );
}

const maxLines = 15;

const lastLines = (log: string): string[] =>
  log
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(-maxLines)
    .map((line) => `  ${line}`);

/** Runs a package manager, which ends with this command, however that ends. */
function runTool(
  tool: ManagerName,
  args: readonly string[],
  folder: string,
  swapProcess?: SwapProcess,
): Promise<{ code: number | null; output: string; errors: string }> {
  const isWindows = process.platform === "win32";
  const child = spawn(tool, [...args], {
    cwd: folder,
    // npm is a batch file on Windows. No argument has a character that a shell reads.
    shell: isWindows,
    // A process group of its own, by which its children end too.
    detached: !isWindows,
    stdio: ["ignore", "pipe", "pipe"],
    // In CI, Yarn does not change a lockfile without this.
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0", YARN_ENABLE_IMMUTABLE_INSTALLS: "false" },
  });
  if (!isWindows) swapProcess?.endWithCommand(child);
  const end = (): void => {
    try {
      if (child.pid !== undefined && child.exitCode === null)
        process.kill(isWindows ? child.pid : -child.pid, "SIGKILL");
    } catch {
      // It has ended already.
    }
  };
  let [output, errors] = ["", ""];
  child.stdout.on("data", (data: Buffer) => (output += data));
  child.stderr.on("data", (data: Buffer) => (errors += data));
  return withCleanup(
    end,
    () =>
      new Promise((resolve, reject) => {
        child.on("error", (error: NodeJS.ErrnoException) =>
          reject(
            error.code === "ENOENT" ? new IndigoError(`${tool} is not installed: install it first.`) : error,
          ),
        );
        child.on("close", (code) => resolve({ code, output, errors }));
      }),
  );
}
