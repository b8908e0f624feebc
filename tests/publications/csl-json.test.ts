import { suite } from "uvu";
import * as assert from "uvu/assert";
import { leftovers } from "../support/leftovers.ts";
import { config, Site } from "../support/site.ts";

const test = suite("CSL-JSON as programs write it");

const odd = [null, [null], [], {}, [{}], "text", 5, true, [["x"]], [{ family: null, given: null }]];
const variables =
  "author editor translator container-author recipient issued accessed original-date submitted event-date".split(
    " ",
  );
const texts =
  "title container-title publisher volume page DOI ISBN ISSN abstract keyword note genre language".split(" ");

test("null and values of other types give one line each, and every work is shown", async () => {
  const works = [...variables, ...texts].flatMap((name) =>
    odd.map((value, index) => ({
      id: `${name}-${index}`,
      type: "book",
      title: `Work ${name} ${index}`,
      author: [{ family: "Roe", given: "Ann" }, null],
      issued: { "date-parts": [[2020, null]] },
      custom: [null, { x: [null] }],
      [name]: value,
    })),
  );
  const site = new Site({
    "eleventy.config.js": config({ title: "A", url: "https://example.org" }),
    "publications.json": JSON.stringify(works),
  });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    assert.not.match(output, /Cannot read|TypeError|is not a function|cannot be formatted/);
    const shown = JSON.parse(site.read("publications.json")) as { id: string }[];
    assert.is(shown.length, works.length, output);
    for (const file of site.files().filter((name) => /\.(?:html|json|xml)$/.test(name)))
      assert.equal(leftovers(file, site.read(file)), [], file);
  } finally {
    site.remove();
  }
});

test.run();
