import { readFileSync } from "node:fs";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, root, Site } from "../support/site.ts";
import { invalidHtml } from "../support/valid-html.ts";

const test = suite("options and texts of a CV");

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>';
const lists = `work: [{ name: Lab, position: Head }]
education: [{ institution: Home, area: Mathematics }]
publications: [{ name: Old paper }]
skills: [{ name: Algebra }]
references: [{ name: Charles, reference: She knows. }]
`;
const works = `- { id: notes, title: Notes, authors: [Ada Lovelace], venue: Memoirs, year: 1843, selected: true, type: article-journal }
- { id: engine, title: Engine, authors: [Ada Lovelace], venue: Book, year: 1844, selected: true, type: chapter }
- { id: other, title: Other, authors: [Ada Lovelace], venue: Book, year: 1845 }
`;

interface Built {
  code: number | null;
  output: string;
  html: string;
  files: string[];
}

async function build(
  files: Record<string, string>,
  cv: unknown = true,
  more: Record<string, unknown> = {},
): Promise<Built> {
  const site = new Site({
    "eleventy.config.js": config({
      title: "Ada Lovelace",
      url: "https://ada.example.org",
      sections: { cv },
      ...more,
    }),
    ...files,
  });
  try {
    const { code, output } = await site.buildInProcess();
    return {
      code,
      output,
      html: site.has("cv/index.html") ? site.read("cv/index.html") : "",
      files: site.files(),
    };
  } finally {
    site.remove();
  }
}

const headings = (html: string): string[] =>
  [...html.matchAll(/<h2 class="label">(.*?)<\/h2>/g)].map(([, title = ""]) => title);

// Texts

test("texts are Markdown, formulas too, and structured data have them without marks", async () => {
  const site = new Site({
    "eleventy.config.js": config({ title: "Ada", url: "https://ada.example.org", sections: { cv: true } }),
    "cv.yaml": `basics:
  name: Ada
  summary: |
    Some *text* with [a link](https://example.org/), \`code\` and $x^2$.

    A second one & more.
work:
  - name: Lab
    description: A **lab**
    summary: "Two things:\\n\\n- one\\n- two\\n"
    highlights: ["Wrote [programs](/programs/)", plain]
education: [{ institution: Home, area: M, courses: ["*Algebra*", C++] }]
skills: [{ name: Writing, keywords: [_prose_, "Node.js"] }]
references: [{ name: Charles, reference: "She *knows*." }]
projects: [{ name: Engine, description: "An *engine*" }]
`,
    "about.md": page("About", 'Before.\n\n{% cv "Work" %}\n\n*After.*'),
  });
  await site.builtInProcess();
  const html = site.read("cv/index.html");
  assert.equal(await invalidHtml(site, ["cv/", "about/"]), []);
  const about = site.read("about/index.html");
  site.remove();
  for (const part of [
    '<p>Some <em>text</em> with <a href="https://example.org/">a link</a>, <code>code</code> and <math>',
    "<p>A second one &amp; more.</p>",
    '<p class="details">A <strong>lab</strong></p>',
    '<div class="summary"><p>Two things:</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul></div>',
    '<ul class="highlights"><li>Wrote <a href="/programs/">programs</a></li><li>plain</li></ul>',
    '<p class="keywords">Courses: <em>Algebra</em>, C++</p>',
    '<p class="keywords"><em>prose</em>, Node.js</p>',
    '<blockquote class="quote"><p>She <em>knows</em>.</p></blockquote>',
    "<p>An <em>engine</em></p>",
  ])
    assert.ok(html.includes(part), `${part}\n${html.slice(html.indexOf("cv-header"))}`);
  assert.match(html, '"description":"Some text with a link, code and $x^2$. A second one & more."');
  assert.match(html, '"knowsAbout":["Writing","prose","Node.js"]');
  // Formulas need styles, which the page of a CV without them does not link.
  assert.match(html, "indigo-writing");
  assert.match(about, "<p><em>After.</em></p>");
  assert.match(about, "<li>one</li>");
});

test("texts without marks are as they are written", async () => {
  const plain = `It's 5 > 3 & "so" \\ <3 – 2 * 3 * 4, snake_case_name; a (b) [c]`;
  const { html } = await build({
    "cv.json": JSON.stringify({ basics: { summary: plain }, work: [{ name: "A", highlights: [plain] }] }),
  });
  const escaped =
    "It&#39;s 5 &gt; 3 &amp; &quot;so&quot; &#92; &lt;3 – 2 * 3 * 4, snake_case_name; a (b) [c]";
  assert.ok(html.includes(`<p>${escaped}</p>`), html);
  assert.ok(html.includes(`<li>${escaped}</li>`), html);
  assert.not.match(html, "indigo-writing");
});

