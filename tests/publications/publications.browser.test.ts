import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { inspect } from "../support/axe.ts";
import { answer, launchBrowser, views, withPage } from "../support/browser.ts";
import { type Running, serve } from "../support/server.ts";
import { config, page as markdown, Site } from "../support/site.ts";
import { invalidHtml } from "../support/valid-html.ts";

const origin = "https://example.org";
const settings = config({
  title: "Edward J. Hu",
  author: { name: "Edward J. Hu" },
  url: origin,
  picture: "lora.svg",
});

const picture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="480" height="360" viewBox="0 0 4 3"><path d="M0 0h4v3H0z"/></svg>';

const authors = (count: number): string =>
  Array.from({ length: count }, (_, at) => `Author${at}, Given`).join(" and ");

const bib = `
@inproceedings{lora, author = {Hu*, Edward J. and Shen, Yelong}, title = {{LoRA}: Low-Rank Adaptation}, booktitle = {International Conference on Learning Representations},
  year = 2022, pages = {1--13}, doi = {10.48550/arXiv.2106.09685}, abstract = {Large models are costly to adapt.}, keywords = {language models, adaptation},
  pdf = {lora.pdf}, code = {https://example.com/lora}, award = {Best paper}, abbr = {ICLR}, preview = {lora.svg}}
@inproceedings{mup, author = {Yang, Greg and Hu, Edward J.}, title = {Tuning with $\\mu$P in $O(n^2)$ and $\\frac{a}{b}$}, booktitle = {NeurIPS}, year = 2021, abbr = {NeurIPS},
  abstract = {Tuning is costly.}, keywords = {scaling}}
@article{feature, author = {Yang, Greg and Hu, Edward J.}, title = {Feature \\emph{Learning}}, journal = {Journal of Tests}, year = 2021, volume = 1, keywords = {language models}}
@article{collaboration, author = {${authors(40)} and Hu, Edward J. and others}, title = {A Large Collaboration}, journal = {Journal of Tests}, year = 2022, keywords = {scaling}}
@phdthesis{thesis, author = {Hu, Edward J.}, title = {On Learning}, school = {Universit{\\'e} de Montr{\\'e}al}, year = 2024, keywords = {language models}}
@book{book, author = {Hu, Edward J.}, title = {A Book on ${"Verylongwordwithoutanyplacetobreak".repeat(3)}}, publisher = {Tests Press}, year = 2020}
@incollection{chapter, author = {Hu, Edward J.}, title = {A Chapter}, booktitle = {A Handbook with a very long name of which nobody remembers more than the first few words}, publisher = {P}, year = 2020}
@techreport{report, author = {Hu, Edward J.}, title = {A Report}, institution = {Tests Lab}, number = 7, year = 2020}
@dataset{dataset, author = {Hu, Edward J.}, title = {A Dataset}, publisher = {Zenodo}, doi = {10.5281/zenodo.1}, year = 2023}
@software{software, author = {Hu, Edward J.}, title = {A Tool}, url = {https://example.com/${"a-long-path/".repeat(12)}}, year = 2023}
@misc{pending, author = {Hu, Edward J.}, title = {To Come}, year = {in press}}
@article{script, author = {王小明}, title = {大規模言語モデルの適応}, journal = {人工知能学会論文誌}, year = 2019, keywords = {機械学習}}
`;

