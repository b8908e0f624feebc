import { readdirSync } from "node:fs";
import path from "node:path";
import type { Browser } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { launchBrowser, withPage } from "../support/browser.ts";
import { everyKind } from "../support/notebook.ts";
import { groupKinds, writingKinds } from "../support/page-kinds.ts";
import { serve } from "../support/server.ts";
import { config, page, Site } from "../support/site.ts";
import { bare, everything, researchGroup, sample } from "../support/whole-sites.ts";

const test = suite<{ browser: Browser }>("a strict Content-Security-Policy");

const policy = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'";

/** A site that must work under it. */
interface Case {
  name: string;
  make(): Site;
  /** The address that the site calls its own. */
  origin?: string;
  prefix?: string;
  /** What its options need besides. */
  allowed?: string;
}

/** Whoever adds to pages adds a site here that has it. */
const cases: Case[] = [
  {
    name: "example-site",
    make: () => Site.copyOf("example-site"),
    origin: "https://example.org",
  },
  {
    name: "an Indigo site of Jekyll's",
    make: () => Site.copyOf("tests/fixtures/indigo-site"),
    origin: "http://localhost:4100",
  },
  {
    name: "a site without any picture",
    make: () =>
      new Site({
        "eleventy.config.js": config({ title: "Hu" }),
        "about.md": page("About", "| a | b |\n| :-: | --: |\n| 1 | 2 |"),
      }),
  },
  { name: "a research group's site", make: researchGroup, prefix: "/lab/", allowed: "script-src 'self'" },
  {
    name: "a site with notebooks",
    make: () =>
      new Site({
        "eleventy.config.js": config({ title: "Hu", notebooks: true }),
        "posts/every.ipynb": everyKind,
        "images/plot.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>',
      }),
  },
  { name: "a group's site with connections", make: groupKinds.make, origin: groupKinds.origin },
  {
    name: "a site with everything that authors write",
    make: writingKinds.make,
    origin: writingKinds.origin,
    allowed: "media-src 'self'",
  },
  { name: "a site with every section and option", make: everything, allowed: "script-src 'self'" },
  { name: "a site with no option but its title", make: bare },
];

/** What the browser says that it blocked, in short: `img-src data`; any other error as it is. */
function inShort(text: string): string {
  if (!text.includes("Content Security Policy")) return text;
  const directive = /directive:? ["']?([\w-]+)/.exec(text)?.[1] ?? "";
  const subject = text.slice(0, text.indexOf("Content Security Policy"));
  const what = /data:/.test(subject)
    ? "data"
    : /inline/i.test(subject)
      ? "inline"
      : (/https?:[^'" ]+/.exec(subject)?.[0] ?? text);
  return `${directive} ${what}`;
}

/** Opens every page of a site, and tells what the browser blocks and which other errors it has. */
async function blockedIn(
  browser: Browser,
  { pages, url }: { pages: string[]; url: string },
  javaScriptEnabled: boolean,
): Promise<string[]> {
  const found = new Set<string>();
  await withPage(browser, { javaScriptEnabled }, async (tab) => {
    // The browser says it in its console also where scripts are off, and no page could listen.
    tab.on("console", (message) => {
      if (message.type() === "error") found.add(inShort(message.text()));
    });
    if (javaScriptEnabled) {
      await tab.exposeFunction("tell", (text: string) => found.add(text));
      await tab.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
          // @ts-expect-error it is exposed above
          window.tell(`${effectiveDirective.replace(/-(attr|elem)$/, "")} ${blockedURI}`),
        );
      });
    }
    for (const address of pages) {
      await tab.goto(url + address);
      // A browser asks for the icon after everything else.
      await tab.waitForTimeout(50);
    }
  });
  return [...found].sort();
}

test.before(async (context) => {
  context.browser = await launchBrowser();
});

test.after(({ browser }) => browser.close());

for (const { name, make, origin, prefix = "/", allowed } of cases) {
  test(`${name}: nothing is blocked, with scripts on and off`, async ({ browser }) => {
    const site = make();
    const server = await serve(path.join(site.folder, "_site"), prefix, {
      headers: { "content-security-policy": [policy, allowed].filter(Boolean).join("; ") },
    });
    try {
      // Pictures that a page addresses in full are at the site's own host, which is this one.
      if (origin) {
        for (const file of readdirSync(site.folder, { recursive: true, encoding: "utf8" })) {
          if (!/\.(md|yml|js)$/.test(file)) continue;
          site.write({ [file]: site.source(file).replaceAll(origin, server.url.replace(/\/$/, "")) });
        }
      }
      await site.built();
      // Data for search engines is no script to a browser: were it blocked, it would be found below.
      if (origin) assert.match(site.read("index.html"), '<script type="application/ld+json">');
      const pages = sample(site.pages());
      for (const javaScriptEnabled of [true, false]) {
        const found = await blockedIn(browser, { pages, url: server.url }, javaScriptEnabled);
        assert.equal(found, [], `scripts ${javaScriptEnabled ? "on" : "off"}`);
      }
    } finally {
      await server.close();
      site.remove();
    }
  });
}

test("a page with all sections works under it with scripts off; the switch needs one", async ({
  browser,
}) => {
  const site = await everything().built();
  const server = await serve(path.join(site.folder, "_site"), "/", {
    headers: { "content-security-policy": `${policy}; script-src 'self'` },
  });
  try {
    for (const javaScriptEnabled of [true, false]) {
      await withPage(browser, { javaScriptEnabled, colorScheme: "light" }, async (tab) => {
        await tab.goto(`${server.url}about/`);
        for (const [entries, count] of [
          [".publications > .publication", 8],
          [".publication-chart rect", 5],
          [".section-entries.news > li", 2],
          [".section-entries.people > li", 2],
          [".section-entries.teaching > li", 2],
          [".section-entries.talks > li", 1],
          [".section-entries.projects > li", 2],
          [".cv-entry", 2],
        ] as const) {
          const found = tab.locator(entries);
          assert.is(await found.count(), count, entries);
          for (const entry of await found.all()) assert.ok(await entry.isVisible(), entries);
        }
        await tab.goto(`${server.url}publications/`);
        await tab.locator("details.bibtex > summary").first().click();
        assert.ok(await tab.locator("details.bibtex pre").first().isVisible());
        await tab.goto(`${server.url}talks/`);
        await tab.locator("summary").first().click();
        assert.ok(await tab.getByText("It is proof.").isVisible());
        await tab.goto(`${server.url}search/`);
        assert.is(await tab.locator("noscript p").isVisible(), !javaScriptEnabled);

        const background = (): Promise<string> =>
          tab.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
        const button = tab.locator(".theme-switch");
        assert.is(await button.isVisible(), javaScriptEnabled);
        assert.is(await background(), "rgb(255, 255, 255)");
        if (!javaScriptEnabled) return;
        await button.click();
        assert.is(await background(), "rgb(0, 0, 0)");
        await tab.goto(server.url);
        assert.is(await background(), "rgb(0, 0, 0)", "it is remembered");
      });
    }
  } finally {
    await server.close();
    site.remove();
  }
});

test.run();
