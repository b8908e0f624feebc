import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, Site } from "../support/site.ts";

// What al-folio shows of an entry: notes, additional text, a note on the authors, and a preview that may be a video.

const test = suite("notes and previews of publications");

const entry = (key: string, fields: string): string =>
  `@article{${key}, author = {Roe*, Ann and Li, Bo}, title = {On ${key}}, journal = {Tests}, year = 2020, ${fields}}\n`;

const gif = Buffer.from("R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=", "base64").toString("latin1");

const files = {
  "eleventy.config.js": config({ title: "A site", author: { name: "Ann Roe" } }),
  "index.md": page("Home", '{% publication "notes" %}'),
  "publications.bib": [
    entry(
      "notes",
      "annotation = {* equal <b>work</b> \\& thanks}, note = {To be \\emph{read} <script>x</script>}, additional_info = {with <i>code</i>}",
    ),
    entry("venue-again", "note = {Tests.}"),
    "@unpublished{draft, author = {Roe, Ann}, title = {A Draft}, note = {Working paper}, year = 2020}\n",
    entry("clip", "preview = {clip.mp4}"),
    entry("bare", "preview = {bare.WEBM}"),
    entry("moving", "preview = {moving.gif}"),
    entry("remote", "preview = {https://example.com/film.mp4?x=1}"),
    entry("sound", "preview = {sound.mp3}"),
  ].join(""),
  "clip.mp4": "clip",
  "clip.png": "poster",
  "assets/img/publication_preview/bare.WEBM": "clip",
  "moving.gif": gif,
  "sound.mp3": "sound",
};

let site: Site;
let output = "";

test.before(async () => {
  site = new Site({
    ...files,
    "eleventy.config.js": config({
      title: "A site",
      author: { name: "Ann Roe" },
      bibliographyErrors: "warn",
    }),
  });
  ({ output } = await site.buildInProcess());
});
test.after(() => site.remove());

/** Returns the HTML of an entry in the list of all publications. */
const listed = (id: string): string => {
  const html = site.read("publications/index.html");
  return html.slice(html.indexOf(`<li class="publication" id="${id}"`)).split("</li>")[0] ?? "";
};
const own = (id: string): string => site.read(`publications/${id}/index.html`);

test("notes are shown once and escaped, in lists and on pages", () => {
  const annotation = "* equal work &amp; thanks";
  assert.match(
    listed("notes"),
    `<details class="annotation"><summary aria-label="Note on the authors"><span aria-hidden="true">i</span></summary>${annotation}</details>`,
  );
  for (const html of [own("notes"), site.read("index.html")]) {
    assert.match(html, `<div class="annotation">${annotation}</div>`);
    assert.not.match(html, '<details class="annotation"');
    assert.match(html, /Ann Roe(?:<\/strong>)?<sup>\*<\/sup>, Bo Li/);
  }
  for (const html of [listed("notes"), own("notes"), site.read("index.html")]) {
    assert.match(html, '<div class="note">To be read</div>');
    assert.match(html, '<i>Tests 2020</i> <span class="additional-info">with code</span></div>');
  }
});

test("a note that is the venue is not shown again", () => {
  for (const id of ["venue-again", "draft"]) {
    assert.not.match(listed(id), 'class="note"', id);
    assert.not.match(own(id), 'class="note"', id);
  }
  assert.match(listed("draft"), "Working paper 2020");
});

test("a video loads nothing until it is played; a poster beside it is used", () => {
  assert.match(
    listed("clip"),
    '<video class="preview" src="/clip.mp4" poster="/clip.png" preload="none" muted controls playsinline aria-label="Video: On clip"></video>',
  );
  assert.ok(site.has("clip.mp4") && site.has("clip.png"));
  assert.match(listed("bare"), /<video class="preview" src="[^"]*\/bare\.WEBM" preload="none" muted/);
  assert.not.match(listed("bare"), "poster");
  assert.match(listed("moving"), /<img class="preview" src="\/moving.gif" alt="" loading="lazy"[^>]*>/);
  assert.not.match(site.read("publications/index.html"), "autoplay");
});

test("a video of another host is a link, and a sound is no preview", () => {
  assert.match(listed("remote"), '<a href="https://example.com/film.mp4?x=1">Video</a>');
  assert.not.match(listed("remote"), "<video");
  assert.not.match(listed("sound"), "preview");
  assert.match(output, /indigo: field "preview" of publication "sound" .* an image or a video/);
});

test.run();
