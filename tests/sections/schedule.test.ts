import { readFileSync } from "node:fs";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { de } from "../../plugin/i18n/strings/de.ts";
import { invalidIcalendar } from "../support/icalendar.ts";
import { config, page } from "../support/site.ts";
import { withWarnings } from "../support/warnings.ts";

const test = suite("schedules of courses");

const lab = { title: "Lab", author: "Ada Lovelace", url: "https://lab.example.org" };

/** The cells of a schedule: its headings, and those of each row, without tags. */
function cells(html: string): string[][] {
  const [table = ""] = /<table class="schedule">[\s\S]*?<\/table>/.exec(html) ?? [];
  return [...table.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = ""]) =>
    [...row.matchAll(/<t[dh][^>]*>([\s\S]*?)<\/t[dh]>/g)].map(([, cell = ""]) =>
      cell
        .replaceAll(/<[^>]*>/g, " ")
        .replaceAll(/\s+/g, " ")
        .trim(),
    ),
  );
}

const schedule = `
  schedule:
    - week: 1
      date: 2998-09-02
      time: "10:00"
      endTime: "11:30"
      topic: Engines & <looms>
      reading: Babbage, *On machinery*
      slides: assets/one.pdf
      notes: /notes/
    - { week: "2–3", date: 2998-09-09, endDate: 2998-09-18, topic: Cards, text: "With a **visit**.", due: "[Set 1](https://example.org/1)" }
    - { week: Reading week, topic: No class }
    - { date: 2998-10, topic: Programs, video: "https://example.org/v", links: [{ label: Code, url: "https://example.org/c" }] }
`;

test("in a data file: a table that unfolds, with the columns that are used, and a calendar", () =>
  withWarnings(
    {
      "eleventy.config.js": config({
        ...lab,
        sections: { teaching: { calendar: true } },
        languages: { de: {} },
      }),
      "teaching.yaml": `- title: Engines\n  code: CS 101\n  place: Room 5${schedule}- title: Looms\n  schedule:\n    - { topic: One }\n    - { topic: Two }\n- title: Nothing\n  term: Fall 2024\n  schedule: []\n- title: Plain\n`,
      "assets/one.pdf": "%PDF-1.4\n",
      "de/about.md": page("Über", "Hallo."),
      "courses.md": page("Courses", "{% teaching %}\n\nThe *end*."),
    },
    (site, warnings) => {
      assert.equal(warnings, []);
      const html = site.read("teaching/index.html");
      assert.is(html.split("<details><summary>Schedule</summary>").length, 3);
      assert.equal(cells(html), [
        ["Date", "Topic", "Reading", "Material", "Due"],
        [
          "Week 1 Sep 02 2998 10:00 – 11:30",
          "Engines &amp; &lt;looms&gt;",
          "Babbage, On machinery",
          "Slides | Notes",
          "",
        ],
        ["Week 2–3 Sep 09 2998 – Sep 18 2998", "Cards With a visit .", "", "", "Set 1"],
        ["Reading week", "No class", "", "", ""],
        ["Oct 2998", "Programs", "", "Video | Code", ""],
      ]);
      assert.equal(cells(html.slice(html.indexOf('<div class="title">Looms'))), [
        ["Topic"],
        ["One"],
        ["Two"],
      ]);
      assert.match(html, '<caption class="visually-hidden">Schedule: Engines</caption>');
      assert.match(html, '<a href="/assets/one.pdf">Slides</a>');
      assert.ok(site.has("assets/one.pdf"));
      assert.match(html, '[<a href="/teaching/engines.ics">Add to calendar</a>]');
      assert.match(html, /indigo-events-\w+\.css/);
      const own = site.read("courses/index.html");
      assert.match(own, /indigo-events-\w+\.css/);
      assert.match(own, "<p>The <em>end</em>.</p>");
      assert.equal(cells(own), cells(html));
      assert.not.match(site.read("index.html"), "indigo-events-");
      const german = site.read("de/teaching/index.html");
      assert.equal(cells(german)[0], [de.sessionDate, de.topic, de.reading, de.material, de.due]);
      assert.match(german, "Woche 1");

      assert.equal(
        site.files().filter((file) => file.endsWith(".ics")),
        ["teaching/engines.ics"],
      );
      const file = readFileSync(path.join(site.folder, "_site/teaching/engines.ics"));
      assert.equal(invalidIcalendar(file), []);
      const lines = String(file).replaceAll("\r\n ", "").split("\r\n");
      const values = (name: string): string[] =>
        lines.filter((line) => line.startsWith(name)).map((line) => line.slice(name.length));
      assert.equal(values("SUMMARY:"), ["CS 101: Engines & <looms>", "CS 101: Cards"]);
      assert.equal(values("DTSTART"), [":29980902T100000Z", ";VALUE=DATE:29980909"]);
      assert.equal(values("DTEND"), [":29980902T113000Z", ";VALUE=DATE:29980919"]);
      assert.equal(values("LOCATION:"), ["Room 5", "Room 5"]);
      assert.equal(values("DESCRIPTION:"), [
        "Babbage\\, On machinery",
        "With a visit.\\n\\nSet 1 (https://example.org/1)",
      ]);
      assert.equal(values("UID:"), [
        "teaching-engines-2998-09-02@lab.example.org",
        "teaching-engines-2998-09-09@lab.example.org",
      ]);

      const json = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)];
      const nodes = json.flatMap(([, text = "{}"]) => JSON.parse(text)["@graph"] ?? []);
      const instances = Object.fromEntries(
        nodes.map(({ name, hasCourseInstance }: Record<string, object>) => [name, hasCourseInstance]),
      ) as Record<string, Record<string, unknown> | undefined>;
      assert.is(instances.Engines?.["@type"], "CourseInstance");
      assert.is(instances.Engines?.startDate, "2998-09-02");
      assert.is(instances.Engines?.endDate, "2998-10");
      assert.is(instances.Nothing?.name, "Nothing, Fall 2024");
      assert.not.ok("startDate" in (instances.Nothing ?? {}));
      assert.is(instances.Looms, undefined);
    },
  ));

