import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, Site } from "../support/site.ts";

const test = suite("references that citeproc can't format");

const work = (id: string, further: object = {}): object => ({
  id,
  type: "book",
  title: `Title of ${id}`,
  author: [{ family: "Roe", given: "Ann" }],
  issued: { "date-parts": [[2020]] },
  ...further,
});

const cases: [id: string, field: object, styles: string[]][] = [
  ["object", { language: { code: "en" } }, []],
  ["number", { language: 5 }, []],
];

test("a warning names entry, file and style; other references stay", async () => {
  const works = [work("before"), ...cases.map(([id, field]) => work(id, field)), work("after")];
  const site = new Site({
    "eleventy.config.js": config({ title: "A site" }),
    "index.md": page("Home"),
    "publications.json": JSON.stringify(works),
  });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    const stylesOf = (id: string): string[] =>
      [...site.read(`publications/${id}/index.html`).matchAll(/<dt>(\w+)<\/dt>/g)].map(
        ([, style]) => style ?? "",
      );
    for (const id of ["before", "after"]) assert.equal(stylesOf(id), ["APA", "Chicago", "IEEE"], id);
    for (const [id, , styles] of cases) {
      assert.equal(stylesOf(id), styles, id);
      for (const style of ["APA", "Chicago", "IEEE"]) {
        const warning = new RegExp(
          `^indigo: publication "${id}" in \\S*publications\\.json:\\d+ has no reference in ${style} style: `,
          "gm",
        );
        assert.is(output.match(warning)?.length ?? 0, styles.includes(style) ? 0 : 1, `${id} in ${style}`);
      }
    }
  } finally {
    site.remove();
  }
});

test.run();
