import { suite } from "uvu";
import * as assert from "uvu/assert";
import { entryDate } from "../../plugin/publications/bibtex/dates.ts";
import { editionNumber, pageNumbers } from "../../plugin/publications/bibtex/pages.ts";
import { publicationDate } from "../../plugin/publications/csl/dates.ts";
import { readDate } from "../../plugin/publications/csl/written-dates.ts";
import { processorTime } from "../support/processor-time.ts";

const test = suite("dates, pages and editions as people write them");

/** Fields, and the date: parts, `s1` for spring, `~` for circa, and the state. */
const dates: [fields: Record<string, string>, expected: string][] = [
  [{ year: "2020a" }, "2020"],
  [{ year: "2020 (in press)" }, "2020 in press"],
  [{ year: "To appear in 2024" }, "2024 to appear"],
  [{ year: "1982/83" }, "1982 – 1983"],
  [{ year: "1999-00" }, "1999 – 2000"],
  [{ year: "2020-21" }, "2020 – 2021"],
  [{ year: "2019–2020" }, "2019 – 2020"],
  [{ year: "Under submission" }, "under submission"],
  [{ year: "n.d." }, "n.d."],
  [{ year: "c. 1900" }, "1900 ~"],
  [{ year: "[1900]" }, "1900 ~"],
  [{ year: "May 2020" }, "2020-5"],
  [{ year: "soon" }, "soon !year"],
  [{ date: "2020 Nov 5", year: "2020" }, "2020-11-5"],
  [{ date: "unknown", year: "2020" }, "2020"],
  [{ date: "2019-05/2019-06" }, "2019-5 – 2019-6"],
  [{ date: "2019-05-17/.." }, "2019-5-17"],
  [{ date: "2020-21" }, "2020 s1"],
  [{ date: "1990~" }, "1990 ~"],
  [{ date: "199X" }, "199X !date"],
  [{ date: "2020-05-17T10:00:00Z" }, "2020-5-17"],
  [{ date: "5 November 2020" }, "2020-11-5"],
  [{ date: "3.5.2020" }, "2020-5-3"],
  [{ date: "5/3/2020" }, "2020"],
  [{ date: "2020/05/03" }, "2020-5-3"],
  [{ date: "2020年5月3日" }, "2020-5-3"],
  [{ date: "2020-13-45" }, "2020"],
  [{ date: "Spring 2020" }, "2020 s1"],
  [{ year: "2020", month: "Sept." }, "2020-9"],
  [{ year: "2020", month: "March/April" }, "2020-3 – 2020-4"],
  [{ year: "2020", month: "5 May" }, "2020-5-5"],
  [{ year: "2020", month: "June 3–5" }, "2020-6-3 – 2020-6-5"],
  [{ year: "2020", month: "12-15 June" }, "2020-6-12 – 2020-6-15"],
  [{ year: "2020", month: "28 March – 1 April" }, "2020-3-28 – 2020-4-1"],
  [{ year: "2020", month: "Dec 2019 - Jan 2020" }, "2019-12 – 2020-1"],
  [{ year: "2020", month: "05" }, "2020-5"],
  [{ year: "2020", month: "Mai" }, "2020-5"],
  [{ year: "2020", month: "décembre" }, "2020-12"],
  [{ year: "2020", month: "5 de mayo" }, "2020-5-5"],
  [{ year: "2020", month: "to appear" }, "2020"],
  [{ year: "2020", month: "foo" }, "2020 !month"],
  [{ year: "2020", month: "May", day: "5" }, "2020-5-5"],
  [{ month: "May 2020" }, "2020-5"],
  [{ year: "2021", month: "10.1007/s1-2-3" }, "2021 !month"],
  [{ pubstate: "inpress" }, "in press"],
  [{ pubstate: "inpress", year: "2020" }, "2020 in press"],
  [{}, ""],
];

for (const [fields, expected] of dates) {
  test(JSON.stringify(fields), () => {
    const { issued, status, hints } = entryDate(fields);
    const parts = issued?.["date-parts"]?.map((date) => date.join("-")).join(" – ");
    const season = issued?.season === undefined ? "" : `s${issued.season}`;
    const circa = issued?.circa ? "~" : "";
    const left = hints.map(({ field }) => `!${field}`);
    assert.is([parts, season, circa, status, ...left].filter(Boolean).join(" "), expected);
  });
}

test("CSL-JSON has dates as text", () => {
  assert.equal(publicationDate({ issued: { raw: "May 2019" } }), { year: 2019, month: 5 });
  assert.equal(publicationDate({ issued: { literal: "2019-05-03" } }), { year: 2019, month: 5, day: 3 });
  assert.equal(publicationDate({ issued: { raw: "in press" } }), { status: "in press" });
});

const pages: Record<string, string> = {
  "97–111": "97-111",
  "88:1—-88:4": "88:1-88:4",
  "1-2": "1-2",
  e1234: "e1234",
  "1–4, 8–10": "1-4, 8-10",
  "12+": "12+",
  "A-1–A-5": "A-1–A-5",
  "pp. 3 – 5": "3-5",
  "xii–xv": "xii-xv",
};

const editions: Record<string, string> = {
  Third: "3",
  "2nd": "2",
  "2.": "2",
  "2nd ed.": "2",
  "Second Edition": "2",
  "Zweite Auflage": "2",
  "2e éd.": "2",
  "3ª": "3",
  Revised: "Revised",
  "Rev. ed.": "Rev. ed.",
  "Revised.": "Revised",
  "Second, revised edition": "Second, revised edition",
  "1st, revised": "1st, revised",
};

test("pages", () => {
  for (const [text, expected] of Object.entries(pages)) assert.is(pageNumbers(text), expected);
});

test("editions", () => {
  for (const [text, expected] of Object.entries(editions)) assert.is(editionNumber(text), expected);
});

test("take no long time", () => {
  for (const piece of ["-", "1-", "May ", "2020/", " ", "ed. ", "2020 ", "(", "1, "]) {
    const start = processorTime();
    const long = piece.repeat(100_000 / piece.length);
    readDate(long, true);
    entryDate({ year: long, month: long });
    pageNumbers(long);
    editionNumber(long);
    assert.ok(processorTime() - start < 5_000, `${JSON.stringify(piece)}: ${processorTime() - start} ms`);
  }
});

test.run();
