import { suite } from "uvu";
import * as assert from "uvu/assert";
import { failsToBuild } from "../support/fails.ts";
import { codeCell, markdownCell, notebook } from "../support/notebook.ts";
import { config } from "../support/site.ts";
import { withWarnings } from "../support/warnings.ts";

const test = suite("authors of posts and their affiliations");

const post = (fields: string): string =>
  `---\nlayout: post\ntags: posts\ntitle: T\ndate: 2024-03-05\n${fields}\n---\nText.\n`;

const options = {
  title: "Lab",
  url: "https://example.org",
  citePosts: true,
  authors: { ada: { name: "Ada Lovelace", orcid: "0000-0002-1825-0097", url: "/about/" } },
  sections: { people: true },
};

const people =
  "- { id: charles, name: Charles Babbage, role: Engineer, social: { orcid: 0000-0001-5109-3700 } }\n";

interface Shown {
  authors: string[];
  affiliations: string[];
  notes: string[];
}

/** The byline of a page as texts, with marks in braces; undefined if there is none. */
function bylineIn(html: string): Shown | undefined {
  const whole = /<div class="byline">.*?<\/div>/s.exec(html)?.[0];
  if (whole === undefined) return undefined;
  const items = (name: string): string[] =>
    [
      ...(new RegExp(`<ul class="${name}">(.*?)</ul>`, "s").exec(whole)?.[1] ?? "").matchAll(
        /<li>(.*?)<\/li>/gs,
      ),
    ].map(([, item = ""]) =>
      item
        .replaceAll(/ <a class="orcid".*?<\/a>/gs, "")
        .replaceAll(/<sup>(.*?)<\/sup>/g, "{$1}")
        .replaceAll(/<[^>]*>/g, "")
        .replaceAll("&#64;", "@")
        .replaceAll("&#46;", ".")
        .trim(),
    );
  return { authors: items("authors"), affiliations: items("affiliations"), notes: items("notes") };
}

const jsonLdIn = (html: string): Record<string, unknown> =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? "{}") as Record<
    string,
    unknown
  >;

/** The forms in which authors bring their front matter: each shows the same. */
const forms: Record<string, string> = {
  own: `authors:
  - { id: ada, affiliations: [lab, royal], equal: true, corresponding: true, email: ada@example.org }
  - { name: Luigi Menabrea, affiliations: turin, equal: true }
affiliations:
  - { id: lab, name: Lab, department: Looms, city: London }
  - { id: royal, name: Royal Society }
  - { id: turin, name: University of Turin }`,
  quarto: `author:
  - name: Ada Lovelace
    email: ada@example.org
    attributes: { corresponding: true, equal-contributor: true }
    roles: [writing]
    affiliations: [{ ref: lab }, { ref: royal }]
  - name: { given: Luigi, family: Menabrea }
    equal-contributor: true
    affiliation: { name: University of Turin }
affiliations:
  - { id: lab, name: Lab, department: Looms, city: London, postal-code: W1 }
  - { id: royal, name: Royal Society }`,
  "quarto, in place": `author:
  - name: Ada Lovelace
    email: ada@example.org
    corresponding: true
    equal-contributor: true
    affiliations: [{ id: lab, name: "Looms, Lab, London" }, Royal Society]
  - name: Luigi Menabrea
    equal-contributor: true
    affiliations: [University of Turin]`,
  joss: `authors:
  - { name: Ada Lovelace, affiliation: "1, 2", corresponding: true, email: ada@example.org, equal: true }
  - { name: Luigi Menabrea, affiliation: 3, equal: true }
affiliations:
  - { name: "Looms, Lab, London", index: 1 }
  - { name: Royal Society, index: 2 }
  - { name: University of Turin, index: 3 }`,
  "ids as keys": `authors:
  - { name: Ada Lovelace, affiliations: [a, b], corresponding: true, email: ada@example.org, equal_contributor: true }
  - { name: Luigi Menabrea, affiliations: [c], equal: true }
affiliations: { a: "Looms, Lab, London", b: { institution: Royal Society }, c: University of Turin }`,
};

