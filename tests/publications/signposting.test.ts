import { suite } from "uvu";
import * as assert from "uvu/assert";
import { licenseFrom } from "../../plugin/utils/license.ts";
import { brokenRules, ruleNames, type TypedLink, typedLinks } from "../support/signposting.ts";
import { config, page, Site } from "../support/site.ts";
import { invalidHtml } from "../support/valid-html.ts";

// The rules are written from the profile, in tests/support/signposting.ts; the expected links by hand.
// https://signposting.org/FAIR/#level1

const test = suite<{ site: Site; output: string }>("FAIR Signposting");

const good: TypedLink[] = [
  { rel: "cite-as", href: "https://doi.org/10.1000/182" },
  { rel: "describedby", href: "https://example.org/a.bib", type: "application/x-bibtex" },
  { rel: "author", href: "https://orcid.org/0000-0002-1825-0097" },
  { rel: "item", href: "https://example.org/a.pdf", type: "application/pdf" },
  { rel: "license", href: "https://spdx.org/licenses/CC-BY-4.0" },
  { rel: "type", href: "https://schema.org/ScholarlyArticle" },
  { rel: "type", href: "https://schema.org/AboutPage" },
];

/** For each rule, links that break it and no other. */
const mistakes: Record<string, TypedLink[]> = {
  "links have web locations (HTTP URIs) as their target": good.map((link) =>
    link.rel === "author" ? { ...link, href: "mailto:roe@example.org" } : link,
  ),
  "cite-as: 1": good.slice(1),
  "describedby: 1 or more": good.filter(({ rel }) => rel !== "describedby"),
  "describedby: provide the media type of the metadata in the type attribute": good.map((link) =>
    link.rel === "describedby" ? { rel: link.rel, href: link.href } : link,
  ),
  "describedby: media types of many formats need a profile": good.map((link) =>
    link.rel === "describedby" ? { ...link, type: "application/json" } : link,
  ),
  "item: use the type attribute to convey the media type of the content resource": good.map((link) =>
    link.rel === "item" ? { ...link, type: "PDF" } : link,
  ),
  "license: 0 or 1": [...good, { rel: "license", href: "https://spdx.org/licenses/MIT" }],
  "license: an SPDX license identifier, not the page about it": good.map((link) =>
    link.rel === "license" ? { ...link, href: `${link.href}.html` } : link,
  ),
  "type: 2 or 1": [...good, { rel: "type", href: "https://schema.org/AboutPage" }],
  "type: a first link to the term of schema.org for a creative work": good
    .slice(0, -2)
    .concat([{ rel: "type", href: "https://schema.org/AboutPage" }]),
  "type: a second link to AboutPage": good.map((link) =>
    link.href.endsWith("AboutPage") ? { ...link, href: "https://schema.org/Book" } : link,
  ),
};

test("each rule of the profile is checked: an example breaks it and no other", () => {
  assert.equal(brokenRules(good), []);
  assert.equal(Object.keys(mistakes), ruleNames);
  for (const [rule, links] of Object.entries(mistakes)) assert.equal(brokenRules(links), [rule]);
});

const files = {
  "eleventy.config.js": config({
    title: "Edward J. Hu",
    url: "https://example.org/lab",
    author: { name: "Edward J. Hu" },
    social: { orcid: "0000-0002-1825-0097" },
    coauthors: { "Ann Roe": "https://roe.example/" },
  }),
  "index.md": page("Home", "", "home"),
  "publications.bib": `@article{trees, author = {Hu, Edward J. and Roe, Ann and Doe, Jan}, title = {Trees}, journal = {J}, year = 2021,
  doi = {10.1000/182}, pdf = {trees.pdf}, dataset = {https://data.example/trees.csv}, license = {cc by 4.0}}
@phdthesis{thesis, author = {Doe, Jan}, title = {On Tests}, school = {Mila}, year = 2024, eprint = {2106.09685},
  archiveprefix = {arXiv}, pdf = {https://arxiv.org/pdf/2106.09685}, dataset = {https://doi.org/10.5281/zenodo.1}, license = {CC-BY4.0}}
`,
  "publications.yaml": `- { id: tool, title: Tool, venue: V, year: 2020, type: software, license: "https://example.org/terms" }
- { id: data, title: Data, venue: V, year: 2020, type: dataset, license: "https://creativecommons.org/publicdomain/zero/1.0/deed.de" }
- { id: book, title: Book, venue: V, year: 2020, type: book, links: [{ label: PDF, url: /book.pdf }] }
`,
  "trees.pdf": "%PDF-1.4\n",
};

test.before(async (context) => {
  context.site = new Site(files);
  const { code, output } = await context.site.buildInProcess("--pathprefix=/lab/");
  assert.is(code, 0, output);
  context.output = output;
});

test.after(({ site }) => site.remove());

const root = "https://example.org/lab";

const described = (id: string): TypedLink[] => [
  { rel: "describedby", href: `${root}/publications/${id}/citation.bib`, type: "application/x-bibtex" },
  {
    rel: "describedby",
    href: `${root}/publications/${id}/citation.ris`,
    type: "application/x-research-info-systems",
  },
  {
    rel: "describedby",
    href: `${root}/publications/${id}/citation.json`,
    type: "application/vnd.citationstyles.csl+json",
  },
];

const typed = (type: string): TypedLink[] =>
  [type, "AboutPage"].map((name) => ({ rel: "type", href: `https://schema.org/${name}` }));

