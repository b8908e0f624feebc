import { suite } from "uvu";
import * as assert from "uvu/assert";
import { restoreImpossibleDates } from "../../plugin/eleventy/impossible-dates.ts";
import { load } from "../../plugin/utils/require.ts";
import { failsToBuild } from "../support/fails.ts";

const test = suite("dates that do not exist");

const yaml = load("js-yaml") as { load(source: string): Record<string, unknown> };

/** Returns the type of the field `date` in front matter, as the text or the time that it is. */
function read(source: string): unknown {
  const data = yaml.load(source);
  restoreImpossibleDates(data, source);
  return data.date instanceof Date ? data.date.toISOString() : data.date;
}

const cases: readonly [source: string, expected: unknown][] = [
  ["date: 2024-02-29", "2024-02-29T00:00:00.000Z"],
  ["date: 2023-02-29", "2023-02-29"],
  ["date: 2024-13-01", "2024-13-01"],
  ["date: 2024-00-10", "2024-00-10"],
  ["date: 2024-04-31", "2024-04-31"],
  ['title: x\n"date":  2024-02-30\r\nlast: 1', "2024-02-30"],
  ["date: 2024-02-28 25:00:00", "2024-02-28 25:00:00"],
  ["date: 2024-02-28T23:59:59Z", "2024-02-28T23:59:59.000Z"],
  ["date: 2024-02-28t23:61:00Z", "2024-02-28t23:61:00Z"],
  ["date: 0099-01-01", "0099-01-01"],
  ["date: 2024-02-30 # a slip", "2024-02-30"],
  ["'date': !!timestamp 2024-02-30", "2024-02-30"],
  ["note: |\n  date: 2024-02-30\ndate: 2024-03-01", "2024-03-01T00:00:00.000Z"],
];

for (const [source, expected] of cases) test(JSON.stringify(source), () => assert.is(read(source), expected));

test("a post with such a date, or such a change, is named", async () => {
  const post = (fields: string): string =>
    `---\ntitle: A\nlayout: post\ntags: posts\n${fields}\n---\nText.\n`;
  await failsToBuild({ "a.md": post("date: 2024-13-45") }, [
    'field "date" in a.md must be a date such as 2024-03-05 or 2024-03-05 12:00, but it is "2024-13-45".',
  ]);
});

test.run();
