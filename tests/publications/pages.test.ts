import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, Site } from "../support/site.ts";

const options = { title: "Edward J. Hu", author: { name: "Edward J. Hu" }, url: "https://example.org" };

const bib = `
@inproceedings{lora, author = {Hu*, Edward J. and Shen$^\\dagger$, Yelong and van der Berg, Jan and King, Jr., Martin Luther and {The ATLAS Collaboration}},
  title = {{LoRA}: Low-Rank \\emph{Adaptation} of $n$ Models}, booktitle = {International Conference on Learning Representations},
  year = 2022, month = apr, pages = {1--13}, doi = {10.48550/arXiv.2106.09685}, eprint = {2106.09685}, archiveprefix = {arXiv},
  abstract = {Large models are costly.}, keywords = {language models, adaptation}, pdf = {lora.pdf}, award = {Best paper}, abbr = {ICLR}}
@article{article, author = {Yang, Greg and Hu, Edward}, title = {Feature Learning}, journal = {Journal of Tests}, volume = 12, number = 3,
  pages = {834--837}, date = {2021-05-12}, doi = {10.1000/182}, pdf = {https://other.example/a.pdf}, keywords = {language models}}
@phdthesis{thesis, author = {Hu, Edward}, title = {On Learning}, school = {Universit{\\'e} de Montr{\\'e}al}, year = 2024}
@book{book, author = {Hu, Edward}, title = {A Book}, publisher = {Tests Press}, isbn = {978-0-262-03384-8}, year = 2020}
@incollection{chapter, author = {Hu, Edward}, title = {A Chapter}, booktitle = {Handbook of Tests}, pages = {33--60}, publisher = {Tests Press}, year = 2019}
@techreport{report, author = {Hu, Edward}, title = {A Report}, institution = {Tests Lab}, number = 7, year = 2018}
@dataset{dataset, author = {Hu, Edward}, title = {A Dataset}, publisher = {Zenodo}, doi = {10.5281/zenodo.1}, date = {2023-11}}
@software{software, author = {Hu, Edward}, title = {A Tool}, url = {https://example.com/tool}, year = 2017}
@misc{pending, author = {Hu, Edward}, title = {To Come}, year = {in press}}
`;
const yaml = `- id: talk
  title: A Talk
  authors: [Edward J. Hu]
  venue: Mila
  year: 2016
  type: speech
`;

const files = {
  "eleventy.config.js": config(options),
  "index.md": page("Home", "", "home"),
  "publications.bib": bib,
  "publications.yaml": yaml,
  "lora.pdf": "%PDF-1.4\n",
};

const ids = [
  "lora",
  "article",
  "thesis",
  "book",
  "chapter",
  "report",
  "dataset",
  "software",
  "pending",
  "talk",
];

/** Builds a site, hands it over, and removes it. */
async function withSite<T>(
  source: Record<string, string>,
  use: (site: Site) => T,
  ...args: string[]
): Promise<T> {
  const site = new Site(source);
  try {
    await site.builtInProcess(...args);
    return await use(site);
  } finally {
    site.remove();
  }
}

const signs: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
const decode = (html: string): string =>
  html.replaceAll(/&(#?\w+);/g, (sign, name: string) => signs[name] ?? sign);

/** The text of HTML. */
const textOf = (html: string): string =>
  decode(html.replaceAll(/<[^>]*>/g, ""))
    .replaceAll(/\s+/g, " ")
    .trim();

/** The citation_* elements of a page as lines: `title: LoRA`. */
const citation = (html: string): string[] =>
  [...html.matchAll(/<meta name="citation_(\w+)" content="([^"]*)">/g)].map(
    ([, name, content = ""]) => `${name}: ${decode(content)}`,
  );

/** The JSON-LD of a page, which is one block. */
function jsonLd(html: string): Record<string, unknown> {
  const found = [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)];
  assert.is(found.length, 1);
  return JSON.parse(found[0]?.[1] ?? "");
}