const expected: Record<string, TypedLink[]> = {
  trees: [
    { rel: "cite-as", href: "https://doi.org/10.1000/182" },
    ...described("trees"),
    { rel: "author", href: "https://orcid.org/0000-0002-1825-0097" },
    { rel: "author", href: "https://roe.example/" },
    { rel: "item", href: `${root}/trees.pdf`, type: "application/pdf" },
    { rel: "item", href: "https://data.example/trees.csv", type: "text/csv" },
    { rel: "license", href: "https://spdx.org/licenses/CC-BY-4.0" },
    ...typed("ScholarlyArticle"),
  ],
  thesis: [
    { rel: "cite-as", href: `${root}/publications/thesis/` },
    ...described("thesis"),
    { rel: "item", href: "https://arxiv.org/pdf/2106.09685", type: "application/pdf" },
    ...typed("Thesis"),
  ],
  tool: [
    { rel: "cite-as", href: `${root}/publications/tool/` },
    ...described("tool"),
    { rel: "license", href: "https://example.org/terms" },
    ...typed("SoftwareSourceCode"),
  ],
  data: [
    { rel: "cite-as", href: `${root}/publications/data/` },
    ...described("data"),
    { rel: "license", href: "https://spdx.org/licenses/CC0-1.0" },
    ...typed("Dataset"),
  ],
  book: [
    { rel: "cite-as", href: `${root}/publications/book/` },
    ...described("book"),
    { rel: "item", href: `${root}/book.pdf`, type: "application/pdf" },
    ...typed("Book"),
  ],
};

for (const [id, links] of Object.entries(expected)) {
  test(`the links of ${id}, which keep to each rule and lead to what is there`, ({ site }) => {
    const found = typedLinks(site.read(`publications/${id}/index.html`));
    assert.equal(found, links);
    assert.equal(brokenRules(found), []);
    for (const { rel, href } of found)
      if (rel === "describedby") assert.ok(site.has(href.replace(`${root}/`, "")), href);
  });
}

test("other pages have none, and the pages are valid HTML", async ({ site }) => {
  for (const url of ["index.html", "publications/index.html"])
    assert.equal(typedLinks(site.read(url)), [], url);
  assert.equal(await invalidHtml(site, ["publications/trees/", "publications/tool/"]), []);
});

test("a license is a link with its name; one that is none gets a warning", ({ site, output }) => {
  const linksOf = (id: string): string =>
    /<div class="links">.*?<\/div>/s.exec(site.read(`publications/${id}/index.html`))?.[0] ?? "";
  assert.match(linksOf("trees"), '<a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>');
  assert.match(linksOf("tool"), '<a href="https://example.org/terms">License</a>');
  assert.match(
    linksOf("data"),
    '<a href="https://creativecommons.org/publicdomain/zero/1.0/deed.de">CC0-1.0</a>',
  );
  assert.not.match(linksOf("thesis"), "CC-BY");
  assert.match(
    output,
    'field "license" of publication "thesis" in publications.bib:4 must be an SPDX identifier such as "CC-BY-4.0", or a URL, but it is "CC-BY4.0"; it is left out. Did you mean "CC-BY-4.0"?',
  );
});

test("without the option url there are no links, which need full URLs", async () => {
  const site = new Site({ ...files, "eleventy.config.js": config({ title: "Edward J. Hu" }) });
  try {
    await site.builtInProcess();
    assert.equal(typedLinks(site.read("publications/trees/index.html")), []);
  } finally {
    site.remove();
  }
});

test("licenses: identifiers in any writing, and URLs", () => {
  const cases: [value: string, id: string | undefined, url: string, page: string][] = [
    ["MIT", "MIT", "https://spdx.org/licenses/MIT", "https://spdx.org/licenses/MIT.html"],
    [
      "apache-2.0",
      "Apache-2.0",
      "https://spdx.org/licenses/Apache-2.0",
      "https://spdx.org/licenses/Apache-2.0.html",
    ],
    [
      " CC BY-NC-SA 3.0 ",
      "CC-BY-NC-SA-3.0",
      "https://spdx.org/licenses/CC-BY-NC-SA-3.0",
      "https://creativecommons.org/licenses/by-nc-sa/3.0/",
    ],
    ["GPL-3.0", "GPL-3.0", "https://spdx.org/licenses/GPL-3.0", "https://spdx.org/licenses/GPL-3.0.html"],
    [
      "http://www.creativecommons.org/licenses/by/4.0/legalcode",
      "CC-BY-4.0",
      "https://spdx.org/licenses/CC-BY-4.0",
      "http://www.creativecommons.org/licenses/by/4.0/legalcode",
    ],
    [
      "https://spdx.org/licenses/MIT.html",
      "MIT",
      "https://spdx.org/licenses/MIT",
      "https://spdx.org/licenses/MIT.html",
    ],
    [
      "https://creativecommons.org/licenses/by/9.9/",
      undefined,
      "https://creativecommons.org/licenses/by/9.9/",
      "https://creativecommons.org/licenses/by/9.9/",
    ],
  ];
  for (const [value, id, url, text] of cases)
    assert.equal(licenseFrom(value), { id, url, page: text }, value);
  for (const value of ["", "mine", "javascript:alert(1)", "https://", "constructor"])
    assert.is(licenseFrom(value), undefined, value);
});

test.run();
