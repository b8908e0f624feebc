import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, Site } from "../support/site.ts";

const test = suite("publications");

const source = `
- id: lora
  title: "LoRA: Low-Rank Adaptation"
  venue: ICLR
  year: 2022
  selected: true
  links:
    - { label: Paper, url: https://arxiv.org/abs/2106.09685 }
    - { label: '"AI at Scale"', url: https://example.org/a?b=1&c=2, text: Mentioned in }
- id: mup
  title: μP
  authors: [Greg Yang, Edward Hu]
  venue: ICML 2021
  year: "2021"
`;

const lora =
  '<li class="publication">\n<div class="title">LoRA: Low-Rank Adaptation</div>\n' +
  '<div class="venue"><i>ICLR 2022</i></div>\n' +
  '<div class="links">[<a href="https://arxiv.org/abs/2106.09685">Paper</a> | Mentioned in ' +
  '<a href="https://example.org/a?b=1&amp;c=2">&quot;AI at Scale&quot;</a>]</div>\n</li>\n';
const mup =
  '<li class="publication">\n<div class="title">μP</div>\n<div class="authors">Greg Yang, Edward Hu</div>\n' +
  '<div class="venue"><i>ICML 2021</i></div>\n</li>\n';
const list = (...items: string[]): string => `<ul class="publications">\n${items.join("")}</ul>`;

/** Builds one page of a site with publications and gives its output. */
async function render(file: string, content: string, files: Record<string, string> = {}): Promise<string> {
  const site = new Site({
    "eleventy.config.js": config({ title: "Edward Hu" }),
    "publications.yaml": source,
    ...files,
    [file]: content,
  });
  try {
    return (await site.builtInProcess()).read("index.html").trim();
  } finally {
    site.remove();
  }
}

const languages: [language: string, file: string, wrap: (call: string, argument: string) => string][] = [
  ["Nunjucks", "index.njk", (call, argument) => `{% ${call} ${argument} %}`],
  ["Liquid", "index.liquid", (call, argument) => `{% ${call} ${argument} %}`],
  ["Markdown", "index.md", (call, argument) => `{% ${call} ${argument} %}`],
  [
    "JavaScript",
    "index.11ty.js",
    (call, argument) => `export default function () { return this.${call}(${argument}); }`,
  ],
];

for (const [language, file, wrap] of languages) {
  test(`one by its id in ${language}`, async () => {
    assert.is(await render(file, wrap("publication", '"lora"')), list(lora));
  });

  test(`the selected ones in ${language}`, async () => {
    assert.is(await render(file, wrap("publications", '"selected"')), list(lora));
  });

  test(`all of them, in the order of the file, in ${language}`, async () => {
    assert.is(await render(file, wrap("publications", "")), list(lora, mup));
  });
}

for (const [language, file, wrap] of languages) {
  test(`divided by year, the newest first, in ${language}`, async () => {
    const html = await render(file, wrap("publications", '"by year"'));
    const heading = (year: number): string =>
      `<h3 class="publication-group">${year} <span class="count">1</span></h3>`;
    assert.is(html, `${heading(2022)}\n${list(lora)}\n${heading(2021)}\n${list(mup)}`);
  });

  test(`the first of them in ${language}`, async () => {
    assert.is(await render(file, wrap("publications", '"limit 1"')), list(lora));
  });
}

test("a list's named arguments in Nunjucks", async () => {
  const html = await render("index.njk", '{% publications by="type", limit=1 %}');
  assert.is(html, `<h3 class="publication-group">Other <span class="count">1</span></h3>\n${list(lora)}`);
});

test("co-authors lead to where they are at home, the site's author is in bold, in the full list", async () => {
  const site = new Site({
    "eleventy.config.js": config({
      title: "Site",
      author: { name: "Edward J. Hu", names: ["胡"] },
      coauthors: "coauthors.yaml",
    }),
    "coauthors.yaml": "yang:\n  - firstname: [Greg, G.]\n    url: https://example.org/greg\n",
    "publications.yaml": `${source}- { id: zh, title: Z, authors: [胡, "Hu, Emily", "E. Hu*"], venue: V, year: 2020 }\n`,
  });
  const html = (await site.builtInProcess()).read("publications/index.html");
  site.remove();
  assert.match(html, '<a href="https://example.org/greg">Greg Yang</a>, <strong>Edward Hu</strong>');
  assert.match(html, "<strong>胡</strong>, Hu, Emily, <strong>E. Hu*</strong>");
});

const front = "---\nwork:\n  title: A thesis\n  venue: Mila\n  year: 2024\n---\n";
const thesis =
  '<li class="publication">\n<div class="title">A thesis</div>\n<div class="venue"><i>Mila 2024</i></div>\n</li>\n';

