import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, Site } from "../support/site.ts";

// The references on the page of a publication: in the style of the site first, in its language. What is expected follows the
// styles' manuals, with the terms of CSL's locales.

const test = suite("references of pages");

const works = `@inproceedings{hu2021,
  author = {Hu, Ann and Roe, Bo},
  editor = {Li, Cy},
  title = {Finding things},
  booktitle = {Proceedings of Tests},
  year = 2021,
  pages = {3--9},
}
@article{many, author = {Hu, Ann and Roe, Bo and others}, title = {Many hands}, journal = {Tests}, year = 2020}
`;

/** A style of one line, which no page has by itself. */
const own = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>House style of tests</title><title-short>House</title-short><id>house</id><updated>2024-01-01T00:00:00Z</updated></info><citation><layout><text variable="title"/></layout></citation><bibliography><layout suffix="!"><text variable="title"/></layout></bibliography></style>`;

const referencesOf = (html: string): string[] =>
  [...html.matchAll(/<dt>(.*?)<\/dt>\s*<dd>(.*?)<\/dd>/gs)].map(([, style, text]) => `${style}: ${text}`);

const build = async (
  options: object,
  files: Record<string, string> = {},
  page = "hu2021",
): Promise<string> => {
  const site = new Site({
    "eleventy.config.js": config({ title: "A site", ...options }),
    "publications.bib": works,
    ...files,
  });
  await site.builtInProcess();
  const html = site.read(`publications/${page}/index.html`);
  site.remove();
  return html;
};

const start = {
  APA: "APA: Hu, A., &#38; Roe, B. (2021). Finding things. In C. Li (Ed.), <i>Proceedings of Tests</i> (pp. 3–9).",
  Chicago:
    "Chicago: Hu, Ann, and Bo Roe. 2021. “Finding Things.” In <i>Proceedings of Tests</i>, edited by Cy Li, 3–9.",
  IEEE: "IEEE: A. Hu and B. Roe, “Finding things,” in <i>Proceedings of Tests</i>, C. Li, Ed., 2021, pp. 3–9.",
};

/** Options, files, and the references in their order. */
const cases: readonly [string, object, Record<string, string>, string[]][] = [
  ["no style", {}, {}, [start.APA, start.Chicago, start.IEEE]],
  ["ieee", { citationStyle: "ieee" }, {}, [start.IEEE, start.APA, start.Chicago]],
  [
    "nature",
    { citationStyle: "nature" },
    {},
    [
      "Nature: Hu, A. &#38; Roe, B. Finding things. in <i>Proceedings of Tests</i> (ed. Li, C.) 3–9 (2021).",
      start.APA,
      start.Chicago,
      start.IEEE,
    ],
  ],
  [
    "a file",
    { citationStyle: "house.csl" },
    { "house.csl": own },
    ["House: Finding things!", start.APA, start.Chicago, start.IEEE],
  ],
  [
    "German",
    { language: "de" },
    {},
    [
      "APA: Hu, A., &#38; Roe, B. (2021). Finding things. In C. Li (Hrsg.), <i>Proceedings of Tests</i> (S. 3–9).",
      "Chicago: Hu, Ann, und Bo Roe. 2021. „Finding things“. In <i>Proceedings of Tests</i>, herausgegeben von Cy Li, 3–9.",
      "IEEE: A. Hu und B. Roe, „Finding things“, in <i>Proceedings of Tests</i>, C. Li, Hrsg., 2021, S. 3–9.",
    ],
  ],
  [
    "French, Vancouver",
    { language: "fr", citationStyle: "vancouver" },
    {},
    [
      "Vancouver: Hu A, Roe B. Finding things. In: Li C, éditeur. Proceedings of Tests. 2021. p. 3‑9.",
      "APA: Hu, A., &#38; Roe, B. (2021). Finding things. In C. Li (Éd.), <i>Proceedings of Tests</i> (p. 3‑9).",
      "Chicago: Hu, Ann, et Bo Roe. 2021. « Finding things ». In <i>Proceedings of Tests</i>, édité par Cy Li, 3‑9.",
      "IEEE: A. Hu et B. Roe, « Finding things », in <i>Proceedings of Tests</i>, C. Li, Éd., 2021, p. 3‑9.",
    ],
  ],
];

for (const [name, options, files, expected] of cases)
  test(`first in the style of the site, in its language: ${name}`, async () => {
    assert.equal(referencesOf(await build(options, files)), expected);
  });

/** A language, and "and others" in it. */
const others: readonly [string, string][] = [
  ["en", "Hu, A., Roe, B., et al. (2020)"],
  ["de", "Hu, A., Roe, B., u.\u00a0a. (2020)"],
  ["ja", "Hu, A., Roe, B., ほか. (2020年)"],
  ["zh", "Hu, A., Roe, B., 等. (2020)"],
];

for (const [language, expected] of others)
  test(`names that go on: ${language}`, async () => {
    const [first = ""] = referencesOf(await build({ language }, {}, "many"));
    assert.ok(first.startsWith(`APA: ${expected}`), first);
  });

test.run();
