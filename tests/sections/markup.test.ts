import { suite } from "uvu";
import * as assert from "uvu/assert";
import { elementsOf } from "../support/elements.ts";
import { payloads } from "../support/payloads.ts";
import { config, page, Site } from "../support/site.ts";

// Whoever sends a data file must not run scripts in the browsers of a site's readers, and pages load nothing from other
// hosts unless the author asks for it.

const test = suite("markup in data");

/** The sections with Markdown: the required fields of an entry, and the field with its text. */
const sections = {
  news: ["text", { date: "2024-03-05" }],
  talks: ["abstract", { title: "Talk", year: 2024 }],
  teaching: ["description", { title: "Course" }],
  people: ["bio", { name: "Ada" }],
  projects: ["description", { title: "Engine" }],
} as const;

const names = Object.keys(sections) as (keyof typeof sections)[];

/** The options of the two modes, whose Markdown libraries differ. */
const modes = { Eleventy: {}, Jekyll: { jekyll: true } } as const;

/** Returns a site with a data file of each section, with an entry for each text. */
const siteOf = (texts: readonly string[], options: object = {}, section: unknown = true): Site =>
  new Site({
    "eleventy.config.js": config({
      title: "Ada",
      url: "https://ada.example",
      sections: Object.fromEntries(names.map((name) => [name, section])),
      ...options,
    }),
    "index.md": page("Home"),
    "all.md": page("All", names.map((name) => `{% ${name} %}`).join("\n\n")),
    ...Object.fromEntries(
      names.map((name) => {
        const [field, entry] = sections[name];
        return [`${name}.json`, JSON.stringify(texts.map((text) => ({ ...entry, [field]: text })))];
      }),
    ),
  });

/** Returns what could run or load something in a page: elements with their attributes. */
function unsafe(html: string): string[] {
  const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
  return elementsOf(main).flatMap(({ name, attributes }) => {
    const isBad = Object.entries(attributes).some(([key, value]) => {
      if (/^(on|data-src|srcset|srcdoc|style|ping|formaction|action)/.test(key)) return true;
      const compact = value.replaceAll(/[\0- ]/g, "");
      if (/^(href|src)$/.test(key) && /^(javascript|vbscript|data|blob|file):/i.test(compact)) return true;
      // On a page with HTTP, as `https:host` is a path on others.
      return key === "src" && new URL(value, "http://site.invalid/").host !== "site.invalid";
    });
    const isAllowed = !/^(script|style|iframe|object|embed|base|meta|link|form|video|audio)$/.test(name);
    return isBad || !isAllowed ? [`<${name} ${JSON.stringify(attributes)}>`] : [];
  });
}

const host = "https://evil.example";

/** Attacks by the syntax of Markdown and its extensions. */
const markdown = [
  ...payloads.filter((payload) => payload.trim() !== "" && payload.length < 300),
  `![a](${host}/a.png)`,
  "![a](//evil.example/a.png)",
  "![a](\\\\\\\\evil.example\\\\a.png)",
  "![a](/\\\\evil.example/a.png)",
  "![a](https:evil.example/a.png)",
  `![a][b]\n\n[b]: ${host}/a.png`,
  `[![a](${host}/a.png)](/x/)`,
  `![a](${host}/a.png "With a *caption*")`,
  "![a](/a.png){: src='//evil.example/x.png'}",
  "![a](/a.png){: onerror='hit()' srcset='//evil.example/x.png'}",
  "![a](/a.png)\n{: style='background:url(//evil.example/x)'}",
  "[a](/b){: href='java&#10;script:hit()' onclick='hit()'}",
  "[a](/b){: href='java\nscript:hit()'}",
  "{:x: onclick='hit()'}\n\ntext\n{:x}",
  "text\n{: data-src='//evil.example/x.js' onmouseover='hit()'}",
  "{::nomarkdown}<img src=x onerror=hit()>{:/}",
  "a {::nomarkdown}<img src=x onerror=hit()>{:/nomarkdown} b",
  "{::nomarkdown}\n<script>hit()</script>\n{:/}",
  '{::options parse_block_html="true" /}\n<div onclick="hit()" markdown="1">x</div>',
  `# ![a](${host}/a.png) <img src=x onerror=hit()>\n\n* toc\n{:toc onclick="hit()"}`,
  "*[HTML]: <img src=x onerror=hit()>\n\nHTML",
  "x[^1]\n\n[^1]: <img src=x onerror=hit()>",
  "- [x] <img src=x onerror=hit()>",
  '| <img src=x onerror=hit()> | b |\n|---|---|\n| <svg onload="hit()"> | c |\n',
  "> <script>hit()</script>\n\n    <script>hit()</script>\n\n`<script>hit()</script>`",
  "[a](&#x6A;avascript:hit()) [a](java&Tab;script:hit()) [a](JAVASCRIPT:hit()) [a](\u0001javascript:hit())",
  "<javascript:hit()> [a](<java\tscript:hit()>) [a](data:image/png;base64,AAAA) [a](vbscript:hit())",
  "$\\href{javascript:hit()}{x}$ $$\\text{<img src=x onerror=hit()>}$$",
  "[toString][] [__proto__][]\n\n[__proto__]: javascript:hit()",
  "Term\n: <iframe srcdoc='<script>hit()</script>'></iframe>",
];

