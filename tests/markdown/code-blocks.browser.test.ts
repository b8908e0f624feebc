import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { colorRules, inspect } from "../support/axe.ts";
import { launchBrowser, views, withPage } from "../support/browser.ts";
import { type Running, serve } from "../support/server.ts";
import { config, page, Site } from "../support/site.ts";
import { invalidHtml } from "../support/valid-html.ts";

const test = suite<{ browser: Browser; site: Site; server: Running; output: string }>(
  "blocks of code in a browser",
);

const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'";

const code = `/* A comment
   over lines */

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length; // and a remark that goes beyond the edge
  return 42;
}
`;

// Every color of a token is on every background.
const tokens = `# comment
import numpy as np
@decorator
class Mean(Base):
    """Text %s"""
    value: int = 42 + 0x1F
    def f(self, x=None): return len(r"\\d") / np.mean(x) # why
raise ValueError(f"{self.value}\\n")
`;
const lines = tokens.split("\n").slice(0, -1);
const range = `1-${lines.length}`;

const blocks = `# Code

\`\`\`js title="src/mean.js" {2,4-5} lineNumbers=98 ins={6} del={5}
${code}\`\`\`

\`\`\`js wrap lineNumbers {5} caption="The *mean*"
${code}\`\`\`

\`\`\`python {${range}}
${tokens}\`\`\`

\`\`\`python ins={${range}}
${tokens}\`\`\`

\`\`\`python del={${range}}
${tokens}\`\`\`
`;

test.before(async (context) => {
  context.browser = await launchBrowser();
  context.site = new Site({
    "eleventy.config.js": config({ title: "Ada", copyButtons: true, languages: { ar: { title: "هو" } } }),
    "code.md": page("Code", blocks),
    "ar/code.md": page("رمز", blocks),
    "plain.md": page("Plain", `# Plain\n\n\`\`\`js\n${code}\`\`\`\n`),
    "wrong.md": page("Wrong", `# Wrong\n\n\`\`\`js {9-12}\n${code}\`\`\`\n`),
    "post.md":
      "---\ntitle: Post\ntags: posts\nlayout: post\ndate: 2024-05-01\n---\n```js lineNumbers {1}\na\n```\n",
  });
  const { code: exit, output } = await context.site.buildInProcess();
  assert.is(exit, 0, output);
  context.output = output;
  context.server = await serve(path.join(context.site.folder, "_site"), "/", {
    headers: { "content-security-policy": policy },
  });
});

test.after(async ({ browser, server, site }) => {
  await browser.close();
  await server.close();
  site.remove();
});

/** Returns the text that a reader selects in a block, as it is copied. */
const selected = (tab: Page, index: number): Promise<string> =>
  tab.evaluate((nth) => {
    const element = document.querySelectorAll("pre > code")[nth];
    if (element) getSelection()?.selectAllChildren(element);
    return getSelection()?.toString() ?? "";
  }, index);

test("a mistake is logged with file and line", ({ output }) => {
  assert.match(output, 'indigo: a block of code in wrong.md:7 marks "9-12", but has 7 lines.');
});

test("only pages with such a block load its styles", ({ site }) => {
  const hasStyles = (url: string): boolean => /href="[^"]*\/indigo-code-/.test(site.read(url));
  assert.ok(hasStyles("code/index.html") && hasStyles("post/index.html"));
  for (const url of ["plain/index.html", "index.html", "blog/index.html"]) assert.not.ok(hasStyles(url), url);
});

test("the button and a selection copy the code only", ({ browser, server }) =>
  withPage(browser, { permissions: ["clipboard-read", "clipboard-write"] }, async (tab) => {
    const said: string[] = [];
    tab.on("console", (message) => said.push(message.text()));
    for (const url of ["code/", "ar/code/"]) {
      await tab.goto(server.url + url);
      for (const index of [0, 1]) {
        await tab.locator("main button").nth(index).press("Enter");
        await tab.waitForFunction(() => document.querySelector('[role="status"]')?.textContent !== "");
        assert.is(await tab.evaluate(() => navigator.clipboard.readText()), code);
        assert.is((await selected(tab, index)).trimEnd(), code.trimEnd());
        await tab.reload();
      }
    }
    assert.equal(said, []);
  }));

test("numbers and signs are in the margin", ({ browser, server }) =>
  withPage(browser, { forcedColors: "active" }, async (tab) => {
    await tab.goto(`${server.url}code/`);
    const margins = await tab.evaluate(() =>
      [...document.querySelectorAll("pre:first-of-type > code.code-digits-3 > .line")].map((line) => {
        const { content } = getComputedStyle(line, "::before");
        return `${line.localName} ${line.getAttribute("data-line")} ${content.replaceAll('"', "").trim()}`;
      }),
    );
    assert.is(margins.length, 7);
    assert.match(margins[4] ?? "", /^del 102 .*−/);
    assert.match(margins[5] ?? "", /^ins 103 .*\+/);
    assert.match(margins[1] ?? "", /^mark 99/);
  }));

test("long lines scroll, or wrap after the margin; in print they all wrap", ({ browser, server }) =>
  withPage(browser, { viewport: { width: 360, height: 800 } }, async (tab) => {
    await tab.goto(`${server.url}code/`);
    const scrolls = (): Promise<boolean[]> =>
      tab.evaluate(() =>
        [...document.querySelectorAll("pre")].slice(0, 2).map((pre) => pre.scrollWidth > pre.clientWidth),
      );
    assert.equal(await scrolls(), [true, false]);
    const [text, margin] = await tab.evaluate(() => {
      const line = document.querySelector(".code-wrap > mark");
      const rects = [...(line?.querySelector(".c")?.getClientRects() ?? [])];
      return [rects.at(-1)?.left ?? 0, line?.getBoundingClientRect().left ?? 0];
    });
    assert.ok((text ?? 0) > (margin ?? 0) + 20, "a wrapped line starts after the number");
    await tab.emulateMedia({ media: "print" });
    assert.equal(await scrolls(), [false, false]);
  }));

test("pages with such blocks are valid, accessible and no wider than the screen", async ({
  browser,
  server,
  site,
}) => {
  const pages = ["code/", "ar/code/", "post/"];
  assert.equal(await invalidHtml(site, pages, { "valid-id": ["error", { relaxed: true }] }), []);
  for (const view of views)
    await withPage(browser, view, async (tab) => {
      for (const url of pages) {
        await tab.goto(server.url + url);
        const { violations } = await inspect(tab, view.colorScheme === "dark" ? colorRules : undefined);
        assert.equal(violations, [], url);
        const [width, wanted] = await tab.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        assert.ok((width ?? 0) <= (wanted ?? 0), `${url}: ${width}`);
        const directions = await tab.evaluate(() =>
          [...document.querySelectorAll(".code-lines, .code-title")].map(
            (each) => getComputedStyle(each).direction,
          ),
        );
        assert.ok(directions.every((direction) => direction === "ltr"));
      }
    });
});

test.run();
