import { readFileSync } from "node:fs";
import { DateTime } from "luxon";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { inZone } from "../../plugin/jekyll/collections/dates.ts";
import { excluder } from "../../plugin/jekyll/files/exclusion.ts";
import { tolerantLiquid } from "../../plugin/jekyll/liquid/tolerant.ts";
import { parseRubyTime } from "../../plugin/jekyll/read/ruby-time.ts";
import { RubyDay, readRubyYaml } from "../../plugin/jekyll/yaml/index.ts";
import { jekyllLiquid } from "../support/jekyll-liquid.ts";

const test = suite("what Ruby, Jekyll and Liquid read");

/** Reads what Jekyll 4.3.1 made of inputs, recorded with its own classes. */
const recorded = (name: string) =>
  JSON.parse(readFileSync(new URL(`../fixtures/jekyll-4.3.1/${name}.json`, import.meta.url), "utf8"));

/** Returns a value in the form of the recording. */
function plain(value: unknown): unknown {
  if (value instanceof RubyDay) return { day: value.toISOString().slice(0, 10) };
  if (value instanceof Date) return { time: value.toISOString() };
  if (typeof value === "number" && !Number.isFinite(value))
    return { float: Number.isNaN(value) ? "nan" : String(value) };
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value ?? null;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

/** Inputs that the plugin reads although Ruby does not, or in another way: nothing is lost by that. */
const yamlDifferences = new Set(["a: [b\nc]: d", "a: \u0007", "a: !!float 3", "...\n", "--- # note\na: b"]);

test("YAML, valid and invalid", () => {
  const differing = recorded("yaml").flatMap(([source, expected]: [string, unknown]) => {
    if (yamlDifferences.has(source)) return [];
    let value: unknown;
    try {
      value = plain(readRubyYaml(`${source}\n`, "a.md").value);
    } catch {
      value = "ERROR";
    }
    const isSame = JSON.stringify(value) === JSON.stringify(expected);
    return isSame
      ? []
      : [`${JSON.stringify(source)}: ${JSON.stringify(value)}, not ${JSON.stringify(expected)}`];
  });
  assert.equal(differing, []);
});

test("dates and times", () => {
  const zone = "America/New_York";
  const now = DateTime.now().setZone(zone);
  for (const [text, expected] of recorded("times") as [string, string][]) {
    const time = parseRubyTime(text, () => now);
    assert.is(time ? inZone(time, zone).toUTC().toISO() : "ERROR", expected, text);
  }
});

test("exclude and include", () => {
  const { files, cases } = recorded("exclusion");
  for (const { config, published } of cases) {
    const { isExcluded } = excluder(config);
    const found = files.filter((file: string) => !isExcluded(file) && !file.startsWith("_drafts/"));
    assert.equal(found.sort(), [...new Set(published)], JSON.stringify(config));
  }
});

test("Liquid that is not correct", () => {
  const render = jekyllLiquid("_includes");
  const { data, cases } = recorded("liquid");
  for (const [source, expected, isWarned] of cases as [string, string, boolean][]) {
    let warnings = 0;
    const read = tolerantLiquid(
      source,
      () => true,
      () => {
        warnings += 1;
      },
    );
    assert.is(render(read, data), expected, source);
    assert.is(warnings > 0, isWarned, source);
  }
});

test("a template with nothing to correct stays as it is, lines included", () => {
  const reported: unknown[] = [];
  const source = "a\n{{ b | }}\n{% raw %}{{ c | }}{% endraw %}\n{{ d\n| nope\n|\n}}\n{{ e }}\n";
  const read = tolerantLiquid(
    source,
    (name) => name !== "nope",
    (problem) => reported.push(problem),
  );
  assert.is(read, "a\n{{ b }}\n{% raw %}{{ c | }}{% endraw %}\n{{ d | nope\n\n\n }}\n{{ e }}\n");
  assert.equal(reported, [
    { written: "{{ b | }}", line: 2 },
    { written: "{{ d\n| nope\n|\n}}", line: 4, filter: "nope" },
    { written: "{{ d\n| nope\n|\n}}", line: 4 },
  ]);
});

test.run();
