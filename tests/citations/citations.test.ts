import { HtmlValidate } from "html-validate";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, Site } from "../support/site.ts";
import { forms, works } from "./forms.ts";
import { golden } from "./golden.ts";

// Citations in texts, by whole builds.

const test = suite("citations");

const plain = (html: string): string =>
  html
    .replaceAll(/<(?!\/?sup>)[^>]*>/g, "")
    .replaceAll("&#38;", "&")
    .replaceAll("&amp;", "&")
    .trim();

/** Returns the text of each citation of a page. */
const citationsOf = (html: string): string[] =>
  [...html.matchAll(/<span class="citation">(.*?)<\/span>/g)].map(([, inner = ""]) => plain(inner));

/** Returns the text of each reference of a page, without its links to the text and to its page. */
const referencesOf = (html: string): string[] =>
  [...html.matchAll(/<li id="ref-[^"]*">(.*?)<\/li>/g)].map(([, inner = ""]) =>
    plain(inner.replace(/ <a href="[^"]*" (?:aria-label="Link: |class="footnote-back").*$/, "")),
  );

const languages = ["en", "de"] as const;
const list = forms.map((form) => `- ${form}`).join("\n");

/** The same citations by shortcodes, in Nunjucks. */
const shortcodes = `<ul>
<li>{% cite "yang2019" %}</li>
<li>{% cite "see @hu2021a, pp. 3-5; @yang2019" %}</li>
<li>{% cite "yang2019", form="text" %}</li>
<li>{% cite "hu2021b", "p. 3", form="text" %}</li>
<li>{% cite "roe", form="year" %}</li>
<li>{% cite "hu2021a; hu2021b" %}</li>
<li>{% cite "roe", locator="chap. 2", suffix="and others" %}</li>
<li>{% cite "anon", form="text" %}</li>
</ul>
`;

/** The same in Liquid, whose arguments have no names. */
const liquidTags = `<ul>
<li>{% cite "yang2019" %}</li>
<li>{% cite "see @hu2021a, pp. 3-5; @yang2019" %}</li>
<li>{% cite "yang2019" "" "text" %}</li>
<li>{% cite "hu2021b" "p. 3" "text" %}</li>
<li>{% cite "roe" "" "year" %}</li>
<li>{% cite "hu2021a; hu2021b" %}</li>
<li>{% cite "@roe, chap. 2 and others" %}</li>
<li>{% cite "anon" "" "text" %}</li>
</ul>
`;

/** A site with Eleventy's Markdown and each template language, and one with kramdown's. */
const sites: Record<string, { files: Record<string, string>; engines: readonly string[] }> = {
  "Markdown, Nunjucks and Liquid": {
    files: {
      "eleventy.config.js": config({ title: "A site", languages: { de: { title: "Eine Seite" } } }),
    },
    engines: ["", "-njk", "-liquid"],
  },
  kramdown: {
    files: {
      "_config.yml": "title: A site\n",
      "eleventy.config.js": `import indigo from "eleventy-plugin-indigo";
export default function (eleventyConfig) {
  eleventyConfig.addPlugin(indigo, { config: "_config.yml", languages: { de: { title: "Eine Seite" } } });
}
`,
    },
    engines: [""],
  },
};

const pageIn = (style: string, text: string, more = ""): string =>
  `---\ntitle: A text\nlayout: page\ncitationStyle: ${style}\n${more}---\n${text}\n`;

for (const [name, { files: own, engines }] of Object.entries(sites))
  test(`each form in each style and two languages, in ${name}`, async () => {
    const texts: Record<string, [extension: string, text: string]> = {
      "": ["md", list],
      "-njk": ["njk", shortcodes],
      "-liquid": ["liquid", liquidTags],
    };
    const files: Record<string, string> = { ...own, "publications.bib": works };
    const permalink = (file: string): string => `permalink: /${file}/\n`;
    for (const style of Object.keys(golden))
      for (const language of languages)
        for (const engine of engines) {
          const [extension, text] = texts[engine] ?? ["", ""];
          const file = `${language === "de" ? "de/" : ""}${style}${engine}`;
          files[`${file}.${extension}`] = pageIn(style, text, permalink(file));
        }
    const site = new Site(files);
    await site.builtInProcess();
    for (const [style, { citations, references }] of Object.entries(golden))
      for (const language of languages)
        for (const engine of engines) {
          const page = `${language === "de" ? "de/" : ""}${style}${engine}/index.html`;
          const html = site.read(page);
          assert.equal(citationsOf(html), citations[language], page);
          const found = referencesOf(html);
          assert.is(found.length, references[language].length, page);
          for (const [index, start] of references[language].entries())
            assert.ok(found[index]?.startsWith(start), `${page}: ${found[index]} starts with ${start}`);
          assert.not.match(html, /data-indigo|undefined/);
        }
    site.remove();
  });

