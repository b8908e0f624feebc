import { readFileSync } from "node:fs";
import path from "node:path";
import type { Browser } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type JsonSchema, resumeStandard } from "../../plugin/sections/cv/schema.ts";
import { file, isExternal, link } from "../../plugin/utils/schema-values.ts";
import { accepted, attack, frontMatter } from "../support/attack.ts";
import { launchBrowser } from "../support/browser.ts";
import { invalidIcalendar } from "../support/icalendar.ts";
import { payloads } from "../support/payloads.ts";
import { config, Site } from "../support/site.ts";

// Hostile values in the data of sections and in a CV, of text and of Markdown, in both modes. All of it on few pages, under a
// path prefix, since the links of such a site are rewritten after its layouts.

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
        coordinates: [48.85, 2.35],
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
        schedule: [
          {
            week: payload,
            date: day,
            topic: payload,
            text: payload,
            reading: payload,
            due: payload,
            links: links(payload),
          },
        ],
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
    {
      sections: {
        news: true,
        talks: { map: true, calendar: true },
        teaching: { calendar: true },
        people: true,
        projects: true,
      },
    },
  );
  try {
    await built.built();
    const { pages, findings } = await attack(browser, built, { prefix });
    assert.ok(pages > 40, `${pages} pages`);
    assert.equal(findings.slice(0, 10), []);
    const calendars = built.files().filter((file) => file.endsWith(".ics"));
    assert.ok(calendars.length > payloads.length, `${calendars.length} calendars`);
    for (const file of calendars)
      assert.equal(invalidIcalendar(readFileSync(path.join(built.folder, "_site", file))), [], file);
    // Every entry is there, by itself and whole.
    assert.is(built.read("talks/index.html").match(/<li class="section-entry"/g)?.length, payloads.length);
  } finally {
    built.remove();
  }
});

const evil = "https://evil.example";

/** Images at other hosts, as an image in Markdown and as the value of a field may name them. */
const images = [
  `${evil}/a.png`,
  `HTTPS://EVIL.EXAMPLE/a.png`,
  `${evil}:8080/a.png?x=1#y`,
  `https://user@evil.example/a.png`,
  `http://evil.example/a.svg`,
  "//evil.example/a.png",
  "/\\evil.example/a.png",
  "\\\\evil.example\\a.png",
  "https:evil.example/a.png",
  "https:/evil.example/a.png",
];

/** Attacks by the syntax of Markdown, of its extensions, and of kramdown. */
const inMarkdown = [
  ...images.flatMap((url) => [
    `![a](<${url}>)`,
    `[![a](<${url}>)](/x/)`,
    `![a](<${url}> "A *caption*")`,
    `![a][b]\n\n[b]: <${url}>`,
    `![a](/a.png){: src="${url}"}`,
    `![a](/a.png){: srcset="${url}"}`,
    `text\n{: style="background:url(${url})"}`,
    `text\n{: data-src="${url}" .comments}`,
    `- a\n- b\n{: background="${url}" style="list-style-image:url(${url})"}`,
    `{:x: style="background:url(${url})"}\n\ntext\n{:x}`,
    `<div style="background:url(${url})" markdown="1">x</div>`,
    `{::nomarkdown}<img src="${url}">{:/}`,
    `{::nomarkdown}\n<img src="${url}">\n{:/}`,
    `# ![a](<${url}>) h\n\n* toc\n{:toc style="background:url(${url})"}`,
    `| ![a](<${url}>) | b |\n|:-:|--:|\n| <img src="${url}"> | c |`,
    `Term\n: ![a](<${url}>)\n\nx[^${url.length}]\n\n[^${url.length}]: ![a](<${url}>)`,
    `> [!NOTE]\n> ![a](<${url}>)`,
  ]),
  ...payloads.flatMap((payload) =>
    payload.length < 300 ? [`[a](<${payload.replaceAll(/[\n<>]/g, "")}>)`] : [],
  ),
  "[a](/b){: href='javascript:hit()' onclick='hit()'}",
  "[a](/b){: href='java&#10;script:hit()'}",
  "text\n{: onmouseover='hit()' onanimationstart='hit()' .animated}",
  "# a {#x onclick=hit()}\n\n* toc\n{:toc onclick='hit()'}",
  "[a](&#x6A;avascript:hit()) [a](java&Tab;script:hit()) [a](java&NewLine;script:hit()) [a](javascript&colon;hit())",
  "{::options parse_block_html='true' /}\n<div onclick='hit()'>*x*</div>",
  "*[HTML]: <img src=x onerror=hit()>\n\nHTML",
  "$\\href{javascript:hit()}{x}$ $$\\text{<img src=x onerror=hit()>}$$",
  `$\\includegraphics{${evil}/x.png}$ $\\def\\a{\\href{javascript:hit()}{x}}\\a$`,
];

