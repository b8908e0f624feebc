import path from "node:path";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { inspect } from "../support/axe.ts";
import { launchBrowser, views, withPage } from "../support/browser.ts";
import { type Running, serve } from "../support/server.ts";
import { config, page, Site } from "../support/site.ts";
import { invalidHtml } from "../support/valid-html.ts";

const everything = `A first paragraph, with a note[^1], another one[^2] and [words in the margin]{.margin}. It goes on for a while.

::: note
A callout with *emphasis*.
:::

::: warning Mind the gap
- one
:::

## Notes

::: margin
In the margin:

![A field](/assets/a.jpg "A field, in *violet*")
:::

A paragraph beside the margin. A paragraph beside the margin. A paragraph beside the margin.

![Another field](/assets/b.jpg "A caption in the margin"){.margin-caption}

## Tabs

::: tabs Installation
::: tab npm
\`\`\`sh
npm install a-package-with-a-long-name another-package-with-a-long-name
\`\`\`
:::
::: tab Yarn
### Within a tab

With [a link](/).
:::
::: tab Others
The third.
:::
:::

## Steps

::: steps
1. **Write.** A step that is longer than one line of a telephone, so that it wraps.
2. Send.

   \`\`\`sh
   send
   \`\`\`
:::

::: steps
### Install

With npm.

### Build

With Eleventy.
:::

## Cards

::: cards
::: card Papers {href=/papers/}
All, and [the code](/code/).
:::
::: card Courses {href=/courses/}
![A field](/assets/a.jpg)

Two each year.
:::
::: card Others
Without a link.
:::
:::

## Folds

::: details A proof
By induction.
:::

::: details Data {open}
- one
:::

## Gallery

::: gallery
![A violet field](/assets/a.jpg "The *first*")
![A green field](/assets/b.jpg)
![A drawing](/assets/c.svg "The third")

Near Lausanne.
:::

## Videos

![A film of a field](/assets/film.mp4 "A film"){captions=/assets/film.vtt poster=/assets/a.jpg}

![A talk](/assets/talk.mp3)

::: video The talk {url=https://youtu.be/abcdefghijk poster=/assets/b.jpg}
Given in *Vienna*.
:::

![A talk elsewhere](https://vimeo.com/12345)

[^1]: The first footnote, with [a link](/).
[^2]: The second.

    In two paragraphs.
`;

type Context = { browser: Browser; site: Site; server: Running };
const test = suite<Context>("layout blocks in a browser");

const besideText = "toc: side\nfootnotes: side\n";

test.before(async (context) => {
  context.browser = await launchBrowser();
  const site = new Site({
    "index.md": page("Home"),
    "eleventy.config.js": config({ title: "A" }, 'eleventyConfig.addPassthroughCopy("assets");'),
    "all.md": page("All", everything).replace("layout", `${besideText}layout`),
    "large.md": page("Large", everything).replace("layout", `${besideText}width: large\nlayout`),
    "post.md": page("Post", everything, "post").replace("layout", `${besideText}tags: posts\nlayout`),
    "ar.md": page("All", everything).replace("layout", `${besideText}lang: ar\nlayout`),
    "assets/c.svg":
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h4v3z" fill="#05a"/></svg>',
    "assets/film.vtt": "WEBVTT\n",
    "assets/film.mp4": "",
    "assets/talk.mp3": "",
  });
  for (const [name, background] of [
    ["a", "#4b0082"],
    ["b", "#00aa55"],
  ] as const)
    await sharp({ create: { width: 900, height: 600, channels: 3, background } })
      .jpeg()
      .toFile(path.join(site.folder, `assets/${name}.jpg`));
  context.site = await site.built();
  context.server = await serve(path.join(site.folder, "_site"));
});

test.after(async ({ browser, server, site }) => {
  await browser.close();
  await server.close();
  site.remove();
});

const desk = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 360, height: 800 } };

const pages = ["all/", "large/", "post/", "ar/"];

test("html-validate finds nothing", async ({ site }) => {
  assert.equal(
    await invalidHtml(site, pages, {
      // Footnotes have ids such as `fn:1`.
      "valid-id": ["error", { relaxed: true }],
    }),
    [],
  );
});

