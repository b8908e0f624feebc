import { readFileSync } from "node:fs";
import path from "node:path";
import ICAL from "ical.js";
import { DateTime } from "luxon";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { en } from "../../plugin/i18n/strings/en.ts";
import { fr } from "../../plugin/i18n/strings/fr.ts";
import { failsToBuild } from "../support/fails.ts";
import { invalidIcalendar } from "../support/icalendar.ts";
import { config, page, type Site } from "../support/site.ts";
import { withWarnings } from "../support/warnings.ts";

const test = suite("talks to come, their calendars and their map");

const main = (html: string): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "";
const titles = (html: string): string[] =>
  [...main(html).matchAll(/<div class="title">(.*?)<\/div>/g)].map(([, title = ""]) =>
    title.replaceAll(/<[^>]*>/g, ""),
  );
const headings = (html: string): string[] =>
  [...html.matchAll(/<h\d class="section-group">(.*?)<\/h\d>/g)].map(([, label = ""]) => label);

const now = DateTime.utc();
const dayFromNow = (days: number): string => now.plus({ days }).toISODate();
const lab = { title: "Lab", author: "Ada Lovelace", url: "https://lab.example.org" };

const past = `- { title: Old, date: 2019-03-05 }
- { title: Older, year: 2018 }
- { title: Newer, date: 2020-11 }
`;
const upcoming = `- { title: Last, date: ${dayFromNow(800)} }
- { title: First, date: ${dayFromNow(-1)}, endDate: ${dayFromNow(1)} }
- { title: Second, date: ${now.plus({ months: 2 }).toFormat("yyyy-MM")} }
`;

test("upcoming talks come first, the soonest at the top; then the others as before", () =>
  withWarnings(
    {
      "eleventy.config.js": config({ ...lab, sections: { talks: true }, languages: { fr: {} } }),
      "talks.yaml": past + upcoming,
      "fr/about.md": page("À propos", "Bonjour."),
      "both.md": page("Both", '{% talks "upcoming" %}\n\nThen\n\n{% talks "past limit 2" %}'),
      "year.md": page("Year", `{% talks "${dayFromNow(800).slice(0, 4)} limit 9" %}`),
      "first.md": page("First", "{% talks 2 %}"),
    },
    (site, warnings) => {
      assert.equal(warnings, []);
      const html = site.read("talks/index.html");
      assert.equal(titles(html), ["First", "Second", "Last", "Newer", "Old", "Older"]);
      assert.equal(headings(html), [en.upcoming, "2020", "2019", "2018"]);
      assert.equal(headings(site.read("fr/talks/index.html")), [fr.upcoming, "2020", "2019", "2018"]);
      assert.not.match(html, "indigo-events-");
      assert.not.ok(site.files().some((file) => file.endsWith(".ics")));

      const both = site.read("both/index.html");
      assert.equal(titles(both), ["First", "Second", "Last", "Newer", "Old"]);
      assert.equal(headings(both), ["2020", "2019"], "who names upcoming talks needs no heading");
      assert.equal(titles(site.read("year/index.html")), ["Last"], "a year has its talks, to come or not");
      assert.equal(titles(site.read("first/index.html")), ["First", "Second"]);
    },
  ));

test("without an upcoming talk the page is as it was, and the shortcode shows nothing", () =>
  withWarnings(
    {
      "eleventy.config.js": config({ ...lab, sections: { talks: true } }),
      "talks.yaml": past,
      "a.md": page("A", 'Before\n\n{% talks "upcoming" %}\n\nAfter'),
    },
    (site) => {
      const html = site.read("talks/index.html");
      assert.equal(headings(html), ["2020", "2019", "2018"]);
      assert.not.match(html, en.upcoming);
      // The markup of before there were upcoming talks.
      assert.match(
        html,
        `<section class="list section-list">
<h2 class="title">Talks</h2>
<h3 class="section-group">2020</h3>
<ul class="section-entries talks">
<li class="section-entry">
<div class="title">Newer</div>
<div class="facts"><span><time datetime="2020-11">Nov 2020</time></span></div>
</li>
</ul>
<h3 class="section-group">2019</h3>`,
      );
      assert.match(site.read("a/index.html"), /<p>Before<\/p>\s*<p>After<\/p>/);
    },
  ));

