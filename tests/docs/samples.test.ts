import { existsSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import sharp from "sharp";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { hostFiles } from "../../plugin/cli/hosts.ts";
import { sitePackage } from "../../plugin/cli/site-package.ts";
import { cli } from "../support/cli.ts";
import { codes, docs, type Fence, fencesOf, withoutFences } from "../support/docs.ts";
import { mathFont } from "../support/math-font.ts";
import { project } from "../support/packages.ts";
import { type Outcome, root, Site } from "../support/site.ts";

// Every code sample of the documentation, found in its fences: docs/development.md describes what becomes of each.

const test = suite("samples of the documentation");

const fences = Object.entries(docs).flatMap(([name, text]) => fencesOf(text, name));

const placeOf = ({ doc, line }: Fence): string => `${doc}:${line}`;

/** What the test does with a sample; undefined for a sample of no known class. */
type Kind = "file" | "config" | "snippet" | "commands" | "output" | "shown";

function kindOf({ language, attributes, code }: Fence): Kind | undefined {
  if ("show" in attributes) return "shown";
  if (attributes.file) return "file";
  if (language === "js" && /^export default /m.test(code)) return "config";
  if (language === "js" && code.startsWith("eleventyConfig.")) return "snippet";
  if (language === "text") return "output";
  return language === "sh" ? "commands" : undefined;
}

const isBuilt = (fence: Fence): boolean => ["file", "config", "snippet"].includes(kindOf(fence) ?? "");

/** The samples of each site, by the site's name: that of its document, and after a colon that of the attribute `site`. */
const sites = new Map<string, Fence[]>();
for (const fence of fences.filter(isBuilt)) {
  const name = `${fence.doc}:${fence.attributes.site ?? "main"}`;
  sites.set(name, [...(sites.get(name) ?? []), fence]);
}

test("each is of a class that is tested", () => {
  const unknown = fences.filter((fence) => kindOf(fence) === undefined).map(placeOf);
  assert.equal(unknown, [], "these need an attribute, such as {file=about.md}");
  const others = fences.flatMap((fence) =>
    Object.keys(fence.attributes).flatMap((key) =>
      ["file", "site", "show"].includes(key) ? [] : [`${placeOf(fence)}: ${key}`],
    ),
  );
  assert.equal(others, [], "there are no such attributes");
  assert.ok(fences.length > 60, "all fences are found");
});

test("the syntax of samples is shown with samples that would be tested", () => {
  const shown = fences.filter((fence) => kindOf(fence) === "shown");
  assert.equal(
    shown.map(({ doc }) => doc),
    ["docs/development.md"],
  );
  for (const { doc, code } of shown) {
    const inner = fencesOf(code, doc);
    assert.ok(inner.length > 0);
    assert.ok(inner.every(isBuilt));
  }
});

test("a fence in an HTML comment is a sample, one within another fence is not", () => {
  const text = "<!--\n```md {file=a.md site=b}\nA\n```\n-->\n\n````md\n```js\n```\n````\n";
  assert.equal(
    fencesOf(text, "x.md").map(({ line, language, attributes, code }) => [line, language, attributes, code]),
    [
      [2, "md", { file: "a.md", site: "b" }, "A\n"],
      [7, "md", {}, "```js\n```\n"],
    ],
  );
});

/** A config that has each snippet in a block of its own, and gives the plugin the options of all of them. */
const configOf = (snippets: readonly string[]): string => `import indigo from "eleventy-plugin-indigo";

export default function (config) {
  const options = {};
  const eleventyConfig = new Proxy(config, {
    get(target, key) {
      if (key === "addPlugin") return (plugin, given = {}) => {
        if (plugin !== indigo) return target.addPlugin(plugin, given);
        for (const [name, value] of Object.entries(given)) {
          if (name in options && options[name] !== value) throw new Error("two samples set " + name);
          options[name] = value;
        }
      };
      const value = target[key];
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
${snippets.map((snippet) => `  {\n${snippet}  }\n`).join("")}
  config.addPlugin(indigo, { title: "Ada Lovelace", ...options });
}
`;

/** The files of a site, by their paths. */
function filesOf(samples: readonly Fence[]): Record<string, string> {
  const files: Record<string, string> = {};
  const add = (name: string, content: string, place: string): void => {
    assert.not.ok(name in files, `${place}: the site has ${name} already; give one of them another site`);
    files[name] = content;
  };
  for (const sample of samples) {
    const kind = kindOf(sample);
    if (kind === "file") add(sample.attributes.file ?? "", sample.code, placeOf(sample));
    if (kind === "config") add("eleventy.config.js", sample.code, placeOf(sample));
  }
  const snippets = samples.filter((sample) => kindOf(sample) === "snippet");
  if (snippets.length > 0 || !("eleventy.config.js" in files)) {
    const [first] = snippets;
    add(
      "eleventy.config.js",
      configOf(snippets.map(({ code }) => code)),
      first ? placeOf(first) : "no sample",
    );
  }
  return files;
}

/** What stands for a file in `assets/` that a sample names: an image that can be read, or some bytes. */
async function assetOf(name: string): Promise<Buffer> {
  if (name.endsWith(".svg"))
    return Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>',
    );
  if (name.endsWith(".otf")) return mathFont();
  const format = /\.jpe?g$/.test(name) ? "jpeg" : "png";
  if (format === "png" && !name.endsWith(".png")) return Buffer.from("some bytes");
  const image = sharp({ create: { width: 1200, height: 800, channels: 3, background: "#777" } });
  return await image.toFormat(format).toBuffer();
}

interface Built extends Outcome {
  site: Site;
  samples: readonly Fence[];
  /** Every page, by its address. */
  pages: Record<string, string>;
}

const built = new Map<string, Built>();

