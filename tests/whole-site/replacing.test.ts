import path from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { pages } from "../../plugin/options/pages.ts";
import { layoutNames as offeredLayouts } from "../../plugin/templates/theme-files.ts";
import { config, Site } from "../support/site.ts";
import { partNames as allPartNames, blocks, layoutNames } from "../support/theme-files.ts";
import { Watch } from "../support/watch.ts";

// Whatever the theme is made of is the author's to replace. What there is, is asked of the theme itself; a part that no
// page of this one site shows fails the test, and wants content or options here that need it.

/** The parts of pages. Of an image, which pages do not contain, tests/pages/drawn-share-images.test.ts replaces the part. */
const partNames = allPartNames.filter((name) => name !== "parts/share-image");

const options = {
  title: "Edward Hu",
  bio: "A researcher",
  url: "https://example.org",
  picture: "me.svg",
  social: { github: "edwardhu" },
  authors: { ed: { name: "Ed", bio: "Me", affiliations: "Lab" } },
  shareStyle: "quiet",
  comments: { giscus: { repo: "ed/site", repoId: "R_1", category: "C", categoryId: "D_1" } },
  analytics: { plausible: "example.org", goatcounter: "ed", google: "G-1" },
  postsPerPage: 1,
  search: true,
  themeSwitch: true,
  toc: true,
  citePosts: true,
  archives: true,
  navigation: [
    "home",
    "blog",
    "projects",
    "publications",
    "tags",
    "talks",
    "about",
    { label: "More", items: ["people", "cv"] },
  ],
  pages: { llms: true },
  sections: { news: true, talks: { map: true }, teaching: true, people: true, projects: true, cv: true },
  languages: { fr: { home: ["text", "posts"] } },
};

const post = (title: string): string =>
  `---\ntitle: ${title}\ndate: 2024-01-01\nlayout: post\ntags: [posts, maths]\nauthor: ed\nseries: S\nredirectFrom: /old/${title}/\nprojects: true\ncategories: blog\n---\nWords.\n\n## A\n\n## B\n\n## C\n\n\`\`\`js\nlet a;\n\`\`\`\n`;

const publication =
  "{ id: ID, title: T, venue: ICLR, year: 2022, selected: true, abstract: A, authors: [Edward Hu, Ada Lovelace], links: [{ label: Paper, url: https://example.com }] }\n";

const files: Record<string, string> = {
  "me.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9H0z"/></svg>',
  "about.md": '---\ntitle: About\nlayout: page\n---\n{% publications "by year" %}\n',
  "one.md": "---\ntitle: One\nlayout: page\n---\n{% publications %}\n",
  "full.md": '---\ntitle: Full\nlayout: page\n---\n{% publications "full" %}\n',
  "posts/a.md": post("Alpha"),
  "posts/b.md": post("Beta"),
  "fr/about.md": "---\ntitle: À propos\ndate: 2024-01-01\nlayout: page\n---\nMots.\n",
  "fr/posts/c.md": post("Gamma"),
  "news.yaml": '[{ date: 2024-01-01, text: "N" }]',
  "small.md": "---\ntitle: Small\nlayout: page\nshowHeader: small\n---\nWords.\n",
  "talks.yaml":
    '[{ title: "T", year: 2024, coordinates: [1, 2], links: [{ label: "L", url: "/" }], people: [p], publications: [lora] }]',
  "teaching.yaml": '[{ title: "C", term: "Fall", schedule: [{ week: 1, topic: "T" }] }]',
  "people/p.md": "---\nname: P\nrole: R\npublications: [lora]\nposts: [a]\n---\nWords.\n",
  "projects.yaml": '[{ title: "X" }]',
  "cv.json": '{ "basics": { "name": "Ed" }, "work": [{ "name": "W", "startDate": "2020" }] }',
  // As many as a list with filters has.
  "publications.yaml": ["lora", "mup", ..."abcdefgh"]
    .map((id, at) => `- ${publication.replace("ID", id).replace("2022", String(2020 + (at % 3)))}`)
    .join(""),
};

/** What the theme has, as a config finds it out: its shortcodes by kind, and its pages with their addresses. */
interface Found {
  single: string[];
  paired: string[];
  pages: Record<string, string>;
}

