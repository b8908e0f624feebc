import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { launchBrowser, withPage } from "../support/browser.ts";
import { serve } from "../support/server.ts";
import { config, page as pageOf, Site } from "../support/site.ts";

const test = suite<{ browser: Browser }>("tables and lists of a text in a browser");

test.before(async (context) => {
  context.browser = await launchBrowser();
});

test.after(({ browser }) => browser.close());

const text = `Text.

| Rank | Accuracy | Notes |
|-----:|:--------:|-------|
| 1    | 73.4     | The smallest, with a note that is long enough for two lines of a telephone |
| 8    | 73.8     | Better |

| Model | Parameters | HumanEval | TruthfulQA | Benchmarks | Multilingual | Mathematical | Year |
|-------|-----------:|----------:|-----------:|-----------:|-------------:|-------------:|------|
| Big   | 175,000    | 48.1      | 47.0       | 55.5       | 1            | 2            | 2023 |

<table><tr><th>Height</th><td align="right">12</td></tr></table>

- Tight, one
- Tight, two

Text.

- Loose, one

- Loose, two

- Loose, three

  with a second paragraph
`;

const post = `---\ntitle: Post\nlayout: post\ntags: posts\ndate: 2024-01-01\n---\n${text}`;

interface Cell {
  padding: number[];
  rule: number;
  align: string;
}

const cells = (page: Page): Promise<Cell[]> =>
  page.locator("main :is(th, td)").evaluateAll((all) =>
    all.map((cell) => {
      const style = getComputedStyle(cell);
      const sides = [style.paddingTop, style.paddingRight, style.paddingBottom, style.paddingLeft];
      return {
        padding: sides.map(Number.parseFloat),
        rule: Number.parseFloat(style.borderBottomWidth),
        align: style.textAlign.replace("-webkit-", ""), // of the attribute `align`
      };
    }),
  );

/** Opens each page of a site in a window. */
async function visit(
  browser: Browser,
  files: Record<string, string>,
  windows: readonly object[],
  use: (page: Page, open: (url: string) => Promise<unknown>) => Promise<void>,
): Promise<void> {
  const site = await new Site(files).builtInProcess();
  const server = await serve(path.join(site.folder, "_site"));
  try {
    for (const window of windows)
      await withPage(browser, window, (page) => use(page, (url) => page.goto(server.url + url)));
  } finally {
    await server.close();
    site.remove();
  }
}

const phone = { viewport: { width: 360, height: 800 } };
const desk = { viewport: { width: 1280, height: 800 } };

for (const [tables, ruled] of [
  [undefined, { "a/": true, "p/": false }],
  ["ruled", { "a/": true, "p/": true }],
  ["plain", { "a/": false, "p/": false }],
] as const) {
  test(`tables ${tables ?? "by default"} on pages and in posts`, ({ browser }) => {
    const files = {
      "eleventy.config.js": config({ title: "Ada", tables }),
      "a.md": pageOf("A", text),
      "p.md": post,
    };
    return visit(browser, files, tables ? [phone] : [phone, desk], async (page, open) => {
      for (const [url, hasRules] of Object.entries(ruled)) {
        await open(url);
        for (const { padding, rule } of await cells(page)) {
          if (hasRules) assert.ok(Math.min(...padding) >= 4 && rule === 1, `${padding} ${rule}`);
          else assert.equal([...padding, rule], [1, 1, 1, 1, 0], "as in Indigo");
        }
        const [widest, window] = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          innerWidth,
        ]);
        assert.ok((widest ?? 0) <= (window ?? 0), "the page does not scroll sideways");
      }
    });
  });
}

test("columns keep their alignment; headers are at the start, or over what they name", ({ browser }) =>
  visit(
    browser,
    {
      "eleventy.config.js": config({ title: "Ada" }),
      "a.md": pageOf("A", text),
    },
    [desk],
    async (page, open) => {
      await open("a/");
      const all = (await cells(page)).map(({ align }) => align);
      assert.equal(all.slice(0, 6), ["end", "center", "start", "end", "center", "start"]);
      assert.equal(all.slice(-2), ["start", "right"]);
    },
  ));

