import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { declarationsOf, ownInOrder } from "../../plugin/cli/migrate/customized/declarations.ts";
import { fragmentsOf } from "../../plugin/cli/migrate/customized/fragments.ts";
import { googleAnalyticsId } from "../../plugin/cli/migrate/customized/google-analytics.ts";
import { purposesOf } from "../../plugin/cli/migrate/customized/purposes.ts";
import { renderSassLiquid, variablesAround } from "../../plugin/cli/migrate/customized/sass-liquid.ts";
import { compareWithTheme } from "../../plugin/cli/migrate/customized/theme-diff.ts";
import { readJekyllSite } from "../../plugin/cli/migrate/jekyll-site.ts";
import { cli, contents } from "../support/cli.ts";
import { commit, jekyllFiles, themesPage } from "../support/jekyll-site.ts";
import { Site } from "../support/site.ts";

const test = suite("migrate takes customized theme files along");

interface Customized {
  file: string;
  added: { text: string; line: number }[];
  removed: number;
  purposes: string[];
  outcome: string;
  works: boolean;
}

interface Report {
  builds: boolean;
  log: string[];
  customized: Customized[];
  aside: string[];
  navigation?: { label: string; url: string }[];
  review: { file: string; why: string }[];
}

/** Migrates a site of these files and builds it. */
async function migrated(
  files: Record<string, string>,
): Promise<{ site: Site; report: Report; of(file: string): Customized | undefined }> {
  const work = new Site();
  new Site({ ...jekyllFiles, ...files }, path.join(work.folder, "old"));
  const { output } = await cli(work.folder, ["migrate", "old", "--out", "new", "--json"]);
  const report = JSON.parse(output.slice(output.indexOf("{"))) as Report;
  assert.ok(report.builds, report.log.join("\n"));
  const site = new Site({}, path.join(work.folder, "new"));
  site.link();
  await site.built();
  return { site, report, of: (file) => report.customized.find((each) => each.file === file) };
}

const count = (text: string, part: string): number => text.split(part).length - 1;

const styles = {
  "_includes/style.scss": '@import "base/variables";\n@import "base/general";\n@import "components/mine";\n',
  "_sass/base/variables.sass": [
    "$brand: #b5451b",
    '$fontSans: "Courier Prime", serif',
    "$alpha: #666",
    "$delta: $brand",
    "$omega: #fdf6e3",
    '$below: "only screen and (max-width: 780px)"',
    "",
  ].join("\n"),
  "_sass/base/general.sass": "a\n  color: $delta\n\n.quote\n\tcolor: $delta\n\tmargin: 7px\n",
  "_sass/components/mine.sass":
    ".box,\n.card,\n  background: rgba($omega, .5)\n  @media #{$below}\n    width: 99%\n",
};

test("colors and fonts are tokens, and changed and added Sass is the site's own style sheet", async () => {
  const { site, report, of } = await migrated(styles);
  const config = site.source("eleventy.config.js");
  assert.match(config, '"accent": "#b5451b"');
  assert.match(config, '"background": "#fdf6e3"');
  assert.match(config, '"font-sans": "\\"Courier Prime\\", serif"');
  assert.not.match(config, '"text"');
  const css = site.source("indigo.css");
  assert.match(css, ".box, .card {\n  background: rgba(253, 246, 227, 0.5);\n}");
  assert.match(css, "color: var(--indigo-accent)");
  assert.match(css, "@media only screen and (max-width: 780px)");
  assert.match(css, "width: 99%");
  const own = site.files().find((file) => /^indigo-\w+\.css$/.test(file)) ?? "";
  assert.match(site.read(own), "99%");
  assert.match(site.read("about/index.html"), `href="/${own}"`);
  assert.equal(
    report.customized.filter(({ works }) => !works).map(({ file }) => file),
    [],
  );
  assert.match(of("_sass/base/variables.sass")?.outcome ?? "", "tokens");
  assert.equal(of("_sass/base/variables.sass")?.purposes.includes("fonts"), true);
  site.remove();
});