const front = (more: string): string =>
  `---\ntitle: Engines${more.replaceAll("\n  ", "\n")}---\nAn introduction.\n`;

test("in a folder: on the page of the course, below its text; without a page in the list", () =>
  withWarnings(
    {
      "eleventy.config.js": config({ ...lab, sections: { teaching: { path: "courses/", calendar: true } } }),
      "courses/engines.md": front(schedule).replace("assets/one.pdf", "one.pdf"),
      "courses/one.pdf": "%PDF-1.4\n",
      "courses/hidden.md": front("\n  permalink: false\n  schedule:\n    - { topic: Alone }\n"),
      "courses/plain.md": front("\n"),
      "courses/index.md": page("Courses", "All."),
    },
    (site, warnings) => {
      assert.equal(warnings, []);
      const own = site.read("courses/engines/index.html");
      assert.ok(own.indexOf("<h2>Schedule</h2>") > own.indexOf("An introduction."));
      assert.is(cells(own).length, 5);
      assert.match(own, '<a href="/courses/one.pdf">Slides</a>');
      assert.match(own, '<p class="calendar"><a href="/teaching/engines.ics">Add to calendar</a></p>');
      assert.match(own, /indigo-events-\w+\.css/);
      const nodes = [...own.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(
        ([, json = "{}"]) => JSON.parse(json),
      );
      const course = nodes.find((node) => node["@type"] === "Course");
      assert.is(course?.url, "https://lab.example.org/courses/engines/");
      assert.is(course?.hasCourseInstance?.startDate, "2998-09-02");
      const list = site.read("teaching/index.html");
      assert.equal(cells(list), [["Topic"], ["Alone"]]);
      assert.match(list, '[<a href="/teaching/engines.ics">Add to calendar</a>]');
      for (const file of ["courses/plain/index.html", "courses/index.html"]) {
        assert.not.match(site.read(file), "schedule");
        assert.not.match(site.read(file), '"@type":"Course"');
        assert.not.match(site.read(file), "indigo-events-");
      }
    },
  ));

test("without the option there are no calendars, and none is linked when all is over", async () => {
  await withWarnings(
    {
      "eleventy.config.js": config({ ...lab, sections: { teaching: true } }),
      "teaching.yaml": `- title: Engines${schedule.replace(/ +slides.*\n/, "")}`,
    },
    (site) => {
      assert.not.ok(site.files().some((file) => file.endsWith(".ics")));
      assert.not.match(site.read("teaching/index.html"), "Add to calendar");
    },
  );
  await withWarnings(
    {
      "eleventy.config.js": config({ ...lab, sections: { teaching: { calendar: true } } }),
      "teaching.yaml": "- { title: Old, id: mine, schedule: [{ date: 2020-01-02, topic: One }] }",
    },
    (site) => {
      assert.ok(site.has("teaching/mine.ics"), "who subscribed keeps it");
      assert.not.match(site.read("teaching/index.html"), "Add to calendar");
    },
  );
});

const of = 'of course "A" in teaching.yaml';

/** The value of `schedule`, the warnings, and the topics that are still shown. */
const wrong: [value: string, warnings: string[], topics: string[]][] = [
  ["often", [`field "schedule" ${of}:2 must be a list, but it is "often"; it is left out.`], []],
  [
    "{ topic: One }",
    [`field "schedule" ${of}:2 must be a list, but it is {"topic":"One"}; it is left out.`],
    [],
  ],
  [
    "[One, { topic: Two }]",
    [`field "schedule[0]" ${of}:2 must be a group of named values, but it is "One"; it is left out.`],
    ["Two"],
  ],
  [
    "\n    - { topic: One, tpoic: Two }\n    - { topic: Three }",
    [`unknown field "schedule[0].tpoic" ${of}:3; it is left out. Did you mean "topic"?`],
    ["One", "Three"],
  ],
  [
    "\n    - { topic: One, date: soon }",
    [
      `field "schedule[0].date" ${of}:3 must be a date such as 2024-03-05, 2024-03 or 2024, but it is "soon"; it is left out.`,
    ],
    ["One"],
  ],
  [
    "\n    - { topic: One }\n    - { topic: Two, date: 2024-03-05, endDate: 2024-03-01 }",
    [
      `field "schedule[1].endDate" ${of}:4 must not be before the field "date", "2024-03-05", but it is "2024-03-01"; calendars have no end of it.`,
    ],
    ["One", "Two"],
  ],
  [
    "\n    - { topic: One, time: '10:00' }",
    [
      `field "schedule[0].time" ${of}:3 needs a day in the field "date", such as 2024-03-05; it has no effect.`,
    ],
    ["One"],
  ],
  [
    "\n    - { topic: One, date: 2024-03-05, time: noon }",
    [
      `field "schedule[0].time" ${of}:3 must be a time of day such as "14:00", but it is "noon"; it is left out.`,
    ],
    ["One"],
  ],
  [
    "\n    - { topic: One, slides: none.pdf }\n    - { topic: Two, video: ../../package.json }",
    [
      `field "schedule[0].slides" ${of}:3 names a file that does not exist: "none.pdf". The link is left out.`,
      `field "schedule[1].video" ${of}:4 names a file that does not exist: "../../package.json". The link is left out.`,
    ],
    ["One", "Two"],
  ],
  [
    "\n    - { topic: One, slides: 'javascript:alert(1)' }",
    [
      `field "schedule[0].slides" ${of}:3 must be a URL such as "https://example.org/", "mailto:me@example.org" or "/blog/", but it is "javascript:alert(1)"; it is left out.`,
    ],
    ["One"],
  ],
  [
    "\n    - { topic: One, links: [{ label: A }] }",
    [`missing field "schedule[0].links[0].url" ${of}:3; it is left out.`],
    ["One"],
  ],
  [
    "\n    - { topic: One, reading: '<b onclick=\"x()\">Book</b>' }",
    [
      `field "schedule[0].reading" ${of}:3 has HTML, which is shown as text. To allow HTML and images at other hosts in it, which may run scripts, set the option "sections" in eleventy.config.js to { teaching: { html: true } }.`,
    ],
    ["One"],
  ],
];

for (const [value, expected, topics] of wrong) {
  test(`a warning, and the rest is shown: ${value.trim()}`, () =>
    withWarnings(
      {
        "eleventy.config.js": config({ ...lab, sections: { teaching: { calendar: true } } }),
        "teaching.yaml": `- title: A\n  schedule: ${value}\n`,
      },
      (site, warnings) => {
        assert.equal(
          warnings,
          expected.map((warning) => `indigo: ${warning}`),
        );
        const html = site.read("teaching/index.html");
        assert.match(html, '<div class="title">A</div>');
        assert.equal(
          [...html.matchAll(/<div class="topic">(.*?)<\/div>/g)].map(([, topic]) => topic),
          topics,
        );
      },
    ));
}

test.run();
