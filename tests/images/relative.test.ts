import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, Site } from "../support/site.ts";

// Images and links that are written as paths from the file of the text.

const test = suite("relative images and links of texts");

/** A GIF of one pixel. */
const gif =
  "GIF89a\u0001\u0000\u0001\u0000\u0080\u0000\u0000\u0000\u0000\u0000\u00ff\u00ff\u00ff,\u0000\u0000\u0000\u0000\u0001\u0000\u0001\u0000\u0000\u0002\u0002D\u0001\u0000;";
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>\n';

const post = (body: string): string =>
  `---\ntitle: A\ndate: 2024-05-01\ntags: posts\nlayout: post\n---\n${body}\n`;

const files = {
  "assets/t.svg": svg,
  "assets/one two.svg": svg,
  "posts/fig.svg": svg,
  "posts/sub/fig.svg": svg,
  "posts/movie.mp4": "x",
  "posts/data/table.csv": "a,b\n",
  "posts/run.py": "print(1)\n",
  "posts/plot.html": "<p>A plot</p>\n",
  "files/x.pdf": "%PDF",
  "files/größe.pdf": "%PDF",
  "img/in.svg": svg,
  "public/out.svg": svg,
  "other.md": page("Other", "Text."),
  "posts/other.md": post("Text."),
  "posts/2024-01-02-dated.md": post("Text."),
  "posts/moved.md": "---\ntitle: Moved\nlayout: page\npermalink: /elsewhere/here.html\n---\nText.\n",
  "posts/list.njk": "---\ntitle: List\nlayout: page\n---\nText.\n",
  "posts/hidden.md": "---\ntitle: Hidden\npermalink: false\n---\nText.\n",
  "notes/index.md": page("Notes", "Text."),
};

const passthrough = `eleventyConfig.addPassthroughCopy("public");
  eleventyConfig.addPassthroughCopy({ img: "images" });`;

/** Builds a site with these texts. Returns it with the theme's warnings. */
async function built(
  texts: Record<string, string>,
  options: object = {},
  rest = passthrough,
  ...args: string[]
) {
  const site = new Site({
    "eleventy.config.js": config({ title: "Ada", url: "https://example.org", ...options }, rest),
    ...files,
    ...texts,
  });
  const { code, output } = await site.buildInProcess(...args);
  assert.is(code, 0, output);
  const warnings = output.split("\n").filter((line) => line.startsWith("indigo: "));
  return { site, warnings: warnings.map((line) => line.slice("indigo: ".length)) };
}

