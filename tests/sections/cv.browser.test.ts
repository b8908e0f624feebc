import { readFileSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { compileString } from "sass";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { inspect } from "../support/axe.ts";
import { launchBrowser, views, withPage } from "../support/browser.ts";
import { type Running, serve } from "../support/server.ts";
import { root, Site, config as siteConfig } from "../support/site.ts";
import { invalidHtml } from "../support/valid-html.ts";

interface Context {
  browser: Browser;
  site: Site;
  server: Running;
}

const test = suite<Context>("a CV in a browser");

const full = readFileSync(path.join(root, "tests/fixtures/resume/full.json"), "utf8");

/** Text that would be markup, or end a block of HTML in Markdown. */
const hostile = `</p><script>alert("x")</script>" onclick='alert(1)'\n\n    {{ 7 * 7 }} & *stars*`;

/** The same file with that behind each of its words that is no address, date or code. */
const hostileResume = JSON.parse(full, (key, value: unknown) =>
  typeof value !== "string" || /^(\$schema|image|email|url|.*[dD]ate|canonical|countryCode)$/.test(key)
    ? value
    : value + hostile,
) as object;

/** A résumé for several sheets of paper. */
const long = {
  basics: { name: "Ines Okafor" },
  work: Array.from({ length: 30 }, (_, index) => ({
    name: `Employer ${index}`,
    position: `Position ${index}`,
    startDate: "2001-02",
    endDate: "2002-03",
    summary: "What was done there, in two lines or so. ".repeat(4),
    highlights: ["One thing", "Another"],
  })),
};

const config = `
import indigo from "eleventy-plugin-indigo";
import { register } from "tsx/esm/api";

register();
const { partialRenderer } = await import("../../../plugin/templates/partials.ts");
const { readResume } = await import("../../../plugin/sections/cv/read.ts");
const { resumeGroups } = await import("../../../plugin/sections/cv/groups.ts");
const { resumeHeader } = await import("../../../plugin/sections/cv/header.ts");
const { en: strings } = await import("../../../plugin/i18n/strings/en.ts");

export default function (eleventyConfig) {
  eleventyConfig.addPlugin(indigo, { title: "Ines Okafor" });
  const viewOf = (name) => {
    const resume = readResume(name + ".json");
    return {
      cvHeader: resumeHeader(resume, { language: "en", name: "Ines Okafor" }),
      cvGroups: resumeGroups(resume, { language: "en", strings }),
    };
  };
  eleventyConfig.addGlobalData("viewOf", () => viewOf);
  eleventyConfig.addPassthroughCopy("cv.css");
  const render = partialRenderer(eleventyConfig);
  eleventyConfig.addShortcode("cv", (name) =>
    ["header", "groups"].map((part) => render("indigo/cv/cv-" + part + ".njk", viewOf(name)).trim()).join("\\n"));
}
`;

/** A layout that links the styles of CVs and, where a page names a résumé, shows it. */
const layout = `{%- extends "indigo/page.njk" -%}
{%- set hasTitle = true -%}
{%- set view = viewOf(resume) if resume -%}
{%- set cvHeader = view.cvHeader -%}
{%- set cvGroups = view.cvGroups -%}
{%- block head %}{{ super() }}<link rel="stylesheet" href="/cv.css">{% endblock -%}
{%- block content %}{{ super() }}
{% if resume %}{% include "indigo/cv/cv-header.njk" %}
{% include "indigo/cv/cv-groups.njk" %}{% endif %}
{% endblock -%}
`;

const cvPage = (resume: string, body = ""): string =>
  `---\ntitle: CV\nlayout: cv-test\nresume: ${resume}\n---\n${body}`;

test.before(async (context) => {
  context.browser = await launchBrowser();
  context.site = await new Site({
    "eleventy.config.js": config,
    "full.json": full,
    "hostile.json": JSON.stringify(hostileResume),
    "long.json": JSON.stringify(long),
    "cv.css": compileString('@use "cv";', { loadPaths: [path.join(root, "styles")] }).css,
    "_includes/cv-test.njk": layout,
    "cv.md": cvPage("full"),
    "hostile.md": cvPage("hostile"),
    "long.md": cvPage("long"),
    "within.md": cvPage("", 'Before.\n\n{% cv "full" %}\n\n*After.*\n'),
    "within-hostile.md": cvPage("", 'Before.\n\n{% cv "hostile" %}\n\n*After.*\n'),
  }).built();
  context.server = await serve(path.join(context.site.folder, "_site"));
});

test.after(async ({ browser, site, server }) => {
  await browser.close();
  await server.close();
  site.remove();
});

const pages = ["cv/", "hostile/", "within/", "within-hostile/"];

/** Every text of a value, without what stands under these names. */
function texts(value: unknown, without: readonly string[]): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    without.includes(key) ? [] : texts(inner, without),
  );
}

const inOneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

test("html-validate finds nothing", async ({ site }) => {
  assert.equal(await invalidHtml(site, pages), []);
});

for (const view of views) {
  const { viewport, colorScheme } = view;
  test(`axe-core finds nothing and nothing is cut off, ${viewport.width} px, ${colorScheme}`, async ({
    browser,
    server,
  }) => {
    const found: string[] = [];
    await withPage(browser, view, async (page) => {
      for (const address of pages) {
        await page.goto(server.url + address);
        const { violations } = await inspect(page);
        found.push(...violations.map((violation) => `/${address} ${violation}`));
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (overflow !== 0) found.push(`/${address} is ${overflow} px too wide`);
      }
    });
    assert.equal(found, []);
  });
}

/** A CV with all types of entries, a photo and publications of the site. */
const arranged = {
  "eleventy.config.js": siteConfig({
    title: "Ada Lovelace",
    url: "https://ada.example.org",
    sections: { cv: { publications: "selected full by type", photo: { alt: "Ada" } } },
  }),
  "me.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>',
  "publications.yaml":
    "- { id: a, title: A, authors: [Ada Lovelace], venue: V, year: 1843, selected: true, abstract: Text. }\n",
  "cv.yaml": `cv:
  name: Ada Lovelace
  photo: me.svg
  phone: +44-20-7946-0000
  sections:
    about: ["Some *text* with $\\\\frac{a}{b}$ and [a link](https://example.org/)"]
    work: [{ company: Lab, position: Head, start_date: 1842, summary: "Two:\\n\\n- one\\n- two", highlights: [a - b - c] }]
    projects: [{ name: "[Engine](https://example.org)", date: Fall 1843 }]
    skills: [{ label: A, details: "*B*" }]
    talks: [{ bullet: A }, { bullet: B }]
    countdown: [{ reversed_number: A }, { reversed_number: B }]
`,
};

test("axe-core and html-validate find nothing in a CV of RenderCV with photo and publications, which fits a sheet", async ({
  browser,
}) => {
  const site = await new Site(arranged).built();
  const server = await serve(path.join(site.folder, "_site"));
  try {
    assert.equal(await invalidHtml(site, ["cv/"]), []);
    const found: string[] = [];
    for (const view of views) {
      await withPage(browser, view, async (page) => {
        await page.goto(`${server.url}cv/`);
        const { violations } = await inspect(page);
        found.push(...violations.map(String));
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (overflow !== 0) found.push(`${overflow} px too wide`);
      });
    }
    assert.equal(found, []);
    await withPage(browser, {}, async (page) => {
      await page.goto(`${server.url}cv/`);
      assert.is(sheets(await page.pdf({ format: "A4" })), 1);
    });
  } finally {
    await server.close();
    site.remove();
  }
});

test("everything of a file is on its page but the picture, the file's own data and the days of dates", async ({
  browser,
  server,
}) => {
  await withPage(browser, {}, async (page) => {
    await page.goto(`${server.url}cv/`);
    const html = inOneLine((await page.locator("main").innerHTML()).replaceAll("&nbsp;", " "));
    const words = texts(JSON.parse(full), ["$schema", "meta", "image", "countryCode"]);
    assert.ok(words.length > 80);
    assert.equal(
      words.flatMap((text) => text.split("\n")).filter((text) => !html.includes(text)),
      [],
    );
    assert.ok(html.includes("France"), "the country's name for its code");
  });
});