/** The share of dark (or in the dark scheme, light) pixels at an edge of the second table, where no text is. */
async function edge(page: Page, side: "left" | "right"): Promise<number> {
  const table = page.locator("table").nth(1);
  const box = await table.boundingBox();
  assert.ok(box);
  const clip = { x: side === "left" ? box.x : box.x + box.width - 3, y: box.y + 1, width: 3, height: 2 };
  const image = (await page.screenshot({ clip })).toString("base64");
  return page.evaluate(async (data) => {
    const picture = new Image();
    picture.src = `data:image/png;base64,${data}`;
    await picture.decode();
    const canvas = document.createElement("canvas");
    const context = canvas.getContext("2d") as CanvasRenderingContext2D;
    context.drawImage(picture, 0, 0);
    const [red = 0] = context.getImageData(1, 1, 1, 1).data;
    const background = getComputedStyle(document.body).backgroundColor === "rgb(0, 0, 0)" ? 0 : 255;
    return Math.abs(red - background) / 255;
  }, image);
}

test("a shadow is at each edge beyond which a table goes on, in both schemes and on pages and in posts", ({
  browser,
}) =>
  visit(
    browser,
    { "eleventy.config.js": config({ title: "Ada" }), "a.md": pageOf("A", text), "p.md": post },
    [
      { ...phone, colorScheme: "light" },
      { ...phone, colorScheme: "dark" },
    ],
    async (page, open) => {
      for (const url of ["a/", "p/"]) {
        await open(url);
        const scroll = (to: number) =>
          page
            .locator("table")
            .nth(1)
            .evaluate((table, left) => table.scrollTo(left, 0), to);
        assert.ok((await edge(page, "right")) > 0.08, "more at the end");
        assert.ok((await edge(page, "left")) < 0.02, "nothing before the start");
        await scroll(60);
        assert.ok((await edge(page, "right")) > 0.08 && (await edge(page, "left")) > 0.08, "more at both");
        await scroll(10_000);
        assert.ok((await edge(page, "right")) < 0.02, "nothing after the end");
        assert.ok((await edge(page, "left")) > 0.08);
      }
    },
  ));

test("on paper a table is whole and has no shadow", ({ browser }) =>
  visit(
    browser,
    { "eleventy.config.js": config({ title: "Ada" }), "a.md": pageOf("A", text) },
    [{ viewport: { width: 700, height: 800 } }],
    async (page, open) => {
      await open("a/");
      await page.emulateMedia({ media: "print" });
      const tables = await page
        .locator("table")
        .evaluateAll((all) =>
          all.map((table) => [
            getComputedStyle(table).backgroundImage,
            table.getBoundingClientRect().right <= innerWidth,
          ]),
        );
      assert.equal(tables, Array(3).fill(["none", true]));
    },
  ));

test("items of a loose list follow each other as those of a tight one; paragraphs in an item are apart", ({
  browser,
}) =>
  visit(
    browser,
    { "eleventy.config.js": config({ title: "Ada" }), "a.md": pageOf("A", text), "p.md": post },
    [phone, desk],
    async (page, open) => {
      for (const url of ["a/", "p/"]) {
        await open(url);
        const tops = await page
          .locator("main > ul > li")
          .evaluateAll((all) => all.map((item) => item.getBoundingClientRect().top));
        const steps = [1, 3, 4].map((index) => Math.round((tops[index] ?? 0) - (tops[index - 1] ?? 0)));
        assert.is(new Set(steps).size, 1, `${url}: ${steps}`);
        const last = page.locator("main > ul > li").last().locator("p");
        const [first, second] = await last.evaluateAll((all) =>
          all.map((each) => each.getBoundingClientRect()),
        );
        assert.ok((second?.top ?? 0) - (first?.bottom ?? 0) >= 8);
      }
    },
  ));

test.run();
