import { suite } from "uvu";
import * as assert from "uvu/assert";
import { citationsOf } from "../../plugin/publications/cite/references.ts";
import { factsFrom } from "../../plugin/publications/csl/facts.ts";
import { publication } from "../../plugin/publications/publication.ts";

const test = suite("quotes in references");

/** Returns the references to a work with this title. */
function references(title: string): string[] {
  const csl = {
    id: "a",
    type: "article-journal",
    title,
    author: [{ family: "Roe", given: "Ann" }],
    "container-title": "J",
    issued: { "date-parts": [[2020]] },
  };
  const report = { problems: [], hints: [] };
  const facts = factsFrom({ key: "a", csl, formulas: [], values: {}, place: () => "a.bib:1" }, report);
  return citationsOf(publication(facts), new Map(), () => assert.unreachable(title)).map(({ html }) => html);
}

const quotes = ["’", "'", "‘", "“", "”", '"', "«", "»", "„"];
const words = ["<i>x</i>", "y", "<sup>2</sup>", '<span class="nocase">DNA</span>'];

test("markup next to any quote stays markup", () => {
  for (const word of words)
    for (const quote of quotes)
      for (const title of [
        `a ${quote}${word} b`,
        `a ${word}${quote}s b`,
        `l${quote}${word}`,
        `${quote}${word}${quote} b`,
        `a ${quote}c ${word}${quote} b`,
        `a ${quote}b <i>c${quote} d</i> e`,
        `a ${word.replace(/>([^<]*)</, `>$1${quote}s<`)} b ${word}`,
      ])
        for (const html of references(title)) {
          assert.not.match(html, /&#60;|&lt;|[\uE000-\uF8FF]/, `${title}: ${html}`);
          assert.is(html.split(/<i>/).length, html.split(/<\/i>/).length, html);
        }
});

test("quotes are pairs, and apostrophes stay", () => {
  const cases: [title: string, apa: string, chicago: string][] = [
    ["”Word” and “b”", "”Word” and “b”".replace("”", "“"), "‘Word’ and ‘b.’”"],
    ["It's <i>Bob's</i> “a” x", "It’s <i>Bob’s</i> “a” x", "“It’s <i>Bob’s</i> ‘a’ x.”"],
    ["<i>Roe’s</i> l’<i>y</i> z", "<i>Roe’s</i> l’<i>y</i> z", "<i>Roe’s</i>"],
    ['5" by 6" <b>x</b> y', '5" by 6" <b>x</b> y', '5" by 6"'],
  ];
  for (const [title, apa, chicago] of cases) {
    const [first = "", second = ""] = references(title);
    assert.ok(first.replace(".”", "”").includes(apa), `${title}: ${first}`);
    assert.ok(second.includes(chicago), `${title}: ${second}`);
  }
});

test.run();