test("an author's text is never markup, in a layout and within Markdown", async ({ browser, server }) => {
  await withPage(browser, {}, async (page) => {
    for (const address of ["hostile/", "within-hostile/"]) {
      await page.goto(server.url + address);
      assert.is(await page.locator("main :is(script, [onclick], em:has(em), pre, code)").count(), 0);
      const shown = inOneLine(await page.locator("main").innerText());
      const { work } = JSON.parse(full) as { work: { position: string }[] };
      assert.ok(shown.includes(inOneLine(`${work[0]?.position}${hostile}`)), shown.slice(0, 400));
    }
  });
});

test("within Markdown the text around a CV is still Markdown", async ({ browser, server }) => {
  await withPage(browser, {}, async (page) => {
    for (const address of ["within/", "within-hostile/"]) {
      await page.goto(server.url + address);
      assert.is(await page.locator("main > p > em").innerText(), "After.");
      assert.is(await page.locator("main > .cv-group").count(), 12);
    }
  });
});

test("headings: the name, the groups in the order of the standard, the entries", async ({
  browser,
  server,
}) => {
  await withPage(browser, {}, async (page) => {
    await page.goto(`${server.url}cv/`);
    assert.equal(await page.locator("h1").allInnerTexts(), ["Ines Okafor"]);
    assert.equal(await page.locator("h2").allInnerTexts(), [
      "Summary",
      "Work",
      "Volunteering",
      "Education",
      "Awards",
      "Certificates",
      "Publications",
      "Skills",
      "Languages",
      "Interests",
      "References",
      "Projects",
    ]);
    assert.equal(await page.locator("#cv-work h3").allInnerTexts(), ["Research scientist", "Data analyst"]);
    assert.is(await page.locator("#cv-work .period").first().innerText(), "Sep 2021 – present");
  });
});

/** Where an element starts, from the left. */
const left = async (page: Page, selector: string): Promise<number> =>
  (await page.locator(selector).first().boundingBox())?.x ?? -1;

test("a period stands beside the text, on a telephone above it", async ({ browser, server }) => {
  for (const [width, isBeside] of [
    [1280, true],
    [360, false],
  ] as const) {
    await withPage(browser, { viewport: { width, height: 900 } }, async (page) => {
      await page.goto(`${server.url}cv/`);
      const [period, title] = [
        await left(page, "#cv-work .period"),
        await left(page, "#cv-work .cv-entry .title"),
      ];
      assert.is(period < title, isBeside);
      if (!isBeside) assert.is(period, title);
    });
  }
});

test("on paper: black on white in every scheme, without navigation and footer", async ({
  browser,
  server,
}) => {
  await withPage(browser, { colorScheme: "dark" }, async (page) => {
    await page.goto(`${server.url}cv/`);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const style = (selector: string, property: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
    assert.is(await style("body", "background-color"), "rgb(255, 255, 255)");
    for (const selector of [
      "h1",
      ".cv-group h2",
      ".cv-entry h3",
      ".cv-entry p:not([class])",
      ".cv-entry a",
    ]) {
      assert.is(await style(selector, "color"), "rgb(0, 0, 0)", selector);
    }
    for (const selector of [".footer-main", ".nav", ".skip-link"]) {
      assert.is(await style(selector, "display"), "none", selector);
    }
    assert.is(await style(".cv-entry", "break-inside"), "avoid");
    assert.is(await style(".cv-group h2", "break-after"), "avoid");
  });
});

/** How many sheets a PDF has. */
const sheets = (pdf: Buffer): number => pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;

test("as a PDF a CV takes the sheets that it needs, A4 or Letter", async ({ browser, server }) => {
  await withPage(browser, { colorScheme: "dark" }, async (page) => {
    await page.goto(`${server.url}cv/`);
    for (const format of ["A4", "Letter"] as const) {
      assert.is(sheets(await page.pdf({ format, printBackground: true })), 2, format);
    }
    await page.goto(`${server.url}long/`);
    const count = sheets(await page.pdf({ format: "A4" }));
    assert.ok(count >= 4 && count <= 6, `${count} sheets`);
  });
});

test.run();
