import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { failsToBuild } from "../support/fails.ts";
import { config, page, Site } from "../support/site.ts";

const test = suite("files that data and options name");

const secret = "SECRET-WORDS";
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><title>${secret}</title></svg>\n`;
const png = await sharp({ create: { width: 900, height: 600, channels: 3, background: "#084" } })
  .png()
  .toBuffer();

/** Files that a site keeps to itself. */
const privateFiles = {
  ".env": secret,
  ".npmrc": secret,
  ".git/config.pdf": secret,
  ".hidden.pdf": secret,
  "_drafts/offer.pdf": secret,
  "_drafts/me.svg": svg,
  "assets/_private/offer.pdf": secret,
  "private/id_rsa.pem": secret,
  "private/server.key": secret,
  "private/offer.md": `---\ndraft: true\n---\n${secret}`,
  "private/offer.html": `---\nlayout: page\npublished: false\n---\n${secret}`,
  "private/renamed.pdf": `-----BEGIN OPENSSH PRIVATE KEY-----\n${secret}`,
  "credentials.json": `{ "a": "${secret}" }`,
  "old/package.json": `{ "a": "${secret}" }`,
  "secrets.yaml": `a: ${secret}`,
  "settings.toml": secret,
  "data.sqlite": secret,
  "node_modules/a/a.pdf": secret,
  "Makefile.sh": secret,
};

/** A site with private files, a folder outside of it, and links that lead there. Returns the site and a function that removes both. */
function siteWith(files: Record<string, string>): { site: Site; remove(): void } {
  const site = new Site({
    ".eleventyignore": "private\n",
    ...privateFiles,
    "assets/paper.pdf": "%PDF",
    "about.md": page("About", "Text."),
    ...files,
  });
  const outside = mkdtempSync(path.join(tmpdir(), "indigo-outside-"));
  writeFileSync(path.join(outside, "out.pdf"), secret);
  writeFileSync(path.join(outside, "out.svg"), svg);
  writeFileSync(path.join(outside, "out.png"), png);
  mkdirSync(path.join(site.folder, "assets"), { recursive: true });
  symlinkSync(path.join(outside, "out.pdf"), path.join(site.folder, "assets/link.pdf"));
  symlinkSync(path.join(outside, "out.svg"), path.join(site.folder, "assets/link.svg"));
  symlinkSync(outside, path.join(site.folder, "assets/folder"));
  symlinkSync("../.env", path.join(site.folder, "assets/env.pdf"));
  symlinkSync("../credentials.json", path.join(site.folder, "assets/json.pdf"));
  symlinkSync("../_drafts/offer.pdf", path.join(site.folder, "assets/draft.pdf"));
  symlinkSync("loop.pdf", path.join(site.folder, "assets/loop.pdf"));
  symlinkSync("paper.pdf", path.join(site.folder, "assets/inside.pdf"));
  writeFileSync(path.join(site.folder, "assets/fig.png"), png);
  return {
    site,
    remove: () => {
      rmSync(outside, { recursive: true, force: true });
      site.remove();
    },
  };
}

/** Returns the output files that contain the secret. */
const leaks = (site: Site): string[] => site.files().filter((file) => site.read(file).includes(secret));

/** Names of private files and the words of the message. */
const refused: [name: string, reason: string][] = [
  [".env", 'has the private part ".env"'],
  ["/.env", 'has the private part ".env"'],
  ["assets/%2e%2e/.env", "names a file that does not exist"],
  ["./.npmrc", 'has the private part ".npmrc"'],
  [".git/config.pdf", 'has the private part ".git"'],
  [".hidden.pdf", 'has the private part ".hidden.pdf"'],
  ["_drafts/offer.pdf", 'has the private part "_drafts"'],
  ["assets/../_drafts/offer.pdf", "names a file that does not exist"],
  ["_private/offer.pdf", 'has the private part "_private"'],
  ["private/id_rsa.pem", "is not a document"],
  ["private/server.key", "is not a document"],
  ["private/offer.md", "is not a document"],
  ["private/offer.html", "names a template: "],
  ["private/renamed.pdf", "holds a private key"],
  ["credentials.json", "is not a document"],
  ["old/package.json", "is not a document"],
  ["secrets.yaml", "is not a document"],
  ["settings.toml", "is not a document"],
  ["data.sqlite", "is not a document"],
  ["eleventy.config.js", "is not a document"],
  ["Makefile.sh", "is not a document"],
  ["node_modules/a/a.pdf", 'has the private part "node_modules"'],
  ["assets/link.pdf", "leads out of the input folder"],
  ["folder/out.pdf", "leads out of the input folder"],
  ["assets/env.pdf", 'has the private part ".env"'],
  ["assets/json.pdf", "is not a document"],
  ["assets/draft.pdf", 'has the private part "_drafts"'],
  ["assets/loop.pdf", "names a file that does not exist"],
];

/** Returns the reason for a field that is for images. */
const forImages = (reason: string): string =>
  reason.replace(/is not a document|names a template: |holds a private key/, "is not an image");

test("fields of a bibliography publish no private file", async () => {
  const fields = ["pdf", "slides", "poster", "supp", "html", "preview"];
  const entries = refused.flatMap(([name], index) =>
    fields.map(
      (field) => `@misc{${field}${index}, title = {T ${field} ${index}}, year = 2020, ${field} = {${name}}}`,
    ),
  );
  const { site, remove } = siteWith({
    "eleventy.config.js": config({ title: "A", bibliography: "refs.bib", bibliographyErrors: "warn" }),
    "refs.bib": entries.join("\n"),
  });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    assert.equal(leaks(site), []);
    for (const [index, [name, reason]] of refused.entries()) {
      for (const field of fields) {
        const line = output.split("\n").find((each) => each.includes(`publication "${field}${index}"`)) ?? "";
        const kinds = field === "preview" ? forImages(reason) : reason;
        const isFirst = field === "html" && /_private|folder\//.test(name);
        assert.ok(
          line.includes(kinds) || isFirst || line.includes("does not exist"),
          `${field} = ${name}: ${kinds}\nnot in: ${line}`,
        );
      }
    }
    for (const [name, reason] of refused)
      assert.ok(
        output.split("\n").some((line) => line.includes(`field "pdf"`) && line.includes(reason)),
        `${name}: ${reason}`,
      );
  } finally {
    remove();
  }
});

test("fields of sections publish no private file, and say so", async () => {
  for (const [name, reason] of refused) {
    const { site, remove } = siteWith({
      "eleventy.config.js": config({ title: "A", sections: { people: true, talks: true, projects: true } }),
      "people.yaml": JSON.stringify([{ name: "Ada", photo: name }]),
      "projects.yaml": JSON.stringify([{ title: "P", picture: name }]),
      "talks.yaml": JSON.stringify([{ title: "T", year: 2020, slides: name, video: name }]),
    });
    try {
      const { code, output } = await site.buildInProcess();
      assert.is(code, 1, `${name} is published`);
      assert.equal(leaks(site), []);
      for (const field of ["photo", "picture", "slides"]) {
        const line = output.split("\n").find((each) => each.includes(`field "${field}"`)) ?? "";
        const isKnown =
          line.includes(reason) ||
          line.includes(forImages(reason)) ||
          /does not exist|must be the path/.test(line);
        assert.ok(isKnown, `${field}: ${name}: ${reason}\nnot in: ${line}`);
      }
      assert.not.match(output, /^\s+at .+:\d+/m);
    } finally {
      remove();
    }
  }
});

for (const [option, value, reason] of [
  ["picture", ".env", 'has the private part ".env"'],
  ["icon", "credentials.json", "is not an image"],
  ["pictureHd", "assets/link.svg", "leads out of the project folder"],
  ["resume", ".npmrc", 'has the private part ".npmrc"'],
  ["resume", "private/id_rsa.pem", "is not a document"],
  ["resume", "private/renamed.pdf", "holds a private key"],
] as const) {
  test(`option ${option} does not publish ${value}`, async () => {
    const { site, remove } = siteWith({ "eleventy.config.js": config({ title: "A", [option]: value }) });
    try {
      const { code, output } = await site.buildInProcess();
      assert.is(code, 1, output);
      assert.ok(
        output.includes(
          `indigo: option "${option}" in eleventy.config.js names a file that is not published: "${value}" ${reason}`,
        ),
        output,
      );
      assert.equal(leaks(site), []);
    } finally {
      remove();
    }
  });
}

test("an icon of a social link is no link out of the site", async () => {
  const social = { Lab: { url: "https://lab.example", icon: "assets/link.svg" } };
  const { site, remove } = siteWith({ "eleventy.config.js": config({ title: "A", social }) });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 1, output);
    assert.match(
      output,
      /option "social\.Lab\.icon" in eleventy\.config\.js names a file that is not published/,
    );
    assert.equal(leaks(site), []);
  } finally {
    remove();
  }
});

for (const src of [
  "../../../out.png",
  "%2e%2e/%2e%2e/out.png",
  "..%2F..%2Fout.png",
  "/../out.png",
  "assets/folder/out.png",
  "/assets/folder/out.png",
  "/_drafts/out.png",
  ".hidden.png",
]) {
  for (const images of [true, false]) {
    test(`${src} is ${images ? "not published" : "not read for its size"}, ${images ? "with" : "without"} images`, async () => {
      const { site, remove } = siteWith({
        "eleventy.config.js": config({ title: "A", images }),
        "posts/a.md": page("A", `![x](${src})\n\n<img src="${src}" alt="">`),
      });
      // Found whichever way the path is read.
      const places = [
        "out.png",
        "../out.png",
        "../../out.png",
        "_drafts/out.png",
        ".hidden.png",
        "posts/.hidden.png",
      ];
      for (const place of places.slice(images ? 0 : 1)) {
        if (place !== "out.png") writeFileSync(path.join(site.folder, place), png);
      }
      try {
        const { code, output } = await site.buildInProcess();
        if (images) {
          assert.is(code, 1, output);
          assert.match(
            output,
            /posts\/a\.md shows (an image that does not exist|a file that is not published): /,
          );
        } else {
          assert.is(code, 0, output);
          assert.not.match(site.read("posts/a/index.html"), 'width="900"');
        }
        assert.equal(
          site.files().filter((file) => file.startsWith("assets/pictures/")),
          [],
        );
      } finally {
        for (const place of ["../out.png", "../../out.png"])
          rmSync(path.join(site.folder, place), { force: true });
        remove();
      }
    });
  }
}

test("links inside the site, images beside their text, and what a passthrough copy publishes arrive", async () => {
  const { site, remove } = siteWith({
    "eleventy.config.js": config({
      title: "A",
      images: true,
      bibliography: "_refs/refs.bib",
      sections: { people: "_people/" },
    }).replace(
      "eleventyConfig.addPlugin",
      'eleventyConfig.addPassthroughCopy({ "open/data.json": "open/data.json" });\n  eleventyConfig.addPlugin',
    ),
    "open/data.json": "{}",
    "_refs/refs.bib": [
      "@misc{a, title = {A}, year = 2020, pdf = {assets/inside.pdf}, supp = {open/data.json}}",
      "@misc{b, title = {B}, year = 2020, pdf = {beside.pdf}}",
      "@misc{c, title = {C}, year = 2020, slides = {Cafe\u0301.pdf}}",
    ].join("\n"),
    "_refs/beside.pdf": "%PDF",
    "assets/Café.pdf": "%PDF",
    "_people/ada.md": "---\nname: Ada\nphoto: ada.svg\n---\n",
    "_people/ada.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>',
    "posts/_figures/a.md": page("A", "![x](../../assets/fig.png)"),
  });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    for (const file of [
      "assets/inside.pdf",
      "assets/pdf/beside.pdf",
      "open/data.json",
      "assets/Café.pdf",
      "_people/ada.svg",
    ])
      assert.ok(site.has(file), `${file} is missing: ${output}`);
    assert.match(site.read("publications/index.html"), 'href="/open/data.json"');
  } finally {
    remove();
  }
});

test("a page is not overwritten by the source that an entry names", async () => {
  const { site, remove } = siteWith({
    "eleventy.config.js": config({ title: "A", bibliography: "refs.bib" }),
    "refs.bib": "@misc{a, title = {A}, year = 2020, html = {plain/index.html}}",
    "plain/index.html": "<p>{{ 1 | plus: 1 }}</p>",
  });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    assert.is(site.read("plain/index.html"), "<p>2</p>");
  } finally {
    remove();
  }
});

test("a copy that can't be made names the entry and the field", async () => {
  const { site, remove } = siteWith({
    "eleventy.config.js": config({ title: "A", bibliography: "refs.bib" }),
    "refs.bib": "@misc{a,\n title = {A}, year = 2020,\n pdf = {assets/pdf/paper.pdf}}",
    "assets/pdf/paper.pdf": "%PDF",
    // A file is where the folder of the copy would be.
    "page.njk": "---\npermalink: /assets/pdf\neleventyAllowMissingExtension: true\n---\n",
  });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 1, output);
    assert.match(
      output,
      /indigo: field "pdf" of publication "a" in refs\.bib:3 names a file that can't be copied: "(\.\/)?assets\/pdf\/paper\.pdf" \(\w+\)\.\n/,
    );
    assert.not.match(output, /^\s+at .+:\d+/m);
  } finally {
    remove();
  }
});

const noisy = {
  create: {
    width: 400,
    height: 400,
    channels: 3,
    background: "#000",
    noise: { type: "gaussian", mean: 128, sigma: 60 },
  },
} as const;
const cut = (bytes: Buffer): Buffer => bytes.subarray(0, Math.floor(bytes.length / 2));
const damaged: [name: string, bytes: Buffer, problem: string][] = [
  [
    "cut.jpg",
    cut(await sharp(noisy).jpeg().toBuffer()),
    "cut.jpg is damaged: its start can be read, but not all of it. Save it again.",
  ],
  [
    "cut.png",
    cut(await sharp(noisy).png().toBuffer()),
    "cut.png is damaged: its start can be read, but not all of it. Save it again.",
  ],
  ["cut.webp", cut(await sharp(noisy).webp().toBuffer()), "cut.webp"],
  ["empty.png", Buffer.alloc(0), "empty.png is empty."],
  [
    "text.png",
    Buffer.from("no image"),
    "text.png can't be read as an image: it is damaged or in an unsupported format. Convert it to PNG or SVG.",
  ],
];

for (const [name, bytes, problem] of damaged) {
  test(`${name} is told by its name: as a figure and as a picture`, async () => {
    const { site, remove } = siteWith({
      "eleventy.config.js": config({ title: "A", images: true }),
      "posts/a.md": page("A", `![x](/${name})`),
    });
    writeFileSync(path.join(site.folder, name), bytes);
    try {
      const { code, output } = await site.buildInProcess();
      assert.is(code, 1, output);
      assert.ok(output.includes(`indigo: posts/a.md shows an image: `), output);
      assert.ok(output.includes(problem), output);
    } finally {
      remove();
    }
    const second = siteWith({ "eleventy.config.js": config({ title: "A", picture: name }) });
    writeFileSync(path.join(second.site.folder, name), bytes);
    try {
      const { code, output } = await second.site.buildInProcess();
      assert.is(code, 0, output);
      const start = 'indigo: there are no resized favicons of the option "picture": ';
      assert.ok(output.includes(start + problem), output);
    } finally {
      second.remove();
    }
  });
}

test("an image of too many pixels is told by its size", async () => {
  const { site, remove } = siteWith({
    "eleventy.config.js": config({ title: "A", picture: "big.svg" }),
    "big.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="30000" height="30000"/>',
  });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    assert.match(output, /big\.svg has 30000 × 30000 pixels, more than the 268402689 that can be resized\./);
  } finally {
    remove();
  }
});

test("a text does not say where images are written", async () => {
  const { site, remove } = siteWith({
    "eleventy.config.js": config({ title: "A", images: true }),
    "posts/a.md": page("A", '<img src="/assets/own.png" alt="" eleventy:output="../../../outside">'),
  });
  writeFileSync(path.join(site.folder, "assets/own.png"), png);
  try {
    // In a process of its own: the transform remembers the folders of other sites.
    const { code, output } = await site.build();
    assert.is(code, 0, output);
    assert.ok(site.files().some((file) => file.startsWith("assets/pictures/")));
    assert.not.match(site.read("posts/a/index.html"), "outside");
  } finally {
    remove();
  }
});

test("the build fails as the command does", () =>
  failsToBuild({ "eleventy.config.js": config({ title: "A", picture: ".env" }), ".env": secret }, [
    'option "picture" in eleventy.config.js names a file that is not published: ".env" has the private part ".env". If everybody may see it, add a passthrough copy of it.',
  ]).then(() => undefined));

test.run();