for (const [mode, options] of Object.entries(modes)) {
  test(`no text of a section runs a script or loads from another host: ${mode}`, async () => {
    const site = siteOf(markdown, { math: true, ...options });
    try {
      await site.builtInProcess();
      for (const url of site.pages())
        assert.equal(unsafe(site.read(`${url}index.html`.replace(/(\.html)index\.html$/, "$1"))), [], url);
      assert.match(site.read("news/index.html"), "&lt;script&gt;hit()&lt;/script&gt;");
    } finally {
      site.remove();
    }
  });

  test(`HTML in a section is shown as text, with a warning, unless the section allows it: ${mode}`, async () => {
    const texts = [
      "Plain *text* with 1 < 2",
      "<b>Bold</b> and <!-- a --> *soft*",
      `![Alt](${host}/far/a.png)`,
    ];
    const off = siteOf(texts, options);
    const on = siteOf(texts, options, { html: true });
    try {
      const quiet = await off.buildInProcess();
      assert.is(quiet.code, 0, quiet.output);
      for (const name of names) {
        const [field] = sections[name];
        const where = `indigo: field "${field}" of ${name === "news" ? "news 2" : ""}`;
        assert.match(quiet.output, where);
        assert.match(quiet.output, `to { ${name}: { html: true } }`);
        // A line for each language or page would be too many.
        const lines = quiet.output.split("\n").filter((line) => line.includes(`{ ${name}: {`));
        assert.is(lines.length, 2, lines.join("\n"));
      }
      assert.match(quiet.output, /news 2 in news\.json\S* has HTML, which is shown as text\./);
      assert.match(quiet.output, /news 3 in news\.json\S* shows an image at another host/);
      const html = off.read("news/index.html");
      assert.match(html, "&lt;b&gt;Bold&lt;/b&gt; and ");
      assert.match(html, "<em>soft</em>");
      assert.match(html, '<a href="https://evil.example/far/a.png">Alt</a>');

      const { code, output } = await on.buildInProcess();
      assert.is(code, 0, output);
      assert.not.match(output, "indigo:");
      assert.match(on.read("news/index.html"), "<b>Bold</b> and <!-- a --> <em>soft</em>");
      assert.match(on.read("news/index.html"), '<img src="https://evil.example/far/a.png" alt="Alt"');
    } finally {
      off.remove();
      on.remove();
    }
  });
}

test("an image at another host in a field of data is a link, with a warning", async () => {
  const photo = "https://elsewhere.example/me%20too.jpg";
  const files = {
    "index.md": page("Home"),
    "people.yaml": `- { name: Ada, photo: "${photo}" }\n- { name: Own, photo: "https://ada.example/me.jpg" }\n`,
    "projects.yaml": `- { title: Engine, picture: "${photo}?x=1", alt: A machine }\n- { title: Loom, picture: "${photo}" }\n`,
    "publications.bib": `@article{a, title = {T}, year = 2020, preview = {${photo}}}\n@article{b, title = {U}, year = 2021, preview = {https://ada.example/p.jpg}}\n`,
  };
  const options = { title: "Ada", url: "https://ada.example" };
  const build = async (sections: object): Promise<[Site, string]> => {
    const site = new Site({ ...files, "eleventy.config.js": config({ ...options, sections }) });
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    return [site, output];
  };
  const [site, output] = await build({ people: true, projects: true });
  const [trusting] = await build({ people: { html: true }, projects: { html: true } });
  try {
    const all = ["people", "projects", "publications"].map((name) => site.read(`${name}/index.html`));
    const images = all.flatMap((html) => elementsOf(html).filter(({ name }) => name === "img"));
    assert.equal(
      images.map(({ attributes }) => attributes.src),
      ["https://ada.example/me.jpg", "https://ada.example/p.jpg"],
    );
    assert.match(all[0] ?? "", `<a href="${photo}">me too.jpg</a>`);
    assert.match(all[1] ?? "", `<a href="${photo}?x=1">A machine</a>`);
    assert.match(all[2] ?? "", `<a href="${photo}">me too.jpg</a>`);
    assert.match(
      output,
      `indigo: field "photo" of person "Ada" in people.yaml:1 names an image at another host`,
    );
    assert.match(output, `indigo: field "picture" of project "Engine" in projects.yaml:1 names an image at`);
    assert.match(
      output,
      /indigo: field "preview" of publication "a" in publications\.bib:1 names an image at/,
    );
    assert.match(trusting.read("people/index.html"), `src="${photo}"`);
  } finally {
    site.remove();
    trusting.remove();
  }
});

