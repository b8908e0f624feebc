import { suite } from "uvu";
import * as assert from "uvu/assert";
import { withSideNotes } from "../../plugin/markdown/side-notes.ts";
import { config, page, Site } from "../support/site.ts";

const test = suite("footnotes beside the text");

const side = { page: undefined, own: "side", option: "end", warn: assert.unreachable };

const reference = (id: string): string =>
  `<sup class="footnote-ref"><a href="#fn:${id}" id="fnref:${id}" role="doc-noteref" aria-label="Footnote ${id}">${id}</a></sup>`;
const list = (...notes: string[]): string =>
  `<section class="footnotes" role="doc-endnotes"><ol>${notes
    .map((note, index) => `<li id="fn:${index + 1}">${note}</li>`)
    .join("")}</ol></section>`;
const back = '<a class="footnote-back" href="#fnref:1" role="doc-backlink">x</a>';

test("a copy of each note follows its number, without ids and the link back, and the list is marked", () => {
  const html = `<p>One${reference("1")} two${reference("1")}.</p>${list(`<p>A <em id="x">b</em> &amp; c ${back}</p>`)}`;
  assert.is(
    withSideNotes(html, side),
    `<p>One${reference("1")}<sup class="side-ref"><a href="#side-fn:1" role="doc-noteref" aria-label="Footnote 1">1</a></sup>` +
      '<small class="side-note" id="side-fn:1" role="note" aria-label="Footnote 1"><span class="side-number">1</span> <span class="side-paragraph">A <em>b</em> &amp; c </span></small>' +
      ` two${reference("1")}<sup class="side-ref"><a href="#side-fn:1" role="doc-noteref" aria-label="Footnote 1">1</a></sup>.</p>` +
      `<section class="footnotes at-side" role="doc-endnotes"><ol><li id="fn:1" class="at-side"><p>A <em id="x">b</em> &amp; c ${back}</p></li></ol></section>`,
  );
});

/** What keeps a note in the list: its place, or its content. */
const kept: Record<string, [string, string]> = {
  "in a table": [`<table><tr><td>${reference("1")}</td></tr></table>`, "<p>A</p>"],
  "in a heading": [`<h2>${reference("1")}</h2>`, "<p>A</p>"],
  "in a note in the margin": [`<div class="margin-note">${reference("1")}</div>`, "<p>A</p>"],
  "in a link": [`<a href="/">${reference("1")}</a>`, "<p>A</p>"],
  "once in a table, once in text": [
    `<p>${reference("1")}</p><table><tr><td>${reference("1")}</td></tr></table>`,
    "<p>A</p>",
  ],
  "with a list": [`<p>${reference("1")}</p>`, "<p>A</p><ul><li>b</li></ul>"],
  "with code": [`<p>${reference("1")}</p>`, "<pre>a</pre>"],
  "with a reference": [`<p>${reference("1")}</p>`, `<p>${reference("2")}</p>`],
};

for (const [name, [text, note]] of Object.entries(kept)) {
  test(`a note ${name} stays in the list, with the others beside the text`, () => {
    const html = `${text}<p>${reference("3")}</p>${list(note, "<p>Second</p>", "<p>Third</p>")}`;
    const result = withSideNotes(html, side);
    assert.is(result.split("<small").length - 1, 1);
    assert.match(result, 'id="side-fn:3"');
    assert.match(result, '<section class="footnotes" role');
    assert.match(result, '<li id="fn:1">');
    assert.match(result, '<li id="fn:3" class="at-side">');
  });
}

test("the footnotes of kramdown", () => {
  const html =
    '<p class="footnotes">A<sup id="fnref:a"><a href="#fn:a" class="footnote" rel="footnote" role="doc-noteref">1</a></sup></p>' +
    '<div class="footnotes" role="doc-endnotes"><ol><li id="fn:a"><p>Note <a href="#fnref:a" class="reversefootnote" role="doc-backlink">x</a></p></li></ol></div>';
  const result = withSideNotes(html.replace('<p class="footnotes">', "<p>"), side);
  assert.match(
    result,
    '<sup class="side-ref"><a href="#side-fn:a" role="doc-noteref">1</a></sup><small class="side-note" id="side-fn:a" role="note"><span class="side-number">1</span> <span class="side-paragraph">Note </span></small></p>',
  );
  assert.match(
    result,
    '<div class="footnotes at-side" role="doc-endnotes"><ol><li id="fn:a" class="at-side">',
  );
  assert.is(withSideNotes(html, side), html, "within an element of that class");
});

test("by default, and without footnotes, nothing changes", () => {
  const html = `<p>${reference("1")}</p>${list("<p>A</p>")}`;
  assert.is(withSideNotes(html, { ...side, own: undefined }), html);
  assert.is(withSideNotes(html, { ...side, own: "end", option: "side" }), html);
  assert.is(withSideNotes(html, { ...side, own: { some: "data" } }), html);
  assert.is(withSideNotes("<p>Text</p>", side), "<p>Text</p>");
  assert.match(withSideNotes(html, { ...side, own: undefined, option: "side" }), "<small");
});

test("ten thousand footnotes, and elements ten thousand deep", () => {
  const many = Array.from({ length: 10_000 }, (_, index) => String(index + 1));
  const html = `<p>${many.map(reference).join(" ")}</p>${list(...many.map(() => "<p>A</p>"))}`;
  assert.is(withSideNotes(html, side).split("<small").length - 1, 10_000);
  const deep = `${"<div>".repeat(10_000)}<p>${reference("1")}</p>${list("<p>A</p>")}`;
  assert.match(withSideNotes(deep, side), "<small");
});

const text = "One.[^1]\n\n[^1]: A note.\n";

test("a site: by option or front matter, in pages and posts, with styles; the feed has each note once", async () => {
  const site = new Site({
    "index.md": page("Home"),
    "eleventy.config.js": config({ title: "A", url: "https://a.example.org", footnotes: "side" }),
    "a.md": page("A", text),
    "b.md": `---\ntitle: B\nlayout: page\nfootnotes: end\n---\n${text}`,
    "c.md": `---\ntitle: C\nlayout: page\nfootnotes: margin\n---\n${text}`,
    "d.md": page("D", "Text."),
    "posts/e.md": `---\ntitle: E\nlayout: post\ntags: posts\ndate: 2024-01-02\n---\n${text}`,
  });
  try {
    const { code, output } = await site.buildInProcess();
    assert.is(code, 0, output);
    for (const name of ["a", "c", "posts/e"]) {
      assert.match(
        site.read(`${name}/index.html`),
        '<small class="side-note" id="side-fn:1" role="note" aria-label="Footnote 1">',
      );
      assert.match(site.read(`${name}/index.html`), "/assets/indigo-layout-");
    }
    for (const name of ["b", "d"]) {
      assert.not.match(site.read(`${name}/index.html`), "side-note");
      assert.not.match(site.read(`${name}/index.html`), "/assets/indigo-layout-");
    }
    assert.is(site.read("feed.xml").split("A note.").length - 1, 1);
    const warnings = output.split("\n").filter((line) => line.startsWith("indigo: "));
    assert.equal(warnings, [
      'indigo: field "footnotes" in c.md:4 must be "end" or "side", but it is "margin"; the option decides.',
    ]);
  } finally {
    site.remove();
  }
});

test.run();
