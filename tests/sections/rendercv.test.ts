import { suite } from "uvu";
import * as assert from "uvu/assert";
import { titleOf } from "../../plugin/sections/cv/rendercv/read.ts";
import { config, Site } from "../support/site.ts";
import { invalidHtml } from "../support/valid-html.ts";

const test = suite("a CV in RenderCV's format");

const head = `cv:
  name: Ada Lovelace
  headline: Mathematician and *programmer*
  location: London, UK
  email: [ada@example.org, lovelace@example.org]
  phone: tel:+44-20-7946-0000
  website: https://ada.example.org/
  social_networks:
    - { network: GitHub, username: ada }
    - { network: StackOverflow, username: 12/ada }
    - { network: Mastodon, username: "@ada@social.example" }
  custom_connections:
    - { placeholder: Book a call, url: https://call.example.org/ada, fontawesome_icon: calendar }
`;

const sections = `  sections:
    about_me:
      - I write about the *Analytical Engine*, with $B_7 = 0$.
      - See my [notes](https://ada.example.org/notes).
    education:
      - institution: "[Home](https://home.example.org)"
        area: Mathematics
        degree: BSc
        date:
        start_date: 1830-09
        end_date: 1835-06
        location: London
        highlights:
          - Taught by **De Morgan**
          - Reading - Euclid - *Lacroix*
    experience:
      - company: Analytical Lab
        position: Head
        start_date: 1842
        end_date: present
        summary: "Leads:\\n\\n- one\\n- two"
      - { company: Royal Society, position: Fellow, start_date: 1840-01-05, end_date: 1841-01 }
    projects:
      - { name: Engine, url: https://engine.example.org, date: Fall 1843, highlights: [Built nothing] }
      - { name: Loom, end_date: 1840-02 }
    skills:
      - { label: Languages, details: "English, *French*" }
    Invited talks:
      - bullet: At the *Royal Society*
      - bullet: At home
    numbers: [{ number: First }, { number: Second }]
    countdown: [{ reversed_number: New }, { reversed_number: Old }]
    publications:
      - title: Notes
        authors: ["***A. Lovelace***", L. Menabrea]
        doi: 10.1000/xyz
        journal: Memoirs
        date: 1843-09
design: { theme: classic }
locale: { language: english }
settings: { current_date: 1843-09-01 }
`;

const siteWith = (cv: string): Site =>
  new Site({
    "eleventy.config.js": config({
      title: "Ada Lovelace",
      url: "https://site.example.org",
      emails: "plain",
      sections: { cv: true },
    }),
    "cv.yaml": cv,
  });

async function build(cv: string): Promise<{ code: number | null; output: string; html: string }> {
  const site = siteWith(cv);
  try {
    const { code, output } = await site.buildInProcess();
    return { code, output, html: site.has("cv/index.html") ? site.read("cv/index.html") : "" };
  } finally {
    site.remove();
  }
}

/** The HTML of a group, by its id. */
const groupOf = (html: string, id: string): string =>
  new RegExp(`<section class="cv-group[^"]*" id="cv-${id}">([\\s\\S]*?)</section>`).exec(html)?.[1] ?? "";