const ids = [...bib.matchAll(/^@\w+\{(\w+),/gm)].map(([, id]) => id ?? "");
const files = {
  "eleventy.config.js": settings,
  "index.md": markdown("Home", "", "home"),
  "publications.bib": bib,
  "lora.pdf": "%PDF-1.4\n",
  "lora.svg": picture,
};

interface Context {
  browser: Browser;
  site: Site;
  server: Running;
}

/** A suite with a built and served site. */
function withSite(name: string, source: () => Record<string, string>): ReturnType<typeof suite<Context>> {
  const test = suite<Context>(name);
  test.before(async (context) => {
    context.browser = await launchBrowser();
    context.site = await new Site(source()).built();
    context.server = await serve(path.join(context.site.folder, "_site"));
  });
  test.after(async ({ browser, site, server }) => {
    await browser.close();
    await server.close();
    site.remove();
  });
  return test;
}

const list = "publications/";

/** How far the page is too wide, and what of its content reaches over its sides; what scrolls by itself may. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const found: string[] = [];
    if (document.documentElement.scrollWidth > width)
      found.push(`the page is ${document.documentElement.scrollWidth} px wide`);
    for (const element of document.querySelectorAll("main *")) {
      if (element.closest("pre") && !element.matches("pre")) continue;
      const { left, right, width: own } = element.getBoundingClientRect();
      if (own > 1 && (left < -0.5 || right > width + 0.5)) {
        found.push(`${left} to ${right}: ${element.outerHTML.slice(0, 80)}`);
      }
    }
    return found.slice(0, 5);
  });

/** The ids of the entries that are in sight, in order. */
const shown = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll(".publication")]
      .filter((each) => each.checkVisibility())
      .map(({ id }) => id),
  );

/** Headings of the groups that are in sight, without counts. */
const headings = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll(".publication-group h3")]
      .filter((each) => each.checkVisibility())
      .map((heading) => heading.firstChild?.textContent?.trim() ?? ""),
  );

/** Tabs on until an element that a selector names has the focus. */
async function tabTo(page: Page, selector: string, key = "Tab"): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press(key);
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`the keyboard does not reach ${selector}`);
}

const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? "");

const test = withSite("publications in a browser", () => files);

test("html-validate finds nothing on the list and the pages", async ({ site }) => {
  const pages = site.pages().filter((address) => address.startsWith(list));
  assert.is(pages.length, ids.length + 1);
  // Years are the ids of their headings.
  assert.equal(await invalidHtml(site, pages, { "valid-id": ["error", { relaxed: true }] }), []);
});

for (const view of views) {
  const { viewport, colorScheme } = view;
  const name = `${viewport.width} px, ${colorScheme}`;
  test(`axe-core finds nothing and nothing is cut off, ${name}`, ({ browser, site, server }) =>
    withPage(browser, view, async (page) => {
      await answer(page, origin, path.join(site.folder, "_site"));
      const found: string[] = [];
      for (const address of site.pages().filter((each) => each.startsWith(list))) {
        await page.goto(server.url + address);
        // What is folded is looked at as well.
        for (const isOpen of [false, true]) {
          await page.evaluate((open) => {
            for (const details of document.querySelectorAll("details")) details.open = open;
          }, isOpen);
          found.push(...(await cutOff(page)).map((what) => `/${address} ${what}`));
        }
        const { violations, checksContrast } = await inspect(page);
        if (!checksContrast) found.push(`/${address} contrast was not checked`);
        found.push(...violations.map((violation) => `/${address} ${violation}`));
      }
      assert.equal(found, []);
    }));
}

