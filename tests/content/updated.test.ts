import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, run, Site } from "../support/site.ts";

const test = suite("dates of later changes");

const options = { title: "Ada Lovelace", url: "https://ada.example.org" };
const post = (frontMatter: string): string =>
  `---\ntitle: Post\nlayout: post\ntags: posts\n${frontMatter}\n---\nText.\n`;

interface Result {
  read(name: string): string;
  warnings: string[];
}

async function build(files: Record<string, string>, settings: object = {}): Promise<Result> {
  const site = new Site({ "eleventy.config.js": config({ ...options, ...settings }), ...files });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    const read = new Map(site.files().map((name) => [name, site.read(name)]));
    return {
      read: (name) => read.get(name) ?? "",
      warnings: output.split("\n").filter((line) => line.startsWith("indigo:")),
    };
  } finally {
    site.remove();
  }
}

const modifiedIn = (html: string): string | undefined => /"dateModified":"([^"]*)"/.exec(html)?.[1];
const lastmodOf = (sitemap: string, url: string): string | undefined =>
  new RegExp(`${url}</loc><lastmod>([^<]*)`).exec(sitemap)?.[1];

test("it is below the date of a post, and in feed, sitemap and metadata", async () => {
  for (const field of ["updated", "lastmod", "last_modified_at"]) {
    const { read, warnings } = await build({
      "a.md": post(`date: 2023-01-01\n${field}: 2024-05-03`),
      "b.md": post("date: 2024-01-01"),
      "c.md": page("Page").replace("title", `${field}: "2024-05-04 12:30"\ntitle`),
    });
    assert.equal(warnings, []);
    const a = read("a/index.html");
    assert.match(
      a,
      /2023<\/time>\n- <span class="reading-time"[^>]*>1 min<\/span>\n<br>Updated <time datetime="2024-05-03">May 03 2024<\/time>\n<\/span>/,
    );
    assert.match(a, '<meta property="article:modified_time" content="2024-05-03T00:00:00Z">');
    assert.is(modifiedIn(a), "2024-05-03T00:00:00.000Z");
    const feed = read("feed.xml");
    assert.match(
      feed,
      "<published>2023-01-01T00:00:00Z</published>\n<updated>2024-05-03T00:00:00Z</updated>",
    );
    // The whole feed is as new as its newest change.
    assert.match(feed, /\/>\n<updated>2024-05-03T00:00:00Z<\/updated>\n<id>/);
    const sitemap = read("sitemap.xml");
    assert.equal(
      ["/a/", "/b/", "/c/"].map((url) => lastmodOf(sitemap, url)),
      ["2024-05-03", "2024-01-01", "2024-05-04"],
    );
    assert.is(modifiedIn(read("c/index.html")), "2024-05-04T12:30:00.000Z");
    // Without the field nothing is added.
    const b = read("b/index.html");
    assert.not.match(b, "modified_time");
    assert.not.match(b, "Updated");
    assert.is(modifiedIn(b), "2024-01-01T00:00:00.000Z");
  }
});

test("a day is one of the site's time zone and language", async () => {
  const { read } = await build(
    { "a.md": post("date: 2023-01-01\nupdated: 2024-05-03") },
    { timeZone: "America/Los_Angeles", language: "de" },
  );
  assert.match(read("a/index.html"), '<br>Aktualisiert: <time datetime="2024-05-03">');
  assert.is(modifiedIn(read("a/index.html")), "2024-05-03T07:00:00.000Z");
});

test("a change on the day of the post is for programs only", async () => {
  const { read, warnings } = await build({
    "a.md": post('date: "2024-05-03 08:00"\nupdated: "2024-05-03 18:00"'),
    "b.md": post('date: "2024-05-03 08:00"\nupdated: 2024-05-03'),
  });
  assert.equal(warnings, []);
  for (const name of ["a", "b"]) assert.not.match(read(`${name}/index.html`), "Updated");
  assert.is(modifiedIn(read("a/index.html")), "2024-05-03T18:00:00.000Z");
  assert.is(modifiedIn(read("b/index.html")), "2024-05-03T08:00:00.000Z");
});

test("a date before the post's and other values have no effect, with file and line", async () => {
  const { read, warnings } = await build({
    "a.md": post("date: 2024-05-03\nupdated: 2023-05-03"),
    "b.md": post("date: 2024-05-03\nlastmod: yesterday"),
    "c.md": post("date: 2024-05-03\nupdated: [2024]"),
    "d.md": page("Page").replace("title", "updated: soon\ntitle"),
    "e.md": post("date: 2024-05-03\nupdated: false"),
    "f.md": post("date: 2024-05-03\nupdated:"),
  });
  assert.equal(warnings.sort(), [
    'indigo: field "lastmod" in b.md:6 must be a date such as 2024-03-05, but it is "yesterday"; it has no effect.',
    'indigo: field "updated" in a.md:6 is 2023-05-03, before the date of the post, 2024-05-03; it has no effect.',
    'indigo: field "updated" in c.md:6 must be a date such as 2024-03-05, but it is [2024]; it has no effect.',
    'indigo: field "updated" in d.md:2 must be a date such as 2024-03-05, but it is "soon"; it has no effect.',
  ]);
  for (const name of ["a", "b", "c", "e", "f"]) {
    assert.not.match(read(`${name}/index.html`), "Updated");
    assert.is(modifiedIn(read(`${name}/index.html`)), "2024-05-03T00:00:00.000Z");
  }
});

