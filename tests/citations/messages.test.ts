import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, Site } from "../support/site.ts";
import { works } from "./forms.ts";

const test = suite("messages about citations");

const csl = (inner: string, attributes = 'class="in-text" version="1.0"'): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<style xmlns="http://purl.org/net/xbiblio/csl" ${attributes}><info><title>Own</title><id>own</id></info>${inner}</style>\n`;

const own = csl(
  '<citation><layout prefix="{" suffix="}" delimiter="; "><names variable="author"><name form="short"/></names><text variable="locator" prefix=" @ "/></layout></citation><bibliography><layout suffix="!"><text variable="title"/></layout></bibliography>',
);

async function build(
  options: object,
  files: Record<string, string>,
): Promise<{ output: string; html: string }> {
  const site = new Site({
    "eleventy.config.js": config({ title: "A site", ...options }),
    "publications.bib": works,
    "index.md": page("Home", "[@roe, p. 3]"),
    ...files,
  });
  const { output } = await site.buildInProcess();
  const html = site.has("index.html") ? site.read("index.html") : "";
  site.remove();
  return { output, html };
}

test("a style of the site's own", async () => {
  const { html, output } = await build({ citationStyle: "own.csl" }, { "own.csl": `\uFEFF${own}` });
  assert.match(html, "{Roe @ 3}</a>");
  assert.match(html, ">A book!");
  assert.not.match(output, "indigo:");
});

const cases: [name: string, options: object, files: Record<string, string>, message: string][] = [
  [
    "an unknown style",
    { citationStyle: "chicgo" },
    {},
    'indigo: option "citationStyle" in eleventy.config.js must be "apa", "chicago", "ieee", "vancouver", "nature" or "acm", or a .csl file of the site, but it is "chicgo". Did you mean "chicago"?',
  ],
  [
    "a style that is missing",
    { citationStyle: "own.csl" },
    {},
    'indigo: option "citationStyle" in eleventy.config.js names a file that does not exist: "own.csl".',
  ],
  [
    "a style that is no XML",
    { citationStyle: "own.csl" },
    { "own.csl": "not a style" },
    'option "citationStyle" in eleventy.config.js names "own.csl", which is no CSL style: it has no <style>.',
  ],
  [
    "a style that is cut off",
    { citationStyle: "own.csl" },
    { "own.csl": own.slice(0, 300) },
    'option "citationStyle" in eleventy.config.js names "own.csl", which ',
  ],
  [
    "a style that points to another",
    { citationStyle: "own.csl" },
    {
      "own.csl": csl("").replace(
        "</info>",
        '<link href="https://example.org/styles/parent" rel="independent-parent"/></info>',
      ),
    },
    "which only points to another style: use the .csl file of https://example.org/styles/parent.",
  ],
  [
    "references that are missing",
    { references: "others.bib" },
    {},
    'indigo: option "references" in eleventy.config.js names a file that does not exist: "others.bib".',
  ],
  [
    "a page's style",
    {},
    { "index.md": "---\ntitle: A\ncitationStyle: mla\n---\n[@roe]\n" },
    'field "citationStyle" in index.md must be "apa",',
  ],
  [
    "a page's style that is no text",
    {},
    { "index.md": "---\ntitle: A\ncitationStyle: [apa]\n---\n[@roe]\n" },
    'field "citationStyle" in index.md must be a text, but it is ["apa"].',
  ],
  [
    "a page's references that are missing",
    {},
    { "index.md": "---\ntitle: A\nreferences: own.bib\n---\n[@roe]\n" },
    'field "references" in index.md names a file that does not exist: "own.bib".',
  ],
  [
    "a page's references outside of the site",
    {},
    { "index.md": "---\ntitle: A\nreferences: ../../package.json\n---\n[@roe]\n" },
    'field "references" in index.md names a file that does not exist: "../../package.json".',
  ],
  [
    "cite without a work",
    {},
    { "index.md": page("Home", "{% cite roe %}") },
    '{% cite %} in index.md needs the id of a work in quotes, such as {% cite "lora" %}, but it has none.',
  ],
  [
    "cite with an unknown argument",
    {},
    { "a.njk": '{% cite "roe", loctor="3" %}' },
    '{% cite %} in a.njk has the unknown argument "loctor". Use "locator", "prefix", "suffix" or "form". Did you mean "locator"?',
  ],
  [
    "cite with an unknown form",
    {},
    { "a.njk": '{% cite "roe", form="footnote" %}' },
    '{% cite %} in a.njk: "form" must be "parentheses", "text" or "year", but it is "footnote".',
  ],
];

for (const [name, options, files, message] of cases)
  test(name, async () => {
    const { output } = await build(options, files);
    assert.ok(output.includes(message), output);
    assert.not.match(output, /^\s+at .+:\d+/m);
  });

test("field references that is another theme's is left alone", async () => {
  const { html, output } = await build(
    {},
    { "index.md": "---\ntitle: A\nreferences: [One, Two]\n---\n[@roe]\n" },
  );
  assert.match(html, "(Roe, 2018)");
  assert.not.match(output, "indigo:");
});

test.run();