test("the filters work by keyboard alone, one and several", ({ browser, server }) =>
  withPage(browser, { viewport: { width: 1280, height: 900 } }, async (page) => {
    await page.goto(server.url + list);
    const all = await shown(page);
    assert.equal([...all].sort(), [...ids].sort());

    await tabTo(page, "#all--type");
    await page.keyboard.press("ArrowRight");
    assert.is(await focused(page), "type--article-journal", "the largest first");
    assert.equal(await shown(page), ["collaboration", "feature", "script"]);
    assert.equal(await headings(page), ["2022", "2021", "2019"]);
    const outline = await page
      .locator(":focus + label")
      .evaluate((label) => parseFloat(getComputedStyle(label).outlineWidth));
    assert.ok(outline >= 2, "the button that has the focus is marked");

    await tabTo(page, "fieldset summary");
    await page.keyboard.press("Tab");
    assert.is(
      await focused(page),
      "all--year",
      "two presses leave the group: the first is at its rare values",
    );
    await page.keyboard.press("ArrowDown");
    // Years of one entry are folded.
    assert.is(await focused(page), "year--2023");
    assert.equal(await shown(page), [], "no article is of 2023");
    assert.equal(await headings(page), []);
    await page.keyboard.press("ArrowDown");
    assert.is(await focused(page), "year--2022");
    assert.equal(await shown(page), ["collaboration"]);
    assert.equal(await headings(page), ["2022"]);

    // Back to all years, over the first button.
    for (let presses = 0; presses < 2; presses += 1) await page.keyboard.press("ArrowUp");
    assert.is(await focused(page), "all--year");
    await tabTo(page, "#all--topic");
    assert.is(await focused(page), "all--topic");
    await page.keyboard.press("ArrowRight");
    assert.is(await focused(page), "topic--language-models");
    // In 2022 there are an article and an entry on language models, but no article on them.
    assert.equal(await shown(page), ["feature"]);
    assert.equal(await headings(page), ["2021"]);

    await page.keyboard.press("ArrowLeft");
    await tabTo(page, "#type--article-journal", "Shift+Tab");
    await page.keyboard.press("ArrowLeft");
    assert.is(await focused(page), "all--type");
    assert.equal(await shown(page), all);
  }));

test("a topic of another script filters too", ({ browser, server }) =>
  withPage(browser, {}, async (page) => {
    await page.goto(server.url + list);
    await page.locator("fieldset summary").last().click();
    await page.getByText("機械学習").first().click();
    assert.equal(await shown(page), ["script"]);
  }));

test("whatever two buttons are on, no empty group is in sight, and every entry kept is", ({
  browser,
  server,
}) =>
  withPage(browser, {}, async (page) => {
    await page.goto(server.url + list);
    const { tried, wrong } = await page.evaluate(() => {
      const wrong: string[] = [];
      let tried = 0;
      const buttons = [...document.querySelectorAll<HTMLInputElement>(".filters input")];
      const keeps = (entry: HTMLElement, { id, name }: HTMLInputElement): boolean =>
        id.startsWith("all--") ||
        (entry.getAttribute(`data-${name}`) ?? "").split(" ").includes(id.slice(`${name}--`.length));
      for (const one of buttons) {
        for (const other of buttons.filter(({ name }) => name > one.name)) {
          for (const button of buttons) if (button.id.startsWith("all--")) button.checked = true;
          one.checked = true;
          other.checked = true;
          tried += 1;
          for (const group of document.querySelectorAll(".publication-group")) {
            let count = 0;
            for (const entry of group.querySelectorAll<HTMLElement>(".publication")) {
              const isKept = keeps(entry, one) && keeps(entry, other);
              if (isKept) count += 1;
              if (entry.checkVisibility() !== isKept) wrong.push(`${one.id} ${other.id}: ${entry.id}`);
            }
            if (group.checkVisibility() !== count > 0) wrong.push(`${one.id} ${other.id}: group`);
          }
        }
      }
      return { tried, wrong };
    });
    assert.ok(tried > 50, `${tried} pairs`);
    assert.equal(wrong, []);
  }));

test("abstract, BibTeX and further authors open by keyboard", ({ browser, server }) =>
  withPage(browser, { viewport: { width: 360, height: 700 } }, async (page) => {
    for (const [address, selector, text] of [
      [list, "#lora .abstract", "Large models are costly to adapt."],
      [list, "#lora details.bibtex", "@inproceedings{lora,"],
      [list, "#collaboration .more-authors", "Given Author39"],
      ["publications/collaboration/", ".more-authors", "Given Author39"],
    ] as const) {
      await page.goto(server.url + address);
      const inner = page.locator(`${selector} > :not(summary)`).first();
      const details = page.locator(selector);
      assert.is(await details.evaluate((each) => (each as HTMLDetailsElement).open), false);
      await tabTo(page, `${selector} > summary`);
      await page.keyboard.press("Enter");
      assert.is(await details.evaluate((each) => (each as HTMLDetailsElement).open), true, selector);
      assert.ok((await details.innerText()).includes(text), selector);
      if ((await inner.count()) > 0) assert.ok(await inner.isVisible());
    }
  }));

