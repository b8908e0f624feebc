import path from "node:path";
import type { Browser } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { colorRules, inspect } from "../../support/axe.ts";
import { launchBrowser, withPage } from "../../support/browser.ts";
import { type Running, serve } from "../../support/server.ts";
import { config, page, Site } from "../../support/site.ts";
import { invalidHtml } from "../../support/valid-html.ts";

const long = Array.from({ length: 14 }, (_, at) => `a_{${at}} x^{${at}}`).join(" + ");

const things = `See [@fig:a; @fig:p; @fig:q], @eq:long, @eq:second, @tbl:t, @lst:l, @thm:a, @sec:a and @fig:nothing.

## Section {#sec:a}

![A caption with a [link](/)](/assets/a.svg){#fig:a}

$$ ${long} $$ {#eq:long}

$$
\\begin{align}
a &= b \\label{first} \\\\
ccc &= d + e + f \\label{second}
\\end{align}
$$

A $$ x $$ {#eq:inside} within text.

::: {#fig:b}
![One](/assets/a.svg){#fig:p width=40%}
![Two](/assets/a.svg){#fig:q width=40%}

The whole of it
:::

| A | B |
| --- | ---: |
| 1 | 2 |

: A caption that is longer than its table is wide, with @eq:long {#tbl:t}

\`\`\`js {#lst:l caption="A listing"}
const answer = 42;
\`\`\`

::: theorem Title {#thm:a}
*All* of it, with $x$.
:::

::: proof
Done.
:::
`;

const test = suite<{ browser: Browser; site: Site; server: Running }>("numbers and references, in a browser");

test.before(async (context) => {
  context.browser = await launchBrowser();
  const site = new Site({
    "index.md": page("Home"),
    "eleventy.config.js": config({ title: "A" }, 'eleventyConfig.addPassthroughCopy("assets");'),
    "paper.md": page("Page", things).replace("layout", "numberSections: true\nlayout"),
    "post.md": page("Post", things, "post").replace("layout", "tags: posts\nlayout"),
    "assets/a.svg":
      '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"><path fill="#888" d="M0 0h400v200H0z"/></svg>',
  });
  await site.builtInProcess();
  context.site = site;
  context.server = await serve(path.join(site.folder, "_site"));
});

test.after(async ({ browser, site, server }) => {
  await browser?.close();
  await server?.close();
  site?.remove();
});

for (const url of ["paper/", "post/"]) {
  for (const width of [360, 1280]) {
    test(`${url} at ${width} px is accessible, and its numbers are on the screen, at the end of the line`, async ({
      browser,
      server,
    }) => {
      await withPage(browser, { viewport: { width, height: 900 } }, async (view) => {
        await view.goto(server.url + url);
        assert.equal((await inspect(view)).violations, []);
        const found = await view.evaluate(() => {
          const box = (element: Element) => element.getBoundingClientRect();
          const ends = [
            ...document.querySelectorAll("p > .equation-number, p.equation > .equation-number, .tml-tag"),
          ].map((element) => Math.abs(box(element).right - box(element.closest("p") as Element).right));
          const formula = document.querySelector("#eq\\:long > .formula") as Element;
          return {
            isWide: document.documentElement.scrollWidth > innerWidth,
            ends: ends.filter((distance) => distance > 1),
            count: ends.length,
            scrolls: formula.scrollWidth > formula.clientWidth,
            upright: getComputedStyle(document.querySelector(".theorem em") as Element).fontStyle,
            italic: getComputedStyle(document.querySelector(".theorem p") as Element).fontStyle,
          };
        });
        assert.equal(found, {
          isWide: false,
          ends: [],
          count: 3,
          scrolls: true,
          upright: "normal",
          italic: "italic",
        });
        await view.emulateMedia({ colorScheme: "dark" });
        assert.equal((await inspect(view, colorRules)).violations, []);
      });
    });
  }
}

test("a reference leads to what it is of, also to a row of a formula", async ({ browser, server }) => {
  await withPage(browser, { viewport: { width: 1280, height: 300 } }, async (view) => {
    await view.goto(`${server.url}paper/`);
    for (const id of ["eq:second", "fig:q", "tbl:t", "lst:l", "thm:a"]) {
      await view.evaluate(() => scrollTo(0, 0));
      await view.locator(`a[href="#${id}"]`).first().click();
      const top = await view.evaluate(() => document.querySelector(":target")?.getBoundingClientRect().top);
      assert.ok(top !== undefined && top > -1 && top < 300, `${id}: ${top}`);
    }
  });
});

test("the HTML is valid", async ({ site }) => {
  // Ids have colons, as those of footnotes.
  assert.equal(
    await invalidHtml(site, ["paper/", "post/"], { "valid-id": ["error", { relaxed: true }] }),
    [],
  );
});

test.run();
