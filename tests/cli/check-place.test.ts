import { suite } from "uvu";
import * as assert from "uvu/assert";
import { placeIn } from "../../plugin/cli/check/place.ts";

const test = suite("check: the file and line that a message names");

const table: [message: string, file?: string, line?: number][] = [
  ["posts/a.md:12 has no title.", "posts/a.md", 12],
  ['a formula in index.md has an error: "x".', "index.md"],
  ["the field is missing (publications.bib:3).", "publications.bib", 3],
  ["posts/über uns.md:4", "uns.md", 4],
  ["posts/über-uns.md:4 is late.", "posts/über-uns.md", 4],
  ["_data/people.yaml:7, field photo", "_data/people.yaml", 7],
  ['the option "a.b" is unknown'],
  ["see https://example.org/a.html"],
  ["version 3.1 of Eleventy"],
];

for (const [message, file, line] of table)
  test(message, () => {
    const found = placeIn(message);
    assert.equal([found.file, found.line], [file, line]);
  });

test("with extensions, the first file of such a kind", () => {
  const message = "the file a.pdf in Veröffentlichungen.bib:3 does not exist";
  assert.equal(placeIn(message, ["bib"]), { file: "Veröffentlichungen.bib", line: 3 });
  assert.is(placeIn(message).file, "a.pdf");
  assert.equal(placeIn(message, ["yaml"]), {});
});

test.run();