const configOf = (before = "", after = ""): string => `
import { writeFileSync } from "node:fs";
import indigo from "eleventy-plugin-indigo";

export default function (eleventyConfig) {
  const own = new Set();
  eleventyConfig.addPlugin((config) => {
    for (const name of Object.keys({ ...config.getShortcodes(), ...config.getPairedShortcodes() })) own.add(name);
  });
  ${before}
  eleventyConfig.addPlugin(indigo, ${JSON.stringify(options)});
  eleventyConfig.addPlugin((config) => {
    const news = (shortcodes) => Object.keys(shortcodes).filter((name) => !own.has(name));
    const pages = Object.values(config.virtualTemplates).flatMap(({ data }) =>
      data?.indigoPage && !data.lang ? [[data.indigoPage, data.permalink]] : []);
    writeFileSync("found.json", JSON.stringify({
      single: news(config.getShortcodes()),
      paired: news(config.getPairedShortcodes()),
      pages: Object.fromEntries(pages),
    }));
    ${after}
  });
}
`;

const html = (site: Site): string[] => site.files().filter((file) => /\.(html|xml|txt)$/.test(file));
const everything = (site: Site): string =>
  html(site)
    .map((file) => site.read(file))
    .join("\n");

/** Builds the site with these files added or replaced, and passes it on with the output of the build. */
async function withSite(
  more: Record<string, string>,
  use: (site: Site, output: string) => void | Promise<void>,
): Promise<void> {
  const site = new Site({ "eleventy.config.js": configOf(), ...files, ...more });
  try {
    const { code, output } = await site.build();
    assert.is(code, 0, output);
    await use(site, output);
  } finally {
    site.remove();
  }
}

let plain: Record<string, string> = {};
let found: Found = { single: [], paired: [], pages: {} };

/** A page for each layout that shows something without data of its own. */
const layoutPages = Object.fromEntries(
  layoutNames
    .filter((name) => name !== "publication")
    .map((name) => [
      `with/${name}.md`,
      `---\ntitle: With\ndate: 2024-01-01\nlayout: ${name}\nsection: talks\n---\nWords.\n`,
    ]),
);

test("every file of the folder that is made for it is a layout, and every page and shortcode is known", async () => {
  await withSite(layoutPages, (site) => {
    plain = Object.fromEntries(html(site).map((file) => [file, site.read(file)]));
    found = JSON.parse(site.source("found.json"));
  });
  assert.equal(layoutNames.toSorted(), offeredLayouts().toSorted());
  assert.equal(layoutNames.toSorted(), [
    "archive",
    "blog",
    "default",
    "home",
    "not-found",
    "page",
    "post",
    "projects",
    "publication",
    "publications-page",
    "search",
    "section",
    "tags",
  ]);
  assert.equal(Object.keys(found.pages).sort(), Object.keys(pages.shape).sort());
  assert.ok(found.single.includes("publications") && found.paired.includes("evidence"));
});

test("every partial is the site's where it has one of its name", async () => {
  let missing = partNames;
  // Each round replaces what the round before did not show, since its place was in something that was replaced.
  for (let round = 0; round < 8 && missing.length > 0; round++) {
    const parts = missing.map((name) => [`_includes/indigo/${name}.njk`, `{# #}[part ${name}]`]);
    await withSite(Object.fromEntries(parts), (site) => {
      const shown = everything(site);
      const left = missing.filter((name) => !shown.includes(`[part ${name}]`));
      if (left.length === missing.length) round = 8;
      missing = left;
    });
  }
  assert.equal(missing, [], "no page of the site above shows these");
});

test("a partial of the site's can wrap the theme's", () =>
  withSite(
    {
      "_includes/indigo/parts/nav.njk": '<b>before</b>{% include "theme/parts/nav.njk" %}',
      "_includes/indigo/publications/publications.njk":
        '<b>more</b>{% include "theme/publications/publications.njk" %}',
    },
    (site) => {
      assert.match(site.read("about/index.html"), '<b>before</b><nav class="nav nav-long"');
      assert.match(site.read("one/index.html"), '<b>more</b><ul class="publications">');
    },
  ));

const oldName = (part: string): string => path.posix.basename(part);

const oldNameWarning = (part: string): string =>
  `indigo: _includes/indigo/${oldName(part)}.njk replaces a part by its old name; move it to _includes/indigo/${part}.njk (the old name works until 0.3).`;

