import { suite } from "uvu";
import * as assert from "uvu/assert";
import { codes, doc, section, table } from "../support/docs.ts";
import { allImports, roomOf, sourceFiles } from "./imports.ts";

const test = suite("the drawing of the house in CONTRIBUTING.md");

const rooms = [...new Set(sourceFiles.map(roomOf))].sort();

/** The lines of the drawing from the top, each with its rooms. What is right of the rooms explains them. */
const lines = (/```text\n([\s\S]*?)```/.exec(doc("CONTRIBUTING.md"))?.[1] ?? "")
  .split("\n")
  .map((line) => line.slice(0, 64).match(/\S+/g) ?? [])
  .filter((line) => line.length > 0);

test("draws every room once, and nothing else", () => {
  assert.equal(lines.flat().sort(), rooms);
});

test("draws each room above all that it imports", () => {
  const height = new Map(lines.toReversed().flatMap((line, index) => line.map((room) => [room, index])));
  const wrong = allImports
    .map(([from, to]) => [roomOf(from), roomOf(to)] as const)
    .filter(([from, to]) => from !== to && (height.get(from) ?? 0) <= (height.get(to) ?? 0));
  assert.equal(wrong, []);
});

test("the table has a line for each room, in the order of the drawing", () => {
  const rows = table(section("CONTRIBUTING.md", "The house"), ["room", "what is in it"]);
  const heights = new Map(lines.flatMap((line, index) => line.map((room) => [room, index])));
  const named = rows.map(([name]) => codes(name)[0] ?? "");
  assert.equal(named.toSorted(), rooms);
  const order = named.map((name) => heights.get(name) ?? 0);
  assert.equal(
    order,
    order.toSorted((a, b) => a - b),
  );
  for (const [name, what = ""] of rows) assert.ok(what.length > 10, name);
});

test.run();
