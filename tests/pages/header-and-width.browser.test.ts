import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { launchBrowser, withPage } from "../support/browser.ts";
import { serve } from "../support/server.ts";
import { config, page as pageOf, Site } from "../support/site.ts";

const test = suite<{ browser: Browser }>("header, navigation and width in a browser");

test.before(async (context) => {
  context.browser = await launchBrowser();
});

test.after(({ browser }) => browser.close());

const files = {
  "people.yaml": "- { name: Ada Lovelace }\n- { name: Alan Turing }\n",
  "news.yaml": "- { date: 2024-01-01, text: One. }\n",
  "talks.yaml": "- { title: A, year: 2020 }\n",
  "teaching.yaml": "- { title: A, term: 2020 }\n",
  "index.md": pageOf("Home", "I study engines.", "home"),
  "about.md": pageOf("About", "Text."),
  "wide.md": "---\ntitle: Wide\nlayout: page\nwidth: large\nshowHeader: small\n---\nText.",
  "sv/about.md": pageOf("Om", "Text."),
  "sv/index.md": "---\nlayout: home\n---\n",
  "p.md": "---\ntitle: A post\nlayout: post\ntags: posts\ndate: 2024-01-01\n---\nText.",
  "me.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>',
};

const options = {
  title: "Ada Lovelace",
  picture: "me.svg",
  sections: { people: true, news: true, talks: true, teaching: true },
  search: false,
  languages: { sv: {} },
};

/** Builds and opens a site in windows of 360 and 1280 px. */
async function visit(
  browser: Browser,
  more: object,
  use: (page: Page, open: (url: string) => Promise<unknown>, width: number) => Promise<void>,
  extra: Record<string, string> = {},
  warning = "",
): Promise<void> {
  const site = new Site({ ...files, "eleventy.config.js": config({ ...options, ...more }), ...extra });
  const { code, output } = await site.buildInProcess();
  assert.is(code, 0, output);
  assert.match(output, warning);
  const server = await serve(path.join(site.folder, "_site"));
  try {
    for (const width of [360, 1280])
      await withPage(browser, { viewport: { width, height: 800 } }, (page) =>
        use(page, (url) => page.goto(server.url + url), width),
      );
  } finally {
    await server.close();
    site.remove();
  }
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
  text: string;
}

const boxes = (page: Page, selector: string): Promise<Box[]> =>
  page.locator(selector).evaluateAll((all) =>
    all.map((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { left, right, top, bottom, text: element.textContent?.trim() ?? "" };
    }),
  );

const box = async (page: Page, selector: string): Promise<Box> => {
  const [first] = await boxes(page, selector);
  assert.ok(first, selector);
  return first;
};

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

const urls = ["about/", "p/", "people/", "blog/", ""];

test("navigation in the column: in line with the text, rows of even length, no link out of its place", ({
  browser,
}) =>
  visit(browser, { navigationStyle: "column", navigationCurrent: true }, async (page, open, width) => {
    for (const url of urls) {
      await open(url);
      const links = await boxes(page, "nav .list .link");
      const column = await box(page, "main");
      const rows = [...new Set(links.map(({ top }) => Math.round(top)))].map((top) => {
        const row = links.filter((link) => Math.round(link.top) === top);
        return { count: row.length, length: (row.at(-1)?.right ?? 0) - (row[0]?.left ?? 0) };
      });
      const longest = Math.max(...rows.map(({ length }) => length));
      for (const { count, length } of rows) {
        assert.ok(count > 1, `${url} at ${width}: no link alone in a row`);
        assert.ok(length > longest * 0.7, `${url} at ${width}: ${rows.map((row) => row.length)}`);
      }
      for (const { left, right } of links) assert.ok(left >= column.left - 11 && right <= column.right + 11);
      if (url === "about/" || url === "p/") assert.ok(Math.abs((links[0]?.left ?? 0) + 10 - column.left) < 1);
      const current = await boxes(page, 'nav .list [aria-current="page"]');
      assert.is(current.length, url === "p/" ? 0 : 1, url);
      for (const element of await boxes(page, "main > *, h1:not(.visually-hidden)"))
        if (!/nav/.test(element.text))
          for (const link of links)
            if (element.text !== "" && !element.text.includes(link.text))
              assert.not.ok(overlap(link, element), `${url}: ${link.text} over ${element.text}`);
    }
    await open("about/");
    const there = await boxes(page, "nav .list .link");
    await open("p/");
    assert.equal(
      (await boxes(page, "nav .list .link")).map(({ left, top }) => [left, top]),
      there.map(({ left, top }) => [left, top]),
      "a link has the same place on every page",
    );
  }));

test("by default all is as in Indigo: no additional styles, no link to the page itself, the whole header", ({
  browser,
}) =>
  visit(browser, {}, async (page, open) => {
    for (const url of urls) {
      await open(url);
      assert.is(await page.locator('link[href*="indigo-variants"], nav .list [aria-current]').count(), 0);
      assert.is(await page.locator(".header-home").count(), url === "about/" || url === "p/" ? 0 : 1, url);
      assert.is(await page.locator(".wrapper-normal").count(), 1);
    }
  }));

