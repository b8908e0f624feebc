import path from "node:path";
import { HtmlValidate } from "html-validate";
import type { Browser, Page } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { services } from "../../plugin/accounts/services.ts";
import { inspect } from "../support/axe.ts";
import { launchBrowser, views, withPage } from "../support/browser.ts";
import { type Running, serve } from "../support/server.ts";
import { config, page, Site } from "../support/site.ts";

interface Context {
  browser: Browser;
  site: Site;
  server: Running;
}

const test = suite<Context>("every account and a full navigation in a browser");

const drawing = (inner: string, box: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${inner}</svg>`;

const pages = ["news", "talks", "teaching", "people", "cv", "about"];

test.before(async (context) => {
  context.browser = await launchBrowser();
  context.site = await new Site({
    "eleventy.config.js": config({
      title: "Edward Hu",
      bio: "A research scientist",
      social: {
        ...Object.fromEntries(Object.entries(services).map(([name, { example }]) => [name, example])),
        Wide: { url: "https://lab.example.org/", icon: "wide.svg" },
        Picture: { url: "https://lab.example.org/", icon: "picture.svg" },
      },
      resume: "https://example.org/cv.pdf",
    }),
    "wide.svg": drawing('<path d="M0 0h90v9H0z"/>', "0 0 90 9"),
    "picture.svg": drawing('<style>path { fill: teal }</style><path d="M0 0h9v9H0z"/>', "0 0 9 9"),
    ...Object.fromEntries(pages.map((name) => [`${name}.md`, page(`My ${name}`, "Some words.")])),
    "post.md":
      "---\ntitle: Post\nlayout: post\ntags: [posts, x]\ndate: 2024-01-01\nprojects: true\ncategory: blog\n---\nText.",
    "software.md": "---\ntitle: Software and data\nlayout: page\nnav: true\n---\nText.",
    "publications.yaml": "- { id: a, title: A, venue: V, year: 2020 }\n",
  }).built();
  context.server = await serve(path.join(context.site.folder, "_site"));
});

test.after(async ({ browser, site, server }) => {
  await browser.close();
  await server.close();
  site.remove();
});

/** Boxes of what a selector finds, in pixels. */
const boxes = (
  page: Page,
  selector: string,
): Promise<{ x: number; y: number; right: number; bottom: number }[]> =>
  page.evaluate(
    (selector) =>
      [...document.querySelectorAll(selector)].map((element) => {
        const { x, y, right, bottom } = element.getBoundingClientRect();
        return { x, y, right, bottom };
      }),
    selector,
  );

for (const view of views) {
  const { viewport, colorScheme } = view;
  test(`nothing overlaps, is too small to touch or cut off, ${viewport.width} px, ${colorScheme}`, async ({
    browser,
    server,
  }) => {
    await withPage(browser, view, async (page) => {
      for (const address of ["", "about/"]) {
        await page.goto(server.url + address);
        assert.is(await page.evaluate(() => document.documentElement.scrollWidth), viewport.width);
        const links = await boxes(page, ".social-links > .link, nav .link");
        assert.ok(links.length > 9);
        for (const [index, a] of links.entries()) {
          assert.ok(a.right - a.x >= 24 && a.bottom - a.y >= 24, JSON.stringify(a));
          assert.ok(a.x >= 0 && a.right <= viewport.width, JSON.stringify(a));
          for (const b of links.slice(index + 1)) {
            const isApart =
              a.right <= b.x + 1 || b.right <= a.x + 1 || a.bottom <= b.y + 1 || b.bottom <= a.y + 1;
            assert.ok(isApart, JSON.stringify([a, b]));
          }
        }
        const lowest = Math.max(...(await boxes(page, "nav")).map(({ bottom }) => bottom));
        if (address) {
          const [text] = await boxes(page, "main p");
          assert.ok(text && text.y >= lowest, `the text at ${text?.y} is under the navigation, to ${lowest}`);
        }
        for (const { x, right, y, bottom } of await boxes(page, ".social-links .icon")) {
          assert.ok(right - x <= 35 && bottom - y <= 35 && bottom - y > 1);
        }
        const { violations } = await inspect(page);
        assert.equal(violations, []);
      }
    });
  });
}

test("html-validate finds nothing", async ({ site }) => {
  const { results } = await new HtmlValidate({ extends: ["html-validate:recommended"] }).validateString(
    site.read("index.html"),
  );
  assert.equal(
    results.flatMap(({ messages }) => messages.map(({ message }) => message)),
    [],
  );
});

test.run();
