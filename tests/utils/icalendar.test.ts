import fc from "fast-check";
import ICAL from "ical.js";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { htmlText } from "../../plugin/utils/html-text.ts";
import { type CalendarEvent, toIcalendar } from "../../plugin/utils/icalendar.ts";
import { invalidIcalendar } from "../support/icalendar.ts";

const test = suite("iCalendar files");

const minimal: CalendarEvent = { uid: "a@example.org", start: "2027-03-05", title: "A talk" };

const lines = (event: Partial<CalendarEvent>): string[] =>
  toIcalendar([{ ...minimal, ...event }])
    .replaceAll("\r\n ", "")
    .split("\r\n");

test("an event of days, of a moment and of a time", () => {
  for (const [event, ...expected] of [
    [{}, "DTSTAMP:20270305T000000Z", "DTSTART;VALUE=DATE:20270305"],
    // The end of days is the day after the last.
    [{ end: "2027-03-05" }, "DTEND;VALUE=DATE:20270306"],
    [{ start: "2027-12-30", end: "2027-12-31" }, "DTEND;VALUE=DATE:20280101"],
    [{ start: "2028-02-28", end: "2028-02-28" }, "DTEND;VALUE=DATE:20280229"],
    [{ start: new Date("2027-03-05T13:00:00.123Z") }, "DTSTART:20270305T130000Z"],
    [
      { start: new Date("2027-03-05T13:00:00Z"), end: new Date("2027-03-05T14:30:00Z") },
      "DTSTART:20270305T130000Z",
      "DTEND:20270305T143000Z",
    ],
    [{ coordinates: [48.85, -0.0000001] }, "GEO:48.85;0"],
    [{ coordinates: [-33.8688123456, 151.2] }, "GEO:-33.868812;151.2"],
    [{ coordinates: [40, 10] }, "GEO:40;10"],
    [{ isCancelled: true }, "STATUS:CANCELLED"],
    [{ title: "A; b, c \\ d\r\ne" }, "SUMMARY:A\\; b\\, c \\\\ d\\ne"],
    [{ place: "Room\u0007 5\u2028Paris" }, "LOCATION:Room 5\\nParis"],
  ] as [Partial<CalendarEvent>, ...string[]][]) {
    for (const line of expected)
      assert.ok(lines(event).includes(line), `${line} in ${lines(event).join("\n")}`);
  }
  assert.not.ok(lines({}).some((line) => /^(DTEND|GEO|STATUS|LOCATION|URL|DESCRIPTION)/.test(line)));
});

test("lines are folded at 75 octets, and not within a character", () => {
  const file = Buffer.from(toIcalendar([{ ...minimal, title: "é😀字".repeat(60) }], "字".repeat(80)));
  assert.equal(invalidIcalendar(file), []);
  const long = toIcalendar([{ ...minimal, title: "a".repeat(200) }]).split("\r\n");
  assert.equal(
    long.filter((line) => /a{20}/.test(line)).map((line) => line.length),
    [75, 75, 60],
  );
});

test("the strict check finds what is wrong", () => {
  const file = toIcalendar([minimal]);
  for (const [wrong, error] of [
    [file.replaceAll("\r\n", "\n"), "line end"],
    [file.replace("UID", "UIDX"), "0 × UID"],
    [file.replace("SUMMARY:", "SUMMARY:a,"), "malformed"],
    [file.replace("DTSTAMP:20270305T000000Z", "DTSTAMP:20270305"), "malformed"],
    [file.replace("SUMMARY:", `SUMMARY:${"a".repeat(80)}`), "octets"],
    [file.replace("END:VEVENT\r\n", "END:VEVENT\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\n"), "0 × DTSTART"],
    [toIcalendar([minimal, minimal]), "one UID"],
    [toIcalendar([{ ...minimal, end: "2027-03-01" }]), "not after"],
  ] as const)
    assert.ok(
      invalidIcalendar(Buffer.from(wrong)).some((each) => each.includes(error)),
      error,
    );
});

test("every text comes back from another reader", () => {
  const texts = fc.string({ unit: "binary", minLength: 1 }).filter((text) => /\S/.test(text));
  fc.assert(
    fc.property(texts, texts, texts, (title, place, description) => {
      const clean = (text: string): string =>
        text.replaceAll(/\r\n?|[\u2028\u2029]/g, "\n").replaceAll(/(?![\t\n])[\p{Cc}\p{Cs}]/gu, "");
      const file = toIcalendar([
        { ...minimal, title: `t${title}`, place: `p${place}`, description: `d${description}` },
      ]);
      assert.equal(invalidIcalendar(Buffer.from(file)), []);
      const event = new ICAL.Event(
        new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent("vevent") ?? undefined,
      );
      assert.is(event.summary, `t${clean(title)}`);
      assert.is(event.location, `p${clean(place)}`);
      assert.is(event.description, `d${clean(description)}`);
      assert.is(event.uid, minimal.uid);
    }),
    { numRuns: 300 },
  );
});

test("the plain text of rendered Markdown", () => {
  for (const [html, text] of [
    ["", ""],
    ["<p>One\ntwo.</p>\n<p>Three &amp; &lt;four&gt;.</p>", "One two.\n\nThree & <four>."],
    ["<ul>\n<li>one</li>\n<li><p>two</p></li>\n</ul>", "- one\n- two"],
    ['<p>A <a href="https://example.org/a">link</a>.</p>', "A link (https://example.org/a)."],
    ['<p><a href="https://example.org/">https://example.org/</a></p>', "https://example.org/"],
    ['<p>On <a href="/about/">this site</a><br>next</p>', "On this site\nnext"],
    ['<p><img src="a.png" alt="A &quot;loom&quot;"></p>', 'A "loom"'],
    ["<h2>Title</h2><p>Text</p><!-- hidden --><script>alert(1)</script>", "Title\n\nText"],
    ["<p>x<svg><title>icon</title></svg> y", "x y"],
    ["<math><mi>x</mi><annotation>\\x</annotation></math>", "x"],
    ["a < b > c", "a < b > c"],
  ])
    assert.is(htmlText(html ?? ""), text, html);
});

test.run();
