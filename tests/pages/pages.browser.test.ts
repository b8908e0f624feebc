import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { colorRules, inspect } from "../support/axe.ts";
import { answer, launchBrowser, withPage } from "../support/browser.ts";
import { type Running, serve } from "../support/server.ts";
import { Site } from "../support/site.ts";
import { invalidHtml } from "../support/valid-html.ts";
import { bare, everything, researchGroup, sample } from "../support/whole-sites.ts";

/** A site whose every page is looked at. */
interface Looked {
  make(): Site;
  /** The address that it names as its own. */
  origin: string;
  /** How many pages it has, and some that must be among them. */
  pages: number;
  has: string[];
  /** Whether of pages that are all alike the browser is shown only the first. */
  isSampled?: true;
  prefix?: string;
  /** The scripts that its options need, by their names in the output. */
  scripts?: string[];
  /** What is wrong in the very HTML that its author wrote, which the theme does not touch. */
  written?: string[];
}

const indigos = ["", "about/", "blog/", "projects/", "tags/", "404.html", "low-rank-updates/"];
const allSections = [
  ...["", "about/", "blog/", "blog/2/", "projects/", "tags/", "404.html", "news/", "talks/", "teaching/"],
  ...["people/", "cv/", "search/", "publications/", "join/"],
];

const sites: Record<string, Looked> = {
  "example-site": {
    make: () => Site.copyOf("example-site"),
    origin: "https://example.org",
    pages: 21,
    has: indigos,
  },
  "an Indigo site of Jekyll's": {
    make: () => Site.copyOf("tests/fixtures/indigo-site"),
    origin: "http://localhost:4100",
    pages: 12,
    has: indigos,
    // Text and links stand right in a list, without an item.
    written: ["/about/ list:", "/about/ element-permitted-content:"],
  },
  "a research group's site, from right to left": {
    make: researchGroup,
    origin: "https://university.example.org",
    pages: 37,
    has: [
      ...allSections,
      "people/layla/",
      "publications/small/",
      "posts/entropy/",
      "en/",
      "en/about/",
      "en/cv/",
    ],
    isSampled: true,
    prefix: "/lab/",
    scripts: ["indigo-search", "indigo-theme"],
  },
  "a site with every section and option": {
    make: everything,
    origin: "https://example.org",
    pages: 34,
    has: [...allSections, "people/ada/", "publications/lora/", "writing/"],
    isSampled: true,
    scripts: ["indigo-search", "indigo-theme", "indigo-copy"],
  },
  "a site with no option but its title": {
    make: bare,
    origin: "https://example.org",
    pages: 10,
    has: [
      "",
      "about/",
      "blog/",
      "projects/",
      "publications/",
      "publications/notes/",
      "tags/",
      "404.html",
      "first/",
    ],
  },
};

interface Context {
  browser: Browser;
  site: Site;
  server: Running;
}

