import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { isThemeStylesheet, stylePartNames, styleParts } from "../../plugin/appearance/style-parts.ts";
import { root } from "../support/site.ts";

const test = suite("style parts");

test("each part is an SCSS file, a file of its own in the output, and in the sheet of all", () => {
  const all = readFileSync(path.join(root, "styles/index.scss"), "utf8");
  for (const name of stylePartNames) {
    assert.ok(existsSync(path.join(root, `styles/${name}.scss`)), name);
    assert.match(all, `@use "${name}";`);
  }
  const files = stylePartNames.map((name) => styleParts[name].file);
  assert.is(new Set(files).size, files.length);
});

test("a style sheet of the theme is known by its name", () => {
  for (const name of stylePartNames) {
    const { file } = styleParts[name];
    assert.ok(isThemeStylesheet(`assets/${file}-0123456789.css`));
    assert.ok(isThemeStylesheet(`assets\\${file}-0123456789.css`));
  }
  for (const file of [
    "indigo-0123456789.css",
    "assets/indigo.css",
    "assets/indigo-mine.css",
    "assets/indigo-mine-0123456789.css",
    "assets/indigo-0123456789.js",
    "assets/indigo-012345678.css",
    "x/assets/indigo-0123456789.css",
  ])
    assert.not.ok(isThemeStylesheet(file), file);
});

test("a page links a part that its text or layout needs", () => {
  const linked = (html: string, more = {}): string[] => {
    const page = {
      isPost: false,
      hasContents: false,
      section: undefined,
      hasConnections: false,
      hasPublications: false,
      html,
      ...more,
    };
    // Every page of a site that needs the variants links them.
    return stylePartNames.filter((name) => name !== "variants" && styleParts[name].isOnPage?.(page));
  };
  assert.equal(linked("<p>Words.</p>"), ["page"]);
  assert.equal(linked('<pre class="highlight">'), ["page", "post", "copy"]);
  assert.equal(linked('<pre class="highlight"><code class="code-lines code-wrap">'), [
    "page",
    "post",
    "code",
    "copy",
  ]);
  assert.equal(linked('<figcaption class="code-head">'), ["page", "code"]);
  assert.equal(linked("", { isPost: true, hasContents: true }), ["page", "post", "writing"]);
  assert.equal(linked("", { hasCode: true }), ["page", "copy"]);
  assert.equal(linked("<math>"), ["page", "writing", "math-font"]);
  assert.equal(linked('<div class="callout callout-note">'), ["page", "writing"]);
  assert.equal(linked('<details class="fold">'), ["page", "layout"]);
  assert.equal(linked('<details class="folder">'), ["page"]);
  assert.equal(linked('<figure class="figure margin-note">'), ["page", "writing", "layout"]);
  assert.equal(linked("", { hasContents: true, isBesideText: true }), ["page", "writing", "layout"]);
  assert.equal(linked('<table tabindex="0">'), ["page", "table"]);
  assert.equal(linked('<figure class="publication-chart">'), ["page", "publications"]);
  assert.equal(linked('<div class="publication-list">'), ["page", "publications"]);
  assert.equal(linked("", { hasPublications: true }), ["page", "publications", "copy"]);
  assert.equal(linked('<ul class="section-entries news">'), ["page", "sections"]);
  assert.equal(linked("", { hasConnections: true, hasPublications: true }), [
    "page",
    "publications",
    "sections",
    "copy",
  ]);
  assert.equal(linked('<section class="cv-group compact">'), ["page", "cv"]);
  assert.equal(linked("", { section: "entries" }), ["page", "sections"]);
  assert.equal(linked("", { section: "cv" }), ["page", "cv"]);
});

test.run();
