import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { cli, contents } from "../support/cli.ts";
import { config, type Outcome, page, root, run, Site } from "../support/site.ts";
import {
  commitTracked,
  installedCommand,
  installedSite,
  installedVersion,
  packVersion,
  smallSite,
} from "../support/upgrade-site.ts";

interface Context {
  work: string;
  tarballs: Record<"old" | "fresh" | "broken", string>;
  /** A site with the old version and no parts of its own, which tests put back. */
  site: Site;
}

const test = suite<Context>("upgrade");

const part = (name: string): string =>
  readFileSync(path.join(root, `layouts/indigo/parts/${name}.njk`), "utf8");

/** What the newer version lists. */
const changes = [
  { version: "0.0.9", kind: "behavior", from: "long ago" },
  { version: "0.2.0", kind: "option", from: "listHeader", to: "headerOfLists" },
  { version: "0.2.0", kind: "front-matter", from: "showHeader", to: "withHeader" },
  { version: "0.2.0", kind: "filter", from: "oldFilter", to: "filter", note: "It takes the same words." },
  { version: "0.2.0", kind: "default", from: "width", to: '"wide"' },
  { version: "0.9.0", kind: "behavior", from: "some day" },
];

const altered = {
  "dist/index.js": [["listHeader", "headerOfLists"]],
  "layouts/indigo/default.njk": [
    ["site.listHeader", "site.headerOfLists"],
    ["headerSize = showHeader if showHeader is defined", "headerSize = withHeader if withHeader is defined"],
  ],
  "layouts/indigo/parts/footer.njk": [
    ['<footer class="footer-main">\n', '<footer class="footer-main">\n<p>Bottom</p>\n'],
  ],
  "layouts/indigo/parts/nav.njk": [['<ul class="list">', '<ul class="list" data-new>']],
} as const;

/** A site that replaces parts: one whose changes can be merged, one whose can't, one that stays, and one without changes. */
const replacing: Record<string, string> & { "plain.md": string } = {
  ...smallSite,
  "_includes/indigo/parts/footer.njk": part("footer").replace("</footer>", "<p>Mine</p>\n</footer>"),
  "_includes/indigo/parts/nav.njk": part("nav").replace('<ul class="list">', '<ul class="list mine">'),
  "_includes/indigo/parts/pagination.njk": `${part("pagination")}{# mine #}\n`,
  "_includes/indigo/parts/toc.njk": part("toc"),
  "plain.md": "---\r\nlayout: page # kept\r\ntitle: Plain\r\nshowHeader: full # why\r\n---\r\nText.\r\n",
};

test.before(async (context) => {
  context.work = mkdtempSync(path.join(tmpdir(), "indigo-upgrade-"));
  context.tarballs = {
    old: await packVersion(context.work, "0.1.0"),
    fresh: await packVersion(context.work, "0.2.0", changes, altered),
    broken: await packVersion(context.work, "0.3.0", [], { "dist/index.js": [["listHeader", "lists"]] }),
  };
  context.site = await installedSite(replacing, context.tarballs.old);
});

test.after(({ work, site }) => {
  rmSync(work, { recursive: true, force: true });
  site.remove();
});