test("the forms of Quarto, MyST and JOSS show the same as the theme's own", async () => {
  const names = Object.keys(forms);
  await withWarnings(
    {
      "eleventy.config.js": config(options),
      "people.yaml": people,
      ...Object.fromEntries(names.map((name, index) => [`p${index}.md`, post(forms[name] ?? "")])),
    },
    (site, warnings) => {
      assert.equal(warnings, []);
      for (const [index, name] of names.entries())
        assert.equal(
          bylineIn(site.read(`p${index}/index.html`)),
          {
            authors: ["Ada Lovelace{1,2,*,†}", "Luigi Menabrea{3,*}"],
            affiliations: ["{1} Looms, Lab, London", "{2} Royal Society", "{3} University of Turin"],
            notes: ["{*} equal contribution", "{†} Correspondence: ada@example.org"],
          },
          name,
        );
    },
  );
});

test("all places that name authors have each of them; a post with keys only looks as before", async () => {
  await withWarnings(
    {
      "eleventy.config.js": config(options),
      "people.yaml": people,
      "a.md": post(`${forms.own}`),
      "b.md": post("author: [ada, charles]"),
      "c.md": post("authors: [charles, ada]\naffiliations: { name: Lab, url: /lab/ }"),
      "d.md": post("author: ada"),
      "e.md": post(
        "authors:\n  - { name: Ada, url: https://a.example.org, affiliation: Institute, affiliation_url: https://i.example.org }",
      ),
      "f.md": post(
        "title: Distill\nauthors:\n  - { name: Ada, affiliations: { name: 'IAS, Princeton' } }",
      ).replace("title: T\n", ""),
    },
    (site, warnings) => {
      assert.equal(warnings, []);
      const a = site.read("a/index.html");
      assert.match(a, '<meta name="author" content="Ada Lovelace, Luigi Menabrea">');
      assert.equal(
        [...a.matchAll(/<meta name="citation_author(\w*)" content="([^"]*)">/g)].map(
          ([, kind, text]) => `${kind} ${text}`,
        ),
        [
          " Ada Lovelace",
          "_institution Looms, Lab, London",
          "_institution Royal Society",
          " Luigi Menabrea",
          "_institution University of Turin",
        ],
      );
      const organization = (name: string) => ({ "@type": "Organization", name });
      assert.equal(jsonLdIn(a).author, [
        {
          "@type": "Person",
          name: "Ada Lovelace",
          url: "https://example.org/about/",
          identifier: {
            "@type": "PropertyValue",
            propertyID: "ORCID",
            value: "0000-0002-1825-0097",
            url: "https://orcid.org/0000-0002-1825-0097",
          },
          sameAs: "https://orcid.org/0000-0002-1825-0097",
          affiliation: [organization("Looms, Lab, London"), organization("Royal Society")],
        },
        { "@type": "Person", name: "Luigi Menabrea", affiliation: organization("University of Turin") },
      ]);
      assert.match(a, 'href="https://orcid.org/0000-0002-1825-0097"');
      const feed = site.read("feed.xml");
      assert.match(
        feed,
        "<author><name>Ada Lovelace</name></author>\n<author><name>Luigi Menabrea</name></author>",
      );

      // Keys only: as Indigo.
      for (const name of ["b", "d"]) assert.is(bylineIn(site.read(`${name}/index.html`)), undefined, name);
      assert.match(site.read("b/index.html"), '<h2 class="name">Ada Lovelace, Charles Babbage</h2>');
      assert.match(site.read("b/index.html"), "Lovelace, A., &#38; Babbage, C.");
      // `authors` are shown; the only institution is that of all.
      const c = site.read("c/index.html");
      assert.equal(bylineIn(c), {
        authors: ["Charles Babbage", "Ada Lovelace"],
        affiliations: ["Lab"],
        notes: [],
      });
      assert.match(c, '<li><a href="/lab/">Lab</a></li>');
      const [first] = jsonLdIn(c).author as { "@id": string; affiliation: object }[];
      assert.is(first?.["@id"], "https://example.org/people/#charles");
      assert.equal(first?.affiliation, {
        "@type": "Organization",
        name: "Lab",
        url: "https://example.org/lab/",
      });
      const e = site.read("e/index.html");
      assert.match(e, '<a href="https://a.example.org" rel="author">Ada</a>');
      assert.match(e, '<a href="https://i.example.org">Institute</a>');
      assert.equal(bylineIn(site.read("f/index.html"))?.affiliations, ["IAS, Princeton"]);
    },
  );
});

