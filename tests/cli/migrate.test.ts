import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, lstatSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { asNobody, cli, contents } from "../support/cli.ts";
import { commit, jekyllFiles, jekyllSite } from "../support/jekyll-site.ts";
import { run, Site } from "../support/site.ts";

const test = suite("migrate");

/** What `--json` gives, as far as it is looked at here. */
interface Report {
  log: string[];
  removed: string[];
  aside: string[];
  kept: { file: string; by: string }[];
  written: string[];
  outside: { file: string; target: string }[];
  navigation: { label: string; url: string }[];
  tags: Met[];
  includes: Met[];
  plugins: Met[];
  keys: Met[];
  builds: boolean;
  addresses: { total: number; missing: unknown[] };
}

interface Met {
  name: string;
  count: number;
  place: string;
  works: boolean;
}

const reportOf = (output: string): Report => JSON.parse(output.slice(output.indexOf("{"))) as Report;
const changed = ["Gemfile", "_includes/nav.html", "_sass/pages/home-blog-projects.sass"];

test("into another folder: the report, the new site and its addresses; the old one stays", async () => {
  const work = new Site();
  const old = new Site(jekyllFiles, path.join(work.folder, "old"));
  symlinkSync("my file ü.txt", path.join(old.folder, "assets/inner"));
  symlinkSync("../../outside", path.join(old.folder, "assets/outer"));
  const before = contents(old.folder);
  const { code, output } = await cli(work.folder, [
    "migrate",
    "old",
    "--out",
    "new",
    "--host",
    "github",
    "--json",
  ]);
  assert.is(code, 0, output);
  assert.equal(contents(old.folder), before);
  assert.equal(readdirSync(work.folder).sort(), ["new", "old"]);

  const report = reportOf(output);
  assert.equal(report.removed, ["_layouts/page.html"], "known whatever ends its lines");
  assert.equal(report.aside.sort(), changed);
  assert.equal(report.kept, [{ file: "_includes/read-time.html", by: "_includes/figure.html" }]);
  assert.equal(report.outside, [{ file: "assets/outer", target: "../../outside" }]);
  assert.equal(report.addresses, { total: 5, missing: [] });
  assert.equal(
    report.navigation.map(({ label, url }) => `${label} ${url}`),
    ["Home /", "Blog /blog", "Play /games", "About /about"],
  );
  const failing = (all: Met[]): string[] =>
    all.filter(({ works }) => !works).map(({ name, place }) => `${name} ${place}`);
  assert.equal(failing(report.tags), ["octicon about.md:5"]);
  assert.equal(failing(report.includes), []);
  assert.equal(failing(report.plugins), ["jekyll-octicons _config.yml", "jekyll-toc Gemfile"]);
  assert.equal(failing(report.keys), ["paginate _config.yml:8"]);

  const site = new Site({}, path.join(work.folder, "new"));
  const after = contents(site.folder);
  for (const [file, hash] of Object.entries(before)) {
    if (["_layouts/page.html", ".gitignore", "assets/outer"].includes(file)) continue;
    assert.is(after[changed.includes(file) ? `_indigo-changed/${file}` : file], hash, file);
  }
  assert.is(site.source(".gitignore"), "_site\nnode_modules/\n");
  site.link();
  await site.built();
  assert.match(site.read("games/index.html"), "<section><p>Chess</p>");
  assert.match(site.read("games/index.html"), 'href="/blog"');
  assert.match(site.read("about/index.html"), "<b>own changed, and used</b>");
  assert.is(site.read("assets/my file ü.txt"), "kept");
  assert.ok(site.has("grüße-an-alle/index.html"), site.files().join());
  work.remove();
});

