import { readFileSync } from "node:fs";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, root, Site } from "../support/site.ts";

const test = suite("a site with a CV");

const full = readFileSync(path.join(root, "tests/fixtures/resume/full.json"), "utf8");

const withCv = (files: Record<string, string>, options: Record<string, unknown> = {}): Site =>
  new Site({
    "eleventy.config.js": config({
      title: "Ines Okafor",
      url: "https://okafor.example.org",
      sections: { cv: true },
      ...options,
    }),
    ...files,
  });

/** Builds a site, hands it over and takes it away. */
async function build(site: Site, look: (site: Site) => void): Promise<void> {
  try {
    look(await site.builtInProcess());
  } finally {
    site.remove();
  }
}

/** What a build that must fail says. */
async function failure(site: Site): Promise<string> {
  const { code, output } = await site.buildInProcess();
  const made = site.has("cv/index.html");
  site.remove();
  assert.is(code, 1, output);
  assert.not.ok(made);
  assert.not.match(output, "    at ");
  return output;
}

const count = (text: string, what: string | RegExp): number => text.split(what).length - 1;
const styles = (html: string): string[] =>
  [...html.matchAll(/<link rel="stylesheet" href="\/assets\/([a-z-]+)-[\da-f]{10}\.css"/g)].map(
    ([, name = ""]) => name,
  );

test("has a page of it, styles and JSON-LD only there, and a shortcode for all of it or one part", async () => {
  const site = withCv({
    "resume.json": full,
    "about.md": page("About", 'Before.\n\n{% cv "Education" %}\n\n*After.*'),
    "whole.md": page("Whole", "{% cv %}"),
    "two.njk": page("Two", '{% cv group="Work", limit=1 %}'),
    "plain.md": page("Plain", "Nothing of it."),
  });
  // As a file of data named after the section; `resume.json` is the standard's own name.
  await build(site, (built) => {
    const cv = built.read("cv/index.html");
    assert.is(count(cv, "<h1"), 1);
    assert.match(cv, '<h1 class="name">Ines Okafor</h1>');
    assert.is(count(cv, '<section class="cv-group'), 12);
    assert.equal(styles(cv), ["indigo", "indigo-cv"]);
    assert.is(count(cv, '"@type":"ProfilePage"'), 1);
    assert.match(built.read("plain/index.html"), '<a class="link" href="/cv/">CV</a>');

    const about = built.read("about/index.html");
    assert.is(count(about, '<section class="cv-group'), 1);
    assert.is(count(about, 'class="cv-entry"'), 2);
    assert.match(about, "University of Edinburgh");
    assert.not.match(about, "Research scientist");
    assert.match(about, "<p><em>After.</em></p>");
    // Who asks for a part by its name has a heading of their own.
    assert.not.match(about, /<h2[^>]*><\/h2>/);
    assert.equal(styles(about), ["indigo", "indigo-cv"]);
    assert.not.match(about, '"ProfilePage"');

    assert.is(count(built.read("whole/index.html"), '<section class="cv-group'), 12);
    const two = built.read("two/index.html");
    assert.is(count(two, 'class="cv-entry"'), 1);
    assert.match(two, "Research scientist");
    assert.equal(styles(built.read("plain/index.html")), ["indigo"]);
  });
});

test("takes it from a YAML file or another path, and a page of the author's own in place of the theme's", async () => {
  const own = "---\ntitle: Vita\nlayout: section\nsection: cv\npermalink: /cv/\n---\nIn short.\n";
  const site = withCv(
    { "data/vita.yaml": "basics: { name: Ines }\nwork: [{ name: Institute }]\n", "vita.md": own },
    { sections: { cv: "data/vita.yaml" } },
  );
  await build(site, (built) => {
    const cv = built.read("cv/index.html");
    assert.match(cv, "<p>In short.</p>");
    assert.match(cv, '<h1 class="name">Ines</h1>');
    assert.match(cv, "Institute");
  });
});

test("in a further language has its words", async () => {
  const site = withCv(
    { "cv.json": full, "fr/index.md": page("Accueil", "", "home") },
    { languages: { fr: {} } },
  );
  await build(site, (built) => {
    assert.match(built.read("fr/cv/index.html"), '<html lang="fr"');
    assert.is(count(built.read("fr/cv/index.html"), '<section class="cv-group'), 12);
  });
});

test("a résumé that breaks the standard fails the build with its file and line", async () => {
  const bad =
    '{\n  "basics": { "name": "Ines" },\n  "work": [\n    { "name": "Institute", "startDate": "autumn" }\n  ]\n}\n';
  assert.match(
    await failure(withCv({ "cv.json": bad })),
    /field "work\[0\]\.startDate" in cv\.json:4 must be a date/,
  );
  const slip = '{\n  "basics": { "name": "Ines" },\n  "work": "none"\n}\n';
  assert.match(await failure(withCv({ "cv.json": slip })), /"work" in cv\.json:3\b/);
  assert.match(await failure(withCv({ "cv.json": "{ nonsense" })), /cv\.json:1\b/);
});

test("a résumé that is missing, empty or a folder is told", async () => {
  assert.match(await failure(withCv({})), /cv\.(json|yaml)/);
  assert.match(await failure(withCv({ "cv.json": "" })), /cv\.json/);
  assert.match(await failure(withCv({ "cv/a.md": "x" })), "a CV must be one file, but cv is a folder.");
});

test("the shortcode names what it lacks: a part, the section", async () => {
  const off = new Site({ "eleventy.config.js": config({ title: "Ines" }), "a.md": "{% cv %}" });
  assert.match(await failure(off), "{% cv %} in a.md shows a section that is off");
  const slip = withCv({ "cv.json": full, "a.md": page("A", '{% cv "Educaton" %}') });
  assert.match(
    await failure(slip),
    /\{% cv "Educaton" %\} in a\.md: no group of that name\. Did you mean "education"\?/,
  );
});

test.run();
