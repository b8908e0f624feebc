import { suite } from "uvu";
import * as assert from "uvu/assert";
import type { Author } from "../../plugin/content/authors.ts";
import { bylineOf } from "../../plugin/content/byline.ts";

const test = suite("numbers and marks of authors");

/** An author of one letter: `A: Lab, Society *`. */
function author(text: string): Author {
  const [, name = "", places = "", marks = ""] = /^(\w+)(?:: ([^*†]*?))?\s*([*†]*)$/.exec(text) ?? [];
  return {
    name,
    affiliations: places.split(", ").flatMap((place) => (place ? [{ name: place, url: undefined }] : [])),
    isEqual: marks.includes("*"),
    isCorresponding: marks.includes("†"),
  };
}

const cases: [what: string, authors: string[], marks: string[], affiliations: string[]][] = [
  ["one author at one place", ["A: Lab"], [""], ["Lab"]],
  ["one author at two", ["A: Lab, Society"], [""], ["Lab", "Society"]],
  ["one place for all", ["A: Lab", "B: Lab"], ["", ""], ["Lab"]],
  ["two places for all", ["A: Lab, Society", "B: Society, Lab"], ["", ""], ["Lab", "Society"]],
  ["the same place twice", ["A: Lab, Lab", "B: LAB"], ["", ""], ["Lab"]],
  ["a place that one has", ["A: Lab", "B"], ["1", ""], ["1 Lab"]],
  [
    "shared places, each once",
    ["A: Lab, Society", "B: Turin", "C: Lab"],
    ["1,2", "3", "1"],
    ["1 Lab", "2 Society", "3 Turin"],
  ],
  ["numbers of an author in their order", ["A: Lab", "B: Turin, Lab"], ["1", "1,2"], ["1 Lab", "2 Turin"]],
  ["no places", ["A", "B"], ["", ""], []],
  ["marks after numbers", ["A: Lab *†", "B: Turin *", "C: Lab"], ["1,*,†", "2,*", "1"], ["1 Lab", "2 Turin"]],
  ["marks alone", ["A *", "B *†", "C"], ["*", "*,†", ""], []],
  ["a corresponding author alone needs no mark", ["A: Lab †"], [""], ["Lab"]],
];

for (const [what, authors, marks, affiliations] of cases) {
  test(what, () => {
    const byline = bylineOf(authors.map(author));
    assert.equal(
      byline.authors.map((one) => one.marks),
      marks,
    );
    assert.equal(
      byline.affiliations.map(({ number, name }) => (number === undefined ? name : `${number} ${name}`)),
      affiliations,
    );
    assert.is(
      byline.hasEqual,
      authors.some((text) => text.includes("*")),
    );
    assert.is(byline.corresponding.length, authors.filter((text) => text.includes("†")).length);
  });
}

test("a home page that one mention of an institution has is that of all", () => {
  const one = (url?: string): Author => ({ name: "A", affiliations: [{ name: "Lab", url }] });
  const { affiliations } = bylineOf([one(), one("https://lab.example.org")]);
  assert.equal(affiliations, [{ number: undefined, name: "Lab", url: "https://lab.example.org" }]);
});

test.run();