test("variables that the layout sets before the styles, and Liquid in the styles, are rendered", async () => {
  const layout = `<style>{% capture sheet %}
{% if site.tint %}$delta: {{ site.tint }};{% endif %}
{% if site.dark-theme == "auto" %}{% include style.scss %} $delta: null; {% include style-dark.scss %}
{% elsif site.dark-theme %}$delta: {{ site.tint-dark }}; {% include style-dark.scss %}
{% else %}$gap: 3px; {% include style.scss %}{% endif %}
{% endcapture %}{{ sheet | scssify }}</style>`;
  const config = { tint: "#123456", "tint-dark": "#abcdef", "dark-theme": "auto", baseurl: "/sub" };
  assert.is(variablesAround(layout, config, false), "$delta: #123456;\n$gap: 3px;");
  assert.is(variablesAround(layout, config, true), "$delta: #123456;\n$delta: #abcdef;");
  assert.is(variablesAround("<style>{{ x | scssify }}</style>", config, false), "");
  const texts: [string, string][] = [
    ["a { color: {{ site.tint }} }", "a { color: #123456 }"],
    ["{% if site.none %}a{% else %}b{% endif %}", "b"],
    ["{% unless site.none %}a{% endunless %}", "a"],
    ["{% if site.dark-theme != 'auto' %}a{% elsif site.tint %}b{% endif %}", "b"],
    [`url("{{ '/f.woff2' | relative_url }}")`, 'url("/sub/f.woff2")'],
    ["{{ site.none }}x", "x"],
    // What is not read stays.
    [
      "{% if page.wide %}a{% endif %} {{ 'a' | upcase }}",
      "{% if page.wide %}a{% endif %} {{ 'a' | upcase }}",
    ],
  ];
  for (const [source, expected] of texts) assert.is(renderSassLiquid(source, config), expected, source);

  const { site } = await migrated({
    ...styles,
    "_config.yml": `${jekyllFiles["_config.yml"]}tint: "#0b6e4f"\n`,
    "_layouts/default.html": `<html><head>${layout}</head><body>{{ content }}</body></html>`,
    "_sass/base/variables.sass": `${styles["_sass/base/variables.sass"].replace("$delta: $brand", "$delta: $brand !default")}`,
  });
  assert.match(site.source("eleventy.config.js"), '"accent": "#0b6e4f"');
});

test("values that only a browser can read are custom properties, and weights are numbers", async () => {
  const { site, report, of } = await migrated({
    ...styles,
    "_sass/base/variables.sass": [
      "$fontSans: var(--font), serif",
      "$alpha: var(--ink)",
      "$beta: color-mix(in srgb, var(--ink) 80%, black)",
      "$gama: null",
      "$delta: #b5451b",
      "$omega: light-dark(#fff, #000)",
      "$thin-font: 200",
      '$below: "only screen and (max-width: 780px)"',
      "",
    ].join("\n"),
    "_sass/components/mine.sass": ":root\n  --ink: #123\n",
  });
  const config = site.source("eleventy.config.js");
  assert.match(config, '"accent": "#b5451b"');
  assert.match(config, '"thin": 200');
  assert.not.match(config, "var(");
  const css = site.source("indigo.css");
  assert.match(css, "--ink: #123");
  assert.match(css, "--indigo-text: var(--ink)");
  assert.match(css, "--indigo-heading: color-mix(in srgb, var(--ink) 80%, black)");
  assert.match(css, "--indigo-background: light-dark(#fff, #000)");
  assert.match(css, "--indigo-font-sans: var(--font), serif");
  assert.not.match(css, "null");
  assert.equal(
    report.customized.filter(({ works }) => !works).map(({ file }) => file),
    [],
  );
  const { outcome = "" } = of("_sass/base/variables.sass") ?? {};
  assert.match(outcome, "accent, thin; custom properties in indigo.css: --indigo-font-sans, --indigo-text");
  site.remove();
});

test("Sass that can't be compiled, or never ends, is named with file and line", async () => {
  const { site, of } = await migrated({
    ...styles,
    "_sass/components/mine.sass": ".box\n  color: $nowhere\n",
  });
  const variables = of("_sass/base/variables.sass");
  assert.is(variables?.works, false);
  assert.match(variables?.outcome ?? "", "Undefined variable (_sass/components/mine.sass:2)");
  assert.ok(site.source("_indigo-changed/_sass/base/variables.sass"));
  site.remove();
});

