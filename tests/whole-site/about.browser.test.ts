import { readFileSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { answer, launchBrowser, withPage } from "../support/browser.ts";
import { serve } from "../support/server.ts";
import { root, Site } from "../support/site.ts";

interface Record {
  lines: string[];
  headings: string[];
  links: { text: string; href: string }[];
}

const record: Record = JSON.parse(
  readFileSync(path.join(root, "tests/fixtures/reference/about.json"), "utf8"),
);

/** What a reader finds in the main part of a page. */
const read = (page: Page): Promise<Record> =>
  page.evaluate(() => {
    const main = document.querySelector("main") as HTMLElement;
    const all = <E extends Element>(selector: string) => [...main.querySelectorAll<E>(selector)];
    return {
      lines: main.innerText
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean),
      headings: all<HTMLElement>("h1, h2, h3, h4, h5, h6").map((heading) => heading.innerText),
      links: all<HTMLAnchorElement>("a").map((link) => ({
        text: link.innerText,
        href: link.getAttribute("href") ?? "",
      })),
    };
  });

const about = suite<{ browser: Browser }>("the About page");

about.before(async (context) => {
  context.browser = await launchBrowser();
});

about.after(({ browser }) => browser.close());

/** Builds a site, opens its About page and gives what it says and the pictures that did not load. */
async function readAbout(browser: Browser, site: Site): Promise<Record & { brokenPictures: string[] }> {
  await site.built();
  const server = await serve(path.join(site.folder, "_site"));
  try {
    return await withPage(browser, { viewport: { width: 1280, height: 900 } }, async (page) => {
      // What the site calls itself by its own full address.
      await answer(page, "http://localhost:4100", path.join(site.folder, "_site"));
      await page.goto(`${server.url}about/`);
      const brokenPictures = await page.evaluate(() =>
        [...document.images].filter((image) => image.naturalWidth === 0).map((image) => image.src),
      );
      return { ...(await read(page)), brokenPictures };
    });
  } finally {
    await server.close();
    site.remove();
  }
}

about("of example-site says what the original says", async ({ browser }) => {
  assert.is(record.lines.length, 27);
  assert.is(record.links.length, 28);
  const said = await readAbout(browser, Site.copyOf("example-site"));
  assert.equal(said.lines, record.lines);
  assert.equal(said.headings, record.headings);
  assert.equal(said.links, record.links);
  assert.equal(said.brokenPictures, []);
});

about("as its author wrote it for Jekyll builds unchanged and says the same", async ({ browser }) => {
  const said = await readAbout(browser, Site.copyOf("tests/fixtures/indigo-site"));
  assert.equal(said.lines, record.lines);
  assert.equal(said.headings, record.headings);
  assert.equal(said.links, record.links);
  assert.equal(said.brokenPictures, []);
});

about.run();
