import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, eleventy, run, Site } from "../support/site.ts";

const test = suite("symbolic links, named pipes and code in a site for Jekyll");

const page = (title: string): string => `---\ntitle: ${title}\n---\n${title}\n`;
const jekyll = `${config({ config: "_config.yml" })}\nexport const config = { dir: { layouts: "_layouts" } };\n`;

/** A folder with a site, and a folder outside of it. */
function siteWithOutside(files: Record<string, string>): { work: Site; site: Site } {
  const work = new Site({
    "outside/secret.txt": "SECRET",
    "outside/page.md": page("SECRET"),
    "outside/_posts/2020-01-01-secret.md": page("SECRET"),
    "outside/data.json": '{ "secret": "SECRET" }',
    "outside/data.yml": "secret: SECRET\n",
    "outside/layout.html": "SECRET {{ content }}",
  });
  const site = new Site(
    { "_config.yml": "title: A\n", "eleventy.config.js": jekyll, "index.md": page("Home"), ...files },
    path.join(work.folder, "site"),
  );
  site.link();
  return { work, site };
}

function link(site: Site, file: string, target: string): void {
  mkdirSync(path.dirname(path.join(site.folder, file)), { recursive: true });
  symlinkSync(target, path.join(site.folder, file));
}

test("links out of the site are left out with a warning that names each; nothing from outside is published", async () => {
  const { work, site } = siteWithOutside({
    "assets/own.txt": "own",
    "data.md": "---\ntitle: D\nlayout: out\n---\nx{{ site.data.a.secret }}x{{ site.data.b.secret }}x\n",
    ".secret/key.txt": "SECRET",
  });
  const links: Record<string, string> = {
    "top.txt": "../outside/secret.txt",
    "top.md": "../outside/page.md",
    "top [1].md": "../outside/page.md",
    folder: "../outside",
    "assets/absolute.txt": path.join(work.folder, "outside/secret.txt"),
    "assets/deep/folder": "../../../outside",
    "assets/twice.txt": "../top.txt",
    "assets/hidden.txt": "../.secret/key.txt",
    "assets/root": "/",
    "_posts/2020-01-02-out.md": "../../outside/page.md",
    "_posts/more": "../../outside/_posts",
    "_data/a.json": "../../outside/data.json",
    "_data/b.yml": "../../outside/data.yml",
    "_layouts/out.html": "../../outside/layout.html",
  };
  for (const [file, target] of Object.entries(links)) link(site, file, target);
  const { code, output } = await site.build();
  assert.is(code, 0, output);
  for (const file of Object.keys(links)) {
    const lines = output.split("\n").filter((line) => line.startsWith(`indigo: ${file} is left out: `));
    assert.is(lines.length, 1, `${file}\n${output}`);
    const kind = file.includes("hidden") ? "to a hidden file" : "out of the site";
    assert.match(lines[0] ?? "", `it is a symbolic link ${kind}`);
  }
  const published = site.files().filter((file) => /\.(html|txt|xml|json)$/.test(file));
  const leaks = published.filter((file) => site.read(file).includes("SECRET"));
  const data = site.read("data.html");
  work.remove();
  assert.equal(leaks, []);
  assert.match(data, "xxx");
  assert.ok(published.includes("assets/own.txt"));
});

