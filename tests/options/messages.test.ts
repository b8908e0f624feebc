import { suite } from "uvu";
import * as assert from "uvu/assert";
import { failsToBuild } from "../support/fails.ts";
import { config, page, Site } from "../support/site.ts";

const test = suite("bad input");

const fails = (name: string, files: Record<string, string>, ...messages: string[]): void =>
  void test(name, async () => {
    assert.equal(await failsToBuild(files, messages), []);
  });

const badOptions = (name: string, options: unknown, ...messages: string[]): void =>
  fails(name, { "eleventy.config.js": config(options) }, ...messages);

const badPublications = (name: string, yaml: string, ...messages: string[]): void =>
  fails(name, { "publications.yaml": yaml }, ...messages);

badOptions(
  "an unknown option, with the name that was meant",
  { tilte: "A site" },
  'unknown option "tilte" in eleventy.config.js. Did you mean "title"?',
);
badOptions(
  "every unknown option is named at once",
  { tilte: "A site", thema: "dark" },
  'unknown option "tilte" in eleventy.config.js. Did you mean "title"?',
  'unknown option "thema" in eleventy.config.js. Did you mean "theme"?',
);
badOptions(
  "an unknown option within an option",
  { author: { nam: "Edward" } },
  'missing option "author.name" in eleventy.config.js.',
  'unknown option "author.nam" in eleventy.config.js. Did you mean "name"?',
);
badOptions(
  "an option that is like no other: those that there are",
  { social: { myspace: "tom" } },
  'unknown option "social.myspace" in eleventy.config.js. Known: email, github, gitlab, linkedin, x, mastodon, bluesky, youtube, instagram, facebook, googleScholar, orcid, arxiv, semanticScholar, dblp, researchGate, openReview, aclAnthology, pubmed, webOfScience, scopus, huggingFace, kaggle, stackOverflow, rss; and any other as { url: "https://…", icon: "assets/….svg" }.',
);
badOptions(
  "a wrong type",
  { animation: "yes", title: 5, navigation: "Home" },
  'option "animation" in eleventy.config.js must be true or false, but it is "yes".',
  'option "title" in eleventy.config.js must be text, but it is 5.',
  'option "navigation" in eleventy.config.js must be a list, but it is "Home".',
);
badOptions(
  "a value out of its list",
  { theme: "drak", width: "huge" },
  'option "theme" in eleventy.config.js must be one of "auto", "light" or "dark", but it is "drak". Did you mean "dark"?',
  'option "width" in eleventy.config.js must be one of "normal" or "large", but it is "huge".',
);
badOptions(
  "an empty title",
  { title: "  " },
  'option "title" in eleventy.config.js must not be empty, but it is "  ".',
);
badOptions(
  "a language that is none",
  { language: "english, please" },
  'option "language" in eleventy.config.js must be a language tag such as "en" or "pt-BR", but it is "english, please".',
);
badOptions(
  "an url that is no URL",
  { url: "example" },
  'option "url" in eleventy.config.js must be a full address such as "https://example.org", but it is "example".',
);
badOptions(
  "a picture that does not exist",
  { picture: "assets/nobody.jpg" },
  'option "picture" in eleventy.config.js names a file that does not exist: "assets/nobody.jpg" (looked in ./).',
);
badOptions(
  "a picture outside the site",
  { picture: "../../secret.jpg" },
  'option "picture" in eleventy.config.js must be the path of a file in the site, such as "assets/me.jpg", or a full address, but it is "../../secret.jpg".',
);
badOptions(
  "navigation that runs script",
  { navigation: [{ label: "Home", url: "javascript:alert(1)" }] },
  'option "navigation[0].url" in eleventy.config.js must be an address such as "https://example.org/", "mailto:me@example.org" or "/blog/", but it is "javascript:alert(1)".',
);
badOptions(
  "navigation that runs script behind a tab and capitals",
  { navigation: [{ label: "Home", url: " java\tSCRIPT:alert(1)" }] },
  'option "navigation[0].url" in eleventy.config.js must be an address such as "https://example.org/", "mailto:me@example.org" or "/blog/", but it is " java\\tSCRIPT:alert(1)".',
);
badOptions(
  "an account that runs script",
  { social: { github: "javascript:alert(1)" } },
  'option "social.github" in eleventy.config.js must be the name of an account, such as "edwardhu", or the full address of a profile, but it is "javascript:alert(1)".',
);
badOptions(
  "options that are none",
  7,
  "options in eleventy.config.js must be a group of named values, but it is 7.",
);

const lora = "- id: lora\n  title: LoRA\n  venue: ICLR\n  year: 2022\n";

