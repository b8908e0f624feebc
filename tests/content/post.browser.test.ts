import path from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { launchBrowser, withPage } from "../support/browser.ts";
import { type Running, serve } from "../support/server.ts";
import { config, Site } from "../support/site.ts";

const tour = suite<{ browser: Browser; site: Site; server: Running }>("a post");

tour.before(async (context) => {
  context.browser = await launchBrowser();
  context.site = await Site.copyOf("example-site").built();
  context.server = await serve(path.join(context.site.folder, "_site"));
});

tour.after(async ({ browser, site, server }) => {
  await browser.close();
  await server.close();
  site.remove();
});

/** Whether the letters of the post's spoiler can be seen. */
const isRevealed = (page: Page): Promise<boolean> =>
  page
    .locator(".spoiler")
    .evaluate((spoiler) => !/^(transparent|rgba\(.+, 0\))$/.test(getComputedStyle(spoiler).color));

const isFocused = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);

tour("covers a spoiler until it is reached with the keyboard", ({ browser, server }) =>
  withPage(browser, { viewport: { width: 1280, height: 900 } }, async (page) => {
    await page.goto(`${server.url}a-tour-of-indigo/`);
    assert.is(await isRevealed(page), false);
    let presses = 0;
    while (!(await isFocused(page, ".spoiler"))) {
      assert.ok(presses++ < 100, "the spoiler is reached");
      await page.keyboard.press("Tab");
    }
    assert.is(await isRevealed(page), true);
    await page.keyboard.press("Tab");
    assert.is(await isRevealed(page), false);
  }),
);

tour("covers a spoiler until it is pointed at", ({ browser, server }) =>
  withPage(browser, {}, async (page) => {
    await page.goto(`${server.url}a-tour-of-indigo/`);
    await page.locator(".spoiler").hover();
    assert.is(await isRevealed(page), true);
    await page.locator("h1").hover();
    assert.is(await isRevealed(page), false);
  }),
);

tour("covers a spoiler until it is touched", ({ browser, server }) =>
  withPage(
    browser,
    { viewport: { width: 360, height: 700 }, hasTouch: true, isMobile: true },
    async (page) => {
      await page.goto(`${server.url}a-tour-of-indigo/`);
      assert.is(await isRevealed(page), false);
      await page.locator(".spoiler").tap();
      assert.is(await isRevealed(page), true);
      await page.locator("h1").tap();
      // A browser takes the finger for lifted a moment later.
      await page.waitForFunction(() => !document.querySelector(".spoiler")?.matches(":active"));
      assert.is(await isRevealed(page), false);
    },
  ),
);

tour("gives every link to the keyboard, in order and in sight", ({ browser, server }) =>
  withPage(browser, { viewport: { width: 360, height: 700 } }, async (page) => {
    await page.goto(`${server.url}a-tour-of-indigo/`);
    // Those of notes beside the text are shown on wide screens only.
    const links = await page.locator("a[href]").evaluateAll((all) => {
      const shown = all.filter((link) => link.checkVisibility());
      for (const [index, link] of shown.entries()) link.setAttribute("data-index", `${index}`);
      return shown.length;
    });
    assert.ok(links >= 12, `${links} links`);
    const reached: string[] = [];
    for (;;) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const { top, bottom, width } = element.getBoundingClientRect();
        return {
          index: element.dataset.index,
          isEnd: element === document.body,
          isInSight: width > 0 && bottom > 0 && top < window.innerHeight,
          // A card has the ring of its link around it.
          hasRing: [element, element.closest(".card-grid > li")].some(
            (one) => one && getComputedStyle(one).outlineStyle !== "none",
          ),
        };
      });
      if (stop.isEnd) break;
      if (stop.index === undefined) continue; // a spoiler, or code that scrolls
      assert.ok(stop.isInSight && stop.hasRing, `link ${stop.index} is seen to have the focus`);
      reached.push(stop.index);
      assert.ok(reached.length <= links, "the keyboard comes to the end");
    }
    assert.equal(
      reached,
      Array.from({ length: links }, (_, index) => `${index}`),
    );
  }),
);

