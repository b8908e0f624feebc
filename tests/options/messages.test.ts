import { suite } from "uvu";
import * as assert from "uvu/assert";
import { failsToBuild } from "../support/fails.ts";
import { config, page, Site } from "../support/site.ts";

const test = suite("messages on options");

const fails = (name: string, files: Record<string, string>, ...messages: string[]): void =>
  void test(name, async () => {
    assert.equal(await failsToBuild(files, messages), []);
  });

const badOptions = (name: string, options: unknown, ...messages: string[]): void =>
  fails(name, { "eleventy.config.js": config(options) }, ...messages);

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
  'option "url" in eleventy.config.js must be a full URL such as "https://example.org", but it is "example".',
);
badOptions(
  "a picture that does not exist",
  { picture: "assets/nobody.jpg" },
  'option "picture" in eleventy.config.js names a file that does not exist: "assets/nobody.jpg" (looked in ./).',
);
badOptions(
  "a picture outside the site",
  { picture: "../../secret.jpg" },
  'option "picture" in eleventy.config.js must be the path of a file in the site, such as "assets/me.jpg", or a full URL, but it is "../../secret.jpg".',
);
badOptions(
  "navigation that runs script",
  { navigation: [{ label: "Home", url: "javascript:alert(1)" }] },
  'option "navigation[0].url" in eleventy.config.js must be a URL such as "https://example.org/", "mailto:me@example.org" or "/blog/", but it is "javascript:alert(1)".',
);
badOptions(
  "navigation that runs script behind a tab and capitals",
  { navigation: [{ label: "Home", url: " java\tSCRIPT:alert(1)" }] },
  'option "navigation[0].url" in eleventy.config.js must be a URL such as "https://example.org/", "mailto:me@example.org" or "/blog/", but it is " java\\tSCRIPT:alert(1)".',
);
badOptions(
  "an account that runs script",
  { social: { github: "javascript:alert(1)" } },
  'option "social.github" in eleventy.config.js must be the name of an account, such as "edwardhu", or the full URL of a profile, but it is "javascript:alert(1)".',
);
badOptions(
  "options that are none",
  7,
  "options in eleventy.config.js must be a group of named values, but it is 7.",
);

fails(
  "a page that the theme does not make",
  { "eleventy.config.js": config({ title: "Hu", pages: { blogg: false } }) },
  'unknown option "pages.blogg" in eleventy.config.js. Did you mean "blog"?',
);

test("the config file is named as --config gives it", async () => {
  const site = new Site({ "index.md": page("Home"), "my.config.js": config({ tilte: "A site" }) });
  const { code, output } = await site.buildInProcess("--config=my.config.js");
  site.remove();
  assert.is(code, 1);
  assert.match(output, 'unknown option "tilte" in my.config.js.');
});

test.run();
