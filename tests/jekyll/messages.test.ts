import { suite } from "uvu";
import * as assert from "uvu/assert";
import { failsToBuild } from "../support/fails.ts";
import { config, Site } from "../support/site.ts";

const test = suite("messages on a Jekyll site");

const fails = (name: string, files: Record<string, string>, ...messages: string[]): void =>
  void test(name, async () => {
    assert.equal(await failsToBuild(files, messages), []);
  });

const jekyll = (yaml: string): Record<string, string> => ({
  "eleventy.config.js": config({ config: "_config.yml" }),
  "_config.yml": yaml,
});
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

/** A site that is built with these warnings, as Jekyll builds it. */
const warns = (name: string, files: Record<string, string>, ...messages: string[]): void =>
  void test(name, async () => {
    const site = new Site({ "index.md": "---\ntitle: Home\n---\n", ...files });
    const { code, output } = await site.buildInProcess();
    site.remove();
    assert.is(code, 0, output);
    for (const message of messages)
      assert.ok(output.includes(`indigo: ${message}\n`), `${message}\nnot in:\n${output}`);
  });

warns(
  "known keys of a wrong type in _config.yml, with their lines",
  jekyll("title: Hu\nread-time: 5\nwidth: huge\ndark-theme: sometimes\nurl: example\n"),
  'key "read-time" in _config.yml:2 must be true or false, but it is 5; it has no effect.',
  'key "width" in _config.yml:3 must be one of "normal" or "large", but it is "huge"; it has no effect.',
  'key "url" in _config.yml:5 must be a full URL such as "https://example.org", but it is "example"; it has no effect.',
);
warns(
  "a picture that _config.yml names and the site lacks",
  jekyll("title: Hu\npicture: assets/images/profile.jpg\n"),
  'key "picture" in _config.yml:2 names a file that does not exist: "assets/images/profile.jpg". It is left out.',
);
warns(
  "a script as an address in _config.yml",
  jekyll("title: Hu\ngithub: javascript:alert(1)\n"),
  'key "github" in _config.yml:2 is not a valid profile at GitHub: it must be the name of an account, such as "edwardhu", or the full URL of a profile, but it is "javascript:alert(1)".',
);
warns(
  "authors and defaults that are only partly valid",
  jekyll(
    "title: Hu\nauthors:\n  name: Ada\n  b:\n    name: B\n    twitter:\n    picture: gone.png\ndefaults:\n  - scope: { path: '', type: talks }\n    values: { layout: talk }\ndisqus: { shortname: hu }\n",
  ),
  'key "authors.name" in _config.yml:3 must be a group of named values, such as "name: Ada"; it has no effect.',
  'key "authors.b.picture" in _config.yml:3 names a file that does not exist: "gone.png".',
  'key "disqus" in _config.yml:11 has no categories, so that no post has comments: add them as in Indigo, such as "categories: [blog]" after "shortname: hu".',
);
warns(
  "front matter of a post that the theme can't use",
  {
    ...jekyll("title: Hu\npermalink: /:title/\n"),
    "_posts/2024-01-01-a.md": "---\nlayout: post\nstar: maybe\nauthor: [B, C]\n---\n",
  },
  'field "star" in _posts/2024-01-01-a.md must be true or false, but it is "maybe"; it has no effect.',
);
fails(
  "dates that Ruby can't read, all of them: Jekyll stops as well",
  {
    ...jekyll("title: Hu\n"),
    "_posts/2024-01-01-a.md": "---\ndate: soon\n---\n",
    "_posts/2024-01-02-b.md": "---\ndate: 2024-31-12\n---\n",
    "news/_posts/2024-13-01-c.md": "---\ntitle: C\n---\n",
  },
  'field "date" in _posts/2024-01-01-a.md is no date that Ruby reads, such as 2024-03-05: "soon".',
  'field "date" in _posts/2024-01-02-b.md is no date that Ruby reads, such as 2024-03-05: "2024-31-12".',
  "the name of news/_posts/2024-13-01-c.md must start with a valid date, such as 2024-03-05.",
);
fails(
  "a post that Jekyll's tag names and the site lacks, with the one that was meant",
  {
    ...jekyll("title: Hu\npermalink: /:title/\n"),
    "index.md": "---\nlayout: page\ntitle: Home\n---\n{% post_url 2024-01-01-frist %}\n",
    "_posts/2024-01-01-first.md": "---\nlayout: post\n---\n",
  },
  '{% post_url 2024-01-01-frist %} in index.md: no post has this file name. Did you mean "2024-01-01-first"?',
);

/** Ten levels of ten aliases each: ten thousand million values. */
const aliases = Array.from(
  { length: 10 },
  (_, level) =>
    `a${level}: &a${level} [${Array(10)
      .fill(level ? `*a${level - 1}` : "x")
      .join(", ")}]\n`,
).join("");
fails(
  "YAML aliases in front matter that expand to a huge value",
  { ...jekyll("title: Hu\n"), "_posts/2024-01-01-first.md": `---\nlayout: post\n${aliases}---\n` },
  "the front matter of _posts/2024-01-01-first.md has YAML aliases that expand to more than 10,000 values. Write the values without aliases.",
);
fails(
  "YAML aliases in front matter that contain themselves, without Jekyll",
  { "a.md": "---\ntitle: A\nb: &b [*b]\n---\n" },
  "the front matter of a.md has YAML aliases that contain themselves. Write the values without aliases.",
);
fails(
  "YAML aliases in a data file that expand to a huge value",
  { ...jekyll("title: Hu\n"), "_data/a.yml": aliases },
  "_data/a.yml has YAML aliases that expand to more than 10,000 values. Write the values without aliases.",
);
fails(
  "a data file that does not parse, with its line",
  { ...jekyll("title: Hu\n"), "_data/a.yml": "a: 1\nb: [2\nc: 3\n" },
  "_data/a.yml:3 is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ].",
);

test.run();