test("Sass imports nothing outside the site", async () => {
  const { site, of } = await migrated({
    ...styles,
    "secret.scss": ".secret { width: 1px }",
    "_includes/style.scss": '@import "../secret";\n',
  });
  assert.match(of("_includes/style.scss")?.outcome ?? "", "Can't find stylesheet to import");
  site.remove();
});

const frame = `<!DOCTYPE html>
<html>
<head>
  <meta charset="utf-8">
  <title>My own title</title>
  <meta name="google-site-verification" content="abc">
  <meta property="og:title" content="Mine">
  <link rel="stylesheet" href="{{ site.baseurl }}/assets/mine.css">
  {% if site.mine %}
    <script>
      const mine = "{{ site.title }}";
    </script>
  {% endif %}
  <script src="https://cdn.example.org/mathjax.js"></script>
  {% include badge.html %}
</head>
<body>
  <p class="banner">Call for papers {% raw %}{{ 6 * 7 }}{% endraw %}</p>
  <div class="wrapper">
    {{ content }}
    <p class="below">Imprint</p>
  </div>
  <script src="/assets/mine.js"></script>
</body>
</html>
`;

test("what was added to the layout around every page is in the head, before and after the content", async () => {
  const { site, report, of } = await migrated({
    "_layouts/default.html": frame,
    "_includes/badge.html": '<meta name="badge" content="gold">',
    "assets/mine.css": "",
    "assets/mine.js": "",
  });
  const html = site.read("about/index.html");
  const [head = "", body = ""] = html.split("</head>");
  assert.match(head, '<meta name="google-site-verification" content="abc">');
  assert.match(head, 'href="/assets/mine.css"');
  assert.match(head, 'const mine = "Ada Lovelace"');
  assert.match(head, '<meta name="badge" content="gold">');
  assert.is(count(head, "og:title"), 1);
  assert.is(count(head, "<title>"), 1);
  assert.not.match(html, "mathjax");
  assert.ok(body.indexOf("Call for papers") < body.indexOf("<main"));
  assert.ok(body.indexOf("Imprint") > body.indexOf("</main>"));
  assert.match(body, 'src="/assets/mine.js"');
  assert.match(of("_layouts/default.html")?.outcome ?? "", /line 5: the title .*line 14: formulas/);
  assert.equal(report.review.map(({ file }) => file).sort(), [
    "_includes/indigo-after.html",
    "_includes/indigo-head.html",
  ]);
  // Every page of the plugin has them too.
  assert.match(site.read("blog/index.html"), "Call for papers {{ 6 * 7 }}");
  site.remove();
});

test("an own frame stays around every page, with its elements and where it has the navigation", async () => {
  const { site, of } = await migrated({
    "_layouts/default.html": `<!DOCTYPE html>
<html><head><title>{{ page.title }}</title></head>
<body>
{% include nav.html %}
<div class="shell {% if page.wide %}shell-wide{% else %}shell-narrow{% endif %}">
{% if page.tag %}
<div class="post">
{% else %}
{% if showHeader != true %}<div class="page {{ page.title | slugify }}">{% else %}<div class="{{ page.title | slugify }}">{% endif %}
{% endif %}
{{ content }}
</div>
</div>
<div class="under"><p>Printed by hand</p></div>
{% if site.analytics-google %}{% include analytics-google.html %}{% endif %}
</body></html>`,
    "_includes/nav.html":
      '<nav class="bar"><a class="brand" href="{{ site.url }}/">Ada</a> <a href="/about">About</a></nav>',
    "_includes/header.html":
      '{% if page.title == "Home" or page.title == "Projects" %}{% assign showHeader = true %}{% endif %}{% if showHeader == true %}<h1 class="mine">{{ site.title }}</h1>{% endif %}',
    "_config.yml": `${jekyllFiles["_config.yml"]}projects: true\n`,
    "blog.html": '---\nlayout: page\ntitle: Blog\nwide: true\n---\n<section class="list">x</section>\n',
  });
  assert.match(of("_includes/nav.html")?.outcome ?? "", "_layouts/default.html includes it");
  const about = site.read("about/index.html");
  assert.is(count(about, '<nav class="bar">'), 1);
  assert.match(
    about.replaceAll(/\s+/g, " "),
    '<main id="main-content" class="shell shell-narrow"> <div class="page about">',
  );
  assert.is(count(about, "<main"), 1);
  assert.is(count(about, "</main>"), 1);
  assert.not.match(about, "wrapper-normal");
  assert.match(about.replaceAll(/\s+/g, " "), '</main> <div class="under"><p>Printed by hand</p></div>');
  assert.not.match(about, 'class="mine"');
  // The author's header is on the pages that it names, not on those of the theme. No element is between list and page.
  const blog = site.read("blog/index.html");
  assert.not.match(blog, 'class="mine"');
  assert.match(blog.replaceAll(/\s+/g, " "), '<div class="page blog"> <section class="list">');
  assert.is(count(site.read("index.html"), 'class="mine"'), 1);
  // A page that the theme makes.
  assert.is(count(site.read("projects/index.html"), 'class="mine"'), 1);
});

