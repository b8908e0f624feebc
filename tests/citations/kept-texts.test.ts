import { suite } from "uvu";
import * as assert from "uvu/assert";
import { keepTexts } from "../../plugin/citations/kept-texts.ts";
import type { Publication, TextCitation, TextFormatter } from "../../plugin/publications/index.ts";
import { publication } from "../../plugin/publications/publication.ts";
import type { BuildCache } from "../../plugin/utils/build-cache.ts";

const test = suite("texts of earlier builds");

const work = (id: string, title: string): Publication =>
  publication({
    id,
    title,
    authors: ["Ann Roe"],
    editors: [],
    venue: "Tests",
    year: 2020,
    type: "article-journal",
    selected: false,
    links: [],
  });

const first = (): Publication => work("a", "First");
const second = (): Publication => work("b", "Second");

/** Counts the texts that are formatted, and remembers them over several formatters, as builds do. */
function builds(): { formatter(key?: string): TextFormatter; count(): number } {
  const texts = new Map<string, string>();
  const cache = {
    get: (key: string) => texts.get(key),
    set: (key: string, text: string) => texts.set(key, text),
  };
  let count = 0;
  const made: TextFormatter = {
    isOfNotes: false,
    reference: ({ title }) => title,
    format(citations) {
      count += 1;
      const works = citations.flatMap((citation) => citation.works.map((cite) => cite.work));
      return {
        citations: citations.map((citation) => [
          { html: "see " },
          ...citation.works.map((cite) => ({ html: `<i>${cite.work.title}</i>`, work: cite.work })),
        ]),
        references: works.map((one) => ({ work: one, html: one.title })),
        numbers: "[1]",
      };
    },
  };
  return {
    formatter: (key = "apa") =>
      keepTexts({ isOfNotes: false, key, make: () => made }, () => cache as unknown as BuildCache),
    count: () => count,
  };
}

const cites = (...works: Publication[]): TextCitation => ({ works: works.map((one) => ({ work: one })) });

test("a text that has not changed is not formatted again, and has the works of the build", () => {
  const { formatter, count } = builds();
  const [a, b] = [first(), second()];
  const text = formatter().format([cites(a, b), cites(b)]);
  // Another build reads the works again.
  const [again, other] = [first(), second()];
  const next = formatter().format([cites(again, other), cites(other)]);
  assert.is(count(), 1);
  assert.equal(next, text);
  assert.is(next.citations[1]?.[1]?.work, other);
  assert.is(next.references[0]?.work, again);
});

/** What makes a text another one. */
const changes: Record<string, (formatters: (key?: string) => TextFormatter) => void> = {
  "another title of a work": (of) => of().format([cites(work("a", "Other"))]),
  "another order": (of) => of().format([cites(second(), first())]),
  "another style": (of) => of("ieee").format([cites(first(), second())]),
  "a locator": (of) => of().format([{ works: [{ work: first(), locator: "3" }, { work: second() }] }]),
  "in the sentence": (of) => of().format([{ ...cites(first(), second()), isInText: true }]),
  "one citation more": (of) => of().format([cites(first(), second()), cites(first())]),
};

for (const [name, change] of Object.entries(changes))
  test(`formatted again: ${name}`, () => {
    const { formatter, count } = builds();
    formatter().format([cites(first(), second())]);
    change(formatter);
    assert.is(count(), 2);
  });

test.run();