test("HTML and images of other hosts are not shown unless the option allows them", async () => {
  const files = {
    "cv.yaml":
      'basics:\n  summary: "H<sub>2</sub>O ![b](https://other.example/b.png) [x](javascript:alert(1))"\n',
  };
  const { html, output } = await build(files);
  assert.match(html, "H&lt;sub&gt;2");
  assert.match(html, '<a href="https://other.example/b.png">b</a>');
  assert.not.match(html, 'href="javascript');
  assert.match(output, 'field "basics.summary" in cv.yaml:2 has HTML, which is shown as text.');
  assert.match(output, 'field "basics.summary" in cv.yaml:2 shows an image at another host');
  assert.match((await build(files, { html: true })).html, "H<sub>2</sub>O <img");
});

// Groups

test("groups come in the order of the option; others follow, hidden ones do not, and headings are the author's", async () => {
  const { html } = await build(
    { "cv.yaml": lists },
    { order: ["education", "Skills"], hide: ["references"], labels: { work: "Positions" } },
  );
  assert.equal(headings(html), ["Education", "Skills", "Positions", "Publications"]);
  assert.match(html, 'id="cv-work"');
});

test("a heading is for the main language, or for each language", async () => {
  const files = { "cv.yaml": lists, "de/index.md": page("", "", "home") };
  const site = new Site({
    "eleventy.config.js": config({
      title: "Ada",
      languages: { de: {} },
      sections: { cv: { labels: { work: "Positions", education: { de: "Schulen" } } } },
    }),
    ...files,
  });
  await site.builtInProcess();
  const [english, german] = [headings(site.read("cv/index.html")), headings(site.read("de/cv/index.html"))];
  site.remove();
  assert.equal(english.slice(0, 2), ["Positions", "Education"]);
  assert.equal(german.slice(0, 2), ["Berufserfahrung", "Schulen"]);
});

test("a group that the CV does not have is a warning with a near name", async () => {
  const { code, output } = await build(
    { "cv.yaml": lists },
    { order: ["educaton"], hide: ["nothing"], labels: { wrok: "W" } },
  );
  assert.is(code, 0);
  assert.match(
    output,
    'option "sections.cv.order" in eleventy.config.js names the group "educaton", which the CV does not have. Did you mean "education"?',
  );
  assert.match(
    output,
    'option "sections.cv.hide" in eleventy.config.js names the group "nothing", which the CV does not have. Known: basics, work,',
  );
  assert.match(output, 'names the group "wrok", which the CV does not have. Did you mean "work"?');
});

test("options of the wrong type are named", async () => {
  const { code, output } = await build(
    { "cv.yaml": lists },
    { order: "work", labels: { work: 3 }, photo: 3, ordr: [] },
  );
  assert.is(code, 1);
  for (const message of [
    'option "sections.cv.order" in eleventy.config.js must be a list, but it is "work".',
    'option "sections.cv.labels.work" in eleventy.config.js must be text or a group of named values, but it is 3.',
    'option "sections.cv.photo" in eleventy.config.js must be true or false or text or a group of named values, but it is 3.',
    'unknown option "sections.cv.ordr" in eleventy.config.js. Did you mean "order"?',
  ])
    assert.match(output, message);
});

// Works of the bibliography

test("publications of the site replace those of the file, at their place, grouped and in full if asked for", async () => {
  const files = { "cv.yaml": lists, "publications.yaml": works };
  const { html } = await build(files, { publications: "selected by type" });
  assert.equal(headings(html), ["Work", "Education", "Publications", "Skills", "References"]);
  assert.not.match(html, "Old paper");
  assert.match(html, /<h3 class="publication-group">Journal article <span class="count">1<\/span><\/h3>/);
  assert.match(html, '<div class="title">Notes</div>');
  assert.not.match(html, '<div class="title">Other</div>');
  assert.not.match(html, "indigo-publications");

  const full = await build(
    { ...files, "cv.yaml": lists.replace(/publications.*\n/, "") },
    { publications: { selected: true, style: "full" }, order: ["publications"] },
  );
  assert.equal(headings(full.html).slice(0, 2), ["Publications", "Work"]);
  assert.match(full.html, '<a href="/publications/notes/">Notes</a>');
  assert.match(full.html, "indigo-publications");
});

test("a CV in RenderCV's format has them in place of its section, or at its end", async () => {
  const cv = "cv:\n  name: Ada\n  sections:\n    about: [Hi]\n";
  const files = { "publications.yaml": works };
  const end = await build({ ...files, "cv.yaml": cv }, { publications: "selected" });
  assert.equal(headings(end.html), ["About", "Publications"]);
  const own = await build(
    {
      ...files,
      "cv.yaml": `${cv}    publications:\n      - { title: Old, authors: [A] }\n    last: [Bye]\n`,
    },
    { publications: "selected", labels: { publications: "Papers" } },
  );
  assert.equal(headings(own.html), ["About", "Papers", "Last"]);
  assert.not.match(own.html, "Old");
});

