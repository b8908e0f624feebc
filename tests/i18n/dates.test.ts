import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type DateStyle, dateFormatter } from "../../plugin/i18n/dates.ts";
import { knownLanguages, stringsIn } from "../../plugin/i18n/strings/index.ts";
import { failsToBuild } from "../support/fails.ts";
import { config, page } from "../support/site.ts";
import { withWarnings } from "../support/warnings.ts";

// Expected dates are written by hand, from the style guides of these languages.

const test = suite("dates in the form of a language");

const formatter = (language: string, dateStyle: DateStyle, timeZone = "UTC") =>
  dateFormatter({ language, timeZone, dateStyle, strings: stringsIn(language).strings });

const long: Record<string, string> = {
  en: "September 1, 2026",
  "en-GB": "1 September 2026",
  de: "1. September 2026",
  es: "1 de septiembre de 2026",
  fr: "1 septembre 2026",
  it: "1 settembre 2026",
  ja: "2026年9月1日",
  pt: "1 de setembro de 2026",
  zh: "2026年9月1日",
  sv: "1 september 2026",
  fi: "1. syyskuuta 2026",
};

test("a long date has the form of its language, the same in a post and in lists", () => {
  const date = new Date("2026-09-01T12:00:00Z");
  for (const [language, expected] of Object.entries(long)) {
    const dates = formatter(language, "long");
    assert.is(dates.inWords(date, "longDate"), expected, language);
    assert.is(dates.inWords(date, "shortDate"), expected, language);
  }
  for (const language of knownLanguages) assert.ok(language in long || language === "ar", language);
  assert.match(formatter("ar", "long").inWords(date, "longDate"), /سبتمبر/);
});

test("a date is that day in the time zone of the site, and of the Gregorian calendar", () => {
  const evening = new Date("2026-08-31T23:30:00Z");
  assert.is(formatter("en", "long", "Asia/Tokyo").inWords(evening, "longDate"), "September 1, 2026");
  assert.is(formatter("en", "iso", "Asia/Tokyo").inWords(evening, "longDate"), "2026-09-01");
  assert.is(formatter("en", "iso", "UTC").inWords(evening, "shortDate"), "2026-08-31");
  assert.match(formatter("th", "long").inWords(evening, "longDate"), "2026");
  assert.is(formatter("ar-EG", "iso").inWords(evening, "longDate"), "2026-08-31");
});

const post = (fields: string): string => `---\nlayout: post\ntags: [posts, looms]\n${fields}\n---\nText.\n`;

test("posts, lists, tags, archives and news have the dates of the option, in each language; programs read the same as ever", async () => {
  await withWarnings(
    {
      "eleventy.config.js": config({
        title: "Ada",
        dateStyle: "long",
        archives: true,
        languages: { fr: { title: "Ada" } },
        sections: { news: true },
      }),
      "posts/one.md": post("title: One\ndate: 2026-09-01\nupdated: 2026-10-02"),
      "fr/posts/un.md": post("title: Un\ndate: 2026-09-01"),
      "news.yaml":
        "- { date: 2026-09-01, text: A }\n- { date: 2026-09, text: B }\n- { date: 2025, text: C }\n",
    },
    (site, warnings) => {
      assert.equal(warnings, []);
      const time = '<time datetime="2026-09-01">September 1, 2026</time>';
      for (const url of ["posts/one/", "blog/", "tags/", "years/2026/"])
        assert.ok(site.read(`${url}index.html`).includes(time), url);
      assert.match(site.read("posts/one/index.html"), '<time datetime="2026-10-02">October 2, 2026</time>');
      for (const url of ["fr/posts/un/", "fr/blog/"])
        assert.match(
          site.read(`${url}index.html`),
          '<time datetime="2026-09-01">1 septembre 2026</time>',
          url,
        );
      const news = site.read("news/index.html");
      for (const [iso, words] of [
        ["2026-09-01", "September 1, 2026"],
        ["2026-09", "September 2026"],
        ["2025", "2025"],
      ])
        assert.ok(news.includes(`datetime="${iso}">${words}</time>`), iso);
      assert.match(site.read("blog/index.html"), 'data-dates="long"');
    },
  );
});

test("a format in `strings` that has no effect is reported; without the option, it has one", async () => {
  const strings = { shortDate: "yyyy", longDate: "yyyy" };
  const files = { "index.md": page("Home"), "a.md": post("title: A\ndate: 2026-09-01") };
  await withWarnings(
    { ...files, "eleventy.config.js": config({ title: "Ada", strings, dateStyle: "iso" }) },
    (site, warnings) => {
      assert.equal(warnings, [
        'indigo: option "strings.shortDate" has no effect, since "dateStyle" is "iso". Remove one of them.',
        'indigo: option "strings.longDate" has no effect, since "dateStyle" is "iso". Remove one of them.',
      ]);
      assert.match(site.read("a/index.html"), '<time datetime="2026-09-01">2026-09-01</time>');
    },
  );
  await withWarnings(
    { ...files, "eleventy.config.js": config({ title: "Ada", strings }) },
    (site, warnings) => {
      assert.equal(warnings, []);
      assert.match(site.read("a/index.html"), '<time datetime="2026-09-01">2026</time>');
      assert.not.match(site.read("a/index.html"), /data-dates|indigo-variants/);
    },
  );
});

test("a style that does not exist", async () => {
  await failsToBuild({ "eleventy.config.js": config({ title: "A", dateStyle: "lonng" }) }, [
    'option "dateStyle" in eleventy.config.js must be one of "indigo", "long", "medium" or "iso", but it is "lonng". Did you mean "long"?',
  ]);
});

test.run();
