import { suite } from "uvu";
import * as assert from "uvu/assert";
import { indigoMinutes } from "../../plugin/content/reading-time.ts";

const test = suite("reading time");

/** HTML of posts, and the minutes that Indigo shows on Jekyll: words by white space, 180 in a minute, at least 360 for two. */
const posts: [name: string, html: string, minutes: number][] = [
  ["empty", "", 1],
  ["359 words", `<p>${"word ".repeat(358)}word</p>`, 1],
  ["360 words", `<p>${"word ".repeat(359)}word</p>`, 2],
  ["539 words", `<p>${"word\n".repeat(538)}word</p>`, 2],
  ["540 words", `<p>${"word ".repeat(539)}word</p>`, 3],
  ["markup counts: 180 links of two parts", '<a href="#">word</a> '.repeat(180), 2],
  [
    "a formula is one word, without spaces around",
    "<math><mi>a</mi> <mo>=</mo> <mi>b</mi></math> ".repeat(359),
    1,
  ],
  ["360 formulas", "<math><mi>a</mi> <mo>=</mo></math> ".repeat(360), 2],
];

test("is counted as Indigo counts it on Jekyll", () => {
  for (const [name, html, minutes] of posts) assert.is(indigoMinutes(html), minutes, name);
});

test.run();