test("the shortcode shows them too", async () => {
  const site = new Site({
    "eleventy.config.js": config({ title: "Ada Lovelace", sections: { cv: { publications: "selected" } } }),
    "cv.yaml": lists,
    "publications.yaml": works,
    "about.md": page("About", 'Before.\n\n{% cv "publications" %}\n\n*After.*'),
  });
  await site.builtInProcess();
  const about = site.read("about/index.html");
  site.remove();
  assert.match(about, '<div class="title">Notes</div>');
  assert.match(about, "<p><em>After.</em></p>");
});

test("a selection that is no selection, selects nothing, or is of a site without publications is told", async () => {
  const files = { "cv.yaml": lists, "publications.yaml": works };
  const slip = await build(files, { publications: "selectd" });
  assert.is(slip.code, 1);
  assert.match(
    slip.output,
    'option "sections.cv.publications" in eleventy.config.js: "selectd" is no word of a selection. Did you mean "selected"?',
  );
  const unknown = await build(files, { publications: "venue Nature" });
  assert.is(unknown.code, 1);
  assert.match(
    unknown.output,
    'option "sections.cv.publications" in eleventy.config.js: no publication has the venue "Nature"',
  );
  const none = await build(files, { publications: "year 1900" });
  assert.is(none.code, 0);
  assert.match(
    none.output,
    'option "sections.cv.publications" in eleventy.config.js selects no publication of the site.',
  );
  assert.match(none.html, "Old paper");
  const without = await build({ "cv.yaml": lists }, { publications: "selected" });
  assert.is(without.code, 1);
  assert.match(without.output, "the site has no publications.bib");
});

// Photo

const photo = (image: string): string => `basics: { name: Ada, image: "${image}", summary: Text. }\n`;
const shown = '<img class="photo" src="/assets/ada.svg" alt=""';

for (const [what, image, option, expected] of [
  ["a path of the site is shown", "assets/ada.svg", undefined, shown],
  ["it is not with false", "assets/ada.svg", false, undefined],
  ["a full URL at the own host is not shown", "https://ada.example.org/assets/ada.svg", undefined, undefined],
  [
    "it is with true",
    "https://ada.example.org/assets/ada.svg",
    true,
    '<img class="photo" src="https://ada.example.org/assets/ada.svg"',
  ],
  ["another host is never shown", "https://other.example/ada.jpg", true, undefined],
  [
    "the option names another file, with alternative text",
    "https://other.example/ada.jpg",
    { path: "assets/ada.svg", alt: "Ada" },
    '<img class="photo" src="/assets/ada.svg" alt="Ada"',
  ],
  ["alternative text alone is for the image of the file", "assets/ada.svg", { alt: "Ada" }, 'alt="Ada"'],
] as const) {
  test(`photo: ${what}`, async () => {
    const { code, output, html, files } = await build(
      { "cv.yaml": photo(image), "assets/ada.svg": svg },
      option === undefined ? true : { photo: option },
    );
    assert.is(code, 0, output);
    if (expected) assert.match(html, expected);
    else assert.not.match(html, 'class="photo"');
    assert.not.match(html.replace(/ld\+json">.*/g, ""), "other.example");
    if (expected?.includes('"/assets')) assert.ok(files.includes(path.join("assets", "ada.svg")));
    assert.is(
      image.includes("other") && option === true,
      output.includes("is an image at another host, which is not shown"),
    );
  });
}

test("photo: one next to the file of the CV, and files that are missing", async () => {
  const beside = await build(
    { "data/cv.yaml": photo("me.svg"), "data/me.svg": svg },
    { path: "data/cv.yaml" },
  );
  assert.match(beside.html, 'src="/data/me.svg"');
  const missing = await build({ "cv.yaml": photo("none.svg") });
  assert.is(missing.code, 0);
  assert.match(
    missing.output,
    'field "basics.image" in cv.yaml:1 names a file that does not exist: "none.svg".',
  );
  const option = await build({ "cv.yaml": lists }, { photo: "none.svg" });
  assert.is(option.code, 1);
  assert.match(
    option.output,
    'option "sections.cv.photo" in eleventy.config.js names a file that does not exist: "none.svg".',
  );
  const asked = await build({ "cv.yaml": lists }, { photo: true });
  assert.match(
    asked.output,
    'option "sections.cv.photo" in eleventy.config.js asks for a photo, but cv.yaml names no image.',
  );
});

// As before

test("the fixture is shown as it was: without an image, in the standard's order", async () => {
  const full = readFileSync(path.join(root, "tests/fixtures/resume/full.json"), "utf8");
  const { html, output } = await build({ "resume.json": full });
  assert.is(headings(html).length, 12);
  assert.not.match(html, 'class="photo"');
  assert.not.match(output, "indigo:");
});

test.run();