test("the group of the current page is marked as its link is, and no other", ({ browser }) =>
  visit(
    browser,
    { navigationCurrent: true, navigation: ["about", { label: "Work", items: ["talks", "teaching"] }] },
    async (page, open) => {
      const colorOf = (selector: string): Promise<string> =>
        page.locator(selector).evaluate((element) => getComputedStyle(element).color);
      await open("about/");
      const [current, other] = [await colorOf("nav .list [aria-current]"), await colorOf("nav summary")];
      assert.is.not(current, other);
      await open("talks/");
      assert.equal(
        [await colorOf("nav summary"), await colorOf("nav .list [href='/about/']")],
        [current, other],
      );
    },
  ));

const group = {
  label: "Work",
  items: [{ label: "A label as long as a sentence that nobody reads", url: "/p/" }, "people"],
};
const few = ["about", group];
const many = ["home", "blog", "talks", "about", "teaching", "news", group];

for (const [what, more] of [
  ["few links in the corner", { navigation: few }],
  ["many links in the corner", { navigation: many }],
  ["few links in the column", { navigation: few, navigationStyle: "column" }],
  ["many links in the column", { navigation: many, navigationStyle: "column" }],
] as const)
  test(`links of a group open below its label, in the window: ${what}`, ({ browser }) =>
    visit(browser, more, async (page, open, width) => {
      for (const size of width === 360 ? [320, 360, 700] : [1060, 1280])
        for (const url of ["about/", ""]) {
          await page.setViewportSize({ width: size, height: 800 });
          await open(url);
          await page.locator(".nav-group summary").click();
          const place = `/${url} at ${size}`;
          const [label, links] = [
            await box(page, ".nav-group summary"),
            await box(page, ".nav-group .group"),
          ];
          assert.ok(links.left >= 8 && links.right <= size - 8, `${place}: ${links.left} to ${links.right}`);
          assert.ok(links.right - links.left > 200, `${place}: ${links.right - links.left} wide`);
          assert.ok(Math.abs(links.top - label.bottom) <= 60, `${place}: ${links.top - label.bottom} below`);
        }
    }));

for (const listHeader of ["small", "none"] as const)
  test(`header of lists: ${listHeader}`, ({ browser }) =>
    visit(browser, { listHeader }, async (page, open, width) => {
      for (const url of ["people/", "blog/", "talks/", "wide/"]) {
        await open(url);
        const isSmall = listHeader === "small" || url === "wide/";
        assert.is(await page.locator(".header-home").count(), 0, url);
        assert.is(await page.locator(".header-small").count(), isSmall ? 1 : 0, url);
        assert.is(await page.locator("h1").count(), 1, url);
        assert.is(await page.locator('main h2:has-text("Blog")').count(), 0);
        if (url !== "people/") continue;
        const heading = await box(page, "main .title");
        assert.ok(heading.top < 300, `the list starts at ${heading.top} px`);
        const parts = [heading, ...(isSmall ? [await box(page, ".header-small")] : [])];
        for (const link of await boxes(page, "nav .list .link"))
          for (const part of parts)
            assert.not.ok(overlap(link, part), `${link.text} over ${part.text} at ${width}`);
        if (isSmall)
          assert.ok(Math.abs((parts[1]?.left ?? 0) - heading.left) < 1, "at the start of the column");
      }
      await open("");
      assert.is(await page.locator(".header-home").count(), 1);
    }));

test("width by page and by kind; a wrong one is reported", ({ browser }) =>
  visit(
    browser,
    { widths: { people: "large", post: "large", home: "normal" } },
    async (page, open, width) => {
      const expected = {
        "people/": 810,
        "p/": 810,
        "wide/": 810,
        "": 560,
        "about/": 560,
        "talks/": 560,
        "odd/": 560,
      };
      for (const [url, widest] of Object.entries(expected)) {
        await open(url);
        const { left, right } = await box(page, "main");
        assert.is(Math.round(right - left), width === 1280 ? widest : 317, url);
      }
    },
    { "odd.md": "---\ntitle: Odd\nlayout: page\nwidth: 400\n---\nText." },
    'indigo: field "width" in odd.md must be "normal" or "large", but it is 400; the page has the width of its kind.',
  ));

test("a line is between header and text of a home page, and none if it has no text", ({ browser }) =>
  visit(browser, {}, async (page, open) => {
    await open("");
    const [nav, line, text] = [
      await box(page, ".nav-home"),
      await box(page, ".home-line"),
      await box(page, "main > p"),
    ];
    assert.ok(line.top - nav.bottom >= 20 && text.top - line.top >= 20);
    await open("sv/");
    assert.is(await page.locator(".home-line").count(), 0);
  }));

test("the blog has a heading for screen readers; the languages are in one row with a label", ({ browser }) =>
  visit(browser, {}, async (page, open) => {
    await open("blog/");
    assert.is(await page.locator("main h2").first().textContent(), "Blog");
    await open("about/");
    const row = await boxes(page, ".languages > span, .translations > li");
    assert.equal(
      row.map(({ text }) => text),
      ["Languages", "English", "Svenska"],
    );
    const [lowest, highest] = [
      Math.max(...row.map(({ top }) => top)),
      Math.min(...row.map(({ bottom }) => bottom)),
    ];
    assert.ok(lowest < highest, "one row");
    assert.is(await page.locator("nav.languages").getAttribute("aria-labelledby"), "indigo-languages");
  }));

test.run();
