import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { HtmlValidate } from "html-validate";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { hostFiles } from "../../plugin/cli/hosts.ts";
import { writeAll } from "../../plugin/cli/new-files.ts";
import { launchBrowser, withPage } from "../support/browser.ts";
import { asNobody, cli, cliFile, contents } from "../support/cli.ts";
import { serve } from "../support/server.ts";
import { type Outcome, run, Site } from "../support/site.ts";

const test = suite("init");

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const made = [
  ".github/workflows/deploy.yml",
  ".gitignore",
  "about.md",
  "eleventy.config.js",
  "package.json",
  "posts/a-first-post.md",
  "posts/posts.json",
  "publications.bib",
];

test("a site from flags alone: html-validate, axe-core and check find nothing", async () => {
  const site = new Site();
  const flags = [
    "--yes",
    "--title",
    'Ada "A" Lovelace',
    "--bio",
    "On engines",
    "--url",
    "https://ada.example.org",
  ];
  const { code, output } = await cli(site.folder, ["init", ...flags]);
  assert.is(code, 0, output);
  assert.equal(Object.keys(contents(site.folder)).sort(), made);
  site.link();
  const checked = await cli(site.folder, ["check"]);
  assert.is(checked.code, 0, checked.output);
  await site.built();
  assert.match(site.read("index.html"), "Ada &quot;A&quot; Lovelace");

  const validator = new HtmlValidate({
    extends: ["html-validate:recommended"],
    // A year among publications has an id such as `1843`.
    rules: { "valid-id": ["error", { relaxed: true }] },
  });
  const found: string[] = [];
  const server = await serve(path.join(site.folder, "_site"));
  const browser = await launchBrowser();
  for (const address of site.pages()) {
    const html = site.read(address.endsWith("html") ? address : `${address}index.html`);
    const { results } = await validator.validateString(html);
    found.push(...results.flatMap(({ messages }) => messages.map(({ message }) => `/${address} ${message}`)));
    await withPage(browser, {}, async (page) => {
      await page.goto(server.url + address);
      await page.evaluate(axe);
      // @ts-expect-error axe is there since the line above
      const ids = await page.evaluate(async () => (await window.axe.run()).violations.map(({ id }) => id));
      found.push(...ids.map((id: string) => `/${address} ${id}`));
    });
  }
  await browser.close();
  await server.close();
  site.remove();
  assert.equal(found, []);
});

test("check finds nothing in a site of which only the title is known", async () => {
  const site = new Site();
  await cli(site.folder, ["init", "--yes", "--title", "Ada"]);
  site.link();
  const { code, output } = await cli(site.folder, ["check"]);
  site.remove();
  assert.is(code, 0, output);
});

test("package.json has the plugin's own version, or what --plugin says; each host has its file", async () => {
  const site = new Site();
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  await cli(site.folder, ["init", "a", "--yes", "--host", "netlify"]);
  await cli(site.folder, ["init", "b/c d", "--yes", "--host", "cloudflare", "--plugin", "file:../p.tgz"]);
  const none = await cli(site.folder, ["init", "e", "--yes", "--host", "none", "--json"]);
  const pkg = (name: string) => JSON.parse(site.source(`${name}/package.json`)).dependencies;
  const [a, b] = [pkg("a"), pkg("b/c d")];
  const files = Object.keys(contents(site.folder));
  const workflow = site.source("b/c d/.github/workflows/deploy.yml");
  site.remove();
  assert.is(a["eleventy-plugin-indigo"], `^${version}`);
  assert.is(b["eleventy-plugin-indigo"], "file:../p.tgz");
  assert.ok(files.includes("a/netlify.toml"));
  assert.match(workflow, "pages deploy _site --project-name=c-d");
  assert.equal(JSON.parse(none.output).next, ["cd e", "npm install", "npm start"]);
});

test("the deploy files use the actions of the project's own workflows, in the same major versions", () => {
  const folder = new URL("../../.github/workflows/", import.meta.url);
  const own = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), "utf8"));
  const versions = new Map(
    [...own.join("\n").matchAll(/uses: ([\w-]+\/[\w-]+)@[\da-f]{40} # v(\d+)/g)].map(([, name, major]) => [
      name,
      major,
    ]),
  );
  const used = ["github", "cloudflare"].flatMap((host) =>
    Object.values(hostFiles(host as "github", "site")).flatMap((text) => [
      ...text.matchAll(/uses: (actions\/[\w-]+)@v(\d+)$/gm),
    ]),
  );
  assert.ok(used.length >= 7);
  for (const [, name, major] of used) assert.is(major, versions.get(name), name);
});

test("a folder that is not empty: what stands in the way is listed, and nothing is written", async () => {
  const site = new Site({ "about.md": "mine", "posts/a-first-post.md": "mine too", "README.md": "beside" });
  const before = contents(site.folder);
  const { code, output } = await cli(site.folder, ["init", "--yes"]);
  assert.is(code, 1);
  assert.match(output, /already[^\n]*\nindigo: {3}about\.md\nindigo: {3}posts\/a-first-post\.md\n$/);
  assert.equal(contents(site.folder), before);
  site.remove();
});

