import { readFileSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { colorRules, inspect } from "../support/axe.ts";
import { launchBrowser, views, withPage } from "../support/browser.ts";
import { type Running, serve } from "../support/server.ts";
import { config, page, root, Site } from "../support/site.ts";
import { invalidHtml } from "../support/valid-html.ts";

const test = suite<{ browser: Browser; site: Site; server: Running }>("buttons that copy");

const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'";

const bibtex = `@article{trees,
  author = {Hu, Edward J.},
  title = {Trees},
  journal = {J},
  year = {2021},
}`;

const options = {
  title: "Edward J. Hu",
  url: "https://example.org",
  copyButtons: true,
  citePosts: true,
  languages: { ar: { title: "هو" } },
};

const files = {
  "eleventy.config.js": config(options),
  "publications.bib": bibtex,
  "code.md": page("Code", "# Code\n\n```js\nconst a = 1;\n```\n\n```\nplain & <b>\n```\n"),
  "plain.md": page("Plain", "# Plain\n\nNo `code` in a block.\n"),
  "ar/code.md": page("رمز", "# رمز\n\n```js\nconst a = 1;\n```\n"),
  "posts/a.md": "---\ntitle: A post\ndate: 2024-05-12\ntags: posts\nlayout: post\n---\nText.\n",
};

test.before(async (context) => {
  context.browser = await launchBrowser();
  context.site = await new Site(files).builtInProcess();
  context.server = await serve(path.join(context.site.folder, "_site"), "/", {
    headers: { "content-security-policy": policy },
  });
});

test.after(async ({ browser, server, site }) => {
  await browser.close();
  await server.close();
  site.remove();
});

const permissions = { permissions: ["clipboard-read", "clipboard-write"] };

const clipboard = (tab: Page): Promise<string> => tab.evaluate(() => navigator.clipboard.readText());

test("the script is under 1 kB, and only on pages with code or BibTeX", ({ site }) => {
  const script = readFileSync(path.join(root, "layouts/scripts/copy.js"));
  assert.ok(script.length < 1024, `${script.length} bytes`);
  const hasScript = (url: string): boolean => /<script src="\/assets\/indigo-copy-/.test(site.read(url));
  for (const url of ["code/", "publications/", "publications/trees/", "posts/a/"])
    assert.ok(hasScript(`${url}index.html`), url);
  for (const url of ["plain/", "", "blog/"]) assert.not.ok(hasScript(`${url}index.html`), url);
});

test("a click copies the code as it is, and says so", ({ browser, server }) =>
  withPage(browser, permissions, async (tab) => {
    const said: string[] = [];
    tab.on("console", (message) => said.push(message.text()));
    await tab.goto(`${server.url}publications/trees/`);
    const button = tab.getByRole("button", { name: "Copy" });
    await button.click();
    await tab.locator('[role="status"]', { hasText: "Copied" }).waitFor({ state: "attached" });
    assert.is(await clipboard(tab), bibtex);
    assert.is(await tab.getByRole("button").textContent(), "Copied");
    await button.waitFor();
    assert.is(await tab.locator('[role="status"]').textContent(), "");
    await tab.goto(`${server.url}code/`);
    await tab.getByRole("button").nth(1).press("Enter");
    await tab.locator('[role="status"]', { hasText: "Copied" }).waitFor({ state: "attached" });
    assert.is(await clipboard(tab), "plain & <b>\n");
    assert.equal(said, []);
  }));

test("the label is in the language of the page", ({ browser, server }) =>
  withPage(browser, {}, async (tab) => {
    await tab.goto(`${server.url}ar/code/`);
    assert.is(await tab.getByRole("button").textContent(), "نسخ");
  }));

test("without the script there is no button, and a click selects all BibTeX", ({ browser, server }) =>
  withPage(browser, { javaScriptEnabled: true }, async (tab) => {
    await tab.route("**/*.js", (route) => route.abort());
    await tab.goto(`${server.url}publications/trees/`);
    assert.is(await tab.getByRole("button").count(), 0);
    await tab.locator("pre.bibtex > code").click();
    assert.is(await tab.evaluate(() => getSelection()?.toString()), bibtex);
  }));

test("without a clipboard there is no button; if it is refused, the code is selected", async ({
  browser,
  server,
}) => {
  const withClipboard = (use: (tab: Page) => Promise<void>, value: string): Promise<void> =>
    withPage(browser, {}, async (tab) => {
      await tab.addInitScript(`Object.defineProperty(navigator, "clipboard", { value: ${value} })`);
      await tab.goto(`${server.url}code/`);
      await use(tab);
    });
  await withClipboard(async (tab) => assert.is(await tab.getByRole("button").count(), 0), "undefined");
  await withClipboard(async (tab) => {
    await tab.getByRole("button").first().press("Enter");
    await tab.waitForFunction(() => getSelection()?.toString() !== "");
    assert.is(await tab.evaluate(() => getSelection()?.toString().trim()), "const a = 1;");
  }, "{ writeText: () => Promise.reject(new Error()) }");
});

test("pages with buttons are valid, accessible and no wider than the screen", async ({
  browser,
  server,
  site,
}) => {
  const pages = ["publications/trees/", "publications/", "code/", "posts/a/", "ar/code/"];
  assert.equal(await invalidHtml(site, pages, { "valid-id": ["error", { relaxed: true }] }), []);
  for (const view of views)
    await withPage(browser, view, async (tab) => {
      for (const url of pages) {
        await tab.goto(server.url + url);
        await tab.evaluate(() => {
          for (const details of document.querySelectorAll("details")) details.open = true;
        });
        const { violations } = await inspect(tab, view.colorScheme === "dark" ? colorRules : undefined);
        assert.equal(violations, [], url);
        const [width, wanted] = await tab.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        assert.ok((width ?? 0) <= (wanted ?? 0), `${url}: ${width}`);
        const box = await tab.getByRole("button").first().boundingBox();
        assert.ok(box && box.height >= 24 && box.width >= 24, url);
      }
    });
});

test("without the option nothing of it is there", async () => {
  const site = new Site({
    ...files,
    "eleventy.config.js": config({ title: "Hu", url: "https://example.org" }),
  });
  try {
    await site.builtInProcess();
    assert.equal(
      site.files().filter((file) => /copy/.test(file)),
      [],
    );
    assert.not.match(site.read("publications/trees/index.html"), "<script src");
    assert.not.match(site.read("posts/a/index.html"), /cite-post|citation_/);
  } finally {
    site.remove();
  }
});

test.run();