test("titles of publications have the markup of CSL only", async () => {
  const title =
    "On <i>this</i>, CO<sub>2</sub>, <b>x</b><sup>3</sup> <img src=x onerror=hit()> and <i onclick=hit()>that</i>";
  const item = {
    type: "article-journal",
    title,
    abstract: title,
    author: [{ literal: title }],
    "container-title": title,
  };
  const site = new Site({
    "eleventy.config.js": config({
      title: "Ada",
      url: "https://ada.example",
      bibliography: ["a.json", "a.bib", "a.yaml"],
    }),
    "index.md": page("Home", "{% publications %}"),
    "a.json": JSON.stringify([{ id: "a", ...item, issued: { "date-parts": [[2020]] } }]),
    "a.bib": `@article{b, title = {${title}}, journal = {${title}}, abstract = {${title}}, year = 2020}\n`,
    "a.yaml": JSON.stringify([
      { id: "c", title, abstract: title, venue: title, authors: [title], year: 2020 },
    ]),
  });
  try {
    await site.builtInProcess();
    for (const url of ["", "publications/", "publications/a/", "publications/b/", "publications/c/"]) {
      const html = site.read(`${url}index.html`);
      assert.equal(unsafe(html), [], url);
    }
    const html = site.read("publications/a/index.html");
    assert.match(
      html,
      "On <i>this</i>, CO<sub>2</sub>, <b>x</b><sup>3</sup> &lt;img src=x onerror=hit()&gt;",
    );
    assert.match(html, "and &lt;i onclick=hit()&gt;that");
    // BibTeX and the theme's own format have no tags.
    for (const id of ["b", "c"]) {
      assert.match(site.read(`publications/${id}/index.html`), "On &lt;i&gt;this&lt;/i&gt;, CO&lt;sub&gt;2");
    }
  } finally {
    site.remove();
  }
});

test("files in a folder are the author's pages: their text keeps HTML, their fields do not", async () => {
  const site = new Site({
    "eleventy.config.js": config({ title: "Ada", sections: { people: true } }),
    "index.md": page("Home"),
    "people/ada.md": "---\nname: Ada\n---\nWrites <b>programs</b>.\n",
    "people/grace.md": '---\nname: Grace\nbio: "Finds <b>bugs</b>."\n---\nText\n',
  });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    const html = site.read("people/index.html");
    assert.match(html, "Writes <b>programs</b>.");
    assert.match(html, "Finds &lt;b&gt;bugs&lt;/b&gt;.");
    assert.match(output, /indigo: field "bio" in people\/grace\.md:3 has HTML, which is shown as text/);
  } finally {
    site.remove();
  }
});

for (const isJekyll of [true, false]) {
  test(`HTML in the texts of options is shown as text, with a warning: ${isJekyll ? "_config.yml" : "options"}`, async () => {
    const bio = "On <b>engines</b> &amp; <!-- a --> looms";
    const own = {
      title: "Ada",
      bio,
      authors: { a: { name: "A", bio }, b: { name: "B", bio: "1 < 2 & 3 > 2" } },
    };
    const site = new Site({
      "eleventy.config.js": config(
        isJekyll ? { config: "_config.yml" } : { ...own, languages: { fr: { bio } } },
      ),
      "_config.yml": isJekyll ? JSON.stringify(own) : "",
      "index.md": page("Home", "", "home"),
    });
    try {
      const { code, output } = await site.buildInProcess();
      assert.is(code, 0, output);
      const places = isJekyll
        ? ['key "authors.a.bio" in _config.yml:1']
        : ["bio", "authors.a.bio", "languages.fr.bio"].map(
            (name) => `option "${name}" in eleventy.config.js`,
          );
      const warnings = output.split("\n").filter((line) => line.includes("has HTML"));
      assert.is(warnings.length, places.length, output);
      for (const place of places) assert.match(output, `indigo: ${place} has HTML, which is shown as text.`);
      // As with Indigo on Jekyll, the bio of a `_config.yml` has its markup in the header.
      const shown = isJekyll ? "On <b>engines</b> &amp;  looms" : "On &lt;b&gt;engines&lt;/b&gt; &amp;amp; ";
      assert.match(site.read("index.html"), shown);
    } finally {
      site.remove();
    }
  });
}

test("a mistake in the option of a section is named", async () => {
  const site = new Site({
    "eleventy.config.js": config({
      title: "Ada",
      sections: { news: { htlm: true }, talks: { html: "yes" }, cv: 3 },
    }),
    "index.md": page("Home"),
  });
  const { code, output } = await site.buildInProcess();
  site.remove();
  assert.is(code, 1);
  assert.match(output, 'unknown option "sections.news.htlm" in eleventy.config.js. Did you mean "html"?');
  assert.match(output, 'option "sections.talks.html" in eleventy.config.js must be true or false');
  assert.match(output, 'option "sections.cv" in eleventy.config.js must be true or false or text');
});

test.run();
