import { suite } from "uvu";
import * as assert from "uvu/assert";
import { fitText } from "../../plugin/images/share/fit.ts";
import { piecesOf } from "../../plugin/images/share/pieces.ts";

const test = suite("texts of drawn images");

/** Every character is half as wide as the font size, so that a width of 100 has 20 characters in the size 10. */
const widthOf = (text: string): number => [...text].length / 2;

const fit = (text: string, room: Partial<Parameters<typeof fitText>[1]>, language = "en") =>
  fitText(piecesOf(text, language), { width: 100, sizes: [10], height: 1000, leading: 1, ...room }, widthOf);

test("a text is broken at spaces, into lines of similar length", () => {
  assert.equal(fit("On the engine and its notes", {}).lines, ["On the engine", "and its notes"]);
  assert.equal(fit("  One\n line ", {}).lines, ["One line"]);
  assert.equal(fit("", {}), { lines: [], size: 10, leading: 10, height: 0 });
});

for (const [text, language, pieces] of [
  ["state-of-the-art and/or 1-2", "en", ["state-", "of-", "the-", "art_", "and/", "or_", "1-", "2_"]],
  ["a -b — c", "en", ["a_", "-b_", "—_", "c_"]],
  ["no\u00A0break here", "en", ["no\u00A0break_", "here_"]],
  [
    "Ada\u00A0Lovelace\u00A0Countess\u00A0of\u00A0England",
    "en",
    ["Ada_", "Lovelace_", "Countess_", "of_", "England_"],
  ],
  ["x".repeat(26), "en", ["xxxxxxxx", "xxxxxxxx", "xxxxxxxx", "xx_"]],
  ["（第二版），研究", "zh", ["（第", "二版），", "研究_"]],
  ["「序文」のノート。", "ja", ["「序文」", "の", "ノート。_"]],
] as const) {
  test(`${text} may be broken where its language allows it`, () => {
    const found = piecesOf(text, language).map((piece) => piece.text + (piece.hasSpace ? "_" : ""));
    if (language === "en") assert.equal(found, [...pieces]);
    else {
      // Where words end is Unicode's data, which changes; that no line starts or ends with a wrong sign is not.
      assert.is(found.join(""), pieces.join(""));
      assert.ok(found.length > 1);
      for (const piece of found) {
        assert.not.match(piece, /^[」）。，]/);
        assert.not.match(piece, /[「（]_?$/);
      }
    }
  });
}

test("emoji and marks of a long word are not taken apart", () => {
  const family = "👩🏽‍🔬";
  const pieces = piecesOf(family.repeat(30), "en");
  assert.ok(pieces.length > 1);
  for (const { text } of pieces) assert.is(text.replaceAll(family, ""), "");
});

test("the largest size is taken in which the text has room", () => {
  const sizes = [40, 20, 10];
  assert.is(fit("Hello", { sizes, height: 40 }).size, 40);
  assert.is(fit("Hello world", { sizes, height: 40 }).size, 20);
  // Two lines of 20.
  assert.equal(fit("Hello world", { sizes, height: 40 }).lines, ["Hello", "world"]);
  assert.is(fit("Hello wonderful worlds", { sizes, height: 40 }).size, 10);
});

test("a text that has no room in the smallest size ends with an ellipsis, within the width", () => {
  const { lines, height } = fit("Words that go on and on and on and on and on", { height: 20 });
  assert.is(lines.length, 2);
  assert.is(height, 20);
  assert.match(lines[1] ?? "", /\w…$/);
  for (const line of lines) assert.ok(line.length <= 20, line);
  assert.is(fit("One line that is too long", { height: 0 }).lines.length, 1);
});

test.run();
