import { suite } from "uvu";
import * as assert from "uvu/assert";
import { pageNames } from "../../plugin/options/routes.ts";
import { decoded } from "../support/decoded.ts";
import { config, page, Site } from "../support/site.ts";

const test = suite("options");

const pages = { "index.md": page("Home"), "about.md": page("About") };

/** Builds a small site with these options and hands over home, About, the style sheet and what Eleventy printed. */
async function build(
  options: Record<string, unknown>,
  files: Record<string, string> = {},
  rest = "",
): Promise<{ home: string; about: string; css: string; output: string; site: Site }> {
  const site = new Site({ ...pages, "eleventy.config.js": config(options, rest), ...files });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    const css = site.files().filter((file) => /^assets\/indigo-[\da-f]{10}\.css$/.test(file));
    assert.is(css.length, 1);
    const [home, about] = [site.read("index.html"), site.read("about/index.html")];
    return { home, about, css: site.read(css[0] ?? ""), output, site };
  } finally {
    site.remove();
  }
}

test("the hint of a title: without the URL where it is set, and none where no page of the theme shows it", async () => {
  const titled = await build({ url: "https://example.org" });
  assert.match(
    titled.output,
    'indigo: set a title in eleventy.config.js: addPlugin(indigo, { title: "Your Name" })',
  );
  const parts = await build({
    url: "https://example.org",
    pages: Object.fromEntries(pageNames.filter((name) => name !== "home").map((name) => [name, false])),
  });
  assert.match(parts.output, "set a title in");
  const site = new Site({
    "eleventy.config.js": config({ pages: Object.fromEntries(pageNames.map((name) => [name, false])) }),
    "about.md": page("About"),
  });
  const { code, output } = await site.buildInProcess();
  site.remove();
  assert.is(code, 0, output);
  assert.not.match(output, "indigo:");
});

test("none: the site builds, with one hint and nothing that needs an address", async () => {
  const { home, about, output, site } = await build({});
  assert.is(output.split("indigo: ").length - 1, 1);
  assert.match(
    output,
    "indigo: set a title and the site's URL in eleventy.config.js: addPlugin(indigo, { title: \"",
  );
  assert.match(home, '<h1 class="title">My site</h1>');
  assert.not.match(home, "feed.xml");
  assert.not.match(home, "canonical");
  assert.not.match(home, "<img");
  assert.not.match(home, "social-links");
  assert.match(home, '<a class="link" href="/about/">About</a>');
  assert.match(about, '<a class="link" href="/">Home</a>');
  assert.not.ok(site.has("feed.xml"));
});

test("with a title there is no hint", async () => {
  assert.not.match((await build({ title: "Edward Hu" })).output, "indigo:");
});

test("title, bio, description and author are in the page", async () => {
  const { home } = await build({
    title: "Hu",
    bio: "A scientist",
    description: "His site",
    author: "Edward J. Hu",
  });
  assert.match(home, "<title>Hu</title>");
  assert.match(home, '<p class="description">A scientist</p>');
  assert.match(home, '<meta name="description" content="His site">');
  assert.match(home, '<meta name="author" content="Edward J. Hu">');
});

test("description and author have defaults", async () => {
  const { home } = await build({ title: "Hu", bio: "A scientist" });
  assert.match(home, '<meta name="description" content="A scientist">');
  assert.match(home, '<meta name="author" content="Hu">');
});

test("url makes canonical links and a feed, with or without a slash at its end", async () => {
  for (const url of ["https://example.org", "https://example.org/"]) {
    const { about } = await build({
      title: "Hu",
      url,
      author: { name: "Edward", email: "e@example.org" },
    });
    assert.match(about, '<link rel="canonical" href="https://example.org/about/">');
    assert.match(about, '<link rel="alternate" type="application/atom+xml" title="Hu" href="/feed.xml">');
    assert.match(about, /<footer.*<a class="link" href="\/feed.xml" aria-label="Feed"><svg/s);
  }
});