test("a group that is not there: upcoming and past are among those that are known", async () =>
  void (await failsToBuild(
    {
      "eleventy.config.js": config({ sections: { talks: true } }),
      "talks.yaml": past,
      "a.md": page("A", '{% talks "upcomming" %}'),
    },
    ['{% talks "upcomming" %} in a.md: no group of that name. Did you mean "upcoming"?'],
  )));

const everything = `- title: "Weaving; algebra, and <numbers>"
  date: 2999-05-02
  time: "14:00"
  endTime: "15:30"
  event: Royal Society
  kind: Invited talk
  place: "London, Burlington House"
  coordinates: [51.51, -0.13]
  coauthors: [Charles Babbage]
  abstract: "The engine *weaves* [patterns](https://example.org/p).\\n\\n- one\\n- two"
- { title: In Tokyo, date: 2998-03-10, time: "9:00", timeZone: Asia/Tokyo, place: Tokyo, coordinates: [35.68, 139.69], url: "https://example.org/tokyo" }
- { title: Cancelled one, date: 2998-03-05, endDate: 2998-03-07, place: Lyon, coordinates: [45.76, 4.84], cancelled: true }
- { title: Also in London, date: 2020-02-29, place: London, coordinates: [51.5, -0.12] }
- { title: Some month, date: 2997-03, place: Lyon, coordinates: [45.76, 4.84] }
- { title: Some year, year: 2019 }
`;

test("calendars: one for each talk with a day, and one for all", () =>
  withWarnings(
    {
      "eleventy.config.js": config({
        ...lab,
        timeZone: "Europe/London",
        sections: { talks: { calendar: true } },
        languages: { fr: {} },
      }),
      "fr/about.md": page("À propos", "Bonjour."),
      "talks.yaml": everything,
    },
    (site, warnings) => {
      assert.equal(warnings, []);
      const files = site.files().filter((file) => file.endsWith(".ics"));
      assert.equal(files.sort(), [
        "talks.ics",
        "talks/also-in-london.ics",
        "talks/cancelled-one.ics",
        "talks/in-tokyo.ics",
        "talks/weaving-algebra-and-numbers.ics",
      ]);
      for (const file of files)
        assert.equal(invalidIcalendar(readFileSync(path.join(site.folder, "_site", file))), [], file);

      const all = new ICAL.Component(ICAL.parse(site.read("talks.ics")));
      assert.is(all.getFirstPropertyValue("x-wr-calname"), "Talks – Lab");
      const events = all.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
      assert.equal(
        events.map(({ summary, startDate, endDate }) => [summary, String(startDate), String(endDate)]),
        [
          ["Also in London", "2020-02-29", "2020-03-01"],
          ["Cancelled one", "2998-03-05", "2998-03-08"],
          ["In Tokyo", "2998-03-10T00:00:00Z", "2998-03-10T00:00:00Z"],
          ["Weaving; algebra, and <numbers>", "2999-05-02T13:00:00Z", "2999-05-02T14:30:00Z"],
        ],
      );
      const [, cancelled, tokyo, weaving] = events;
      assert.is(cancelled?.component.getFirstPropertyValue("status"), "CANCELLED");
      assert.is(tokyo?.component.getFirstPropertyValue("url"), "https://example.org/tokyo");
      assert.equal(tokyo?.component.getFirstPropertyValue("geo"), [35.68, 139.69]);
      assert.is(weaving?.location, "London, Burlington House");
      assert.is(
        weaving?.description,
        "Invited talk\nRoyal Society\nwith Charles Babbage\n\nThe engine weaves patterns (https://example.org/p).\n\n- one\n- two",
      );
      assert.is(weaving?.uid, "talks-weaving-algebra-and-numbers@lab.example.org");

      const html = site.read("talks/index.html");
      assert.match(html, '<p class="calendar"><a href="/talks.ics">Calendar of all talks</a></p>');
      assert.match(
        html,
        '\n<link rel="alternate" type="text/calendar" title="Calendar of all talks" href="/talks.ics">\n<script',
      );
      assert.match(html, /indigo-events-\w+\.css/);
      const links = [...html.matchAll(/href="\/(talks\/.*?\.ics)"/g)].map(([, link]) => link);
      assert.equal(
        links,
        ["talks/in-tokyo.ics", "talks/weaving-algebra-and-numbers.ics"],
        "nobody adds what is over or cancelled",
      );
      assert.match(html, "<span><strong>Cancelled</strong></span><span>Lyon</span>");
      assert.match(html, '<time datetime="2998-03-10T09:00+09:00">Mar 10 2998, 09:00 GMT+9</time>');
      assert.match(html, '<time datetime="2999-05-02T14:00+01:00">May 02 2999, 14:00 – 15:30</time>');
      const french = site.read("fr/talks/index.html");
      assert.match(french, String(fr.addToCalendar));
      assert.match(french, String(fr.cancelled));
    },
  ));