test("a frame that has a main element, or an id at its outermost, keeps them", async () => {
  const frame = (start: string, end: string): Record<string, string> => ({
    "_layouts/default.html": `<html><head></head><body>${start}{{ content }}${end}</body></html>`,
  });
  const cases = [
    ['<main class="own">', "</main>"],
    ['<div id="all">', "</div>"],
  ] as const;
  for (const [start, end] of cases) {
    const { site } = await migrated(frame(start, end));
    const about = site.read("about/index.html");
    assert.match(about, start);
    assert.is(count(about, 'id="main-content"'), 1);
    assert.ok(count(about, "<main") <= 1);
  }
});

test("links and metas that were added to includes of the head are in the head", async () => {
  const { site, of } = await migrated({
    "_layouts/default.html":
      "<!DOCTYPE html>\n<html>\n<head>\n{% include favicon.html %}\n</head>\n<body>{{ content }}</body>\n</html>\n",
    "_includes/favicon.html":
      '<!-- mine -->\n<link rel="icon" sizes="16x16" href="{{ site.baseurl }}/mine-16.png">\n<link rel="manifest"\n  href="/mine.webmanifest">\n',
    "_includes/metas.html": '<meta name="mine" content="1">\n<script>mine()</script>\n',
  });
  const html = site.read("about/index.html");
  assert.match(html, '<link rel="icon" sizes="16x16" href="/mine-16.png">');
  assert.match(html, /<link rel="manifest"\s+href="\/mine.webmanifest">/);
  assert.is(count(html, "mine-16.png"), 1);
  assert.is(of("_includes/favicon.html")?.works, true);
  assert.match(of("_includes/favicon.html")?.outcome ?? "", "_includes/indigo-head.html");
  // Scripts of these includes may write what the theme writes.
  assert.is(of("_includes/metas.html")?.works, false);
  assert.not.match(html, "mine()");
  site.remove();
});