test("language is the page's, in its usual letter case", async () => {
  assert.match((await build({ language: "pt-br" })).home, '<html lang="pt-BR" dir="ltr">');
});

test("a picture of the site is copied and shown, one with blanks in its name too", async () => {
  const site = new Site({
    ...pages,
    "eleventy.config.js": config({ title: "Hu", picture: "/my pictures/me#1.svg" }),
    "my pictures/me#1.svg": "<svg/>",
  });
  await site.builtInProcess();
  const home = site.read("index.html");
  assert.is(site.read("my pictures/me#1.svg"), "<svg/>");
  assert.match(
    home,
    '<a class="link" href="/about/"><img class="selfie" src="/my%20pictures/me%231.svg" alt="Hu"',
  );
  site.remove();
});

test("a picture that the author has copied from elsewhere is found", async () => {
  for (const copy of ['{ public: "/" }', '{ "public/me.svg": "me.svg" }', '{ public: "." }']) {
    const { home } = await build(
      { title: "Hu", picture: "me.svg" },
      { "public/me.svg": "<svg/>" },
      `eleventyConfig.addPassthroughCopy(${copy});`,
    );
    assert.match(home, 'src="/me.svg"');
  }
});

test("a picture that the author copies as well is copied in peace", async () => {
  const { home } = await build(
    { title: "Hu", picture: "assets/me.svg" },
    { "assets/me.svg": "<svg/>" },
    'eleventyConfig.addPassthroughCopy("assets");',
  );
  assert.match(home, 'src="/assets/me.svg"');
});

test("a picture at another host stays there", async () => {
  const { home } = await build({ title: "Hu", picture: "https://example.org/me.jpg" });
  assert.match(home, 'src="https://example.org/me.jpg"');
});

test("a site without an About page does not link to it", async () => {
  const site = new Site({
    "index.md": page("Home"),
    "eleventy.config.js": config({ title: "Hu", picture: "me.svg" }),
    "me.svg": "<svg/>",
  });
  const html = (await site.builtInProcess()).read("index.html");
  assert.not.match(html, "/about/");
  assert.match(html, '<span class="link"><img class="selfie"');
  assert.not.match(html, "<nav");
  site.remove();
});

