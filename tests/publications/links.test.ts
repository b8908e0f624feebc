import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, Site } from "../support/site.ts";

const test = suite<{ site: Site; output: string }>("links of publications, in a whole site");

/** Entries by their keys: the fields of each, and the links that its page has. */
const entries: Record<string, [fields: string, ...links: string[]]> = {
  doi: ["doi = {http://doi.acm.org/10.1145/1.2}", "DOI https://doi.org/10.1145/1.2"],
  two: ["doi = {10.1000/a, 10.1000/b}", "DOI https://doi.org/10.1000/a", "DOI https://doi.org/10.1000/b"],
  escaped: ["url = {https://doi.org/10.1000%2Fxyz}", "DOI https://doi.org/10.1000/xyz"],
  kept: ["url = {https://example.org/2020A%26A?q=a\\%2Bb}", "Link https://example.org/2020A%26A?q=a%2Bb"],
  nodoi: ["doi = {TBA}"],
  dblp: ["journal = {CoRR}, volume = {abs/2001.01234}", "arXiv https://arxiv.org/abs/2001.01234"],
  eprint: ["eprint = {https://arxiv.org/abs/2001.01234v2}", "arXiv https://arxiv.org/abs/2001.01234v2"],
  hal: ["hal = {hal-01234567}", "HAL https://hal.science/hal-01234567"],
  inspire: ["inspirehep_id = {1234567}", "INSPIRE https://inspirehep.net/literature/1234567"],
  openreview: [
    "url = {https://openreview.net/forum?id=rkE3y85ee}",
    "OpenReview https://openreview.net/forum?id=rkE3y85ee",
  ],
  pubmed: [
    "pmid = {12345678}, pmcid = {PMC1234567}",
    "PubMed https://pubmed.ncbi.nlm.nih.gov/12345678/",
    "PMC https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/",
  ],
  dataset: ["dataset = {10.5281/zenodo.12345}", "Data https://doi.org/10.5281/zenodo.12345"],
  several: [
    "url = {https://a.example/x https://b.example/y}",
    "Link https://a.example/x",
    "b.example https://b.example/y",
  ],
  host: [
    "url = {www.example.org/x}, code = {github.com/x}",
    "Link https://www.example.org/x",
    "Code https://github.com/x",
  ],
  file: ["url = {x.pdf}", "Link /x.pdf"],
  ftp: ["url = {ftp://example.org/x}"],
  anchor: ['url = {doi:<a href="https://doi.org/10.1000/2">10.1000/2</a>}', "DOI https://doi.org/10.1000/2"],
  typo: ["url = {hhttps://example.org/x}", "Link https://example.org/x"],
  note: ["note = {\\href{https://example.org/x\\_y}{Appendix}}", "Appendix https://example.org/x_y"],
  scholar: [
    "google_scholar_id = {abcDEF}",
    "Scholar https://scholar.google.com/citations?view_op=view_citation&user=roeroe123456&citation_for_view=roeroe123456%3AabcDEF",
  ],
  secret: ["code = {https://roe:secret@example.org/x}"],
};

const bib = Object.entries(entries)
  .map(
    ([key, [fields]]) => `@misc{${key}, title = {T ${key}}, author = {Roe, Ann}, year = 2020, ${fields}}\n`,
  )
  .join("");

const csl = [
  {
    id: "csl",
    type: "article-journal",
    title: "CSL",
    author: [{ family: "Roe" }],
    DOI: "https://doi.org/10.1000/csl",
    URL: "https://a.example/csl https://b.example/csl",
    issued: { raw: "May 2019" },
  },
  { id: "undated", type: "article-journal", title: "Undated", author: [{ family: "Roe" }] },
];

const yaml = `- id: yaml
  title: YAML
  venue: V
  year: 2018
  doi: DOI 10.1000/yaml.
  arxiv: https://arxiv.org/abs/2001.05678
  code: github.com/yaml
  hal: HAL-07654321
- id: yamlbad
  title: YAML too
  venue: V
  year: 2018
  doi: none
`;

test.before(async (context) => {
  const site = new Site({
    "eleventy.config.js": config({
      title: "Ann Roe",
      url: "https://site.example",
      social: { googleScholar: "roeroe123456" },
      bibliography: ["refs.bib", "zotero.json", "more.yaml"],
      bibliographyErrors: "warn",
    }),
    "index.md": "---\ntitle: Home\nlayout: page\n---\n",
    "refs.bib": bib,
    "zotero.json": JSON.stringify(csl),
    "more.yaml": yaml,
    "x.pdf": "%PDF-1.4",
  });
  const { code, output } = await site.buildInProcess();
  Object.assign(context, { site, output });
  assert.is(code, 0, output);
});
test.after(({ site }) => site.remove());

