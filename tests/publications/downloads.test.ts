import { createRequire } from "node:module";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, Site } from "../support/site.ts";

const test = suite<{ site: Site }>("downloads of publications");

const require = createRequire(import.meta.url);
const { plugins } = require("@citation-js/core") as {
  plugins: { input: { chain(source: string, options: object): { title?: string }[] } };
};
require("@citation-js/plugin-ris");

const bib = `@article{trees, author = {Hu, Edward J.}, title = {Trees \\& <b>Rings</b>}, journal = {Journal of Tests}, year = 2021}
@phdthesis{thesis, author = {Hu, Edward J.}, title = {On Tests}, school = {Mila}, year = 2024}
`;

const files = {
  "eleventy.config.js": config({ title: "Edward J. Hu", url: "https://example.org/lab" }),
  "index.md": page("Home", "", "home"),
  "publications.bib": bib,
  "publications.yaml":
    "- { id: talk, title: A Talk, venue: Mila, year: 2016, type: speech, authors: [Edward J. Hu] }\n",
};

/** The links of a paragraph of downloads: text and URL. */
const linksOf = (html: string): (string | undefined)[][] => {
  const [paragraph = ""] = /<p class="downloads">.*?<\/p>/s.exec(html) ?? [];
  return [...paragraph.matchAll(/<a href="([^"]*)">([^<]*)<\/a>/g)].map(([, url, text]) => [text, url]);
};

test.before(async (context) => {
  context.site = await new Site(files).builtInProcess("--pathprefix=/lab/");
});

test.after(({ site }) => site.remove());

const formats = { BibTeX: "bib", RIS: "ris", "CSL-JSON": "json" };

test("the list and each publication link their files, under the path prefix", ({ site }) => {
  for (const [url, name] of [
    ["publications/", "publications"],
    ["publications/trees/", "publications/trees/citation"],
    ["publications/talk/", "publications/talk/citation"],
  ] as const) {
    const links = linksOf(site.read(`${url}index.html`));
    assert.equal(
      links,
      Object.entries(formats).map(([text, extension]) => [text, `/lab/${name}.${extension}`]),
    );
    for (const [, file = ""] of links) assert.ok(site.has(file.replace("/lab/", "")), file);
  }
});

test("each file has its work only, and the files of the list have all", ({ site }) => {
  const titlesIn = (file: string): Record<string, (string | undefined)[]> => ({
    ris: plugins.input.chain(site.read(`${file}.ris`), { generateGraph: false }).map(({ title }) => title),
    json: (JSON.parse(site.read(`${file}.json`)) as { title: string }[]).map(({ title }) => title),
  });
  const titles = { trees: "Trees & <b>Rings</b>", thesis: "On Tests", talk: "A Talk" };
  for (const [id, title] of Object.entries(titles)) {
    const { ris, json } = titlesIn(`publications/${id}/citation`);
    assert.is(json?.length, 1);
    assert.equal(ris, [title.replaceAll(/<\/?b>/g, "")]);
  }
  const all = titlesIn("publications");
  assert.equal(all.ris, ["Trees & Rings", "On Tests", "A Talk"]);
  assert.is(all.json?.length, 3);
});

test("an author's own file at the URL of a download wins", async () => {
  const site = new Site({
    ...files,
    "own.njk": "---\npermalink: /publications/thesis/citation.ris\n---\nown reference",
    "publications/trees/citation.json": "[]",
    "list.njk": "---\npermalink: /publications.ris\n---\nown list",
    "eleventy.config.js": config(
      { title: "Edward J. Hu" },
      'eleventyConfig.addPassthroughCopy("publications");',
    ),
  });
  try {
    await site.builtInProcess();
    assert.is(site.read("publications/thesis/citation.ris"), "own reference");
    assert.is(site.read("publications/trees/citation.json"), "[]");
    assert.is(site.read("publications.ris"), "own list");
    assert.match(site.read("publications/trees/citation.ris"), "TY  - JOUR\r\n");
    assert.match(site.read("publications/thesis/citation.json"), "On Tests");
  } finally {
    site.remove();
  }
});

test.run();