for (const colorScheme of ["light", "dark"] as const) {
  tour(`has coloured code without a script, ${colorScheme}`, ({ browser, server }) =>
    withPage(browser, { colorScheme, javaScriptEnabled: false }, async (page) => {
      await page.goto(`${server.url}a-tour-of-indigo/`);
      const { plain, colours } = await page
        .locator("pre > code")
        .first()
        .evaluate((code) => ({
          plain: getComputedStyle(code).color,
          colours: [...code.querySelectorAll("span")].map((token) => getComputedStyle(token).color),
        }));
      const other = new Set(colours.filter((colour) => colour !== plain));
      assert.ok(other.size >= 3, `${[...other].join("; ")} on ${plain}`);
    }),
  );
}

tour.run();

/** A post so long that its end is far below the first screen. */
const post = `---
title: Hello
layout: post
date: 2024-03-05
---
${"A paragraph of some words.\n\n".repeat(200)}`;

/** Builds a site of one post with these options and shows the post; gives what is asked of other hosts, which get nothing. */
async function withPost(
  browser: Browser,
  options: Record<string, unknown>,
  use: (page: Page, asked: string[]) => Promise<void>,
  view: BrowserContextOptions = {},
): Promise<void> {
  const site = new Site({
    "hello.md": post,
    "eleventy.config.js": config({ title: "Edward Hu", url: "https://example.org", ...options }),
  });
  await site.built();
  const server = await serve(path.join(site.folder, "_site"));
  try {
    await withPage(browser, { viewport: { width: 1280, height: 900 }, ...view }, async (page) => {
      const asked: string[] = [];
      const { origin } = new URL(server.url);
      await page.route(
        (url) => url.origin !== origin,
        (route) => {
          asked.push(route.request().url());
          return route.fulfill({ contentType: "text/javascript", body: "" });
        },
      );
      await page.goto(`${server.url}hello/`, { waitUntil: "networkidle" });
      await use(page, asked);
    });
  } finally {
    await server.close();
    site.remove();
  }
}

const services = suite<{ browser: Browser }>("services under a post");

services.before(async (context) => {
  context.browser = await launchBrowser();
});

services.after(({ browser }) => browser.close());

services("none is asked where none is set", ({ browser }) =>
  withPost(browser, {}, async (page, asked) => {
    await page.locator(".footer-main").scrollIntoViewIfNeeded();
    await page.waitForTimeout(200);
    assert.equal(asked, []);
    assert.is(await page.locator('script:not([type="application/ld+json"])').count(), 0);
    assert.is(await page.locator(".comments").count(), 0);
  }),
);

const disqus = { comments: { disqus: { shortname: "edwardhu" } } };

services("comments come when a reader asks for them, once", ({ browser }) =>
  withPost(browser, disqus, async (page, asked) => {
    assert.equal(asked, []);
    // Not by pointing, for which the browser would scroll there first.
    await Promise.all([
      page.waitForRequest("https://edwardhu.disqus.com/**"),
      page.locator(".comments a").evaluate((link) => (link as HTMLElement).click()),
    ]);
    await page.waitForTimeout(200);
    assert.equal(asked, ["https://edwardhu.disqus.com/embed.js"]);
    assert.match(page.url(), /\/hello\/$/, "the reader stays on the page");
    await page.locator(".footer-main").scrollIntoViewIfNeeded();
    await page.waitForTimeout(200);
    assert.is(asked.length, 1);
    const told = await page.evaluate(() => {
      const settings: { page: Record<string, string> } = { page: {} };
      // @ts-expect-error what the service's script calls
      window.disqus_config.call(settings);
      return settings.page;
    });
    assert.equal(told, { url: "https://example.org/hello/", identifier: "/hello" });
    assert.is(await page.locator("#disqus_thread").count(), 1);
  }),
);

services("comments come when a reader has scrolled to them, once", ({ browser }) =>
  withPost(browser, disqus, async (page, asked) => {
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(200);
    assert.equal(asked, [], "not on the way");
    await Promise.all([
      page.waitForRequest("https://edwardhu.disqus.com/**"),
      page.locator(".comments").scrollIntoViewIfNeeded(),
    ]);
    await page.waitForTimeout(200);
    assert.equal(asked, ["https://edwardhu.disqus.com/embed.js"]);
  }),
);

services("comments are a link where scripts are off", ({ browser }) =>
  withPost(
    browser,
    disqus,
    async (page, asked) => {
      await page.locator(".footer-main").scrollIntoViewIfNeeded();
      assert.equal(asked, []);
      assert.is(await page.locator(".comments a").getAttribute("href"), "https://edwardhu.disqus.com/");
    },
    { javaScriptEnabled: false },
  ),
);

