import { writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { splitBibtex } from "../../plugin/publications/bibtex/split.ts";
import { processorTime } from "../support/processor-time.ts";
import { holds } from "../support/properties.ts";
import { config, Site } from "../support/site.ts";

const test = suite("real bibliographies");

const keysOf = (source: string): string[] => splitBibtex(source).entries.map(({ key }) => key);
const good = "@article{good,\n title = {Good},\n year = 2020\n}\n";

const broken = [
  "@article{a, title = {Open,\n year = 2020}\n",
  '@article{a, title = "Open, year = 2020}\n',
  "@article{a, title = {Much}}, year = 2020}}}\n",
  "@article{a title {No sign} year 2020 , , = }\n",
  "@article{a,\n",
  "@article(a, title = {T)\n",
  "@article{{{{\n",
  "<<<<<<< HEAD\n@article{a, title = {A}\n=======\n",
  "@comment{ {\n",
  "%@article{a,\n% title = {A}}\n",
  'me@home.org "{" @home (Oslo)\n',
];

test("an entry between two broken ones is always read", () => {
  const part = fc.oneof(fc.constantFrom(...broken), fc.stringMatching(/^[a-z=,"@{}()%#\\ ]{0,40}$/));
  const harmless = part.filter((text) => !/@\s*comment|@\s*preamble|@\s*string/.test(text));
  holds(
    fc.tuple(harmless, harmless),
    ([before, after]) => assert.ok(keysOf(`${before}\n${good}${after}\n`).includes("good"), before),
    500,
  );
});

test("splitting takes time in proportion to the length", () => {
  for (const piece of [...broken, "@a{b c = ", "@a{b, c = {\n", "a b ", "\n", "{", '"', "%", "x = {y}\n"]) {
    for (const start of ["", "@article{k, ", "@article{k, t = {"]) {
      const before = processorTime();
      splitBibtex(start + piece.repeat(200_000 / piece.length));
      assert.ok(processorTime() - before < 8_000, start + piece);
    }
  }
});

test("a site with what people's files hold: everything is shown, nothing private is published", async () => {
  const site = new Site({
    "eleventy.config.js": config({ title: "A", url: "https://example.org" }),
    "publications.bib": [
      "@article{Roe_2020, title = {First work}, journal = {J}, year = 2020, month = June, selected = true}",
      "@article{Roe_2020, title = {Second work}, journal = ACM, year = 2020, pages = 1-2, rating = high}",
      "@article{Roe_2020, title = {First   work}, journal = {J}, year = 2020, month = jun, selected = {1}}",
      "@article{De Vita2022, title = {Spaced}, journal = {J}, year = 2022}",
      "@misc{later, title = {Later}, year = {Under submission}}",
      "@misc{never, title = {Never}}",
      String.raw`@misc{mine, title = {Mine}, year = 2019, file = {C\:\\Users\\secretname\\x.pdf}, owner = {secretname},
        mendeley-tags = {secretname}, annote = {secretname}, url = {file:///Users/secretname/x.pdf},
        pdf = {/home/secretname/papers/x.pdf}, unknown = {secretname}, keywords = {kept word}}`,
    ].join("\n"),
  });
  const { code, output } = await site.buildInProcess();
  try {
    assert.is(code, 0, output);
    const list = site.read("publications/index.html");
    for (const title of ["First work", "Second work", "Spaced", "Later", "Never", "Mine"])
      assert.match(list, title);
    for (const page of ["roe-2020", "roe-2020-2", "de-vita2022", "later", "never"])
      assert.ok(site.has(`publications/${page}/index.html`), page);
    assert.not.ok(site.has("publications/roe-2020-3/index.html"));
    assert.match(list, /Forthcoming[\s\S]*Under submission[\s\S]*2022[\s\S]*No year/);
    for (const file of site.files().filter((name) => /\.(html|json|bib|xml|txt)$/.test(name)))
      assert.not.match(site.read(file), /secretname|undefined|NaN/, file);
    assert.match(site.read("publications.bib"), "kept word");
    assert.match(output, 'has the same key as the one in publications.bib:1; it is kept as "Roe_2020-2".');
    assert.match(output, "is the same as the one in publications.bib:1; it is left out.");
    assert.match(output, 'uses an unknown @string: "ACM"; it is shown as written.');
    assert.not.match(output, /rating|selected/);
    assert.is(output.split("bibliographyErrors").length, 2, "how to have the build fail is said once");
  } finally {
    site.remove();
  }
});

const encodings: [what: string, bytes: string | Uint8Array, expected: RegExp | undefined][] = [
  ["UTF-16 with a mark", Buffer.from(`\uFEFF${good}`, "utf16le"), undefined],
  ["UTF-16 without a mark", Buffer.from(good, "utf16le"), undefined],
  ["Windows line ends and NUL", `\uFEFF${good.replaceAll("\n", "\r\n")}\0`, undefined],
  ["an empty file", "", undefined],
  ["only comments", "% nothing\n@comment{x}\n", undefined],
  ["a web page", "<!DOCTYPE html>\n<title>404</title>\n", /publications\.bib is a web page \(HTML\)/],
  ["an archive", "PK\u0003\u0004....", /publications\.bib is a ZIP archive/],
  ["some text", "nothing here\n", /publications\.bib has no entries/],
];

for (const [what, bytes, expected] of encodings) {
  test(`${what} is read, or refused in one clear message`, async () => {
    const site = new Site({ "eleventy.config.js": config({}), "index.md": "x" });
    writeFileSync(path.join(site.folder, "publications.bib"), bytes);
    const { output } = await site.buildInProcess();
    const hasGood = site.has("publications/good/index.html");
    site.remove();
    if (expected) assert.match(output, expected);
    else assert.not.match(output, /indigo: (?!set a title)/);
    assert.is(hasGood, /UTF|Windows/.test(what));
  });
}

test.run();
