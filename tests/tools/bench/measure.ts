import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { eleventy, run, type Site } from "../../support/site.ts";
import type { Kind } from "./sites.ts";

/** The resources that a build used. */
export interface Measure {
  /** Wall time in seconds. */
  wall: number;
  /** CPU time in seconds. */
  cpu: number;
  /** Peak memory in MiB. */
  memory: number;
}

/** A module that prints the resources of an Eleventy build at its end. */
export const reporter = `data:text/javascript,${encodeURIComponent(`
  import { writeSync } from "node:fs";
  process.on("exit", () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    writeSync(1, "\\nbench " + JSON.stringify({ memory: maxRSS / 1024, cpu: (userCPUTime + systemCPUTime) / 1e6 }));
  });
`)}`;

/** GNU time, which prints the same for other commands: KiB, and seconds of user and system. */
const time = "/usr/bin/time";

const commands: Readonly<Record<Kind, readonly string[]>> = {
  bare: [process.execPath, "--import", reporter, eleventy, "--quiet"],
  plugin: [process.execPath, "--import", reporter, eleventy, "--quiet"],
  "from jekyll": [process.execPath, "--import", reporter, eleventy, "--quiet"],
  Jekyll: [time, "-f", "time %M %U %S", "jekyll", "build", "--quiet"],
  Hugo: [time, "-f", "time %M %U %S", "hugo", "--quiet", "--destination", "_site"],
};

/** Returns whether the command of a kind is installed. */
export function isInstalled(kind: Kind): boolean {
  if (commands[kind][0] !== time) return true;
  const [command = "", version = ""] = kind === "Jekyll" ? ["jekyll", "--version"] : ["hugo", "version"];
  return existsSync(time) && spawnSync(command, [version]).status === 0;
}

/**
 * Deletes the output of a site and builds it.
 *
 * @throws Error if a post is missing in the output.
 */
export async function build(kind: Kind, site: Site, posts: number): Promise<Measure> {
  rmSync(path.join(site.folder, site.output), { recursive: true, force: true });
  const [command = "", ...args] = commands[kind];
  const start = performance.now();
  const { code, output } = await run(command, args, site.folder);
  const wall = (performance.now() - start) / 1000;
  const used = reportIn(output);
  const built = site.files().filter((file) => /\bpost-\d+\/index\.html$/.test(file)).length;
  if (code !== 0 || !used || built !== posts) {
    throw new Error(`the build failed: it wrote ${built} of ${posts} posts\n${output}`);
  }
  return { wall, ...used };
}

function reportIn(output: string): Omit<Measure, "wall"> | undefined {
  const own = /^bench (.*)$/m.exec(output)?.[1];
  if (own) return JSON.parse(own) as Omit<Measure, "wall">;
  const [, memory, user, system] = /^time (\d+) ([\d.]+) ([\d.]+)$/m.exec(output) ?? [];
  return memory ? { memory: Number(memory) / 1024, cpu: Number(user) + Number(system) } : undefined;
}