test("each type of entries is shown, in the order of the file, with Markdown, dates and titles", async () => {
  const site = siteWith(head + sections);
  await site.builtInProcess();
  const html = site.read("cv/index.html");
  assert.equal(await invalidHtml(site, ["cv/"]), []);
  site.remove();

  assert.equal(
    [...html.matchAll(/<h2 class="label">(.*?)<\/h2>/g)].map(([, title]) => title),
    [
      "About Me",
      "Education",
      "Experience",
      "Projects",
      "Skills",
      "Invited talks",
      "Numbers",
      "Countdown",
      "Publications",
    ],
  );
  const shown: Record<string, readonly string[]> = {
    "about-me": [
      "<p>I write about the <em>Analytical Engine</em>, with <math>",
      '<p>See my <a href="https://ada.example.org/notes">notes</a>.</p></div>',
    ],
    education: [
      '<h3 class="title">BSc, Mathematics</h3>',
      '<time datetime="1830-09">Sep 1830</time> – <time datetime="1835-06">Jun 1835</time>',
      '<p class="subtitle"><a href="https://home.example.org">Home</a>, London</p>',
      "<li>Taught by <strong>De Morgan</strong></li><li>Reading<ul><li>Euclid</li><li><em>Lacroix</em></li></ul></li>",
    ],
    experience: [
      '<h3 class="title">Head</h3><p class="period"><time datetime="1842">1842</time> – present</p><p class="subtitle">Analytical Lab</p>',
      '<div class="summary"><p>Leads:</p>\n<ul>\n<li>one</li>',
      '<time datetime="1840-01-05">Jan 1840</time> – <time datetime="1841-01">Jan 1841</time>',
    ],
    projects: [
      '<h3 class="title"><a href="https://engine.example.org">Engine</a></h3><p class="period">Fall 1843</p>',
      '<p class="period"><time datetime="1840-02">Feb 1840</time></p>',
    ],
    skills: ['<h3 class="title">Languages</h3><p class="level">English, <em>French</em></p>'],
    "invited-talks": ['<ul class="highlights"><li>At the <em>Royal Society</em></li><li>At home</li></ul>'],
    numbers: ['<ol class="highlights"><li>First</li><li>Second</li></ol>'],
    countdown: ['<ol class="highlights" reversed><li>New</li><li>Old</li></ol>'],
    publications: [
      '<h3 class="title"><a href="https://doi.org/10.1000/xyz">Notes</a></h3>',
      '<p class="subtitle">Memoirs</p><p class="details"><em><strong>A. Lovelace</strong></em>, L. Menabrea</p>',
    ],
  };
  for (const [id, parts] of Object.entries(shown))
    for (const part of parts)
      assert.ok(groupOf(html, id).includes(part), `${id}: ${part}\n${groupOf(html, id)}`);
  assert.match(html, 'class="cv-group compact" id="cv-skills"');
});

test("the head has every contact and profile, and structured data have texts without marks", async () => {
  const { html } = await build(head + sections);
  for (const part of [
    '<h1 class="name">Ada Lovelace</h1><p class="label">Mathematician and programmer</p>',
    '<li class="place">London, UK</li>',
    'href="mailto:ada@example.org"',
    'href="mailto:lovelace@example.org"',
    'href="tel:+442079460000"',
    '<a href="https://ada.example.org/"><bdi>ada.example.org</bdi></a>',
    '<a href="https://call.example.org/ada"><bdi>Book a call</bdi></a>',
    'href="https://github.com/ada"',
    'href="https://stackoverflow.com/users/12/ada"',
    'href="https://social.example/@ada"',
  ])
    assert.ok(html.includes(part), part);
  const [, json = "{}"] = /ld\+json">(.*ProfilePage.*)<\/script>/.exec(html) ?? [];
  const { mainEntity: person } = JSON.parse(json) as { mainEntity: Record<string, unknown> };
  assert.is(person.jobTitle, "Mathematician and programmer");
  assert.is(person.description, "I write about the Analytical Engine, with $B_7 = 0$. See my notes.");
  assert.equal(person.worksFor, [{ "@type": "Organization", name: "Analytical Lab" }]);
  assert.equal(person.alumniOf, [{ "@type": "EducationalOrganization", name: "Home" }]);
});