/** The sections with Markdown: the field with the text, and the fields that an entry needs. */
const written = {
  news: ["text", { date: day }],
  talks: ["abstract", { title: "Talk", date: day }],
  teaching: ["description", { title: "Course" }],
  people: ["bio", { name: "Ada" }],
  projects: ["description", { title: "Engine" }],
} as const;

const writtenNames = Object.keys(written) as (keyof typeof written)[];

for (const mode of ["Eleventy", "Jekyll", "one folder each"]) {
  test(`in the Markdown of news, talks, courses, people and projects: ${mode}`, async ({ browser }) => {
    const texts = [...payloads.filter((payload) => payload.trim() !== ""), ...inMarkdown];
    const isFolder = mode === "one folder each";
    const names = isFolder ? (["people", "talks"] as const) : writtenNames;
    const some = isFolder ? texts.filter((_, index) => index % 5 === 0) : texts;
    const data = names.flatMap((name): [string, string][] => {
      const [field, entry] = written[name];
      const list = some.map((text) => ({ ...entry, [field]: text }));
      if (!isFolder) return [[`${name}.json`, JSON.stringify(list)]];
      return list.map((each, index) => [`${name}/p${index}.md`, frontMatter(each)]);
    });
    const shortcodes = names.map((name) => `{% ${name} %}`).join("\n\n");
    const built = site(
      {
        "index.md": frontMatter({ layout: "home" }),
        "all.md": `---\nlayout: page\ntoc: true\n---\n${shortcodes}\n`,
        "_posts/2024-03-05-post.md": `---\nlayout: post\ntags: posts\n---\n${shortcodes}\n`,
        ...Object.fromEntries(data),
      },
      {
        sections: Object.fromEntries(names.map((name) => [name, true])),
        math: true,
        jekyll: mode === "Jekyll",
        comments: { giscus: { repo: "a/b", repoId: "R_1", category: "C", categoryId: "C_1" } },
      },
    );
    try {
      await built.built();
      const own =
        /^<script src="(\/sub)?(\/assets\/indigo-[\w-]+\.js" async|https:\/\/giscus\.app\/client\.js")|^<script src="https:\/\/giscus\.app/;
      const { pages, findings } = await attack(browser, built, { prefix, own });
      assert.ok(pages > names.length, `${pages} pages`);
      assert.equal(findings.slice(0, 10), []);
      const html = built.read("talks/index.html");
      assert.match(html, "&lt;script&gt;hit()&lt;/script&gt;");
      assert.is(html.match(/<li class="section-entry">/g)?.length, some.length);
    } finally {
      built.remove();
    }
  });
}

test("images at other hosts in fields of sections, publications and a CV", async ({ browser }) => {
  const known = images.filter((url) => file.safeParse(url).success && isExternal(url));
  assert.ok(known.length > 3);
  const list = (entry: object, field: string): string =>
    JSON.stringify(known.map((url) => ({ ...entry, [field]: url })));
  const built = site(
    {
      "index.md":
        "---\nlayout: page\n---\n{% people %}\n\n{% projects %}\n\n{% publications %}\n\n{% cv %}\n",
      "people.json": list({ name: "Ada" }, "photo"),
      "projects.json": list({ title: "Engine" }, "picture"),
      "publications.bib": known
        .map((url, index) => `@article{b${index}, title = {T${index}}, year = 2020, preview = {${url}}}`)
        .join("\n"),
      "publications.yaml": JSON.stringify(
        known.map((url, index) => ({
          id: `y${index}`,
          title: `U${index}`,
          venue: "V",
          year: 2021,
          preview: url,
        })),
      ),
      "cv.json": JSON.stringify({
        basics: { name: "Ada", image: `${evil}/me.png` },
        work: [{ name: "Lab" }],
      }),
    },
    { sections: { people: true, projects: true, cv: true } },
  );
  try {
    const { code, output } = await built.build();
    assert.is(code, 0, output);
    const { findings } = await attack(browser, built, { prefix });
    assert.equal(findings.slice(0, 10), []);
    // A URL with a user name is no preview either, and has a message of its own.
    const warnings = output
      .split("\n")
      .filter((line) => /names an image at another host|without a user name|has a user name/.test(line));
    assert.is(warnings.length, 4 * known.length, output);
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
