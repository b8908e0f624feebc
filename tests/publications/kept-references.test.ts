import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { config, page, Site } from "../support/site.ts";
import { bytesOf } from "../support/whole-site.ts";

// References that a build formats, and the next one finds in node_modules/.cache.

const test = suite<{ site: Site; file: string }>("kept references");

const bibliography = (title: string): string =>
  Array.from(
    { length: 60 },
    (_, at) =>
      `@article{key${at}, author = {Roe, Ann}, title = {${at === 0 ? title : `Title ${at}`}}, journal = {Tests}, year = 2001, abstract = {What ${at} says.}}\n`,
  ).join("");

test.before((context) => {
  context.site = new Site({
    "eleventy.config.js": config({ title: "A site" }),
    "index.md": page("Home"),
    "publications.bib": bibliography("First title"),
  });
  context.site.link();
  context.file = path.join(context.site.folder, "node_modules/.cache/eleventy-plugin-indigo/references.json");
});

test.after(({ site }) => site.remove());

const textOf = (site: Site): string => site.read("publications/key0/index.html");

test("the next build has the same bytes", async ({ site }) => {
  await site.built();
  const first = bytesOf(path.join(site.folder, "_site"));
  site.clean();
  await site.built();
  assert.equal(bytesOf(path.join(site.folder, "_site")), first);
});

test("it takes references from the file, and formats those of changed works", async ({ site, file }) => {
  const text = readFileSync(file, "utf8");
  assert.match(text, "First title");
  assert.not.match(text, "What 0 says");
  writeFileSync(file, text.replaceAll("Title 1.", "Kept title."));
  site.write({ "publications.bib": bibliography("Second title") });
  await site.built();
  assert.match(site.read("publications/key1/index.html"), "Kept title.");
  assert.match(textOf(site), "Second title. <i>Tests</i>");
  assert.not.match(textOf(site), "First title");
});

test("a changed abstract needs no new reference", async ({ site, file }) => {
  const text = readFileSync(file, "utf8");
  site.write({ "publications.bib": bibliography("Second title").replaceAll("says", "tells") });
  await site.built();
  assert.match(textOf(site), "What 0 tells");
  assert.is(readFileSync(file, "utf8"), text);
});

test.run();
