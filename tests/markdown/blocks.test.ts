import MarkdownIt from "markdown-it";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { en } from "../../plugin/i18n/strings/en.ts";
import { useAttributes } from "../../plugin/markdown/attributes.ts";
import { useBlocks, useMargin } from "../../plugin/markdown/blocks/index.ts";
import { useDivs } from "../../plugin/markdown/divs.ts";
import { useFigures } from "../../plugin/markdown/figures.ts";
import { useSpans } from "../../plugin/markdown/spans.ts";
import type { Embeds } from "../../plugin/options/markdown.ts";

const test = suite("blocks of a layout");

interface Rendered {
  html: string;
  warnings: string[];
}

function render(source: string, embeds: Embeds = false): Rendered {
  const md = MarkdownIt({ html: true });
  const warnings: string[] = [];
  const warn = (message: string) => void warnings.push(message);
  useAttributes(md);
  useDivs(md, warn);
  useSpans(md);
  useFigures(md);
  useBlocks(md, {
    stringsOf: () => en,
    mediaOf: () => ({ strings: en, language: "en", embeds, siteUrl: "https://a.example.org", warn }),
    isResponsive: false,
    others: ["theorem"],
    warn,
  });
  useMargin(md);
  // Ids contain a hash of the text.
  const html = md
    .render(source)
    .replaceAll(/>\n\s*/g, ">")
    .replaceAll(/(tabs|gallery)-[\da-f]{6}-/g, "$1-");
  return { html: html.trim(), warnings };
}