test("a second build gives the same calendars, and a file of the author's own stays", async () => {
  const files = {
    "eleventy.config.js": `${config({ ...lab, sections: { talks: { calendar: true } } })}`.replace(
      "eleventyConfig.addPlugin(",
      'eleventyConfig.addPassthroughCopy("talks/mine.ics");\n  eleventyConfig.addPlugin(',
    ),
    "talks.yaml": everything,
    "talks.njk": "---\npermalink: /talks.ics\n---\nMINE",
  };
  const read = (site: Site): string[] => ["talks.ics", "talks/in-tokyo.ics"].map((file) => site.read(file));
  let first: string[] = [];
  await withWarnings(files, (site) => (first = read(site)));
  await withWarnings(files, (site) => assert.equal(read(site), first));
  assert.is(first[0]?.trim(), "MINE");
});

test("talks of a folder: calendars by their files, links on their pages", () =>
  withWarnings(
    {
      "eleventy.config.js": config({ ...lab, sections: { talks: { calendar: true, map: true } } }),
      "talks/2999-01-02-looms.md":
        "---\ntitle: Looms\nplace: Lyon\ncoordinates: [45.76, 4.84]\ntime: '10:00'\n---\nThe text\nof the *talk*.\n\nIts second part.",
      "talks/done.md": "---\ntitle: Done\ndate: 2020-01-02\n---\nText.",
    },
    (site, warnings) => {
      assert.equal(warnings, []);
      const file = readFileSync(path.join(site.folder, "_site/talks/looms.ics"));
      assert.equal(invalidIcalendar(file), []);
      assert.match(String(file), "URL:https://lab.example.org/talks/2999-01-02-looms/");
      assert.match(String(file), "DESCRIPTION:The text of the talk.\\n\\nIts second part.");
      const own = site.read("talks/2999-01-02-looms/index.html");
      assert.match(own, '[<a href="/talks/looms.ics">Add to calendar</a>]');
      assert.match(own, '<time datetime="2999-01-02T10:00+00:00">Jan 02 2999, 10:00</time>');
      assert.ok(site.has("talks/done.ics"));
      assert.not.match(site.read("talks/done/index.html"), "Add to calendar");
    },
  ));