test("links inside the site are followed: the content arrives, and follows changes", async () => {
  const { work, site } = siteWithOutside({
    "assets/real.txt": "real",
    "_shared/logo (1).svg": "<svg/>",
    "_shared/deep/x.txt": "x",
    "_shared/_private/x.txt": "private",
    "docs/a.md": page("A"),
  });
  link(site, "assets/link.txt", "real.txt");
  link(site, "assets/chain.txt", "link.txt");
  link(site, "logo.svg", "_shared/logo (1).svg");
  link(site, "assets/logo [2].svg", "../_shared/logo (1).svg");
  link(site, "assets/shared", "../_shared");
  link(site, "top", "_shared/deep");
  link(site, "copy.md", "docs/a.md");
  link(site, "manual", "docs");
  // What earlier versions left in the output.
  mkdirSync(path.join(site.folder, "_site/assets"), { recursive: true });
  symlinkSync("../../_shared", path.join(site.folder, "_site/assets/shared"));
  symlinkSync("nowhere", path.join(site.folder, "_site/assets/link.txt"));
  const { code, output } = await site.build();
  assert.is(code, 0, output);
  const expected = {
    "assets/link.txt": "real",
    "assets/chain.txt": "real",
    "logo.svg": "<svg/>",
    "assets/logo [2].svg": "<svg/>",
    "assets/shared/logo (1).svg": "<svg/>",
    "assets/shared/deep/x.txt": "x",
    "top/x.txt": "x",
  };
  for (const [file, content] of Object.entries(expected)) assert.is(site.read(file), content, file);
  for (const file of ["copy.html", "docs/a.html", "manual/a.html"]) assert.ok(site.has(file), file);
  assert.not.ok(site.has("assets/shared/_private/x.txt"));
  assert.not.match(output, "left out");
  site.write({ "assets/real.txt": "changed" });
  await site.built();
  const again = site.read("assets/chain.txt");
  work.remove();
  assert.is(again, "changed");
});

