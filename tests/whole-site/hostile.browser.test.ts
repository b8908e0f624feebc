import { readFileSync } from "node:fs";
import path from "node:path";
import type { Browser } from "playwright-core";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { isLocalFile } from "../../plugin/eleventy/site-files.ts";
import { fieldEntries } from "../../plugin/publications/fields.ts";
import { file, link, siteUrl } from "../../plugin/utils/schema-values.ts";
import { accepted, attack, frontMatter, parts } from "../support/attack.ts";
import { launchBrowser } from "../support/browser.ts";
import { payloads, traversals } from "../support/payloads.ts";
import { config, Site } from "../support/site.ts";

// Every value that an author or a third party's file can supply holds something hostile; then a browser opens each page
// and counts every script that runs and every request to another host.

const test = suite<{ browser: Browser }>("hostile content");

test.before(async (context) => {
  context.browser = await launchBrowser();
});

test.after(({ browser }) => browser.close());

const [first, second, third, fourth] = parts;

test("the corpus is as large as it claims to be", () => {
  assert.ok(payloads.length >= 200, String(payloads.length));
});

test("in options and in the front matter of posts and pages", async ({ browser }) => {
  const posts = payloads.map((payload, index): [string, string] => [
    `posts/p${index}.md`,
    frontMatter({
      layout: "post",
      date: "2024-03-05",
      title: payload,
      description: payload,
      // Eleventy itself fails at a tag that is called `constructor` or `toString`.
      tags: ["posts", payload in {} ? `${payload}!` : payload],
      categories: ["blog", payload],
      series: payload,
      author: index % 2 ? payload : "known",
      externalLink: accepted(link, payload),
      image: accepted(link, payload),
      headerImage: true,
      star: true,
      projects: index % 5 === 0,
      lang: index % 7 === 0 ? payload : undefined,
      translationKey: payload,
      pageClass: payload,
    }),
  ]);
  const site = new Site({
    "eleventy.config.js": config({
      title: first,
      bio: second,
      description: third,
      url: "https://ada.example",
      author: { name: fourth, names: [first] },
      navigation: parts.map((label) => ({ label, url: "/" })),
      strings: { home: first, related: second, minutes: third, by: fourth },
      languages: { fr: { title: first, bio: second } },
      showAuthor: true,
      postsPerPage: 50,
      comments: { giscus: { repo: "a/b", repoId: "R_1", category: first, categoryId: "C_1" } },
    }),
    "index.md": frontMatter({ layout: "home", title: first, description: second }),
    "about.md": frontMatter({ layout: "page", title: third, description: fourth, pageClass: first }),
    ...Object.fromEntries(posts),
  });
  try {
    await site.built();
    // The scripts that load comments are there since the author asked for them.
    const own = /^<script src="(\/assets\/indigo-[\w-]+\.js" async|https:\/\/giscus\.app\/client\.js")/;
    const { pages, findings } = await attack(browser, site, { own });
    assert.ok(pages > payloads.length);
    assert.equal(findings.slice(0, 10), []);
  } finally {
    site.remove();
  }
});

/** A value as BibTeX can hold it: with its braces in pairs. */
const bibValue = (value: string): string => value.replaceAll(/[{}\0\ud800-\udfff]/gu, "");