test("every partial is the site's also by its old name, with one warning", async () => {
  let missing = partNames;
  for (let round = 0; round < 8 && missing.length > 0; round++) {
    const parts = missing.map((name) => [`_includes/indigo/${oldName(name)}.njk`, `{# #}[part ${name}]`]);
    await withSite(Object.fromEntries(parts), (site, output) => {
      const shown = everything(site);
      const left = missing.filter((name) => !shown.includes(`[part ${name}]`));
      for (const name of missing.filter((part) => !left.includes(part)))
        assert.is(output.split(oldNameWarning(name)).length, 2, name);
      if (left.length === missing.length) round = 8;
      missing = left;
    });
  }
  assert.equal(missing, [], "no page of the site above shows these");
});

test("a partial at its path comes before one of its old name, without a warning", () =>
  withSite(
    Object.fromEntries(
      partNames.flatMap((name) => [
        [`_includes/indigo/${name}.njk`, "{# #}[new]"],
        [`_includes/indigo/${oldName(name)}.njk`, "{# #}[old]"],
      ]),
    ),
    (site, output) => {
      assert.match(everything(site), "[new]");
      assert.not.match(everything(site), "[old]");
      assert.not.match(output, "old name");
    },
  ));

test("templates of the site's find partials by their old names: the site's own, or the theme's", () =>
  withSite(
    {
      "_includes/indigo/nav.njk": '<b>before</b>{% include "theme/nav.njk" %}',
      "_includes/indigo/publications.njk": '<b>more</b>{% extends "theme/publications.njk" %}',
      "_includes/indigo/parts/search-form.njk": "<b>mine</b>",
      "a.njk":
        '---\nlayout: page\n---\n{% include "indigo/search-form.njk" %}{% include "theme/search-form.njk" %}',
    },
    (site, output) => {
      assert.match(site.read("about/index.html"), '<b>before</b><nav class="nav nav-long"');
      assert.match(site.read("one/index.html"), '<ul class="publications">');
      assert.match(site.read("a/index.html"), /<b>mine<\/b><(form|search)/);
      for (const part of ["parts/nav", "publications/publications"])
        assert.is(output.split(oldNameWarning(part)).length, 2, part);
      for (const [scope, part] of [
        ["theme", "parts/nav"],
        ["theme", "publications/publications"],
        ["indigo", "parts/search-form"],
        ["theme", "parts/search-form"],
      ] as const) {
        const warning = `indigo: "${scope}/${oldName(part)}.njk" is the old name of "${scope}/${part}.njk" (it works until 0.3).`;
        assert.is(output.split(warning).length, 2, warning);
      }
    },
  ));

for (const [footer, list] of [
  ["parts/footer", "publications/publications"],
  ["footer", "publications"],
]) {
  test(`partials ${footer} and ${list} are watched: added, changed twice and removed`, async () => {
    const site = new Site({
      "eleventy.config.js": config({ title: "Hu" }),
      "publications.yaml": `- ${publication.replace("ID", "lora")}`,
      "a.md": "---\ntitle: A\nlayout: page\n---\n{% publications %}\n",
      "_includes/other.txt": "",
    });
    const eleventy = new Watch(site.folder);
    try {
      await eleventy.until(() => eleventy.output.includes("Watching"));
      for (const text of ["[one NAME]", "[two NAME]", "[three NAME]"]) {
        const change = (): void => {
          for (const name of [footer, list])
            site.write({ [`_includes/indigo/${name}.njk`]: text.replace("NAME", name ?? "") });
        };
        change();
        await eleventy.until(
          () =>
            [footer, list].every((name) =>
              site.read("a/index.html").includes(text.replace("NAME", name ?? "")),
            ),
          change,
        );
      }
      await eleventy.remove(...[footer, list].map((name) => `_includes/indigo/${name}.njk`));
      // Eleventy does not build when a file is removed, but with the next change.
      await eleventy.after(
        () => site.write({ "b.md": "Words." }),
        () =>
          ["footer-main", '<ul class="publications">'].every((part) =>
            site.read("a/index.html").includes(part),
          ),
      );
    } finally {
      await eleventy.stop();
      site.remove();
    }
  });
}

