import { suite } from "uvu";
import * as assert from "uvu/assert";
import { readData } from "../../plugin/utils/data-file.ts";

const test = suite("errors in YAML");

/** Source, line and reason. */
const cases: readonly [source: string, line: number, reason: string][] = [
  ["- title: x\n\tdate: 2020\n", 2, "the line is indented with a tab, where YAML allows spaces only"],
  ["\ta: 1\n", 1, "the line is indented with a tab, where YAML allows spaces only"],
  ["title: A: b\n", 1, 'a text with ": " in it needs quotes'],
  ["- title: A: b\n  x: 1\n", 1, 'a text with ": " in it needs quotes'],
  ["title: 'it's'\n", 1, "an apostrophe ends a text in single quotes: put the text in double quotes"],
  ["title: @x\n", 1, "a text that starts with @ needs quotes"],
  ["title: `x`\n", 1, "a text that starts with ` needs quotes"],
  ["title: % x\n", 1, "a text that starts with % needs quotes"],
  ["title: *bold* text\n", 1, "a text that starts with * or & needs quotes"],
  ['title: "a" b\n', 1, "text follows the closing quote"],
  ["title: > text\n", 1, "a text after > or | starts in the next line, indented"],
  ["a: b\n c: d\n", 1, "the keys of one entry must be indented by the same number of spaces"],
  ["title:x\nb: y\n", 1, "a space is missing after the colon"],
  ["a\nb: c\n", 1, "the line has no key: write it as `key: value`"],
  ["- a\nb: c\n", 2, "a key stands among the items of a list"],
  ["- a: 1\n b: 2\n", 2, "the line is indented differently from the item of the list before it"],
  ["a: b\n---\nc: d\n", 2, 'a second document starts with "---"'],
  ['title: "a\nb: c\n', 3, 'Missing closing "quote'],
];

for (const [source, line, reason] of cases) {
  test(JSON.stringify(source), () => {
    assert.throws(
      () => readData(source, "news.yaml"),
      (error: Error) => {
        assert.is(error.message, `indigo: news.yaml:${line} is not valid YAML: ${reason}.`);
        return true;
      },
    );
  });
}

test.run();