/** In `posts/a.md`: Markdown, the HTML that it becomes, and a file of the output. */
const cases: readonly [string, string, string?][] = [
  // Images
  ["![a](../assets/t.svg)", 'src="/assets/t.svg"', "assets/t.svg"],
  ["![a](fig.svg)", 'src="/posts/fig.svg"', "posts/fig.svg"],
  ["![a](./fig.svg)", 'src="/posts/fig.svg"'],
  ["![a](sub/../fig.svg)", 'src="/posts/fig.svg"'],
  ["![a](sub/fig.svg)", 'src="/posts/sub/fig.svg"', "posts/sub/fig.svg"],
  ["![a](<../assets/one two.svg>)", 'src="/assets/one%20two.svg"', "assets/one two.svg"],
  ["![a](../assets/one%20two.svg)", 'src="/assets/one%20two.svg"'],
  ['![a](fig.svg "Caption ![b](sub/fig.svg)")', '<img src="/posts/sub/fig.svg"'],
  ["![a][r]\n\n[r]: fig.svg", 'src="/posts/fig.svg"'],
  ["[![a](fig.svg)](../assets/t.svg)", '<a href="/assets/t.svg"><img src="/posts/fig.svg"'],
  ["A note.[^1]\n\n[^1]: ![a](fig.svg)", 'src="/posts/fig.svg"'],
  ["- ![a](fig.svg)", 'src="/posts/fig.svg"'],
  ["| a |\n| - |\n| ![a](fig.svg) |", 'src="/posts/fig.svg"'],
  ["![a](../img/in.svg)", 'src="/images/in.svg"', "images/in.svg"],
  ["![a](/assets/t.svg)", 'src="/assets/t.svg"', "assets/t.svg"],
  // HTML
  ['<img src="fig.svg" alt="a > b">', '<img src="/posts/fig.svg" alt="a > b"'],
  ["a <img alt=a src=fig.svg> b", '<img alt=a src="/posts/fig.svg"'],
  ["<p><img alt='a' src='../assets/t.svg'></p>", `<img alt='a' src="/assets/t.svg"`],
  [
    '<img src="fig.svg" srcset="fig.svg 1x, sub/fig.svg 2x" alt="a">',
    'srcset="/posts/fig.svg 1x, /posts/sub/fig.svg 2x"',
  ],
  [
    '<video src="movie.mp4" poster="fig.svg"></video>',
    '<video src="/posts/movie.mp4" poster="/posts/fig.svg">',
    "posts/movie.mp4",
  ],
  ['<a href="../files/x.pdf?a=1&amp;b=2">p</a>', 'href="/files/x.pdf?a=1&amp;b=2"', "files/x.pdf"],
  ['<!-- <img src="fig.svg"> -->', '<!-- <img src="fig.svg"> -->'],
  ['<pre><code>&lt;img src="fig.svg"&gt;</code></pre>', '&lt;img src="fig.svg"&gt;'],
  // Files
  ["[p](../files/x.pdf)", 'href="/files/x.pdf"', "files/x.pdf"],
  ["[p](../files/x.pdf#page=3)", 'href="/files/x.pdf#page=3"'],
  ["[p](../files/größe.pdf)", 'href="/files/gr%C3%B6%C3%9Fe.pdf"', "files/größe.pdf"],
  ["[p](data/table.csv)", 'href="/posts/data/table.csv"', "posts/data/table.csv"],
  ["[p](run.py)", 'href="/posts/run.py"', "posts/run.py"],
  // Pages
  ["[o](other.md)", 'href="/posts/other/"'],
  ["[o](./other.md#part)", 'href="/posts/other/#part"'],
  ["[o](../other.md?a=b)", 'href="/other/?a=b"'],
  ["[o](other)", 'href="/posts/other/"'],
  ["[o](other/)", 'href="/posts/other/"'],
  ["[o](2024-01-02-dated.md)", 'href="/posts/2024-01-02-dated/"'],
  ["[o](moved.md)", 'href="/elsewhere/here.html"'],
  ["[o](list.njk)", 'href="/posts/list/"'],
  ["[o](plot.html)", 'href="/posts/plot/"'],
  ["[o](../notes/index.md)", 'href="/notes/"'],
  ["[o](posts/other.md)", 'href="/posts/other/"'],
  ["[o](/posts/other.md)", 'href="/posts/other/"'],
  // What works, or is no path, stays.
  ["[o](../other/)", 'href="../other/"'],
  ["[o](../../other/)", 'href="../../other/"'],
  ["[o](../../blog/)", 'href="../../blog/"'],
  ["![a](../../public/out.svg)", 'src="../../public/out.svg"'],
  ["[o](../../feed.xml)", 'href="../../feed.xml"'],
  ["[o](.)", 'href="."'],
  ["[o](#part)", 'href="#part"'],
  ["[o](?a=b)", 'href="?a=b"'],
  ["[o](mailto:a@b.c)", 'href="mailto:a@b.c"'],
  ["[o](//example.org/other.md)", 'href="//example.org/other.md"'],
  ["[o](https://example.org/other.md)", 'href="https://example.org/other.md"'],
  ["[o](/posts/other/)", 'href="/posts/other/"'],
  ["`![a](fig.svg)`", "<code>![a](fig.svg)</code>"],
];

test("in a post: each kind of reference", async () => {
  const { site, warnings } = await built(
    Object.fromEntries(cases.map(([source], index) => [`posts/c${index}.md`, post(source)])),
  );
  try {
    for (const [index, [source, wanted, copied]] of cases.entries()) {
      const html = site.read(`posts/c${index}/index.html`);
      assert.ok(
        html.includes(wanted),
        `${source}: ${/<article[\s\S]*?<\/article>|<main[\s\S]*?<\/main>/.exec(html)?.[0]}`,
      );
      if (copied) assert.ok(site.has(copied), copied);
    }
    assert.equal(warnings, []);
    assert.not.ok(site.has("img/in.svg"));
    assert.not.ok(site.has("posts/other.md"));
    // Elsewhere than at the URL of the post.
    const feed = site.read("feed.xml");
    assert.match(feed, "https://example.org/posts/fig.svg");
  } finally {
    site.remove();
  }
});

