import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type BuildOutcome, type BuiltPage, findEleventy } from "../../eleventy/programmatic-build.js";
import { workerFile } from "../../paths.js";
import { defaultConfigFiles } from "../../utils/config-file-name.js";
import { IndigoError } from "../../utils/errors.js";
import { withCleanup } from "../interruption.js";

/** The arguments of the process that builds the site. */
export interface BuildRequest {
  /** The URL of Eleventy's module. */
  eleventy: string;
  /** The output folder. */
  output: string;
}

/** A site built into a temporary folder, which is deleted after use. */
export interface BuiltSite {
  /** The site's folder. */
  folder: string;
  /** The output folder. */
  output: string;
  pages: BuiltPage[];
  /** Eleventy's path prefix. */
  pathPrefix: string;
  /** The output folder that the site configures, relative to its own folder. */
  configuredOutput: string;
  /** The folder of includes, from the site's folder. */
  includes: string;
  /** The lines that Eleventy and the plugin logged. */
  log: string[];
  /** The warnings about publications among them. */
  publicationWarnings: string[];
}

/** The error of a site that does not build. */
export class BuildFailure extends IndigoError {
  /** The lines that Eleventy and the plugin logged. */
  readonly log: readonly string[];

  constructor(log: readonly string[]) {
    super("the site does not build:", ...log.map((line) => `  ${line}`));
    this.log = log;
  }
}

/** Where a site is built from, and what it is trusted with. */
export interface BuildSource {
  /** The folder whose Eleventy builds the site. Default: the site's folder. */
  eleventyFrom?: string;
  /** The parent of the temporary output folder. Default: the system's. */
  within?: string;
  /** Environment variables of the build. */
  env?: NodeJS.ProcessEnv;
}

/** Environment variables that turn off colors in the log of the build. */
const plainEnvironment = { NO_COLOR: "1", FORCE_COLOR: "0" };

/**
 * Environment variables with which git, which Eleventy asks for dates, does not take a site's folder for a repository whose
 * config it follows.
 */
const gitEnvironment = {
  GIT_CONFIG_COUNT: "1",
  GIT_CONFIG_KEY_0: "safe.bareRepository",
  GIT_CONFIG_VALUE_0: "explicit",
};

/**
 * Builds a site with its own Eleventy into a temporary folder, so that the author's output folder stays unchanged, and
 * passes the result to a function.
 *
 * @throws BuildFailure with Eleventy's log if the site does not build.
 */
export async function withBuiltSite<T>(
  folder: string,
  use: (site: BuiltSite) => Promise<T>,
  { eleventyFrom = folder, within = realpathSync(tmpdir()), env = {} }: BuildSource = {},
): Promise<T> {
  const eleventy = findEleventy(eleventyFrom);
  const output = mkdtempSync(path.join(within, "indigo-build-"));
  return withCleanup(
    () => rmSync(output, { recursive: true, force: true }),
    async () => use({ folder, output, ...(await build(folder, { eleventy, output }, env)) }),
  );
}

function build(
  folder: string,
  request: BuildRequest,
  env: NodeJS.ProcessEnv,
): Promise<BuildOutcome & Pick<BuiltSite, "log">> {
  const child = spawn(process.execPath, [workerFile, JSON.stringify(request)], {
    cwd: folder,
    env: { ...process.env, ...env, ...plainEnvironment, ...gitEnvironment },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let text = "";
  let result: BuildOutcome | undefined;
  child.stdout?.on("data", (data: Buffer) => (text += data));
  child.stderr?.on("data", (data: Buffer) => (text += data));
  child.on("message", (message) => (result = message as typeof result));
  return withCleanup(
    () => child.kill("SIGKILL"),
    () =>
      new Promise((resolve, reject) => {
        child.on("error", reject);
        child.on("close", (code) => {
          const log = logLines(text);
          if (code === 0 && result) resolve({ ...result, log });
          else reject(new BuildFailure(log));
        });
      }),
  );
}

/** Returns the lines of a log that matter to the author: no prefix `[11ty]`, no counts, no stack traces. */
function logLines(text: string): string[] {
  return text
    .replaceAll("[11ty] ", "")
    .split("\n")
    .map((line) => line.trimEnd())
    .filter(
      (line) =>
        line !== "" && !/^\s+at .+(:\d+|\))|^Original error stack|^Node\.js v|^(Copied|Wrote) \d/.test(line),
    );
}

/**
 * Returns the real path of a site's folder.
 *
 * @throws IndigoError if it does not exist.
 */
export function siteFolder(folder: string): string {
  if (!existsSync(folder)) throw new IndigoError(`the folder "${folder}" does not exist.`);
  return realpathSync(folder);
}

/**
 * Returns the real path of the folder of an Eleventy site.
 *
 * @throws IndigoError if it does not exist, or has no config of Eleventy.
 */
export function eleventyFolder(argument: string): string {
  const folder = siteFolder(argument);
  if (!defaultConfigFiles.some((name) => existsSync(path.join(folder, name)))) {
    throw new IndigoError(
      `the folder "${folder}" is no Eleventy site: it has none of ${defaultConfigFiles.join(", ")}.`,
    );
  }
  return folder;
}
