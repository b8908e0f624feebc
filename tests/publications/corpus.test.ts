import { parse } from "@retorquere/bibtex-parser";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { CslName } from "../../plugin/publications/csl/schema.ts";
import { displayName } from "../../plugin/publications/people/names.ts";
import { corpus, type Entry, meantSyntax } from "../support/corpus/index.ts";
import { leftoverRules, leftovers } from "../support/leftovers.ts";
import { config, page, Site } from "../support/site.ts";
import { invalidHtml } from "../support/valid-html.ts";

const test = suite("a large bibliography in the manner of each exporter");

const entries: readonly Entry[] = corpus.flatMap((file) => file.entries);

const site = new Site({
  "eleventy.config.js": config({
    title: "Ann Roe",
    url: "https://example.org",
    bibliography: corpus.map(({ name }) => name),
  }),
  "index.md": page("Home", '{% publications "selected" %}\n\n{% publication "alfolio501" %}'),
  ...Object.fromEntries(corpus.map(({ name, source }) => [name, source])),
});
let output = "";

test.before(async () => {
  const outcome = await site.buildInProcess();
  output = outcome.output;
  assert.is(outcome.code, 0, output);
});

test.after(() => site.remove());

const read = (name: string): string => site.read(name);
const textFiles = (): string[] => site.files().filter((name) => /\.(?:html|json|xml|bib|txt)$/.test(name));

interface Item {
  id: string;
  title: string;
  author?: CslName[];
}
const items = (): Item[] => JSON.parse(read("publications.json")) as Item[];

test("the corpus is large, and no two of its entries are one text with other numbers", () => {
  assert.ok(entries.length >= 400, `${entries.length} entries`);
  const shapes = new Set(entries.map(({ source }) => source.replaceAll(/\d+/g, "0")));
  assert.ok(shapes.size > entries.length * 0.95, `${shapes.size} shapes`);
  for (const { name, source } of corpus) {
    const { entries: others } = parse(source, { english: false });
    const listed = others.filter(({ type }) => type !== "proceedings");
    const count = corpus.find((file) => file.name === name)?.entries.length;
    assert.is(listed.length, count, `${name}, as an independent parser reads it`);
  }
});

