import { suite } from "uvu";
import * as assert from "uvu/assert";
import { allImports, cyclesOf, readSource, roomOf, sourceFiles } from "./imports.ts";

const test = suite("the rooms of plugin/");

/** The rooms from the lowest on: each imports from those before it only. */
const layers = [
  "paths.ts",
  "utils",
  "eleventy",
  "icons",
  "accounts",
  "templates",
  "i18n",
  "options",
  "content",
  "appearance",
  "navigation",
  "publications",
  "sections",
  "images",
  "markdown",
  "citations",
  "notebooks",
  "connections",
  "jekyll",
  "site",
  "pages",
  "index.ts",
  "cli",
  "build",
];

/** Rooms that other rooms use piece by piece; every other room has a face. */
const open = new Set(["paths.ts", "utils", "eleventy", "icons", "accounts", "templates", "i18n", "options"]);

const between = allImports.filter(([from, to]) => roomOf(from) !== roomOf(to));

test("plugin/ has its contents, the paths of the package, and rooms", () => {
  const files = sourceFiles.filter((file) => !file.includes("/"));
  assert.equal(files, ["index.ts", "paths.ts"]);
  assert.equal([...new Set(sourceFiles.map(roomOf))].sort(), layers.toSorted());
});

test("the search for cycles finds them", () => {
  assert.equal(
    cyclesOf([
      ["a", "b"],
      ["b", "c"],
      ["c", "a"],
      ["c", "d"],
      ["d", "e"],
    ]).map((group) => group.sort()),
    [["a", "b", "c"]],
  );
  assert.ok(allImports.length > 700, `${allImports.length} imports`);
});

test("no file imports itself by way of others, types counted", () => {
  assert.equal(cyclesOf(allImports), []);
});

test("no room imports itself by way of others, types counted", () => {
  assert.equal(cyclesOf(between.map(([from, to]) => [roomOf(from), roomOf(to)] as const)), []);
});

test("imports go one way through the layers", () => {
  const up = between.filter(([from, to]) => layers.indexOf(roomOf(to)) > layers.indexOf(roomOf(from)));
  assert.equal(up, []);
});

test("a room's inside is imported through its face: an index.ts of the room, or of a room in it", () => {
  const inside = between.filter(
    ([from, to]) => !open.has(roomOf(to)) && roomOf(from) !== "build" && !to.endsWith("/index.ts"),
  );
  assert.equal(inside, []);
});

/** The rooms of `jekyll/` from the lowest on, under the files that put them together. */
const jekyllLayers = [
  "yaml",
  "read",
  "config",
  "kramdown",
  "liquid",
  "scholar",
  "collections",
  "files",
  "mathjax",
  "sass",
  "live",
  "front-matter",
  "jekyll.ts",
  "index.ts",
];

test("jekyll/ is divided in the same way: into rooms with a face each, and imports go one way through them", () => {
  const innerRoom = (file: string): string => roomOf(file.slice("jekyll/".length));
  const isInner = (file: string): boolean => file.startsWith("jekyll/");
  assert.equal([...new Set(sourceFiles.filter(isInner).map(innerRoom))].sort(), jekyllLayers.toSorted());
  const inner = allImports.filter(
    ([from, to]) => isInner(from) && isInner(to) && innerRoom(from) !== innerRoom(to),
  );
  assert.equal(
    inner.filter(([from, to]) => jekyllLayers.indexOf(innerRoom(to)) > jekyllLayers.indexOf(innerRoom(from))),
    [],
  );
  assert.equal(
    inner.filter(([, to]) => !/\/(index|jekyll)\.ts$/.test(to)),
    [],
  );
});

/** What Eleventy does not document, as it stands in source. */
const internals: Readonly<Record<string, RegExp>> = {
  getConfig: /\.getConfig\(/,
  passthroughCopies: /\bpassthroughCopies\b/,
  layoutAliases: /\blayoutAliases\b/,
  htmlTransformer: /\bhtmlTransformer\b/,
  engineManager: /\bengineManager\b/,
  extensionmap: /eleventy\.extensionmap/,
  "loaders of Nunjucks": /\bloaders\b/,
  __keywords: /\b__keywords\b/,
  "collections in data": /\bcollections\.all\b|\bdata\.collections\b/,
  "stores of shortcodes": /eleventyConfig\.(liquid|nunjucks|javascript)\b|\{ (liquid|nunjucks|javascript) \}/,
  directoryAssignments: /\bdirectoryAssignments\b/,
};

test("Eleventy's internals are touched in eleventy/ and templates/ only, and listed with their risk", () => {
  const edge = new Set(["eleventy", "templates"]);
  const found = sourceFiles.flatMap((file) =>
    Object.entries(internals).flatMap(([name, pattern]) =>
      pattern.test(readSource(file).replaceAll(/^\s*(\*|\/\/|\/\*).*$/gm, "")) ? [{ file, name }] : [],
    ),
  );
  assert.equal(
    found.filter(({ file }) => !edge.has(roomOf(file))),
    [],
  );
  const [table = ""] = readSource("eleventy/api.ts").split("\nimport ");
  for (const { file, name } of found) {
    if (file === "eleventy/api.ts") continue;
    const listed = file.replace(/^eleventy\/|\.ts$/g, "").replace(/^templates\//, "");
    assert.ok(table.includes(listed), `${name} in ${file} is missing in the table of eleventy/api.ts`);
  }
});

test.run();
