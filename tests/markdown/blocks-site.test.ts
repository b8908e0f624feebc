import path from "node:path";
import sharp from "sharp";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, Site } from "../support/site.ts";

const test = suite("layout blocks in a site");

const text = `
::: gallery
![A field](/assets/a.jpg "Caption")
![Another](/assets/a.jpg)
:::

![A film](/assets/film.mp4){poster=/assets/a.jpg captions=/assets/film.vtt}

::: video A talk {url=https://youtu.be/abcdefghijk poster=/assets/a.jpg}
:::

::: cards
::: card Papers {href=/papers/}
:::
:::
`;

async function withSite(
  files: Record<string, string>,
  use: (site: Site, output: string) => void,
): Promise<void> {
  const site = new Site({
    "index.md": page("Home"),
    "assets/film.vtt": "WEBVTT\n",
    "assets/film.mp4": "",
    ...files,
  });
  try {
    await sharp({ create: { width: 2400, height: 1600, channels: 3, background: "#4b0082" } })
      .jpeg()
      .toFile(path.join(site.folder, "assets/a.jpg"));
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    use(site, output);
  } finally {
    site.remove();
  }
}

const copy = 'eleventyConfig.addPassthroughCopy("assets");';

test("with responsive images, the larger view has larger ones, and posters are resized", () =>
  withSite(
    { "eleventy.config.js": config({ title: "A", images: true }, copy), "a.md": page("A", text) },
    (site) => {
      const html = site.read("a/index.html").replaceAll("\n", "");
      const view = /<div id="gallery-[^>]*>.*?<\/figure>/.exec(html)?.[0] ?? "";
      assert.match(view, /<source type="image\/webp" srcset="[^"]* 1120w, [^"]* 2000w" sizes="100vw">/);
      const thumbnail = /<button type="button" class="gallery-open".*?<\/button>/.exec(html)?.[0] ?? "";
      assert.match(thumbnail, /srcset="[^"]* 560w, [^"]* 1120w"/);
      assert.match(html, /<a class="video-link"[^>]*><picture>/);
      assert.not.match(html, "eleventy:");
    },
  ));

test("films, posters and tracks may be named from the text's own folder", async () => {
  for (const images of [false, true]) {
    await withSite(
      {
        "eleventy.config.js": config({ title: "A", images }),
        "notes/b.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>',
        "notes/a.md": page(
          "A",
          "![A](../assets/film.mp4){poster=b.svg captions=../assets/film.vtt}\n\n::: video B {url=../assets/film.mp4 poster=../assets/a.jpg}\n:::",
        ),
      },
      (site, output) => {
        assert.not.match(output, "indigo: ");
        const html = site.read("notes/a/index.html");
        for (const file of ["assets/film.mp4", "assets/film.vtt", "assets/a.jpg", "notes/b.svg"]) {
          assert.match(html, `="/${file}"`);
          assert.ok(site.has(file), file);
        }
      },
    );
  }
});

test("a feed has each image once", () =>
  withSite(
    {
      "eleventy.config.js": config({ title: "A", url: "https://a.example.org" }, copy),
      "posts/a.md": `---\ntitle: A\nlayout: post\ntags: posts\ndate: 2024-01-02\n---\n${text}\nEnd.`,
    },
    (site) => {
      const feed = site.read("feed.xml");
      assert.is(feed.split("alt=&quot;A field&quot;").length - 1, 1);
      assert.not.match(feed, "gallery-view");
      assert.match(feed, "&lt;p&gt;End.&lt;/p&gt;");
      assert.match(site.read("posts/a/index.html"), "gallery-view");
    },
  ));

test("a path prefix is before each URL: of images, posters, tracks, films and cards", () =>
  withSite(
    {
      "eleventy.config.js": `${config({ title: "A" }, copy)}\nexport const config = { pathPrefix: "/sub/" };\n`,
      "a.md": page("A", text),
    },
    (site) => {
      const html = site.read("a/index.html");
      const urls = [...html.matchAll(/\s(?:src|poster|href)="([^"]*)"/g)].map(([, url]) => url ?? "");
      assert.equal(
        urls.filter((url) => url.startsWith("/") && !url.startsWith("/sub/")),
        [],
      );
      for (const file of ["a.jpg", "film.mp4", "film.vtt"])
        assert.ok(urls.includes(`/sub/assets/${file}`), file);
      assert.ok(urls.includes("/sub/papers/"));
    },
  ));