/** The links to pages of publications. */
const entryLinks = (html: string): string[] =>
  [...html.matchAll(/href="(\/publications\/[^"]+\/)"/g)].map(([, url]) => url ?? "");

const publicationFiles = (site: Site): string[] =>
  site
    .files()
    .filter((file) => /publication|indigo-filters/.test(file) && !/indigo-publications-\w+\.css$/.test(file));

const navigation = (html: string): string => /<nav[\s\S]*?<\/nav>/.exec(html)?.[0] ?? "";

interface Context {
  site: Site;
}
const test = suite<Context>("pages of publications");

test.before(async (context) => {
  context.site = await new Site(files).builtInProcess();
});

test.after(({ site }) => site.remove());

test("the list has every entry once, by year with counts, each with a link to its page", ({ site }) => {
  const html = site.read("publications/index.html");
  const headings = [...html.matchAll(/<h3[^>]*>([\s\S]*?)<\/h3>/g)].map(([, inner]) => textOf(inner ?? ""));
  assert.equal(headings, [
    "Forthcoming 1",
    ...[2024, 2023, 2022, 2021, 2020, 2019, 2018, 2017, 2016].map((year) => `${year} 1`),
  ]);
  assert.equal(entryLinks(html).sort(), ids.map((id) => `/publications/${id}/`).sort());
  for (const id of ids) {
    assert.is(html.split(`<li class="publication" id="${id}"`).length, 2, id);
    assert.ok(site.has(`publications/${id}/index.html`), id);
  }
  assert.match(navigation(site.read("index.html")), 'href="/publications/"');
  for (const file of ["publications.bib", "publications.json"]) {
    assert.match(html, `href="/${file}"`);
    assert.ok(site.has(file));
  }
  assert.match(html, 'type="application/atom+xml"');
});

test("filters: each button has a label, and each choice is among the values of as many entries", ({
  site,
}) => {
  const html = site.read("publications/index.html");
  const buttons = [...html.matchAll(/<input type="radio" name="(\w+)" id="([^"]+)"( checked)?>/g)];
  assert.is(buttons.filter(([, , , checked]) => checked).length, 3);
  for (const [, name, id = ""] of buttons) {
    const label = new RegExp(`<label for="${id}">([^<]*)(?:<span class="count">(\\d+)</span>)?</label>`).exec(
      html,
    );
    assert.ok(label, id);
    const [, , count] = label;
    if (count === undefined) continue;
    const value = id.slice(`${name}--`.length);
    const entries = [
      ...html.matchAll(new RegExp(`<li class="publication"[^>]* data-${name}="([^"]*)"`, "g")),
    ];
    const kept = entries.filter(([, values = ""]) => values.split(" ").includes(value));
    assert.is(kept.length, Number(count), id);
  }
  const sheet = /href="(\/assets\/indigo-filters\.css)\?v=\w+"/.exec(html)?.[1] ?? "";
  assert.match(site.read(sheet), "#topic--language-models:checked");
});

