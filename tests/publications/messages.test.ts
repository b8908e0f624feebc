import { suite } from "uvu";
import * as assert from "uvu/assert";
import { failsToBuild } from "../support/fails.ts";
import { config, page } from "../support/site.ts";

const test = suite("messages on publications");

const fails = (name: string, files: Record<string, string>, ...messages: string[]): void =>
  void test(name, async () => {
    assert.equal(await failsToBuild(files, messages), []);
  });

const badPublications = (name: string, yaml: string, ...messages: string[]): void =>
  fails(
    name,
    { "publications.yaml": yaml, "eleventy.config.js": config({ bibliographyErrors: "fail" }) },
    ...messages,
  );

const lora = "- id: lora\n  title: LoRA\n  venue: ICLR\n  year: 2022\n";

badPublications(
  "a publication without its required fields",
  "- id: lora\n  title: LoRA\n",
  'missing field "venue" of publication "lora" in publications.yaml:1; the entry is shown without it.',
  'missing field "year" of publication "lora" in publications.yaml:1; it is listed without a year.',
);
badPublications(
  "a publication without an id",
  `${lora}- title: Another\n  venue: ICML\n  year: 2023\n`,
  'publication 2 in publications.yaml:5 has no id; "another" is used, from its title.',
);
badPublications(
  "a field that there is not, with its line",
  `${lora}  autors: [Edward Hu]\n`,
  'unknown field "autors" of publication "lora" in publications.yaml:5; it is left out. Did you mean "authors"?',
);
badPublications(
  "the same id twice, with both lines",
  `${lora}\n${lora}`,
  'publication "lora" in publications.yaml:6 is the same as the one in publications.yaml:1; it is left out.',
);
badPublications(
  "a year that is none",
  lora.replace("2022", "soon"),
  'field "year" of publication "lora" in publications.yaml:4 must be a year such as 2022, but it is "soon"; it is left out.',
);
badPublications(
  "a type that CSL does not have",
  `${lora}  type: paper-confrence\n`,
  'field "type" of publication "lora" in publications.yaml:5 must be one of "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter", "classic", "collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "event", "figure", "graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture", "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical", "personal_communication", "post", "post-weblog", "regulation", "report", "review", "review-book", "software", "song", "speech", "standard", "thesis", "treaty" or "webpage", but it is "paper-confrence"; it is left out. Did you mean "paper-conference"?',
);
badPublications(
  "a link with a javascript: address",
  `${lora}  links:\n    - label: Paper\n      url: javascript:alert(1)\n`,
  'field "links[0].url" of publication "lora" in publications.yaml:7 must be a URL such as "https://example.org/", "mailto:me@example.org" or "/blog/", but it is "javascript:alert(1)"; that item is left out.',
);
badPublications(
  "malformed YAML, with its line",
  `${lora}- id: [two\n  title: B\n`,
  "publications.yaml:6 is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ].",
);
badPublications(
  "the same field twice",
  `${lora}  year: 2023\n`,
  "publications.yaml:5 is not valid YAML: Map keys must be unique.",
);
badPublications(
  "publications that are no list",
  "lora: LoRA\n",
  'publications.yaml must be a list of publications, each starting with "- id: …".',
);
fails(
  "malformed JSON, with its line",
  { "publications.json": '[\n  {"id": "lora",, "title": "LoRA"}\n]\n' },
  "publications.json:2 is not valid JSON: Unexpected , in flow map.",
);

for (const name of ["refs.bib", "refs.yaml", "refs.json"]) {
  fails(
    `a folder in place of ${name}, with the option that names it`,
    { [`${name}/note.txt`]: "x", "eleventy.config.js": config({ bibliography: name }) },
    `option "bibliography" in eleventy.config.js: "${name}" is a folder. It must be a file in BibTeX, YAML or JSON.`,
  );
}
fails(
  "a folder with the name of a bibliography",
  { "publications.yaml/note.txt": "x" },
  "publications.yaml is a folder. It must be a file in BibTeX, YAML or JSON.",
);

for (const [language, file] of [
  ["Markdown", "page.md"],
  ["Nunjucks", "page.njk"],
  ["Liquid", "page.liquid"],
] as const) {
  fails(
    `an unknown publication in ${language}, with the id that was meant`,
    {
      [file]: '---\ntitle: Home\n---\n{% publication "lara" %}\n',
      "publications.yaml": lora,
    },
    `{% publication "lara" %} in ${file}: no publication with that id in publications.yaml. Did you mean "lora"?`,
  );
}

fails(
  "an unknown publication in JavaScript",
  {
    "page.11ty.js": 'export default function () {\n  return this.publication("lara");\n}\n',
    "publications.yaml": lora,
  },
  '{% publication "lara" %} in page.11ty.js: no publication with that id in publications.yaml. Did you mean "lora"?',
);
fails(
  "a publication where the site has none",
  { "index.md": page("Home", '{% publication "lora" %}') },
  '{% publication "lora" %} in index.md: no publication with that id in the site, which has no publications.yaml.',
);
fails(
  "a list that there is not",
  { "index.md": page("Home", '{% publications "selcted" %}'), "publications.yaml": lora },
  '{% publications "selcted" %} in index.md: "selcted" is no word of a selection. Did you mean "selected"?',
);
fails(
  "a list of selected publications where none is",
  { "index.md": page("Home", '{% publications "selected" %}'), "publications.yaml": lora },
  '{% publications "selected" %} in index.md: no entry of publications.yaml has "selected: true".',
);
fails(
  "a list where the site has no publications",
  { "index.md": page("Home", "{% publications %}") },
  "{% publications %} in index.md: the site has no publications.bib, .yaml or .json in its input folder.",
);
fails(
  "a publication from an object that lacks a field",
  {
    "page.njk": "---\ntitle: Home\nwork: { title: LoRA, venue: ICLR }\n---\n{% publication work %}\n",
  },
  'missing field "year" of {% publication %} in page.njk.',
);
fails(
  "a publication without anything",
  { "index.md": page("Home", "{% publication %}") },
  '{% publication %} in index.md needs the id of a publication, such as {% publication "lora" %}, or an object.',
);

test.run();
