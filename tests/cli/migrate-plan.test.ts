import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { tagsIn, unknownTags } from "../../plugin/cli/migrate/liquid-inventory.ts";
import { indigoNavigation, navigationOf } from "../../plugin/cli/migrate/navigation.ts";
import { cli, contents } from "../support/cli.ts";
import { jekyllFiles } from "../support/jekyll-site.ts";
import { Site } from "../support/site.ts";

const test = suite("what migrate finds in real sites");

test("each of these builds without a hand's help", async () => {
  const work = new Site();
  new Site(
    {
      ...jekyllFiles,
      "_config.yml": [
        "title: Ada",
        "url: https://ada.example.org",
        "permalink: /:title/",
        "blog: true",
        "disqus:\n  shortname:\n  categories:",
        "resume: true",
        "resume-url: ../games",
        "exclude: [notes]",
      ].join("\n"),
      // Data under a name that front matter or the plugin has for something else
      "_data/projects.yml": "- name: A\n",
      "_data/publications.yml": "papers: [1]\n",
      "papers.md":
        "---\nlayout: page\ntitle: Papers\n---\n{% for p in site.data.projects %}{{ p.name }}{% endfor %}\n",
      // A layout of the author's own that compiles Indigo's styles
      "_layouts/bare.html":
        "<style>{% capture s %}{% include style.scss %}{% endcapture %}{{ s | scssify }}</style>{{ content }}",
      "_includes/style.scss": '@import "pages/home-blog-projects";',
      "bare.md": "---\nlayout: bare\ntitle: Bare\n---\nBare\n",
      // What Jekyll passes over may be as it likes
      "vendor/gem/lib.md": "---\nbroken: [\n",
      "notes/x.md": "---\nbroken: [\n",
      ".htaccess": "Options -Indexes\n",
      // A tag around something, of a plugin
      "math.md": "---\nlayout: page\ntitle: Math\n---\n{% latex density=72 %}E = mc{% endlatex %}\n",
    },
    path.join(work.folder, "old"),
  );
  const { code, output } = await cli(work.folder, ["migrate", "old", "--out", "new", "--json"]);
  assert.is(code, 0, output);
  const { addresses, kept } = JSON.parse(output.slice(output.indexOf("{")));
  assert.equal(addresses, { total: 8, missing: [] });
  assert.ok(kept.some(({ file }: { file: string }) => file === "_sass/pages/home-blog-projects.sass"));
  const site = new Site({}, path.join(work.folder, "new"));
  site.link();
  await site.built();
  assert.match(site.read("papers/index.html"), "<p>A</p>");
  assert.match(site.read("bare/index.html"), ".list");
  assert.match(site.read("math/index.html"), "E = mc");
  assert.match(site.read("index.html"), 'href="/games"');
  assert.is(site.read(".htaccess"), "Options -Indexes\n");
  assert.ok(Object.keys(contents(site.folder)).includes("vendor/gem/lib.md"));
  work.remove();
});

const li = (href: string, label: string, key?: string): string =>
  `${key ? `{% if site.${key} == true %}` : ""}<li><a class="link" href="${href}">${label}</a></li>${key ? "{% endif %}" : ""}`;
const themes = `{% if page.title != "Home" %}${li("{{ site.url }}/", "Home")}{% endif %}${li("{{ site.url }}/blog", "Blog", "blog")}${li("{{ site.url }}/about", "About", "about")}`;

/** Pieces of `nav.html`, and the links in them. */
const readable: Record<string, [source: string, links: string]> = {
  "a folder with baseurl": [li("{{ site.baseurl }}/talks/", "Talks", "talks"), "Talks /talks/"],
  "two base variables": [li("{{ site.url }}{{ site.baseurl }}/a", "A"), "A /a"],
  "a filter": [li("{{ '/guides/' | relative_url }}", "Guides"), "Guides /guides/"],
  "another filter": [li('{{ "/a" | prepend: site.baseurl }}', "A").replaceAll('"/a"', "'/a'"), "A /a"],
  "two links in one item": ['<li><a href="/a">A</a> <a href="/b">B</a></li>', "A /a, B /b"],
  "links without a list": ["<div><a href='/a'>A</a></div>", "A /a"],
  "another host": [li("https://example.org/x", "X &amp; Y"), "X & Y https://example.org/x"],
  "turned off": [li("/off", "Off", "off") + li("/a", "A"), "A /a"],
  "a list in _config.yml": [
    '{% for item in site.menu %}<li><a href="{{ item.link | relative_url }}">{{ item.text }}</a></li>{% endfor %}',
    "One /1/, Two /2/",
  ],
  "a mapping in _config.yml": [
    '{% for item in site.pairs %}<a href="{{ site.baseurl }}{{ item[1] }}">{{ item[0] }}</a>{% endfor %}',
    "Three /3",
  ],
  "a list in _data": [
    '{% for item in site.data.menu %}<a href="{{ item.url }}">{{ item.title }}</a>{% endfor %}',
    "Four /4",
  ],
  "the current page": [
    '{% if page.url == "/a" %}<a class="on" href="/a">A</a>{% else %}<a href="/a">A</a>{% endif %}',
    "A /a",
  ],
  "an else": ['{% if site.off %}<a href="/x">X</a>{% else %}<a href="/a">A</a>{% endif %}', "A /a"],
  "a comment": [`<!-- <a href="/x">X</a> -->{% comment %}x{% endcomment %}${li("/a", "A")}`, "A /a"],
};

