import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { inspect } from "../support/axe.ts";
import { launchBrowser, withPage } from "../support/browser.ts";
import { type Running, serve } from "../support/server.ts";
import { config, page, Site } from "../support/site.ts";

// Displayed formulas: a tab stop with a name, and nothing cut off when a reader sets the spacing of text.

const formulas = [
  "x",
  "y_{g_{g_g}}",
  "\\sum_{i=1}^n \\frac{1}{i^2} = \\frac{\\pi^2}{6}",
  "\\frac{\\frac{a}{b}}{\\frac{c}{\\frac{d}{e}}}",
  "\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}",
  "\\begin{cases} 1 & x>0 \\\\ 2 & y \\\\ 3 & z \\end{cases}",
  "\\sqrt{\\sqrt{\\sqrt{A^{B^C}}}} + \\hat{\\hat{X}}",
  "\\underbrace{a+b}_{\\text{gap}} \\tag{1}",
  "\\int_0^\\infty e^{-x^2} \\, dx = \\frac{\\sqrt{\\pi}}{2} + \\text{a long text} + \\sum_{k=0}^{\\infty} a_k x^k",
];

const display = (formula: string, start = ""): string =>
  ["$$", formula, "$$"].map((line) => start + line).join("\n");

const body = [
  ...formulas.map((formula) => display(formula)),
  `Text $$${formulas[2]}$$ around it.`,
  `- An item:\n\n${display(formulas[3] ?? "", "  ")}\n\n- Another`,
  display(formulas[2] ?? "", "> "),
  "The end.",
].join("\n\n");

/** @see https://www.w3.org/TR/WCAG22/#text-spacing */
const spacing =
  "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";

const languages = ["ar", "de", "en", "es", "fr", "it", "ja", "pt", "zh"];

const test = suite<{ browser: Browser; site: Site; server: Running }>("displayed formulas, in a browser");

test.before(async (context) => {
  context.browser = await launchBrowser();
  context.site = await new Site({
    "eleventy.config.js": config({ title: "A", theme: "light" }),
    "index.md": page("Home"),
    "post.md": page("Formulas", body, "post"),
    ...Object.fromEntries(
      languages.map((language) => [
        `in-${language}.md`,
        page("A", display("x")).replace("layout", `lang: ${language}\nlayout`),
      ]),
    ),
  }).built();
  context.server = await serve(path.join(context.site.folder, "_site"));
});

test.after(async ({ browser, server, site }) => {
  await browser.close();
  await server.close();
  site.remove();
});

/** Returns the formulas whose content is higher than their box, which cuts it off. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll(".formula")]
      .filter(({ clientHeight, scrollHeight }) => scrollHeight > clientHeight)
      .map(
        ({ clientHeight, scrollHeight, textContent }) => `${textContent}: ${scrollHeight} in ${clientHeight}`,
      ),
  );

for (const width of [320, 1280]) {
  test(`nothing is cut off with WCAG's text spacing at ${width} px`, async ({ browser, server }) => {
    await withPage(browser, { viewport: { width, height: 900 } }, async (page) => {
      await page.goto(`${server.url}post/`);
      assert.equal(await cutOff(page), []);
      await page.addStyleTag({ content: spacing });
      assert.equal(await cutOff(page), []);
      assert.equal((await inspect(page)).violations, []);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
    });
  });

  test(`the space for it takes none of the page at ${width} px`, async ({ browser, server }) => {
    await withPage(browser, { viewport: { width, height: 900 } }, async (page) => {
      await page.goto(`${server.url}post/`);
      const tops = (): Promise<number[]> =>
        page.evaluate(() =>
          [...document.querySelectorAll("p, li, math, footer")].map(
            (each) => each.getBoundingClientRect().top,
          ),
        );
      const before = await tops();
      await page.addStyleTag({ content: ".formula { padding-block: 2px; margin-block-end: 0 }" });
      assert.equal(await tops(), before);
    });
  });
}

test("every tab stop of a formula has a name in the language of its page", async ({ browser, server }) => {
  await withPage(browser, {}, async (page) => {
    const names = new Set<string>();
    for (const language of languages) {
      await page.goto(`${server.url}in-${language}/`);
      const [formula] = await page.locator(".formula").all();
      assert.is(await formula?.getAttribute("role"), "group");
      assert.is(await formula?.getAttribute("tabindex"), "0");
      const name = (await formula?.getAttribute("aria-label")) ?? "";
      assert.ok(name.length > 1, language);
      names.add(name);
    }
    assert.ok(names.has("Formel") && names.has("Formule") && names.has("数式"), [...names].join());
  });
});

test.run();
