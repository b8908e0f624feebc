import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, Site } from "../support/site.ts";

const test = suite("drawn images of shared links");

const lab = { title: "Ada Lovelace", url: "https://ada.example.org", shareImages: true };
const post = (title: string, more = ""): string =>
  `---\ntitle: ${JSON.stringify(title)}\nlayout: post\ntags: posts\ndate: 2024-03-05\n${more}---\nWords.\n`;
const template = "_includes/indigo/parts/share-image.njk";

async function build(
  options: object,
  files: Record<string, string>,
): Promise<{ site: Site; output: string }> {
  const site = new Site({ "eleventy.config.js": config({ ...lab, ...options }), ...files });
  const { code, output } = await site.buildInProcess();
  assert.is(code, 0, output);
  return { site, output };
}

/** Returns the content of the tags of an image in the head of a page, by name. */
const tagsOf = (site: Site, file: string): Record<string, string> =>
  Object.fromEntries(
    [
      ...site
        .read(file)
        .matchAll(/<meta (?:property|name)="((?:og|twitter):(?:image[^"]*|card))" content="([^"]*)">/g),
    ].map(([, name = "", content = ""]) => [name, content]),
  );

const urlOf = (site: Site, file: string): string => tagsOf(site, file)["og:image"] ?? "";

const imageOf = (site: Site, file: string): Buffer =>
  readFileSync(path.join(site.folder, site.output, new URL(urlOf(site, file)).pathname));

/** Returns the color of a pixel: `#4b0082`. */
async function colorAt(image: Buffer, left: number, top: number): Promise<string> {
  const pixel = await sharp(image).extract({ left, top, width: 1, height: 1 }).raw().toBuffer();
  return `#${pixel.subarray(0, 3).toString("hex")}`;
}

/** Returns the number of distinct colors in a part of an image; 1 if it is blank. */
async function colorsIn(
  image: Buffer,
  left: number,
  top: number,
  width: number,
  height: number,
): Promise<number> {
  const pixels = await sharp(image).extract({ left, top, width, height }).greyscale().raw().toBuffer();
  return new Set(pixels).size;
}

const isDrawn = /^https:\/\/ada\.example\.org\/assets\/share-[\da-f]{10}\.png$/;

test("each kind of page has an image of 1200 by 630 pixels, in the site's colors, with its tags", async () => {
  const { site, output } = await build(
    {
      tokens: { accent: "#0a5c36", background: "#fffdf8" },
      sections: { people: { pages: true }, news: true },
    },
    {
      "about.md": page("About", "Text."),
      "post.md": post("What machines can do"),
      "people.yaml":
        "- { name: Bo Chen, role: Engineer, bio: Text. }\n- { name: Cy Diaz, role: Engineer, bio: Text. }\n",
      "news.yaml": '- { date: 2024-01-01, text: "News." }\n',
      "publications.yaml":
        "- { id: notes, title: Notes, venue: Memoirs, year: 1843, authors: [Ada Lovelace] }\n",
    },
  );
  try {
    assert.not.match(output, /indigo:.*image/);
    const urls = new Set<string>();
    for (const file of [
      "",
      "about/",
      "post/",
      "people/",
      "people/cy-diaz/",
      "news/",
      "publications/",
      "publications/notes/",
      "blog/",
    ]) {
      const name = `${file}index.html`;
      const {
        "og:image": url = "",
        "twitter:image": twitter,
        "og:image:alt": alt,
        ...tags
      } = tagsOf(site, name);
      assert.match(url, isDrawn, name);
      assert.is(twitter, url);
      assert.ok(alt, name);
      assert.equal(tags, {
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "twitter:card": "summary_large_image",
        "twitter:image:alt": alt,
      });
      urls.add(url);
      const image = imageOf(site, name);
      const { format, width, height, hasAlpha } = await sharp(image).metadata();
      assert.equal([format, width, height, hasAlpha], ["png", 1200, 630, false]);
      assert.ok(image.length < 200_000, `${image.length} bytes`);
      assert.is(await colorAt(image, 4, 300), "#0a5c36", name);
      assert.is(await colorAt(image, 1190, 10), "#fffdf8", name);
      assert.ok((await colorsIn(image, 88, 60, 1000, 400)) > 10, `${name} has text`);
    }
    assert.is(urls.size, 9);
    const { image, author } = JSON.parse(
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(site.read("post/index.html"))?.[1] ?? "{}",
    );
    assert.is(image, urlOf(site, "post/index.html"));
    assert.is(author.image, undefined);
    assert.match(site.read("people/cy-diaz/index.html"), /<title>Cy Diaz \| /);
  } finally {
    site.remove();
  }
});