/** Pieces of `nav.html` that can't be an option, and what is said of them. */
const unreadable: Record<string, [source: string, said: string]> = {
  "an unknown URL": [li("{{ page.x }}", "X"), "line 2: <a class"],
  "an icon": [li("/a", '<i class="fa"></i>'), "line 2: <a class"],
  "a button": ["<button>Menu</button>", "line 2: <button>Menu</button>"],
  "a loop over pages": [
    "{% for p in site.pages %}<a href='{{ p.url }}'>x</a>{% endfor %}",
    "line 2: {% for p in",
  ],
  "a condition of another kind": [
    "{% if site.a and site.b %}<a href='/a'>A</a>{% endif %}",
    "line 2: {% if site.a",
  ],
  words: ["Hello", "line 2: Hello"],
};

test("navigation is read from lists, conditions and loops, and what is not read is said", () => {
  const config = {
    blog: true,
    about: true,
    talks: true,
    menu: [
      { text: "One", link: "/1/" },
      { text: "Two", link: "/2/" },
    ],
    pairs: { Three: "/3" },
    data: { menu: [{ title: "Four", url: "/4" }] },
  };
  assert.equal(
    navigationOf(themes, config),
    { items: undefined, isWhole: true, unread: [] },
    "the plugin has the same",
  );
  for (const [name, [source, links]] of Object.entries(readable)) {
    const { items, isWhole } = navigationOf(source, config);
    assert.is(isWhole, true, name);
    assert.is(items?.map(({ label, url }) => `${label} ${url}`).join(", "), links, name);
  }
  for (const [name, [source, said]] of Object.entries(unreadable)) {
    const { items, isWhole, unread } = navigationOf(`${themes}\n${source}`, config);
    assert.equal([items, isWhole], [undefined, false], name);
    assert.match(unread.join(), said, name);
  }
  assert.is(navigationOf("<nav></nav>", config).isWhole, false);
});

test("tags are read with their lines, but not in raw and comment", () => {
  const source =
    "a\n{% raw %}{% no %}{% endraw %}\n{%- latex x=1 -%}b{% endlatex %}{% comment %}{% no %}{% endcomment %}{% icon %}";
  assert.equal(
    tagsIn(source).map(({ name, line }) => `${name} ${line}`),
    ["latex 3", "endlatex 3", "icon 3"],
  );
  assert.equal(unknownTags([source, "{% if a %}{% seo %}{% endif %}"]), [
    { name: "latex", isBlock: true },
    { name: "icon", isBlock: false },
  ]);
});

test("the navigation of Indigo stays as it was, and its projects page if it leaves out hidden projects", async () => {
  const work = new Site();
  const projects = [
    "---",
    "layout: page",
    "title: Projects",
    "---",
    '<section class="list">',
    "    {% for post in site.posts %}",
    "        {% if post.projects %}",
    "            {% if post.hidden != true %}",
    "<b>{{ post.title }}</b>",
    "{% endif %}{% endif %}{% endfor %}</section>",
    "",
  ].join("\n");
  new Site(
    {
      "_config.yml":
        "title: Ada\nurl: https://ada.example.org\npermalink: /:title/\nblog: true\nprojects: true\n",
      "index.html": "---\nlayout: page\ntitle: Home\n---\n",
      "projects.html": projects,
      "teaching.md": "---\nlayout: page\ntitle: Teaching\n---\nNot linked\n",
      "_includes/blog-post.html": "",
      "_posts/2020-01-01-a.md": "---\nlayout: post\ntitle: A\nprojects: true\n---\n",
      "_posts/2020-01-02-b.md": "---\nlayout: post\ntitle: B\nprojects: true\nhidden: true\n---\n",
    },
    path.join(work.folder, "old"),
  );
  const { code, output } = await cli(work.folder, ["migrate", "old", "--out", "new", "--json", "--force"]);
  assert.is(code, 0, output);
  const site = new Site({}, path.join(work.folder, "new"));
  site.link();
  await site.built();
  assert.match(site.read("projects/index.html"), "<b>A</b>");
  assert.not.match(site.read("projects/index.html"), "<b>B</b>");
  work.remove();
});

test("Indigo's own links are the option if the default would link more", () => {
  const config = { blog: true, about: true };
  const urls = (...pages: string[]): Set<string> => new Set(["/", "/blog/", ...pages]);
  assert.is(indigoNavigation(config, urls("/about/", "/teach/")), undefined);
  for (const page of ["/teaching/", "/publications/", "/talks/", "/cv/"])
    assert.equal(indigoNavigation(config, urls(page)), [
      { label: "Home", url: "/" },
      { label: "Blog", url: "/blog/" },
      { label: "About", url: "/about/" },
    ]);
});

test.run();