/** Name, Markdown, HTML. */
const cases: readonly [string, string, string][] = [
  [
    "a callout with its default title",
    "::: note\nText\n:::",
    '<div class="callout callout-note" role="note"><p class="callout-title">Note</p><p>Text</p></div>',
  ],
  [
    "a callout with a title and attributes, in Quarto's name",
    "::: {.callout-tip #a .wide}\nText\n:::\n\n::: warning Mind *it*\n- T\n:::",
    '<div class="callout callout-tip wide" id="a" role="note"><p class="callout-title">Tip</p><p>Text</p></div>' +
      '<div class="callout callout-warning" role="note"><p class="callout-title">Mind <em>it</em></p><ul><li>T</li></ul></div>',
  ],
  ["a note in the margin", "::: margin\nText\n:::", '<div class="margin-note" role="note"><p>Text</p></div>'],
  [
    "a span in the margin, and any other",
    "A [note, *long*]{.margin} and [a]{.b #c lang=fr}[d](e){.f}[g]",
    '<p>A <span class="margin-note" role="note">note, <em>long</em></span> and <span class="b" id="c" lang="fr">a</span><a href="e" class="f">d</a>[g]</p>',
  ],
  [
    "a figure in the margin, and a caption",
    '![A](a.jpg "One"){.margin}\n\n![B](b.jpg "Two"){.margin-caption}',
    '<figure class="figure margin-note"><img src="a.jpg" alt="A"><figcaption class="caption">One</figcaption></figure>' +
      '<figure class="figure margin-caption"><figcaption class="caption">Two</figcaption><img src="b.jpg" alt="B"></figure>',
  ],
  [
    "tabs",
    "::: tabs System\n::: tab *One*\nA\n:::\n::: tab Two {#two}\nB\n:::\n:::",
    '<div class="tab-set" role="group" aria-label="System"><input type="radio" name="tabs-1" id="tabs-1-1" checked><label for="tabs-1-1"><em>One</em></label>' +
      '<div class="tab-panel"><p>A</p></div><input type="radio" name="tabs-1" id="tabs-1-2"><label for="tabs-1-2">Two</label><div class="tab-panel" id="two"><p>B</p></div></div>',
  ],
  [
    "tabs in a tab",
    "::: tabs\n::: tab A\n::: tabs\n::: tab B\nC\n:::\n:::\n:::\n:::",
    '<div class="tab-set" role="group" aria-label="Tabs"><input type="radio" name="tabs-1" id="tabs-1-1" checked><label for="tabs-1-1">A</label><div class="tab-panel">' +
      '<div class="tab-set" role="group" aria-label="Tabs"><input type="radio" name="tabs-2" id="tabs-2-1" checked><label for="tabs-2-1">B</label><div class="tab-panel"><p>C</p></div></div></div></div>',
  ],
  [
    "steps of a list",
    "::: steps\n1. One\n2. Two\n:::",
    '<div class="step-list"><ol><li>One</li><li>Two</li></ol></div>',
  ],
  [
    "steps under headings",
    "::: steps\nFirst\n\n### One\nA\n\n#### Deep\n\n### Two\n\n> # Not\n:::",
    '<div class="step-list"><p>First</p><ol><li><h3>One</h3><p>A</p><h4>Deep</h4></li><li><h3>Two</h3><blockquote><h1>Not</h1></blockquote></li></ol></div>',
  ],
  [
    "cards, of which the title is the link",
    "::: cards {.wide}\n::: card The *papers* [x](/x) {href=/papers/ #a}\nAll\n:::\n::: card Plain\n:::\n:::",
    '<ul class="card-grid wide"><li id="a"><p class="card-title"><a href="/papers/">The <em>papers</em> x</a></p><p>All</p></li><li><p class="card-title">Plain</p></li></ul>',
  ],
  [
    "what is between cards",
    "::: cards\n::: card A\n:::\nText\n::: card B\n:::\n:::",
    '<ul class="card-grid"><li><p class="card-title">A</p></li></ul><p>Text</p><ul class="card-grid"><li><p class="card-title">B</p></li></ul>',
  ],
  [
    "details",
    "::: details Proof of *it*\nText\n:::",
    '<details class="fold"><summary>Proof of <em>it</em></summary><p>Text</p></details>',
  ],
  [
    "details that are open, in each way to write it",
    "::: details A {open}\n:::\n::: details B {#b .c open}\n:::\n::: details C {open=true}\n:::\n::: details D {open=false name=x}\n:::",
    '<details class="fold" open><summary>A</summary></details><details class="fold c" id="b" open><summary>B</summary></details>' +
      '<details class="fold" open><summary>C</summary></details><details class="fold" name="x"><summary>D</summary></details>',
  ],
  [
    "details without a summary",
    "::: details\nT\n:::",
    '<details class="fold"><summary>Details</summary><p>T</p></details>',
  ],
  [
    "a video, a sound and tracks",
    "![A *film*](a.mp4){poster=a.jpg captions=a.vtt subtitles-de=d.vtt width=300} ![Talk](b.mp3?x)",
    '<p><video class="media" width="300" poster="a.jpg" src="a.mp4" aria-label="A film" preload="metadata" controls playsinline><track kind="captions" src="a.vtt" srclang="en" label="Captions" default><track kind="subtitles" src="d.vtt" srclang="de" label="German"><a href="a.mp4">A film</a></video>' +
      ' <audio class="media" src="b.mp3?x" aria-label="Talk" preload="metadata" controls><a href="b.mp3?x">Talk</a></audio></p>',
  ],
  [
    "a video with a caption",
    '![A](a.webm "Seen in *1843*")',
    '<figure class="figure"><video class="media" src="a.webm" aria-label="A" preload="metadata" controls playsinline><a href="a.webm">A</a></video><figcaption class="caption">Seen in <em>1843</em></figcaption></figure>',
  ],
  [
    "a video file at another host, which is asked when it is played",
    "![](https://films.example.org/a.mp4)",
    '<p><video class="media" src="https://films.example.org/a.mp4" preload="none" controls playsinline><a href="https://films.example.org/a.mp4">a.mp4</a></video></p>',
  ],
  [
    "a video at another host as a link",
    "![A talk](https://youtu.be/abcdefghijk?t=1m5s)",
    '<p><a class="video-link" href="https://www.youtube.com/watch?v=abcdefghijk&amp;t=65s"><span class="video-play" aria-hidden="true"></span><span class="video-title">A talk</span> <span class="video-host">Watch on YouTube</span></a></p>',
  ],
  [
    "a video at another host with a poster and a caption",
    "::: video A talk {url=https://vimeo.com/12345/ab12 poster=a.jpg}\nIn *Vienna*\n:::",
    '<figure class="figure"><a class="video-link" href="https://vimeo.com/12345/ab12"><img src="a.jpg" alt="" loading="lazy"><span class="video-play" aria-hidden="true"></span><span class="video-title">A talk</span> <span class="video-host">Watch on Vimeo</span></a><figcaption class="caption"><p>In <em>Vienna</em></p></figcaption></figure>',
  ],
  [
    "a video with an equals sign in its URL",
    "::: video Talk {url=https://www.youtube.com/watch?v=abcdefghijk}\n:::",
    '<figure class="figure"><a class="video-link" href="https://www.youtube.com/watch?v=abcdefghijk"><span class="video-play" aria-hidden="true"></span><span class="video-title">Talk</span> <span class="video-host">Watch on YouTube</span></a></figure>',
  ],
  [
    "attributes of a video on an image",
    "![A](a.jpg){poster=b.jpg captions=c.vtt}",
    '<p><img src="a.jpg" alt="A"></p>',
  ],
  [
    "a div of another name",
    "::: lead\nT\n:::\n::: theorem\nT\n:::",
    '<div class="lead"><p>T</p></div><div class="theorem"><p>T</p></div>',
  ],
];