const expected: Record<string, string[]> = {
  lora: [
    "title: LoRA: Low-Rank Adaptation of n Models",
    "author: Edward J. Hu",
    "author: Yelong Shen",
    "author: Jan van der Berg",
    "author: Martin Luther King Jr.",
    "author: The ATLAS Collaboration",
    "publication_date: 2022/4",
    "conference_title: International Conference on Learning Representations",
    "firstpage: 1",
    "lastpage: 13",
    "doi: 10.48550/arXiv.2106.09685",
    "arxiv_id: 2106.09685",
    "pdf_url: https://example.org/lora.pdf",
    "keywords: language models",
    "keywords: adaptation",
  ],
  article: [
    "title: Feature Learning",
    "author: Greg Yang",
    "author: Edward Hu",
    "publication_date: 2021/5/12",
    "journal_title: Journal of Tests",
    "volume: 12",
    "issue: 3",
    "firstpage: 834",
    "lastpage: 837",
    "doi: 10.1000/182",
    "keywords: language models",
  ],
  thesis: [
    "title: On Learning",
    "author: Edward Hu",
    "publication_date: 2024",
    "dissertation_institution: Université de Montréal",
  ],
  book: [
    "title: A Book",
    "author: Edward Hu",
    "publication_date: 2020",
    "isbn: 978-0-262-03384-8",
    "publisher: Tests Press",
  ],
  chapter: [
    "title: A Chapter",
    "author: Edward Hu",
    "publication_date: 2019",
    "inbook_title: Handbook of Tests",
    "firstpage: 33",
    "lastpage: 60",
    "publisher: Tests Press",
  ],
  report: [
    "title: A Report",
    "author: Edward Hu",
    "publication_date: 2018",
    "technical_report_institution: Tests Lab",
  ],
  dataset: [
    "title: A Dataset",
    "author: Edward Hu",
    "publication_date: 2023/11",
    "doi: 10.5281/zenodo.1",
    "publisher: Zenodo",
  ],
  software: ["title: A Tool", "author: Edward Hu", "publication_date: 2017"],
  pending: ["title: To Come", "author: Edward Hu"],
  talk: ["title: A Talk", "author: Edward J. Hu", "publication_date: 2016"],
};

for (const [id, tags] of Object.entries(expected)) {
  test(`citation_* elements of ${id}`, ({ site }) => {
    assert.equal(citation(site.read(`publications/${id}/index.html`)), tags);
  });
}

test("the page of a publication shows what is known of it", ({ site }) => {
  const html = site.read("publications/lora/index.html");
  const text = textOf(html);
  for (const part of ["Large models are costly.", "Best paper", "Yelong Shen", "@inproceedings{lora"]) {
    assert.ok(text.includes(part), part);
  }
  assert.match(html, "Low-Rank <i>Adaptation</i>");
  assert.match(html, /<strong>Edward J\. Hu\*?<\/strong>/);
  assert.match(html, 'href="/publications/lora/citation.bib"');
  assert.match(html, '<link rel="canonical" href="https://example.org/publications/lora/">');
  assert.is(html.match(/<h1[\s>]/g)?.length, 1);
  assert.ok(site.has("lora.pdf"));
});

const schemas: Record<string, string> = {
  lora: "ScholarlyArticle",
  article: "ScholarlyArticle",
  thesis: "Thesis",
  book: "Book",
  chapter: "Chapter",
  report: "Report",
  dataset: "Dataset",
  software: "SoftwareSourceCode",
};

for (const [id, schema] of Object.entries(schemas)) {
  test(`JSON-LD of ${id} is a ${schema}`, ({ site }) => {
    const html = site.read(`publications/${id}/index.html`);
    const data = jsonLd(html);
    const tags = citation(html);
    const only = (name: string): string[] =>
      tags.flatMap((tag) => (tag.startsWith(`${name}: `) ? [tag.slice(name.length + 2)] : []));
    assert.is(data["@context"], "https://schema.org");
    assert.is(data["@type"], schema);
    assert.is(data.url, `https://example.org/publications/${id}/`);
    assert.equal([data.name], only("title"));
    if (schema === "ScholarlyArticle") assert.equal([data.headline], only("title"));
    assert.equal(
      (data.author as { name: string }[]).map(({ name }) => name),
      only("author"),
    );
    const date = String(data.datePublished).split("-").map(Number).join("/");
    assert.equal([date], only("publication_date"));
    assert.equal(
      [data.sameAs].filter(Boolean),
      only("doi").map((doi) => `https://doi.org/${doi}`),
    );
  });
}

test("JSON-LD says what a work appeared in, and who let a thesis be written", ({ site }) => {
  const part = (id: string): unknown => jsonLd(site.read(`publications/${id}/index.html`)).isPartOf;
  assert.equal(part("article"), { "@type": "Periodical", name: "Journal of Tests" });
  assert.equal(part("chapter"), { "@type": "Book", name: "Handbook of Tests" });
  assert.equal(part("book"), undefined);
  assert.equal(part("thesis"), undefined);
  const { sourceOrganization } = jsonLd(site.read("publications/thesis/index.html"));
  assert.equal(sourceOrganization, { "@type": "Organization", name: "Université de Montréal" });
  const { author } = jsonLd(site.read("publications/lora/index.html"));
  assert.equal(
    (author as { "@type": string }[]).map((person) => person["@type"]),
    ["Person", "Person", "Person", "Person", "Organization"],
  );
});

