import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, Site } from "../support/site.ts";

// `--quiet` hides what Eleventy says about its work, and no problem of the site.

const test = suite("warnings in quiet builds");

/** A file or option with a problem, and the start of its warning after `indigo: `. */
const cases: Record<string, { files?: Record<string, string>; options?: object; warning: string }> = {
  "a formula": {
    files: { "formula.md": page("Formula", "$\\nix$") },
    warning: "the formula $\\nix$ in formula.md:5 cannot be rendered",
  },
  "an image": { files: { "image.md": page("Image", "![a](gone.svg)") }, warning: "image.md:5" },
  "a citation": { files: { "cite.md": page("Cite", "[@nobody]") }, warning: "cite.md:5" },
  "front matter": {
    files: { "draft.md": '---\ntitle: Draft\nlayout: page\ndraft: "no"\n---\n' },
    warning: 'field "draft" in draft.md:4',
  },
  "a page of a section": {
    files: { "people/ada.md": "---\nname: Ada\nrol: Head\n---\n" },
    options: { sections: { people: true } },
    warning: 'field "rol" in people/ada.md:3',
  },
  "a bibliography": {
    files: { "publications.yaml": "- { id: a, title: A, venue: V, year: soon }\n" },
    warning: 'field "year"',
  },
  "a language without strings": { options: { languages: { nl: {} } }, warning: '"nl" lacks ' },
  styles: {
    files: { "indigo.css": ":root { --indigo-accent: #ccc }" },
    warning: 'the token "accent" (#ccc)',
  },
  "data of one's own": {
    files: { "_data/site.json": '{ "title": "B" }' },
    warning: "_data/site.json and the theme",
  },
};

const build = async (...args: string[]): Promise<string[]> => {
  const site = new Site({
    ...Object.assign({}, ...Object.values(cases).map(({ files }) => files)),
    "eleventy.config.js": config(
      Object.assign({ title: "Ada" }, ...Object.values(cases).map(({ options }) => options)),
    ),
    "index.md": page("Home"),
  });
  const { code, output } = await site.build(...args);
  site.remove();
  assert.is(code, 0, output);
  return output.split("\n").filter(Boolean);
};

test("each warning is there, once, and no message but Eleventy's last", async () => {
  const lines = await build("--quiet");
  for (const [name, { warning }] of Object.entries(cases))
    assert.is(
      lines.filter((line) => line.startsWith("indigo: ") && line.includes(warning)).length,
      1,
      `${name}\n${lines.join("\n")}`,
    );
  assert.equal(
    lines.filter((line) => !/^indigo: |^Wrote \d+ files/.test(line)),
    [],
  );
});

test.run();