test("own header, footer and layouts work in the frame, with one header and one footer", async () => {
  const { site, report, of } = await migrated({
    "_config.yml": `${jekyllFiles["_config.yml"]}picture: /assets/me.png\n`,
    "assets/me.png": "",
    "_includes/footer.html":
      "<footer>{{ site.title }}, funded by the {{ 'Royal Society' | upcase }}</footer>",
    "_includes/header.html":
      '{% if page.title == "Games" %}<header>Only games</header>{% endif %}{% include nav.html %}',
    "_includes/nav.html": '<nav><a href="/">Home</a><button>Menu</button></nav>',
    "_layouts/game.html":
      '---\nlayout: default\n---\n{% include header.html %}<img src="{{ site.picture }}">\n<section>{{ content }}</section>{% include footer.html %}',
    "_layouts/page.html": themesPage.replace("{{content}}", "<article>{{ content }}</article>"),
    "_layouts/bare.html": "<body>{% include header.html %}{{ content }}{% include footer.html %}</body>",
    "bare.md": "---\nlayout: bare\ntitle: Bare\n---\nBare\n",
  });
  for (const [page, headers] of [
    ["games", 1],
    ["about", 0],
    ["bare", 0],
    ["blog", 0],
  ] as const) {
    const html = site.read(`${page}/index.html`);
    assert.is(count(html, "funded by the ROYAL SOCIETY"), 1, `footer of ${page}`);
    assert.is(count(html, "Only games"), headers, `header of ${page}`);
    assert.is(count(html, "<button>Menu"), 1, `navigation of ${page}`);
  }
  assert.match(site.read("games/index.html"), '<img src="/assets/me.png"');
  assert.match(site.read("about/index.html"), "<article>");
  assert.match(site.read("about/index.html"), "<main");
  assert.not.match(site.read("bare/index.html"), "<main");
  assert.is(report.navigation, undefined);
  assert.match(of("_includes/nav.html")?.outcome ?? "", "line 1: <button>Menu</button>");
  assert.equal(
    report.customized.filter(({ works }) => !works).map(({ file }) => file),
    [],
  );
  assert.ok(site.source("_includes/footer.html"));
  site.remove();
});

test("the theme's header and footer come once around an own layout, and stay for layouts without the frame", async () => {
  const own = "{% include header.html %}\n<section>{{ content }}</section>\n{% include footer.html %}";
  const { site } = await migrated({
    "_includes/header.html": "<header>The theme's</header>",
    "_includes/footer.html": "<footer>The theme's</footer>",
    "_layouts/game.html": `---\nlayout: default\n---\n${own}`,
  });
  assert.is(count(site.read("games/index.html"), "<footer"), 1);
  site.remove();
});

test("an own layout for posts takes the place of the theme's, and keeps the look of posts", async () => {
  const { site } = await migrated({
    "_layouts/post.html":
      '---\nlayout: page\n---\n<h1 class="title">{{ page.title }}</h1>{{ content }}<p>License</p>',
  });
  const html = site.read("grüße-an-alle/index.html");
  assert.match(html, /<main class="post/);
  assert.match(html, "License");
  assert.is(count(html, "<h1"), 1);
  site.remove();
});

test("a template that does not build is left out and named, and the site is migrated", async () => {
  const { site, of } = await migrated({
    "_includes/footer.html": "<footer>{% include gone.html %}</footer>",
  });
  assert.match(site.read("about/index.html"), "footer-main");
  assert.is(of("_includes/footer.html")?.works, false);
  assert.match(of("_includes/footer.html")?.outcome ?? "", "does not build with it");
  assert.ok(site.source("_indigo-changed/_includes/footer.html"));
  site.remove();
});

test("in place, nothing of the author's is lost: what does not stay is in _indigo-changed", async () => {
  const site = new Site({
    ...jekyllFiles,
    ...styles,
    "_layouts/default.html": frame,
    "_includes/badge.html": "",
  });
  const before = contents(site.folder);
  await commit(site.folder);
  const { code, output } = await cli(site.folder, ["migrate"]);
  assert.is(code, 0, output);
  const after = Object.values(contents(site.folder));
  for (const [file, hash] of Object.entries(before)) {
    if (["_layouts/page.html", ".gitignore"].includes(file)) continue;
    assert.ok(after.includes(hash), file);
  }
  assert.match(
    output,
    /! _includes\/\S+|✓ _layouts\/default\.html \(\d+ lines added, \d+ removed: [^)]*metadata[^)]*\): its own parts are in/,
  );
  assert.match(output, "    5: <title>My own title</title>\n");
  site.remove();
});

