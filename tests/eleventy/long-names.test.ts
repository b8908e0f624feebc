import { suite } from "uvu";
import * as assert from "uvu/assert";
import { fileName } from "../../plugin/utils/slug.ts";
import { failsToBuild } from "../support/fails.ts";
import { config, page, Site } from "../support/site.ts";

// File systems allow 255 bytes for the name of a file. Names that come from data can be longer.

const test = suite("long names");

const bytes = (text: string): number => Buffer.byteLength(text);

const long = {
  letters: "a".repeat(256),
  "letters of 3 bytes": "漢".repeat(86),
  "pairs of code units": "😀".repeat(90),
  "combining marks": `e${"\u0301".repeat(400)}`,
  encoded: "%E6%BC%A2".repeat(40),
  "with an extension": `${"b".repeat(300)}.html`,
  "only an extension": `.${"c".repeat(300)}`,
  "very long": "d e ".repeat(100_000),
};

for (const [kind, name] of Object.entries(long)) {
  test(`a name is shortened by whole characters: ${kind}`, () => {
    const short = fileName(name);
    assert.ok(bytes(short) <= 245, `${bytes(short)} bytes`);
    assert.is(short, fileName(name));
    assert.is.not(short, fileName(`x${name}`));
    assert.is.not(short, fileName(name.replace(/.(\.html)?$/u, "z$1")));
    assert.not.match(short, /\p{Cs}/u);
    assert.not.throws(() => decodeURIComponent(short));
    assert.is(short.endsWith(".html"), name.endsWith(".html"));
  });
}

test("other names do not change", () => {
  for (const name of ["", "hu2024", "a".repeat(240), "漢".repeat(80), "x.html"])
    assert.is(fileName(name), name);
});

const keys = {
  letters: ["k".repeat(256), `${"k".repeat(256)}2`],
  "a thousand letters": [`${"m".repeat(1000)}a`, `${"m".repeat(1000)}b`],
  Chinese: ["漢".repeat(86), `${"漢".repeat(86)}字`],
};

for (const [kind, ids] of Object.entries(keys)) {
  test(`publications, tags and headings with long names are built: ${kind}`, async () => {
    const site = new Site({
      "eleventy.config.js": config({ title: "Hu", search: false }),
      "publications.bib": ids
        .map((id, index) => `@article{${id}, title = {Title ${index}}, journal = {J}, year = 2020}`)
        .join("\n"),
      "posts/posts.json": '{ "layout": "post", "tags": ["posts"] }',
      "posts/a.md": `---\ntitle: A\ntags: ${JSON.stringify(ids)}\n---\n## ${ids[0]}\n`,
      "index.md": page("Home", "", "home"),
    });
    try {
      const { code, output } = await site.buildInProcess();
      assert.is(code, 0, output);
      const pages = site.pages().filter((url) => /^publications\/./.test(url));
      assert.is(pages.length, 2);
      for (const [index, url] of pages.entries()) {
        assert.match(site.read(`${url}index.html`), /Title [01]/, String(index));
        assert.match(
          site.read(`${url}citation.bib`),
          ids.find((id) => site.read(`${url}citation.bib`).includes(`{${id},`)) ?? "-",
        );
        assert.match(site.read("publications/index.html"), `href="/${url}"`);
        for (const segment of url.split("/")) assert.ok(bytes(segment) <= 250);
      }
    } finally {
      site.remove();
    }
  });
}

test("a long name in a Jekyll site: category, slug", async () => {
  const site = new Site({
    "eleventy.config.js": config({ config: "_config.yml" }),
    "_config.yml": "title: Hu\nblog: true\n",
    "_posts/2024-01-02-a.md": `---\ntitle: A\nslug: ${"s".repeat(300)}\ncategories: [${"漢".repeat(100)}]\n---\nText.\n`,
  });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    const [post] = site.pages().filter((url) => url.includes("2024/01/02"));
    assert.match(post ?? "", /^漢{50,}-[\da-f]{10}\/2024\/01\/02\/s{150,}-[\da-f]{10}\.html$/);
  } finally {
    site.remove();
  }
});

test("an included file with a long name is reported as missing", async () => {
  const name = "i".repeat(300);
  const site = new Site({
    "eleventy.config.js": config({ config: "_config.yml" }),
    "_config.yml": "title: Hu\n",
    "a.md": page("A", `{% include ${name} %}`),
  });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 1);
    assert.match(output, `indigo: {% include ${name} %} in a.md: no such file in _includes/.`);
    assert.not.match(output, "ENAMETOOLONG");
  } finally {
    site.remove();
  }
});

test("a long permalink of the author's is reported with its file", async () => {
  await failsToBuild({ "a.md": `---\npermalink: /x/${"p".repeat(256)}/\n---\n` }, [
    `a.md: the part "${"p".repeat(40)}…" of the URL has 256 bytes, but the name of a file can have 255. Set a shorter "permalink".`,
  ]);
});

test("a file with a name of 255 bytes arrives from a publication", async () => {
  const name = `${"f".repeat(251)}.pdf`;
  const site = new Site({
    "eleventy.config.js": config({ title: "Hu" }),
    [`assets/pdf/${name}`]: "%PDF",
    "publications.yaml": JSON.stringify([{ id: "a", title: "A", venue: "V", year: 2020, pdf: name }]),
  });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    assert.is(site.read(`assets/pdf/${name}`), "%PDF");
  } finally {
    site.remove();
  }
});

test.run();