test("a page with an image of its own, one that asks for none, and a page that is not found keep the site's or their own", async () => {
  const { site } = await build(
    { picture: "https://ada.example.org/me.jpg" },
    {
      "own.md": "---\ntitle: Own\nlayout: page\nimage: https://ada.example.org/own.jpg\n---\n",
      "none.md": "---\ntitle: None\nlayout: page\nshareImage: false\n---\n",
      "post.md": post("Own", "image: https://ada.example.org/own.jpg\n"),
      "hidden.md": "---\ntitle: Hidden\nlayout: page\npermalink: false\n---\n",
    },
  );
  try {
    assert.is(urlOf(site, "own/index.html"), "https://ada.example.org/own.jpg");
    assert.is(urlOf(site, "post/index.html"), "https://ada.example.org/own.jpg");
    assert.is(urlOf(site, "none/index.html"), "https://ada.example.org/me.jpg");
    assert.is(urlOf(site, "404.html"), "https://ada.example.org/me.jpg");
    // Its owner is shown by their portrait.
    const { image, author } = JSON.parse(
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(site.read("index.html"))?.[1] ?? "{}",
    );
    assert.match(image, isDrawn);
    assert.is(author.image, "https://ada.example.org/me.jpg");
  } finally {
    site.remove();
  }
});

test("without the option, and without a URL, there are none", async () => {
  const off = await build({ shareImages: false }, { "about.md": page("About", "Text.") });
  assert.equal(Object.keys(tagsOf(off.site, "about/index.html")), ["twitter:card"]);
  off.site.remove();
  const { site, output } = await build({ url: undefined }, { "about.md": page("About", "Text.") });
  assert.equal(Object.keys(tagsOf(site, "about/index.html")), ["twitter:card"]);
  assert.match(output, /^indigo: the option "shareImages" needs the option "url"/m);
  site.remove();
});

test("titles of any kind are drawn: long ones, long words, markup, formulas, control characters, other scripts", async () => {
  const titles: Record<string, string> = {
    long: "Words that go on and on ".repeat(60),
    word: "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(4),
    markup: "</text></svg><script>alert(1)</script> & “R&D” <b>bold</b> ]]> &amp; &#60;",
    formula: "On $\\zeta(s)$, $O(n^2)$ and $5 or $6",
    control: "Bell\u0007, \u0000null, \uFFFE and \uD800 alone",
    emoji: "Party 🎉 time 👩🏽‍🔬 and ❤️",
    empty: "<b></b>",
    number: "42",
    cyrillic: "Заметки об аналитической машине",
  };
  const { site, output } = await build(
    {},
    Object.fromEntries(Object.entries(titles).map(([name, title]) => [`${name}.md`, post(title)])),
  );
  try {
    assert.not.match(output, /indigo:.*(?:image|drawn)/);
    for (const name of Object.keys(titles)) {
      const image = imageOf(site, `${name}/index.html`);
      assert.ok((await colorsIn(image, 80, 60, 1000, 400)) > 10, `${name} has text`);
      // Nothing leaves its room: the margins have one color.
      assert.is(await colorsIn(image, 1130, 0, 60, 470), 1, `${name} ends before the margin`);
      assert.is(await colorsIn(image, 20, 0, 50, 470), 1, name);
    }
  } finally {
    site.remove();
  }
});

test("in a language from right to left, the image is mirrored", async () => {
  const { site, output } = await build({ title: "ليلى", language: "ar" }, { "post.md": post("مقدمة") });
  try {
    assert.not.match(output, /indigo:/);
    const image = imageOf(site, "post/index.html");
    assert.is(await colorAt(image, 1195, 300), "#4b0082");
    assert.is(await colorAt(image, 4, 300), "#ffffff");
    assert.ok((await colorsIn(image, 800, 100, 320, 300)) > 10);
    assert.is(await colorsIn(image, 60, 100, 300, 300), 1);
  } finally {
    site.remove();
  }
});

test("pages whose text no font of the machine has keep the site's image, with one warning", async () => {
  const { site, output } = await build(
    { picture: "me.png" },
    {
      "me.png": "x",
      "a.md": page("𐎀𐎁𐎂", "Text."),
      "b.md": page("𐎀𐎁𐎂", "Text."),
      "c.md": page("Plain", "Text."),
    },
  );
  try {
    assert.match(
      output,
      /^indigo: a\.md and 1 more have the site's image for shared links, not a drawn one: no font of this machine has "𐎀𐎁𐎂"\.$/m,
    );
    assert.equal(tagsOf(site, "a/index.html"), {
      "og:image": "https://ada.example.org/me.png",
      "twitter:card": "summary",
      "twitter:image": "https://ada.example.org/me.png",
    });
    assert.match(site.read("a/index.html"), /"image":"https:\/\/ada\.example\.org\/me\.png",/);
    assert.match(urlOf(site, "c/index.html"), isDrawn);
  } finally {
    site.remove();
  }
});