/** Returns the links in the list of links on the page of a publication. */
const linksOf = (site: Site, key: string): string[] => {
  const list =
    /<div class="links">(.*?)<\/div>/s.exec(site.read(`publications/${key}/index.html`))?.[1] ?? "";
  return [...list.matchAll(/<a href="([^"]*)">(.*?)<\/a>/g)]
    .map(([, url = "", label]) => `${label} ${url.replaceAll("&amp;", "&")}`)
    .filter((link) => !/^BibTeX /.test(link));
};

for (const [key, [, ...links]] of Object.entries(entries)) {
  test(`${key}: links`, ({ site }) => assert.equal(linksOf(site, key), links));
}

test("CSL-JSON and YAML go by the same rules", ({ site }) => {
  assert.equal(linksOf(site, "csl"), [
    "DOI https://doi.org/10.1000/csl",
    "Link https://a.example/csl",
    "b.example https://b.example/csl",
  ]);
  assert.equal(linksOf(site, "yaml"), [
    "arXiv https://arxiv.org/abs/2001.05678",
    "HAL https://hal.science/hal-07654321",
    "DOI https://doi.org/10.1000/yaml",
    "Code https://github.com/yaml",
  ]);
  assert.equal(linksOf(site, "yamlbad"), []);
  assert.match(site.read("publications/csl/index.html"), 'name="citation_publication_date" content="2019/5"');
  assert.ok(site.has("publications/undated/index.html"));
});

test("meta tags, JSON, references and BibTeX have the same DOI and URL", ({ site }) => {
  const items: Record<string, unknown>[] = JSON.parse(site.read("publications.json"));
  const item = (id: string) => items.find((each) => each.id === id);
  const source = site.read("publications.bib");
  for (const [key, doi] of [
    ["doi", "10.1145/1.2"],
    ["two", "10.1000/a"],
    ["anchor", "10.1000/2"],
    ["csl", "10.1000/csl"],
    ["yaml", "10.1000/yaml"],
  ] as const) {
    const html = site.read(`publications/${key}/index.html`);
    assert.match(html, `name="citation_doi" content="${doi}"`);
    assert.match(html, `https://doi.org/${doi}`);
    assert.is(item(key)?.DOI, doi);
  }
  assert.not.match(JSON.stringify(items), /%25|doi\.org\/doi|doi\.acm\.org|TBA/);
  assert.is(item("kept")?.URL, "https://example.org/2020A%26A?q=a%2Bb");
  assert.is(item("several")?.URL, "https://a.example/x");
  assert.equal(item("csl")?.issued, { "date-parts": [[2019, 5]] });
  assert.match(source, "  doi = {10.1145/1.2},");
  assert.match(source, "  doi = {10.1000/a},");
  assert.match(source, "  url = {https://www.example.org/x},");
  assert.not.match(source, /TBA|hal-01234567|ftp:|roe:secret|<a href/);
  for (const file of site.files().filter((name) => /\.(html|xml|json|bib)$/.test(name)))
    assert.not.match(site.read(file), /doi\.org\/(?:https?:|doi:)|%252F|roe:secret|hhttps:/, file);
});

test("what is left out or understood is in a message, once", ({ output }) => {
  for (const message of [
    'field "doi" of publication "nodoi" in refs.bib:5 must be a DOI such as "10.1000/182", but it is "TBA"; it is left out.',
    'field "url" of publication "ftp" in refs.bib:16 names "ftp://example.org/x", but browsers no longer open FTP; it is left out.',
    'field "url" of publication "typo" in refs.bib:18 is read as "https://example.org/x"; it is "hhttps://example.org/x".',
    'field "code" of publication "secret" in refs.bib:21 has a user name or password: "https://…@example.org/x"; it is left out.',
    'field "doi" of publication "yamlbad" in more.yaml:13 must be a DOI such as "10.1000/182", but it is "none"; it is left out.',
  ]) {
    assert.is(output.split(`indigo: ${message}\n`).length, 2, `${message}\nin:\n${output}`);
  }
  assert.not.match(output, /missing field|"undated"/);
});

test.run();