test("an author of the options has affiliations in every post; e-mail addresses are encoded", async () => {
  await withWarnings(
    {
      "eleventy.config.js": config({
        title: "Lab",
        authors: {
          ada: { name: "Ada", affiliations: ["Lab", { name: "Society", url: "https://s.example.org" }] },
        },
      }),
      "a.md": post("author: ada"),
      "b.md": post("author: { id: ada, affiliations: Other, corresponding: true, email: a@example.org }"),
    },
    (site, warnings) => {
      assert.equal(warnings, []);
      assert.equal(bylineIn(site.read("a/index.html"))?.affiliations, ["Lab", "Society"]);
      const b = site.read("b/index.html");
      assert.equal(bylineIn(b), {
        authors: ["Ada"],
        affiliations: ["Other"],
        notes: ["Correspondence: a@example.org"],
      });
      assert.not.match(b, "a@example.org");
    },
  );
});

test("global data of these names is not of a post, and a notebook has authors as others have", async () => {
  await withWarnings(
    {
      "eleventy.config.js": config({ title: "Lab" }),
      "_data/authors.json": '[{ "name": "Nobody", "rank": 1 }]',
      "_data/affiliations.json": '["Nowhere"]',
      "a.md": post("author: Ada"),
      "b.ipynb": notebook([markdownCell("Text"), codeCell("x")], {
        title: "N",
        layout: "post",
        tags: ["posts"],
        authors: [{ name: "Grace", affiliations: ["navy"] }, { name: "Ada" }],
        affiliations: [{ id: "navy", name: "Navy" }],
      }),
      "c.ipynb": notebook([markdownCell("Text")], {
        title: "M",
        layout: "post",
        tags: ["posts"],
        authors: [{ name: "Grace" }],
      }),
    },
    (site, warnings) => {
      assert.equal(warnings, []);
      assert.is(bylineIn(site.read("a/index.html")), undefined);
      assert.equal(bylineIn(site.read("b/index.html")), {
        authors: ["Grace{1}", "Ada"],
        affiliations: ["{1} Navy"],
        notes: [],
      });
      assert.is(bylineIn(site.read("c/index.html")), undefined);
    },
  );
});

test("what is wrong is reported with file and line, and the rest is shown", async () => {
  const faulty = `authors:
  - name: Ada
    affiliations: labb
    orcid: 0000-0002-1825-0098
    emial: x
  - { name: Grace, affiliations: [{ ref: turi }, 3], url: "javascript:alert(1)", equal: maybe }
  - 5
  - email: nobody@example.org
  - chrles
affiliations:
  - { id: lab, name: Lab, utl: x }
  - { id: turin, name: Turin }`;
  const { authors: _, ...withoutAuthors } = options;
  await withWarnings(
    {
      "eleventy.config.js": config(withoutAuthors),
      "people.yaml": people,
      "a.md": post(faulty),
      "b.md": post("authors: [Ada]\naffiliations: [{ id: x, name: X }, { id: y, name: Y }]"),
    },
    (site, warnings) => {
      assert.equal(
        warnings.sort(),
        [
          'unknown field "affiliations[0].utl" in a.md:16; it has no effect. Did you mean "url"?',
          'field "authors[0].orcid" in a.md:9 must be an ORCID iD with the last character "7", the check digit of the others, but it is "0000-0002-1825-0098"; it has no effect.',
          'unknown field "authors[0].emial" in a.md:10; it has no effect. Did you mean "email"?',
          'field "authors[0].affiliations" in a.md:8 names "labb", but no affiliation has that id; it is shown as a name. Did you mean "lab"?',
          'field "authors[1].url" in a.md:11 must be a URL such as "https://example.org/", "mailto:me@example.org" or "/blog/", but it is "javascript:alert(1)"; it has no effect.',
          'field "authors[1].equal" in a.md:11 must be true or false, but it is "maybe"; it has no effect.',
          'field "authors[1].affiliations[0]" in a.md:11 names "turi", but no affiliation has that id; it is left out. Did you mean "turin"?',
          'field "authors[1].affiliations[1]" in a.md:11 names "3", but no affiliation has that id; it is left out.',
          'field "authors[2]" in a.md:12 must be text or a group of named values, but it is 5; it is left out.',
          'field "authors[3]" in a.md:13 must have a "name" or an "id"; it is left out.',
          'field "authors" in a.md:7 names "chrles", but no person has that id; it is shown as a name. Did you mean "charles"?',
          'field "affiliations" in b.md:7 has no effect, since no author has "affiliations" with one of its ids.',
        ]
          .map((message) => `indigo: ${message}`)
          .sort(),
      );
      const html = site.read("a/index.html");
      assert.equal(bylineIn(html), {
        authors: ["Ada{1}", "Grace", "chrles"],
        affiliations: ["{1} labb"],
        notes: [],
      });
      assert.not.match(html, "javascript:");
    },
  );
});