test("the map: places as points and as links to the first talk of each", () =>
  withWarnings(
    {
      "eleventy.config.js": config({ ...lab, sections: { talks: { map: true } }, languages: { fr: {} } }),
      "talks.yaml": everything,
      "fr/about.md": page("À propos", "Bonjour."),
      "all.md": page("All", "{% talks %}"),
    },
    (site, warnings) => {
      assert.equal(warnings, []);
      const html = site.read("talks/index.html");
      const [map = ""] = /<figure class="talk-map">[\s\S]*?<\/figure>/.exec(html) ?? [];
      assert.match(map, '<svg viewBox="');
      assert.match(map, 'role="img" aria-label="Map of talks"');
      assert.equal(
        [...map.matchAll(/<title>(.*?)<\/title>/g)].map(([, title]) => title),
        ["Lyon (2)", "Tokyo", "London, Burlington House, London (2)"],
      );
      const places = [...map.matchAll(/<li>(.*?)<\/li>/g)].map(([, item]) => item);
      assert.equal(places, [
        '<a href="#some-month">Lyon</a> (2)',
        '<a href="#in-tokyo">Tokyo</a>',
        '<a href="#weaving-algebra-and-numbers">London, Burlington House</a>',
        '<a href="#also-in-london">London</a>',
      ]);
      for (const [, id = ""] of map.matchAll(/href="#(.*?)"/g))
        assert.is(html.split(` id="${id}"`).length, 2, id);
      assert.not.match(html, /<script(?! type="application\/ld)/);
      assert.not.match(html, / style="/);
      assert.match(site.read("fr/talks/index.html"), `aria-label="${fr.talksMap}"`);
      const all = site.read("all/index.html");
      assert.not.match(all, "talk-map");
      assert.not.match(all, 'id="in-tokyo"');
      assert.not.match(all, "indigo-events-");
    },
  ));

test("search engines get times, state and coordinates", () =>
  withWarnings(
    {
      "eleventy.config.js": config({ ...lab, timeZone: "Europe/London", sections: { talks: true } }),
      "talks.yaml": everything,
    },
    (site) => {
      const json = [
        ...site.read("talks/index.html").matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g),
      ];
      const nodes = json.flatMap(([, text = "{}"]) => JSON.parse(text)["@graph"] ?? []) as Record<
        string,
        unknown
      >[];
      const node = (name: string): Record<string, unknown> => nodes.find((each) => each.name === name) ?? {};
      const weaving = node("Weaving; algebra, and <numbers>");
      assert.is(weaving.startDate, "2999-05-02T14:00+01:00");
      assert.is(weaving.endDate, "2999-05-02T15:30+01:00");
      assert.not.ok("eventStatus" in weaving);
      assert.equal(weaving.location, {
        "@type": "Place",
        name: "London, Burlington House",
        address: "London, Burlington House",
        geo: { "@type": "GeoCoordinates", latitude: 51.51, longitude: -0.13 },
      });
      assert.is(node("Cancelled one").eventStatus, "https://schema.org/EventCancelled");
      assert.is(node("Cancelled one").endDate, "2998-03-07");
      assert.not.ok("location" in node("Some year"));
    },
  ));

/** Fields of a talk that have no effect, each with the warning. The talk is shown. */
const wrong: [field: string, warning: string][] = [
  [
    "time: 25:00",
    'field "time" of talk "A" in talks.yaml:3 must be a time of day such as "14:00", but it is "25:00"; it has no effect.',
  ],
  [
    "time: afternoon",
    'field "time" of talk "A" in talks.yaml:3 must be a time of day such as "14:00", but it is "afternoon"; it has no effect.',
  ],
  ["time: 14", 'field "time" of talk "A" in talks.yaml:3 must be text, but it is 14; it has no effect.'],
  [
    "endTime: 15:00",
    'field "endTime" of talk "A" in talks.yaml:3 needs the field "time", at which the event starts; it has no effect.',
  ],
  [
    "{ time: 14:00, endTime: 13:00 }",
    'field "endTime" of talk "A" in talks.yaml:3 must not be before the field "time", "14:00", but it is "13:00"; calendars have no end of it.',
  ],
  [
    "endDate: 2019-01-01",
    'field "endDate" of talk "A" in talks.yaml:3 must not be before the field "date", "2999-03-05", but it is "2019-01-01"; calendars have no end of it.',
  ],
  [
    "timeZone: Europe/Pris",
    'field "timeZone" of talk "A" in talks.yaml:3 must be a time zone such as "Europe/Paris" or "UTC", but it is "Europe/Pris"; it has no effect.',
  ],
  [
    "cancelled: perhaps",
    'field "cancelled" of talk "A" in talks.yaml:3 must be true or false, but it is "perhaps"; it has no effect.',
  ],
  [
    "coordinates: [91, 2]",
    'field "coordinates" of talk "A" in talks.yaml:3 must be latitude and longitude in degrees, such as [48.85, 2.35] (the latitude first: [2, 91]), but it is [91,2]; it has no effect.',
  ],
  [
    "coordinates: [139.69, 35.68]",
    'field "coordinates" of talk "A" in talks.yaml:3 must be latitude and longitude in degrees, such as [48.85, 2.35] (the latitude first: [35.68, 139.69]), but it is [139.69,35.68]; it has no effect.',
  ],
  [
    "coordinates: [48.85, 200]",
    'field "coordinates" of talk "A" in talks.yaml:3 must be latitude and longitude in degrees, such as [48.85, 2.35], with a latitude from -90 to 90 and a longitude from -180 to 180, but it is [48.85,200]; it has no effect.',
  ],
  [
    "coordinates: [.nan, 2]",
    'field "coordinates" of talk "A" in talks.yaml:3 must be latitude and longitude in degrees, such as [48.85, 2.35], with a latitude from -90 to 90 and a longitude from -180 to 180, but it is [null,2]; it has no effect.',
  ],
  [
    'coordinates: "48.85, 2.35"',
    'field "coordinates" of talk "A" in talks.yaml:3 must be latitude and longitude in degrees, such as [48.85, 2.35], but it is "48.85, 2.35"; it has no effect.',
  ],
  [
    "coordinates: [48.85]",
    'field "coordinates" of talk "A" in talks.yaml:3 must be latitude and longitude in degrees, such as [48.85, 2.35], but it is [48.85]; it has no effect.',
  ],
  [
    "coordinates: { lat: 48.85 }",
    'field "coordinates" of talk "A" in talks.yaml:3 must be latitude and longitude in degrees, such as [48.85, 2.35], but it is {"lat":48.85}; it has no effect.',
  ],
];

for (const [field, warning] of wrong) {
  test(`a warning, and the talk is shown: ${field}`, () =>
    withWarnings(
      {
        "eleventy.config.js": config({ ...lab, sections: { talks: { calendar: true, map: true } } }),
        "talks.yaml": `- title: A\n  date: 2999-03-05\n  ${field.startsWith("{") ? field.slice(2, -2).replace(", ", "\n  ") : field}\n`,
      },
      (site, warnings) => {
        const expected = field.startsWith("{ time") ? warning.replace("yaml:3", "yaml:4") : warning;
        assert.equal(warnings, [`indigo: ${expected}`]);
        assert.equal(titles(site.read("talks/index.html")), ["A"]);
        assert.equal(invalidIcalendar(Buffer.from(site.read("talks/a.ics"))), []);
        assert.not.match(site.read("talks/index.html"), "talk-map");
      },
    ));
}

test("empty fields are none", () =>
  withWarnings(
    {
      "eleventy.config.js": config({ ...lab, sections: { talks: true } }),
      "talks/a.md": "---\ntitle: A\ndate: 2020-01-01\ntime:\ncoordinates:\ncancelled:\n---\nText.",
    },
    (_site, warnings) => assert.equal(warnings, []),
  ));

test("options: an unknown setting of a section", async () =>
  void (await failsToBuild(
    { "eleventy.config.js": config({ sections: { talks: { calender: true }, teaching: { map: true } } }) },
    [
      'unknown option "sections.talks.calender" in eleventy.config.js. Did you mean "calendar"?',
      'unknown option "sections.teaching.map" in eleventy.config.js. Known: path, html, calendar.',
    ],
  )));

test.run();