test("no entry is lost: each has its page and is in the list, in BibTeX and in CSL-JSON", () => {
  assert.is(items().length, entries.length);
  const pages = site.files().filter((name) => /^publications\/[^/]+\/index\.html$/.test(name));
  const bibtex = site.files().filter((name) => /^publications\/[^/]+\/citation\.bib$/.test(name));
  assert.is(pages.length, entries.length);
  assert.is(bibtex.length, entries.length);
  const list = site.pages().filter((name) => name === "publications/");
  const links = list.flatMap((name) => [
    ...read(`${name}index.html`).matchAll(/<article\b|<li class="publication/g),
  ]);
  assert.ok(links.length >= entries.length, `${links.length} entries in the list`);
});

/** Returns a text in one form of its quotes, hyphens and superscripts, without CSL's markup. */
const comparable = (text: string): string =>
  text
    .replaceAll(/<\/?(?:i|b|sup|sub|span)(?: [^<>]*)?>/g, "")
    .normalize("NFKC")
    .replaceAll(/[’‘]/g, "'")
    .replaceAll(/[“”]/g, '"')
    .replaceAll("−", "-")
    .replaceAll("∼", "~")
    .replaceAll(/\s+/g, " ");

const nameOf = ({ literal, family, given, suffix, ...rest }: CslName): string =>
  displayName({
    ...(literal !== undefined && { literal }),
    ...(family !== undefined && { family }),
    ...(given !== undefined && { given }),
    ...(suffix !== undefined && { suffix }),
    particle: [rest["dropping-particle"], rest["non-dropping-particle"]].filter(Boolean).join(" "),
  });

test("each title and each name is what its exporter was given", () => {
  const compared = { titles: 0, names: 0 };
  for (const [index, item] of items().entries()) {
    const { key, title, authors } = entries[index] as Entry;
    assert.ok(item.id.startsWith(key), `${key}: ${item.id}`);
    if (title !== undefined) {
      compared.titles += 1;
      assert.is(comparable(item.title), comparable(title), key);
    }
    if (authors !== undefined) {
      compared.names += 1;
      assert.is(comparable((item.author ?? []).map(nameOf).join("; ")), comparable(authors.join("; ")), key);
    }
  }
  assert.ok(compared.titles > 380 && compared.names > 350, JSON.stringify(compared));
});

test("nothing of LaTeX, HTML or JavaScript is left over in any file", () => {
  const found = textFiles().flatMap((file) =>
    leftovers(file, read(file), meantSyntax).map((leftover) => `${file}: ${leftover}`),
  );
  assert.equal(found.slice(0, 20), []);
  assert.not.match(output, /undefined|NaN|\[object|\n\s+at /);
});

test("what is private stays on the machine of its author", () => {
  for (const file of site.files()) assert.not.match(read(file), "privateuser", file);
  for (const file of site.files().filter((name) => name.endsWith(".bib")))
    assert.not.match(
      read(file),
      /^\s*(?:file|owner|groups|timestamp|mendeley-\w+|bdsk-[\w-]+|annote)\s*=/im,
      file,
    );
});

test("the BibTeX of the site is what an independent parser reads as the same entries", () => {
  const { entries: others, errors } = parse(read("publications.bib"), { english: false });
  // Commands that the other parser does not know are no fault of the file.
  assert.equal(
    errors.filter(({ error }) => !/^unhandled/.test(error)),
    [],
  );
  const own = others.filter(({ type }) => type !== "proceedings");
  assert.is(own.length, entries.length);
  const keys = new Set(own.map(({ key }) => key));
  for (const { id } of items()) assert.ok(keys.has(id), id);
});

test("pages of each exporter are valid HTML", async () => {
  const pages = site.pages().filter((_, index) => index % 25 === 0);
  assert.equal(
    await invalidHtml(site, [...pages, "publications/", ""], { "valid-id": ["error", { relaxed: true }] }),
    [],
  );
});

const samples: Readonly<Record<string, readonly string[]>> = {
  "a value that is missing": [
    "<p>undefined</p>",
    "<title>NaN</title>",
    '<meta content="[object Object]">',
    "<p>null, 2020</p>",
  ],
  "a backslash": ["<h1>A \\emph b</h1>", '<meta name="citation_title" content="\\alpha">'],
  "a brace": ["<p>{A}</p>", '<img alt="}">'],
  "a tag as text": [
    "<p>&lt;i&gt;x&lt;/i&gt;</p>",
    "<p>&lt;jats:p&gt;</p>",
    '<p>&lt;a href="x"&gt;</p>',
    "<p>a &#60;br/&#62; b</p>",
  ],
  "a character reference as text": ["<p>A &amp;amp; B</p>", "<p>&amp;#8217;</p>", "<p>&amp;eacute;</p>"],
  "a formula as text": ["<p>of $x^2$ and</p>"],
  "quotes or dashes of TeX": ["<p>``a</p>", "<p>b''</p>", "<p>1--2</p>"],
  "a placeholder": ["<p>\uE101</p>", "<p>\uFFFD</p>"],
  "an accent without a letter": ["<p>a \u0301b</p>"],
  "empty brackets": ["<p>Roe ().</p>", "<p>[ ]</p>"],
  "punctuation without words": [
    "<p>A, , B</p>",
    "<p>A. . B</p>",
    "<p>A. In <i>, 1–2</i></p>",
    "<p>A,. B</p>",
    "<p>, A</p>",
    "<p>A (, 2)</p>",
    "<p>A;, B</p>",
  ],
};

test("the scan finds each kind of leftover, in pages, attributes, JSON-LD, feeds and CSL-JSON", () => {
  assert.equal(Object.keys(samples).sort(), [...leftoverRules].sort());
  for (const [rule, pages] of Object.entries(samples)) {
    for (const html of pages) {
      const [first = ""] = leftovers("a.html", `<!doctype html><body>${html}`);
      assert.ok(first.startsWith(rule), `${html}: ${first}`);
    }
  }
  const cases: [file: string, content: string, rule: string][] = [
    ["a.json", '[{"title": "A {B}"}]', "a brace"],
    ["a.json", '[{"title": "A <p>B</p>"}]', "a tag as text"],
    ["a.html", '<script type="application/ld+json">{"name": "\\\\x"}</script>', "a backslash"],
    ["a.html", "<pre><code>year = {undefined}</code></pre>", "a value that is missing"],
    ["a.xml", '<feed><title type="text">A &amp;amp; B</title></feed>', "a character reference as text"],
    ["a.xml", '<feed><content type="html">&lt;p&gt;A {B}&lt;/p&gt;</content></feed>', "a brace"],
    ["a.xml", "<feed><summary>A &lt;i&gt;B&lt;/i&gt;</summary></feed>", "a tag as text"],
    ["a.bib", "@misc{a, year = {NaN}}", "a value that is missing"],
  ];
  for (const [file, content, rule] of cases)
    assert.ok(leftovers(file, content)[0]?.startsWith(rule), `${content}: ${leftovers(file, content)}`);
});

test("the scan lets text through that only looks like leftovers", () => {
  const texts = [
    "A. B. C. of N. N.: notes",
    "x &lt; 5 and y &gt; 7, p &lt;0.05, a &lt;b and c&gt; d",
    "R&amp;D; AT&amp;T",
    "$5 and $6 … (1), (2)",
    "In vivo, in vitro; In Proc.",
    "E. g., 1,000 – 2",
  ];
  for (const text of texts) assert.equal(leftovers("a.html", `<p>${text}</p>`), [], text);
  assert.equal(leftovers("a.json", '{"title": "An <i>x</i> of H<sub>2</sub>O"}'), []);
  assert.equal(leftovers("a.html", "<pre>title = {A \\emph{b}}</pre><script>x = {}</script>"), []);
  assert.equal(leftovers("a.html", "<p>(\\) and {0, 1}</p>", meantSyntax), []);
});

test.run();
