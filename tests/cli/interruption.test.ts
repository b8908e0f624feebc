import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { contents } from "../support/cli.ts";
import { commit, jekyllFiles } from "../support/jekyll-site.ts";
import { quickEleventy } from "../support/quick-eleventy.ts";
import { root, run, Site } from "../support/site.ts";

interface Context {
  work: Site;
  site: Site;
  /** The command, installed beside {@link quickEleventy}. */
  cliFile: string;
  env: NodeJS.ProcessEnv;
  old: Record<string, string>;
  fresh: Record<string, string>;
  /** How long a whole run takes, in milliseconds. */
  duration: number;
}

const test = suite<Context>("an interrupted migrate");

test.before(async (context) => {
  context.work = new Site(quickEleventy(30));
  // The site is built by the Eleventy that is installed with the command.
  const installed = path.join(context.work.folder, "node_modules/eleventy-plugin-indigo");
  for (const name of ["package.json", "dist", "layouts", "styles"])
    cpSync(path.join(root, name), path.join(installed, name), { recursive: true });
  context.cliFile = path.join(installed, "dist/cli/cli.js");
  context.site = new Site(jekyllFiles, path.join(context.work.folder, "site"));
  mkdirSync(path.join(context.work.folder, "tmp"));
  context.env = { TMPDIR: path.join(context.work.folder, "tmp") };
  await commit(context.site.folder);
  context.old = contents(context.site.folder);
  const start = Date.now();
  const { code, output } = await run(
    process.execPath,
    [context.cliFile, "migrate"],
    context.site.folder,
    context.env,
  );
  context.duration = Date.now() - start;
  assert.is(code, 0, output);
  context.fresh = contents(context.site.folder);
  await reset(context.site.folder);
  assert.equal(contents(context.site.folder), context.old);
});

test.after(({ work }) => work.remove());

async function reset(folder: string): Promise<void> {
  await run("git", ["reset", "--hard", "--quiet"], folder);
  await run("git", ["clean", "-fdq"], folder);
}

/** Ends a run with a signal after a while, or once something has happened, and waits until its keeper has cleaned up. */
async function interrupt(
  { site, work, cliFile, env }: Context,
  signal: NodeJS.Signals,
  moment: () => Promise<unknown>,
): Promise<number | null> {
  const child = spawn(process.execPath, [cliFile, "migrate"], {
    cwd: site.folder,
    env: { ...process.env, ...env },
    stdio: "ignore",
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  await Promise.race([moment(), ended]);
  child.kill(signal);
  const code = await ended;
  const left = (): string[] => [
    ...readdirSync(path.join(work.folder, "tmp")),
    ...readdirSync(path.join(site.folder, ".git")).filter((name) => name.includes("indigo")),
  ];
  for (let tries = 0; tries < 200 && left().length > 0; tries += 1) await wait(10);
  assert.equal(left(), [], "no temporary folder is left");
  return code;
}

test("killed at 50 random moments, it leaves the old site or the new one", async (context) => {
  const seen = { old: 0, fresh: 0 };
  for (let kill = 0; kill < 50; kill += 1) {
    const after = Math.random() * context.duration * 1.1;
    await interrupt(context, "SIGKILL", () => wait(after));
    const now = contents(context.site.folder);
    const isNew = existsSync(path.join(context.site.folder, "eleventy.config.js"));
    assert.equal(now, isNew ? context.fresh : context.old, `after ${after} ms`);
    seen[isNew ? "fresh" : "old"] += 1;
    if (isNew) await reset(context.site.folder);
  }
  assert.ok(seen.old > 0 && seen.old + seen.fresh === 50, JSON.stringify(seen));
});

test("Ctrl-C leaves the site as it was, and ends with 130", async (context) => {
  const code = await interrupt(context, "SIGINT", async () => {
    const temporary = path.join(context.work.folder, "tmp");
    for (let tries = 0; tries < 1000 && readdirSync(temporary).length < 2; tries += 1) await wait(2);
  });
  assert.is(code, 130);
  assert.equal(contents(context.site.folder), context.old);
});

test.run();
