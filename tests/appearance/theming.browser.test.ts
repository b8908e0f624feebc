import path from "node:path";
import { HtmlValidate } from "html-validate";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { inspect } from "../support/axe.ts";
import { launchBrowser, views, withPage } from "../support/browser.ts";
import { type Running, serve } from "../support/server.ts";
import { config, page as markdown, Site } from "../support/site.ts";

const post =
  '---\nlayout: post\ntags: [posts, rank]\ntitle: One\ndate: 2024-03-05\nstar: true\n---\n<span class="evidence">Marked</span> and [a `link`](https://example.org/).\n\n```js\nlet a = "b";\n```\n';
const files = {
  "about.md": markdown("About", "Words."),
  "posts/one.md": post,
  "posts/two.md": post.replace("One", "Two"),
};

/** Sites of the same pages by the options that they have. */
const sites = {
  plain: { title: "Hu" },
  auto: { title: "Hu", themeSwitch: true },
  dark: { title: "Hu", themeSwitch: true, theme: "dark" },
  fonts: { title: "Hu", fonts: [{ family: "Inter", src: "assets/inter.woff2" }] },
};

interface Context {
  browser: Browser;
  site: Record<string, Site>;
  server: Record<string, Running>;
}

const test = suite<Context>("theming in a browser");

test.before(async (context) => {
  context.browser = await launchBrowser();
  context.site = {};
  context.server = {};
  for (const [name, options] of Object.entries(sites)) {
    const site = new Site({ ...files, "assets/inter.woff2": "font", "eleventy.config.js": config(options) });
    await (name === "fonts" ? site.built("--pathprefix=/sub/") : site.built());
    context.site[name] = site;
    context.server[name] = await serve(path.join(site.folder, "_site"), name === "fonts" ? "/sub/" : "/");
  }
});

test.after(async ({ browser, site, server }) => {
  await browser.close();
  for (const running of Object.values(server)) await running.close();
  for (const made of Object.values(site)) made.remove();
});

/** Opens a page of a site. */
const open = (
  { browser, server }: Context,
  name: keyof typeof sites,
  address: string,
  view: BrowserContextOptions,
  use: (page: Page, url: string) => Promise<void>,
): Promise<void> =>
  withPage(browser, view, async (page) => {
    // What the page is when its body comes, before anything is painted.
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.body) return;
        document.documentElement.setAttribute("seen", document.documentElement.dataset.theme ?? "none");
        observer.disconnect();
      }).observe(document, { childList: true, subtree: true });
    });
    const url = (server[name]?.url ?? "") + address;
    await page.goto(url);
    await use(page, url);
  });

const button = (page: Page) => page.getByRole("button", { name: "Dark colours" });

/** What a reader sees: background, what the button says, what browsers colour their bars with. */
const state = (page: Page) =>
  page.evaluate(() => ({
    background: getComputedStyle(document.body).backgroundColor,
    code: getComputedStyle(document.documentElement).getPropertyValue("--indigo-syntax-string"),
    scheme: getComputedStyle(document.documentElement).colorScheme,
    pressed: document.querySelector(".theme-switch")?.getAttribute("aria-pressed"),
    bar: [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')]
      .filter(({ media }) => matchMedia(media).matches)
      .map(({ content }) => content)
      .join(),
    kept: localStorage.getItem("indigo-theme"),
    seen: document.documentElement.getAttribute("seen"),
  }));

const light = { background: "rgb(255, 255, 255)", code: "#d14", pressed: "false", bar: "#fff" };
const dark = { background: "rgb(0, 0, 0)", code: "#e6db74", pressed: "true", bar: "#000" };

test("the switch follows the system until it is used, and is remembered without a flash", (context) =>
  open(context, "auto", "posts/one/", { colorScheme: "light" }, async (page, url) => {
    assert.equal(await state(page), { ...light, scheme: "light dark", kept: null, seen: "none" });
    await page.emulateMedia({ colorScheme: "dark" });
    await page.locator('.theme-switch[aria-pressed="true"]').waitFor();
    assert.equal(await state(page), { ...dark, scheme: "dark", kept: null, seen: "none" });
    await page.emulateMedia({ colorScheme: "light" });
    await page.locator('.theme-switch[aria-pressed="false"]').waitFor();
    await button(page).click();
    assert.equal(await state(page), { ...dark, scheme: "dark", kept: "dark", seen: "none" });
    await page.goto(url);
    assert.equal(await state(page), { ...dark, scheme: "dark", kept: "dark", seen: "dark" });
    await page.emulateMedia({ media: "print" });
    assert.is((await state(page)).background, light.background, "paper is light");
    await page.emulateMedia({ media: "screen" });
    await button(page).click();
    assert.equal(await state(page), { ...light, scheme: "light dark", kept: null, seen: "dark" });
  }));

test("of a theme that is dark from the start readers can have it light", (context) =>
  open(context, "dark", "posts/one/", { colorScheme: "light" }, async (page, url) => {
    assert.equal(await state(page), { ...dark, scheme: "dark", kept: null, seen: "none" });
    await button(page).press("Space");
    await page.goto(url);
    assert.equal(await state(page), { ...light, scheme: "light", kept: "light", seen: "light" });
    await button(page).press("Enter");
    assert.equal(await state(page), { ...dark, scheme: "dark", kept: null, seen: "light" });
  }));

test("two windows of the same site agree", (context) =>
  open(context, "auto", "about/", { colorScheme: "light" }, async (page, url) => {
    const other = await page.context().newPage();
    await other.goto(url);
    await button(page).click();
    await other.waitForFunction(() => document.documentElement.dataset.theme === "dark");
  }));

test("it works where nothing may be stored", ({ browser, server }) =>
  withPage(browser, { colorScheme: "light" }, async (page) => {
    const errors: Error[] = [];
    page.on("pageerror", (error) => errors.push(error));
    await page.addInitScript(() =>
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new DOMException("forbidden", "SecurityError");
        },
      }),
    );
    await page.goto(`${server.auto?.url}about/`);
    await button(page).click();
    assert.is(await page.locator("html").getAttribute("data-theme"), "dark");
    assert.equal(errors, []);
  }));