for (const [name, markdown, html] of cases) {
  test(name, () => {
    assert.equal(render(markdown), { html, warnings: [] });
  });
}

test("a gallery: each image is a button for its larger view, with the images before and after; text is below", () => {
  const { html, warnings } = render(
    '::: gallery {#walk}\n![One](a.jpg "First *one*"){.b}\n![Two](b.jpg)\n\n[![Three](c.jpg)](/c/) ![Film](d.mp4)\n\nIn May\n:::',
  );
  assert.equal(warnings, []);
  assert.match(html, /^<div class="image-gallery" id="walk"><ul><li>/);
  assert.match(
    html,
    '<figure><button type="button" class="gallery-open" id="walk-1-open" popovertarget="walk-1" aria-label="Enlarge: One"><img src="a.jpg" alt="One" class="b"></button><figcaption class="caption">First <em>one</em></figcaption></figure>',
  );
  assert.match(
    html,
    '<div id="walk-2" class="gallery-view" popover role="dialog" aria-label="Two"><figure><img src="b.jpg" alt="Two" loading="lazy"></figure>',
  );
  assert.match(
    html,
    '<label for="walk-1-open"><span class="gallery-arrow" aria-hidden="true">←</span><span class="visually-hidden">Previous image</span></label>',
  );
  assert.match(html, '<li><figure><a href="/c/"><img src="c.jpg" alt="Three"></a></figure></li>');
  assert.match(html, '<li><figure><video class="media" src="d.mp4"');
  assert.match(html, /<\/ul><p>In May<\/p><\/div>$/);
  assert.is(html.split("popovertargetaction").length - 1, 2, "two larger views");
  assert.not.match(html, 'for="walk-3-open"');
});

/** Name, Markdown, what the HTML contains, the warning. */
const bad: readonly [string, string, string, string][] = [
  [
    "a tab outside tabs",
    "::: tab R\nText\n:::",
    '<div class="tab"><p><strong>R</strong></p><p>Text</p></div>',
    '"::: tab R" in a template is not in a div "::: tabs", so that it is shown as a text with its title.',
  ],
  [
    "tabs without a tab",
    "::: tabs\nText\n:::",
    '<div class="tabs"><p>Text</p></div>',
    '"::: tabs" in a template has no tabs. Write each as "::: tab Title", up to a line ":::".',
  ],
  [
    "a tab without a title",
    "::: tabs\n::: tab\nText\n:::\n:::",
    '<label for="tabs-1-1">1</label><div class="tab-panel"><p>Text</p></div>',
    '"::: tab" in a template has no title. Write it after the word: "::: tab Title".',
  ],
  [
    "a card without a title",
    "::: cards\n::: card {href=https://example.org/a}\nText\n:::\n:::",
    '<a href="https://example.org/a">example.org/a</a></p><p>Text</p>',
    '"::: card {href=https://example.org/a}" in a template has no title, which would be the link. Write it after the word: "::: card Title".',
  ],
  [
    "cards without a card",
    "::: cards\nText\n:::",
    '<div class="cards"><p>Text</p></div>',
    '"::: cards" in a template has no cards. Write each as "::: card Title", up to a line ":::".',
  ],
  [
    "a card that runs a script",
    "::: cards\n::: card A {href=javascript:alert(1)}\n:::\n:::",
    '<p class="card-title">A</p>',
    '"::: card A {href=javascript:alert(1)}" in a template links to a URL that runs a script or names a file of the reader\'s. The card has no link.',
  ],
  [
    "steps without steps",
    "::: steps\nText\n:::",
    '<div class="steps"><p>Text</p></div>',
    '"::: steps" in a template has no steps. Write them as an ordered list, or each under a heading of its own.',
  ],
  [
    "a gallery without images",
    "::: gallery\nText\n:::",
    '<div class="image-gallery"><p>Text</p></div>',
    '"::: gallery" in a template has no images. Write them as "![Description](image.jpg)", up to a line ":::".',
  ],
  [
    "a video without a URL",
    "::: video Talk\nText\n:::",
    '<div class="video"><p>Text</p></div>',
    '"::: video Talk" in a template has no video. Write its URL or file: "::: video Title {url=film.mp4}".',
  ],
  [
    "a video at a host that is not known",
    "::: video Talk {url=https://example.org/talk}\nText\n:::",
    '<div class="video"><p><a href="https://example.org/talk">Talk</a></p><p>Text</p></div>',
    '"::: video Talk {url=https://example.org/talk}" in a template must have the URL of a video at YouTube, Vimeo or a PeerTube site, or a file such as "film.mp4", but it is "https://example.org/talk".',
  ],
  [
    "a video at another host with a poster there",
    "![Talk](https://youtu.be/abcdefghijk){poster=https://img.example.org/a.jpg}",
    '<a class="video-link" href="https://www.youtube.com/watch?v=abcdefghijk"><span class="video-play"',
    'the poster "https://img.example.org/a.jpg" of the video "Talk" is at another host, to which the page would make a request. It is left out; copy it into the site.',
  ],
  [
    "a video whose URL runs a script",
    "::: video Talk {url=javascript:hit()//a.mp4}\nText\n:::",
    '<div class="video"><p>Talk</p><p>Text</p></div>',
    '"::: video Talk {url=javascript:hit()//a.mp4}" in a template must have the URL of a video at YouTube, Vimeo or a PeerTube site, or a file such as "film.mp4", but it is "javascript:hit()//a.mp4".',
  ],
  [
    "a name that is nearly one",
    "::: detials Proof\nText\n:::",
    '<div class="detials"><p>Text</p></div>',
    '"::: detials Proof" in a template is a "div" of the class "detials". Did you mean "details"? If not, write "::: {.detials}".',
  ],
];