test("messages have the file and the line, once for each", () =>
  withSite(
    {
      "eleventy.config.js": config({ title: "A" }, copy),
      "notes/a.md": page(
        "A",
        "Text\n\n::: tab R\nOne\n:::\n\n::: detials\nTwo\n:::\n\n::: gallery\n:::\n\n::: cards\nThree",
      ),
    },
    (site, output) => {
      const warnings = output.split("\n").filter((line) => line.startsWith("indigo: "));
      assert.equal(
        warnings.map((line) => /^indigo: (?:the div )?"([^"]*)".* in (\S+:\d+)/.exec(line)?.slice(1)),
        [
          ["::: cards", "notes/a.md:18"],
          ["::: tab R", "notes/a.md:7"],
          ["::: detials", "notes/a.md:11"],
          ["::: cards", "notes/a.md:18"],
          ["::: gallery", "notes/a.md:15"],
        ],
      );
      const html = site.read("notes/a/index.html");
      for (const word of ["One", "Two", "Three"]) assert.match(html, `<p>${word}</p>`);
    },
  ));

test("in a site from Jekyll, whose Markdown is kramdown, colons are text", () =>
  withSite(
    {
      "eleventy.config.js": config({ title: "A", jekyll: true }, copy),
      "a.md": "---\ntitle: A\nlayout: page\n---\n::: note\nText\n:::\n",
    },
    (site) => assert.match(site.read("a.html"), "::: note"),
  ));

test("the shortcodes, in Markdown and in Nunjucks", () => {
  const calls = `{% tabs "System" %}{% tab "One" %}**A**{% endtab %}{% tab "Two" %}B{% endtab %}{% endtabs %}

{% details "Proof", true %}*C*{% enddetails %}

{% cards %}{% card "Papers", "/papers/" %}D{% endcard %}{% card "Others" %}{% endcard %}{% endcards %}

{% margin %}E{% endmargin %}

{% video "assets/film.mp4", "A film", "assets/a.jpg", "assets/film.vtt" %}
`;
  const files = {
    "eleventy.config.js": config({ title: "A" }, copy),
    "a.md": page("A", calls),
    "b.njk": page("B", calls),
    // A tab alone shows its title.
    "c.njk": page("C", '{% tab "Alone" %}F{% endtab %}'),
  };
  return withSite(files, (site) => {
    for (const [name, strong, emphasis] of [
      ["a", "<p><strong>A</strong></p>", "<p><em>C</em></p>"],
      ["b", "**A**", "*C*"],
    ] as const) {
      const html = site.read(`${name}/index.html`);
      const main =
        /<main.*<\/main>/s
          .exec(html)?.[0]
          .replaceAll(/\s*\n\s*/g, "")
          .replaceAll(/tabs-[\da-f]{6}/g, "tabs") ?? "";
      assert.match(
        main,
        `<div class="tab-set" role="group" aria-label="System"><input type="radio" name="tabs" id="tabs-1" checked><label for="tabs-1">One</label><div class="tab-panel">${strong}</div><input type="radio" name="tabs" id="tabs-2"><label for="tabs-2">Two</label>`,
      );
      assert.match(main, `<details class="fold" open><summary>Proof</summary>${emphasis}</details>`);
      assert.match(main, '<ul class="card-grid"><li><p class="card-title"><a href="/papers/">Papers</a></p>');
      assert.match(main, '<li><p class="card-title">Others</p></li></ul>');
      assert.match(
        main,
        '<video class="media" poster="/assets/a.jpg" src="/assets/film.mp4" aria-label="A film" preload="metadata" controls playsinline><track kind="captions" src="/assets/film.vtt" srclang="en" label="Captions" default>',
      );
      assert.match(html, "/assets/indigo-layout-");
    }
    assert.match(site.read("c/index.html"), '<p class="tab-title"><strong>Alone</strong></p>');
  });
});

test.run();