test("a folder with only other files gets a site beside them", async () => {
  const site = new Site({ "README.md": "beside" });
  const { code } = await cli(site.folder, ["init", "--yes"]);
  const files = Object.keys(contents(site.folder)).sort();
  assert.is(code, 0);
  assert.is(site.source("README.md"), "beside");
  assert.equal(files, ["README.md", ...made].sort());
  site.remove();
});

test("a file or a dead link in place of a folder", async () => {
  const site = new Site({ notes: "a file", posts: "a file too" });
  symlinkSync("nowhere", path.join(site.folder, "dead"));
  const before = contents(site.folder);
  const file = await cli(site.folder, ["init", "notes", "--yes"]);
  const dead = await cli(site.folder, ["init", "dead", "--yes"]);
  const within = await cli(site.folder, ["init", "--yes"]);
  assert.is(file.output, 'indigo: "notes" is a file, not a folder: choose another folder.\n');
  assert.is(dead.output, 'indigo: "dead" is a broken symbolic link: remove it, or choose another folder.\n');
  assert.match(within.output, "indigo:   posts\n");
  assert.equal([file.code, dead.code, within.code], [1, 1, 1]);
  assert.equal(contents(site.folder), before);
  site.remove();
});

test("a folder that may not be written into", async () => {
  const site = new Site();
  mkdirSync(path.join(site.folder, "closed"));
  chmodSync(site.folder, 0o755);
  chmodSync(path.join(site.folder, "closed"), 0o555);
  if (process.getuid?.() === 0) chownSync(path.join(site.folder, "closed"), 1, 1);
  const { code, output } = await asNobody(site.folder, ["init", "closed/site", "--yes"]);
  const files = contents(site.folder);
  site.remove();
  assert.is(code, 1, output);
  assert.is(output, 'indigo: "closed" is not writable: change its permissions, or choose another folder.\n');
  assert.equal(files, {});
});

test("what can't all be written is not written at all, and the message names file and reason", async () => {
  const site = new Site({ "README.md": "beside" });
  const long = `b/c/${"n".repeat(300)}`;
  const files = { "one.txt": "1", "a/two.txt": "2", "b/three.txt": "3", [long]: "4" };
  let message = "";
  await writeAll(site.folder, files).catch((error: Error) => (message = error.message));
  const left = Object.keys(contents(site.folder));
  const folders = readdirSync(site.folder);
  site.remove();
  assert.is(
    message,
    `indigo: nothing was written, because ${long} can't be: its name is too long (ENAMETOOLONG).`,
  );
  assert.equal([left, folders], [["README.md"], ["README.md"]]);
});

test("a full disk: nothing is left, and a second init works once there is room", async () => {
  const site = new Site();
  const disk = path.join(site.folder, "disk");
  mkdirSync(disk);
  // A disk of three files; only root may mount one.
  const mount = (size: string): Promise<Outcome> =>
    run("mount", ["-t", "tmpfs", "-o", size, "tmpfs", disk], site.folder).catch(() => ({
      code: 1,
      output: "",
    }));
  if ((await mount("size=16k")).code !== 0) {
    site.remove();
    return;
  }
  const full = await cli(disk, ["init", "site", "--yes"]);
  const left = readdirSync(disk);
  await mount("size=1m,remount");
  const second = await cli(disk, ["init", "site", "--yes"]);
  await run("umount", [disk], site.folder);
  site.remove();
  assert.is(full.code, 1);
  assert.match(
    full.output,
    /^indigo: nothing was written, because \S+ can't be: the disk is full \(ENOSPC\)\.\n$/,
  );
  assert.equal(left, []);
  assert.is(second.code, 0, second.output);
});

test("output that nobody reads: every command ends quietly, with the code that it would have had", async () => {
  const site = new Site();
  await cli(site.folder, ["init", "new", "--yes"]);
  new Site({ "broken.md": "[gone](/gone/)\n" }, path.join(site.folder, "new")).link();
  const piped = (args: string, folder = site.folder): Promise<Outcome> =>
    run(
      "bash",
      [
        "-c",
        `"${process.execPath}" "${cliFile}" ${args} 2> errors | true; echo \${PIPESTATUS[0]}; cat errors`,
      ],
      folder,
    );
  const outputs = [
    await piped("--help"),
    await piped("init again --yes"),
    await piped("init more --yes --json"),
    await piped("migrate gone"),
    await piped("check new"),
    await piped("check new --json"),
  ].map(({ output }) => output);
  site.remove();
  assert.equal(outputs.slice(0, 3), ["0\n", "0\n", "0\n"]);
  assert.equal(outputs[3], '1\nindigo: the folder "gone" does not exist.\n');
  for (const output of outputs.slice(4)) {
    assert.match(output, /^1\n/);
    assert.not.match(output, /EPIPE|^\s+at /m);
  }
});

test("a flag that the plugin would not take", async () => {
  const site = new Site();
  const url = await cli(site.folder, ["init", "--yes", "--url", "example"]);
  const host = await cli(site.folder, ["init", "--yes", "--host", "netlfy"]);
  const files = contents(site.folder);
  site.remove();
  assert.is(url.code, 1);
  assert.match(
    url.output,
    'option "url" in the command line must be a full URL such as "https://example.org"',
  );
  assert.is(host.code, 2);
  assert.match(host.output, "Allowed choices are github, netlify, cloudflare, none.");
  assert.equal(files, {});
});

test.run();