test("the owner of the site is bold, alone, and seen among the many", ({ browser, server }) =>
  withPage(browser, {}, async (page) => {
    await page.goto(server.url + list);
    const bold = await page.locator(".authors strong").allInnerTexts();
    assert.is(bold.length, ids.length - 1);
    assert.ok(bold.every((name) => name.replace("*", "") === "Edward J. Hu"));
    assert.ok(await page.locator("#collaboration .authors > strong").isVisible());
    // The names are the folded element's own text, which has no box but its own.
    const height = (isOpen: boolean): Promise<number> =>
      page.locator("#collaboration .more-authors").evaluate((each, open) => {
        (each as HTMLDetailsElement).open = open;
        return each.getBoundingClientRect().height;
      }, isOpen);
    const [closed, open] = [await height(false), await height(true)];
    assert.ok(closed < 40 && open > closed, `${closed} and ${open} px high`);
  }));

test("no page has a script but JSON-LD, asks another host or misses a file", ({ browser, server, site }) =>
  withPage(browser, {}, async (page) => {
    const found: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(server.url)) found.push(`asks for ${request.url()}`);
    });
    page.on("response", (response) => {
      if (response.status() >= 400) found.push(`${response.status()} ${response.url()}`);
    });
    for (const address of site.pages().filter((each) => each.startsWith(list))) {
      await page.goto(server.url + address);
      const scripts = await page.evaluate(() => {
        const handlers = [...document.querySelectorAll("*")].filter((each) =>
          each.getAttributeNames().some((name) => name.startsWith("on")),
        );
        return [...document.querySelectorAll('script:not([type="application/ld+json"])'), ...handlers].map(
          (each) => each.outerHTML,
        );
      });
      found.push(...scripts);
      const broken = await page.evaluate(async () => {
        for (const image of document.images) image.loading = "eager";
        await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
        return [...document.images].filter((image) => image.naturalWidth === 0).map(({ src }) => src);
      });
      found.push(...broken);
      const files = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLAnchorElement>("main a[href]")]
          .filter((link) => link.origin === location.origin)
          .map(({ href }) => href),
      );
      for (const file of new Set(files)) {
        const status = (await page.request.get(file)).status();
        if (status !== 200) found.push(`${status} ${file}`);
      }
    }
    assert.equal(found, []);
  }));

test("the feed and the sitemap are well-formed", ({ browser, site }) =>
  withPage(browser, {}, async (page) => {
    for (const [file, root, namespace] of [
      ["publications.xml", "feed", "http://www.w3.org/2005/Atom"],
      ["sitemap.xml", "urlset", "http://www.sitemaps.org/schemas/sitemap/0.9"],
    ] as const) {
      const found = await page.evaluate((source) => {
        const document = new DOMParser().parseFromString(source, "application/xml");
        const error = document.querySelector("parsererror")?.textContent;
        return error ? [error] : [document.documentElement.localName, document.documentElement.namespaceURI];
      }, site.read(file));
      assert.equal(found, [root, namespace], file);
    }
  }));

/** What a strict policy blocks on a page, by the browser's own report. */
async function blocked(page: Page, url: string): Promise<string[]> {
  await page.goto(url);
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = "eager";
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  });
  return page.evaluate(() => {
    // @ts-expect-error the script below fills it
    const reports: string[] = window.blocked;
    return reports;
  });
}

/** Has every answer of a server come with a policy, and the page note what that blocks. */
async function enforce(page: Page, url: string, policy: string): Promise<void> {
  await page.route(`${url}**`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      headers: { ...response.headers(), "content-security-policy": policy },
    });
  });
  await page.addInitScript(`
    globalThis.blocked = [];
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile, sample }) =>
      blocked.push([violatedDirective, blockedURI, sample].join(" ")));
  `);
}