test("in place: the same site, and nothing else is left behind", async () => {
  const ignored = { ".gitignore": "_site\nnode_modules/\n" };
  const site = await jekyllSite(ignored);
  site.write({ "node_modules/x/index.js": "" });
  const { code, output } = await cli(site.folder, ["migrate"]);
  assert.is(code, 0, output);
  const twin = new Site({ ...jekyllFiles, ...ignored });
  await cli(twin.folder, ["migrate", "--out", `${twin.folder}-new`]);
  const [there, here] = [contents(`${twin.folder}-new`), contents(site.folder)];
  // The name in it is the folder's.
  delete there["package.json"];
  delete here["package.json"];
  assert.equal(here, there);
  assert.equal(
    readdirSync(path.join(site.folder, ".git")).filter((name) => name.includes("indigo")),
    [],
  );
  assert.match(output, "5 of 5 URLs of the Jekyll site exist in the new site.");
  assert.match(output, /Moved to _indigo-changed\/: theme files that you changed [^\n]*\n {2}Gemfile\n/);
  const again = await cli(site.folder, ["migrate"]);
  assert.is(again.code, 1);
  assert.match(again.output, "is already an Eleventy site: it has eleventy.config.js.");
  site.remove();
  twin.remove();
  await run("rm", ["-r", `${twin.folder}-new`], "/");
});

/** A site that stays as it is, for this reason. */
function refuses(
  name: string,
  make: () => Promise<Site> | Site,
  message: string | RegExp,
  args: readonly string[] = [],
): void {
  test(name, async () => {
    const site = await make();
    const before = contents(site.folder);
    const { code, output } = await cli(site.folder, ["migrate", ...args]);
    const after = contents(site.folder);
    site.remove();
    assert.is(code, 1, output);
    assert.match(output, message);
    assert.not.match(output, /^\s+at .+:\d+/m, "no stack trace");
    assert.equal(after, before);
  });
}

const without = (...files: string[]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(jekyllFiles).filter(([file]) => !files.some((start) => file.startsWith(start))),
  );

refuses("a folder that is not there", () => new Site(), 'the folder "gone" does not exist.', ["gone"]);
refuses("an empty folder", () => new Site(), "is not a Jekyll site: it has no _config.yml.");
refuses("a folder that is no site", () => new Site({ "notes.md": "mine" }), "it has no _config.yml.");
refuses(
  "a site of another theme",
  () => new Site({ ...without("_includes", "_layouts", "_sass"), "_config.yml": "theme: minima\n" }),
  'is not Indigo but minima. Its content can be migrated, its appearance cannot: continue with "--force".',
);
refuses(
  "a site in no git work tree",
  outsideGit,
  "is not in a git work tree: commit the site to git first, or write",
);
refuses(
  "a dirty work tree",
  async () => (await jekyllSite()).write({ "about.md": "changed", "new file ü.md": "new" }),
  /has uncommitted changes[^\n]*\nindigo: {4}M about\.md\nindigo: {3}\?\? new file ü\.md\n$/,
);
refuses(
  "a _config.yml that does not parse",
  () => jekyllSite({ "_config.yml": "title: A\nblog: [true\n" }),
  "_config.yml:3 is not valid YAML",
);
refuses(
  "a package.json that does not parse",
  () => jekyllSite({ "package.json": "{" }),
  "package.json is not valid JSON: fix it first.",
);
refuses(
  "a new site that does not build, in place",
  () => jekyllSite({ "about.md": "---\nlayout: page\n---\n{% include gone.html %}" }),
  /the site was not changed, because the new one does not build:\n[\s\S]*gone\.html[\s\S]*"--out FOLDER"/,
);
refuses("an --out that is not empty", () => jekyllSite(), '"assets" is not empty', ["--out", "assets"]);
refuses("an --out in the site", () => jekyllSite(), '"new" is in the site itself', ["--out", "new"]);
refuses(
  "an --out without a folder above",
  () => jekyllSite(),
  'the folder "../a/b" does not exist: create it',
  ["--out", "../a/b/c"],
);
refuses("an --out that is a file", () => jekyllSite(), '"CNAME" is a file, not a folder: choose', [
  "--out",
  "CNAME",
]);

/** The project's own repository is around every test site; a file `.git` that leads nowhere ends git's search. */
function outsideGit(): Site {
  const site = new Site(jekyllFiles);
  writeFileSync(path.join(site.folder, ".git"), "gitdir: nowhere\n");
  return site;
}

