import { HtmlValidate } from "html-validate";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { type ChartOptions, publicationChart } from "../../plugin/publications/list/chart.ts";

const words = { publicationsPerYear: "Publications per year" };

const chart = (years: (number | undefined)[], options?: ChartOptions): string =>
  publicationChart(
    years.map((year) => (year === undefined ? {} : { year })),
    words,
    options,
  );

/** The list that stands for the picture, as "2020: 1". */
const rows = (html: string): string[] =>
  [...html.matchAll(/<dt>(\d+)<\/dt><dd>(\d+)<\/dd>/g)].map(([, year, count]) => `${year}: ${count}`);

/** What a reader sees on hovering over the bars. */
const bars = (html: string): string[] =>
  [...html.matchAll(/<rect [^>]*><title>([^<]*)<\/title>/g)].map(([, title]) => title ?? "");

const yearLabels = (html: string): string[] =>
  [...html.matchAll(/class="year"[^>]*>(\d+)</g)].map(([, year]) => year ?? "");

test("publications are counted by year, in whatever order they come", () => {
  const html = chart([2021, 2019, 2021, 2020, 2021]);
  assert.equal(rows(html), ["2019: 1", "2020: 1", "2021: 3"]);
  assert.equal(bars(html), ["2019: 1", "2020: 1", "2021: 3"]);
  assert.equal(yearLabels(html), ["2019", "2020", "2021"]);
  assert.match(html, "<title>Publications per year, 2019–2021</title>");
});

test("bars are as high as their share of the highest", () => {
  const heights = [...chart([2019, 2020, 2020]).matchAll(/<rect [^>]*height="([\d.]+)em"/g)].map(([, text]) =>
    Number(text),
  );
  assert.is(heights.length, 2);
  assert.is(heights[1], 2 * (heights[0] ?? 0));
});

test("years without publications are shown as zero", () => {
  const html = chart([2018, 2021]);
  assert.equal(rows(html), ["2018: 1", "2019: 0", "2020: 0", "2021: 1"]);
  assert.equal(bars(html), ["2018: 1", "2021: 1"]);
  assert.is(html.match(/>0<\/text>/g)?.length, 2);
});

test("publications without a year are left out", () => {
  assert.equal(rows(chart([undefined, 2020, undefined])), ["2020: 1"]);
});

test("one year is one narrow bar in the middle", () => {
  const html = chart([2020, 2020]);
  assert.match(html, '<text class="year" x="50%"');
  assert.match(html, "<title>Publications per year, 2020</title>");
  assert.match(html, 'width="8.4%"');
});

test("without any year there is no chart", () => {
  assert.is(chart([]), "");
  assert.is(chart([undefined]), "");
  assert.is(chart([2020], { from: 2021 }), "");
  assert.is(chart([2020], { from: 2025, to: 2021 }), "");
});

test("it begins and ends where it should", () => {
  assert.equal(rows(chart([2010, 2019, 2021], { from: 2018, to: 2022 })), [
    "2018: 0",
    "2019: 1",
    "2020: 0",
    "2021: 1",
    "2022: 0",
  ]);
});

test("of many years only some have room for their number, the last always", () => {
  const html = chart(Array.from({ length: 40 }, (_, index) => 1985 + index).concat(2001));
  assert.equal(yearLabels(html), ["1989", "1994", "1999", "2004", "2009", "2014", "2019", "2024"]);
  assert.equal(html.match(/>2<\/text>/g), [">2</text>"]);
  assert.is.not(rows(html).indexOf("2001: 2"), -1);
  assert.is(rows(html).length, 40);
});

test("a year far off makes no thousand gaps", () => {
  assert.equal(rows(chart([1023, 2023, 2024])), ["1023: 1", "2023: 1", "2024: 1"]);
});

test("words are text", () => {
  const html = publicationChart([{ year: 2020 }], { publicationsPerYear: '<script>"&' });
  assert.not.match(html, "<script");
  assert.match(html, "<figcaption>&lt;script&gt;&quot;&amp;</figcaption>");
  assert.match(html, "<title>&lt;script&gt;&quot;&amp;, 2020</title>");
});

test("it stands in Markdown and under a strict content security policy, and is valid", async () => {
  const html = chart([2000, 2001, 2010, 2024]);
  assert.not.match(html, /\n\s*\n/);
  assert.not.match(html, /style=|<style/);
  const { results } = await new HtmlValidate({ extends: ["html-validate:recommended"] }).validateString(html);
  assert.equal(
    results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
    [],
  );
});

test.run();