for (const [
  name,
  { make, origin, pages, has, isSampled, prefix, scripts = [], written = [] },
] of Object.entries(sites)) {
  const test = suite<Context>(`${name} in a browser`);

  test.before(async (context) => {
    context.browser = await launchBrowser();
    context.site = await make().built();
    context.server = await serve(path.join(context.site.folder, "_site"), prefix);
  });

  test.after(async ({ browser, site, server }) => {
    await browser.close();
    await server.close();
    site.remove();
  });

  const shown = (site: Site): string[] => (isSampled ? sample(site.pages()) : site.pages());

  /** Shows one page of the site after another. */
  const visit = (
    { browser, site, server }: Context,
    view: Parameters<typeof withPage>[1],
    use: (page: Page, address: string) => Promise<void>,
  ): Promise<void> =>
    withPage(browser, view, async (page) => {
      await answer(page, origin, path.join(site.folder, "_site"));
      for (const address of shown(site)) {
        await page.goto(server.url + address);
        await use(page, address);
      }
    });

  const isWritten = (finding: string): boolean => written.some((what) => finding.startsWith(what));

  test(`has its ${pages} pages`, ({ site }) => {
    assert.is(site.pages().length, pages);
    for (const address of has) {
      assert.ok(site.pages().includes(address), address);
    }
  });

  test("html-validate finds nothing on any page", async ({ site }) => {
    const found = await invalidHtml(site, site.pages(), {
      // Footnotes have ids such as `fn:1`, as Jekyll's have.
      "valid-id": ["error", { relaxed: true }],
      // Under a path prefix Eleventy writes pages anew, and attributes as `hidden=""`.
      ...(prefix && { "attribute-empty-style": "off", "attribute-boolean-style": "off" }),
    });
    assert.equal(
      found.filter((finding) => !isWritten(finding)),
      [],
    );
  });

  for (const width of [360, 1280]) {
    test(`axe-core finds nothing and nothing is cut off, ${width} px, light and dark`, async (context) => {
      const found: string[] = [];
      const view = { viewport: { width, height: 900 }, colorScheme: "light" as const };
      await visit(context, view, async (page, address) => {
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (overflow !== 0) found.push(`/${address} is ${overflow} px too wide`);
        const light = await inspect(page);
        await page.emulateMedia({ colorScheme: "dark" });
        const dark = await inspect(page, colorRules);
        await page.emulateMedia({ colorScheme: "light" });
        for (const [scheme, { violations, checksContrast }] of Object.entries({ light, dark })) {
          found.push(...violations.map((violation) => `/${address} ${violation} (${scheme})`));
          if (!checksContrast) found.push(`/${address} contrast was not checked (${scheme})`);
        }
      });
      assert.equal(
        found.filter((finding) => !isWritten(finding)),
        [],
      );
    });
  }

  test("no page runs a script that no option needs, asks another host or misses a file", async (context) => {
    const found: string[] = [];
    let asked: string[] = [];
    await withPage(context.browser, {}, async (page) => {
      await answer(page, origin, path.join(context.site.folder, "_site"));
      page.on("request", (request) => asked.push(request.url()));
      page.on("response", (response) => {
        if (response.status() >= 400) found.push(`${response.status()} ${response.url()}`);
      });
      for (const address of shown(context.site)) {
        asked = [];
        await page.goto(context.server.url + address);
        assert.ok(asked.length >= 2, "the page and its style sheet");
        for (const url of asked) {
          if (!url.startsWith(context.server.url) && !url.startsWith(`${origin}/`)) {
            found.push(`/${address} asks for ${url}`);
          }
        }
        const run = await page.evaluate(() =>
          [
            ...document.querySelectorAll<HTMLElement & { src?: string }>(
              'script:not([type="application/ld+json"]), [onclick], [onload], [onerror]',
            ),
          ].map(({ src, outerHTML }) => src?.replace(/^.*\/|-[\da-f]{10}.*$/g, "") || outerHTML),
        );
        for (const script of run) if (!scripts.includes(script)) found.push(`/${address} runs ${script}`);
        const broken = await page.evaluate(() =>
          Promise.all(
            [...document.images].map(async (image) => {
              image.loading = "eager"; // else one below the first screen is not there yet
              await image.decode().catch(() => {});
              return image.naturalWidth === 0 ? [image.src] : [];
            }),
          ),
        );
        found.push(...broken.flat().map((src) => `/${address} shows no ${src}`));
      }
    });
    assert.equal(found, []);
  });

  if (name === "example-site") {
    test("HTML and CSS of About are at most 6 kB gzipped", ({ site }) => {
      const html = site.read("about/index.html");
      const css = [...html.matchAll(/<link rel="stylesheet" href="\/([^"]*)"/g)].map(
        ([, file]) => file ?? "",
      );
      assert.is(css.length, 1);
      const total = [html, ...css.map((file) => site.read(file))].reduce(
        (sum, text) => sum + gzipSync(text).length,
        0,
      );
      assert.ok(total <= 6000, `${total} bytes`);
    });

    test("the skip link is the first stop of the keyboard and leads to the content", async ({
      browser,
      server,
    }) => {
      await withPage(browser, { viewport: { width: 360, height: 700 } }, async (page) => {
        await page.goto(`${server.url}about/`);
        await page.keyboard.press("Tab");
        const link = page.locator(":focus");
        assert.is(await link.innerText(), "Skip to content");
        assert.ok(((await link.boundingBox())?.y ?? -1) >= 0, "it is in sight");
        await page.keyboard.press("Enter");
        await page.keyboard.press("Tab");
        assert.is(await page.locator(":focus").innerText(), "Yoshua Bengio");
      });
    });
  }

  test.run();
}