async function build(name: string, samples: readonly Fence[]): Promise<void> {
  const files = filesOf(samples);
  const site = new Site(files);
  const named = new Set(Object.values(files).flatMap((text) => text.match(/\bassets\/[\w./-]+\.\w+/g) ?? []));
  // As a BibTeX file names a PDF, by its name alone.
  for (const [, pdf] of (files["publications.bib"] ?? files["_bibliography/papers.bib"] ?? "").matchAll(
    /pdf = \{([^}/]+)\}/g,
  ))
    named.add(`assets/pdf/${pdf}`);
  for (const asset of named) {
    if (asset in files) continue;
    site.write({ [asset]: "" });
    writeFileSync(path.join(site.folder, asset), await assetOf(asset));
  }
  const outcome = await site.build();
  const pages = Object.fromEntries(
    site.pages().map((url) => [url, site.read(url === "" || url.endsWith("/") ? `${url}index.html` : url)]),
  );
  built.set(name, { ...outcome, site, samples, pages });
}

test.before(async () => {
  const waiting = [...sites];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await build(...next);
  };
  await Promise.all(Array.from({ length: os.availableParallelism() }, work));
});

test.after(() => {
  for (const { site } of built.values()) site.remove();
});

for (const [name, samples] of sites) {
  test(`${name}: ${samples.length} samples build without a warning`, () => {
    const { code, output, site } = built.get(name) as Built;
    assert.is(code, 0, output);
    // Samples of drafts and of posts in the future are left out.
    const logged = output.split("\n").filter((line) => line.startsWith("indigo: "));
    const leftOut = logged.filter((line) => line.startsWith("indigo: not in this build: "));
    assert.equal(logged, leftOut);
    // Each page of a sample is written.
    for (const sample of samples) {
      const { file = "" } = sample.attributes;
      // A collection of people without output has data only.
      if (!/\.(md|njk|liquid)$/.test(file) || /^_(includes|people)\//.test(file)) continue;
      if (leftOut.some((line) => line.includes(file)) || /^permalink: false$/m.test(sample.code)) continue;
      const isWritten = output.split("\n").some((line) => line.includes(` from ./${file}`));
      assert.ok(isWritten, `${placeOf(sample)} is written:\n${output}`);
    }
    assert.ok(site.pages().length > 0);
  });
}

/** What the samples of a site show, in addition to that they build. */
const shows: Record<string, (built: Built) => void> = {
  "README.md:start": ({ site, pages }) => {
    assert.match(pages[""] ?? "", '<h1 class="title">Ada Lovelace</h1>');
    assert.match(pages["about/"] ?? "", "<p>I write about the Analytical Engine.</p>");
    const files = site.files().filter((file) => !file.startsWith("assets/"));
    assert.equal(files.sort(), [
      "404.html",
      "about/index.html",
      "feed.xml",
      "index.html",
      "robots.txt",
      "sitemap.xml",
    ]);
  },
  "docs/check.md:main": ({ site }) => {
    assert.not.ok(site.has("faults.json"), "a report in the site's folder is not published");
  },
  "README.md:main": ({ site, pages }) => {
    assert.match(pages["publications/"] ?? "", /Low-Rank Adaptation/);
    assert.match(pages["publications/lora/"] ?? "", 'href="https://github.com/microsoft/LoRA">Code</a>');
    for (const file of ["publications.bib", "publications.json"]) assert.ok(site.has(file), file);
    const post = pages["posts/programs/"] ?? "";
    for (const part of ["<math", 'class="footnotes"', 'class="callout callout-note"'])
      assert.match(post, part);
    assert.match(pages["talks/"] ?? "", "Weaving algebra");
    assert.match(pages["fr/"] ?? "", '<h1 class="title">Le site d’Ada</h1>');
    assert.match(styles(site), "#084");
  },
  "docs/options.md:basic": ({ site, pages }) => {
    assert.is(pages["credits/"]?.trim(), "<p>Ada Lovelace: Mathematician</p>");
    assert.match(pages[""] ?? "", 'src="/assets/ada.jpg"');
    assert.match(pages[""] ?? "", 'rel="me');
    assert.ok(site.has("assets/ada.jpg"));
  },
  "docs/options.md:social": ({ pages }) => {
    const home = pages[""] ?? "";
    assert.match(home, "https://scholar.google.com/citations?user=aBcDeFgAAAAJ");
    assert.match(home, 'href="/feed.xml"');
    assert.match(
      home,
      /<a[^>]* href="https:\/\/lab\.example\.org"[^>]*rel="me|rel="me[^>]*href="https:\/\/lab/,
    );
  },
  "docs/options.md:services": ({ pages, site }) => {
    assert.match(pages[""] ?? "", "plausible.io");
    assert.ok(site.files().some((file) => /^assets\/indigo-comments-\w+\.js$/.test(file)));
  },
  "docs/pages.md:main": ({ site, pages }) => {
    assert.match(pages["research/"] ?? "", /<h1 id="research"[^>]*>Research<\/h1>/);
    assert.not.match(pages["research/"] ?? "", "visually-hidden");
    // The title of a page whose text has no such heading is for screen readers only.
    assert.match(pages["engine/"] ?? "", '<h1 class="visually-hidden">The engine</h1>');
    assert.not.match(/<main.*<\/main>/s.exec(pages["engine/"] ?? "")?.[0] ?? "", "The engine");
    assert.match(pages["engine/"] ?? "", 'src="/assets/engine.png" alt="The Analytical Engine" width="1200"');
    const notes = pages["notes/engine/"] ?? "";
    for (const part of ['src="/assets/engine.png"', 'href="/assets/plan.pdf"', 'href="/research/"'])
      assert.ok(notes.includes(part), part);
    assert.ok(site.has("assets/engine.png") && site.has("assets/plan.pdf"));
    const home = pages[""] ?? "";
    assert.match(home, '<h1 class="title">Ada Lovelace</h1>');
    assert.match(home, "<p>I am a mathematician in London.</p>");
    assert.match(home, '<h2 id="selected-papers"');
    assert.match(home, '<div class="title">Notes by the Translator</div>');
  },
  "docs/pages.md:archives": ({ site, pages }) => {
    for (const url of ["years/2024/", "tags/looms/", "tags/cplusplus/"])
      assert.match(pages[url] ?? "", '<h2 class="title">On cards</h2>', url);
    assert.ok(site.has("tags/looms/feed.xml"));
  },
  "docs/pages.md:moved": ({ pages }) => {
    for (const url of ["machine/", "old/engine.html"])
      assert.match(pages[url] ?? "", '<a href="/engine/">The engine</a>', url);
  },
  "docs/pages.md:responsive": ({ pages }) => {
    const page = pages["notes/engine/"] ?? "";
    assert.match(page, 'type="image/avif"');
    assert.match(page, /-1120\.webp 1120w/);
  },
  "docs/pages.md:replace": ({ site, pages }) => {
    assert.not.ok(site.has("robots.txt"));
    assert.match(pages["404.html"] ?? "", "There is no such page.");
  },
  "docs/pages.md:navigation": ({ pages }) => {
    const nav = /<nav.*?<\/nav>/s.exec(pages[""] ?? "")?.[0] ?? "";
    assert.equal(
      [...nav.matchAll(/href="([^"]*)">([^<]*)</g)].map(([, url, label]) => `${label}: ${url}`),
      ["Journal: /blog/", "Lab: https://lab.example.org/", "Notes: /teaching-notes/"],
    );
  },
  "docs/pages.md:llms": ({ site }) => {
    assert.match(site.read("llms.txt"), /^# Ada Lovelace\n\n> Mathematician\n/);
    assert.match(site.read("llms.txt"), "- [Notes](https://ada.example.org/notes/): Notes on the engine\n");
  },
  "docs/pages.md:search": ({ site, pages }) => {
    assert.ok(site.has("pagefind/pagefind.js"));
    assert.match(pages["find/"] ?? "", '<form class="search-form"');
    assert.not.match(pages["find/"] ?? "", "<script type=");
    assert.match(pages["search/"] ?? "", "<script");
  },
  "docs/publications.md:main": ({ site, pages }) => {
    for (const name of ["mup", "lora"]) assert.ok(pages[`publications/${name}/`], name);
    assert.ok(site.has("assets/pdf/mup.pdf"));
    assert.match(pages["publications/mup/"] ?? "", 'href="https://github.com/microsoft/mup">Code</a>');
    assert.match(pages["publications/"] ?? "", /<(b|strong)[^>]*>[^<]*Hu/);
    assert.match(pages["publications/"] ?? "", 'href="https://thegregyang.com/"');
    assert.is((pages["papers/"] ?? "").split('<ul class="publications">').length - 1, 2);
    assert.match(pages["papers/"] ?? "", '<figure class="publication-chart"');
    assert.is((pages["latest/"] ?? "").split('<ul class="publications">').length - 1, 3);
    assert.match(pages["latest/"] ?? "", '<div class="publication-list">');
    const listed = (page: string): string[] =>
      [...(pages[page] ?? "").matchAll(/href="\/publications\/(\w+)\/"/g)].map(([, id = ""]) => id);
    assert.match(pages["compilers/"] ?? "", "Tensor Programs");
    assert.not.match(pages["compilers/"] ?? "", "LoRA");
    assert.equal(listed("language-models/"), ["mup"]);
    assert.equal(listed("recent/"), ["lora", "mup"]);
    assert.equal(listed("titles/"), ["lora", "mup"]);
    assert.match(pages["newest/"] ?? "", /LoRA[\s\S]*Tensor Programs/);
    assert.is((pages["entries/"] ?? "").split('<li class="publication">').length - 1, 2);
    // The styles of a layout of the site's own.
    const sheets = [...(pages["bare/"] ?? "").matchAll(/<link rel="stylesheet" href="\/([^"]+)">/g)];
    assert.equal(
      sheets.map(([, file]) => file?.replace(/-[\da-f]{10}\.css$/, "")),
      ["assets/indigo", "assets/indigo-publications"],
    );
    for (const [, file = ""] of sheets) assert.ok(site.has(file), file);
  },
  "docs/pages.md:wide": ({ pages }) => {
    const talks = pages["talks/"] ?? "";
    assert.match(talks, '<div class="wrapper-large">');
    assert.match(talks, '<a class="header-small" href="/">');
    assert.match(talks, 'href="/talks/" aria-current="page"');
    assert.match(pages["diagram/"] ?? "", '<div class="wrapper-large">');
    assert.match(pages["diagram/"] ?? "", 'class="header-small"');
    assert.match(pages[""] ?? "", '<div class="wrapper-normal">');
  },
  "docs/pages.md:share": ({ pages }) => {
    const drawn = /property="og:image" content="https:\/\/ada\.example\.org\/assets\/share-[\da-f]{10}\.png"/;
    assert.match(pages[""] ?? "", drawn);
    assert.not.match(pages["colophon/"] ?? "", drawn);
    assert.match(pages["colophon/"] ?? "", 'content="https://ada.example.org/assets/ada.jpg"');
  },
  "docs/publications.md:venues": ({ site }) => {
    const sheet = site.files().find((file) => /indigo-publications-\w+\.css$/.test(file)) ?? "";
    assert.match(site.read(sheet), ".badge.venue-neurips{background:#68448c;color:#fff}");
    assert.match(site.read(sheet), ".badge.venue-iclr{background:#006400;color:#fff}");
  },
  "docs/publications.md:elsewhere": ({ pages }) => {
    assert.match(pages["publications/turing1936/"] ?? "", "On Computable Numbers");
  },
  "docs/sections.md:main": ({ site, pages }) => {
    assert.equal(titles(pages["people/"]), ["Ada Lovelace", "Charles Babbage"]);
    assert.ok(site.has("assets/ada.jpg") && site.has("assets/weaving.pdf"));
    assert.match(pages["talks/"] ?? "", "<p>Invite me!</p>");
    assert.match(pages["talks/"] ?? "", '<h2 class="title">Talks</h2>');
    assert.equal(titles(pages["talks/"]), ["Weaving algebra", "On engines"]);
    assert.match(pages["news/"] ?? "", "<em>engines</em>");
    assert.match(pages[""] ?? "", "New grant");
    assert.match(pages["teaching/"] ?? "", 'href="/courses/2024-engines/"');
    assert.ok(pages["courses/2024-engines/"]);
    assert.equal(titles(pages["students/"]), ["Ada Lovelace"]);
  },
  "docs/sections.md:talks": ({ site, pages }) => {
    const talks = pages["talks/"] ?? "";
    assert.equal(titles(talks), ["On looms", "Weaving algebra", "On engines"]);
    assert.match(talks, '<h3 class="section-group">Upcoming</h3>');
    assert.match(talks, "May 02 2050, 14:00 – 15:30 GMT+1");
    assert.match(talks, 'aria-label="Map of talks"');
    assert.match(talks, '<a href="#on-engines">Turin</a>');
    assert.match(talks, 'href="/talks/weaving-algebra.ics">Add to calendar</a>');
    assert.match(talks, '<a href="/talks.ics">Calendar of all talks</a>');
    assert.match(site.read("talks.ics"), "DTSTART:20500502T130000Z\r\nDTEND:20500502T143000Z\r\n");
    assert.match(site.read("talks/on-looms.ics"), "STATUS:CANCELLED");
    assert.equal(titles(pages[""]), ["On looms", "Weaving algebra", "On engines"]);
  },
  "docs/sections.md:courses": ({ site, pages }) => {
    const course = pages["courses/2050-engines/"] ?? "";
    assert.match(course, '<table class="schedule">');
    assert.match(course, '<td data-label="Reading"><p>Babbage, <em>On machinery</em>');
    assert.match(course, 'href="/teaching/2050-engines.ics">Add to calendar</a>');
    assert.match(site.read("teaching/2050-engines.ics"), "SUMMARY:CS 101: What engines are");
  },
  "docs/sections.md:focus": ({ pages }) => {
    const people = pages["people/"] ?? "";
    assert.match(people, 'class="selfie focus-y-0"');
    assert.match(people, 'class="selfie focus-y-20"');
    assert.match(people, '<span class="selfie initials" aria-hidden="true">GH</span>');
  },
  "docs/sections.md:cv": ({ pages }) => {
    assert.match(pages["cv/"] ?? "", "Analytical Lab");
    assert.match(pages["cv/"] ?? "", 'class="cv-group');
  },
  "docs/sections.md:trusted": ({ pages }) => {
    assert.match(pages["news/"] ?? "", "H<sub>2</sub>O");
    assert.match(pages["people/"] ?? "", 'src="https://example.org/ada.jpg"');
  },
  "docs/layout.md:main": ({ pages }) => {
    const install = pages["install/"] ?? "";
    for (const part of [
      'class="callout callout-warning"',
      'class="tab-set"',
      'class="step-list"',
      'class="card-grid"',
    ])
      assert.match(install, part);
    assert.match(install, '<details class="fold" open>');
    const notes = pages["notes/"] ?? "";
    for (const part of [
      'class="toc toc-side"',
      'class="side-note"',
      'class="margin-note"',
      'class="figure margin-caption"',
    ])
      assert.match(notes, part);
    assert.is((pages["walk/"] ?? "").split('class="gallery-open"').length - 1, 3);
    const film = pages["film/"] ?? "";
    assert.match(film, '<video class="media" poster="/assets/engine.jpg" src="/assets/engine.mp4"');
    assert.match(film, '<audio class="media" src="/assets/talk.mp3"');
    assert.match(film, '<a class="video-link" href="https://www.youtube.com/watch?v=abcdefghijk"');
    assert.match(pages["faq/"] ?? "", "Watch on Vimeo");
    for (const page of [install, notes, pages["walk/"] ?? "", film]) assert.not.match(page, "<script");
  },
  "docs/layout.md:embeds": ({ pages }) => {
    assert.match(pages["talk/"] ?? "", 'src="https://www.youtube-nocookie.com/embed/abcdefghijk"');
  },
  "docs/numbering.md:main": ({ pages }) => {
    const paper = (pages["posts/paper/"] ?? "").replaceAll("\u00a0", " ");
    for (const part of [
      '<a href="#thm:primes">Theorem 1</a> with the engine of <a href="#fig:engine">fig. 1</a>',
      'eqns. <a href="#eq:sum" aria-label="eq. 1">1</a>–<a href="#eq:second" aria-label="eq. 3">3</a>.',
      '<a href="#methods">Methods</a>',
      '<a href="#eq:first">(2)</a>',
      '<span class="caption-number">Table 1:</span> The score of each method</caption>',
      '<table id="tbl:results" class="scores">',
      '<span class="caption-number">Listing 1:</span> A sieve</figcaption>',
      "<strong>Theorem 1</strong> (Euclid).",
      "∎",
      "/assets/indigo-numbering-",
    ])
      assert.match(paper, part);
    assert.match(pages["all-equations/"] ?? "", 'class="tml-tag">(2)</mtext>');
    assert.match(pages["parts/"] ?? "", '<a href="#fig:mill">fig.\u00a01\u00a0(a)</a>');
    assert.match(pages["theorems/"] ?? "", "<strong>Theorem\u00a02</strong>");
    assert.match(pages["theorems/"] ?? "", "<strong>Remark</strong>.");
    assert.match(
      pages["sections/"] ?? "",
      '<a href="#sec:data">sec.\u00a01.1</a> and <a href="#thanks">Thanks</a>',
    );
  },
  "docs/writing.md:citing": ({ pages }) => {
    const post = pages["posts/engines/"] ?? "";
    assert.match(post, "Lovelace, A., &#38; Babbage, C. (2024, March 5). Two engines.");
    assert.match(post, "author = {Lovelace, Ada and Babbage, Charles}");
    assert.match(post, '<meta name="citation_author" content="Charles Babbage">');
    assert.match(post, '<script src="/assets/indigo-copy-');
  },
  "docs/writing.md:drafts": ({ pages }) => {
    assert.equal(
      Object.keys(pages).filter((url) => url.startsWith("posts/")),
      [],
    );
  },
  "docs/writing.md:future": ({ pages }) => {
    assert.match(pages["blog/"] ?? "", '<h2 class="title">Centenary of the Bernoulli program</h2>');
  },
  "docs/writing.md:updated": ({ pages }) => {
    assert.match(pages["posts/errata/"] ?? "", '<br>Updated <time datetime="2024-05-03">May 03 2024</time>');
  },
  "docs/writing.md:code": ({ pages }) => {
    const post = pages["posts/mean/"] ?? "";
    for (const part of [
      '<span class="code-title">mean.js</span>',
      '<mark class="line" data-line="2">',
      '<del class="line" data-line="2">    <span class="k">return</span> <span class="nb">sum</span>',
      '<ins class="line" data-line="2"><span class="k">const</span> mode',
    ])
      assert.ok(post.includes(part), part);
    assert.not.match(post, "[!code");
  },
  "docs/writing.md:font": ({ pages, site }) => {
    assert.match(pages[""] ?? "", /<link rel="stylesheet" href="\/assets\/indigo-math-font-\w+\.css">/);
    assert.ok(site.files().some((file) => /^assets\/STIXTwoMath-Regular-[\da-f]{10}\.otf$/.test(file)));
  },
  "docs/writing.md:main": ({ pages }) => {
    assert.match(
      pages["posts/first-programs/"] ?? "",
      '<h2 class="name"><a href="https://ada.example.org">Ada',
    );
    const post = pages["posts/everything/"] ?? "";
    for (const part of [
      "<math",
      '<span class="formula"',
      "ℝ",
      "<msup><mi>x</mi>",
      "<msup><mi>y</mi>",
      '<figure class="figure">',
      'class="callout callout-tip"',
      'class="highlight"',
      'class="footnotes"',
    ])
      assert.match(post, part);
    const norms = pages["norms/"] ?? "";
    assert.is(norms.match(/<math/g)?.length, 4);
    assert.not.match(norms, /norm\b|class="formula-error"/);
    assert.match(pages["columns/"] ?? "", '<div class="side-by-side">');
    assert.match(pages["columns/"] ?? "", "<em>gears</em>");
    assert.match(pages["long/"] ?? "", 'href="#one-point-one"');
    assert.match(pages["reader/"] ?? "", '<ul id="toc" class="section-nav">');
    assert.match(pages["reader/"] ?? "", 'class="anchor" href="#only-heading"');
    assert.match(pages["diagram/"] ?? "", 'class="mermaid"');
    assert.match(pages["diagram/"] ?? "", "<script");
    assert.not.match(pages["long/"] ?? "", "<script");
  },
  "docs/notebooks.md:main": ({ pages }) => {
    const post = pages["posts/2024-03-05-series/"] ?? "";
    for (const part of ['<h1 class="title">A short series</h1>', "<msubsup>", "A footnote.", "5050\n</pre>"])
      assert.match(post, part);
    assert.not.match(post, "echo");
  },
  "docs/theming.md:main": ({ site, pages }) => {
    const css = styles(site);
    assert.equal(token(css, "line"), ["#e6e6e6", "#222"]);
    assert.equal(token(css, "accent"), ["#084", "#4d9"]);
    assert.match(css, ".footer-main{border-color:#084}");
    assert.ok(site.has("assets/inter.woff2"));
    const about = pages["about/"] ?? "";
    assert.match(about, /<p class="funding">.*<\/p>\s*<footer class="footer-main">/s);
    assert.match(about, /<\/footer>\s*<p>Mine<\/p>/);
    // Every page has what the site's own frame adds, those of other layouts as well.
    for (const [url, page] of Object.entries(pages))
      assert.match(page, '<meta name="theme" content="mine">', url);
  },
  "docs/theming.md:css": ({ site, pages }) => {
    const own = site.files().find((file) => /^indigo-[\da-f]{10}\.css$/.test(file)) ?? "";
    assert.match(site.read(own), "var(--indigo-accent)");
    assert.match(pages[""] ?? "", `<link rel="stylesheet" href="/${own}">`);
  },
  "docs/theming.md:scratch": ({ site, pages }) => {
    const page = pages["notes/"] ?? "";
    const sheets = [...page.matchAll(/<link rel="stylesheet" href="\/([^"]+)">/g)].map(
      ([, file = ""]) => file,
    );
    assert.equal(
      sheets.map((file) => file.replace(/-[\da-f]{10}\.css$/, "")),
      ["assets/indigo", "assets/indigo-writing"],
    );
    for (const file of sheets) assert.ok(site.has(file), file);
    assert.match(page, '<nav class="nav"');
    for (const name of ["list/", "script/", "publications/g1843/"])
      assert.match(
        pages[name] ?? "",
        /<link rel="stylesheet" href="\/assets\/indigo-publications-[\da-f]{10}\.css">/,
      );
    const paper = pages["publications/g1843/"] ?? "";
    assert.match(paper, "<title>Note G</title>");
    assert.match(paper, '<meta name="citation_title" content="Note G">');
    assert.match(paper, '<script type="application/ld+json">');
    assert.match(paper, '<h1 class="title">Note G</h1>');
  },
  "docs/cv.md:main": ({ pages }) => {
    const cv = pages["cv/"] ?? "";
    assert.match(cv, "<p>I write about the <em>Analytical Engine</em>, which computes <math>");
    assert.match(cv, '<li>Wrote the <a href="https://example.org/note-g">first program</a></li>');
  },
  "docs/cv.md:rendercv": ({ pages }) => {
    const cv = pages["cv/"] ?? "";
    assert.match(cv, "<li>Wrote programs<ul><li>for Bernoulli numbers</li><li>for a game</li></ul></li>");
    assert.match(cv, /Summary[\s\S]*Experience[\s\S]*BSc, Mathematics[\s\S]*algebra and calculus/);
  },
  "docs/cv.md:arranged": ({ pages }) => {
    assert.match(pages["cv/"] ?? "", /Education<\/h2>[\s\S]*Positions<\/h2>/);
    assert.not.match(pages["cv/"] ?? "", "She knows.");
  },
  "docs/cv.md:works": ({ pages }) => {
    assert.match(pages["cv/"] ?? "", '<div class="title">Notes</div>');
  },
  "docs/cv.md:photo": ({ pages, site }) => {
    assert.match(pages["cv/"] ?? "", '<img class="photo" src="/assets/ada.jpg" alt="Ada at her desk"');
    assert.ok(site.has("assets/ada.jpg"));
  },
  "docs/languages.md:sections": ({ pages }) => {
    assert.match(pages["fr/talks/"] ?? "", "Tisser l’algèbre");
    assert.match(pages["talks/"] ?? "", "Weaving algebra");
    assert.match(pages["fr/"] ?? "", "La machine marche.");
    assert.match(pages["fr/cv/"] ?? "", "Mathématicienne");
  },
  "docs/languages.md:dates": ({ pages }) => {
    assert.match(pages["posts/dated/"] ?? "", '<time datetime="2026-09-01">1 September 2026</time>');
  },
  "docs/pages.md:parts": ({ pages }) => {
    const home = pages[""] ?? "";
    const places = ["I am a mathematician", "Our paper on looms", "On looms"].map((text) =>
      home.indexOf(text),
    );
    assert.ok(
      places.every((place, index) => place > (places[index - 1] ?? 0)),
      places.join(),
    );
  },
  "docs/theming.md:soft": ({ site }) => {
    const sheet = site.files().find((file) => /indigo-\w+\.css$/.test(file)) ?? "";
    assert.match(site.read(sheet), "#17181c");
  },
  "docs/writing.md:authors": ({ pages }) => {
    assert.match(pages["posts/weaving/"] ?? "", "Luigi Menabrea");
    assert.match(pages["posts/weaving/"] ?? "", '"affiliation"');
  },
  "docs/writing.md:share": ({ pages }) => {
    const post = pages["posts/shared/"] ?? "";
    for (const host of ["bsky.app", "mastodon.social", "linkedin.com", "mailto:"]) assert.match(post, host);
    assert.not.match(post, "https://twitter.com/intent/tweet");
  },
  "docs/languages.md:strings": ({ pages }) => {
    assert.match(pages["404.html"] ?? pages[""] ?? "", '<html lang="pt-BR"');
  },
  "docs/languages.md:main": ({ pages }) => {
    assert.match(pages["fr/"] ?? "", '<h1 class="title">Le site d’Ada</h1>');
    assert.match(pages["about/"] ?? "", 'hreflang="fr" href="https://ada.example.org/fr/about/"');
    assert.match(pages["join/"] ?? "", 'href="/fr/emplois/"');
    assert.match(pages["guten-tag/"] ?? "", '<html lang="de"');
    assert.match(pages["guten-tag/"] ?? "", "Zum Inhalt");
  },
  "docs/citations.md:main": ({ pages }) => {
    const post = pages["posts/machines/"] ?? "";
    assert.match(post, "(Turing, 1936, p. 241)</a>");
    assert.match(post, "Lovelace (1843)</a>");
    assert.match(post, 'role="doc-bibliography"');
    assert.match(
      (pages["history/"] ?? "").replaceAll(/<[^>]*>/g, ""),
      "(Lovelace, 1843; see Turing, 1936, p. 3)",
    );
  },
  "docs/connections.md:main": ({ pages }) => {
    const ada = pages["people/ada/"] ?? "";
    for (const text of [
      "Notes on the Analytical Engine",
      "Roads to Rome",
      "Seeds",
      "On roads",
      "How it begins",
    ])
      assert.match(ada, text);
    assert.match(pages["projects/rome/"] ?? "", '<a href="/people/alan/">Alan Turing</a>');
    assert.match(pages["projects/seeds/"] ?? "", '<a href="/people/ada/">Ada Lovelace</a>');
    assert.match(pages["talks/"] ?? "", '<a href="/publications/lovelace1843/">Paper</a>');
    assert.match(pages["publications/lovelace1843/"] ?? "", '<a href="/blog/begin/">How it begins</a>');
    assert.match(pages["publications/turing1936/"] ?? "", "Mentioned in");
  },
  "docs/jekyll.md:main": ({ pages }) => {
    const post = pages["engines/"] ?? pages["engines.html"] ?? "";
    assert.match(post, '<em class="evidence">note</em>');
    assert.match(post, "<math");
    assert.match(post, 'class="highlight"');
    assert.match(post, /href="\/looms\//);
    assert.match(post, "(Lovelace, 1843, p. 3)</a>");
    assert.match(post, '<h2 class="bibliography">1843</h2>');
    assert.match(pages["looms/"] ?? pages["looms.html"] ?? "", "<dt>Cards</dt>");
    assert.match(pages["looms/"] ?? pages["looms.html"] ?? "", 'href="#cards"');
    assert.match(pages["weaving/"] ?? "", "url=/looms/");
    assert.match(pages[""] ?? "", "https://scholar.google.com/citations?user=aBcDeFgAAAAJ");
    assert.match(pages[""] ?? "", ">Journal</a>");
    assert.match(pages["notes/"] ?? "", /Looms<\/a><a href="\/engines\/">Engines<\/a>\s*1 of 1/);
  },
  "docs/jekyll.md:include": ({ pages }) => {
    assert.match(pages[""] ?? "", /<footer class="footer-main">Ada Lovelace \d{4}</);
  },
  "docs/jekyll.md:options": ({ pages }) => {
    assert.match(pages["notes/engines/"] ?? "", '<h1 class="title">Engines</h1>');
  },
  "docs/pages.md:groups": ({ pages }) => {
    assert.match(
      pages[""] ?? "",
      /<summary class="link">Work<\/summary>[\s\S]*href="\/projects\/">Projects</,
    );
  },
  "docs/pages.md:footer": ({ pages }) => {
    assert.match(pages[""] ?? "", '<meta name="google-site-verification" content="Pj0ZkHexample">');
    assert.match(pages[""] ?? "", 'rel="license" href="https://creativecommons.org/licenses/by/4.0/"');
    assert.match(pages["de/"] ?? "", '<a class="link" href="/de/impressum/">Impressum</a>');
  },
  "docs/jekyll.md:formulas": ({ pages }) => {
    assert.match(pages["norms.html"] ?? "", /<math>.*<mi>u<\/mi>.*ℝ.*<\/math>/);
  },
  "docs/jekyll.md:collections": ({ pages, site }) => {
    assert.match(pages["talks/engines/"] ?? "", "<title>On engines");
    assert.match(pages["talks/engines/"] ?? "", /Ada Lovelace<\/h3>\s*<p>Mathematician.<\/p>/);
    assert.is(site.read("css/main.css"), ".note {\n  color: #223;\n}\n");
  },
  "docs/recipes.md:home": ({ site, pages }) => {
    const home = pages[""] ?? "";
    const order = ["I write programs", "Selected papers", "Notes by the Translator", "A talk at the Royal"];
    const places = order.map((text) => home.indexOf(text));
    assert.ok(
      places.every((place, index) => place > (places[index - 1] ?? 0)),
      String(places),
    );
    assert.not.match(home, "Letters on the Engine");
    assert.match(home, 'href="/publications/notes/"');
    assert.match(pages["publications/"] ?? "", "Letters on the Engine");
    for (const url of ["news/index.html", "publications/letters/index.html"]) assert.ok(site.has(url), url);
  },
  "docs/recipes.md:lab": ({ pages }) => {
    const mary = pages["people/mary/"] ?? "";
    for (const text of ["Weaving Algebra", "The Engine", "How weaving led to algebra"])
      assert.match(mary, text);
    assert.match(pages["projects/engine/"] ?? "", "Weaving Algebra");
    assert.match(pages["publications/weaving/"] ?? "", "How weaving led to algebra");
    assert.match(pages["people/"] ?? "", "Inventor in London");
    assert.match(pages[""] ?? "", 'href="/join/">Join us</a>');
  },
  "docs/recipes.md:only": ({ site, pages }) => {
    assert.match(pages["papers/"] ?? "", "<h1>Papers</h1>");
    assert.match(pages["papers/"] ?? "", "Notes by the Translator");
    assert.match(pages["papers/"] ?? "", /href="\/assets\/indigo-publications-\w+\.css"/);
    assert.not.match(pages["papers/"] ?? "", "footer-main");
    // The home page of the sample is that of the site which the reader has.
    assert.equal(site.pages(), ["papers/", "publications/notes/"]);
  },
  "docs/recipes.md:second": ({ pages }) => {
    assert.match(pages["de/"] ?? "", "Mathematikerin");
    assert.match(pages["de/about/"] ?? "", "Geboren in London.");
    assert.match(pages["de/talks/"] ?? "", "Algebra weben");
    assert.match(pages["about/"] ?? "", 'hreflang="de" href="https://ada.example.org/de/about/"');
  },
  "docs/recipes.md:teasers": ({ pages }) => {
    const work = pages["work/"] ?? "";
    assert.match(work, 'class="card-grid"');
    for (const part of ['href="/engine/"', 'src="/assets/engine.jpg"', 'src="/assets/card.jpg"'])
      assert.ok(work.includes(part), part);
    assert.match(
      pages["latest/"] ?? "",
      /<a href="\/posts\/looms\/">On looms<\/a><\/p>\s*(?:<p>)?What looms have to do with numbers/,
    );
    assert.match(pages["latest/"] ?? "", /href="\/assets\/indigo-layout-\w+\.css"/);
  },
  "docs/recipes.md:host": ({ site, pages }) => {
    assert.is(
      site.source(".github/workflows/deploy.yml"),
      hostFiles("github", "site")[".github/workflows/deploy.yml"],
    );
    assert.match(pages[""] ?? "", '<link rel="canonical" href="https://ada.example.org/">');
  },
  "docs/coming-from.md:al-folio": ({ site, pages }) => {
    const list = pages["publications/"] ?? "";
    for (const part of [
      "Notes by the Translator",
      "https://babbage.example.org/",
      "https://code.example.org/notes",
    ])
      assert.ok(list.includes(part), part);
    assert.ok(site.has("assets/pdf/notes.pdf"));
    assert.match(pages["news/"] ?? "", "Our notes are out");
    assert.match(pages["cv/"] ?? "", "Analytical Lab");
  },
  "docs/coming-from.md:academicpages": ({ pages }) => {
    assert.match(pages["publications/"] ?? "", 'href="https://example.org/notes"');
    assert.match(pages["talks/"] ?? "", /Royal Society.*London/s);
    assert.match(pages["teaching/"] ?? "", /University of London|Undergraduate course/);
    assert.match(pages["about.html"] ?? "", 'href="/about/"');
  },
  "docs/start.md:main": ({ site, pages }) => {
    assert.match(pages[""] ?? "", "Notes by the Translator");
    assert.match(pages["posts/first-programs/"] ?? "", /Lovelace,? 1843/);
    assert.match(pages["talks/"] ?? "", "Weaving algebra");
    assert.ok(site.has("assets/pdf/notes.pdf"));
  },
  "docs/tour.md:main": ({ site, pages }) => {
    assert.match(pages[""] ?? "", 'src="/assets/ada.jpg"');
    for (const url of ["publications/notes/", "people/", "talks/"]) assert.ok(pages[url], url);
    assert.match(pages["posts/programs/"] ?? "", "<math");
    assert.match(pages["posts/programs/"] ?? "", 'class="callout callout-note"');
    assert.ok(!site.files().some((file) => file.endsWith(".js")));
  },
  "docs/tokens.md:main": ({ site }) => {
    assert.ok(
      site.files().some((file) => file.endsWith(".css") && site.read(file).includes(".page blockquote")),
    );
  },
  "docs/parts.md:main": ({ pages }) => assert.ok("" in pages),
  "docs/names.md:main": ({ pages }) => assert.match(pages["mine/"] ?? "", "<p>Notes</p>"),
};

const styles = (site: Site): string =>
  site
    .files()
    .filter((file) => file.endsWith(".css"))
    .map((file) => site.read(file))
    .join("");

/** The values that a token has in light and in dark, without those of a CV on paper. */
const token = (css: string, name: string): (string | undefined)[] =>
  [
    ...css
      .replaceAll(/:root:has\(\.cv-group\) ?\{[^}]*\}/g, "")
      .matchAll(new RegExp(`--indigo-${name}: ?([^;}]+)`, "g")),
  ].map(([, value]) => value);

/** The titles of a section's entries. */
const titles = (html = ""): string[] =>
  [...html.matchAll(/<div class="title">(.*?)<\/div>/g)].map(([, title]) =>
    (title ?? "").replaceAll(/<[^>]*>/g, ""),
  );

test("what is expected of a site is expected of every site, and of no other", () => {
  assert.equal(Object.keys(shows).sort(), [...sites.keys()].sort());
});

for (const [name, check] of Object.entries(shows)) {
  test(`${name}: the samples show what the text around them says`, () => check(built.get(name) as Built));
}

// Commands

/** The lines of shell samples, and the commands that stand in text, each with its place. */
const commands = [
  ...fences
    .filter((fence) => kindOf(fence) === "commands")
    .flatMap((fence) =>
      fence.code
        .trim()
        .split("\n")
        .map((line) => ({ line, place: placeOf(fence) })),
    ),
  ...Object.entries(docs).flatMap(([name, text]) =>
    codes(withoutFences(text))
      .filter((code) => /^(npm|npx) /.test(code))
      .map((line) => ({ line, place: name })),
  ),
].flatMap(({ line, place }) => line.split(" && ").map((command) => ({ command: command.trim(), place })));

/** Scripts of the project itself, and of a site that the command has made. */
const scripts: Record<string, string> = {
  ...sitePackage("site").scripts,
  ...((
    JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { scripts: Record<string, string> }
  ).scripts ?? {}),
};

/** Packages that a site can install: this one, and those that it asks for. */
const packages = new Set([
  project.name,
  ...Object.keys(
    (JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { peerDependencies: object })
      .peerDependencies,
  ),
]);

/** Flags of Eleventy's command that the documentation may name. @see https://www.11ty.dev/docs/usage/ */
const eleventyFlags = new Set(["--serve", "--watch", "--port", "--quiet", "--incremental"]);

const words = (command: string): string[] => command.match(/"[^"]*"|\S+/g) ?? [];

const helps = new Map<string, Promise<Outcome>>();
const helpOf = (subcommand: string): Promise<Outcome> => {
  const known = helps.get(subcommand) ?? cli(root, [subcommand, "--help"].filter(Boolean));
  helps.set(subcommand, known);
  return known;
};

async function checkPlugin(args: readonly string[], place: string): Promise<void> {
  const [subcommand = "", ...rest] = args;
  const { output: all } = await helpOf("");
  assert.match(all, new RegExp(`^  ${subcommand} .*\\[`, "m"), `${place}: there is no ${subcommand}`);
  const { code, output } = await helpOf(subcommand);
  assert.is(code, 0, output);
  for (const [index, flag] of rest.entries()) {
    if (!flag.startsWith("-")) continue;
    const option = new RegExp(`^  (?:-\\w, )?${flag}(?: <(\\w+)>)?\\s`, "m").exec(output);
    assert.ok(option, `${place}: ${subcommand} has no ${flag}`);
    const given = rest[index + 1];
    if (option?.[1]) assert.ok(given && !given.startsWith("-"), `${place}: ${flag} needs a value`);
    const [, choices] = new RegExp(`${flag} <\\w+>[^(\\n]*\\(choices: ([^)]*)\\)`).exec(output) ?? [];
    if (choices) assert.ok(choices.includes(`"${given}"`), `${place}: ${flag} ${given}`);
  }
}

function checkNpm([verb = "", ...args]: readonly string[], place: string): void {
  if (verb === "ci") assert.equal(args, [], place);
  else if (verb === "install") {
    // A version of Eleventy to try, which is not saved.
    const names =
      args[0] === "--no-save" ? args.slice(1).map((name) => name.replace(/(?<=.)@.*$/, "")) : args;
    for (const name of names) assert.ok(packages.has(name), `${place}: nobody needs ${name}`);
  } else if (["start", "test", "run"].includes(verb)) {
    const name = verb === "run" ? (args[0] ?? "") : verb;
    const script = scripts[name];
    assert.ok(script, `${place}: there is no script ${name}`);
    const dashes = args.indexOf("--");
    const file = /tsx (\S+\.ts)/.exec(script ?? "")?.[1];
    for (const flag of dashes < 0 ? [] : args.slice(dashes + 1)) {
      if (!flag.startsWith("--")) continue;
      const source = readFileSync(path.join(root, file ?? ""), "utf8");
      assert.ok(
        source.includes(`${flag.slice(2)}: { type:`) || source.includes(`"${flag}"`),
        `${place}: ${flag}`,
      );
    }
  } else if (verb === "init") assert.equal(args, ["-y"], place);
  else if (verb === "pkg") assert.equal(args, ["set", "type=module"], place);
  else assert.unreachable(`${place}: npm ${verb}`);
}

test("each command has programs, subcommands, flags and scripts that exist", async () => {
  assert.ok(commands.length > 25, "the commands are found");
  for (const { command, place } of commands) {
    const [program, ...args] = words(command);
    if (program === "npm") checkNpm(args, place);
    else if (program === "npx" && [project.name, `${project.name}@latest`].includes(args[0] ?? ""))
      await checkPlugin(args.slice(1), place);
    else if (program === "npx" && args[0] === "@11ty/eleventy") {
      for (const flag of args.slice(1))
        assert.ok(eleventyFlags.has(flag.split("=")[0] ?? ""), `${place}: ${flag}`);
    } else if (program === "npx" && args[0] === "tsx") {
      assert.ok(existsSync(path.join(root, args[1] ?? "")), `${place}: there is no ${args[1]}`);
    } else
      assert.ok(program === "cd" && args.length === 1, `${place}: ${command} is no command that is known`);
  }
});

test.run();
