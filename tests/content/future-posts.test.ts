import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, eleventy, page, run, Site } from "../support/site.ts";
import { Watch } from "../support/watch.ts";

const test = suite("posts in the future");

const post = (title: string, date: string): string => `---\ntitle: ${title}\ndate: ${date}\n---\nText.\n`;

const files = (options: object = {}): Record<string, string> => ({
  "eleventy.config.js": config({ title: "Ada", url: "https://ada.example.org", ...options }),
  "posts/posts.json": '{ "layout": "post", "tags": "posts" }',
  "posts/now.md": post("Now", "2024-01-01"),
  "posts/soon.md": post("Soon-title", "2940-05-03"),
  "posts/sooner.md": post("Soon-er", '"2939-05-03 10:30"'),
  "alone.md": "---\ntitle: Soon-alone\nlayout: post\ndate: 2941-01-01\n---\n",
  // Not a post.
  "fair.md": "---\ntitle: Fair\nlayout: page\ndate: 2940-01-01\n---\n",
});

test("a build leaves posts in the future out, everywhere, and says until when", async () => {
  const site = new Site(files({ timeZone: "Asia/Tokyo" }));
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    assert.equal(
      site.files().filter((name) => /soon/i.test(name + site.read(name))),
      [],
    );
    assert.match(
      output,
      "indigo: not in this build: 3 posts with a date in the future (posts/sooner.md until 2939-05-03 10:30, posts/soon.md until 2940-05-03, alone.md until 2941-01-01).",
    );
    assert.ok(site.has("fair/index.html"));
    assert.ok(site.has("posts/now/index.html"));
  } finally {
    site.remove();
  }
});

test("of many, the log names the first, on one line", async () => {
  const many = Object.fromEntries(
    Array.from({ length: 9 }, (_, index) => [`posts/p${index}.md`, post(`P${index}`, `295${index}-01-01`)]),
  );
  const site = new Site({ ...files(), ...many, "draft.md": "---\ndraft: true\n---\n" });
  try {
    const { output } = await site.buildInProcess();
    assert.equal(
      output.split("\n").filter((line) => line.startsWith("indigo:")),
      [
        "indigo: not in this build: 1 draft (draft.md); 12 posts with a date in the future (posts/sooner.md until 2939-05-03 10:30, posts/soon.md until 2940-05-03, alone.md until 2941-01-01, posts/p0.md until 2950-01-01, posts/p1.md until 2951-01-01, and 7 more).",
      ],
    );
  } finally {
    site.remove();
  }
});

test("the option publishes them, without a mark", async () => {
  const site = new Site(files({ futurePosts: true }));
  try {
    const { output } = await site.buildInProcess();
    assert.match(site.read("blog/index.html"), "Soon-title");
    assert.match(site.read("feed.xml"), "Soon-title");
    assert.not.match(site.read("posts/soon/index.html"), "unpublished");
    assert.not.match(output, "not in this build");
  } finally {
    site.remove();
  }
});

test("while the site is served, they are there with a mark", async () => {
  const site = new Site(files({ language: "de" }));
  const watch = new Watch(site.folder);
  try {
    await watch.until(() => watch.output.includes("Watching"));
    assert.match(site.read("posts/soon/index.html"), '<p class="unpublished">Geplant</p>');
    assert.match(site.read("alone/index.html"), '<p class="unpublished">Geplant</p>');
    assert.is(site.read("blog/index.html").match(/<span class="unpublished">Geplant</g)?.length, 2);
    assert.not.match(site.read("posts/now/index.html"), "unpublished");
    assert.not.match(site.read("fair/index.html"), "unpublished");
  } finally {
    await watch.stop();
    site.remove();
  }
});

test("a day begins in the site's time zone, and SOURCE_DATE_EPOCH is the current time", async () => {
  // 2030-01-01 12:00 in UTC: 21:00 in Tokyo, 02:00 in Honolulu.
  const epoch = String(Date.UTC(2030, 0, 1, 12) / 1000);
  for (const [timeZone, date, isThere] of [
    ["Asia/Tokyo", "2030-01-01", true],
    ["Asia/Tokyo", "2030-01-02", false],
    ["Pacific/Honolulu", "2030-01-01", true],
    ["Pacific/Honolulu", '"2030-01-01 03:00"', false],
    ["UTC", '"2030-01-01 12:00"', true],
  ] as const) {
    const site = new Site({
      "eleventy.config.js": config({ title: "Ada", timeZone }),
      "a.md": `---\nlayout: post\ntags: posts\ndate: ${date}\n---\n`,
      "index.md": page("Home"),
    });
    try {
      const { code, output } = await run(process.execPath, [eleventy], site.folder, {
        SOURCE_DATE_EPOCH: epoch,
      });
      assert.is(code, 0, output);
      assert.is(site.has("a/index.html"), isThere, `${timeZone} ${date}`);
    } finally {
      site.remove();
    }
  }
});

test("a link to a post in the future is reported", async () => {
  const site = new Site({ ...files(), "about.md": page("About", "[Soon](/posts/soon/)") });
  try {
    const { output } = await site.buildInProcess();
    assert.match(output, "about.md:5 links to /posts/soon/, but posts/soon.md is not published");
  } finally {
    site.remove();
  }
});

test.run();
