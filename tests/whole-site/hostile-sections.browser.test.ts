import type { Browser } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type JsonSchema, resumeStandard } from "../../plugin/sections/cv/schema.ts";
import { link } from "../../plugin/utils/schema-values.ts";
import { accepted, attack, frontMatter } from "../support/attack.ts";
import { launchBrowser } from "../support/browser.ts";
import { payloads } from "../support/payloads.ts";
import { config, Site } from "../support/site.ts";

// Hostile values in the data of sections and in a CV; their Markdown is the author's own, in which HTML may stand. All of
// it on few pages, under a path prefix, since the links of such a site are written anew after its layouts.

const test = suite<{ browser: Browser }>("hostile sections");

test.before(async (context) => {
  context.browser = await launchBrowser();
});

test.after(({ browser }) => browser.close());

const prefix = "/sub/";

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>\n';

/** A value that `link` takes, since of another the author is told. */
const address = (payload: string): string => accepted(link, payload) ?? "/";

const links = (payload: string): object[] => [{ label: payload, url: address(payload) }];

/** A list with an entry for each payload, as YAML can be written too. */
const entries = (make: (payload: string, index: number) => object): string =>
  JSON.stringify(payloads.map(make));

const site = (files: Record<string, string>, options: object): Site =>
  new Site({
    "eleventy.config.js": config(
      { title: "Ada", url: "https://ada.example/sub", ...options },
      `return { pathPrefix: ${JSON.stringify(prefix)} };`,
    ),
    ...files,
  });

const day = "2024-03-05";

test("in news, talks, courses, people and projects", async ({ browser }) => {
  const folder = payloads
    .filter((_, index) => index % 6 === 0)
    .map((payload, index): [string, string] => [
      `people/p${index}.md`,
      frontMatter({
        name: payload,
        role: payload,
        group: index % 2 ? payload : undefined,
        alt: payload,
        photo: "assets/a.svg",
        now: index % 3 ? undefined : payload,
        url: address(payload),
        links: links(payload),
        social: { [payload]: { url: address(payload), icon: "assets/a.svg" } },
      }),
    ]);
  const built = site(
    {
      "index.md": frontMatter({ layout: "home" }),
      "all.md":
        "---\nlayout: page\n---\n{% news %}\n\n{% talks %}\n\n{% teaching %}\n\n{% people %}\n\n{% projects %}\n",
      "assets/a.svg": svg,
      "news.yaml": entries((payload) => ({
        date: day,
        title: payload,
        url: address(payload),
        links: links(payload),
      })),
      "talks.yaml": entries((payload) => ({
        title: payload,
        event: payload,
        date: day,
        endDate: "2024-03-07",
        place: payload,
        kind: payload,
        slides: "https://ada.example/a.pdf",
        coauthors: [payload],
        url: address(payload),
        links: links(payload),
      })),
      "teaching.yaml": entries((payload) => ({
        title: payload,
        term: payload,
        code: payload,
        role: payload,
        institution: payload,
        level: payload,
        place: payload,
        time: payload,
        url: address(payload),
        links: links(payload),
      })),
      "projects.yaml": entries((payload, index) => ({
        title: payload,
        picture: index % 20 ? undefined : "assets/a.svg",
        alt: payload,
        status: payload,
        years: payload,
        category: payload,
        url: address(payload),
        links: links(payload),
      })),
      ...Object.fromEntries(folder),
    },
    { sections: { news: true, talks: true, teaching: true, people: true, projects: true } },
  );
  try {
    await built.built();
    const { pages, findings } = await attack(browser, built, { prefix });
    assert.ok(pages > 40, `${pages} pages`);
    assert.equal(findings.slice(0, 10), []);
    // Every entry is there, by itself and whole.
    assert.is(built.read("talks/index.html").match(/<li class="section-entry">/g)?.length, payloads.length);
  } finally {
    built.remove();
  }
});

/** A value of the résumé's standard that holds a payload wherever it may. */
function hostile(schema: JsonSchema & { format?: string; $ref?: string }, payload: string): unknown {
  if (schema.properties) {
    return Object.fromEntries(
      Object.entries(schema.properties).map(([name, inner]) => [name, hostile(inner, payload)]),
    );
  }
  if (schema.items) return [hostile(schema.items, payload)];
  if (schema.$ref) return "2020-03";
  if (schema.format === "email") return "a+b@example.org";
  if (schema.format === "uri") return `https://example.org/?q=${payload}`;
  return payload;
}

test("in every field of a JSON Resume", async ({ browser }) => {
  const { properties } = resumeStandard().json;
  const resume = Object.fromEntries(
    Object.entries(properties ?? {}).map(([name, schema]) => {
      const all = payloads.map((payload) => hostile(schema.items ?? schema, payload));
      return [name, schema.items ? all : all[0]];
    }),
  );
  // Of a person there is one.
  const basics = Object.fromEntries(
    Object.entries(resume.basics as object).map(([name, value]) => [
      name,
      typeof value === "string" && !/^(email|url)$/.test(name)
        ? payloads.filter((payload) => payload.length < 300).join("\n\n")
        : value,
    ]),
  );
  const profiles = payloads.map((payload) => ({ network: payload, username: payload }));
  resume.basics = { ...basics, profiles };
  resume.$schema = undefined;
  const built = site(
    {
      "cv.json": JSON.stringify(resume),
      "index.md": "---\nlayout: page\n---\n{% cv %}\n",
    },
    { sections: { cv: true } },
  );
  try {
    await built.built();
    const { findings } = await attack(browser, built, { prefix });
    assert.equal(findings.slice(0, 10), []);
    assert.match(built.read("cv/index.html"), "&lt;script&gt;hit()&lt;/script&gt;");
  } finally {
    built.remove();
  }
});

test.run();
