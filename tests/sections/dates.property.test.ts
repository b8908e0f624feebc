import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { parseDate } from "../../plugin/i18n/dates.ts";
import { stringsIn } from "../../plugin/i18n/strings/index.ts";
import type { Site } from "../../plugin/options/site.ts";
import { periodsIn } from "../../plugin/sections/cv/periods.ts";
import { formatPartialDate, partialDate } from "../../plugin/sections/partial-dates.ts";
import { anyText, holds, textOf } from "../support/properties.ts";

const test = suite("dates");

const zones = fc.constantFrom(
  "UTC",
  "Asia/Tokyo",
  "America/Los_Angeles",
  "Pacific/Kiritimati",
  "Pacific/Pago_Pago",
  "Asia/Kathmandu",
  "Africa/Cairo",
);
const languages = fc.constantFrom("en", "fr", "ar", "ja", "zh", "de", "pt-BR", "fa", "th");
const days = fc
  .date({ min: new Date("1000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const exact = fc.oneof(
  days,
  days.map((each) => each.slice(0, 7)),
  days.map((each) => each.slice(0, 4)),
);
const dateLike = textOf("2024", "-", "03", "05", "/", " ", "T", ":", "12", "Z", "+09:00", "W", "13", "60");

const siteOf = (language: string, timeZone: string): Site =>
  ({ language, timeZone, strings: stringsIn(language).strings }) as Site;

test("any text is a date or none", () => {
  holds(
    fc.tuple(fc.oneof(anyText, dateLike), zones),
    ([text, zone]) => {
      const found = parseDate(text, zone);
      assert.ok(found === undefined || !Number.isNaN(found.getTime()), text);
    },
    1000,
  );
  holds(fc.oneof(anyText, dateLike, fc.anything()), (value) => void partialDate.safeParse(value), 1000);
});

test("a day is that day in every zone and language", () => {
  holds(fc.tuple(exact, zones, languages), ([date, zone, language]) => {
    const shown = formatPartialDate(date, siteOf(language, zone));
    assert.is(shown.iso, date);
    assert.not.match(shown.words, /invalid|NaN|undefined/i);
    assert.is(formatPartialDate(shown.iso, siteOf(language, zone)).words, shown.words);
  });
});

test("what a section takes for a date can be shown", () => {
  holds(
    fc.tuple(fc.oneof(dateLike, exact, fc.integer({ min: -9999, max: 99_999 })), zones),
    ([value, zone]) => {
      if (!partialDate.safeParse(value).success) return;
      const shown = formatPartialDate(value, siteOf("en", zone));
      assert.not.match(`${shown.words} ${shown.iso}`, /invalid|NaN/i, String(value));
    },
    2000,
  );
});

test("a period has no more ends than its dates, and the present none", () => {
  const some = fc.option(exact, { nil: undefined });
  holds(fc.tuple(some, some, languages), ([start, end, language]) => {
    const moments = periodsIn(language, "present").between(start, end);
    assert.ok(moments.length <= 2);
    assert.is(moments.length === 0, start === undefined && end === undefined);
    for (const { text, iso } of moments) {
      assert.not.match(text, /invalid|NaN/i);
      assert.ok(iso === undefined ? text === "present" : [start, end].includes(iso));
    }
  });
});

test.run();