const bad: readonly [what: string, cv: string, message: string | RegExp][] = [
  [
    "a date that is none",
    "cv:\n  sections:\n    work:\n      - company: A\n        position: B\n        start_date: autumn\n",
    'field "start_date" of entry 1 of section "work" (ExperienceEntry) in cv.yaml:6 must be a date such as "2014", "2014-06" or "2014-06-29", but it is "autumn".',
  ],
  [
    "a missing field",
    "cv:\n  sections:\n    education:\n      - institution: A\n",
    'missing field "area" of entry 1 of section "education" (EducationEntry) in cv.yaml:4.',
  ],
  [
    "a list that is none",
    "cv:\n  sections:\n    work:\n      - company: A\n        position: B\n        highlights: one\n",
    'field "highlights" of entry 1 of section "work" (ExperienceEntry) in cv.yaml:6 must be a list, but it is "one".',
  ],
  [
    "an entry of no type",
    "cv:\n  sections:\n    work:\n      - compny: A\n",
    /entry 1 of section "work" in cv\.yaml:4 is of no type of RenderCV: .* Did you mean "company"\?/,
  ],
  [
    "an entry that is no value",
    "cv:\n  sections:\n    work:\n      - [a]\n",
    'entry 1 of section "work" in cv.yaml:4 must be a text or a group of named values, but it is ["a"].',
  ],
  [
    "a section that is no list",
    "cv:\n  sections:\n    work: none\n",
    'field "sections.work" of "cv" in cv.yaml:3 must be a list, but it is "none".',
  ],
  [
    "an e-mail address that is none",
    "cv:\n  email: ada\n",
    'field "email" of "cv" in cv.yaml:2 must be an e-mail address',
  ],
  [
    "a URL that would run a script",
    "cv:\n  website: javascript:alert(1)\n",
    'field "website" of "cv" in cv.yaml:2 must be a full URL',
  ],
  [
    "a link that would run a script",
    "cv:\n  custom_connections:\n    - { placeholder: A, url: 'javascript:alert(1)' }\n",
    "in cv.yaml:3 must be a URL such as",
  ],
  [
    "a root that is no group",
    "cv: none\n",
    'fields of "cv" in cv.yaml:1 must be a group of named values, but it is "none".',
  ],
];

for (const [what, cv, message] of bad) {
  test(`${what} fails the build with file, line and field`, async () => {
    const { code, output } = await build(cv);
    assert.is(code, 1, output);
    assert.match(output, message);
    assert.not.match(output, "    at ");
  });
}

test("what is not shown is a warning with its line: unknown fields, networks, empty sections; and reversed periods", async () => {
  const { code, output, html } = await build(`cv:
  name: Ada
  hedline: A
  social_networks:
    - { network: GitHb, username: ada }
  sections:
    empty:
    work:
      - company: A
        position: B
        revenue: 5
        start_date: 2014
        end_date: 2013
desgn: {}
`);
  assert.is(code, 0, output);
  for (const warning of [
    'unknown field "hedline" of "cv" in cv.yaml:3; it is not shown. Did you mean "headline"?',
    'network "GitHb" in cv.yaml:5 is unknown. Did you mean "GitHub"?',
    'section "empty" in cv.yaml:7 has no entries.',
    'unknown field "revenue" of entry 1 of section "work" (ExperienceEntry) in cv.yaml:11; it is not shown.',
    'field "end_date" of entry 1 of section "work" in cv.yaml:13 is before the start date, 2014.',
    'unknown field "desgn" in cv.yaml:14; it is not shown. Did you mean "design"?',
  ])
    assert.match(output, warning);
  assert.match(html, "GitHb");
});

test("hostile texts run no script", async () => {
  const { html, output } = await build(`cv:
  name: "<script>x</script>"
  sections:
    "<b>work</b>":
      - "<img src=x onerror=alert(1)> [a](javascript:alert(1)) ![b](https://other.example/b.png)"
      - company: "<i>A</i>"
        position: "[x](javascript:alert(1))"
        highlights: ["<script>y</script>"]
`);
  assert.not.match(html, /<script>[xy]|<img[^>]*onerror|href="javascript|<i>A|other\.example\/b\.png" alt/);
  assert.match(html, "&lt;b&gt;work&lt;/b&gt;");
  assert.match(html, '<a href="https://other.example/b.png">b</a>');
  assert.match(output, "cv.yaml:5");
});

test("titles are RenderCV's", () => {
  for (const [name, title] of [
    ["education_and_training", "Education and Training"],
    ["experience", "Experience"],
    ["Invited talks", "Invited talks"],
    ["iOS", "iOS"],
    ["my talks", "my talks"],
  ] as const)
    assert.is(titleOf(name), title);
});

test.run();
