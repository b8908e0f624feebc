import { suite } from "uvu";
import * as assert from "uvu/assert";
import { dayIn } from "../../plugin/i18n/dates.ts";
import { reversedHint, timeHint } from "../../plugin/sections/events/hints.ts";
import {
  calendarTimes,
  eventTimes,
  isUpcoming,
  type TimeFields,
} from "../../plugin/sections/events/times.ts";
import { buildTime } from "../../plugin/utils/build-time.ts";

const test = suite("the times of talks and sessions");

const zone = "Europe/Paris";

test("a talk is to come until its last day is over; a month or a year until it begins", () => {
  const today = "2027-03-05";
  for (const [fields, expected] of [
    [{ date: "2027-03-04" }, false],
    [{ date: "2027-03-05" }, true],
    [{ date: "2027-03-05", time: "00:00", endTime: "00:30" }, true],
    [{ date: "2027-03-06" }, true],
    [{ date: "2027-03-05 23:59" }, true],
    [{ date: "2027-03-01", endDate: "2027-03-05" }, true],
    [{ date: "2027-03-01", endDate: "2027-03-04" }, false],
    // Its own day counts, not that of the site at the time.
    [{ date: "2027-03-05", time: "08:00", timeZone: "Asia/Tokyo" }, true],
    [{ date: "2027-03-04", time: "23:00", timeZone: "America/Los_Angeles" }, false],
    [{ date: "2027-02" }, false],
    [{ date: "2027-03" }, false],
    [{ date: "2027-04" }, true],
    [{ date: 2026 }, false],
    [{ date: 2027 }, false],
    [{ date: 2028 }, true],
    [{ date: "2027-03-01", endDate: "2027-04" }, true],
    // An end before the start is none.
    [{ date: "2027-03-06", endDate: "2027-03-01" }, true],
  ] as [TimeFields, boolean][]) {
    const times = eventTimes(fields, zone);
    assert.is(times && isUpcoming(times, today), expected, JSON.stringify(fields));
  }
});

test("the day of the build is that of the site's time zone", () => {
  const moment = new Date("2027-03-05T23:30:00Z");
  assert.is(dayIn(moment, "UTC"), "2027-03-05");
  assert.is(dayIn(moment, "Europe/Paris"), "2027-03-06");
  assert.is(dayIn(moment, "America/Los_Angeles"), "2027-03-05");
  const before = process.env.SOURCE_DATE_EPOCH;
  try {
    process.env.SOURCE_DATE_EPOCH = "1804289400";
    assert.is(buildTime().toISOString(), "2027-03-05T23:30:00.000Z");
  } finally {
    if (before === undefined) delete process.env.SOURCE_DATE_EPOCH;
    else process.env.SOURCE_DATE_EPOCH = before;
  }
});

test("calendars have days as days, and times in UTC, across changes of the clock", () => {
  for (const [fields, start, end] of [
    [{ date: "2027-03-05" }, "2027-03-05", "2027-03-05"],
    [{ date: "2027-03-05", endDate: "2027-03-07" }, "2027-03-05", "2027-03-07"],
    [{ date: "2027-03-05", endDate: "2027-04" }, "2027-03-05", "2027-03-05"],
    [{ date: "2027-03" }, undefined, undefined],
    [{ date: 2027 }, undefined, undefined],
    [{ date: "2027-03-05", time: "14:00" }, "2027-03-05T13:00:00.000Z", undefined],
    [
      { date: "2027-03-05", time: "14:00", endTime: "15:30" },
      "2027-03-05T13:00:00.000Z",
      "2027-03-05T14:30:00.000Z",
    ],
    // The clock goes forward on 28 March 2027 in Paris, and on 14 March in New York.
    [
      { date: "2027-03-28", time: "01:30", endTime: "03:30" },
      "2027-03-28T00:30:00.000Z",
      "2027-03-28T01:30:00.000Z",
    ],
    [
      { date: "2027-03-20", time: "09:00", timeZone: "America/New_York" },
      "2027-03-20T13:00:00.000Z",
      undefined,
    ],
    [{ date: "2027-03-05 14:00" }, "2027-03-05T13:00:00.000Z", undefined],
    [{ date: "2027-03-05T14:00:00-08:00" }, "2027-03-05T22:00:00.000Z", undefined],
    [
      { date: "2027-03-05", time: "14:00", endDate: "2027-03-06", endTime: "12:00" },
      "2027-03-05T13:00:00.000Z",
      "2027-03-06T11:00:00.000Z",
    ],
    // Without a time, the last day ends with it.
    [
      { date: "2027-03-27", time: "14:00", endDate: "2027-03-28" },
      "2027-03-27T13:00:00.000Z",
      "2027-03-28T22:00:00.000Z",
    ],
    [{ date: "2027-03-05", endDate: "2027-03-01" }, "2027-03-05", "2027-03-05"],
    [{ date: "2027-03-05", time: "14:00", endTime: "13:00" }, "2027-03-05T13:00:00.000Z", undefined],
  ] as [TimeFields, string | undefined, string | undefined][]) {
    const times = eventTimes(fields, zone);
    const shown = times && calendarTimes(times);
    const text = (time: string | Date | undefined): string | undefined =>
      time instanceof Date ? time.toISOString() : time;
    assert.equal([text(shown?.start), text(shown?.end)], [start, end], JSON.stringify(fields));
  }
});

test("a warning says which field is wrong", () => {
  const where = (field: string): string => `field "${field}"`;
  for (const [fields, ...warnings] of [
    [{ date: "2027-03-05", endDate: "2027-03-05" }],
    [{ date: "2027-03-05", endDate: "2027-03" }],
    [{ date: 2027, endDate: 2027 }],
    [{ date: "2027-03-05", time: "14:00", endTime: "14:00" }],
    [
      { date: "2027-03-05", endDate: "2027-03-01" },
      'field "endDate" must not be before the field "date", "2027-03-05", but it is "2027-03-01"; calendars have no end of it.',
    ],
    [
      { date: "2027-03", endDate: "2027-02" },
      'field "endDate" must not be before the field "date", "2027-03", but it is "2027-02"; calendars have no end of it.',
    ],
    [
      { date: "2027-03-05", time: "14:00", endTime: "13:30" },
      'field "endTime" must not be before the field "time", "14:00", but it is "13:30"; calendars have no end of it.',
    ],
    [
      { date: "2027-03-05", time: "14:00", endDate: "2027-03-05", endTime: "13:30" },
      'field "endTime" must not be before the field "time", "14:00", but it is "13:30"; calendars have no end of it.',
    ],
    [
      { date: "2027-03", time: "14:00" },
      'field "time" needs a day in the field "date", such as 2024-03-05; it has no effect.',
    ],
    [
      { date: "2027-03-05", endTime: "14:00" },
      'field "endTime" needs the field "time", at which the event starts; it has no effect.',
    ],
  ] as [TimeFields, ...string[]][])
    assert.equal(
      [...timeHint(fields, where), ...reversedHint(fields, where)],
      warnings,
      JSON.stringify(fields),
    );
});

test.run();
