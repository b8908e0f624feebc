import { suite } from "uvu";
import * as assert from "uvu/assert";
import { Site } from "../support/site.ts";
import { invalidHtml } from "../support/valid-html.ts";
import { groupsOf, lab, main } from "./lab.ts";

const test = suite<{ site: Site; output: string }>("pages of people, projects, talks, works and posts");

test.before(async (context) => {
  context.site = new Site(lab);
  const { code, output } = await context.site.buildInProcess();
  assert.is(code, 0, output);
  context.output = output;
});
test.after(({ site }) => site.remove());

const expected: Record<string, Record<string, string[]>> = {
  // By an initial, by another name, and as a declared speaker.
  "people/ada": { Publications: ["Trees", "Roads"], Projects: ["Roads to Rome"], Talks: ["On roads"] },
  // As author, as editor, as co-author of a talk, and named by a project and a post.
  "people/bo": {
    Publications: ["Trees", "Stones"],
    Projects: ["Roads to Rome"],
    Talks: ["With Bo"],
    Posts: ["First"],
  },
  "people/cy": {},
  "projects/rome": { Publications: ["Roads"], People: ["Ada Bell", "Bo Carr"], Posts: ["Seul", "First"] },
  "projects/seeds-of-trees": { Publications: ["Trees"] },
  "publications/roads": {
    "Mentioned in": ["The loom", "Seul", "First"],
    Talks: ["On roads"],
    Projects: ["Roads to Rome"],
  },
  "publications/trees": { "Mentioned in": ["First", "Notes"], Projects: ["Seeds of trees"] },
  "publications/stones": {},
  // Without the work that it cites, which is among its references.
  "blog/first": { Publications: ["Trees"], Projects: ["Roads to Rome"], People: ["Bo Carr"] },
  "blog/loom": {},
  "fr/blog/seul": { Projets: ["Roads to Rome"] },
  notes: {},
};

for (const [url, groups] of Object.entries(expected))
  test(`/${url}/ shows what it is connected to`, ({ site }) => {
    assert.equal(groupsOf(site.read(`${url}/index.html`)), groups);
  });

test("a person's page shows photo, role and profiles above the text, and their own name in bold without a link", ({
  site,
}) => {
  const html = main(site.read("people/ada/index.html"));
  assert.match(html, '<img class="selfie" src="/people/ada.svg" alt="" width="125" height="125">');
  assert.ok(html.indexOf("Head") < html.indexOf("She weaves."));
  assert.match(html, '<a class="link" href="https://github.com/adabell" rel="me" aria-label="GitHub">');
  assert.is(html.split("<h1").length - 1, 1);
  assert.match(html, "Carl Eve, <strong>A. Bell</strong>");
  assert.match(html, '<strong>Augusta Bell-Stone</strong>, <a href="/people/bo/">Bo Carr</a>');
});

test("a page with nothing of this has no heading and no styles more than before", ({ site }) => {
  const html = site.read("people/cy/index.html");
  assert.match(html, '<h1 class="visually-hidden">Cy Dunn</h1>');
  assert.not.match(html, "entry-head");
  assert.not.match(html, "indigo-sections-");
});

test("a project of a data file has a page with all of its text, and the list its start", ({ site }) => {
  const html = main(site.read("projects/rome/index.html"));
  assert.match(html, '<img class="picture" src="/rome.svg" alt=""');
  assert.match(html, '<div class="facts"><span>Active</span><span>2020–</span></div>');
  assert.match(html, /<p>All <em>roads<\/em> lead there\.<\/p>\s*<p>We count them\.<\/p>/);
  assert.match(site.read("projects/rome/index.html"), "<title>Roads to Rome | Analytical Lab</title>");
  const list = site.read("projects/index.html");
  assert.match(list, '<a href="/projects/rome/">Roads to Rome</a>');
  assert.not.match(list, "We count them.");
  assert.match(list, '[<a href="https://seeds.example.org">Website</a>]', "its own URL is a link");
  assert.match(site.read("sitemap.xml"), "https://lab.example.org/projects/rome/");
});

test("a talk in the list names its speakers and links its paper, in each language", ({ site }) => {
  const talks = site.read("talks/index.html");
  assert.match(talks, '<div class="people-with"><a href="/people/ada/">Ada Bell</a>, Carl Eve</div>');
  assert.match(
    talks,
    '[<a href="/publications/roads/">Paper</a> | <a href="https://example.org/roads.pdf">Slides</a>]',
  );
  assert.match(talks, '<div class="people-with">with <a href="/people/bo/">Bo Carr</a></div>');
  const french = site.read("fr/talks/index.html");
  assert.match(french, '<div class="people-with">avec <a href="/people/bo/">Bo Carr</a></div>');
  assert.match(french, '<a href="/publications/roads/">Article</a>');
});

test("authors who are people link their pages in every list", ({ site }) => {
  for (const url of ["publications", "fr/publications", "publications/roads"])
    assert.match(site.read(`${url}/index.html`), 'Carl Eve, <a href="/people/ada/">A. Bell</a>', url);
});

test("a post in another language is marked, a translation is not listed again, a hidden post never", ({
  site,
}) => {
  const html = site.read("publications/roads/index.html");
  assert.match(html, '<a href="/fr/blog/seul/" hreflang="fr" lang="fr">Seul</a>');
  assert.match(html, '<a href="/blog/first/">First</a>');
  assert.not.match(html, "Premier");
  assert.not.match(html, "Hidden");
});

test("no warnings, and valid pages", async ({ site, output }) => {
  assert.equal(
    output.split("\n").filter((line) => line.startsWith("indigo:")),
    [],
  );
  assert.equal(
    await invalidHtml(
      site,
      Object.keys(expected).map((url) => `${url}/`),
    ),
    [],
  );
});

test.run();
