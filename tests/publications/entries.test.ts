import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, Site } from "../support/site.ts";
import { invalidHtml } from "../support/valid-html.ts";

// The parts of an entry, which are the same on the page of all publications, in texts and on the entry's page.

const test = suite("entries of publications");

const crowd = Array.from({ length: 15 }, (_, at) => `Person, ${"ABCDEFGHIJKLMNO"[at]}.`).join(" and ");

const bib = `
@inproceedings{rich, author = {Roe*, Ann and Li*, Bo and Kim, Cy}, title = {On $O(n^2)$}, booktitle = {Conference on Tests}, year = 2022,
  abbr = {CoT}, award = {Best paper of all}, award_name = {Best paper}, note = {Oral.}, preview = {tall.svg}, pdf = {rich.pdf}, doi = {10.1000/1},
  abstract = {We need $\\frac{1}{2}$ of \\emph{it}, not <b>more</b> & less.}, selected = {true}}
@inproceedings{same, author = {Roe, Ann}, title = {Same}, booktitle = {PLAIN}, abbr = {Plain}, year = 2021, selected = {true}}
@article{crowd, author = {${crowd}}, title = {Crowd}, journal = {Tests}, year = 2020, bibtex_show = {false}}
@article{explained, author = {Roe*, Ann and Li*, Bo}, title = {Explained}, journal = {Tests}, year = 2019, annotation = {* Both paid for it.}}
@article{noted, author = {Roe*, Ann and Li*, Bo}, title = {Noted}, journal = {Tests}, year = 2019, note = {* thanks}}
@article{one, author = {Roe*, Ann and Li, Bo}, title = {One}, journal = {Tests}, year = 2019}
@article{daggers, author = {Roe†, Ann and Li†, Bo}, title = {Daggers}, journal = {Tests}, year = 2019}
`;
const yaml = `- { id: text, title: Text, venue: Tests, year: 2018, authors: ["Ann Roe*", "Bo Li*"], abstract: "1 < $2$" }\n`;

const ids = ["rich", "same", "crowd", "explained", "noted", "one", "daggers", "text"];

let site: Site;

test.before(async () => {
  site = new Site({
    "eleventy.config.js": config({
      title: "A site",
      author: { name: "Ann Roe" },
      coauthors: { "Bo Li": "https://example.org/li" },
      venues: { cot: { color: "rebeccapurple", url: "https://example.org/cot" }, Plain: { color: "gold" } },
    }),
    "index.md": page("Home", 'Before.\n\n{% publications "full" %}\n\n*After*.'),
    "one.njk": page("One", '{% publication "rich", style="full", venue="Elsewhere" %}'),
    "two.liquid": page("Two", '{% publication "rich" "full" %}'),
    "publications.bib": bib,
    "publications.yaml": yaml,
    "rich.pdf": "%PDF-1.4\n",
    "tall.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="640"/>',
  });
  await site.builtInProcess();
});
test.after(() => site.remove());

/** The entries of a page by title, without what is theirs on the page of all publications alone. */
function entriesOf(html: string): Map<string, string> {
  return new Map(
    html
      .split(/<li class="publication"/)
      .slice(1)
      .map((part) => {
        const entry = part.slice(part.indexOf(">") + 1).split("</li>")[0] ?? "";
        const title = /<div class="title">([\s\S]*?)<\/div>/.exec(entry)?.[1] ?? "";
        return [/publications\/(\w+)\//.exec(title)?.[1] ?? "", entry.replaceAll(/\n+/g, "\n").trim()];
      }),
  );
}

const listed = (): Map<string, string> => entriesOf(site.read("publications/index.html"));

test("the list of all and a list in a text have the same entries", () => {
  const inText = entriesOf(site.read("index.html"));
  assert.equal([...inText.keys()], ids);
  for (const [id, entry] of listed()) assert.is(inText.get(id), entry, id);
  // Ids are on the page of all publications, where each entry is once.
  assert.match(site.read("publications/index.html"), '<li class="publication" id="rich"');
  assert.not.match(site.read("index.html"), 'id="rich"');
  assert.match(site.read("index.html"), "<p><em>After</em>.</p>");
});

test("title, authors, venue, award, note, links, abstract and BibTeX stand in this order", () => {
  const entry = listed().get("rich") ?? "";
  const parts = [
    '<img class="preview" src="/tall.svg" alt=""',
    '<div class="title"><a href="/publications/rich/">On <math',
    '<div class="authors"><strong>Ann Roe</strong><sup>*</sup>, <a href="https://example.org/li">Bo Li</a><sup>*</sup>, Cy Kim',
    '<span class="equal-contribution">(* equal contribution)</span>',
    '<div class="venue"><a class="badge venue-cot" href="https://example.org/cot">CoT</a> <i>Conference on Tests 2022</i> <span class="badge award">Best paper</span></div>',
    '<div class="note">Oral.</div>',
    '<div class="actions">',
    '<div class="links"><a href="/rich.pdf">PDF</a><a href="https://doi.org/10.1000/1">DOI</a></div>',
    '<details class="abstract"><summary>Abstract</summary><p>We need <math',
    '<details class="bibtex"><summary>BibTeX</summary>',
  ];
  assert.equal(
    parts.filter((part) => !entry.includes(part)),
    [],
  );
  const places = parts.map((part) => entry.indexOf(part));
  assert.equal(
    places,
    places.toSorted((a, b) => a - b),
  );
});

test("an abstract has its formulas and emphasis, and no other markup", () => {
  for (const html of [listed().get("rich") ?? "", site.read("publications/rich/index.html")]) {
    assert.match(html, /We need <math>?[\s\S]*<mfrac>[\s\S]*<\/math> of <i>it<\/i>, not/);
    assert.match(html, "<b>more</b> &amp; less.</p>");
  }
  assert.match(listed().get("text") ?? "", "<p>1 &lt; $2$</p>");
});

/** Abstracts in BibTeX, their text where there is no markup, and parts of their MathML. */
const formulas: [tex: string, text: string, markup: string[]][] = [
  [
    String.raw`Rule $\Delta w_{ij} \propto x_i y_j$ and $\frac{a}{b}$`,
    "Rule Δwᵢⱼ∝xᵢyⱼ and a/b",
    ["<msub><mi>w</mi>", "<mo>∝</mo>", "<mfrac><mi>a</mi><mi>b</mi></mfrac>"],
  ],
  [String.raw`In \(x^{-1}\) steps`, "In x⁻¹ steps", ["<msup><mi>x</mi>"]],
  [String.raw`Of $\frac{a+b}{2}$ or $\sqrt{n}$`, "Of (a+b)/2 or √n", ["<mfrac>", "<msqrt>"]],
  [String.raw`It costs \$5 for $a < b$`, "It costs $5 for a<b", ["<mo>&lt;</mo>"]],
];

test("formulas of an abstract are MathML on pages, and keep their meaning in descriptions", async () => {
  const other = new Site({
    "eleventy.config.js": config({ title: "A site", url: "https://example.org" }),
    "index.md": page("Home"),
    "publications.bib": formulas
      .map(
        ([tex], at) =>
          `@article{f${at}, title = {F${at}}, author = {Roe, Ann}, journal = {J}, year = 2020, abstract = {${tex}}}\n`,
      )
      .join(""),
  });
  await other.builtInProcess();
  const list = other.read("publications/index.html");
  const pages = formulas.map((_, at) => other.read(`publications/f${at}/index.html`));
  other.remove();
  for (const [at, [tex, text, markup]] of formulas.entries()) {
    const own = pages[at] ?? "";
    const folded = list.split(`id="f${at}"`)[1]?.split("</li>")[0] ?? "";
    for (const part of markup) {
      assert.ok(own.includes(part), `${tex} on its page: ${part}`);
      assert.ok(folded.includes(part), `${tex} in the list: ${part}`);
    }
    const escaped = text.replace("<", "&lt;");
    for (const tag of ['name="description"', 'property="og:description"'])
      assert.ok(own.includes(`<meta ${tag} content="${escaped}">`), `${tag} of ${tex}`);
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(own)?.[1] ?? "{}");
    assert.is(data.abstract, text);
  }
});