test("what Jekyll goes on with: settings of a wrong type, and front matter that is not valid or not closed", async () => {
  const site = await jekyllSite({
    "_config.yml": `${jekyllFiles["_config.yml"]}about: perhaps\n`,
    "_posts/2020-01-03-a.md": "---\ntitle: A\ntags: [a\n---\nText\n",
    "_posts/2020-01-04-b.md": "---\ntitle: B\n",
  });
  const { code, output } = await cli(site.folder, ["migrate", "--json"]);
  site.remove();
  assert.is(code, 0, output);
  const { log, addresses } = reportOf(output);
  assert.equal(addresses.missing, []);
  assert.is(addresses.total, 7);
  const message =
    'key "about" in _config.yml:11 must be true or false, but it is "perhaps"; it has no effect.';
  assert.ok(log.join("\n").includes(message), log.join("\n"));
});

test("a site of another theme goes on with --force", async () => {
  const files = {
    ...without("_includes", "_layouts", "_sass", "about", "games"),
    "_config.yml": "theme: minima\n",
  };
  const site = new Site(files);
  await commit(site.folder);
  const { code, output } = await cli(site.folder, ["migrate", "--force"]);
  const names = Object.keys(contents(site.folder));
  site.remove();
  assert.is(code, 0, output);
  assert.ok(names.includes("eleventy.config.js"));
});

test("a new site that does not build is made with --out, with what is wrong", async () => {
  const site = await jekyllSite({ "about.md": "---\nlayout: page\n---\n{% include gone.html %}" });
  const out = `${site.folder}-new`;
  const { code, output } = await cli(site.folder, ["migrate", "--out", out, "--json"]);
  const made = Object.keys(contents(out));
  site.remove();
  await run("rm", ["-r", out], "/");
  assert.is(code, 1);
  assert.is(reportOf(output).builds, false);
  assert.ok(made.includes("eleventy.config.js"));
  assert.not.ok(made.some((name) => name.startsWith("node_modules")));
});

test("a package.json of the author's keeps everything that it has", async () => {
  const own = { name: "mine", scripts: { build: "gulp" }, devDependencies: { gulp: "^4" } };
  const site = await jekyllSite({ "package.json": JSON.stringify(own, null, 4) });
  const { code, output } = await cli(site.folder, ["migrate", "--plugin", "file:../plugin.tgz"]);
  assert.is(code, 0, output);
  const text = site.source("package.json");
  const names = Object.keys(contents(site.folder));
  site.remove();
  assert.match(text, '\n    "name": "mine"');
  const joined = JSON.parse(text);
  assert.is(joined.scripts.build, "gulp");
  assert.is(joined.scripts.start, "eleventy --serve");
  assert.is(joined.dependencies["eleventy-plugin-indigo"], "file:../plugin.tgz");
  assert.ok(names.includes("eleventy.config.mjs"), 'without "type": "module"');
});

/** Files that are neither regular files nor folders nor links, and links of every kind. */
async function unusualSite(): Promise<{ site: Site; close(): void }> {
  const site = await jekyllSite();
  for (const name of ["assets/pipe", "Gemfile.lock", "package-lock.json", "_posts/2020-02-02-pipe.md"])
    execFileSync("mkfifo", [path.join(site.folder, name)]);
  // The path of a socket is short.
  const cwd = process.cwd();
  process.chdir(site.folder);
  const server = createServer().listen("assets/socket");
  await once(server, "listening");
  process.chdir(cwd);
  symlinkSync("pipe", path.join(site.folder, "assets/to-pipe"));
  symlinkSync("gone", path.join(site.folder, "assets/broken"));
  symlinkSync("loop", path.join(site.folder, "assets/loop"));
  symlinkSync("my file ü.txt", path.join(site.folder, "assets/inner"));
  symlinkSync("..", path.join(site.folder, "assets/up"));
  symlinkSync("../../outside", path.join(site.folder, "assets/outer"));
  await commit(site.folder);
  return { site, close: () => void server.close() };
}

