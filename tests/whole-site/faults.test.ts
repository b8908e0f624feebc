import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, eleventy, eleventyMajor, page, run, Site } from "../support/site.ts";
import { Watch } from "../support/watch.ts";
import { bytesOf, wholeSite } from "../support/whole-site.ts";

// What can go wrong around a build: it ends with the right result or says what to do, and no file of the site's is touched.

const test = suite<{ site: Site; sources: Record<string, string>; expected: Record<string, string> }>(
  "faults",
);

const sourcesOf = (site: Site): Record<string, string> => bytesOf(site.folder, "_site", "_other");
const outputOf = (site: Site, folder = "_site"): Record<string, string> =>
  bytesOf(path.join(site.folder, folder));

test.before(async (context) => {
  // Builds into folders beside `_site` must not read each other's output.
  context.site = new Site({ ...wholeSite, ".gitignore": "_site\n_other\n" });
  context.sources = sourcesOf(context.site);
  await context.site.built();
  context.expected = outputOf(context.site);
  context.site.clean();
});

test.after.each(({ site, sources }) => {
  assert.equal(sourcesOf(site), sources, "a file of the site was changed");
  site.clean();
});

test.after(({ site }) => site.remove());

/** Starts a build and kills it after some milliseconds. */
async function killed(folder: string, after: number): Promise<boolean> {
  const child = spawn(process.execPath, [eleventy], { cwd: folder, stdio: "ignore" });
  const closed = new Promise<NodeJS.Signals | null>((resolve) =>
    child.on("close", (_code, signal) => resolve(signal)),
  );
  await Promise.race([wait(after), closed]);
  child.kill("SIGKILL");
  return (await closed) === "SIGKILL";
}

test("a build killed at any moment leaves nothing that the next one does not put right", async ({
  site,
  expected,
}) => {
  const start = Date.now();
  await site.built();
  const whole = Date.now() - start;
  site.clean();
  const moments = Array.from({ length: 5 }, (_, index) =>
    Math.round(whole * (0.35 + 0.15 * index) + Math.random() * 100),
  );
  let kills = 0;
  for (const moment of moments) if (await killed(site.folder, moment)) kills += 1;
  assert.ok(kills >= 2, `of ${moments.length} builds ${kills} were killed`);
  await site.built();
  // Of a file that was being written a part may be left beside it.
  const left = Object.fromEntries(Object.entries(outputOf(site)).filter(([name]) => !name.endsWith(".tmp")));
  assert.equal(left, expected, `killed after ${moments.join(", ")} ms`);
});

test("two builds at once into one folder both give the right result", async ({ site, expected }) => {
  const both = await Promise.all([site.build(), site.build()]);
  for (const { code, output } of both) assert.is(code, 0, output);
  assert.equal(outputOf(site), expected);
});