test("in BibTeX, YAML and CSL-JSON", async ({ browser }) => {
  const some = payloads.filter((_, index) => index % 3 === 0);
  const others = payloads.filter((_, index) => index % 3 === 1);
  const rest = payloads.filter((_, index) => index % 3 === 2);
  const bib = some.map((payload, index) => {
    const value = bibValue(payload);
    const fields = [
      "title",
      "author",
      "journal",
      "abstract",
      "keywords",
      "note",
      "publisher",
      "doi",
      "abbr",
      "award",
      "annote",
    ];
    // An entry whose link is refused is left out as a whole.
    const links = ["url", "pdf", "code"].filter(() => link.safeParse(encodeURI(value)).success);
    return `@article{b${index},\n  year = {2020},\n${[...fields, ...links].map((name) => `  ${name} = {${value}}`).join(",\n")}\n}`;
  });
  const yaml = others.map((payload, index) => ({
    id: `y${index}`,
    title: payload,
    venue: payload,
    year: 2021,
    authors: [payload, { family: payload, given: payload }],
    abstract: payload,
    keywords: [payload],
    abbr: payload,
    links: [{ label: payload, text: payload, url: accepted(link, payload) ?? "/" }],
  }));
  const csl = rest.map((payload, index) => ({
    id: `c${index}`,
    type: "article-journal",
    title: payload,
    "container-title": payload,
    author: [{ family: payload, given: payload }, { literal: payload }],
    abstract: payload,
    note: payload,
    publisher: payload,
    DOI: payload,
    URL: payload,
    issued: { "date-parts": [[2022]] },
  }));
  const site = new Site({
    "eleventy.config.js": config({
      title: "Ada",
      url: "https://ada.example",
      bibliography: ["p.bib", "p.yaml", "p.json"],
      bibliographyErrors: "warn",
      coauthors: { [first]: "https://example.org/" },
    }),
    "index.md": "---\nlayout: page\n---\n{% publications %}\n\n{% publicationChart %}\n",
    "p.bib": bib.join("\n\n"),
    "p.yaml": JSON.stringify(yaml),
    "p.json": JSON.stringify(csl),
  });
  try {
    await site.built();
    const { pages, findings } = await attack(browser, site);
    assert.ok(pages > payloads.length / 2, `${pages} pages`);
    assert.equal(findings.slice(0, 10), []);
  } finally {
    site.remove();
  }
});

for (const isAlFolio of [false, true]) {
  test(`in co-authors, and in each field of a publication: ${isAlFolio ? "al-folio" : "the theme's own"}`, async ({
    browser,
  }) => {
    const names = payloads.filter((payload) => payload.length < 300 && payload.trim() !== "");
    const target = (payload: string): string => accepted(link, payload) ?? "https://example.org/";
    const coauthors = isAlFolio
      ? Object.fromEntries(
          names.map((payload) => [payload, [{ firstname: [payload], url: target(payload) }]]),
        )
      : Object.fromEntries(names.map((payload) => [payload, target(payload)]));
    // Each value that a field takes; others are reported.
    const valuesOf = (payload: string): object =>
      Object.fromEntries(
        fieldEntries.flatMap(([name, { schema, kind }]) => {
          const { success } = schema.safeParse(payload);
          const isLocal = kind === "file" && isLocalFile(payload);
          return success && !isLocal ? [[name, payload]] : [];
        }),
      );
    const yaml = names.map((payload, index) => ({
      ...valuesOf(payload),
      id: `y${index}`,
      title: payload,
      venue: payload,
      year: 2021,
      authors: isAlFolio ? [{ family: payload, given: payload }] : [payload],
      editors: [payload],
    }));
    const bib = names.map((payload, index) => {
      const value = bibValue(payload);
      const fields = fieldEntries.flatMap(([, { bibtex, kind }]) =>
        bibtex && kind === "text" ? [bibtex] : [],
      );
      return `@inproceedings{b${index}, title = {${value}}, booktitle = {${value}}, year = 2020, preview = {https://evil.example/${index}.png}, ${fields.map((name) => `${name} = {${value}}`).join(", ")}}`;
    });
    const site = new Site({
      "eleventy.config.js": config({
        title: "Ada",
        url: "https://ada.example",
        bibliography: ["p.yaml", "p.bib"],
        bibliographyErrors: "warn",
        coauthors: "coauthors.yaml",
      }),
      "index.md": "---\nlayout: page\n---\n{% publications %}\n",
      "coauthors.yaml": JSON.stringify(coauthors),
      "p.yaml": JSON.stringify(yaml),
      "p.bib": bib.join("\n"),
    });
    try {
      await site.built();
      const { pages, findings } = await attack(browser, site);
      assert.ok(pages > names.length, `${pages} pages`);
      assert.equal(findings.slice(0, 10), []);
    } finally {
      site.remove();
    }
  });
}