test("in Liquid, in kramdown mode, in the feed and under a path prefix", async () => {
  const site = new Site({
    "eleventy.config.js": `import indigo from "eleventy-plugin-indigo";
export default function (eleventyConfig) {
  eleventyConfig.addPlugin(indigo, { config: "_config.yml", citationStyle: "ieee" });
}
`,
    "_config.yml": "title: A site\nname: Ann Roe\nurl: https://example.org\nbaseurl: /base\n",
    "publications.bib": works,
    "_posts/2024-03-05-first.md":
      "---\ntitle: First\nlayout: post\n---\nAs [see @hu2021a, p. 3] and @roe {% cite 'yang2019' 'p. 4' %}.\n",
    "_posts/2024-03-06-second.html":
      "---\ntitle: Second\nlayout: post\n---\n<p>As {% cite 'hu2021b' %}.</p>\n",
  });
  await site.builtInProcess();
  const first = site.read("2024/03/05/first.html");
  assert.equal(citationsOf(first), ["see [1, p. 3]", "Roe [2]", "[3, p. 4]"]);
  const second = site.read("2024/03/06/second.html");
  assert.equal(citationsOf(second), ["[1]"]);
  for (const html of [first, second]) assert.match(html, 'href="/base/publications/hu2021');
  const feed = site
    .read("feed.xml")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"');
  assert.equal(citationsOf(feed), ["[1]", "see [1, p. 3]", "Roe [2]", "[3, p. 4]"]);
  assert.is(feed.split('role="doc-bibliography"').length, 3);
  assert.not.match(feed, "data-indigo");
  site.remove();
});

test("what is no citation stays text", async () => {
  const site = new Site({
    "eleventy.config.js": config({ title: "A site" }),
    "publications.bib": works,
    "index.md": `---
title: Home
---
Write to ann@roe or a@roe.org, follow @someone at https://example.org/@roe and [@roe](https://example.org) and [by @roe](x).
\`@roe\` \\@roe [a link][@roe] <https://example.org/@roe> [roe] [x@roe]

\`\`\`
[@roe]
\`\`\`

[@roe]: https://example.org/reference
`,
  });
  await site.builtInProcess();
  assert.equal(citationsOf(site.read("index.html")), []);
  assert.not.match(site.read("index.html"), "doc-bibliography");
  site.remove();
});

test("a site without publications reads @ as text", async () => {
  const site = new Site({
    "eleventy.config.js": config({ title: "A site" }),
    "index.md": page("Home", "[@roe] @roe"),
  });
  await site.builtInProcess();
  assert.match(site.read("index.html"), "[@roe] @roe");
  site.remove();
});

test("works of others are cited and never listed; a page may name a file of its own", async () => {
  const site = new Site({
    "eleventy.config.js": config({ title: "Ann Roe", references: "_data/references.bib" }),
    "publications.bib": works,
    "_data/references.bib":
      "@book{other, author={Li, Bo}, title={Of Li}, publisher={Press}, year=2001}\n@book{roe, author={Wrong, W}, title={Wrong}, year=1990}\n",
    "notes/own.bib":
      "@book{mine, author={Own, Olga}, title={Own}, publisher={Press}, year=2002}\n@book{other, author={Page, Pia}, title={Of the page}, publisher={Press}, year=2003}\n",
    "index.md": page("Home", "[@other; @roe]"),
    "notes/a.md": "---\ntitle: A\nreferences: own.bib\n---\n[@mine; @other]\n",
    "notes/b.md": "---\ntitle: B\nreferences: notes/own.bib\n---\n[@mine]\n",
  });
  await site.builtInProcess();
  assert.equal(citationsOf(site.read("index.html")), ["(Li, 2001; Roe, 2018)"]);
  assert.equal(citationsOf(site.read("notes/a/index.html")), ["(Own, 2002; Page, 2003)"]);
  assert.equal(citationsOf(site.read("notes/b/index.html")), ["(Own, 2002)"]);
  assert.not.match(site.read("publications/index.html"), "Of Li");
  assert.ok(!site.files().some((file) => /other|mine/.test(file)));
  site.remove();
});