test("every block of every layout can be wrapped", () => {
  const own = layoutNames.map((name) => {
    const wrapped = blocks(name).map(
      (block) => `{% block ${block} %}[${name} ${block}]{{ super() }}[/${name} ${block}]{% endblock %}`,
    );
    return [`_includes/${name}.njk`, `{% extends "indigo/${name}.njk" %}${wrapped.join("")}`];
  });
  return withSite({ ...layoutPages, ...Object.fromEntries(own) }, (site) => {
    const all = everything(site);
    for (const name of layoutNames) {
      for (const block of blocks(name)) assert.ok(all.includes(`[${name} ${block}]`), `${name}: ${block}`);
    }
    // Without the marks every page is as it was.
    const bare = (text: string): string => text.replaceAll(/\[\/?[\w-]+ \w+\]|\s+/g, "");
    assert.equal(html(site).sort(), Object.keys(plain).sort());
    for (const [file, text] of Object.entries(plain)) assert.is(bare(site.read(file)), bare(text), file);
  });
});

const ownShortcodes = (config: string): string =>
  [
    ...found.single.map(
      (name) => `${config}.addShortcode(${JSON.stringify(name)}, () => "[single ${name}]");`,
    ),
    ...found.paired.map(
      (name) => `${config}.addPairedShortcode(${JSON.stringify(name)}, () => "[paired ${name}]");`,
    ),
  ].join("\n");

const shortcodePage = (): string =>
  [
    ...found.single.map((name) => `{% ${name} %}`),
    ...found.paired.map((name) => `{% ${name} %}x{% end${name} %}`),
  ].join("\n");

const everyShortcode = (): string =>
  [...found.single.map((name) => `[single ${name}]`), ...found.paired.map((name) => `[paired ${name}]`)].join(
    "\n",
  );

test("every layout is the site's where it has one of its name, and every shortcode made before the plugin", () =>
  withSite(
    {
      ...layoutPages,
      ...Object.fromEntries(layoutNames.map((name) => [`_includes/${name}.njk`, `[layout ${name}]`])),
      "eleventy.config.js": configOf(ownShortcodes("eleventyConfig")),
      "about.md": "",
      "one.md": "",
      "codes.njk": shortcodePage(),
      "codes-in-liquid.liquid": shortcodePage(),
    },
    (site) => {
      const all = everything(site);
      for (const name of layoutNames) assert.match(all, `[layout ${name}]`);
      assert.is(site.read("codes/index.html"), everyShortcode());
      assert.is(site.read("codes-in-liquid/index.html"), everyShortcode());
    },
  ));

test("every page is the site's where it has one at its address, and every shortcode made after the plugin", () =>
  withSite(
    {
      ...Object.fromEntries(
        Object.entries(found.pages).map(([name, url]) => [
          `own/${name}.html`,
          `---\npermalink: ${url.replace("ID", "lora")}\n---\n[page ${name}]`,
        ]),
      ),
      "eleventy.config.js": configOf("", ownShortcodes("config")),
      "about.md": "",
      "one.md": "",
      "codes.njk": shortcodePage(),
    },
    (site) => {
      for (const [name, url] of Object.entries(found.pages)) {
        assert.is(site.read(url.replace("ID", "lora").replace(/\/$/, "/index.html")), `[page ${name}]`);
      }
      assert.match(site.read("publications/mup/index.html"), '<article class="publication">');
      assert.is(site.read("codes/index.html"), everyShortcode());
    },
  ));

test("so it is where a file that is copied has the address", () => {
  const addresses = Object.values(found.pages).map((url) =>
    url.replace("ID", "lora").replace(/\/$/, "/index.html"),
  );
  return withSite(
    {
      ...Object.fromEntries(addresses.map((address) => [`static${address}`, `[file ${address}]`])),
      "eleventy.config.js": configOf('eleventyConfig.addPassthroughCopy({ static: "/" });'),
      ".eleventyignore": "static",
    },
    (site) => {
      for (const address of addresses) assert.is(site.read(address), `[file ${address}]`);
    },
  );
});

test("a shortcode made for one template language is the site's there, and the theme's elsewhere", () =>
  withSite(
    {
      "eleventy.config.js": configOf(
        'eleventyConfig.addNunjucksShortcode("breaker", () => "[mine]"); eleventyConfig.addPairedShortcode("publicationChart", (text) => text + "!");',
      ),
      "a.njk": "{% breaker %}{% publicationChart %}x{% endpublicationChart %}",
      "b.liquid": "{% breaker %}{% publicationChart %}x{% endpublicationChart %}",
    },
    (site) => {
      assert.is(site.read("a/index.html"), "[mine]x!");
      assert.is(site.read("b/index.html"), '<div class="breaker"></div>x!');
    },
  ));

test.run();