test("without script there is no button", (context) =>
  open(context, "auto", "about/", { javaScriptEnabled: false }, async (page) => {
    assert.is(await page.locator(".theme-switch").count(), 1);
    assert.is(await page.locator(".theme-switch").isVisible(), false);
  }));

const policy = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'";

for (const name of Object.keys(sites) as (keyof typeof sites)[]) {
  test(`${name}: a strict content security policy blocks nothing, and no file is missed`, ({
    browser,
    server,
  }) =>
    withPage(browser, {}, async (page) => {
      const found: string[] = [];
      const asked: string[] = [];
      page.on("console", (message) => {
        if (/Content.Security.Policy/i.test(message.text())) found.push(message.text());
      });
      page.on("response", (response) => {
        asked.push(new URL(response.url()).pathname);
        if (response.status() >= 400) found.push(`${response.status()} ${response.url()}`);
      });
      await page.route("**/*", async (route) => {
        const response = await route.fetch();
        await route.fulfill({
          response,
          headers: { ...response.headers(), "content-security-policy": policy },
        });
      });
      await page.goto(`${server[name]?.url}posts/one/`);
      await page.evaluate(() => document.fonts.ready);
      assert.equal(found, []);
      assert.is(
        asked.filter((address) => address.endsWith(".js")).length,
        "themeSwitch" in sites[name] ? 1 : 0,
      );
      if (name === "fonts") assert.ok(asked.includes("/sub/assets/inter.woff2"));
    }));
}

test("pages with the switch are valid", async ({ site }) => {
  const validator = new HtmlValidate({ extends: ["html-validate:recommended"] });
  for (const address of site.auto?.pages() ?? []) {
    const html = site.auto?.read(address.endsWith("html") ? address : `${address}index.html`) ?? "";
    const { results } = await validator.validateString(html);
    assert.equal(
      results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message }) => `/${address} ${ruleId}: ${message}`),
      ),
      [],
    );
  }
});

for (const view of views) {
  test(`axe-core finds nothing and nothing is cut off with the switch, ${view.viewport.width} px, ${view.colorScheme}`, async (context) => {
    for (const address of ["", "about/", "posts/one/"]) {
      await open(context, "auto", address, view, async (page) => {
        assert.equal((await inspect(page)).violations, [], address);
        assert.is(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), 0);
      });
    }
  });
}

/** Where an element is, from the left of the window to its right. */
const box = (page: Page, selector: string): Promise<{ left: number; right: number }> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { left, right } = element.getBoundingClientRect();
      return { left, right };
    });

for (const width of [360, 1280]) {
  test(`from right to left everything is at the other side, ${width} px`, ({ browser, server }) =>
    withPage(browser, { viewport: { width, height: 900 } }, async (page) => {
      const mirrored = [
        "nav",
        ".skip-link",
        ".page > .list aside",
        ".page > .list .title",
        ".blog-navigation > a",
        "pre code",
      ];
      for (const address of ["blog/", "posts/one/", "about/"]) {
        await page.goto((server.plain?.url ?? "") + address);
        const there: string[] = [];
        for (const selector of mirrored) if ((await page.locator(selector).count()) > 0) there.push(selector);
        const before = new Map<string, { left: number; right: number }>();
        for (const selector of there) before.set(selector, await box(page, selector));
        await page.evaluate(() => document.documentElement.setAttribute("dir", "rtl"));
        for (const selector of there) {
          const [was, is] = [before.get(selector), await box(page, selector)];
          if (!was) continue;
          if (selector === "pre code") assert.ok(Math.abs(is.left - was.left) < 1, "code stays as it is");
          else
            assert.ok(
              Math.abs(is.left - (width - was.right)) <= 1.5,
              `${selector} of ${address}: ${JSON.stringify([was, is])}`,
            );
        }
        assert.is(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), 0);
      }
    }));
}

const styleOf = (page: Page, selector: string, property: string): Promise<string> =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

test("what backgrounds say is still said where the system chooses the colours", (context) =>
  open(context, "plain", "posts/one/", { forcedColors: "active" }, async (page) => {
    const page_ = await styleOf(page, "body", "background-color");
    assert.is.not(await styleOf(page, ".evidence", "background-color"), page_);
    assert.is(await styleOf(page, ".post-tags > .item", "outline-style"), "solid");
  }));

test("nothing moves for readers who asked for less motion", (context) =>
  open(context, "plain", "blog/", { reducedMotion: "reduce" }, async (page) => {
    assert.is(await styleOf(page, ".list .title", "transition-duration"), "0s");
    await page.emulateMedia({ reducedMotion: "no-preference" });
    assert.is(await styleOf(page, ".list .title", "transition-duration"), "0.2s");
  }));

test("paper is light, and says where a post's links lead", (context) =>
  open(context, "plain", "posts/one/", { colorScheme: "dark" }, async (page) => {
    assert.is(await styleOf(page, "body", "background-color"), dark.background);
    await page.emulateMedia({ media: "print" });
    assert.is(await styleOf(page, "body", "background-color"), light.background);
    assert.match(
      await page
        .locator(".post p a")
        .first()
        .evaluate((link) => getComputedStyle(link, "::after").content),
      /^" \(/,
    );
    assert.is(await page.locator("nav").first().isVisible(), false);
  }));

test.run();