test("in an Indigo _config.yml and a Jekyll post", async ({ browser }) => {
  const settings = {
    title: first,
    bio: second,
    description: third,
    author: fourth,
    url: "https://ada.example",
    lang: "en",
    about: true,
    blog: true,
    "show-author": true,
    "show-tags": true,
    related: true,
    authors: { a: { name: first, bio: second, twitter: "ada" } },
    own: first,
    keywords: parts.join(" "),
    copyright: third,
    // Indigo renders the HTML of a biography.
    tagline: fourth,
  };
  const posts = payloads.map((payload, index): [string, string] => [
    `_posts/2024-03-05-p${index}.md`,
    frontMatter({
      layout: "post",
      title: payload,
      tag: [payload],
      category: "blog",
      author: "a",
      description: payload,
    }),
  ]);
  const site = new Site({
    "eleventy.config.js": config({ config: "_config.yml" }),
    "_config.yml": JSON.stringify(settings),
    "about.md": "---\nlayout: page\ntitle: About\n---\n{{ site.own | escape }}\n",
    ...Object.fromEntries(posts.filter((_, index) => index % 3 === 0)),
  });
  try {
    await site.built();
    const { findings } = await attack(browser, site);
    assert.equal(findings.slice(0, 10), []);
  } finally {
    site.remove();
  }
});

test("no path leads out of the site, and no address is script", () => {
  for (const path of traversals) {
    const checked = file.safeParse(path);
    const leadsOut = checked.success && /(^|[\\/])\.\.([\\/]|$)|^[a-z]:/i.test(checked.data);
    assert.not.ok(leadsOut, path);
  }
  for (const payload of payloads) {
    for (const schema of [link, siteUrl]) {
      const checked = schema.safeParse(payload);
      if (!checked.success) continue;
      const { protocol } = new URL(checked.data, "https://site.invalid/");
      assert.ok(["https:", "http:", "mailto:", "tel:"].includes(protocol), payload);
    }
  }
});

test("a picture outside the site is not published", async () => {
  const site = new Site({
    "site/eleventy.config.js": config({ title: "Ada", picture: "assets/../../secret.txt" }),
    "site/index.md": "x",
    "secret.txt": "secret",
  });
  const { code, output } = await new Site({}, path.join(site.folder, "site")).build();
  site.remove();
  assert.is(code, 1);
  assert.match(
    output,
    'indigo: option "picture" in eleventy.config.js must be the path of a file in the site',
  );
});

test("names of JavaScript's own are names", async () => {
  const options = '{ "title": "Ada", "__proto__": { "polluted": true }, "social": { "constructor": "x" } }';
  const site = new Site({
    "eleventy.config.js": `import indigo from "eleventy-plugin-indigo";
export default (c) => { c.addPlugin(indigo, JSON.parse(${JSON.stringify(options)})); };`,
    "index.md": "x",
  });
  const { code, output } = await site.build();
  site.remove();
  assert.is(code, 1, output);
  assert.match(output, 'indigo: unknown option "__proto__" in eleventy.config.js');
});

test("a bomb of YAML aliases is refused, not swallowed", async () => {
  const levels = "abcdefghij".split("");
  const bomb = levels
    .map(
      (name, index) =>
        `${name}: &${name} [${Array(10)
          .fill(index ? `*${levels[index - 1]}` : "x")
          .join(", ")}]`,
    )
    .join("\n");
  for (const name of ["_config.yml", "publications.yaml"]) {
    const site = new Site({
      "eleventy.config.js": config(name === "_config.yml" ? { config: name } : { title: "Ada" }),
      "index.md": "x",
      [name]: bomb,
    });
    const { code, output } = await site.build();
    site.remove();
    assert.is(code, 1);
    assert.match(output, new RegExp(`indigo: ${name}`));
    assert.not.match(output, /^\s+at .+:\d+/m);
  }
});

test("a megabyte in a title builds", async () => {
  const long = "<b>&".repeat(250_000);
  const site = new Site({
    "eleventy.config.js": config({ title: "Ada", url: "https://ada.example" }),
    "posts/p.md": frontMatter({ layout: "post", tags: "posts", date: "2024-03-05", title: long }),
    "publications.yaml": JSON.stringify([{ id: "a", title: long, venue: "V", year: 2020 }]),
  });
  try {
    await site.built();
    assert.not.match(readFileSync(path.join(site.folder, "_site/posts/p/index.html"), "utf8"), "<b>");
  } finally {
    site.remove();
  }
});

test.run();