test("in every kind of text", async () => {
  const body = "![a](pic.svg) [p](p.pdf) [o](/other.md)";
  const { site, warnings } = await built(
    {
      "about.md": page("About", "![a](assets/t.svg) [o](posts/other.md)"),
      "fr/about.md": page("À propos", body),
      "fr/pic.svg": svg,
      "fr/p.pdf": "%PDF",
      "people/ada.md": `---\nname: Ada\n---\n${body}\n`,
      "people/pic.svg": svg,
      "people/p.pdf": "%PDF",
      "data/pic.svg": svg,
      "news.yaml": '- { date: 2024-01-01, text: "See [a post](posts/other.md) and ![a](data/pic.svg)." }\n',
      "shown.md": page("Shown", "{% news %}\n\n{% people %}"),
      "moved.md":
        "---\ntitle: M\nlayout: page\npermalink: /deep/er/index.html\n---\n![a](assets/t.svg) [o](other.md)\n",
    },
    { languages: { fr: { title: "Ada" } }, sections: { news: true, people: true } },
  );
  try {
    assert.equal(warnings, []);
    assert.match(site.read("about/index.html"), /src="\/assets\/t\.svg".* href="\/posts\/other\/"/);
    assert.match(site.read("deep/er/index.html"), /src="\/assets\/t\.svg".* href="\/other\/"/);
    assert.match(
      site.read("fr/about/index.html"),
      /src="\/fr\/pic\.svg".* href="\/fr\/p\.pdf".* href="\/other\/"/,
    );
    for (const file of ["fr/pic.svg", "fr/p.pdf", "people/pic.svg", "people/p.pdf", "data/pic.svg"])
      assert.ok(site.has(file), file);
    for (const url of ["people/ada/index.html", "people/index.html", "shown/index.html"])
      assert.match(site.read(url), /src="\/people\/pic\.svg".* href="\/people\/p\.pdf"/, url);
    for (const url of ["news/index.html", "shown/index.html"])
      assert.match(site.read(url), /href="\/posts\/other\/".* src="\/data\/pic\.svg"/, url);
  } finally {
    site.remove();
  }
});

/** In `posts/a.md` or a page: Markdown, and the warning. */
const missing: readonly [string, string, string][] = [
  ["posts/a.md", "![a](fgi.svg)", 'shows an image that does not exist: "fgi.svg". Did you mean "fig.svg"?'],
  [
    "posts/a.md",
    "![a](assets/t.svg)",
    'shows an image that does not exist: "assets/t.svg". Did you mean "../assets/t.svg"?',
  ],
  ["posts/a.md", "![a](FIG.SVG)", 'shows an image that does not exist: "FIG.SVG". Did you mean "fig.svg"?'],
  [
    "posts/a.md",
    "![a](/assets/T.svg)",
    'shows an image that does not exist: "/assets/T.svg". Did you mean "/assets/t.svg"?',
  ],
  ["posts/a.md", "![a](nowhere/at-all.png)", 'shows an image that does not exist: "nowhere/at-all.png".'],
  ["posts/a.md", '<img src="gone.png" alt="a">', 'shows an image that does not exist: "gone.png".'],
  [
    "posts/a.md",
    "[p](../files/y.pdf)",
    'links a file that does not exist: "../files/y.pdf". Did you mean "../files/x.pdf"?',
  ],
  ["posts/a.md", "[o](othr.md)", 'links a file that does not exist: "othr.md". Did you mean "other.md"?'],
  ["posts/a.md", "[o](nothing/)", 'links a page that does not exist: "nothing/".'],
  ["posts/a.md", "[o](hidden.md)", 'links a page that is not published: "hidden.md".'],
  [
    "about.md",
    "[p](files/x.pfd)",
    'links a file that does not exist: "files/x.pfd". Did you mean "files/x.pdf"?',
  ],
];

test("what does not exist is logged once, with file and line, and stays as it is", async () => {
  for (const [file, source, message] of missing) {
    const line = file.startsWith("posts/") ? 9 : 7;
    const text = `First.\n\n${source}`;
    const { site, warnings } = await built({
      [file]: file.startsWith("posts/") ? post(text) : page("A", text),
    });
    try {
      assert.equal(warnings, [`${file}:${line} ${message}`]);
    } finally {
      site.remove();
    }
  }
});

const secret = "SECRET-WORDS";

/** Names of private files, and why they are not published. */
const refused: readonly [string, string][] = [
  ["../../../../../../../etc/passwd", "does not exist"],
  ["../../../../../../../../../../../../etc/hostname.txt", "does not exist"],
  ["../.env", 'has the private part ".env"'],
  ["../_drafts/offer.pdf", 'has the private part "_drafts"'],
  ["../assets/link.pdf", "leads out of the input folder"],
  ["../assets/folder/out.pdf", "leads out of the input folder"],
  ["../assets/env.pdf", 'has the private part ".env"'],
  ["../private/key.pdf", "holds a private key"],
  ["../private/settings.toml", "is not an image"],
  ["../eleventy.config.js", "is not an image"],
  ["../private/draft.md", "a page that is not published"],
  ["%2e%2e/.env", 'has the private part ".env"'],
];

