import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, Site } from "../support/site.ts";
import { invalidHtml } from "../support/valid-html.ts";

// Expected texts are written by hand, from the 7th edition of APA's manual, IEEE's guide to references and Google Scholar's guidelines.

const test = suite<{ site: Site }>("how to cite a post");

const post = (fields: string, text = "Text.\n"): string =>
  `---\ndate: 2024-03-05\ntags: posts\nlayout: post\n${fields}\n---\n${text}`;

const authors = { hu: { name: "Edward J. Hu" }, beethoven: { name: "Ludwig van Beethoven" } };

const options = {
  title: "Notes on Tests",
  author: { name: "Edward J. Hu" },
  url: "https://example.org",
  timeZone: "America/Montreal",
  citePosts: true,
  languages: { fr: { title: "Notes" } },
};

const files = {
  "eleventy.config.js": config({ ...options, authors }, 'return { pathPrefix: "/lab/" };'),
  "index.md": page("Home", "", "home"),
  "posts/plain.md": post('title: "Trees & rings: a < b"'),
  "posts/several.md": post("title: 100% tests\nauthor: [hu, beethoven]"),
  "posts/ieee.md": post("title: In another style\ncitationStyle: ieee\nauthor: beethoven"),
  "posts/late.md": post("title: Late").replace("2024-03-05", "2024-03-05 23:30"),
  "posts/off.md": post("title: Off\ncitation: false"),
  "fr/posts/arbres.md": post("title: Des arbres"),
};

test.before(async (context) => {
  context.site = await new Site(files).builtInProcess();
});

test.after(({ site }) => site.remove());

const blockOf = (html: string): string => /<details class="cite-post".*?<\/details>/s.exec(html)?.[0] ?? "";

const referenceOf = (site: Site, url: string): string =>
  /<p>(.*)<\/p>/.exec(blockOf(site.read(`${url}/index.html`)))?.[1] ?? "";

const bibtexOf = (site: Site, url: string): string[] =>
  (/<code>(.*)<\/code>/s.exec(blockOf(site.read(`${url}/index.html`)))?.[1] ?? "")
    .replaceAll("&#92;", "\\")
    .split("\n")
    .map((line) => line.trim());

const tagsOf = (site: Site, url: string): string[] =>
  [...site.read(`${url}/index.html`).matchAll(/<meta name="citation_(\w+)" content="([^"]*)">/g)].map(
    ([, name, content]) => `${name}: ${content}`,
  );

test("the reference: in the site's style and the page's language, with every author", ({ site }) => {
  const url = (path: string): string =>
    `<a href="https://example.org/lab/${path}/">https://example.org/lab/${path}/</a>`;
  assert.is(
    referenceOf(site, "posts/plain"),
    `Hu, E. J. (2024, March 5). Trees &#38; rings: A &#60; b. <i>Notes on Tests</i>. ${url("posts/plain")}`,
  );
  assert.is(
    referenceOf(site, "posts/several"),
    `Hu, E. J., &#38; van Beethoven, L. (2024, March 5). 100% tests. <i>Notes on Tests</i>. ${url("posts/several")}`,
  );
  assert.match(
    referenceOf(site, "posts/ieee"),
    /^L\. van Beethoven\. “In another style\.” Notes on Tests\. \[Online\]\. Available: <a/,
  );
  assert.match(
    referenceOf(site, "fr/posts/arbres"),
    /^Hu, E\. J\. \(2024, mars 5\)\. Des arbres\. <i>Notes<\/i>/,
  );
  assert.match(blockOf(site.read("fr/posts/arbres/index.html")), "<summary>Citer ce billet</summary>");
});

test("the BibTeX: a web page with author, date and URL", ({ site }) => {
  assert.equal(bibtexOf(site, "posts/several"), [
    "@online{hu-2024-100-tests,",
    "author = {Hu, Edward J. and van Beethoven, Ludwig},",
    "howpublished = {Notes on Tests},",
    "year = {2024},",
    "month = mar,",
    "day = {5},",
    "title = {100\\% tests},",
    "url = {https://example.org/lab/posts/several/},",
    "}",
  ]);
  assert.match(bibtexOf(site, "posts/plain").join(), "title = {Trees \\&amp; rings: a \\textless");
});

test("the metadata: title, authors, date in the site's time zone, URLs", ({ site }) => {
  assert.equal(tagsOf(site, "posts/several"), [
    "title: 100% tests",
    "author: Edward J. Hu",
    "author: Ludwig van Beethoven",
    "publication_date: 2024/3/5",
    "fulltext_html_url: https://example.org/lab/posts/several/",
    "public_url: https://example.org/lab/posts/several/",
  ]);
  assert.ok(tagsOf(site, "posts/late").includes("publication_date: 2024/3/5"));
});

test("citation: false leaves it out, and other pages have none", ({ site }) => {
  for (const url of ["posts/off", ".", "blog"]) {
    assert.is(blockOf(site.read(`${url}/index.html`)), "", url);
    assert.equal(tagsOf(site, url), [], url);
  }
  assert.not.match(site.read("feed.xml"), "cite-post");
});

test("pages with it are valid HTML", async ({ site }) => {
  assert.equal(await invalidHtml(site, ["posts/plain/", "posts/several/", "fr/posts/arbres/"]), []);
});

test("citation: true adds it to one post; other values of other themes are ignored", async () => {
  const site = new Site({
    "eleventy.config.js": config({ ...options, citePosts: false }),
    "posts/on.md": post("title: On\ncitation: true"),
    "posts/other.md": post("title: Other\ncitation: { key: a }\nauthor: [Ann Roe, Jan Doe]"),
  });
  try {
    await site.builtInProcess();
    assert.match(referenceOf(site, "posts/on"), "Hu, E. J. (2024, March 5). On.");
    assert.is(blockOf(site.read("posts/other/index.html")), "");
    assert.match(site.read("posts/other/index.html"), '<meta name="author" content="Ann Roe, Jan Doe">');
  } finally {
    site.remove();
  }
});

test("without url there is a warning, and nothing to cite", async () => {
  const { url: _, ...others } = options;
  const site = new Site({ "eleventy.config.js": config(others), "posts/a.md": post("title: A") });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0);
    assert.match(output, 'option "citePosts" in eleventy.config.js has no effect without "url"');
    assert.is(blockOf(site.read("posts/a/index.html")), "");
  } finally {
    site.remove();
  }
});

test("each unknown author of several stops the build", async () => {
  const site = new Site({
    "eleventy.config.js": config({ ...options, authors }),
    "posts/a.md": post("title: A\nauthor: [hu, beethovn]"),
  });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 1);
    assert.match(output, 'field "author" in posts/a.md is "beethovn"');
    assert.match(output, 'Did you mean "beethoven"?');
  } finally {
    site.remove();
  }
});

test.run();