for (const view of views) {
  const { viewport, colorScheme } = view;
  test(`axe-core finds nothing and nothing is too wide, ${viewport.width} px, ${colorScheme}`, async ({
    browser,
    server,
  }) => {
    await withPage(browser, view, async (page) => {
      for (const url of pages) {
        await page.goto(server.url + url);
        if (process.env.INDIGO_SCREENSHOTS) {
          const name = `blocks-${url.slice(0, -1)}-${viewport.width}-${colorScheme}.png`;
          await page.screenshot({ path: path.join(process.env.INDIGO_SCREENSHOTS, name), fullPage: true });
        }
        assert.is(
          await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
          0,
          url,
        );
        const { violations } = await inspect(page);
        assert.equal(violations, [], url);
      }
      await page.goto(`${server.url}all/`);
      await page.locator(".gallery-open").first().click();
      assert.equal((await inspect(page)).violations, [], "larger view");
    });
  });
}

test("a strict content policy blocks nothing, and nothing is asked of another host", async ({
  browser,
  server,
}) => {
  await withPage(browser, desk, async (page) => {
    const blocked: string[] = [];
    const asked: string[] = [];
    page.on(
      "console",
      (message) => /Content Security Policy/.test(message.text()) && blocked.push(message.text()),
    );
    page.on("request", (request) => asked.push(request.url()));
    await page.route(`${server.url}all/`, async (route) => {
      const response = await route.fetch();
      const policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; base-uri 'none'";
      await route.fulfill({
        response,
        headers: { ...response.headers(), "content-security-policy": policy },
      });
    });
    await page.goto(`${server.url}all/`, { waitUntil: "networkidle" });
    assert.equal(blocked, []);
    assert.equal(
      asked.filter((url) => !url.startsWith(server.url)),
      [],
    );
    assert.is(await page.locator("script:not([type='application/ld+json'])").count(), 0);
  });
});

/** The texts of the panels that are visible. */
const panels = (page: Page): Promise<string[]> =>
  page
    .locator(".tab-panel")
    .evaluateAll((all) =>
      all.filter((panel) => panel.checkVisibility()).map((panel) => panel.textContent?.trim() ?? ""),
    );

test("tabs: by keyboard, by pointer, by a link into one, and all of them on paper", async ({
  browser,
  server,
}) => {
  await withPage(browser, desk, async (page) => {
    await page.goto(`${server.url}all/`);
    assert.match((await panels(page)).join("|"), /^npm install[^|]*$/);
    await page.locator(".tab-set input").first().focus();
    await page.keyboard.press("ArrowRight");
    assert.match((await panels(page)).join("|"), /^Within a tab[^|]*$/);
    assert.not.match(
      await page
        .locator(".tab-set input:checked + label")
        .evaluate((label) => getComputedStyle(label).outlineStyle),
      "none",
    );
    await page.keyboard.press("Tab");
    assert.is(await page.evaluate(() => document.activeElement?.textContent), "a link");
    await page.getByText("Others", { exact: true }).first().click();
    assert.equal(await panels(page), ["The third."]);
    await page.goto(`${server.url}all/#within-a-tab`);
    assert.ok(await page.locator("#within-a-tab").isVisible());
    await page.emulateMedia({ media: "print" });
    assert.is((await panels(page)).length, 3);
    assert.is(await page.locator(".tab-set input:visible").count(), 0);
  });
});

const openView = (page: Page): Promise<string[]> =>
  page
    .locator(".gallery-view:popover-open")
    .evaluateAll((all) => all.map((view) => view.getAttribute("aria-label") ?? ""));

test("gallery: by keyboard and by pointer, one larger view at a time, with focus back at the image", async ({
  browser,
  server,
}) => {
  for (const window of [desk, phone]) {
    await withPage(browser, window, async (page) => {
      await page.goto(`${server.url}all/`);
      const buttons = page.locator(".gallery-open");
      const focused = (): Promise<string | null | undefined> =>
        page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
      await buttons.first().focus();
      await page.keyboard.press("Enter");
      assert.equal(await openView(page), ["A violet field"]);
      assert.is(await focused(), "Close");
      await page.keyboard.press("Escape");
      assert.equal(await openView(page), []);
      assert.is(await focused(), "Enlarge: A violet field");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      assert.equal(await openView(page), ["A green field"]);
      const [previous, next] = ["Previous image", "Next image"].map((text) =>
        page.locator(".gallery-view:popover-open label", { hasText: text }),
      ) as [ReturnType<Page["locator"]>, ReturnType<Page["locator"]>];
      await next.click();
      assert.equal(await openView(page), ["A drawing"]);
      assert.is(await next.count(), 0);
      await previous.click();
      await previous.click();
      assert.equal(await openView(page), ["A violet field"]);
      const image = page.locator(".gallery-view:popover-open img");
      const box = await image.boundingBox();
      assert.ok((box?.width ?? 0) > 300 && (box?.x ?? -1) >= 0, JSON.stringify(box));
      await page.keyboard.press("Enter");
      assert.equal(await openView(page), []);
    });
  }
});

