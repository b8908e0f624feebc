import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, Site } from "../support/site.ts";

// A style of notes, whose citations are footnotes. Pandoc writes the same texts for it.

const test = suite("citations in notes");

const works = `@book{gray, author={Gray, Gus}, title={Looms}, publisher={Press}, year=1999}
@book{hall, author={Hall, Hal}, title={Threads}, publisher={Press}, year=2005}
`;

/** Full at first, "Gray" and the place later, "Ibid." right after. */
const style = `<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
<info><title>Notes of tests</title><id>notes</id><updated>2024-01-01T00:00:00Z</updated></info>
<citation><layout suffix="." delimiter="; "><choose>
<if position="ibid-with-locator"><group delimiter=", "><text value="Ibid."/><text variable="locator"/></group></if>
<else-if position="ibid"><text value="Ibid."/></else-if>
<else-if position="subsequent"><group delimiter=", "><names variable="author"><name form="short"/></names><text variable="locator"/></group></else-if>
<else><group delimiter=", "><names variable="author"/><text variable="title" font-style="italic"/><text variable="locator"/></group></else>
</choose></layout></citation>
<bibliography><sort><key variable="author"/></sort><layout suffix="."><names variable="author"/><text variable="title" prefix=", "/></layout></bibliography>
</style>`;

const text = `First [@gray, p. 3]. Same [@gray, p. 3], place [@gray, p. 4].[^own] Other [see @hall; @gray].

Then @hall [p. 5] says.

[^own]: My own, with [@hall, p. 1] in it.
`;

const body = ["First.1 Same,2 place.34 Other.5", "Then Hall6 says."];

const notes = [
  "Gus Gray, Looms, 3.",
  "Ibid.",
  "Ibid., 4.",
  "My own, with (Hal Hall, Threads, 1) in it.",
  "See Hall; Gray.",
  "5.",
];

const textOf = (html: string): string =>
  html
    .replaceAll(/<a[^>]*role="doc-backlink"[^>]*>.*?<\/a>/gs, "")
    .replaceAll(/<[^<>]*>/g, "")
    .replaceAll(/&nbsp;|\s+/g, " ")
    .trim();

const notesOf = (html: string): string[] =>
  [...html.matchAll(/<li id="fn:[^"]*">(.*?)<\/li>/gs)].map(([, inner = ""]) => textOf(inner));

const configs: Record<string, Record<string, string>> = {
  "Eleventy's Markdown": {
    "eleventy.config.js": config({ title: "A site", citationStyle: "notes.csl", references: "works.bib" }),
  },
  kramdown: {
    "eleventy.config.js": `import indigo from "eleventy-plugin-indigo";
export default function (eleventyConfig) {
  eleventyConfig.addPlugin(indigo, { config: "_config.yml", citationStyle: "notes.csl", references: "works.bib" });
}
`,
    "_config.yml": "title: A site\n",
  },
};

const build = async (files: Record<string, string>, name = "index.html"): Promise<string> => {
  const site = new Site({ "notes.csl": style, "works.bib": works, ...files });
  await site.builtInProcess();
  const html = site.read(name);
  site.remove();
  return html;
};

for (const [name, files] of Object.entries(configs))
  test(`footnotes among the text's own: ${name}`, async () => {
    const html = await build({ ...files, "index.md": page("Home", text) });
    const paragraphs = [...html.matchAll(/<p>((?:First|Then).*?)<\/p>/gs)].map(([, inner = ""]) =>
      textOf(inner),
    );
    assert.equal(paragraphs, body);
    assert.equal(notesOf(html), notes);
    const [, references = ""] = html.split('role="doc-bibliography"');
    assert.equal(
      [...references.matchAll(/<li[^>]*>(.*?)<\/li>/gs)].map(([, inner = ""]) => textOf(inner)),
      ["Gus Gray, Looms.", "Hal Hall, Threads."],
    );
    for (const [, id] of html.matchAll(/ href="#([^"]+)"/g)) assert.ok(html.includes(` id="${id}"`), id);
    assert.not.match(html, "data-indigo");
  });

test("a shortcode in Markdown is a footnote, in a template a text in parentheses", async () => {
  const files = configs["Eleventy's Markdown"] ?? {};
  const md = await build({ ...files, "index.md": page("Home", "A loom {% cite 'gray' 'p. 3' %}. End.") });
  assert.match(textOf(md), "A loom.1 End.");
  assert.equal(notesOf(md), ["Gus Gray, Looms, 3."]);
  const njk = await build({
    ...files,
    "index.njk": page(
      "Home",
      "<p>A loom {% cite 'gray', 'p. 3' %} and {% cite 'gray', 'p. 4', form='text' %}, {% cite 'gray', form='text' %}.</p>",
    ),
  });
  assert.match(textOf(njk), "A loom (Gus Gray, Looms, 3) and Gray (Ibid., 4), (Gray).");
});

test("a style by author and date leaves footnotes alone", async () => {
  const files = {
    ...configs["Eleventy's Markdown"],
    "eleventy.config.js": config({ title: "A", references: "works.bib" }),
  };
  const html = await build({ ...files, "index.md": page("Home", text) });
  assert.equal(notesOf(html), ["My own, with (Hall, 2005, p. 1) in it."]);
});

test.run();