test("theme: both sets of colours, or one", async () => {
  const dark = /prefers-color-scheme:\s*dark/;
  const { home, css } = await build({ theme: "auto" });
  assert.match(home, '<meta name="color-scheme" content="light dark">');
  assert.match(css, dark);
  assert.match(css, /:root\{color-scheme:light dark;.*?\}:root\{--indigo-text: ?#666/);
  const light = await build({ theme: "light" });
  assert.match(light.home, '<meta name="color-scheme" content="light">');
  assert.not.match(light.css, dark);
  assert.match(light.css, /:root\{color-scheme:light;.*?\}:root\{--indigo-text: ?#666/);
  const black = await build({ theme: "dark" });
  assert.match(black.home, '<meta name="color-scheme" content="dark">');
  assert.not.match(black.css, dark);
  // On paper it is light.
  assert.match(black.css, "@media screen{:root{color-scheme:dark}}");
  assert.match(black.css, /@media screen\{:root\{--indigo-text: ?#aaa/);
});

test("width and animation are classes, as in Indigo", async () => {
  const usual = await build({});
  assert.match(usual.home, 'class="wrapper-normal"');
  assert.not.match(usual.home, "animated");
  const { home } = await build({ width: "large", animation: true });
  assert.match(home, 'class="wrapper-large"');
  assert.match(home, 'class="header-home animated"');
});

test("navigation is the author's, in order, without the page itself, and the résumé at its end", async () => {
  const { home, about } = await build(
    {
      navigation: [
        { label: "Über", url: "/about/" },
        { label: "Start", url: "/" },
        { label: "Lab <b>", url: "https://lab.example.org/?a=1&b=2" },
      ],
      resume: "files/cv.pdf",
    },
    { "files/cv.pdf": "%PDF" },
  );
  const links = (html: string): string[] =>
    [...html.matchAll(/<li class="item"><a class="link" href="(.*?)">(.*?)<\/a>/g)].map(
      ([, url, label]) => `${label} ${url}`,
    );
  const lab = "Lab &lt;b&gt; https://lab.example.org/?a=1&amp;b=2";
  assert.equal(links(home), ["Über /about/", lab, "Résumé /files/cv.pdf"]);
  assert.equal(links(about), ["Start /", lab, "Résumé /files/cv.pdf"]);
  assert.match(home, '<nav class="nav-home"');
  assert.match(about, '<nav class="nav"');
});

test("social links stand in the author's order, by name or by address", async () => {
  const { home } = await build({
    social: {
      x: "@edwardhu",
      github: "https://github.example.org/hu",
      email: "e@example.org",
      linkedin: "édouard-hu",
      facebook: "hu",
      instagram: "hu",
    },
  });
  const links = [
    ...home.matchAll(/<a class="link" href="([^"]*)" rel="me" aria-label="(\w+)"><svg class="icon"/g),
  ];
  assert.equal(
    links.map(([, url = "", label]) => `${label} ${decoded(url)}`),
    [
      "X https://x.com/edwardhu",
      "GitHub https://github.example.org/hu",
      "Email mailto:e@example.org",
      "LinkedIn https://www.linkedin.com/in/édouard-hu",
      "Facebook https://facebook.com/hu",
      "Instagram https://instagram.com/hu",
    ],
  );
});

test("pages see the settings as `site`, by Indigo's own names too", async () => {
  const { about } = await build(
    { title: "Hu", url: "https://example.org", picture: "me.svg" },
    {
      "me.svg": "<svg/>",
      "about.md": page(
        "About",
        "{{ site.title }} {{ site.url }}/{{ site.picture_hd }} {{ site.external-image }}",
      ),
    },
  );
  assert.match(about, "<p>Hu https://example.org/me.svg false</p>");
});

test("markup in any text option comes out as text", async () => {
  const evil = `"><script>alert('1')</script>&`;
  const { home, about } = await build({
    title: evil,
    bio: evil,
    description: evil,
    author: { name: evil },
    url: "https://example.org",
    navigation: [{ label: evil, url: '/"><script>' }],
  });
  for (const html of [home, about]) {
    assert.is(html.split("<script").length - 1, 1, "the structured data");
    const [, json] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(html) ?? [];
    assert.is(JSON.parse(json ?? "").description, evil);
  }
  const text = "&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;";
  assert.ok(home.split(text).length - 1 >= 7, home);
});

test("the feed is Atom with the site's name, author and posts, newest first", async () => {
  const site = new Site({
    ...pages,
    "eleventy.config.js": config({
      title: "Hu & Co",
      url: "https://example.org",
      author: { name: "E", email: "e@x.org" },
    }),
    "one.md": "---\ntags: posts\ntitle: One <b>\ndate: 2024-01-02\n---\n[About](/about/)\n",
    "two.md": "---\ntags: posts\ntitle: Two\ndate: 2024-03-04\n---\nText.\n",
  });
  const xml = (await site.builtInProcess()).read("feed.xml");
  site.remove();
  assert.ok(
    xml.startsWith(
      '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    ),
  );
  assert.match(xml, "<title>Hu &amp; Co</title>");
  assert.match(xml, '<link href="https://example.org/feed.xml" rel="self"/>');
  assert.match(xml, "<updated>2024-03-04T00:00:00Z</updated>");
  assert.match(decoded(xml), "<name>E</name>\n<email>e@x.org</email>");
  assert.ok(xml.indexOf("<title>Two</title>") < xml.indexOf("<title>One &lt;b&gt;</title>"));
  assert.match(xml, "<id>https://example.org/one/</id>");
  assert.match(xml, "&lt;a href=&quot;https://example.org/about/&quot;&gt;About&lt;/a&gt;");
});

test.run();
