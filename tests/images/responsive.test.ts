import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, Site } from "../support/site.ts";

const test = suite("pictures in several sizes");

/** A site with some pictures; `big.jpg` is 1,600 px wide. */
async function siteWith(files: Record<string, string>): Promise<Site> {
  const site = new Site({
    "index.md": page("Home"),
    "assets/line.svg":
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><path d="M0 0h30"/></svg>',
    ...files,
  });
  mkdirSync(path.join(site.folder, "posts"), { recursive: true });
  const pixels = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: "#4b0082" } });
  await pixels(1600, 800).jpeg().toFile(path.join(site.folder, "assets/big.jpg"));
  await pixels(300, 200).png().toFile(path.join(site.folder, "posts/small one.png"));
  await pixels(20, 20).gif().toFile(path.join(site.folder, "assets/dot.gif"));
  return site;
}

const passthrough = 'eleventyConfig.addPassthroughCopy("assets");';

test("come in the column's width, once and twice, as WebP and as they are, with their size", async () => {
  const site = await siteWith({
    "eleventy.config.js": config({ title: "A", images: true, picture: "assets/big.jpg" }, passthrough),
    "a.md": page(
      "A",
      '![Big](/assets/big.jpg)\n\n![Line](/assets/line.svg)\n\n![Dot](assets/dot.gif)\n\n![Far](https://example.org/x.jpg)\n\n![Big](/assets/big.jpg "Caption")',
    ),
    "posts/b.md": page("B", "![Small](small%20one.png)\n\n<img src='/assets/big.jpg' id='bare'>"),
  });
  try {
    await site.built();
    const html = site.read("a/index.html");
    const sizes = 'sizes="(max-width: 636px) 88vw, 560px"';
    assert.match(
      html,
      /<source type="image\/webp" srcset="\/assets\/pictures\/[\w-]+-560.webp 560w, \/assets\/pictures\/[\w-]+-1120.webp 1120w"/,
    );
    assert.match(html, sizes);
    const fallback =
      /<img[^>]*src="(\/assets\/pictures\/[\w-]+-560.jpeg)"[^>]*width="1120" height="560"/.exec(html)?.[1];
    assert.ok(site.has(fallback ?? "none"), html);
    // Left as they are, with a size that keeps the text from moving.
    assert.match(html, /<img[^>]*src="\/assets\/line.svg"[^>]*width="30" height="20"/);
    assert.match(html, /<img[^>]*src="\/assets\/dot.gif"[^>]*width="20" height="20"/);
    assert.match(html, /<img src="https:\/\/example.org\/x.jpg"/);
    assert.match(html, /<figure class="figure"><picture>.*<\/picture><figcaption/);
    assert.match(site.read("posts/b/index.html"), /srcset="\/assets\/pictures\/[\w-]+-300.webp/);
    assert.match(
      site.read("posts/b/index.html"),
      /<img src="\/assets\/big.jpg" id="bare" width="1600" height="800">/,
    );
    assert.match(site.read("index.html"), '<img class="selfie" src="/assets/big.jpg"');
    assert.not.match(
      site
        .pages()
        .map((address) => site.read(address.endsWith("html") ? address : `${address}index.html`))
        .join(),
      "eleventy:",
    );
  } finally {
    site.remove();
  }
});

test("work under a path prefix, with or without it in the address, in settings of one's own and in the feed", async () => {
  const images = { widths: [100, 200], formats: ["avif", "auto"], sizes: "50vw" };
  const site = await siteWith({
    "eleventy.config.js": config({ title: "A", url: "https://example.org", images, toc: true }, passthrough),
    "p.md": page("P", "![Big](/assets/big.jpg)\n\n![Big](/sub/assets/big.jpg)", "post").replace(
      "layout",
      "tags: posts\nlayout",
    ),
  });
  try {
    await site.built("--pathprefix=sub");
    const html = site.read("p/index.html");
    assert.is(html.split('<source type="image/avif" srcset="/sub/assets/pictures/').length - 1, 2);
    assert.match(html, /-100.avif 100w, \/sub\/assets\/pictures\/[\w-]+-200.avif 200w" sizes="50vw"/);
    assert.not.match(html, "/sub/sub/");
    assert.match(site.read("feed.xml"), "https://example.org/sub/assets/pictures/");
  } finally {
    site.remove();
  }
});

/** Builds a site that must fail with this message and no stack trace. */
function fails(name: string, files: Record<string, string>, message: string, folder?: () => string): void {
  test(name, async () => {
    const site = new Site({ "index.md": page("Home"), ...files }, folder?.());
    if (folder) site.link();
    try {
      const { code, output } = await site.build();
      assert.is(code, 1, output);
      assert.ok(output.includes(`indigo: ${message}\n`), `${message}\nnot in:\n${output}`);
      assert.not.match(output, /^\s+at .+:\d+/m, "no stack trace");
    } finally {
      site.remove();
    }
  });
}

fails(
  "a picture that is missing",
  {
    "eleventy.config.js": config({ title: "A", images: true }),
    "posts/a.md": page("A", "![A](nowhere.jpg)"),
  },
  'posts/a.md shows an image that does not exist: "nowhere.jpg".',
);
fails(
  "a picture that is none",
  {
    "eleventy.config.js": config({ title: "A", images: true }),
    "broken.jpg": "no picture",
    "a.md": page("A", "![A](/broken.jpg)"),
  },
  "a.md shows an image: broken.jpg can't be read as an image: it is damaged or in an unsupported format. Convert it to PNG or SVG.",
);
fails(
  "a width that is none",
  { "eleventy.config.js": config({ title: "A", images: { widths: [0], format: ["webp"] } }) },
  'unknown option "images.format" in eleventy.config.js. Did you mean "formats"?',
);

/** A site where only what is put there is installed. */
const stranger = (): string => path.join(tmpdir(), `indigo-${process.pid}-${Date.now()}`);

fails(
  "images without the package that makes them",
  { "eleventy.config.mjs": config({ title: "A", images: true }) },
  'option "images" needs @11ty/eleventy-img: npm install @11ty/eleventy-img',
  stranger,
);
fails(
  "diagrams without mermaid",
  { "eleventy.config.mjs": config({ title: "A", mermaid: true }) },
  'option "mermaid" needs mermaid: npm install mermaid',
  stranger,
);

test.run();
