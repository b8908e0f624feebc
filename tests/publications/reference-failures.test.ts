import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, Site } from "../support/site.ts";

const test = suite("references that citeproc can't format");

/** A page with the styles of the references to works, in their order; one of them has a language that is no text. */
const references = `---js
{
  permalink: "references.txt",
  works: [["before", "en"], ["odd", { code: "en" }], ["odd", { code: "en" }], ["after", "en"]].map(([id, language]) => ({
    id, title: id, authors: [], authorNames: [], editors: [], venue: "", type: "book",
    csl: { id, type: "book", title: "Title of " + id, issued: { "date-parts": [[2020]] }, language },
  })),
}
---
{% for work in works %}{% for reference in work | indigoCitations %}{{ reference.style }}: {{ reference.html | safe }} {% endfor %}|{% endfor %}`;

test("a warning names entry, file and style; other references stay", async () => {
  const site = new Site({
    "eleventy.config.js": config({ title: "A site" }),
    "index.md": page("Home"),
    "references.njk": references,
    "publications.json": JSON.stringify([
      { id: "odd", type: "book", title: "Odd", issued: 2020, publisher: "P" },
    ]),
  });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    const [before = "", first, second, after = ""] = site.read("references.txt").split("|");
    assert.equal([first, second].join(""), "");
    for (const style of ["APA", "Chicago", "IEEE"]) {
      assert.match(before, `${style}: `);
      assert.match(after, `${style}: `);
      const warning = new RegExp(
        `^indigo: publication "odd" in \\S*publications\\.json:\\d+ has no reference in ${style} style: `,
        "gm",
      );
      assert.is(output.match(warning)?.length, 1, `${style}: ${output}`);
    }
    assert.is(
      after.replaceAll(/after/gi, "before"),
      before.replaceAll("Before", "before"),
      "the failure leaks into no other reference",
    );
  } finally {
    site.remove();
  }
});

test.run();