test("the report counts what Jekyll makes, and ticks only what shows", async () => {
  const work = new Site();
  new Site(
    {
      ...jekyllFiles,
      "_config.yml": [
        "title: Ada Lovelace",
        "url: https://ada.example.org",
        "permalink: /:title/",
        "plugins: [jekyll-feed, jekyll-redirect-from]",
        "collections:\n  recipes:\n    output: true\n    permalink: /food/:title/\n  notes:\n    output: false",
        "gitlab: ada",
        "counter: ada",
        "motto: Onward",
      ].join("\n"),
      "_recipes/soup.md": "---\ntitle: Soup\n---\nSoup\n",
      "_notes/a.md": "---\ntitle: A\n---\nA\n",
      "about.md": "---\nlayout: page\ntitle: About\nredirect_from: /me/\n---\n{{ site.motto }}\n",
      "_includes/related.html": "{{ site.counter }}",
      Gemfile: "gem 'puma'\ngem 'jekyll-toc'\ngroup :x do\n  gem 'html-pipeline'\nend\n",
    },
    path.join(work.folder, "old"),
  );
  const { output } = await cli(work.folder, ["migrate", "old", "--out", "new", "--json"]);
  const report = JSON.parse(output.slice(output.indexOf("{"))) as {
    addresses: { total: number; missing: { url: string; why: string }[] };
    keys: { name: string; works: boolean }[];
    plugins: { name: string; works: boolean }[];
  };
  work.remove();
  // Five pages and posts, the feed, a redirect and a recipe.
  // jekyll-redirect-from makes redirects.json too.
  assert.is(report.addresses.total, 9);
  for (const { why } of report.addresses.missing) assert.not.match(why, "bug");
  const works = (items: { name: string; works: boolean }[], name: string): boolean | undefined =>
    items.find((item) => item.name === name)?.works;
  assert.is(works(report.keys, "gitlab"), true);
  assert.is(works(report.keys, "counter"), false, "only a file that is not in the new site reads it");
  assert.is(works(report.keys, "motto"), true);
  assert.is(works(report.plugins, "puma"), true, "a loss for nobody");
  assert.is(works(report.plugins, "html-pipeline"), true);
  assert.is(works(report.plugins, "jekyll-toc"), false);
});

test("a site that does not build has no steps as if it did", async () => {
  const work = new Site();
  new Site(
    { ...jekyllFiles, "about.md": "---\nlayout: page\n---\n{% include gone.html %}" },
    path.join(work.folder, "old"),
  );
  const { output } = await cli(work.folder, ["migrate", "old", "--out", "new"]);
  work.remove();
  assert.match(output, "Next\n  Fix the errors in the log above\n");
  assert.match(output, "! gone.html (about.md:4): missing file: add it, so that the site builds");
});

test("lines are compared with the nearest version of the theme", () => {
  const page = "_layouts/page.html";
  const own = "<p>Mine</p>";
  assert.equal(compareWithTheme(page, themesPage), { added: [], removed: 0, kept: 1 });
  const diff = compareWithTheme(page, themesPage.replace("{% include footer.html %}", own));
  assert.equal(diff?.added, [{ text: own, line: 8 }]);
  assert.is(diff?.removed, 1);
  assert.is(compareWithTheme("_layouts/mine.html", own), undefined);
});

test("lines are sorted by what they are for", () => {
  for (const [line, ...purposes] of [
    ['<script src="//cdn.example.org/MathJax.js?config=x"></script>', "formulas", "scripts"],
    ["gtag('config', 'G-ABCDEF1');", "analytics"],
    ['<link href="https://fonts.googleapis.com/css?family=Lato" rel="stylesheet">', "fonts", "metadata"],
    ['<a href="/imprint">Imprint</a>', "links", "words"],
    ["Funded by the Royal Society", "words"],
    ['<img src="/a.png">', "images"],
    ['<meta name="x" content="y">', "metadata"],
    ["{% if page.comments %}{% include utterances.html %}{% endif %}", "comments"],
    ["</div>"],
  ])
    assert.equal(purposesOf("_layouts/page.html", [line ?? ""]), purposes, line);
  assert.equal(purposesOf("_sass/base/variables.sass", ["$delta: #123456"]), ["colors", "styles"]);
});

test("a template is split at elements and Liquid blocks, however broken", () => {
  const names = (source: string): string =>
    fragmentsOf(source)
      .map(({ name, start, end, children }) =>
        children.length > 0
          ? `${name}[${children.map((child) => child.name || "text").join()}]`
          : name || source.slice(start, end).trim(),
      )
      .join(" ");
  for (const [source, expected] of [
    ["<p>a</p> b <br> c", "p[text] b br c"],
    ["{% if a %}<b>x</b>{% else %}y{% endif %}z", "if[b,else,text] z"],
    ["<script>if (a < b) '</p>'</script><p>", "script p"],
    ["<div><p>a</div>b", "div[p] b"],
    ["</p>a</div>", "a"],
    ["<div", "<div"],
    ["<!-- <p> --> a", "<!-- <p> --> a"],
    ["{{ a }} {% raw %}<p>{% endraw %}", "{{ a }} raw"],
  ] as const)
    assert.is(names(source), expected, source);
});