const policy = "default-src 'none'; style-src 'self'; img-src 'self'";

test("a strict content security policy blocks nothing", ({ browser, server, site }) =>
  withPage(browser, {}, async (page) => {
    await enforce(page, server.url, policy);
    const found: string[] = [];
    for (const address of site.pages().filter((each) => each.startsWith(list))) {
      const reports = await blocked(page, server.url + address);
      found.push(...reports.map((report) => `/${address} ${report}`));
    }
    assert.equal(found, []);
    await page.goto(server.url + list);
    await page.locator("fieldset summary").first().click();
    await page.locator("label", { hasText: "Thesis" }).click();
    assert.equal(await shown(page), ["thesis"], "filters work under it");
    assert.ok(await page.locator("#lora .preview").evaluate((image) => image.isConnected));
  }));

test.run();

const styled = withSite("titles that LaTeX sets apart", () => ({
  ...files,
  "publications.bib":
    "@book{a, author = {Hu, Edward J.}, title = {\\textsc{Small} caps, \\textbf{bold}, $\\color{red}x$, $\\mathbf{x}_1$, x\\textsuperscript{2}}, publisher = {P}, year = 2020}\n",
}));

styled("need no inline style, which a strict policy would block", ({ browser, server }) =>
  withPage(browser, {}, async (page) => {
    await enforce(page, server.url, policy);
    const found = await blocked(page, `${server.url}publications/a/`);
    assert.equal([...found, ...(await blocked(page, server.url + list))], []);
  }),
);

styled.run();

const count = 1000;
const kinds = ["article", "inproceedings", "book", "phdthesis", "techreport", "dataset"] as const;

/** A bibliography of a thousand entries, the same in every run. */
function thousand(): string {
  return Array.from({ length: count }, (_, at) => {
    const kind = kinds[at % kinds.length];
    return `@${kind}{key${at}, author = {Hu, Edward J. and ${authors((at % 20) + 1)}}, title = {Entry ${at} on things of interest to a few readers},
  journal = {Journal of Tests}, booktitle = {Conference ${at % 9}}, publisher = {P}, school = {S}, institution = {I}, volume = ${at},
  year = ${1985 + Math.floor(at / 25)}, keywords = {topic ${at % 25}, topic ${(at * 7) % 31}}, abstract = {What entry ${at} says, at some length.}, doi = {10.1000/${at}}}`;
  }).join("\n");
}

const large = withSite("a list of 1,000 publications", () => ({ ...files, "publications.bib": thousand() }));

large("has them all, and at 360 px nothing is cut off and filters work by keyboard", ({ browser, server }) =>
  withPage(browser, { viewport: { width: 360, height: 700 }, colorScheme: "light" }, async (page) => {
    await page.goto(server.url + list);
    assert.is((await shown(page)).length, count);
    assert.equal(await cutOff(page), []);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    assert.equal(await cutOff(page), [], "with everything open");

    await tabTo(page, "#all--type");
    const started = performance.now();
    await page.keyboard.press("ArrowRight");
    const kept = await shown(page);
    const taken = performance.now() - started;
    assert.ok(taken < 2000, `a filter takes ${Math.round(taken)} ms`);
    assert.ok(kept.length > 150 && kept.length < 180, String(kept.length));
    const numbers = kept.map((id) => Number(id.replace("key", "")) % kinds.length);
    assert.is(new Set(numbers).size, 1);
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowRight");
    assert.is(await focused(page), "year--2024");
    const both = await shown(page);
    assert.ok(both.length > 0 && both.every((id) => kept.includes(id)), both.join(" "));
    assert.equal(await headings(page), ["2024"]);
    assert.equal(await cutOff(page), [], "filtered");
  }),
);

large.run();
