import { suite } from "uvu";
import * as assert from "uvu/assert";
import { locatorsOf } from "../../plugin/citations/locators.ts";
import { readGroup } from "../../plugin/citations/syntax.ts";
import { cslPart } from "../../plugin/publications/cite/csl-styles.ts";

// Pandoc's syntax, by the examples of its manual and relatives of them.

const test = suite("the syntax of citations");
const locators = locatorsOf([cslPart("de-DE"), cslPart("en-US")]);

const cases: [content: string, expected: object[] | undefined][] = [
  ["@doe99", [{ key: "doe99" }]],
  [
    "see @doe99, pp. 33-35 and *passim*; @smith04, chap. 1",
    [
      { key: "doe99", prefix: "see", locator: "33–35", label: "page", suffix: " and *passim*" },
      { key: "smith04", locator: "1", label: "chapter" },
    ],
  ],
  ["-@doe99", [{ key: "doe99", isAuthorSuppressed: true }]],
  [
    "see -@doe99, 3",
    [{ key: "doe99", prefix: "see", isAuthorSuppressed: true, locator: "3", label: "page" }],
  ],
  ["@Foo_bar.baz.", [{ key: "Foo_bar.baz", suffix: "." }]],
  ["@Foo_bar--baz", [{ key: "Foo_bar", suffix: " --baz" }]],
  [
    "@{https://example.com/bib?name=foobar&date=2000}, p.  33",
    [{ key: "https://example.com/bib?name=foobar&date=2000", locator: "33", label: "page" }],
  ],
  ["@doi:10.1000/182", [{ key: "doi:10.1000/182" }]],
  [
    "@smith{ii, A, D-Z}, with a suffix",
    [{ key: "smith", locator: "ii, A, D–Z", label: "page", suffix: ", with a suffix" }],
  ],
  [
    "@smith, {pp. iv, vi-xi, (xv)-(xvii)} with suffix here",
    [{ key: "smith", locator: "iv, vi–xi, (xv)–(xvii)", label: "page", suffix: " with suffix here" }],
  ],
  ["@smith{}, 99 years later", [{ key: "smith", suffix: ", 99 years later" }]],
  ["@a, S. 3", [{ key: "a", locator: "3", label: "page" }]],
  ["@a, Kap. 3", [{ key: "a", locator: "3", label: "chapter" }]],
  ["@a, § 5", [{ key: "a", locator: "5", label: "section" }]],
  ["@a, sec. 3.2, 5", [{ key: "a", locator: "3.2, 5", label: "section" }]],
  ["@a, vol. ii", [{ key: "a", locator: "ii", label: "volume" }]],
  ["@a, and others", [{ key: "a", suffix: ", and others" }]],
  ["@a, 3–5, 7 & 9, also", [{ key: "a", locator: "3–5, 7 & 9", label: "page", suffix: ", also" }]],
  ["@müller2020; @李2019", [{ key: "müller2020" }, { key: "李2019" }]],
  ["ann@example.org", undefined],
  ["@a; and more", undefined],
  ["no key", undefined],
  ["@", undefined],
  ["", undefined],
];

for (const [content, expected] of cases)
  test(`[${content}]`, () => {
    assert.equal(readGroup(content, locators)?.cites, expected);
  });

test("long groups are no citations", () => {
  assert.is(readGroup(`@a ${"x".repeat(6000)}`, locators), undefined);
});

test.run();