test("no private file is published", async () => {
  const outside = mkdtempSync(path.join(tmpdir(), "indigo-outside-"));
  writeFileSync(path.join(outside, "out.pdf"), secret);
  const lines = refused.flatMap(([name]) => [`[a](${name})`, `![a](${name})`, `<a href="${name}">a</a>`]);
  const site = new Site({
    "eleventy.config.js": config({ title: "Ada" }),
    ".eleventyignore": "private\n",
    ".env": secret,
    "_drafts/offer.pdf": secret,
    "private/key.pdf": `-----BEGIN PRIVATE KEY-----\n${secret}`,
    "private/settings.toml": secret,
    "private/draft.md": `---\ntitle: D\n---\n${secret}`,
    "posts/a.md": post(lines.join("\n\n")),
  });
  mkdirSync(path.join(site.folder, "assets"), { recursive: true });
  symlinkSync(path.join(outside, "out.pdf"), path.join(site.folder, "assets/link.pdf"));
  symlinkSync(outside, path.join(site.folder, "assets/folder"));
  symlinkSync("../.env", path.join(site.folder, "assets/env.pdf"));
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    assert.equal(
      site.files().filter((file) => site.read(file).includes(secret)),
      [],
    );
    for (const [name, reason] of refused) {
      const found = output.split("\n").some((line) => line.includes("posts/a.md:") && line.includes(reason));
      assert.ok(found, `${name}: ${reason}\n${output}`);
    }
  } finally {
    rmSync(outside, { recursive: true, force: true });
    site.remove();
  }
});

test("a path prefix is added, in feeds too", async () => {
  const { site, warnings } = await built(
    { "posts/a.md": post("![a](fig.svg) [o](other.md) ![b](/sub/assets/t.svg)") },
    {},
    passthrough,
    "--pathprefix=sub",
  );
  try {
    assert.equal(warnings, []);
    assert.match(
      site.read("posts/a/index.html"),
      /src="\/sub\/posts\/fig\.svg".* href="\/sub\/posts\/other\/"/,
    );
    assert.match(site.read("feed.xml"), "https://example.org/sub/posts/fig.svg");
  } finally {
    site.remove();
  }
});

test("an input folder of its own, and Eleventy's own ways to do it", async () => {
  const inSource = Object.fromEntries(
    Object.entries({ ...files, "posts/a.md": post("![a](../assets/t.svg) [o](other.md)") }).map(
      ([name, text]) => [`src/${name}`, text],
    ),
  );
  const site = new Site({ ...inSource, "eleventy.config.js": config({ title: "Ada" }) });
  const own = new Site({
    ...files,
    "posts/a.md": post("![a](fig.svg) [o](other.md)"),
    "eleventy.config.js": `import { InputPathToUrlTransformPlugin } from "@11ty/eleventy";
${config(
  { title: "Ada" },
  'eleventyConfig.addPlugin(InputPathToUrlTransformPlugin); eleventyConfig.addPassthroughCopy("**/*.svg", { mode: "html-relative" });',
)}`,
  });
  try {
    await site.builtInProcess("--input=src");
    assert.match(site.read("posts/a/index.html"), /src="\/assets\/t\.svg".* href="\/posts\/other\/"/);
    assert.ok(site.has("assets/t.svg"));
    await own.builtInProcess();
    // From the input folder first.
    assert.match(own.read("posts/a/index.html"), /src="fig\.svg".* href="\/other\/"/);
    assert.ok(own.has("posts/a/fig.svg"));
    assert.not.ok(own.has("posts/fig.svg"));
  } finally {
    site.remove();
    own.remove();
  }
});

test("a Jekyll site is left as it is", async () => {
  const { site, warnings } = await built(
    { "posts/a.md": post("![a](fig.svg) ![b](gone.svg) [o](other.md)") },
    { jekyll: true },
  );
  try {
    assert.equal(warnings, []);
    assert.match(site.read("posts/a.html"), /src="fig\.svg".* src="gone\.svg".* href="other\.md"/);
  } finally {
    site.remove();
  }
});

test("gifs are copied as they are", async () => {
  const site = new Site({ "eleventy.config.js": config({ title: "Ada" }), "a.md": page("A", "![a](x.gif)") });
  writeFileSync(path.join(site.folder, "x.gif"), gif, "latin1");
  try {
    await site.builtInProcess();
    assert.match(site.read("a/index.html"), '<img src="/x.gif" alt="a" width="1" height="1">');
    assert.ok(site.has("x.gif"));
  } finally {
    site.remove();
  }
});

test.run();
