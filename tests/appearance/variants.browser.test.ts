import type { Locator } from "playwright-core";
import * as assert from "uvu/assert";
import { contrast } from "../../plugin/appearance/contrast/contrast.ts";
import { withPage } from "../support/browser.ts";
import { variantKinds } from "../support/page-kinds.ts";
import { siteSuite } from "../support/site-suite.ts";

const test = siteSuite("pages with options of the look", () => variantKinds.make().builtInProcess());

const phone = { width: 360, height: 800 };

/** A color as CSS writes it in hexadecimal digits. */
const hex = (color: string): string =>
  `#${(color.match(/\d+/g) ?? []).map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`;

const styleOf = (element: Locator, property: string): Promise<string> =>
  element.evaluate((one, name) => getComputedStyle(one).getPropertyValue(name), property);

test("no page is wider than a phone, with all that it can open", ({ browser, server }) =>
  withPage(browser, { viewport: phone }, async (page) => {
    const wide: string[] = [];
    for (const url of Object.values(variantKinds.pages)) {
      await page.goto(server.url + url);
      await page.locator("main details").evaluateAll((all) => {
        for (const details of all) (details as HTMLDetailsElement).open = true;
      });
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (excess > 0) wide.push(`/${url}: ${excess} px`);
    }
    assert.equal(wide, []);
  }));

for (const [colorScheme, background] of [
  ["light", "#fff"],
  ["dark", "#000"],
] as const)
  test(`links of authors and institutions are seen to be links, ${colorScheme}`, ({ browser, server }) =>
    withPage(browser, { viewport: phone, colorScheme }, async (page) => {
      await page.goto(`${server.url}posts/three/`);
      const links = await page.locator(".byline a:not(.orcid)").all();
      assert.ok(links.length >= 3);
      for (const link of links) {
        assert.is(await styleOf(link, "text-decoration-line"), "underline");
        assert.ok(contrast(hex(await styleOf(link, "text-decoration-color")), background) >= 3);
      }
    }));

test("publications of a CV have the line spacing of its other entries", ({ browser, server }) =>
  withPage(browser, {}, async (page) => {
    await page.goto(`${server.url}cv/`);
    const spacing = await styleOf(page.locator(".cv-entry > .subtitle").first(), "line-height");
    assert.is(await styleOf(page.locator(".cv-works .authors").first(), "line-height"), spacing);
    await page.emulateMedia({ media: "print" });
    const ratio = await page
      .locator(".cv-works .authors")
      .first()
      .evaluate((one) => {
        const { lineHeight, fontSize } = getComputedStyle(one);
        return Number.parseFloat(lineHeight) / Number.parseFloat(fontSize);
      });
    assert.ok(ratio < 1.46, "on paper too");
  }));

test.run();