for (const file of ["index.njk", "index.liquid", "index.md"]) {
  test(`one from an object in ${file}`, async () => {
    assert.is(await render(file, `${front}{% publication work %}`), list(thesis));
  });
}

test("one from an object in JavaScript", async () => {
  const code =
    'export default function () { return this.publication({ title: "A thesis", venue: "Mila", year: 2024 }); }';
  assert.is(await render("index.11ty.js", code), list(thesis));
});

test("one from named arguments in Nunjucks", async () => {
  const call = '{% publication title="A thesis", venue="Mila", year=2024 %}';
  assert.is(await render("index.njk", call), list(thesis));
  assert.is(await render("index.njk", '{% publication id="lora" %}'), list(lora));
});

test("named arguments take the place of an entry's fields", async () => {
  const html = await render("index.njk", '{% publication "mup", venue="Oral at ICML" %}');
  assert.is(html, list(mup.replace("ICML 2021", "Oral at ICML 2021")));
});

test("a list within Markdown leaves what stands around it alone", async () => {
  const html = await render("index.md", 'Before.\n\n{% publications "selected" %}\n\n*After*.\n');
  assert.is(html, `<p>Before.</p>\n${list(lora)}\n<p><em>After</em>.</p>`);
});

test("publications.json, and a file in the data folder, serve as well", async () => {
  const json = JSON.stringify([{ id: "j", title: "J", venue: "V", year: 2020 }], null, 2);
  const item =
    '<li class="publication">\n<div class="title">J</div>\n<div class="venue"><i>V 2020</i></div>\n</li>\n';
  const call = '{% publication "j" %}';
  assert.is(
    await render("index.md", call, { "publications.yaml": "", "publications.json": json }),
    list(item),
  );
  assert.is(await render("index.md", call, { "_data/publications.json": json }), list(item));
});

test("an empty file of publications makes an empty list", async () => {
  assert.is(await render("index.md", "{% publications %}", { "publications.yaml": "" }), "");
});

test("Windows line ends and a byte-order mark do no harm", async () => {
  const windows = `\uFEFF${source.trim().replaceAll("\n", "\r\n")}`;
  assert.is(
    await render("index.md", '{% publication "lora" %}', { "publications.yaml": windows }),
    list(lora),
  );
});

test("markup in any text comes out as text", async () => {
  const evil = `"><script>alert('1')</script>&{{ 7 * 7 }}`;
  const quoted = JSON.stringify(evil);
  const html = await render("index.md", "{% publications %}", {
    "publications.yaml":
      `- id: ${quoted}\n  title: ${quoted}\n  authors: [${quoted}]\n  venue: ${quoted}\n  year: 2020\n` +
      `  links: [{ label: ${quoted}, text: ${quoted}, url: "https://example.org/\\"><script>" }]\n`,
  });
  assert.not.match(html, "<script");
  const text = "&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;{{ 7 * 7 }}";
  assert.is(html.split(text).length - 1, 5, html);
});

test("text of several lines stays one block in Markdown", async () => {
  const html = await render("index.md", "{% publications %}", {
    "publications.yaml": '- id: a\n  title: "One\\n\\n    two"\n  venue: V\n  year: 2020\n',
  });
  assert.match(html, '<div class="title">One two</div>');
  assert.not.match(html, "<pre>");
});

test("names in parts, and what makes links", async () => {
  const html = await render("index.md", "{% publications %}", {
    "publications.yaml":
      "- id: a\n  title: A\n  venue: V\n  year: 2020\n  doi: 10.1/a\n  authors:\n" +
      "    - { given: Ludwig, particle: van, family: Beethoven }\n    - 'Hu, E. J.'\n    - { literal: WHO }\n" +
      "  links: [{ label: Press, url: https://example.org/ }]\n",
  });
  assert.match(html, '<div class="authors">Ludwig van Beethoven, Hu, E. J., WHO</div>');
  assert.match(html, '[<a href="https://doi.org/10.1/a">DOI</a> | <a href="https://example.org/">Press</a>]');
});

test("an author's partial takes the place of the theme's, with the site's filters", async () => {
  const html = await render("index.md", "{% publications %}", {
    "eleventy.config.js": config({}, 'eleventyConfig.addFilter("shout", (text) => text.toUpperCase());'),
    "_includes/indigo/publications/publications.njk":
      "{% for item in publications %}<b>{{ item.title | shout }}</b>{% endfor %}",
  });
  assert.match(html, "<b>LORA: LOW-RANK ADAPTATION</b><b>ΜP</b>");
});

test("an author's shortcode of the same name stays theirs", async () => {
  const html = await render("index.md", '{% publication "x" %}', {
    "eleventy.config.js": config({}, 'eleventyConfig.addShortcode("publication", (id) => "mine: " + id);'),
  });
  assert.is(html, "<p>mine: x</p>");
});

test.run();
