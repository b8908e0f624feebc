import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, Site } from "../support/site.ts";
import { recorded, works } from "./pandoc-page.ts";

// A page with forty citations, of one text each, compared with what pandoc writes for them.

const test = suite("citations compared with pandoc's");

/** What differs on purpose, with the reason. */
const differences: Readonly<Record<"apa" | "ieee", Readonly<Record<string, string>>>> = {
  apa: {
    // APA's manual, 8.17: "and" in the sentence, "&" in parentheses.
    "@baker2021 [p. 12]": "Baker and Cole (2021, p. 12)",
    // Pandoc drops each particle of a .bib file, which APA keeps before the family name.
    "[@vandam]": "(van Dam, 2003)",
    "@vandam": "van Dam (2003)",
    // Pandoc takes "ch." for text, as CSL's locale has only "chap."; APA's manual, 8.13: "Chapter 2".
    "[@hall2005, ch. 2, with more]": "(Hall, 2005, Chapter 2, with more)",
  },
  // A sentence needs its subject, so that the author stands before the number.
  ieee: {
    "@adams2020": "Adams [1]",
    "@baker2021 [p. 12]": "Baker and Cole [2, p. 12]",
    "@dunn2021a": "Dunn et al. [3]",
    "@team2018 [sec. 2]": "The Test Team [9, Sec. 2]",
    "@vandam": "van Dam [12]",
    "@anon2017": "Nobody's Report [10]",
    "@smitha": "A. Smith [13]",
    "@king2015 [fig. 3]": "King et al. [7, Fig. 3]",
  },
};

const textOf = (html: string): string =>
  html
    .replaceAll(/<[^<>]*>/g, "")
    .replaceAll(/&amp;|&#38;/g, "&")
    .replaceAll("’", "'")
    .replaceAll(/\s+/g, " ")
    .trim();

for (const [index, style] of (["apa", "ieee"] as const).entries())
  test(`a page of ${recorded.length} citations in ${style}`, async () => {
    const text = recorded.map(([citation], item) => `Item ${item}: ${citation} end.`).join("\n\n");
    const site = new Site({
      "eleventy.config.js": config({ title: "A site", citationStyle: style, references: "references.bib" }),
      "references.bib": works,
      "index.md": page("Home", text),
    });
    await site.builtInProcess();
    const html = site.read("index.html");
    site.remove();
    const found = [...html.matchAll(/<p>Item \d+: (.*?) end\.<\/p>/gs)].map(([, inner = ""]) =>
      textOf(inner),
    );
    const expected = recorded.map(
      ([citation, ...pandoc]) => differences[style][citation] ?? pandoc[index] ?? "",
    );
    assert.equal(found, expected);
  });

test("what differs is in the page", () => {
  const citations = recorded.map(([citation]) => citation);
  for (const table of Object.values(differences))
    for (const citation of Object.keys(table)) assert.ok(citations.includes(citation), citation);
});

test.run();