test("an author whom neither options nor people have stops the build, as before", async () => {
  await failsToBuild(
    { "eleventy.config.js": config(options), "people.yaml": people, "a.md": post("authors: [chrles]") },
    [
      'field "authors" in a.md is "chrles", which neither the option "authors" nor the people have. Did you mean "charles"?',
    ],
  );
  await failsToBuild({ "a.md": post("author: true") }, [
    'field "author" in a.md must be text, a group with a name, or a list of these, but it is true.',
  ]);
  await failsToBuild(
    {
      "eleventy.config.js": config({
        title: "A",
        authors: { ada: { name: "Ada", affiliations: [{ nme: "Lab" }] } },
      }),
    },
    ['unknown option "authors.ada.affiliations[0].nme" in eleventy.config.js. Did you mean "name"?'],
  );
});

test("with the option, a name with white space is that of a guest, and the name of one of the authors is theirs", async () => {
  await withWarnings(
    {
      "eleventy.config.js": config({
        title: "Lab",
        authors: { ada: { name: "Ada Lovelace", bio: "Mathematician", affiliations: "Lab" } },
      }),
      "a.md": post("authors: [Ada Lovelace, Emmy Noether]"),
      "b.md": post("author: Emmy Noether"),
      "c.md": post("authors: [Ada Lovelace]"),
    },
    (site, warnings) => {
      assert.equal(warnings, []);
      const a = site.read("a/index.html");
      assert.equal(bylineIn(a)?.authors, ["Ada Lovelace{1}", "Emmy Noether"]);
      // They stand below the title, and only links to share remain at the end.
      assert.not.match(a, '<h2 class="name">');
      assert.match(site.read("b/index.html"), '<h2 class="name">Emmy Noether</h2>');
      assert.match(
        site.read("c/index.html"),
        '<h2 class="name">Ada Lovelace</h2>\n<p class="bio">Mathematician</p>',
      );
    },
  );
  const options = { title: "Lab", authors: { ada: { name: "Ada" }, "grace h": { name: "Grace" } } };
  await failsToBuild({ "eleventy.config.js": config(options), "a.md": post("authors: [emmy]") }, [
    'field "authors" in a.md is "emmy", which the option "authors" does not have. Known: "ada" or "grace h". Write a name as { name: "emmy" }.',
  ]);
  await failsToBuild({ "eleventy.config.js": config(options), "a.md": post("authors: [grace j]") }, [
    'field "authors" in a.md is "grace j", which the option "authors" does not have. Did you mean "grace h"?',
  ]);
});

test("texts of authors are text in pages", async () => {
  const evil = "<img src=x onerror=alert(1)>";
  await withWarnings(
    {
      "eleventy.config.js": config({ title: "Lab" }),
      "a.md": post(`authors:\n  - { name: ${JSON.stringify(evil)}, affiliation: ${JSON.stringify(evil)} }`),
    },
    (site) => {
      assert.not.match(site.read("a/index.html"), "<img src=x");
      assert.match(site.read("a/index.html"), "&lt;img src=x");
    },
  );
});

test.run();