test("broken links, loops and named pipes neither stop nor hang a build, and are named", async () => {
  const { work, site } = siteWithOutside({ "assets/own.txt": "own", "docs/a.md": page("A") });
  link(site, "assets/broken.png", "gone.png");
  link(site, "broken.md", "gone.md");
  link(site, "assets/self", "self");
  link(site, "docs/loop", ".");
  link(site, "docs/up", "..");
  for (const name of ["assets/pipe", "pipe.md", "_posts/2020-01-01-pipe.md", "_includes/pipe.html"]) {
    mkdirSync(path.dirname(path.join(site.folder, name)), { recursive: true });
    execFileSync("mkfifo", [path.join(site.folder, name)]);
  }
  const { code, output } = await site.build();
  const files = site.files();
  work.remove();
  assert.is(code, 0, output);
  for (const [file, why] of Object.entries({
    "assets/broken.png": "it is a broken symbolic link",
    "broken.md": "it is a broken symbolic link",
    "assets/self": "it is a broken symbolic link",
    "docs/loop": "it is a symbolic link to a folder around it",
    "docs/up": "it is a symbolic link to a folder around it",
    "assets/pipe": "it is neither a file nor a folder",
    "pipe.md": "it is neither a file nor a folder",
    "_posts/2020-01-01-pipe.md": "it is neither a file nor a folder",
  }))
    assert.match(output, `indigo: ${file} is left out: ${why}.\n`);
  assert.ok(files.includes("assets/own.txt"));
  assert.equal(
    files.filter((file) => /pipe|broken|loop|up\//.test(file)),
    [],
  );
});

/** Code that runs Eleventy as the user nobody, since permissions do not apply to root. */
const asNobody = `process.setgroups([]); process.setgid(65534); process.setuid(65534);
process.argv = [process.argv[0], "eleventy"]; await import(${JSON.stringify(eleventy)});`;

test("files and folders that may not be read are left out and named", async () => {
  const { work, site } = siteWithOutside({
    "assets/closed/a.txt": "a",
    "assets/closed.txt": "b",
    "assets/deep/open.txt": "c",
    "closed.md": page("Closed"),
    "_posts/2020-01-01-closed.md": page("Closed"),
  });
  mkdirSync(path.join(site.folder, "_site"));
  chmodSync(work.folder, 0o755);
  await run("chmod", ["-R", "a+rwX", site.folder], "/");
  const closed = ["_posts/2020-01-01-closed.md", "assets/closed", "assets/closed.txt", "closed.md"];
  for (const name of closed) chmodSync(path.join(site.folder, name), 0);
  const isRoot = process.getuid?.() === 0;
  const { code, output } = isRoot
    ? await run(process.execPath, ["--input-type=module", "-e", asNobody], site.folder)
    : await site.build();
  const files = site.files();
  chmodSync(path.join(site.folder, "assets/closed"), 0o755);
  work.remove();
  assert.is(code, 0, output);
  for (const file of closed)
    assert.match(output, `indigo: ${file} is left out: it can't be read: you have no permission`);
  assert.ok(files.includes("assets/deep/open.txt"));
  assert.equal(
    files.filter((file) => file.includes("closed")),
    [],
  );
});

test("few links from folder to folder lead to millions: the build stops at once", async () => {
  const { work, site } = siteWithOutside({});
  for (let index = 0; index < 24; index += 1) {
    link(site, `docs/${index}/a`, `../${index + 1}`);
    link(site, `docs/${index}/b`, `../${index + 1}`);
  }
  site.write({ "docs/24/x.txt": "x" });
  const start = Date.now();
  const { code, output } = await site.build();
  const duration = Date.now() - start;
  work.remove();
  assert.is(code, 1);
  assert.match(
    output,
    /indigo: symbolic links lead to more than 1,000 folders, such as docs\/0\/a\S+: remove/,
  );
  assert.ok(duration < 20_000, `${duration} ms`);
});

test("front matter in JavaScript is not run: Jekyll copies such a file; Eleventy's own templates keep theirs", async () => {
  const code = (name: string): string => `process.getBuiltinModule("fs").writeFileSync("ran-${name}", "")`;
  const { work, site } = siteWithOutside({
    "_layouts/c.html": `---js\n{ title: ${code("layout")} }\n---\n{{ content }}`,
    "a.md": `---js\n{ title: ${code("md")} }\n---\nText\n`,
    "b.html": `--- JavaScript\nconst title = ${code("html")};\n---\nText\n`,
    "c.md": "---\nlayout: c\n---\nText\n",
    "own.njk": "---js\n{ title: 1 + 1, permalink: '/own/' }\n---\n{{ title }}",
    "_config.yml":
      "title: A\ndefaults:\n  - scope: { path: '' }\n    values: { templateEngineOverride: njk, layout: c, x: 7 }\n",
    "d.md": "---\ntitle: D\n---\n{{ 'x' | upcase }}{{ page.x }}\n",
  });
  const { code: exit, output } = await site.build();
  const ran = ["layout", "md", "html"].filter((name) => existsSync(path.join(site.folder, `ran-${name}`)));
  assert.is(exit, 0, output);
  assert.equal(ran, []);
  assert.is(site.read("a.md"), site.source("a.md"));
  assert.is(site.read("b.html"), site.source("b.html"));
  assert.is(site.read("own/index.html"), "2");
  assert.match(site.read("d.html"), "X7");
  for (const file of ["a.md", "b.html", "_layouts/c.html"])
    assert.match(output, new RegExp(`indigo: ${file} has front matter in the language "javascript"`));
  work.remove();
});

test("a permalink can't lead out of the output folder", async () => {
  const { work, site } = siteWithOutside({
    "a.md": "---\npermalink: ../up-a.html\n---\nA\n",
    "b.txt": "---\npermalink: ../../up-b.html\n---\nB\n",
    "c.md": "---\npermalink: { build: ../up-c.html }\n---\nC\n",
    "d.md": '---\npermalink: "{{ page.dots }}/up-d.html"\ndots: ".."\n---\nD\n',
    "e.md": "---\na: 1\n---\nE\n",
    "e.json": '{ "permalink": "x/../../up-e.html" }',
    "_posts/2020-01-01-f.md":
      '---\npermalink: "/:categories/../up-f.html"\ncategories: ["..", ".."]\n---\nF\n',
  });
  const { code, output } = await site.build();
  const inside = site.files().filter((file) => file.startsWith("up-"));
  const outside = [site.folder, work.folder].flatMap((folder) =>
    readdirSync(folder).filter((file) => file.startsWith("up-")),
  );
  work.remove();
  assert.is(code, 0, output);
  assert.equal(outside, []);
  assert.equal(
    inside.sort(),
    ["a", "b", "c", "d", "f"].map((name) => `up-${name}.html`),
  );
});

test.run();
