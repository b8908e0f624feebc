import { readFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, Site } from "../support/site.ts";

const test = suite("images of shared links");

const svg = (size: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${size}"><rect width="100%" height="100%" fill="#469"/></svg>`;
const lab = { title: "Lab", url: "https://lab.example.org" };

async function build(
  options: object,
  files: Record<string, string>,
): Promise<{ site: Site; output: string }> {
  const site = new Site({ "eleventy.config.js": config({ ...lab, ...options }), ...files });
  const { code, output } = await site.buildInProcess();
  assert.is(code, 0, output);
  return { site, output };
}

const imagesOf = (site: Site, file: string): string[] =>
  [...site.read(file).matchAll(/<meta (?:property="og|name="twitter):image" content="([^"]*)">/g)].map(
    ([, url = ""]) => url,
  );

test("no page offers an SVG: that of the site, of a page and of a post are PNG that networks can show", async () => {
  const { site } = await build(
    { picture: "assets/portrait.svg" },
    {
      "assets/portrait.svg": svg("0 0 100 100"),
      "assets/plot of it.svg": svg("0 0 400 100"),
      "about.md": page("About", "Text."),
      "plot.md": '---\ntitle: Plot\nlayout: page\nimage: "/assets/plot%20of%20it.svg"\n---\n',
      "post.md":
        "---\ntitle: Post\nlayout: post\ntags: posts\ndate: 2024-01-01\nimage: assets/portrait.svg\n---\n",
    },
  );
  try {
    for (const [file, width, height] of [
      ["index.html", 630, 630],
      ["about/index.html", 630, 630],
      ["plot/index.html", 1200, 300],
      ["post/index.html", 630, 630],
    ] as const) {
      const [image = "", twitter, ...more] = imagesOf(site, file);
      assert.is(twitter, image, file);
      assert.equal(more, []);
      assert.match(image, /^https:\/\/lab\.example\.org\/assets\/share-[\da-f]+\.png$/);
      const made = readFileSync(path.join(site.folder, site.output, new URL(image).pathname));
      const { format, width: w, height: h, hasAlpha } = await sharp(made).metadata();
      assert.equal([format, w, h, hasAlpha], ["png", width, height, false], file);
    }
  } finally {
    site.remove();
  }
});

test("other images stay as they are, and an SVG at another host is not offered", async () => {
  const { site } = await build(
    { picture: "https://elsewhere.example.org/me.svg" },
    {
      "about.md": page("About", "Text."),
      "photo.md": "---\ntitle: Photo\nlayout: page\nimage: https://elsewhere.example.org/me.jpg\n---\n",
    },
  );
  try {
    assert.equal(imagesOf(site, "about/index.html"), []);
    assert.equal(imagesOf(site, "photo/index.html"), [
      "https://elsewhere.example.org/me.jpg",
      "https://elsewhere.example.org/me.jpg",
    ]);
    assert.equal(
      site.files().filter((file) => file.includes("share-")),
      [],
    );
  } finally {
    site.remove();
  }
});

test("an SVG that can't be read is named, and the site builds", async () => {
  const { site, output } = await build(
    {},
    {
      "assets/broken.svg": "<svg><g></svg",
      "about.md": "---\ntitle: About\nlayout: page\nimage: assets/broken.svg\n---\n",
    },
  );
  site.remove();
  assert.match(
    output,
    /^indigo: there is no image for shared links: assets\/broken\.svg can't be read as an image/m,
  );
});

test("a publication without authors has no list of authors in its structured data", async () => {
  const { site } = await build(
    {},
    {
      "publications.yaml":
        "- { id: none, title: Anonymous, venue: London, year: 1843 }\n- { id: one, title: Signed, venue: London, year: 1843, authors: [Ada Lovelace] }\n",
    },
  );
  const dataOf = (id: string): Record<string, unknown> =>
    JSON.parse(
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(
        site.read(`publications/${id}/index.html`),
      )?.[1] ?? "{}",
    );
  const [none, one] = [dataOf("none"), dataOf("one")];
  site.remove();
  assert.is(none.name, "Anonymous");
  assert.not.ok("author" in none);
  assert.is((one.author as unknown[]).length, 1);
});

test.run();
