import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { cli } from "../support/cli.ts";
import { jekyllFiles } from "../support/jekyll-site.ts";
import { Site } from "../support/site.ts";

const test = suite("migrate with collections, text files and Sass");

interface Report {
  addresses: { total: number; missing: { url: string; file: string; why: string }[] };
  kept: { file: string; by: string }[];
  keys: { name: string; works: boolean }[];
  notRun: { file: string }[];
}

/** Migrates a site and returns the report and the new site, which the test removes with its folder. */
async function migrated(files: Record<string, string>): Promise<{ report: Report; site: Site; work: Site }> {
  const work = new Site();
  new Site({ ...jekyllFiles, ...files }, path.join(work.folder, "old"));
  const { code, output } = await cli(work.folder, ["migrate", "old", "--out", "new", "--json"]);
  assert.is(code, 0, output);
  const site = new Site({}, path.join(work.folder, "new"));
  site.link();
  return { report: JSON.parse(output.slice(output.indexOf("{"))) as Report, site, work };
}

test("every page that Jekyll makes is counted and there", async () => {
  const { report, site, work } = await migrated({
    "_config.yml": `${jekyllFiles["_config.yml"]}collections_dir: my
collections: { talks: { output: true }, people: {} }
sass: { style: compressed }
`,
    "my/_talks/a b.md": "---\nlayout: page\n---\nTalk\n",
    "my/_talks/later.md": "---\ndate: 2999-01-01\n---\nTalk\n",
    "my/_talks/slides.pdf": "PDF",
    "my/_people/ada.md": "---\nname: Ada\n---\n",
    "my/_posts/2020-02-03-mine.md": "---\nlayout: post\ntitle: Mine\n---\nPost\n",
    "css/mine.scss": '---\n---\n@import "base/variables", "mine";\n',
    "_sass/mine.scss": ".mine { color: red }",
    "_sass/base/variables.sass": "$alpha: blue\n",
    "js/a.js": '---\n---\nvar title = "{{ site.title }}";\n',
    "js/b.coffee": "---\n---\na = 1\n",
    "team.htm": "---\n---\n{% for p in site.people %}{{ p.name }}{% endfor %}",
    "evil.js": "---js\n{ title: process.exit(3) }\n---\n",
    "override.css": "---\ntemplateEngineOverride: njk\n---\n",
  });
  assert.equal(
    report.addresses.missing.sort((a, b) => (a.url < b.url ? -1 : 1)),
    [
      {
        url: "/js/b.js",
        file: "js/b.coffee",
        why: "indigo: js/b.coffee is left out: CoffeeScript is not compiled. Replace it by the compiled JavaScript.",
      },
      {
        url: "/override.css",
        file: "override.css",
        why: 'Eleventy follows its key "templateEngineOverride", which can run JavaScript',
      },
    ],
  );
  // Home, about, games, feed; talk, post, CSS, two scripts, team, override.css. The other post is outside of `collections_dir`.
  assert.is(report.addresses.total, 11);
  assert.equal(report.notRun.map(({ file }) => file).sort(), ["evil.js", "override.css"]);
  for (const name of ["collections", "collections_dir", "sass"])
    assert.is(report.keys.find((key) => key.name === name)?.works, true, name);
  // The theme's Sass stays, since the site's own imports it.
  assert.equal(
    report.kept.filter(({ file }) => file.startsWith("_sass/")),
    [
      { file: "_sass/base/variables.sass", by: "css/mine.scss" },
      { file: "_sass/pages/home-blog-projects.sass", by: "css/mine.scss" },
    ],
  );
  await site.built();
  assert.is(site.read("css/mine.css"), ".mine{color:red}\n");
  assert.is(site.read("js/a.js"), 'var title = "Ada Lovelace";\n');
  assert.is(site.read("team/index.htm"), "Ada");
  assert.is(site.read("talks/slides.pdf"), "PDF");
  assert.match(site.read("talks/a b/index.html"), "Talk");
  work.remove();
});

test.run();
