import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, root, Site } from "../support/site.ts";

const test = suite("bibliography");

const list = "{% publications %}";

interface Result {
  code: number | null;
  output: string;
  html: string;
  files: string[];
}

async function build(
  files: Record<string, string | Uint8Array>,
  options: Record<string, unknown> = {},
): Promise<Result> {
  const texts = Object.fromEntries(
    Object.entries(files).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
  const site = new Site({ "eleventy.config.js": config(options), "index.njk": list, ...texts });
  for (const [name, bytes] of Object.entries(files)) {
    if (typeof bytes !== "string") writeFileSync(path.join(site.folder, name), bytes);
  }
  try {
    const { code, output } = await site.buildInProcess();
    return { code, output, html: code === 0 ? site.read("index.html") : "", files: site.files() };
  } finally {
    site.remove();
  }
}

const titles = ({ html }: Result): string[] =>
  [...html.matchAll(/<div class="title">(.*?)<\/div>/g)].map(([, title]) => title ?? "");

const links = ({ html }: Result): string[] =>
  [...html.matchAll(/<a href="([^"]*)">(.*?)<\/a>/g)].map(([, url, label]) => `${label} ${url}`);

/** The messages of the theme, one a line. */
const messages = ({ output }: Result): string[] =>
  [...output.matchAll(/indigo: (.*)/g)]
    .map(([, message]) => message ?? "")
    .filter((line) => !/^set (a title|the option bibliographyErrors)/.test(line));

const good = "@article{good, title = {Good}, journal = {J}, year = 2020}\n";

test("publications.bib is read by itself, and every entry is on the page", async () => {
  const source = readFileSync(path.join(root, "tests/fixtures/bibliography/hard.bib"), "utf8");
  const result = await build({ "publications.bib": source });
  assert.is(result.code, 0, result.output);
  const entries = source.match(/^@(?!comment|string|preamble|xdata)\w+[{(]/gim) ?? [];
  // But for the proceedings that are there for an entry to inherit from them.
  assert.is(titles(result).length, entries.length - 1);
  assert.not.match(result.html, /<script>|<b>Eve|<i>J<\/i>/);
  assert.match(result.html, "Jane Roe et al.</div>");
});

const dblp = `@inproceedings{paper, title = {Paper}, author = {Jane Roe}, crossref = {conf}}
@inproceedings{own, title = {Own}, author = {Jane Roe}, crossref = {mine}}
@proceedings{conf, title = {Proceedings}, booktitle = {Proc.}, editor = {Mary Major}, publisher = {ACM}, year = 2020}
@proceedings{mine, title = {Mine}, editor = {Roe, J.}, publisher = {ACM}, year = 2021}
@incollection{part, title = {Part}, crossref = {book}}
@book{book, title = {Book}, author = {Mary Major}, publisher = {P}, year = 2019}
`;

test("a volume that is there to be inherited from is no work of the site", async () => {
  const named = await build({ "publications.bib": dblp }, { author: "Jane Roe" });
  assert.equal(titles(named), ["Paper", "Own", "Mine", "Part"], named.output);
  assert.equal(titles(await build({ "publications.bib": dblp })), ["Paper", "Own", "Part", "Book"]);
  const added = await build({
    "publications.bib": dblp,
    "publications.yaml": "- { id: conf, venue: ACM }\n",
  });
  assert.ok(titles(added).includes("Proceedings"), added.output);
});

test("BibTeX, YAML, JSON and CSL-JSON make one list, in the order of the option", async () => {
  const csl = [
    {
      id: "csl",
      type: "article-journal",
      title: "From <i>CSL</i> & <u>all</u>",
      author: [{ family: "Berg", given: "Ann", "non-dropping-particle": "van der" }, { literal: "WHO" }],
      "container-title": "Journal",
      issued: { "date-parts": [[2018, 2]] },
      DOI: "10.1/x",
    },
  ];
  const result = await build(
    {
      "papers.bib": good,
      "more.yaml": "- { id: own, title: Own, venue: V, year: 2019 }\n",
      "own.json": '[{ "id": "json", "title": "JSON", "venue": "V", "year": 2017 }]',
      "zotero.json": JSON.stringify(csl),
    },
    { bibliography: ["papers.bib", "zotero.json", "more.yaml", "own.json"] },
  );
  assert.is(result.code, 0, result.output);
  assert.equal(titles(result), ["Good", "From <i>CSL</i> &amp; &lt;u&gt;all&lt;/u&gt;", "Own", "JSON"]);
  assert.match(result.html, 'Ann van der Berg, WHO</div>\n<div class="venue"><i>Journal 2018</i>');
  assert.equal(links(result), ["DOI https://doi.org/10.1/x"]);
});

test("YAML adds to the entry of the same id, and its links take the place of those with the same label or address", async () => {
  const result = await build({
    "publications.bib":
      "@article{a, title = {A}, author = {Jane Roe}, journal = {J}, year = 2020, doi = {10.1/A}, code = {https://example.org/code}, eprint = {2001.00001}}\n",
    "publications.yaml":
      "- id: a\n  venue: Oral at J\n  selected: true\n  links:\n    - { label: Code, url: https://example.org/mine }\n    - { label: Paper, url: 'http://arxiv.org/abs/2001.00001' }\n",
    "index.njk": '{% publications "selected" %}',
  });
  assert.is(result.code, 0, result.output);
  assert.match(result.html, "<i>Oral at J 2020</i>");
  assert.match(result.html, "Jane Roe");
  assert.equal(links(result), [
    "DOI https://doi.org/10.1/A",
    "Code https://example.org/mine",
    "Paper http://arxiv.org/abs/2001.00001",
  ]);
});

test("al-folio's fields are links in order, properties, and files that are published", async () => {
  const bib = `---
---
@article{all, title = {All}, author = {Einstein, A.}, journal = {Phys. Rev.,}, year = {1935},
  abbr = {PhysRev}, abstract = {An \\emph{abstract} with $x^2$}, additional_info = {. *More Information*}, altmetric = {248277},
  annotation = {* Equal contribution}, arxiv = {2106.09685}, award = {Oral \\& best}, award_name = {Best Paper}, bibtex_show = {true},
  blog = {https://example.org/blog}, code = {https://github.com/x/y_z}, dimensions = {true}, doi = {10.1103/PhysRev.47.777},
  google_scholar_id = {qyhmnyLat1gC}, html = {https://example.org/html}, inspirehep_id = {3255}, isbn = {978-3}, pdf = {all.pdf},
  pmid = {123}, poster = {beside.pdf}, preview = {all.gif}, selected = {true}, slides = {/files/slides.pdf},
  supp = {https://example.org/supp.zip}, url = {https://dx.doi.org/10.1103/PhysRev.47.777}, video = {https://example.org/video},
  website = {https://example.org/site}}
`;
  const result = await build(
    {
      "bib/papers.bib": bib,
      "bib/beside.pdf": "beside",
      "assets/pdf/all.pdf": "pdf",
      "assets/img/publication_preview/all.gif": "gif",
      "files/slides.pdf": "slides",
      "_includes/indigo/publications/publications.njk": "{{ publications[0] | dump | safe }}",
      "index.njk": '{% publications "selected" %}',
    },
    { bibliography: "bib/papers.bib" },
  );
  assert.is(result.code, 0, result.output);
  const { csl, bibtex, titleHtml: _, links: made, ...found } = JSON.parse(result.html);
  assert.equal(found, {
    id: "all",
    type: "article-journal",
    title: "All",
    authors: [{ family: "Einstein", given: "A." }],
    authorNames: ["A. Einstein"],
    editors: [],
    venue: "Phys. Rev.",
    venueLine: "Phys. Rev. 1935",
    year: 1935,
    doi: "10.1103/PhysRev.47.777",
    url: "https://dx.doi.org/10.1103/PhysRev.47.777",
    isbn: "978-3",
    arxiv: "2106.09685",
    pmid: "123",
    abstract: "An abstract with x²",
    abstractHtml:
      'An <i>abstract</i> with <math><msup><mi>x</mi><mn class="tml-sml-pad">2</mn></msup></math>',
    selected: true,
    abbr: "PhysRev",
    additionalInfo: ". *More Information*",
    altmetric: "248277",
    annotation: "* Equal contribution",
    award: "Oral & best",
    awardName: "Best Paper",
    bibtexShow: true,
    blog: "https://example.org/blog",
    code: "https://github.com/x/y_z",
    dimensions: true,
    googleScholarId: "qyhmnyLat1gC",
    html: "https://example.org/html",
    inspirehepId: "3255",
    pdf: "/assets/pdf/all.pdf",
    poster: "/assets/pdf/beside.pdf",
    preview: "/assets/img/publication_preview/all.gif",
    slides: "/files/slides.pdf",
    supp: "https://example.org/supp.zip",
    video: "https://example.org/video",
    website: "https://example.org/site",
    hasVideo: false,
  });
  assert.equal(
    made.map(({ label, url }: { label: string; url: string }) => `${label} ${url}`),
    [
      "PDF /assets/pdf/all.pdf",
      "arXiv https://arxiv.org/abs/2106.09685",
      "DOI https://doi.org/10.1103/PhysRev.47.777",
      "HTML https://example.org/html",
      "Code https://github.com/x/y_z",
      "Video https://example.org/video",
      "Slides /files/slides.pdf",
      "Poster /assets/pdf/beside.pdf",
      "Supplement https://example.org/supp.zip",
      "Blog https://example.org/blog",
      "Website https://example.org/site",
      "PubMed https://pubmed.ncbi.nlm.nih.gov/123/",
      "INSPIRE https://inspirehep.net/literature/3255",
      "Altmetric https://www.altmetric.com/details/248277",
      "Dimensions https://badge.dimensions.ai/details/doi/10.1103/PhysRev.47.777",
    ],
  );
  assert.is(csl["container-title"], "Phys. Rev.");
  assert.is(
    bibtex,
    "@article{all,\n  title = {All},\n  author = {Einstein, A.},\n  journal = {Phys. Rev.,},\n  year = {1935},\n" +
      "  abstract = {An \\emph{abstract} with $x^2$},\n  doi = {10.1103/PhysRev.47.777},\n  isbn = {978-3},\n  pmid = {123},\n" +
      "  url = {https://dx.doi.org/10.1103/PhysRev.47.777},\n}",
  );
  for (const file of [
    "assets/pdf/all.pdf",
    "assets/pdf/beside.pdf",
    "assets/img/publication_preview/all.gif",
    "files/slides.pdf",
  ]) {
    assert.ok(result.files.includes(file), file);
  }
});

test("a file in Latin-1 is read, and that is said", async () => {
  const latin = Buffer.from(
    "@article{l,\n title = {Stra\xDFe},\n author = {J\xF6rg M\xFCller}, journal = {J}, year = 2001}\n",
    "latin1",
  );
  const result = await build({ "publications.bib": latin });
  assert.equal(titles(result), ["Straße"]);
  assert.match(result.html, "Jörg Müller");
  assert.equal(messages(result), [
    "publications.bib:2 is not UTF-8; the file is read as Latin-1. Save it as UTF-8.",
  ]);
});

test("a byte-order mark and Windows line ends do no harm", async () => {
  const result = await build({
    "publications.bib": `\uFEFF${good.replaceAll("\n", "\r\n")}`.replace(", journal", ",\r\n journal"),
  });
  assert.equal([titles(result), messages(result)], [["Good"], []]);
});

for (const [what, source] of [
  ["empty file", ""],
  ["file of comments", "% nothing\n@comment{x {y}}\nno entries\n"],
] as const) {
  test(`an ${what} makes an empty list`, async () => {
    const result = await build({ "publications.bib": source });
    assert.equal([result.code, titles(result), messages(result)], [0, [], []]);
  });
}

test("5,000 entries are all there", async () => {
  const source = Array.from(
    { length: 5000 },
    (_, index) =>
      `@article{key${index}, author = {Jos{\\'e} Roe and van der Berg, Ann}, title = {Title ${index} of {DNA} in $O(n^2)$}, journal = {Journal}, year = {${1950 + (index % 70)}}, pages = {1--${index}}, doi = {10.1/${index}}}`,
  ).join("\n");
  assert.is(titles(await build({ "publications.bib": source })).length, 5000);
});

/** What is wrong: the problems that fail the build, and the titles that are left with `bibliographyErrors: "warn"`. */
const problems: [what: string, source: string, problems: string[], left: string[]][] = [
  [
    "an unclosed brace",
    `@article{open,\n title = {Open,\n journal = {J}, year = 2020}\n${good}`,
    [
      'publication "open" in publications.bib:2 lacks the end of field "title"; it is read as ending before field "journal".',
    ],
    ["Open", "Good"],
  ],
  [
    "an unclosed brace in the last entry",
    `${good}@article{open,\n title = {Open}, journal = {J}, year = 2020`,
    ['publication "open" in publications.bib:2 lacks its closing brace; the fields before are read.'],
    ["Good", "Open"],
  ],
  [
    "a brace too many",
    `@article{much,\n title = {Much}},\n journal = {J}, year = 2020}\n${good}`,
    [
      'publication "much" in publications.bib:2 has an extra closing brace before field "journal"; the fields after it are read too.',
    ],
    ["Much", "Good"],
  ],
  [
    "a missing comma",
    `@article{comma,\n title = {Comma}\n journal = {J}, year = 2020}\n${good}`,
    [
      'publication "comma" in publications.bib:2 lacks a comma between fields "title" and "journal"; both are read.',
    ],
    ["Comma", "Good"],
  ],
  [
    "a missing key",
    `@article{title = {No key}, journal = {J}, year = 2020}\n${good}`,
    [
      'publication "no-key" in publications.bib:1 has no key after its brace; this one is made from its title.',
    ],
    ["No key", "Good"],
  ],
  [
    "a duplicated key",
    `${good}@book{good, title = {Again}, publisher = {P}, year = 2021}`,
    [
      'publication "good" in publications.bib:2 has the same key as the one in publications.bib:1; it is kept as "good-2".',
    ],
    ["Good", "Again"],
  ],
  [
    "no year",
    `@article{x, title = {X}, journal = {J}}\n${good}`,
    ['missing field "year" of publication "x" in publications.bib:1; it is listed without a year.'],
    ["X", "Good"],
  ],
  [
    "no title",
    "@article{x, journal = {J}, year = 2020}",
    ['missing field "title" of publication "x" in publications.bib:1; its key is shown instead.'],
    ["x"],
  ],
  [
    "crossrefs in a circle",
    "@book{a, title = {A}, year = 2020, crossref = {b}}\n@book{b, title = {B}, year = 2020, crossref = {a}}",
    [
      'field "crossref" of publication "a" in publications.bib:1 is circular: it refers back to "a"; the rest is not inherited.',
      'field "crossref" of publication "b" in publications.bib:2 is circular: it refers back to "b"; the rest is not inherited.',
    ],
    ["A", "B"],
  ],
  [
    "a local file that is not there",
    "@article{x, title = {X}, journal = {J}, year = 2020,\n pdf = {x.pdf},\n preview = {../../secret.png}}",
    [
      'field "pdf" of publication "x" in publications.bib:2 names a file that does not exist: "x.pdf"; it is left out.',
      'field "preview" of publication "x" in publications.bib:3 names a file that does not exist: "../../secret.png"; it is left out.',
    ],
    ["X"],
  ],
  [
    "a switch that is neither",
    "@article{x, title = {X}, journal = {J}, year = 2020,\n selected = {maybe}}",
    [
      'field "selected" of publication "x" in publications.bib:2 must be true or false, but it is "maybe"; it is left out.',
    ],
    ["X"],
  ],
  [
    "all of it at once",
    `@article{a, title = {A}, journal = {J}}\n@article{b, title = {B\n@article{c, title = {C}, journal = {J}, year = 2020, selected = {x}}\n${good}`,
    [
      'publication "b" in publications.bib:2 lacks its closing brace before the next entry starts; it is left out.',
      'missing field "year" of publication "a" in publications.bib:1; it is listed without a year.',
      'field "selected" of publication "c" in publications.bib:3 must be true or false, but it is "x"; it is left out.',
    ],
    ["A", "C", "Good"],
  ],
];

for (const [what, source, expected, left] of problems) {
  test(`${what} fails the build where the author wants it so`, async () => {
    const result = await build({ "publications.bib": source }, { bibliographyErrors: "fail" });
    assert.is.not(result.code, 0);
    assert.equal([...new Set(messages(result))], expected);
  });

  test(`${what}: what can be shown is shown, with a warning`, async () => {
    const result = await build({ "publications.bib": source });
    assert.is(result.code, 0, result.output);
    assert.equal(messages(result), expected);
    assert.equal(titles(result), left);
  });
}

/** What an author should know although the site builds. */
const hints: [what: string, source: string, hints: string[]][] = [
  [
    "an unknown type is kept as a document",
    "@articel{good, title = {Good}, journal = {J}, year = 2020}",
    [
      'unknown entry type "articel" of publication "good" in publications.bib:1; it is kept as a document. Did you mean "article"?',
    ],
  ],
  [
    "an @comment that leaves out several entries says so",
    `@comment{\n${good.repeat(2)}}\n${good}`,
    ["the @comment in publications.bib:1 contains 2 entries, which are left out."],
  ],
  [
    "names that objects of JavaScript have are no names",
    "@constructor{good, title = {Good\\constructor}, journal = {J}, year = 2020, constructor = {x}, __proto__ = {y}, toString = {z}}",
    [
      'unknown entry type "constructor" of publication "good" in publications.bib:1; it is kept as a document.',
      'field "title" of publication "good" in publications.bib:1 has a command that is left out: \\constructor.',
    ],
  ],
  [
    "of a field given twice the first counts",
    "@article{good, title = {Good},\n journal = {J},\n year = 2020,\n title = {Bad}}",
    ['duplicate field "title" of publication "good" in publications.bib:4; the value in line 1 is used.'],
  ],
  [
    "a year that is no number is shown as written",
    "@article{good, title = {Good}, journal = {J},\n year = {soon}}",
    ['field "year" of publication "good" in publications.bib:2 has no year: "soon"; it is shown as written.'],
  ],
  [
    "a crossref to nothing",
    "@inproceedings{good, title = {Good}, booktitle = {B}, year = 2020, crossref = {god}}",
    [
      'field "crossref" of publication "good" in publications.bib:1 names an unknown entry: "god"; nothing is inherited from it. Did you mean "good"?',
    ],
  ],
  [
    "an unknown @string is text",
    "@string{acm = {ACM}}\n@article{good, title = {Good}, journal = amc, year = 2020, other = unread}",
    [
      'field "journal" of publication "good" in publications.bib:2 uses an unknown @string: "amc"; it is shown as written. Did you mean "acm"?',
    ],
  ],
  [
    "words without braces are read",
    "@article{good, title = {Good}, journal = {J}, year = 2020, month = June, selected = true, pages = 1-2}",
    [],
  ],
  ["no author is fine", "@article{good, title = {Good}, journal = {J}, year = 2020}", []],
  [
    "@comment may hold braces and entries",
    `@comment{ {a} @article{no, title = {No}, year = x} {b} }\n${good}`,
    [],
  ],
];

for (const [what, source, expected] of hints) {
  test(what, async () => {
    const result = await build({ "publications.bib": source });
    assert.equal([result.code, messages(result), titles(result)], [0, expected, ["Good"]]);
  });
}

const allFields =
  "abbr abstract additional_info address altmetric annotation annote arxiv author award award_name blog booktitle code doi edition editor eid eprint google_scholar_id howpublished html inspirehep_id institution isbn journal keywords month note number pages pdf pmid poster preview publisher school series slides subtitle supp title url video volume website".split(
    " ",
  );

test("<script> in every field is left out, and what is around it comes out as text", async () => {
  const evil = `"><script>alert('1')</script>&{{ 7 * 7 }}`;
  const fields = allFields.map((name) => `${name} = {${evil.replace("&", "\\&")}}`).join(",\n");
  for (const type of ["article", "misc", "phdthesis", "techreport"]) {
    const result = await build(
      { "publications.bib": `@${type}{x, year = 2020,\n${fields}}` },
      { bibliographyErrors: "warn" },
    );
    assert.is(result.code, 0, result.output);
    assert.not.match(result.html, /<script|49/);
    assert.match(result.html, /(?:&quot;|&#34;|")&gt;&amp;/);
  }
});

test("javascript: in any field never becomes a link", async () => {
  for (const evil of [
    "javascript:alert(1)",
    " JaVaScript:alert(1)",
    "data:text/html,x",
    "java\nscript:alert(1)",
    "javascript:alert(1)//x.pdf",
  ]) {
    const fields = allFields.map((name) => `${name} = {${evil}}`).join(",\n");
    const result = await build(
      { "publications.bib": `@misc{x, year = 2020,\n${fields}}` },
      { bibliographyErrors: "warn" },
    );
    assert.is(result.code, 0, result.output);
    assert.equal(
      links(result).filter((link) => !link.includes(" https://")),
      [],
      evil,
    );
    assert.ok(
      messages(result).some((message) => message.startsWith('field "code" of publication "x"')),
      evil,
    );
  }
});

test("in YAML such an address is named", async () => {
  const result = await build({
    "publications.bib": good,
    "publications.yaml": "- id: good\n  code: javascript:alert(1)\n",
  });
  assert.is(result.code, 0, result.output);
  assert.match(result.output, 'field "code" of publication "good" in publications.yaml:2 must be a URL');
  assert.match(result.output, 'set the option bibliographyErrors: "fail"');
  assert.not.match(result.html, "javascript:");
});

test("YAML for an entry that is not there names the one that was meant", async () => {
  const result = await build({
    "publications.bib": good,
    "publications.yaml": "- id: god\n  selected: true\n",
  });
  assert.equal(
    [...new Set(messages(result))],
    [
      'publication "god" in publications.yaml:1 adds fields to an entry that the bibliography does not have; it is left out. Did you mean "good"?',
    ],
  );
});

test("a file that the option names and that is not there", async () => {
  const result = await build({}, { bibliography: "paper.bib" });
  assert.is.not(result.code, 0);
  assert.match(
    result.output,
    'option "bibliography" in eleventy.config.js names a file that does not exist: "paper.bib".',
  );
});

test("a shortcode's other values leave the rest as it is", async () => {
  const result = await build({
    "publications.bib":
      "@article{a, title = {On \\emph{it}}, author = {van Rossum, Guido}, journal = {J}, year = 2020, doi = {10.1/a}}",
    "index.njk": '{% publication "a", venue="Oral at J" %}',
  });
  assert.match(
    result.html,
    'On <i>it</i></div>\n<div class="authors">Guido van Rossum</div>\n<div class="venue"><i>Oral at J 2020</i>',
  );
  assert.equal(links(result), ["DOI https://doi.org/10.1/a"]);
});

test.run();