test("global data of that name says nothing about a post", async () => {
  const { read, warnings } = await build({
    "_data/updated.json": '"2025-01-01"',
    "a.md": post("date: 2024-05-03"),
  });
  assert.equal(warnings, []);
  assert.not.match(read("a/index.html"), "Updated");
});

test("a site from Jekyll looks as before", async () => {
  const { read } = await build(
    {
      "_posts/2024-01-01-a.md":
        "---\nlayout: post\ntitle: A\nupdated: 2025-01-01\nlast_modified_at: 2024-06-01\n---\n",
    },
    { jekyll: true },
  );
  const html = read("2024/01/01/a.html");
  assert.not.match(html, "Updated");
  assert.not.match(html, "modified_time");
  assert.is(modifiedIn(html), "2024-06-01T00:00:00.000Z");
});

/** Runs git with a date of its commits. */
async function git(folder: string, date: string, ...args: string[]): Promise<void> {
  const who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false"];
  const { code, output } = await run("git", [...who, ...args], folder, {
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
  });
  assert.is(code, 0, output);
}

const inGit = { ...options, updated: "git" };

async function commitAll(folder: string, date: string): Promise<void> {
  await git(folder, date, "add", "-A");
  await git(folder, date, "commit", "-qm", "Change");
}

test("with git, a file has the date of its last commit, unless front matter says other", async () => {
  const site = new Site({
    "eleventy.config.js": config(inGit),
    ".gitignore": "_site\n",
    "posts/ä b.md": post("date: 2023-01-01"),
    "posts/same.md": post("date: 2024-02-02"),
    "posts/old.md": post("date: 2020-01-01"),
    "posts/own.md": post("date: 2020-01-01\nupdated: 2021-01-01"),
    "posts/off.md": post("date: 2020-01-01\nupdated: false"),
    "posts/later.md": post("date: 2025-01-01"),
    "about.md": page("About"),
  });
  try {
    await git(site.folder, "", "init", "-q");
    await commitAll(site.folder, "2023-06-01T12:00:00Z");
    for (const name of ["ä b", "own", "off"])
      site.write({ [`posts/${name}.md`]: `${site.source(`posts/${name}.md`)}More.\n` });
    await commitAll(site.folder, "2024-02-02T12:00:00Z");
    site.write({ "posts/new.md": post("date: 2020-01-01") });
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    assert.equal(
      output.split("\n").filter((line) => line.startsWith("indigo:")),
      [],
    );
    const shown = (name: string): string | undefined =>
      /<br>Updated <time datetime="([^"]*)"/.exec(site.read(`posts/${name}/index.html`))?.[1];
    assert.equal(
      ["ä b", "same", "old", "own", "off", "later", "new"].map((name) => [name, shown(name)]),
      [
        ["ä b", "2024-02-02"],
        ["same", undefined],
        ["old", "2023-06-01"],
        ["own", "2021-01-01"],
        ["off", undefined],
        ["later", undefined],
        ["new", undefined],
      ],
    );
    assert.is(lastmodOf(site.read("sitemap.xml"), "/about/"), "2023-06-01");
  } finally {
    site.remove();
  }
});

test("without a repository, and in a shallow clone, it warns and has no dates", async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "indigo-git-"));
  try {
    const source = new Site(
      {
        ".gitignore": "_site\nnode_modules\n",
        "eleventy.config.js": config(inGit),
        "a.md": post("date: 2020-01-01"),
      },
      path.join(folder, "source"),
    );
    source.link();
    const alone = await source.build();
    assert.is(alone.code, 0, alone.output);
    assert.match(alone.output, 'the option "updated" is "git", but the site is not in a git repository:');
    await git(source.folder, "", "init", "-q");
    const empty = await source.build();
    assert.match(empty.output, 'the option "updated" is "git", but the repository has no commit:');
    await commitAll(source.folder, "2023-06-01T12:00:00Z");
    await commitAllAgain(source);
    await git(folder, "", "clone", "-q", "--depth=1", `file://${source.folder}`, "clone");
    const clone = new Site({}, path.join(folder, "clone"));
    clone.link();
    const { code, output } = await clone.build();
    assert.is(code, 0, output);
    assert.match(output, "the repository is a shallow clone");
    assert.match(output, "fetch-depth: 0");
    assert.not.match(clone.read("a/index.html"), "Updated");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

async function commitAllAgain(site: Site): Promise<void> {
  site.write({ "a.md": `${site.source("a.md")}More.\n` });
  await commitAll(site.folder, "2024-02-02T12:00:00Z");
}

test.run();