test("what is beside the text on wide screens is in it on narrow ones, and each footnote there once", async ({
  browser,
  server,
}) => {
  const look = (page: Page) =>
    page.evaluate(() => {
      const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
      const column = box("main > p") as DOMRect;
      const place = (selector: string): string => {
        const { left, right, width } = box(selector) as DOMRect;
        if (width === 0) return "hidden";
        if (left >= column.right) return "right";
        return right <= column.left ? "left" : "inside";
      };
      const notes = [...document.querySelectorAll(".side-note")].map((note) => note.getBoundingClientRect());
      return {
        note: place(".margin-note"),
        block: place("div.margin-note"),
        contents: place(".toc"),
        footnote: place(".side-note"),
        list: place("section.footnotes"),
        caption: place(".margin-caption figcaption"),
        visible: [...document.querySelectorAll("main *")].filter(
          (each) =>
            each.checkVisibility() &&
            each.childElementCount === 0 &&
            each.textContent?.trim() === "In two paragraphs.",
        ).length,
        overlap: notes.some((note, index) => index > 0 && note.top < (notes[index - 1]?.bottom ?? 0)),
      };
    });
  const beside = {
    note: "right",
    block: "right",
    footnote: "right",
    caption: "right",
    list: "hidden",
    contents: "left",
  };
  const within = {
    note: "inside",
    block: "inside",
    footnote: "hidden",
    caption: "inside",
    list: "inside",
    contents: "inside",
  };
  const mirrored = {
    ...beside,
    note: "left",
    block: "left",
    footnote: "left",
    caption: "left",
    contents: "right",
  };
  const cases: [string, number, object][] = [
    ["all/", 1280, beside],
    ["all/", 1051, beside],
    ["all/", 1050, within],
    ["all/", 360, within],
    ["post/", 1280, beside],
    ["large/", 1280, beside],
    ["large/", 1279, within],
    ["ar/", 1280, mirrored],
    ["ar/", 360, within],
  ];
  for (const [url, width, expected] of cases) {
    await withPage(browser, { viewport: { width, height: 800 } }, async (page) => {
      await page.goto(server.url + url);
      const { visible, overlap, ...places } = await look(page);
      assert.equal(places, expected, `${url} at ${width}`);
      assert.not.ok(overlap);
      assert.is(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), 0);
    });
  }
  await withPage(browser, desk, async (page) => {
    await page.goto(`${server.url}all/`);
    await page.emulateMedia({ media: "print" });
    const { note, footnote, list } = await look(page);
    assert.equal([note, footnote, list], ["inside", "hidden", "inside"]);
  });
});

test("the contents stay in view beside the text", async ({ browser, server }) => {
  await withPage(browser, desk, async (page) => {
    await page.goto(`${server.url}all/`);
    await page.evaluate(() => window.scrollTo(0, 1500));
    const box = await page.locator(".toc-side").boundingBox();
    assert.ok(box && box.y >= 0 && box.y < 60, JSON.stringify(box));
  });
});

test("the whole of a card is its link, and other links in it are theirs", async ({ browser, server }) => {
  await withPage(browser, desk, async (page) => {
    await page.goto(`${server.url}all/`);
    const card = page.locator(".card-grid > li").first();
    const at = (x: number, y: number): Promise<string | undefined> =>
      card.evaluate(
        (element, [dx = 0, dy = 0]) => {
          element.scrollIntoView();
          const { left, top, width, height } = element.getBoundingClientRect();
          const found = document.elementFromPoint(left + width * dx, top + height * dy);
          return found?.closest("a")?.getAttribute("href") ?? undefined;
        },
        [x, y],
      );
    assert.is(await at(0.5, 0.8), "/papers/");
    const link = await card.locator("a", { hasText: "the code" }).evaluate((element) => {
      const { x, y } = element.getBoundingClientRect();
      return document
        .elementFromPoint(x + 3, y + 3)
        ?.closest("a")
        ?.getAttribute("href");
    });
    assert.is(link, "/code/");
  });
});

test.run();
