import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { findBrowser } from "../../plugin/cli/pdf/browser.ts";
import { cli, cliFile } from "../support/cli.ts";
import { config, type Outcome, page, Site } from "../support/site.ts";

interface Context {
  site: Site;
  /** A program that prints like a browser: it loads the page and its stylesheets and writes what it got. */
  browser: string;
  /** Where the command has its temporary folders. */
  temporary: string;
}

const test = suite<Context>("the command pdf");

const fakeBrowser = `#!${process.execPath}
const { writeFileSync, appendFileSync } = require("node:fs");
const args = process.argv.slice(2);
appendFileSync(__dirname + "/calls.txt", JSON.stringify(args) + "\\n");
const file = args.find((arg) => arg.startsWith("--print-to-pdf=")).slice("--print-to-pdf=".length);
const url = args.at(-1);
(async () => {
  if (process.env.FAKE === "hang") return setInterval(() => undefined, 1000);
  if (process.env.FAKE === "fail") { console.error("no usable sandbox"); process.exit(1); }
  const page = await fetch(url);
  const html = await page.text();
  const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]*)"/g)].map(([, href]) => new URL(href, url));
  const loaded = await Promise.all(styles.map(async (style) => [(await fetch(style)).status, style.pathname]));
  writeFileSync(file, "%PDF-1.4\\n" + JSON.stringify({ status: page.status, url, loaded, html }) + "\\n%%EOF\\n");
})();
`;

test.before((context) => {
  context.site = new Site({
    "eleventy.config.js": config({
      title: "Ada Lovelace",
      languages: { de: {} },
      sections: { cv: true },
    }),
    "cv.yaml": "basics: { name: Ada Lovelace }\nwork: [{ name: Lab, position: Head }]\n",
    "about.md": page("About", "Hi"),
    "de/about.md": page("Über", "Hallo"),
    "browser.cjs": fakeBrowser,
    "tmp/.keep": "",
  });
  context.browser = path.join(context.site.folder, "browser.cjs");
  chmodSync(context.browser, 0o755);
  context.temporary = path.join(context.site.folder, "tmp");
});

test.after(({ site }) => site.remove());