test("the same bytes in any time zone and locale", async ({ site, expected }) => {
  const places = [
    { TZ: "Asia/Tokyo", LANG: "ja_JP.UTF-8", LC_ALL: "ja_JP.UTF-8" },
    { TZ: "America/Los_Angeles", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
    { TZ: "Pacific/Kiritimati", LANG: "C", LC_ALL: "C" },
  ];
  site.write({ "_other/earlier/index.html": "The output of another build." });
  await Promise.all(
    places.map(async (env, index) => {
      const { code, output } = await run(
        process.execPath,
        [eleventy, `--output=_other/${index}`],
        site.folder,
        env,
      );
      assert.is(code, 0, output);
    }),
  );
  for (const index of places.keys())
    assert.equal(outputOf(site, `_other/${index}`), expected, JSON.stringify(places[index]));
});

test("an output folder that is a file is told", async ({ site }) => {
  writeFileSync(path.join(site.folder, "_site"), "mine");
  const { code, output } = await site.build();
  assert.is(code, 1);
  assert.match(
    output,
    "indigo: the output folder _site is a file. Move it away, or name another folder with --output.",
  );
  assert.not.match(output, /^\s+at .+:\d+/m);
  assert.is(site.source("_site"), "mine");
});

/** Mounts a disk of its own, which only an administrator of Linux may. */
function mount(folder: string, options: string): boolean {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const unmount = (folder: string): void => void execFileSync("umount", [folder]);

const canMount = ((): boolean => {
  const folder = new Site();
  const could = mount(folder.folder, "size=64k");
  if (could) unmount(folder.folder);
  folder.remove();
  return could;
})();

const onDisk = canMount ? test : test.skip;
if (!canMount) process.stdout.write("skipped: a full and a read-only disk, since this user may mount none\n");

onDisk("a full disk fails the build, and the next one with room is right", async ({ site, expected }) => {
  const folder = path.join(site.folder, "_site");
  assert.ok(mount(folder, "size=128k"));
  try {
    const { code, output } = await site.build();
    assert.is(code, 1, output);
    assert.match(output, /no space left on (the )?d(isk|evice)/i);
  } finally {
    unmount(folder);
  }
  await site.built();
  assert.equal(outputOf(site), expected);
});

onDisk("a read-only output folder is told before the work", async ({ site }) => {
  const folder = path.join(site.folder, "_site");
  assert.ok(mount(folder, "ro"));
  try {
    const { code, output } = await site.build();
    assert.is(code, 1, output);
    assert.match(
      output,
      "indigo: the output folder _site can't be written: its disk is read-only. Change that, or name another folder with --output.",
    );
    assert.not.match(output, /^\s+at .+:\d+/m);
    await site.built("--output=_other");
  } finally {
    unmount(folder);
  }
});

test("addresses that differ in letter case only are told, and tags are kept apart", async () => {
  const site = new Site({
    "eleventy.config.js": config({ title: "Ada" }),
    "posts/a.md":
      "---\ntitle: A\nlayout: post\ntags: [posts, AI]\npermalink: /posts/Notes/\ndate: 2024-01-01\n---\n",
    "posts/b.md":
      "---\ntitle: B\nlayout: post\ntags: [posts, ai]\npermalink: /posts/notes/\ndate: 2024-01-02\n---\n",
  });
  const { code, output } = await site.build();
  assert.is(code, 0, output);
  assert.match(
    output,
    'indigo: posts/a.md and posts/b.md have URLs that differ in letter case only, /posts/Notes/ and /posts/notes/: on Windows and macOS one overwrites the other. Give one of them another "permalink".',
  );
  const tags = site.read("tags/index.html");
  assert.match(tags, '<h2 class="title" id="ai">#AI</h2>');
  assert.match(tags, '<h2 class="title" id="ai-2">#ai</h2>');
  site.remove();
});

test("a file that goes while Eleventy watches is told, and used again when it is back", async () => {
  const site = new Site({
    "eleventy.config.js": config({
      title: "Ada",
      picture: "assets/me.svg",
      bibliography: "papers.bib",
      sections: { news: true },
    }),
    "index.md": page("Home", "{% publications %}", "home"),
    "assets/me.svg": wholeSite["assets/ada.svg"] ?? "",
    "papers.bib": "@article{a, title = {Old}, journal = {J}, year = 2020}",
    "news.yaml": "- { date: 2024-03-05, text: Old news }\n",
  });
  const away = (name: string): void =>
    renameSync(path.join(site.folder, name), path.join(site.folder, `${name}.away`));
  const watch = new Watch(site.folder);
  try {
    await watch.until(() => watch.output.includes("Watching"));
    const cases: [file: string, told: RegExp, content: string, shown: string][] = [
      [
        "papers.bib",
        /names a file that does not exist: "papers\.bib"/,
        "@article{a, title = {New title}, journal = {J}, year = 2020}",
        "New title",
      ],
      ["news.yaml", /needs a file or folder of news/, "- { date: 2024-03-05, text: New news }\n", "New news"],
    ];
    for (const [file, told, content, shown] of cases) {
      // A time in which nothing happens, since Eleventy may still be making itself ready to watch.
      await wait(1000);
      await watch.remove(file);
      await wait(500);
      // Eleventy builds anew with the next change of a file, not because one has gone.
      await watch.after(
        () => site.write({ "index.md": page("Home", `{% publications %}\n\nWithout ${file}`, "home") }),
        () => told.test(watch.output),
      );
      await wait(300);
      await watch.after(
        () => site.write({ [file]: content }),
        () => site.has("index.html") && site.read("index.html").includes(shown),
      );
    }
    // A picture is looked for when Eleventy reads its configuration. Eleventy 4 does so because the picture has gone; Eleventy 3
    // shows the old one until then.
    const before = watch.output.length;
    away("assets/me.svg");
    await wait(300);
    await watch.after(
      () => site.write({ "index.md": page("Home", "Changed", "home") }),
      () =>
        eleventyMajor > 3
          ? /option "picture" .* does not exist/.test(watch.output.slice(before))
          : site.read("index.html").includes("Changed"),
    );
    await watch.after(
      () =>
        site.write({
          "assets/me.svg": wholeSite["assets/engine.svg"] ?? "",
          "index.md": page("Home", "Again", "home"),
        }),
      () => site.read("index.html").includes("Again"),
    );
    assert.not.match(watch.output.slice(before), /^\s+at .+:\d+/m);
  } finally {
    await watch.stop();
    site.remove();
  }
});

test.run();