for (const [name, markdown, html, warning] of bad) {
  test(name, () => {
    const rendered = render(markdown);
    assert.ok(rendered.html.includes(html), rendered.html);
    assert.equal(rendered.warnings, [warning]);
  });
}

test("a class in braces is the author's own, however near a name it is", () => {
  assert.equal(render("::: {.detials}\nText\n:::").warnings, []);
  assert.equal(render("::: lead\n:::\n::: left\n:::\n::: node-list\n:::").warnings, []);
});

const players: readonly [string, string][] = [
  ["https://www.youtube.com/watch?v=abcdefghijk", "https://www.youtube-nocookie.com/embed/abcdefghijk"],
  ["https://youtu.be/abcdefghijk?t=90", "https://www.youtube-nocookie.com/embed/abcdefghijk?start=90"],
  ["https://www.youtube.com/shorts/abcdefghijk", "https://www.youtube-nocookie.com/embed/abcdefghijk"],
  ["https://vimeo.com/12345", "https://player.vimeo.com/video/12345?dnt=1"],
  ["https://player.vimeo.com/video/12345?h=ab12", "https://player.vimeo.com/video/12345?dnt=1&amp;h=ab12"],
  [
    "https://videos.example.org/w/aBcDeFgHiJkLmNoPqRsTuV",
    "https://videos.example.org/videos/embed/aBcDeFgHiJkLmNoPqRsTuV",
  ],
];

test("with the option embeds, a video at another host is a player at the host with the fewest cookies", () => {
  for (const [url, player] of players) {
    const { html } = render(`![Talk](${url})`, true);
    assert.is(
      html,
      `<p><iframe class="video-frame" src="${player}" title="Talk" loading="lazy" allow="fullscreen; picture-in-picture; encrypted-media" referrerpolicy="strict-origin-when-cross-origin" allowfullscreen></iframe></p>`,
    );
    assert.not.match(render(`![Talk](${url})`).html, "<iframe");
  }
});

test("the option embeds may name the hosts", () => {
  const isPlayer = (url: string, embeds: Embeds): boolean =>
    render(`![Talk](${url})`, embeds).html.includes("<iframe");
  const [youTube = "", , , vimeo = "", , peerTube = ""] = players.map(([url]) => url);
  assert.ok(
    isPlayer(youTube, ["youtube"]) &&
      isPlayer(youTube, ["www.youtube.com"]) &&
      isPlayer(youTube, ["youtube-nocookie.com"]),
  );
  assert.ok(isPlayer(vimeo, ["youtube", "vimeo"]) && isPlayer(peerTube, ["videos.example.org"]));
  assert.not.ok(isPlayer(vimeo, ["youtube"]) || isPlayer(peerTube, ["vimeo"]) || isPlayer(youTube, []));
});

test("what is no video stays an image", () => {
  for (const url of [
    "https://www.youtube.com/about",
    "https://vimeo.com/about",
    "https://example.org/w/short",
    "mp4",
    "http://[",
    "a.svg",
  ])
    assert.match(render(`![A](${url})`).html, /^<p><(img|!)|^<p>!\[/, url);
});

test("texts that escape", () => {
  const { html } = render('::: tabs "><script>\n::: tab A&B\n![<b>"](a.mp4){poster="x&y.jpg"}\n:::\n:::');
  assert.match(html, 'aria-label="&quot;&gt;&lt;script&gt;"');
  assert.match(html, "A&amp;B</label>");
  assert.match(html, 'poster="x&amp;y.jpg"');
  assert.match(html, 'aria-label="');
});

test.run();