const print = (
  { site, browser, temporary }: Context,
  args: string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Outcome> =>
  cli(site.folder, ["pdf", ...args], { CHROME_PATH: browser, TMPDIR: temporary, ...env });

/** What the fake browser has written. */
function printed(
  { site }: Context,
  file: string,
): { status: number; url: string; loaded: [number, string][]; html: string } {
  const [, json = ""] = readFileSync(path.join(site.folder, file), "latin1").split("\n");
  return JSON.parse(json);
}

const leftovers = ({ temporary }: Context): string[] =>
  readdirSync(temporary).filter((name) => name !== ".keep");

// Scripts are no programs on Windows.
const isWindows = process.platform === "win32";

if (!isWindows) {
  test("prints the CV into the folder of the site, with its styles, and cleans up", async (context) => {
    const { code, output } = await print(context, []);
    assert.is(code, 0, output);
    assert.match(output, /Printed \/cv\/ to cv\.pdf \(\d+ kB\)\./);
    const { status, url, loaded, html } = printed(context, "cv.pdf");
    assert.is(status, 200);
    assert.match(url, /^http:\/\/127\.0\.0\.1:\d+\/cv\/$/);
    assert.ok(loaded.length >= 2);
    assert.ok(loaded.every(([each]) => each === 200));
    assert.match(html, "Ada Lovelace");
    assert.equal(leftovers(context), []);
    assert.not.ok(existsSync(path.join(context.site.folder, "_site")));
  });

  test("prints the pages that it is given, by any form of their URLs, and reports them as JSON", async (context) => {
    const { code, output } = await print(context, ["/de/cv/", "about", "about/index.html", "/", "--json"]);
    assert.is(code, 0, output);
    const { files } = JSON.parse(output.slice(output.indexOf("{"))) as {
      files: { page: string; file: string; bytes: number }[];
    };
    assert.equal(
      files.map(({ page: url, file }) => [url, file]),
      [
        ["/de/cv/", "de-cv.pdf"],
        ["/about/", "about.pdf"],
        ["/about/", "about.pdf"],
        ["/", "index.pdf"],
      ],
    );
    assert.ok(files.every(({ bytes }) => bytes > 100));
    assert.match(printed(context, "de-cv.pdf").html, '<html lang="de"');
  });

  test("writes the file of --out, and serves a site under its path prefix", async (context) => {
    const other = new Site({
      "eleventy.config.js": `${config({ title: "Ada" })}export const config = { pathPrefix: "/lab/" };\n`,
      "about.md": page("About", "Hi"),
    });
    const { code, output } = await cli(
      context.site.folder,
      ["pdf", "about", "--folder", other.folder, "--out", "out/ada.pdf", "--browser", context.browser],
      { TMPDIR: context.temporary },
    );
    other.remove();
    assert.is(code, 0, output);
    const { url, loaded } = printed(context, "out/ada.pdf");
    assert.match(url, /\/lab\/about\/$/);
    assert.ok(
      loaded.length > 0 && loaded.every(([status, name]) => status === 200 && name.startsWith("/lab/")),
    );
  });

  test("overwrites what it printed, and nothing else without --force", async (context) => {
    const file = path.join(context.site.folder, "own.pdf");
    writeFileSync(file, "%PDF-1.4\nmine\n");
    const refused = await print(context, ["--out", "own.pdf"]);
    assert.is(refused.code, 1);
    assert.match(
      refused.output,
      '"own.pdf" exists and was not printed by this command. Name another file with --out, or overwrite it with --force.',
    );
    assert.is(readFileSync(file, "utf8"), "%PDF-1.4\nmine\n");
    assert.is((await print(context, ["--out", "own.pdf", "--force"])).code, 0);
    assert.is((await print(context, ["--out", "own.pdf"])).code, 0);
    mkdirSync(path.join(context.site.folder, "folder.pdf"), { recursive: true });
    assert.match(
      (await print(context, ["--out", "folder.pdf", "--force"])).output,
      '"folder.pdf" is a folder.',
    );
  });

  test("a page that the site does not have is named, with a near one", async (context) => {
    const { code, output } = await print(context, ["abut"]);
    assert.is(code, 1);
    assert.match(output, 'the site has no page "/abut/". Did you mean "/about/"?');
    const without = new Site({ "eleventy.config.js": config({ title: "Ada" }) });
    const cv = await cli(without.folder, ["pdf"], {
      CHROME_PATH: context.browser,
      TMPDIR: context.temporary,
    });
    without.remove();
    assert.match(cv.output, 'the site has no page "/cv/". The option "sections: { cv: true }" creates it.');
  });

  test("a browser that prints nothing, is missing or can't be started is named", async (context) => {
    const failed = await print(context, ["--out", "none.pdf"], { FAKE: "fail" });
    assert.is(failed.code, 1);
    assert.match(failed.output, "printed no PDF: it wrote no file.");
    assert.match(failed.output, "no usable sandbox");
    assert.match(
      (await print(context, ["--browser", "no-such-browser"])).output,
      'the option --browser names a program that does not exist: "no-such-browser".',
    );
    assert.match(
      (await print(context, [], { CHROME_PATH: "/none/chrome" })).output,
      'the environment variable CHROME_PATH names a program that does not exist: "/none/chrome".',
    );
    const plain = await print(context, ["--browser", path.join(context.site.folder, "about.md")]);
    assert.match(plain.output, "can't be started");
    assert.not.ok(existsSync(path.join(context.site.folder, "none.pdf")));
    assert.equal(leftovers(context), []);
  });

  test("interrupted, it ends the browser and leaves nothing", async (context) => {
    const child = spawn(process.execPath, [cliFile, "pdf", "--out", "late.pdf"], {
      cwd: context.site.folder,
      env: { ...process.env, CHROME_PATH: context.browser, TMPDIR: context.temporary, FAKE: "hang" },
      stdio: "ignore",
    });
    const calls = path.join(context.site.folder, "calls.txt");
    const before = readFileSync(calls, "utf8").length;
    for (let tries = 0; readFileSync(calls, "utf8").length === before && tries < 600; tries += 1)
      await wait(50);
    const code = new Promise((resolve) => child.on("close", resolve));
    child.kill("SIGINT");
    assert.is(await code, 130);
    assert.equal(leftovers(context), []);
    assert.not.ok(existsSync(path.join(context.site.folder, "late.pdf")));
  });
}

test("wrong usage ends with code 2, and the folder of no site with a message", async ({ site }) => {
  const two = await cli(site.folder, ["pdf", "a", "b", "--out", "c.pdf"]);
  assert.is(two.code, 2);
  assert.match(two.output, "option '--out <file>' is for one page");
  const none = await cli(site.folder, ["pdf", "--folder", "tmp"]);
  assert.is(none.code, 1);
  assert.match(none.output, "is no Eleventy site");
});

test("finds browsers by their usual names, in the order: option, environment, path, places", ({ site }) => {
  const program = path.join(site.folder, "bin/chromium");
  site.write({ "bin/chromium": "", "apps/Google/Chrome/Application/chrome.exe": "" });
  const env = { PATH: path.join(site.folder, "bin") };
  assert.is(findBrowser(undefined, env, "linux"), program);
  assert.is(findBrowser("chromium", { ...env, CHROME_PATH: "/none" }, "linux"), program);
  assert.throws(() => findBrowser(undefined, { PATH: "" }, "linux"), /no Chrome or Chromium was found/);
});

/** The first browser of this computer, for one run with a real one. */
function installed(): string | undefined {
  try {
    return findBrowser(undefined);
  } catch {
    return undefined;
  }
}

const real = installed();
if (real)
  test("a real browser prints a PDF, and asks no other host", async (context) => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? "");
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const site = new Site({
      "eleventy.config.js": config({ title: "Ada" }),
      // "localhost" is a name that a browser may not resolve here, as any other.
      "about.md": page("About", `Text. <img src="http://localhost:${port}/a.png" alt="x">`),
    });
    try {
      const { code, output } = await cli(site.folder, ["pdf", "about", "--browser", real], {
        TMPDIR: context.temporary,
      });
      assert.is(code, 0, output);
      const pdf = readFileSync(path.join(site.folder, "about.pdf"), "latin1");
      assert.ok(pdf.startsWith("%PDF-"));
      assert.is(pdf.match(/\/Type\s*\/Page\b/g)?.length, 1);
      assert.equal(asked, []);
      assert.equal(leftovers(context), []);
    } finally {
      server.close();
      site.remove();
    }
  });

test.run();