const command = (site: Site, args: string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Outcome> =>
  run(process.execPath, [installedCommand(site), "upgrade", ...args], site.folder, env);

/** The folders that a run may leave beside a site or in its repository. */
const leftOf = (site: Site): string[] =>
  [path.dirname(site.folder), path.join(site.folder, ".git")].flatMap((folder) =>
    readdirSync(folder).filter((name) => name.includes("indigo-upgrade")),
  );

/** Runs the command, which must say why it does nothing, and change nothing. */
async function refuses(
  site: Site,
  args: string[],
  message: RegExp,
  env: NodeJS.ProcessEnv = {},
): Promise<void> {
  const old = contents(site.folder);
  const { code, output } = await command(site, args, env);
  assert.is(code, 1, output);
  assert.match(output, message);
  assert.not.match(output, /^\s+at .+:\d+/m, "no stack trace");
  assert.equal(contents(site.folder), old);
  assert.is(installedVersion(site), "0.1.0");
  assert.equal(leftOf(site), []);
}

test("a version that does not build changes nothing", async ({ site, tarballs }) => {
  await refuses(
    site,
    ["--to", tarballs.broken],
    /indigo: the site was not changed, because it does not build with version 0\.3\.0:\n[\s\S]*unknown option "listHeader"/,
  );
});

test("the version that is installed: nothing to do", async ({ site, work }) => {
  // A fake npm in place of the registry.
  const bin = path.join(work, "bin");
  new Site(
    {
      npm: `#!/bin/sh\ncase "$*" in "view eleventy-plugin-indigo@latest version --json"*) echo '"0.1.0"' ;; *) exit 9 ;; esac\n`,
    },
    bin,
  );
  chmodSync(path.join(bin, "npm"), 0o755);
  const { code, output } = await command(site, [], { PATH: `${bin}${path.delimiter}${process.env.PATH}` });
  assert.is(code, 0, output);
  assert.match(output, "The site has version 0.1.0 already: nothing to do.");
});

test("an older version is not installed", async ({ site, work }) => {
  const bin = path.join(work, "older");
  new Site({ npm: `#!/bin/sh\necho '["0.0.1", "0.0.2"]'\n` }, bin);
  chmodSync(path.join(bin, "npm"), 0o755);
  await refuses(site, [], /indigo: version 0\.0\.2 is older than the installed one, 0\.1\.0/, {
    PATH: `${bin}${path.delimiter}${process.env.PATH}`,
  });
});

test("without a network, npm's reason is named, and what to do", async ({ site, work }) => {
  await refuses(
    site,
    [],
    /indigo: npm can't reach the registry \(ENOTCACHED\): check your connection, or .*--to FILE\.tgz/,
    {
      npm_config_offline: "true",
      npm_config_cache: path.join(work, "empty-cache"),
    },
  );
});

test("uncommitted changes are named", async ({ site, tarballs }) => {
  site.write({ "new.md": page("New") });
  try {
    await refuses(
      site,
      ["--to", tarballs.fresh],
      /indigo: "\." has uncommitted changes: commit them[\s\S]*\?\? new\.md/,
    );
  } finally {
    rmSync(path.join(site.folder, "new.md"));
  }
});

/** Sites for which the installed version can't be told or replaced, and the message of each. */
const refused: Record<string, { files: Record<string, string>; message: RegExp; args?: string[] }> = {
  "no package.json": { files: {}, message: /the site has no package\.json: run "npm init/ },
  "a package.json with an error": {
    files: { "package.json": "{" },
    message: /package\.json is not valid JSON/,
  },
  "a package.json without the theme": {
    files: { "package.json": "{}" },
    message: /package\.json does not name eleventy-plugin-indigo in its dependencies/,
  },
  "a theme outside the site": {
    files: { "package.json": smallSite["package.json"] ?? "" },
    message: /eleventy-plugin-indigo is outside the site, in ".*", as in a workspace or after "npm link"/,
  },
  "a file that is missing": {
    files: { "package.json": smallSite["package.json"] ?? "" },
    args: ["--to", "gone.tgz"],
    message: /"--to gone\.tgz" names a file that does not exist|is outside the site/,
  },
};

for (const [name, { files, message, args = [] }] of Object.entries(refused)) {
  test(`${name}: nothing is changed`, async () => {
    const site = new Site({ "eleventy.config.js": config({}), ".gitignore": "node_modules\n", ...files });
    try {
      await run("git", ["init", "--quiet"], site.folder);
      await commitTracked(site.folder);
      site.link();
      const { code, output } = await cli(site.folder, ["upgrade", ...args]);
      assert.is(code, 1, output);
      assert.match(output, message);
    } finally {
      site.remove();
    }
  });
}

test("what is no version and no file is wrong", async ({ site }) => {
  await refuses(site, ["--to", "gone.tgz"], /"--to gone\.tgz" names a file that does not exist/);
  await refuses(
    site,
    ["--to", "file:../x"],
    /"--to file:\.\.\/x" is neither a version, such as 1\.2\.0, nor a file/,
  );
});

test("without git, it says how to begin", async ({ work }) => {
  const site = new Site({ ...smallSite }, path.join(work, "no-git"));
  const { code, output } = await cli(site.folder, ["upgrade"]);
  assert.is(code, 1, output);
  assert.match(
    output,
    /indigo: "\." is not in a git work tree: commit the site to git first: run "git init", "git add \."/,
  );
});

test("a dry run shows it and changes nothing, even with uncommitted changes", async ({ site, tarballs }) => {
  site.write({
    "odd.njk": "---\npermalink: false\n---\n{{ title | oldFilter }}\n",
    ".gitignore": "node_modules/\n_site/\nodd.njk\n",
  });
  const old = contents(site.folder);
  try {
    const { code, output } = await command(site, ["--to", tarballs.fresh, "--dry-run", "--json"]);
    assert.is(code, 0, output);
    assert.equal(contents(site.folder), old);
    assert.equal(leftOf(site), []);
    const report = JSON.parse(output.slice(output.indexOf("{")));
    assert.is(report.isApplied, false);
    // A file that git does not track is not read.
    assert.equal(
      report.changes.map(({ from }: { from: string }) => from),
      ["listHeader", "showHeader", "width"],
    );
    // The merged part shows a line more; the header and the feed stay.
    assert.equal(
      report.pages.changed.map(({ difference, added, gone }: Record<string, unknown>) => [
        difference,
        added,
        gone,
      ]),
      [["text", ["Bottom"], []]],
    );
    assert.equal(report.pages.changed[0].urls, ["/about/", "/", "/plain/"]);
    assert.equal([report.pages.added, report.pages.gone], [[], []]);
  } finally {
    rmSync(path.join(site.folder, "odd.njk"));
    await run("git", ["checkout", "--quiet", "."], site.folder);
  }
});

// The last test with this site, which it changes.
test("edits and merges what is safe, and reports the rest", async ({ site, tarballs }) => {
  const { code, output } = await command(site, ["--to", tarballs.fresh]);
  assert.is(code, 0, output);
  assert.equal(leftOf(site), []);
  assert.is(installedVersion(site), "0.2.0");
  const changed = await run("git", ["status", "--porcelain"], site.folder);
  assert.equal(
    changed.output.trimEnd().split("\n").sort(),
    [
      "_includes/indigo/parts/footer.njk",
      "eleventy.config.js",
      "package-lock.json",
      "package.json",
      "plain.md",
    ].map((file) => ` M ${file}`),
  );
  // Only the name is replaced: quotes, comments and line ends stay.
  assert.is(
    site.source("eleventy.config.js"),
    replacing["eleventy.config.js"]?.replace("listHeader:", "headerOfLists:"),
  );
  assert.is(site.source("plain.md"), replacing["plain.md"].replace("showHeader:", "withHeader:"));
  assert.is(
    site.source("_includes/indigo/parts/footer.njk"),
    replacing["_includes/indigo/parts/footer.njk"]?.replace('main">\n', 'main">\n<p>Bottom</p>\n'),
  );
  const spec = path.relative(site.folder, tarballs.fresh).split(path.sep).join("/");
  assert.is(site.source("package.json"), smallSite["package.json"]?.replace("^0.1.0", `file:${spec}`));
  for (const line of [
    "eleventy-plugin-indigo 0.1.0 → 0.2.0",
    "listHeader is now headerOfLists (0.2.0)",
    "eleventy.config.js:6  edited",
    "plain.md:4  edited",
    'width is now "wide" by default (0.2.0)',
    "parts/footer.njk  the theme's part has changed; merged with your changes",
    "parts/nav.njk  the theme's part has changed where yours differs: compare them by hand",
    '-<ul class="list">',
    '+<ul class="list" data-new>',
    "parts/pagination.njk  the theme's part has not changed",
    "parts/toc.njk  is the theme's own: you can delete it",
    "other text: /about/, /, /plain/",
    "Upgraded to 0.2.0.",
  ])
    assert.ok(output.includes(line), `${line}\nnot in:\n${output}`);
  assert.not.match(output, /long ago|some day|oldFilter/);
  await site.built();
  assert.match(site.read("plain/index.html"), /<p>Bottom<\/p>[\s\S]*<p>Mine<\/p>/);
});

test.run();