test("a venue that is its badge is shown once, with the year", () => {
  assert.match(
    listed().get("same") ?? "",
    '<div class="venue"><span class="badge venue-plain">Plain</span> <i>2021</i></div>',
  );
});

test("equal contribution is explained if several authors have an asterisk and nothing else explains it", () => {
  const explained = [...listed()]
    .filter(([, entry]) => entry.includes("equal-contribution"))
    .map(([id]) => id);
  assert.equal(explained.sort(), ["rich", "text"]);
});

test("an entry without BibTeX, links and abstract has no row of buttons", () => {
  assert.not.match(listed().get("crowd") ?? "", "actions");
  assert.match(
    listed().get("crowd") ?? "",
    / <details class="more-authors"><summary><span>and 9 more<\/span><\/summary>G\. Person, /,
  );
});

test("a single entry is full where asked, with other values too", () => {
  assert.match(site.read("two/index.html"), '<a href="/publications/rich/">On <math');
  const changed = site.read("one/index.html");
  assert.match(changed, "<i>Elsewhere 2022</i>");
  assert.match(changed, '<details class="abstract">');
});

test("its page has preview, badges and the long text of the award, and folds all citation styles but the first", () => {
  const html = site.read("publications/rich/index.html");
  for (const part of [
    '<img class="preview" src="/tall.svg"',
    '<a class="badge venue-cot" href="https://example.org/cot">CoT</a>',
    '<div class="note">Best paper of all</div>',
    '<span class="equal-contribution">(* equal contribution)</span>',
    '<div class="links"><a href="/rich.pdf">PDF</a>',
  ])
    assert.ok(html.includes(part), part);
  const [shown = "", folded = ""] = html.split('<details class="other-styles">');
  const styles = (part: string): string[] => [...part.matchAll(/<dt>([^<]*)/g)].map(([, name = ""]) => name);
  assert.equal(styles(shown), ["APA"]);
  assert.ok(styles(folded).length >= 2 && !styles(folded).includes("APA"));
});

test("badges have their colors, with black or white text", () => {
  const sheet = site.files().find((file) => /indigo-publications-\w+\.css$/.test(file)) ?? "";
  assert.match(site.read(sheet), ".badge.venue-cot{background:#639;color:#fff}");
  assert.match(site.read(sheet), ".badge.venue-plain{background:gold;color:#000}".replace("gold", "#ffd700"));
});

for (const color of ["purpel", "#0008", "rgb(0 0 0 / 50%)", "red;} body{display:none"]) {
  test(`the color ${color} is none for a badge`, async () => {
    const wrong = new Site({
      "eleventy.config.js": config({ venues: { CoT: { color } } }),
      "index.md": page("Home"),
    });
    const { code, output } = await wrong.buildInProcess();
    wrong.remove();
    assert.is(code, 1);
    assert.ok(
      output.includes('option "venues.CoT.color" in eleventy.config.js must be an opaque color'),
      output,
    );
  });
}

test("html-validate finds nothing", async () => {
  const pages = site.pages().filter((address) => address !== "404.html");
  assert.equal(await invalidHtml(site, pages, { "valid-id": ["error", { relaxed: true }] }), []);
});

test.run();