for (const [mode, isInPlace] of [
  ["in place", true],
  ["into another folder", false],
] as const) {
  test(`named pipes, sockets and links, ${mode}: the command neither hangs nor stops, and names them`, async () => {
    const { site, close } = await unusualSite();
    const out = `${site.folder}-new`;
    const args = isInPlace ? [] : ["--out", out];
    const { code, output } = await cli(site.folder, ["migrate", ...args]);
    close();
    const folder = isInPlace ? site.folder : out;
    const has = (name: string): boolean =>
      lstatSync(path.join(folder, name), { throwIfNoEntry: false }) !== undefined;
    const [inner, outer, pipe] = [has("assets/inner"), has("assets/outer"), has("assets/pipe")];
    const text = has("assets/my file ü.txt");
    await run("rm", ["-rf", site.folder, out], "/");
    assert.is(code, 0, output);
    for (const line of [
      "! Gemfile.lock is a named pipe",
      "! _posts/2020-02-02-pipe.md is a named pipe",
      "! assets/loop can't be read: its symbolic links form a loop (ELOOP)",
      "! assets/pipe is a named pipe",
      "! assets/socket is a socket",
      "! package-lock.json is a named pipe",
    ])
      assert.match(output, `  ${line}\n`);
    assert.match(output, "  assets/outer -> ../../outside\n");
    assert.equal([text, inner, outer], [true, true, false]);
    // In place, what is not understood stays where it is.
    assert.is(pipe, isInPlace);
  });
}

test("files and folders that may not be read are named", async () => {
  const site = new Site({ ...jekyllFiles, "private/a.txt": "a", "private.txt": "b" });
  await run("chmod", ["-R", "a+rwX", site.folder], "/");
  for (const name of ["private", "private.txt"]) chmodSync(path.join(site.folder, name), 0);
  const out = `${site.folder}-new`;
  mkdirSync(out);
  chmodSync(out, 0o777);
  const { code, output } = await asNobody(site.folder, ["migrate", "--out", `${out}/site`]);
  const files = Object.keys(contents(out));
  for (const folder of [site.folder, out]) await run("rm", ["-rf", folder], "/");
  assert.is(code, 0, output);
  assert.match(output, "! private can't be read: you have no permission (EACCES)\n");
  assert.match(output, "! private.txt can't be read: you have no permission (EACCES)\n");
  assert.ok(files.includes("site/about.md"));
});

test("a _config.yml that is a named pipe, or a link out of the site", async () => {
  const site = new Site(without("_config.yml"));
  execFileSync("mkfifo", [path.join(site.folder, "_config.yml")]);
  const pipe = await cli(site.folder, ["migrate", "--out", `${site.folder}-new`]);
  await run("rm", ["_config.yml"], site.folder);
  symlinkSync("../config.yml", path.join(site.folder, "_config.yml"));
  const link = await cli(site.folder, ["migrate", "--out", `${site.folder}-new`]);
  site.remove();
  assert.is(pipe.output, "indigo: _config.yml is a named pipe.\n");
  assert.is(
    link.output,
    "indigo: _config.yml is a symbolic link out of the site: replace it by the file itself.\n",
  );
});

test("a site that may not be written into", async () => {
  const site = new Site(jekyllFiles);
  mkdirSync(path.join(site.folder, "closed"));
  chmodSync(site.folder, 0o755);
  chmodSync(path.join(site.folder, "closed"), 0o555);
  if (process.getuid?.() === 0) chownSync(path.join(site.folder, "closed"), 1, 1);
  const before = contents(site.folder);
  const { code, output } = await asNobody(site.folder, ["migrate", "--out", "../new"]);
  const closed = await asNobody(site.folder, ["migrate", "--out", "closed/new"]);
  const after = contents(site.folder);
  site.remove();
  assert.is(code, 1);
  assert.match(
    output,
    /^indigo: "\.\." is not writable: change its permissions, or choose another folder\.\n$|is in the site/,
  );
  assert.is(closed.code, 1);
  assert.match(closed.output, '"closed" is not writable: change its permissions');
  assert.equal(after, before);
});

test.run();