test("on a machine without fonts, no empty image is published", async () => {
  const site = new Site({
    "eleventy.config.js": config(lab),
    "about.md": page("About", "Text."),
    "fonts.conf": '<?xml version="1.0"?><fontconfig><dir>none</dir></fontconfig>',
  });
  const known = process.env.FONTCONFIG_FILE;
  process.env.FONTCONFIG_FILE = path.join(site.folder, "fonts.conf");
  try {
    const { code, output } = await site.build();
    assert.is(code, 0, output);
    assert.match(
      output,
      /^indigo: .* the site's image for shared links, not a drawn one: this machine has no fonts\.$/m,
    );
    assert.equal(tagsOf(site, "about/index.html"), { "twitter:card": "summary" });
    assert.not.match(site.read("about/index.html"), /share-/);
    assert.equal(
      site.files().filter((file) => file.includes("share-")),
      [],
    );
  } finally {
    if (known === undefined) delete process.env.FONTCONFIG_FILE;
    else process.env.FONTCONFIG_FILE = known;
    site.remove();
  }
});

const square = (fill: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"><rect width="1200" height="630" fill="${fill}"/>`;

test("a template of the site replaces the theme's, with its texts escaped; nothing outside it is loaded", async () => {
  const { site, output } = await build(
    {},
    {
      [template]: `${square("#00f")}<image href="secret.svg" width="9" height="9"/><image href="https://elsewhere.invalid/x.png" width="9" height="9"/><image x="600" width="100" height="100" href="data:image/svg+xml;base64,${Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><rect width="100" height="100" fill="red"/></svg>').toString("base64")}"/>{% for line in fit(image.title, { width: 500, height: 300, sizes: [60, 40] }).lines %}<text y="300" font-size="60" fill="#fff">{{ line }}</text>{% endfor %}</svg>`,
      "secret.svg": `${square("#0f0")}</svg>`,
      "post.md": post("<A & B>"),
    },
  );
  try {
    assert.not.match(output, /indigo:/);
    const image = imageOf(site, "post/index.html");
    assert.is(await colorAt(image, 4, 4), "#0000ff");
    assert.is(await colorAt(image, 650, 50), "#ff0000");
    assert.ok((await colorsIn(image, 0, 230, 300, 90)) > 5, "the title is drawn");
  } finally {
    site.remove();
  }
});

for (const [name, source, reason] of [
  ["no SVG", "<p>{{ image.title }}</p>", 'what it renders does not start with "<svg"'],
  ["not well-formed", `${square("#00f")}{{ image.title | safe }}</svg>`, "what it renders can't be drawn"],
  [
    "too large",
    '<svg xmlns="http://www.w3.org/2000/svg" width="90000" height="90000"><path d="M0 0h1v1z"/></svg>',
    "what it renders can't be drawn",
  ],
  [
    "wrong Nunjucks",
    `${square("#00f")}{{ image.title | unknownFilter }}</svg>`,
    ".*filter not found: unknownFilter",
  ],
] as const) {
  test(`a template that is ${name} is named, and pages keep the site's image`, async () => {
    const { site, output } = await build(
      { picture: "https://ada.example.org/me.jpg" },
      { [template]: source, "post.md": post("A & <B>") },
    );
    try {
      assert.match(
        output,
        new RegExp(
          `^indigo: .*post\\.md.*: _includes/indigo/parts/share-image\\.njk can't be used, since ${reason}|^indigo: .* more have .*share-image\\.njk can't be used, since ${reason}`,
          "m",
        ),
      );
      assert.is(urlOf(site, "post/index.html"), "https://ada.example.org/me.jpg");
      assert.not.match(site.read("post/index.html"), /share-[\da-f]/);
    } finally {
      site.remove();
    }
  });
}

test("images are kept between builds and made again only if what they show changes", async () => {
  const site = new Site({
    "eleventy.config.js": config(lab),
    "a.md": page("First", "Text."),
    "b.md": page("Second", "Text."),
  });
  try {
    site.link();
    await site.built();
    const kept = path.join(site.folder, "node_modules/.cache/eleventy-plugin-indigo/share-images");
    const first = readdirSync(kept).sort();
    assert.ok(first.length >= 3);
    const made = new Map(first.map((name) => [name, statSync(path.join(kept, name)).mtimeMs]));
    const stamp = readFileSync(path.join(kept, path.basename(urlOf(site, "a/index.html"))));
    site.write({ "b.md": page("Changed", "Text.") });
    rmSync(path.join(site.folder, site.output), { recursive: true });
    await site.built();
    const second = readdirSync(kept).sort();
    assert.equal(second.filter((name) => !made.has(name)).length, 1);
    for (const [name, time] of made) assert.is(statSync(path.join(kept, name)).mtimeMs, time, name);
    assert.ok(imageOf(site, "a/index.html").equals(stamp));
    assert.is(
      path.basename(urlOf(site, "b/index.html")),
      second.find((name) => !made.has(name)),
    );
  } finally {
    site.remove();
  }
});

test("an image that a stopped build left half written is made again", async () => {
  const site = new Site({ "eleventy.config.js": config(lab), "a.md": page("First", "Text.") });
  try {
    await site.built();
    const file = path.join(site.folder, site.output, new URL(urlOf(site, "a/index.html")).pathname);
    const whole = readFileSync(file);
    site.write({ [path.relative(site.folder, file)]: "half" });
    await site.built();
    assert.ok(readFileSync(file).equals(whole));
  } finally {
    site.remove();
  }
});

test("languages, a path prefix and an output folder in the input folder are as for other files", async () => {
  const site = new Site({
    "eleventy.config.js": config({
      ...lab,
      url: "https://example.org/ada/",
      languages: { fr: { title: "Ada (fr)" } },
    }),
    "about.md": page("About", "Text."),
    "fr/about.md": page("À propos", "Texte."),
  });
  try {
    site.output = "public";
    const { code, output } = await site.buildInProcess("--pathprefix=/ada/", "--output=public");
    assert.is(code, 0, output);
    const urls = ["about/index.html", "fr/about/index.html"].map((file) => urlOf(site, file));
    for (const url of urls) {
      assert.match(url, /^https:\/\/example\.org\/ada\/assets\/share-[\da-f]{10}\.png$/);
      assert.ok(site.has(new URL(url).pathname.replace("/ada/", "")));
    }
    assert.is.not(urls[0], urls[1]);
  } finally {
    site.remove();
  }
});

test("the portrait of the site and of a guest is in the image", async () => {
  const square = await sharp({ create: { width: 40, height: 40, channels: 3, background: "#c00000" } })
    .png()
    .toBuffer();
  const site = new Site({
    "eleventy.config.js": config({ ...lab, picture: "me.png", authors: { bo: { name: "Bo" } } }),
    "a.md": post("Mine"),
    "b.md": post("Theirs", "author: bo\n"),
  });
  try {
    await sharp(square).toFile(path.join(site.folder, "me.png"));
    const { output } = await site.buildInProcess();
    assert.not.match(output, /indigo:/);
    const color = await colorAt(imageOf(site, "a/index.html"), 132, 520);
    assert.match(color, /^#[bc][\da-f]0[0-4]0[0-4]$/);
    assert.is(await colorAt(imageOf(site, "b/index.html"), 132, 515), "#4b0082");
  } finally {
    site.remove();
  }
});

for (const [value, message] of [
  ['"yes"', /option "shareImages" in eleventy\.config\.js/],
  ["{ font: [] }", /unknown option "shareImages\.font" in eleventy\.config\.js\. Did you mean "fonts"\?/],
  [
    '{ fonts: ["none.woff2"] }',
    /option "shareImages\.fonts\[0\]" in eleventy\.config\.js names a file that does not exist: "none\.woff2"/,
  ],
  ['{ fonts: ["about.md"] }', /option "shareImages\.fonts\[0\]" in eleventy\.config\.js must be a font file/],
  [
    '{ fonts: ["broken.woff2"] }',
    /option "shareImages\.fonts\[0\]" in eleventy\.config\.js names a file that is not a font, or is damaged: "broken\.woff2"/,
  ],
] as const) {
  test(`shareImages: ${value} is a mistake that is named`, async () => {
    const site = new Site({
      "eleventy.config.js": `import indigo from "eleventy-plugin-indigo";\nexport default function (c) { c.addPlugin(indigo, { title: "A", url: "https://a.example.org", shareImages: ${value} }); }\n`,
      "about.md": page("About", "Text."),
      "broken.woff2": "wOF2 and nothing more",
    });
    const { code, output } = await site.buildInProcess();
    site.remove();
    assert.is.not(code, 0);
    assert.match(output, message);
    assert.not.match(output, /\n\s+at /);
  });
}

test.run();