const giscus = {
  comments: { giscus: { repo: "edwardhu/site", repoId: "R_kg", category: "Comments", categoryId: "DIC_kw" } },
};

for (const [name, options, script, href] of [
  ["Disqus", disqus, "https://edwardhu.disqus.com/embed.js", "https://edwardhu.disqus.com/"],
  ["giscus", giscus, "https://giscus.app/client.js", "https://github.com/edwardhu/site/discussions"],
] as const) {
  services(`the link to the comments stays if the script of ${name} is blocked`, ({ browser }) =>
    withPost(browser, options, async (page) => {
      const link = page.locator(".comments a");
      for (const reason of ["blockedbyclient", "internetdisconnected"]) {
        await page.reload();
        await page.route(script, (route) => route.abort(reason));
        await Promise.all([
          page.waitForEvent("requestfailed", (request) => request.url() === script),
          link.scrollIntoViewIfNeeded(),
        ]);
        await page.waitForTimeout(100);
        assert.is(await link.getAttribute("href"), href);
        assert.ok(await link.isVisible());
      }
      // A click now leads to the comments elsewhere.
      const isFollowed = await link.evaluate((element) =>
        element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey: true })),
      );
      assert.ok(isFollowed);
    }),
  );

  services(`the link to the comments stays until the script of ${name} has loaded`, ({ browser }) =>
    withPost(browser, options, async (page) => {
      const link = page.locator(".comments a");
      let answer = (): void => {};
      const isReady = new Promise<void>((resolve) => (answer = resolve));
      const body =
        'document.querySelector("#disqus_thread, #giscus_thread").append(Object.assign(document.createElement("b"), { textContent: "comments" }));';
      await page.route(script, async (route) => {
        await isReady;
        await route.fulfill({ contentType: "text/javascript", body });
      });
      await Promise.all([page.waitForRequest(script), link.scrollIntoViewIfNeeded()]);
      await page.waitForTimeout(100);
      assert.ok(await link.isVisible());
      answer();
      await link.waitFor({ state: "detached" });
      // What the script has added stays.
      assert.is(await page.locator(".comments b").textContent(), "comments");
    }),
  );
}

services("giscus has its settings on its script", ({ browser }) =>
  withPost(
    browser,
    {
      comments: {
        giscus: { repo: "edwardhu/site", repoId: "R_kg", category: "Comments", categoryId: "DIC_kw" },
      },
    },
    async (page, asked) => {
      assert.equal(asked, []);
      await Promise.all([
        page.waitForRequest("https://giscus.app/**"),
        page.locator(".comments").scrollIntoViewIfNeeded(),
      ]);
      await page.waitForTimeout(200);
      assert.equal(asked, ["https://giscus.app/client.js"]);
      const settings = await page
        .locator('script[src^="https://giscus.app"]')
        .evaluate((script) => ({ ...(script as HTMLElement).dataset }));
      assert.equal(settings, {
        repo: "edwardhu/site",
        repoId: "R_kg",
        category: "Comments",
        categoryId: "DIC_kw",
        mapping: "pathname",
        theme: "preferred_color_scheme",
        lang: "en",
      });
    },
  ),
);

services("visits are counted by the services that are set, each with one script", ({ browser }) =>
  withPost(
    browser,
    { analytics: { google: "G-ABC123", plausible: "example.org", goatcounter: "edwardhu" } },
    async (page, asked) => {
      assert.equal(asked.sort(), [
        "https://gc.zgo.at/count.js",
        "https://plausible.io/js/script.js",
        "https://www.googletagmanager.com/gtag/js?id=G-ABC123",
      ]);
      assert.is(await page.locator('script[data-domain="example.org"]').count(), 1);
      assert.is(
        await page.locator('script[data-goatcounter="https://edwardhu.goatcounter.com/count"]').count(),
        1,
      );
      const layer = await page.evaluate(() => {
        const { dataLayer } = window as unknown as { dataLayer: ArrayLike<unknown>[] };
        return dataLayer.map((entry) => entry[0]);
      });
      assert.equal(layer, ["js", "config"]);
    },
  ),
);

services("visits are counted by no other service than the one that is set", ({ browser }) =>
  withPost(browser, { analytics: { goatcounter: "edwardhu" } }, async (_page, asked) => {
    assert.equal(asked, ["https://gc.zgo.at/count.js"]);
  }),
);

services.run();
