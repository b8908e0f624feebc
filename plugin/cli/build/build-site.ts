import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type BuiltPage, findEleventy } from "../../eleventy/programmatic-build.js";
import { workerFile } from "../../paths.js";
import { IndigoError } from "../../utils/errors.js";
import { withCleanup } from "../interruption.js";

/** What the process that builds is told. */
export interface BuildRequest {
  /** Address of the module Eleventy. */
  eleventy: string;
  /** Where the result goes. */
  output: string;
}

/** A site built into a folder of its own, which is there only while it is looked at. */
export interface BuiltSite {
  /** The site's own folder. */
  folder: string;
  /** The folder of the result. */
  output: string;
  pages: BuiltPage[];
  /** Eleventy's path prefix. */
  pathPrefix: string;
  /** What Eleventy and the plugin said. */
  log: string[];
}

/** A site does not build. */
export class BuildFailure extends IndigoError {
  /** What Eleventy and the plugin said. */
  readonly log: readonly string[];

  constructor(log: readonly string[]) {
    super("the site does not build:", ...log.map((line) => `  ${line}`));
    this.log = log;
  }
}

/** Environment of a build that must not be coloured, whatever terminal it is started from. */
const plainEnvironment = { NO_COLOR: "1", FORCE_COLOR: "0" };

/**
 * Builds a site with its own Eleventy into a temporary folder, so that the author's output folder stays as it is, and
 * hands the result to a function.
 *
 * @param within - Where the temporary folder is made.
 * @throws BuildFailure with what Eleventy said, where the site does not build.
 */
export async function withBuiltSite<T>(
  folder: string,
  use: (site: BuiltSite) => Promise<T>,
  within = realpathSync(tmpdir()),
): Promise<T> {
  const eleventy = findEleventy(folder);
  const output = mkdtempSync(path.join(within, "indigo-build-"));
  return withCleanup(
    () => rmSync(output, { recursive: true, force: true }),
    async () => use({ folder, output, ...(await build(folder, { eleventy, output })) }),
  );
}

function build(
  folder: string,
  request: BuildRequest,
): Promise<Pick<BuiltSite, "pages" | "pathPrefix" | "log">> {
  const child = spawn(process.execPath, [workerFile, JSON.stringify(request)], {
    cwd: folder,
    env: { ...process.env, ...plainEnvironment },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let text = "";
  let result: Pick<BuiltSite, "pages" | "pathPrefix"> | undefined;
  child.stdout?.on("data", (data: Buffer) => (text += data));
  child.stderr?.on("data", (data: Buffer) => (text += data));
  child.on("message", (message) => (result = message as typeof result));
  return withCleanup(
    () => child.kill("SIGKILL"),
    () =>
      new Promise((resolve, reject) => {
        child.on("error", reject);
        child.on("close", (code) => {
          const log = readable(text);
          if (code === 0 && result) resolve({ ...result, log });
          else reject(new BuildFailure(log));
        });
      }),
  );
}

/** Lines that say something to the author: without Eleventy's mark and counts, colours and stack traces. */
function readable(text: string): string[] {
  return text
    .replaceAll("[11ty] ", "")
    .split("\n")
    .map((line) => line.trimEnd())
    .filter(
      (line) =>
        line !== "" && !/^\s+at .+(:\d+|\))|^Original error stack|^Node\.js v|^(Copied|Wrote) \d/.test(line),
    );
}

/** The folder of a site, as it was given. @throws IndigoError where there is none. */
export function siteFolder(given: string): string {
  if (!existsSync(given)) throw new IndigoError(`there is no folder "${given}".`);
  return realpathSync(given);
}