test("references stand where their shortcode stands, with links both ways", async () => {
  const site = new Site({
    "eleventy.config.js": config({ title: "A site" }),
    "publications.bib": works,
    "index.md": page("Home", "[@roe]\n\n{% references %}\n\nAfter [@roe; @yang2019].", "page"),
  });
  await site.builtInProcess();
  const html = site.read("index.html");
  assert.ok(html.indexOf("doc-bibliography") < html.indexOf("After"));
  assert.is(html.split("doc-bibliography").length, 2);
  const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
  const targets = [...html.matchAll(/href="#((?:ref|cite)-[^"]*)"/g)].map(([, id]) => id);
  assert.is(targets.length, 6);
  for (const target of targets) assert.ok(ids.has(target), target);
  assert.match(html, 'aria-label="Back to the text 2"');
  const report = await new HtmlValidate({
    extends: ["html-validate:recommended"],
    rules: { "no-trailing-whitespace": "off", "long-title": "off", "no-inline-style": "off" },
  }).validateString(html);
  assert.equal(
    report.results.flatMap(({ messages }) => messages.map(({ message, line }) => `${line}: ${message}`)),
    [],
  );
  site.remove();
});

test("the author's own heading is that of the references", async () => {
  const site = new Site({
    "eleventy.config.js": config({ title: "A site" }),
    "publications.bib": works,
    "last.md": page("A", "[@roe]\n\n## Works cited\n"),
    "marked.md": page("A", "[@roe]\n\n## Works cited\n\n{% references %}\n\n## More\n\nText."),
    "other.md": page("A", "## References\n\nFor the job: [@roe].\n"),
  });
  await site.builtInProcess();
  for (const name of ["last", "marked"]) {
    const html = site.read(`${name}/index.html`);
    assert.match(html, 'role="doc-bibliography" aria-labelledby="works-cited">');
    assert.not.match(html, '<h2 id="references">');
  }
  const other = site.read("other/index.html");
  assert.match(other, 'aria-labelledby="references-2">\n<h2 id="references-2">References</h2>');
  site.remove();
});

test("an unknown key is told with file, line and the nearest key, and marked", async () => {
  const site = new Site({
    "eleventy.config.js": config({ title: "A site" }),
    "publications.bib": works,
    "index.md": "---\ntitle: Home\n---\nText.\n\n[@yang2018], [@roe; @nothing] and @hu2021x.\n",
  });
  const { code, output } = await site.buildInProcess();
  assert.is(code, 0, output);
  assert.match(
    output,
    'indigo: index.md:6 cites "yang2018", which is in no bibliography. Did you mean "yang2019"?',
  );
  assert.match(output, 'indigo: index.md:6 cites "nothing", which is in no bibliography.');
  assert.match(
    output,
    'indigo: index.md:6 cites "hu2021x", which is in no bibliography. Did you mean "hu2021',
  );
  const html = site.read("index.html");
  assert.match(html, '<strong class="missing-citation">yang2018?</strong>');
  assert.equal(citationsOf(html)[1], "(Roe, 2018) nothing?");
  site.remove();
});

test("2,000 citations in one text", async () => {
  const many = Array.from(
    { length: 500 },
    (_, at) => `@book{key${at}, author={Roe${at}, Ann}, title={T${at}}, publisher={P}, year=2001}`,
  );
  const site = new Site({
    "eleventy.config.js": config({ title: "A site" }),
    "publications.bib": many.join("\n"),
    "index.md": page("Home", Array.from({ length: 2000 }, (_, at) => `[@key${at % 500}]`).join("\n\n")),
  });
  await site.builtInProcess();
  const html = site.read("index.html");
  assert.is(citationsOf(html).length, 2000);
  assert.is(referencesOf(html).length, 500);
  site.remove();
});

test("the kind of a thesis is written, and not the key that BibLaTeX has for it", async () => {
  const site = new Site({
    "eleventy.config.js": config({ title: "A site" }),
    "text.md": pageIn("apa", "As shown [@steps]."),
    "publications.bib":
      "@phdthesis{steps, author = {Roe, Ann}, title = {Large steps}, school = {University of Trees}, year = 2007}\n",
  });
  try {
    await site.builtInProcess();
    const [reference = ""] = referencesOf(site.read("text/index.html"));
    assert.match(reference, "[Doctoral dissertation]");
    assert.not.match(reference, "phdthesis");
  } finally {
    site.remove();
  }
});

test.run();
