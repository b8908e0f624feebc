import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, Site } from "../support/site.ts";

const test = suite("layouts");

/** Builds a site of these files, with the plugin, and hands it over. */
async function withSite(files: Record<string, string>, use: (site: Site) => void): Promise<void> {
  const site = new Site({ "eleventy.config.js": config({ title: "Edward Hu" }), ...files });
  try {
    use(await site.builtInProcess());
  } finally {
    site.remove();
  }
}

const count = (text: string, what: string | RegExp): number => text.split(what).length - 1;

test("a page of text has the navigation, its words and the footer, but no header", () =>
  withSite({ "index.md": page("Home"), "teaching.md": page("Teaching", "Two courses.") }, (site) => {
    const html = site.read("teaching/index.html");
    assert.ok(html.startsWith('<!DOCTYPE html>\n<html lang="en" dir="ltr">'), html.slice(0, 80));
    assert.match(html, "<title>Teaching | Edward Hu</title>");
    assert.match(html, '<main class="page teaching"');
    assert.match(html, "<p>Two courses.</p>");
    assert.match(html, '<a class="link" href="/">Home</a>');
    assert.match(html, 'class="footer-main"');
    assert.not.match(html, "header-home");
    assert.is(count(html, "<main"), 1);
    assert.is(count(html, "</div>"), count(html, "<div"));
  }));

test("the page at the site's root has the header, whatever its title", () =>
  withSite({ "index.md": page("Startseite") }, (site) => {
    const html = site.read("index.html");
    assert.match(html, '<header class="header-home">');
    assert.match(html, '<h1 class="title">Edward Hu</h1>');
    assert.match(html, '<main class="page home"');
    assert.match(html, "<title>Edward Hu</title>");
  }));

test("a page that is titled Home is no home page for that", () =>
  withSite({ "index.md": page("Willkommen"), "wohnen.md": page("Home") }, (site) => {
    assert.not.match(site.read("wohnen/index.html"), "header-home");
  }));

test("layout home makes a home page at any address", () =>
  withSite({ "de/index.md": page("Startseite", "", "home") }, (site) => {
    const html = site.read("de/index.html");
    assert.match(html, '<header class="header-home">');
    assert.match(html, '<main class="page home"');
  }));

test("front matter says whether the header shows and which page styles apply", () =>
  withSite(
    {
      "index.md": "---\nlayout: page\nshowHeader: false\n---\nHello.\n",
      "ueber-mich.md": "---\nlayout: page\ntitle: Über mich\npageClass: about\nshowHeader: true\n---\n",
    },
    (site) => {
      assert.not.match(site.read("index.html"), "header-home");
      const about = site.read("ueber-mich/index.html");
      assert.match(about, '<main class="page about"');
      assert.match(about, '<header class="header-home">');
    },
  ));

test("every page has one heading of the first level", () =>
  withSite(
    {
      "index.md": page("Home"),
      "silent.md": page("Silent", "No heading."),
      "loud.md": page("Loud", "# A heading of its own"),
    },
    (site) => {
      assert.match(site.read("silent/index.html"), '<h1 class="visually-hidden">Silent</h1>');
      assert.match(site.read("loud/index.html"), '<h1 id="a-heading-of-its-own">A heading of its own</h1>');
      for (const file of ["index.html", "silent/index.html", "loud/index.html"]) {
        assert.is(count(site.read(file), "<h1"), 1, file);
      }
    },
  ));

test("a page's description comes before the site's", () =>
  withSite({ "a.md": '---\nlayout: page\ntitle: A\ndescription: "About \\"A\\""\n---\n' }, (site) => {
    assert.match(site.read("a/index.html"), '<meta name="description" content="About &quot;A&quot;">');
  }));

test("an author's layout of the same name wins, in any language", () =>
  withSite(
    {
      "_includes/page.liquid": "<body>mine: {{ content }}</body>",
      "a.md": page("A", "words"),
      "b.md": page("B", "words", "default"),
    },
    (site) => {
      assert.is(site.read("a/index.html"), "<body>mine: <p>words</p>\n</body>");
      assert.match(site.read("b/index.html"), 'class="wrapper-normal"');
    },
  ));

for (const partial of ["head", "header", "nav", "social-links", "footer"]) {
  test(`an author's partial takes the place of indigo/parts/${partial}.njk`, () =>
    withSite(
      {
        [`_includes/indigo/parts/${partial}.njk`]: `<i>my ${partial} of {{ site.title }}</i>`,
        "index.md": page("Home"),
        "a.md": page("A"),
      },
      (site) => {
        const html = site.read("index.html") + site.read("a/index.html");
        assert.match(html, `<i>my ${partial} of Edward Hu</i>`);
      },
    ));
}

test("a layout that extends the theme's changes only the blocks that it names", () =>
  withSite(
    {
      "_includes/page.njk":
        '{% extends "indigo/page.njk" %}{% block footer %}<footer>mine</footer>{% endblock %}' +
        '{% block head %}{{ super() }}<meta name="generator" content="me">{% endblock %}',
      "a.md": page("A", "words"),
    },
    (site) => {
      const html = site.read("a/index.html");
      assert.match(html, "<footer>mine</footer>");
      assert.not.match(html, "footer-main");
      assert.match(html, "<title>A | Edward Hu</title>");
      assert.match(html, '<meta name="generator" content="me">');
      assert.match(html, "<p>words</p>");
    },
  ));

for (const block of [
  "head",
  "header",
  "content",
  "footer",
  "frameStart",
  "mainStart",
  "mainEnd",
  "frameEnd",
]) {
  test(`block ${block} can be replaced`, () =>
    withSite(
      {
        "_includes/mine.njk": `{% extends "indigo/default.njk" %}{% block ${block} %}<i>mine</i>{% endblock %}`,
        "a.md": page("A", "words", "mine"),
      },
      (site) => assert.match(site.read("a/index.html"), "<i>mine</i>"),
    ));
}

test("markup in a page's title and description comes out as text", () =>
  withSite(
    {
      "a.md":
        '---\nlayout: page\ntitle: "<script>alert(1)</script> & \'x\'"\ndescription: "\\"><script>"\n---\n',
    },
    (site) => {
      const html = site.read("a/index.html");
      assert.not.match(html, "<script");
      assert.match(
        html,
        "<title>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#39;x&#39; | Edward Hu</title>",
      );
    },
  ));

test.run();
