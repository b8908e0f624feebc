import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, Site } from "../support/site.ts";

const test = suite("long lists of publications");

const bibliography = (count: number): string =>
  Array.from(
    { length: count },
    (_, at) =>
      `@article{key${at}, author = {Roe, Ann and Li, Bo}, title = {Title ${at}}, journal = {Tests ${at % 9}}, year = ${1990 + (at % 20)},
  ${at === 1 ? "" : `abstract = {${`What entry ${at} has to say, in a sentence of usual length. `.repeat(6)}},`}
  ${at === 2 ? "bibtex_show = {false}," : ""} doi = {10.1000/${at}}, volume = ${at}, keywords = {topic ${at % 25}}}\n`,
  ).join("");

async function built(
  count: number,
  options: object = {},
): Promise<{ html: string; entry: string; remove(): void }> {
  const site = new Site({
    "eleventy.config.js": config({ title: "A site", language: "de", ...options }),
    "index.md": page("Home"),
    "publications.bib": bibliography(count),
  });
  await site.builtInProcess();
  const hasPages = site.has("publications/key0/index.html");
  return {
    html: site.read("publications/index.html"),
    entry: hasPages ? site.read("publications/key0/index.html") : "",
    remove: () => site.remove(),
  };
}

test("up to 100 entries have abstract and BibTeX in the list", async () => {
  const { html, remove } = await built(100);
  assert.is(html.split('<details class="bibtex">').length, 100);
  assert.is(html.split('<details class="abstract">').length, 100);
  remove();
});

test("more entries link to them on their pages, in the language of the site", async () => {
  const { html, entry, remove } = await built(101);
  assert.not.match(html, /<details class="(?:abstract|bibtex)"/);
  const details = (id: string): string[] =>
    [...(html.split(`id="${id}"`)[1]?.split("</li>")[0] ?? "").matchAll(/<a href="[^"]*#[^<]*<\/a>/g)].map(
      String,
    );
  const [abstract, bibtex] = ["abstract", "bibtex"].map(
    (name) => (id: string, text: string) => `<a href="/publications/${id}/#${name}">${text}</a>`,
  );
  assert.equal(details("key0"), [abstract?.("key0", "Zusammenfassung"), bibtex?.("key0", "BibTeX")]);
  assert.equal(details("key1"), [bibtex?.("key1", "BibTeX")]);
  assert.equal(details("key2"), [abstract?.("key2", "Zusammenfassung")]);
  for (const id of ["abstract", "bibtex"]) assert.match(entry, `<h2 id="${id}">`);
  assert.match(html, '<details class="filters">');
  remove();
});

test("entries without pages keep their details in the list", async () => {
  const { html, remove } = await built(101, { pages: { publication: false } });
  assert.is(html.split('<details class="bibtex">').length, 101);
  remove();
});

test("the list of 1,000 entries is smaller than 1 MB", async () => {
  const { html, remove } = await built(1000);
  assert.is(html.split('<li class="publication"').length, 1001);
  assert.ok(Buffer.byteLength(html) < 1_000_000, `${Buffer.byteLength(html)} bytes`);
  remove();
});

test.run();