badPublications(
  "a publication without its required fields",
  "- id: lora\n  title: LoRA\n",
  'missing field "venue" of publication "lora" in publications.yaml:1.',
  'missing field "year" of publication "lora" in publications.yaml:1.',
);
badPublications(
  "a publication without an id",
  `${lora}- title: Another\n  venue: ICML\n  year: 2023\n`,
  'missing field "id" of publication 2 in publications.yaml:5.',
);
badPublications(
  "a field that there is not, with its line",
  `${lora}  autors: [Edward Hu]\n`,
  'unknown field "autors" of publication "lora" in publications.yaml:5. Did you mean "authors"?',
);
badPublications(
  "the same id twice, with both lines",
  `${lora}\n${lora}`,
  'publication "lora" in publications.yaml:6 has the same id as the one in publications.yaml:1.',
);
badPublications(
  "a year that is none",
  lora.replace("2022", "soon"),
  'field "year" of publication "lora" in publications.yaml:4 must be a year such as 2022, but it is "soon".',
);
badPublications(
  "a type that CSL does not have",
  `${lora}  type: paper-confrence\n`,
  'field "type" of publication "lora" in publications.yaml:5 must be one of "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter", "classic", "collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "event", "figure", "graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture", "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical", "personal_communication", "post", "post-weblog", "regulation", "report", "review", "review-book", "software", "song", "speech", "standard", "thesis", "treaty" or "webpage", but it is "paper-confrence". Did you mean "paper-conference"?',
);
badPublications(
  "a link with a javascript: address",
  `${lora}  links:\n    - label: Paper\n      url: javascript:alert(1)\n`,
  'field "links[0].url" of publication "lora" in publications.yaml:7 must be an address such as "https://example.org/", "mailto:me@example.org" or "/blog/", but it is "javascript:alert(1)".',
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
    `{% publication "lara" %} in ${file}: no publication of that id in publications.yaml. Did you mean "lora"?`,
  );
}

fails(
  "an unknown publication in JavaScript",
  {
    "page.11ty.js": 'export default function () {\n  return this.publication("lara");\n}\n',
    "publications.yaml": lora,
  },
  '{% publication "lara" %} in page.11ty.js: no publication of that id in publications.yaml. Did you mean "lora"?',
);
fails(
  "a publication where the site has none",
  { "index.md": page("Home", '{% publication "lora" %}') },
  '{% publication "lora" %} in index.md: no publication of that id in the site, which has no publications.yaml.',
);
fails(
  "a list that there is not",
  { "index.md": page("Home", '{% publications "selcted" %}'), "publications.yaml": lora },
  '{% publications "selcted" %} in index.md must be made of "all", "selected", "by year", "by type", "by venue" or "limit 5". Did you mean "selected"?',
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

const jekyll = (yaml: string): Record<string, string> => ({
  "eleventy.config.js": config({ config: "_config.yml" }),
  "_config.yml": yaml,
});
const post = (frontMatter: string): string => `---\nlayout: post\ntags: posts\n${frontMatter}\n---\nText.\n`;

fails(
  "a _config.yml that does not parse, with its line",
  jekyll("title: Hu\nauthors: [one\nbio: x\n"),
  "_config.yml:3 is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ].",
);
fails(
  "a _config.yml that is not there",
  { "eleventy.config.js": config({ config: "_config.yaml" }) },
  'option "config" in eleventy.config.js names a file that does not exist: "_config.yaml".',
);
fails(
  "known keys of a wrong type in _config.yml, with their lines",
  jekyll("title: Hu\nread-time: 5\nwidth: huge\ndark-theme: sometimes\nurl: example\n"),
  'key "read-time" in _config.yml:2 must be true or false, but it is 5.',
  'key "width" in _config.yml:3 must be one of "normal" or "large", but it is "huge".',
  'key "url" in _config.yml:5 must be a full address such as "https://example.org", but it is "example".',
);
fails(
  "a picture that _config.yml names and the site lacks",
  jekyll("title: Hu\npicture: assets/images/profile.jpg\n"),
  'key "picture" in _config.yml:2 names a file that does not exist: "assets/images/profile.jpg" (looked in ./).',
);
fails(
  "a script as an address in _config.yml",
  jekyll("title: Hu\ngithub: javascript:alert(1)\n"),
  'option "social.github" in _config.yml:2 must be the name of an account, such as "edwardhu", or the full address of a profile, but it is "javascript:alert(1)".',
);
fails(
  "a post whose date is none",
  { "a.md": post("title: A\ndate: next Tuesday") },
  'field "date" in a.md must be a date such as 2024-03-05 or 2024-03-05 12:00, but it is "next Tuesday".',
);
fails(
  "two pages with one address",
  { "a.md": page("A"), "b.md": "---\npermalink: /a/\n---\n" },
  'a.md and b.md have the same address /a/. Give one of them another "permalink".',
);
fails(
  "an author whom the settings lack, with the one that was meant",
  {
    "eleventy.config.js": config({ title: "Hu", authors: { edwardhu: { name: "Edward Hu" } } }),
    "a.md": post("title: A\nauthor: edwadhu"),
  },
  'field "author" in a.md names "edwadhu", whom "authors" lacks. Did you mean "edwardhu"?',
);
fails(
  "front matter of a wrong type in a post",
  { "a.md": post("title: A\nstar: maybe\nexternalLink: javascript:alert(1)") },
  'field "star" in a.md must be true or false, but it is "maybe".',
);
fails(
  "a page that the theme does not make",
  { "eleventy.config.js": config({ title: "Hu", pages: { blogg: false } }) },
  'unknown option "pages.blogg" in eleventy.config.js. Did you mean "blog"?',
);
fails(
  "a post that Jekyll's tag names and the site lacks, with the one that was meant",
  {
    ...jekyll("title: Hu\npermalink: /:title/\n"),
    "index.md": "---\nlayout: page\ntitle: Home\n---\n{% post_url 2024-01-01-frist %}\n",
    "_posts/2024-01-01-first.md": "---\nlayout: post\n---\n",
  },
  '{% post_url 2024-01-01-frist %} in index.md: no post has a file of that name. Did you mean "2024-01-01-first"?',
);

test("the config file is named as --config gives it", async () => {
  const site = new Site({ "index.md": page("Home"), "my.config.js": config({ tilte: "A site" }) });
  const { code, output } = await site.buildInProcess("--config=my.config.js");
  site.remove();
  assert.is(code, 1);
  assert.match(output, 'unknown option "tilte" in my.config.js.');
});

test.run();
