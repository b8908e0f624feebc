import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { tagsIn, unknownTags } from "../../plugin/cli/migrate/liquid-inventory.ts";
import { navigationOf } from "../../plugin/cli/migrate/navigation.ts";
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

test("navigation is read from a list as Indigo has it, and from nothing else", () => {
  const config = { blog: true, about: true, talks: true };
  const li = (href: string, label: string, key?: string): string =>
    `${key ? `{% if site.${key} == true %}` : ""}<li><a class="link" href="${href}">${label}</a></li>`;
  const themes = `${li("{{ site.url }}/", "Home")}${li("{{ site.url }}/blog", "Blog", "blog")}${li("{{ site.url }}/about", "About", "about")}`;
  assert.is(navigationOf(themes, config), undefined, "the plugin has the same");
  assert.equal(
    navigationOf(`${themes}${li("{{ site.baseurl }}/talks/", "Talks", "talks")}`, config)?.at(-1),
    {
      label: "Talks",
      url: "/talks/",
    },
  );
  assert.is(navigationOf(`${themes}${li("/off", "Off", "off")}`, config), undefined, "turned off");
  assert.is(navigationOf(`${themes}${li("{{ page.x }}", "X")}`, config), undefined, "not understood");
  assert.is(navigationOf("<nav></nav>", config), undefined);
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

test.run();
