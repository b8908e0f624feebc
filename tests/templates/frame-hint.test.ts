import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, Site } from "../support/site.ts";

const test = suite("a layout default.njk of the site's own");

const frame = '{% extends "indigo/default.njk" %}{% block footer %}<p>Mine</p>{% endblock %}';
const hint =
  'no page uses _includes/default.njk, and the theme\'s other layouts do not read it. To change every page, move it to _includes/indigo/default.njk and extend "theme/default.njk".';

const cases: Record<string, { files: Record<string, string>; hinted: boolean; rest?: string }> = {
  "no page uses it": { files: { "_includes/default.njk": frame, "index.md": page("A") }, hinted: true },
  "it extends theme/default.njk": {
    files: { "_includes/default.njk": frame.replace("indigo/", "theme/"), "index.md": page("A") },
    hinted: true,
  },
  "a page uses it": {
    files: { "_includes/default.njk": frame, "index.md": page("A", "", "default") },
    hinted: false,
  },
  "a page uses it with its extension": {
    files: { "_includes/default.njk": frame, "index.md": page("A", "", "default.njk") },
    hinted: false,
  },
  "a folder's data use it": {
    files: {
      "_includes/default.njk": frame,
      "notes/notes.json": '{ "layout": "default" }',
      "notes/a.md": "words",
    },
    hinted: false,
  },
  "another layout uses it": {
    files: {
      "_includes/default.njk": frame,
      "_includes/mine.njk": "---\nlayout: default\n---\n{{ content | safe }}",
      "index.md": page("A"),
    },
    hinted: false,
  },
  "another layout extends it": {
    files: {
      "_includes/default.njk": frame,
      "_includes/mine.njk": '{% extends "default.njk" %}',
      "index.md": page("A"),
    },
    hinted: false,
  },
  "a page extends it": {
    files: { "_includes/default.njk": frame, "index.njk": '{% extends "default.njk" %}' },
    hinted: false,
  },
  "an alias names it": {
    files: { "_includes/default.njk": frame, "index.md": page("A") },
    rest: 'eleventyConfig.addLayoutAlias("base", "default.njk");',
    hinted: false,
  },
  "it is a layout from scratch": {
    files: { "_includes/default.njk": "<html>{{ content | safe }}</html>", "index.md": page("A") },
    hinted: false,
  },
  "it is where it frames every page": {
    files: { "_includes/indigo/default.njk": frame.replace("indigo/", "theme/"), "index.md": page("A") },
    hinted: false,
  },
};

for (const [name, { files, hinted, rest = "" }] of Object.entries(cases)) {
  test(`${name}: ${hinted ? "a hint" : "no hint"}`, async () => {
    const site = new Site({ ...files, "eleventy.config.js": config({ title: "A" }, rest) });
    const { code, output } = await site.buildInProcess();
    const html = site.read("index.html");
    site.remove();
    assert.is(code, 0, output);
    assert.is(output.includes(hint), hinted, output);
    // It keeps its meaning: it frames the pages that name it, and no other.
    if (name.startsWith("a page uses")) assert.match(html, "<p>Mine</p>");
    if (hinted) assert.not.match(html, "<p>Mine</p>");
  });
}

test.run();
