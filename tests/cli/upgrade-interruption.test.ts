import { spawn } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { contents } from "../support/cli.ts";
import { quickEleventy } from "../support/quick-eleventy.ts";
import { run, Site } from "../support/site.ts";
import {
  commitTracked,
  installedCommand,
  installedVersion,
  smallSite,
  writePackage,
} from "../support/upgrade-site.ts";

/** In npm's place: installs the newer version, with a file that is written a while later by a child of its own. */
const fakeNpm = (fresh: string): string => `#!/bin/sh
case "$1" in
view) echo '"0.2.0"' ;;
install)
  rm -rf node_modules/eleventy-plugin-indigo
  sleep 0.05
  cp -R "${fresh}" node_modules/eleventy-plugin-indigo
  echo '{ "lock": 2 }' > package-lock.json ;;
esac
`;

interface Context {
  work: Site;
  site: Site;
  env: NodeJS.ProcessEnv;
  /** The old and the new site, with their packages. */
  old: Record<string, string>;
  fresh: Record<string, string>;
  /** How long a whole run takes, in milliseconds. */
  duration: number;
}

const test = suite<Context>("an interrupted upgrade");

/** The files of a site, and those of the theme that it has installed. */
const state = (site: Site): Record<string, string> => ({
  ...contents(site.folder),
  ...contents(path.join(site.folder, "node_modules")),
});

test.before(async (context) => {
  context.work = new Site();
  const { folder } = context.work;
  const changes = [{ version: "0.2.0", kind: "option", from: "listHeader", to: "headerOfLists" }];
  writePackage(path.join(folder, "fresh"), "0.2.0", changes, {});
  writePackage(path.join(folder, "old"), "0.1.0", [], {});
  new Site({ npm: fakeNpm(path.join(folder, "fresh")) }, path.join(folder, "bin"));
  chmodSync(path.join(folder, "bin/npm"), 0o755);
  context.site = new Site(
    { ...smallSite, "package-lock.json": "{}\n", ...quickEleventy(20) },
    path.join(folder, "site"),
  );
  cpSync(path.join(folder, "old"), path.join(context.site.folder, "node_modules/eleventy-plugin-indigo"), {
    recursive: true,
  });
  mkdirSync(path.join(folder, "tmp"));
  const binaries = `${path.join(folder, "bin")}${path.delimiter}${process.env.PATH}`;
  context.env = { TMPDIR: path.join(folder, "tmp"), PATH: binaries };
  await run("git", ["init", "--quiet"], context.site.folder);
  await commitTracked(context.site.folder);
  context.old = state(context.site);
  const start = Date.now();
  const { code, output } = await run(
    process.execPath,
    [installedCommand(context.site), "upgrade"],
    context.site.folder,
    context.env,
  );
  context.duration = Date.now() - start;
  assert.is(code, 0, output);
  context.fresh = state(context.site);
  assert.match(context.site.source("eleventy.config.js"), "headerOfLists");
  assert.match(context.site.source("package.json"), '"^0.2.0"');
  assert.is(installedVersion(context.site), "0.2.0");
  await reset(context);
});

test.after(({ work }) => work.remove());

async function reset({ site, work, old }: Context): Promise<void> {
  await run("git", ["reset", "--hard", "--quiet"], site.folder);
  const installed = path.join(site.folder, "node_modules/eleventy-plugin-indigo");
  await run("rm", ["-rf", installed], work.folder);
  cpSync(path.join(work.folder, "old"), installed, { recursive: true });
  assert.equal(state(site), old);
}

/** Ends a run with a signal after a while, and waits until its keeper has cleaned up. */
async function interrupt(
  { site, work, env }: Context,
  signal: NodeJS.Signals,
  after: number,
): Promise<number | null> {
  const child = spawn(process.execPath, [installedCommand(site), "upgrade"], {
    cwd: site.folder,
    env: { ...process.env, ...env },
    stdio: "ignore",
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  await Promise.race([wait(after), ended]);
  child.kill(signal);
  const code = await ended;
  const left = (): string[] => [
    ...readdirSync(path.join(work.folder, "tmp")),
    ...readdirSync(work.folder).filter((name) => name.includes("indigo-upgrade")),
    ...readdirSync(path.join(site.folder, ".git")).filter((name) => name.includes("indigo")),
  ];
  for (let tries = 0; tries < 500 && left().length > 0; tries += 1) await wait(10);
  assert.equal(left(), [], "no temporary folder is left");
  return code;
}

test("killed at 16 random moments, it leaves the old site or the new one, with its packages", async (context) => {
  const seen = { old: 0, fresh: 0 };
  for (let kill = 0; kill < 16; kill += 1) {
    // Half of them at the end, where the files are exchanged.
    const after = context.duration * (kill % 2 === 0 ? Math.random() : 0.85 + Math.random() * 0.25);
    await interrupt(context, "SIGKILL", after);
    const now = state(context.site);
    const isNew = installedVersion(context.site) === "0.2.0";
    assert.equal(now, isNew ? context.fresh : context.old, `after ${after} ms`);
    seen[isNew ? "fresh" : "old"] += 1;
    if (isNew) await reset(context);
  }
  assert.ok(seen.old > 0, JSON.stringify(seen));
});

test("Ctrl-C leaves the site as it was, and ends with 130", async (context) => {
  const code = await interrupt(context, "SIGINT", context.duration / 2);
  assert.is(code, 130);
  assert.equal(state(context.site), context.old);
});

test.run();