test("a declaration of the theme after an own one for the same property and selector is kept with it", () => {
  const css =
    ".a { color: red } .a, .b { display: block } .b { display: inline-block } .c { display: inline-block } .b { color: red }";
  const kept = ownInOrder(declarationsOf(css), ({ value }) => value === "block");
  assert.equal(
    kept.map(({ selector, property, value }) => `${selector} ${property} ${value}`),
    [".a, .b display block", ".b display inline-block"],
  );
});

test("declarations are read with their selectors and at-rules", () => {
  const css =
    '@import url("a;b.css");\na,\nb { color: red; content: "}" }\n@media (x) { c { d: e } }\n@font-face { f: g }';
  assert.equal(
    declarationsOf(css).map(({ within, selector, property, value }) => [
      ...within,
      selector,
      property,
      value,
    ]),
    [
      ["", "", '@import url("a;b.css");'],
      ["a, b", "color", "red"],
      ["a, b", "content", '"}"'],
      ["@media (x)", "c", "d", "e"],
      ["", "", "@font-face{f: g;}"],
    ],
  );
});

/** Includes for analytics, and the id that the option gets; an empty one if `_config.yml` has it. */
const analytics: [name: string, include: string, config: string, id: string | undefined][] = [
  [
    "gtag",
    '<script src="https://www.googletagmanager.com/gtag/js?id=G-ABCDEF1234"></script>',
    "",
    "G-ABCDEF1234",
  ],
  [
    "analytics.js",
    "<script>//www.google-analytics.com/analytics.js ga('create', 'UA-12345-6');</script>",
    "",
    "UA-12345-6",
  ],
  [
    "the key of Indigo",
    "<script src='//www.googletagmanager.com/gtag/js'></script>",
    "analytics-google: G-ABCDEF1234\n",
    "",
  ],
  [
    "another service too",
    '<script src="https://www.googletagmanager.com/x?id=G-ABCDEF1234"></script><script src="//static.example.org/h.js"></script>',
    "",
    undefined,
  ],
  ["a comment", "<!-- https://www.googletagmanager.com 'G-ABCDEF1234' -->", "", undefined],
];

test("the id of Google Analytics is found in its include", () => {
  for (const [name, include, settings, id] of analytics) {
    const site = new Site({
      "_config.yml": `title: Hu\n${settings}`,
      "_includes/analytics-google.html": include,
    });
    try {
      assert.is(googleAnalyticsId(readJekyllSite(site.folder, true)), id, name);
    } finally {
      site.remove();
    }
  }
});

test("the id of Google Analytics becomes an option, and the author's include stays", async () => {
  const { site, of } = await migrated({
    "_config.yml": `${jekyllFiles["_config.yml"]}show-author: true\n`,
    "_includes/analytics-google.html":
      "<script async src=\"https://www.googletagmanager.com/gtag/js?id=G-ABCDEF1234\"></script>\n<script>gtag('config', 'G-ABCDEF1234');</script>\n",
    "_includes/author.html": "<section>Written by {{ site.title }} for {{ page.title }}</section>\n",
  });
  assert.match(site.source("eleventy.config.js"), 'analytics: { google: "G-ABCDEF1234" }');
  assert.match(of("_includes/analytics-google.html")?.outcome ?? "", 'the option "analytics"');
  assert.match(of("_includes/author.html")?.outcome ?? "", "stays");
  assert.match(site.source("_includes/indigo/parts/author.njk"), '{% indigoInclude "author.html" %}');
  assert.match(site.source("_includes/author.html"), "Written by");
  assert.match(site.read("about/index.html"), "G-ABCDEF1234");
  site.remove();
});

test.run();