const cslOf = (site: Site): { id: string; type: string; title: string }[] =>
  JSON.parse(site.read("publications.json"));

test("the downloads can be read again, and hold the same works", async ({ site }) => {
  const all = cslOf(site);
  assert.equal(
    all.map(({ id }) => id),
    ids,
  );
  const source = site.read("publications.bib");
  assert.equal(
    [...source.matchAll(/^@\w+\{([^,]+),/gm)].map(([, id]) => id),
    ids,
  );
  const again = { "eleventy.config.js": config(options), "index.md": page("Home") };
  const fromBib = await withSite({ ...again, "publications.bib": source }, cslOf);
  // Which BibTeX has no type for, as the talk that only YAML knows, it keeps by title.
  const isFromBib = ({ id }: { id?: unknown }): boolean => id !== "talk";
  assert.equal(fromBib.filter(isFromBib), all.filter(isFromBib));
  assert.equal(
    fromBib.map(({ title }) => title),
    all.map(({ title }) => title),
  );
  const fromJson = await withSite({ ...again, "publications.json": site.read("publications.json") }, cslOf);
  assert.equal(
    fromJson.map(({ id, type, title }) => ({ id, type, title })),
    all.map(({ id, type, title }) => ({ id, type, title })),
  );
  const single = ids.map((id) => site.read(`publications/${id}/citation.bib`)).join("\n");
  const fromSingle = await withSite({ ...again, "publications.bib": single }, cslOf);
  assert.equal(fromSingle, fromBib);
  assert.match(site.read("publications/talk/index.html"), 'href="/publications/talk/citation.bib"');
});

test("the feed is Atom, newest first, with the addresses of the pages", ({ site }) => {
  const xml = site.read("publications.xml");
  assert.ok(
    xml.startsWith('<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"'),
  );
  const [head = "", ...entries] = xml.split("<entry>");
  for (const part of [
    /<title>[^<]+<\/title>/,
    /<id>https:\/\/example\.org\/publications\/<\/id>/,
    /<updated>2024-01-01T00:00:00Z<\/updated>/,
    /<link href="https:\/\/example\.org\/publications\.xml" rel="self"\/>/,
  ]) {
    assert.match(head, part);
  }
  for (const entry of entries) {
    assert.match(entry, /<title>[^<]+<\/title>/);
    assert.match(entry, /<updated>\d{4}-\d\d-\d\dT00:00:00Z<\/updated>/);
    assert.match(entry, /<author><name>[^<]+<\/name><\/author>/);
  }
  assert.equal(
    entries.map((entry) => /<id>https:\/\/example\.org\/publications\/([^<]*)\/<\/id>/.exec(entry)?.[1]),
    ["thesis", "dataset", "lora", "article", "book", "chapter", "report", "software", "talk"],
  );
});

test("the sitemap has the list and every page, and no file beside them", ({ site }) => {
  const xml = site.read("sitemap.xml");
  const found = [...xml.matchAll(/<loc>https:\/\/example\.org(\/publications[^<]*)<\/loc>/g)].map(
    ([, url]) => url,
  );
  assert.equal(found.sort(), ["/publications/", ...ids.map((id) => `/publications/${id}/`)].sort());
});

test("pages.publication: false leaves the list, without links to pages", async () => {
  const source = { ...files, "eleventy.config.js": config({ ...options, pages: { publication: false } }) };
  await withSite(source, (site) => {
    assert.equal(
      publicationFiles(site).sort(),
      [
        "assets/indigo-filters.css",
        "publications.bib",
        "publications.json",
        "publications.ris",
        "publications.xml",
        "publications/index.html",
      ].sort(),
    );
    assert.equal(entryLinks(site.read("publications/index.html")), []);
    assert.match(site.read("publications.xml"), "<id>https://example.org/publications/#lora</id>");
    assert.not.match(site.read("sitemap.xml"), "/publications/lora/");
  });
});

test("pages.publications: false leaves the pages, with what they link to", async () => {
  const source = { ...files, "eleventy.config.js": config({ ...options, pages: { publications: false } }) };
  await withSite(source, (site) => {
    assert.equal(
      publicationFiles(site).sort(),
      [
        ...ids.map((id) => `publications/${id}/index.html`),
        ...ids.flatMap((id) =>
          ["bib", "ris", "json"].map((format) => `publications/${id}/citation.${format}`),
        ),
      ].sort(),
    );
    assert.not.match(site.read("index.html"), 'href="/publications/"');
  });
});

test("both options off: nothing of them", async () => {
  const pages = { publication: false, publications: false };
  await withSite({ ...files, "eleventy.config.js": config({ ...options, pages }) }, (site) =>
    assert.equal(publicationFiles(site), []),
  );
});

test("an author's own page wins: at the list's address and at one entry's", async () => {
  const own = {
    "work.md": "---\ntitle: My work\npermalink: /publications/\n---\nOwn list.\n",
    "book.md": "---\ntitle: My book\npermalink: /publications/book/\n---\nOwn page.\n",
  };
  await withSite({ ...files, ...own }, (site) => {
    assert.match(site.read("publications/index.html"), "Own list.");
    assert.match(site.read("publications/book/index.html"), "Own page.");
    assert.equal(citation(site.read("publications/book/index.html")), []);
    assert.equal(citation(site.read("publications/thesis/index.html")), expected.thesis);
    assert.match(navigation(site.read("index.html")), 'href="/publications/"');
    for (const file of ["publications.bib", "publications.json", "publications.xml"])
      assert.ok(site.has(file));
  });
});

test("an author's own page may have the theme's list below its text", async () => {
  const own = { "publications.md": page("My work", "Own words.", "publications-page") };
  await withSite({ ...files, ...own }, (site) => {
    const html = site.read("publications/index.html");
    assert.match(html, "Own words.");
    assert.is(entryLinks(html).length, ids.length);
  });
});

test("a site whose entries all have an author's own page builds", async () => {
  const own = { "book.md": "---\ntitle: B\npermalink: /publications/book/\n---\nOwn page.\n" };
  const one = "@book{book, author = {Hu, Edward}, title = {A Book}, publisher = {P}, year = 2020}\n";
  await withSite({ ...files, ...own, "publications.bib": one, "publications.yaml": "" }, (site) => {
    assert.match(site.read("publications/book/index.html"), "Own page.");
    assert.equal(entryLinks(site.read("publications/index.html")), ["/publications/book/"]);
  });
});

test("an author's own files of the same names win", async () => {
  const rest =
    'eleventyConfig.addPassthroughCopy({ "own.bib": "publications.bib", "own.xml": "publications.xml" });';
  const own = { "eleventy.config.js": config(options, rest), "own.bib": "% own\n", "own.xml": "<own/>" };
  await withSite({ ...files, ...own }, (site) => {
    assert.is(site.read("publications.bib"), "% own\n");
    assert.is(site.read("publications.xml"), "<own/>");
  });
});

for (const [name, none] of Object.entries({
  "no file": {},
  "an empty .bib": { "publications.bib": "" },
  "an empty list": { "publications.yaml": "[]\n" },
})) {
  test(`no publications (${name}): none of this, and no entry in the navigation`, async () => {
    const source = { "eleventy.config.js": config(options), "index.md": page("Home", "", "home"), ...none };
    await withSite(source, (site) => {
      assert.equal(publicationFiles(site), []);
      assert.not.match(site.read("index.html"), /publications\//);
      assert.not.match(site.read("sitemap.xml"), "publications");
    });
  });
}

test("only YAML: a .bib all the same; only one publication: no filters", async () => {
  const { "publications.bib": _, ...rest } = files;
  await withSite(rest, (site) => {
    assert.match(site.read("publications.bib"), /^@\w+\{talk,/);
    assert.not.ok(site.has("assets/indigo-filters.css"));
    const html = site.read("publications/index.html");
    assert.not.match(html, /indigo-filters|type="radio"/);
    assert.match(html, 'href="/publications.bib"');
    assert.match(html, 'href="/publications.json"');
  });
});

test("a PDF by its full address counts as the site's own only on its own host", async () => {
  const entry = (id: string, url: string): string =>
    `- { id: ${id}, title: T, venue: V, year: 2020, links: [{ label: PDF, url: "${url}" }] }\n`;
  const source = {
    "eleventy.config.js": config({ title: "Hu", url: "https://example.org" }),
    "publications.yaml":
      entry("own", "https://example.org/a.pdf") + entry("other", "https://example.org.evil.example/a.pdf"),
  };
  await withSite(source, (site) => {
    const own = '<meta name="citation_pdf_url" content="https://example.org/a.pdf">';
    assert.match(site.read("publications/own/index.html"), own);
    assert.not.match(site.read("publications/other/index.html"), "citation_pdf_url");
  });
});

test("without an address of its own the site has pages, and no feed, PDF or JSON-LD", async () => {
  const { url: _, ...rest } = options;
  await withSite({ ...files, "eleventy.config.js": config(rest) }, (site) => {
    assert.not.ok(site.has("publications.xml"));
    const html = site.read("publications/lora/index.html");
    assert.not.match(html, /ld\+json|citation_pdf_url|canonical/);
    assert.match(html, '<meta name="citation_title"');
  });
});

test("only works without a year: no feed, and the site builds", async () => {
  const one = "@misc{a, author = {Hu, Edward}, title = {To Come}, year = {in press}}\n";
  await withSite({ ...files, "publications.bib": one, "publications.yaml": "" }, (site) => {
    assert.not.ok(site.has("publications.xml"));
    assert.not.match(site.read("publications/index.html"), "publications.xml");
    assert.ok(site.has("publications/a/index.html"));
  });
});

test("ids with signs, of other scripts, and of the same slug each have an address", async () => {
  const keys = [
    "DBLP:conf/iclr/Hu22",
    "dblp-conf-iclr-hu22",
    "Müller2020",
    "論文2021",
    "a+b",
    "a.b",
    "main-content",
  ];
  const source = keys
    .map(
      (key, at) =>
        `@book{${key}, author = {Hu, Edward}, title = {Title ${at}}, publisher = {P}, year = 2020}`,
    )
    .join("\n");
  await withSite({ ...files, "publications.bib": source, "publications.yaml": "" }, (site) => {
    const html = site.read("publications/index.html");
    const links = entryLinks(html);
    assert.equal(links, [
      "/publications/dblp-conf-iclr-hu22/",
      "/publications/dblp-conf-iclr-hu22-2/",
      "/publications/müller2020/",
      "/publications/論文2021/",
      "/publications/a-b/",
      "/publications/a-b-2/",
      "/publications/main-content-2/",
    ]);
    for (const [at, url] of links.entries()) {
      const entry = site.read(`${url}index.html`);
      assert.equal(citation(entry)[0], `title: Title ${at}`);
      assert.match(site.read(`${url}citation.bib`), `@book{${keys[at]},`);
      assert.match(entry, `<link rel="canonical" href="${new URL(url, "https://example.org").href}">`);
    }
    const elementIds = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    assert.is(new Set(elementIds).size, elementIds.length);
    assert.equal(
      cslOf(site).map(({ id }) => id),
      keys,
    );
  });
});

test("markup in every field comes out as text, on every page and in every file", async () => {
  const evil = `<script>alert(1)</script><img src=x onerror=alert(1)> "quoted" 'single' </style> & {{ 7 * 7 }} {% raw %}`;
  const json = JSON.stringify(evil);
  const fields = [
    "title",
    "venue",
    "publisher",
    "institution",
    "abstract",
    "award",
    "abbr",
    "volume",
    "issue",
  ]
    .concat("firstPage", "lastPage", "isbn", "arxiv", "pmid", "doi", "annotation", "additionalInfo")
    .map((field) => `  ${field}: ${json}\n`)
    .join("");
  const inYaml = `- id: evil\n${fields}  year: 2020\n  type: article-journal\n  authors: [${json}, { literal: ${json} }]\n  keywords: [${json}, other]\n  links: [{ label: ${json}, url: /x, text: ${json} }]\n- { id: good, title: Good, venue: V, year: 2021 }\n`;
  const inBib = `@article{bibevil, author = {Hu, <script>alert(1)</script>}, title = {<script>alert(1)</script> & <img src=x onerror=alert(1)>}, journal = {</script><b>J}, abstract = {<script>alert(1)</script>}, keywords = {</style>, "]){}}, note = {<script>}, year = 2019}\n`;
  // A list of less than ten entries has no filters.
  const others = Array.from(
    { length: 7 },
    (_, at) => `- { id: other${at}, title: O, venue: V, year: 2000 }\n`,
  );
  // An identifier that is none is left out.
  const lenient = config({ ...options, bibliographyErrors: "warn" });
  const sources = {
    "eleventy.config.js": lenient,
    "publications.bib": inBib,
    "publications.yaml": inYaml + others.join(""),
  };
  await withSite({ ...files, ...sources }, (site) => {
    const pages = site.pages().filter((address) => address.startsWith("publications/"));
    assert.is(pages.length, 11);
    for (const address of pages) {
      const html = site.read(`${address}index.html`);
      const own = html.replaceAll(/<script type="application\/ld\+json">[\s\S]*?<\/script>/g, "");
      assert.equal(own.match(/<script|<img|<\/style|<b>|\b49\b/g), null, address);
      for (const [tag] of own.matchAll(/<[a-z](?:"[^"]*"|[^"<>])*>/g)) {
        assert.not.match(tag.replaceAll(/"[^"]*"/g, '""'), / on\w+=/, address);
      }
    }
    const html = site.read("publications/evil/index.html");
    assert.equal(citation(html)[0], `title: ${evil}`);
    assert.equal(jsonLd(html).name, evil);
    assert.is(textOf(/<h1[\s\S]*?<\/h1>/.exec(html)?.[0] ?? ""), evil);
    const xml = site.read("publications.xml");
    assert.not.match(xml, /<script|<img|<b>|<\/style/);
    assert.not.match(xml, /type="html"/);
    assert.ok(cslOf(site).every(({ title }) => typeof title === "string"));
    assert.not.match(site.read("assets/indigo-filters.css"), /<|script>|\]\)\{\}/);
  });
});

test("under a path prefix every address of the pages has it once", async () => {
  const prefixed = { ...options, url: "https://example.org/sub" };
  await withSite(
    { ...files, "eleventy.config.js": config(prefixed) },
    (site) => {
      for (const address of site.pages()) {
        const html = site.read(address.endsWith("html") ? address : `${address}index.html`);
        const urls = [...html.matchAll(/ (?:href|src)="(\/[^"]*)"/g)].map(([, url]) => url ?? "");
        for (const url of urls) {
          assert.match(url, /^\/sub\/(?!sub\/)/, address);
          const [file = ""] = decode(url).slice("/sub/".length).split(/[?#]/);
          assert.ok(
            site.has(file.endsWith("/") || file === "" ? `${file}index.html` : file),
            `${address}: ${url}`,
          );
        }
      }
      const tags = citation(site.read("publications/lora/index.html"));
      assert.ok(tags.includes("pdf_url: https://example.org/sub/lora.pdf"));
      assert.is(
        jsonLd(site.read("publications/lora/index.html")).url,
        "https://example.org/sub/publications/lora/",
      );
      assert.match(site.read("publications.xml"), "<id>https://example.org/sub/publications/lora/</id>");
    },
    "--pathprefix=sub",
  );
});

test.run();
