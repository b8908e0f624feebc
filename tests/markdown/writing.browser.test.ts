import path from "node:path";
import { HtmlValidate } from "html-validate";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { inspect } from "../support/axe.ts";
import { launchBrowser, views, withPage } from "../support/browser.ts";
import { type Running, serve } from "../support/server.ts";
import { config, page, Site } from "../support/site.ts";

const everything = `Inline $e^{i\\pi} + 1 = 0$ beside words[^1], and a price of $5 or $10.

## Formulas with $x^2$

$$
\\begin{align}
\\mathcal{L}(\\theta) &= -\\sum_{i=1}^{n} \\log p_\\theta(y_i \\mid x_i) + \\lambda \\left\\| \\theta \\right\\|_2^2 \\\\
&= \\color{#767676}{\\text{a grey end}}, \\qquad \\boxed{E = mc^2}, \\quad \\cancel{x}
\\end{align}
$$

$$A = \\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}, \\quad f(x) = \\begin{cases} 1 & x > 0 \\\\ 0 & \\text{else} \\end{cases}, \\quad \\begin{array}{l|r} a & b \\\\ \\hline c & d \\end{array}$$

One that is none: $\\foo$.

## Callouts

> [!NOTE]
> A note with \`code\` and a [link](/).

> [!TIP]
> A tip.

> [!IMPORTANT]
> Important.

> [!WARNING]
> A warning.
>
> In two paragraphs.

{% callout "caution", "Mind the gap" %}
- one
- two
{% endcallout %}

## Pictures

![A field](/assets/field.png "A caption with *emphasis* and $y$")

![The field again](/assets/field.png)

### A table

| start | centre | end |
| :-- | :-: | --: |
| 1 | 2 | 3 |

Once more[^1] and[^two].

[^1]: The first note, with $z$.
[^two]: The second.

    In two paragraphs.
`;

const diagram = "```mermaid\ngraph LR\n  A[Start] --> B[A step of some length]\n  B --> C[End]\n```\n";

const test = suite<{ browser: Browser; site: Site; server: Running }>("everything in Markdown, in a browser");

test.before(async (context) => {
  context.browser = await launchBrowser();
  const site = new Site({
    "index.md": page("Home"),
    "eleventy.config.js": config(
      { title: "A", icon: "assets/field.png", images: true, mermaid: true },
      'eleventyConfig.addPassthroughCopy("assets");',
    ),
    "post.md": page("Everything", everything, "post").replace("layout", "tags: posts\ntoc: true\nlayout"),
    "diagram.md": page("Diagram", diagram),
    "assets/empty.txt": "",
  });
  await sharp({ create: { width: 1300, height: 500, channels: 3, background: "#4b0082" } })
    .png()
    .toFile(path.join(site.folder, "assets/field.png"));
  context.site = await site.built();
  context.server = await serve(path.join(site.folder, "_site"));
});

test.after(async ({ browser, server, site }) => {
  await browser.close();
  await server.close();
  site.remove();
});

const policy =
  "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'";

/** Opens a page under a content policy and hands over what that blocks. */
async function openUnder(page: Page, url: string, policy: string): Promise<string[]> {
  const blocked: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy/.test(message.text())) blocked.push(message.text());
  });
  await page.route(url, async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      headers: { ...response.headers(), "content-security-policy": policy },
    });
  });
  await page.goto(url, { waitUntil: "networkidle" });
  return blocked;
}

test("html-validate finds nothing", async ({ site }) => {
  const validator = new HtmlValidate({
    extends: ["html-validate:recommended"],
    rules: {
      // Footnotes have ids such as `fn:1`.
      "valid-id": ["error", { relaxed: true }],
      // Eleventy's transforms write HTML anew, with `defer=""`.
      "attribute-boolean-style": "off",
    },
  });
  for (const file of ["post/index.html", "diagram/index.html"]) {
    const { results } = await validator.validateString(site.read(file));
    const found = results.flatMap(({ messages }) =>
      messages.map(({ line, ruleId, message }) => `${file}:${line} ${ruleId}: ${message}`),
    );
    assert.equal(found, []);
  }
});

test("a strict content policy blocks nothing", async ({ browser, server }) => {
  await withPage(browser, {}, async (page) => {
    assert.equal(await openUnder(page, `${server.url}post/`, policy), []);
    const widths = await page.evaluate(() => [...document.images].map((image) => image.naturalWidth > 0));
    assert.equal(widths, [true, true]);
  });
});

for (const view of views) {
  const { viewport, colorScheme } = view;
  test(`axe-core finds nothing and nothing is too wide, ${viewport.width} px, ${colorScheme}`, async ({
    browser,
    server,
  }) => {
    await withPage(browser, view, async (page) => {
      await page.goto(`${server.url}post/`, { waitUntil: "networkidle" });
      if (process.env.INDIGO_SCREENSHOTS) {
        await page.screenshot({
          path: path.join(process.env.INDIGO_SCREENSHOTS, `writing-${viewport.width}-${colorScheme}.png`),
          fullPage: true,
        });
      }
      assert.is(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), 0);
      const { violations } = await inspect(page);
      assert.equal(violations, []);
    });
  });
}

test("a diagram is drawn where its script runs, in the colours of the page, and its source is there where none does", async ({
  browser,
  server,
}) => {
  for (const colorScheme of ["light", "dark"] as const) {
    await withPage(browser, { colorScheme, viewport: { width: 360, height: 700 } }, async (page) => {
      const failed: string[] = [];
      page.on("pageerror", (error) => failed.push(String(error)));
      await page.goto(`${server.url}diagram/`, { waitUntil: "networkidle" });
      await page.waitForSelector("pre.mermaid svg");
      if (process.env.INDIGO_SCREENSHOTS) {
        await page.screenshot({
          path: path.join(process.env.INDIGO_SCREENSHOTS, `diagram-${colorScheme}.png`),
        });
      }
      assert.equal(failed, []);
    });
  }
  await withPage(browser, { javaScriptEnabled: false }, async (page) => {
    await page.goto(`${server.url}diagram/`);
    assert.match(await page.locator("pre.mermaid").innerText(), "A[Start] --> B");
  });
});

test.run();
