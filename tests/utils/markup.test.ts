import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { classes, hasClass, hasHeading } from "../../plugin/utils/markup.ts";
import { root } from "../support/site.ts";

const test = suite("markup");

/** The text of all files of a folder of the project, but for one. */
function textOf(folder: string, extension: string, except = ""): string {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(extension) && path.basename(file) !== except)
    .map((file) => readFileSync(path.join(root, folder, file), "utf8"))
    .join("\n");
}

const layouts = textOf("layouts", ".njk");
const code = textOf("plugin", ".ts", "markup.ts");
const styles = textOf("styles", ".scss");

/** The class names that the layouts write. */
const inLayouts = new Set(
  [...layouts.matchAll(/(?:class|mainClass = )=?"([^"]*)"/g)].flatMap(([, names = ""]) =>
    names.replaceAll(/\{[{%].*?[}%]\}/g, " ").split(/\s+/),
  ),
);

/** The names that are hooks for code alone. */
const unstyled: string[] = [classes.anchor];

for (const [key, name] of Object.entries(classes)) {
  test(`the class ${name} is written by a layout or by code, and has a style if it is to have one`, () => {
    const written = new RegExp(
      `class="\\$\\{classes\\.${key}\\b|(?:"class"|attributesOf\\(block), classes\\.${key}\\b`,
    );
    assert.ok(inLayouts.has(name) || written.test(code), "no layout and no code writes it");
    assert.is(new RegExp(`\\.${name}(?![\\w-])`).test(styles), !unstyled.includes(name));
    assert.match(code, new RegExp(`classes\\.${key}\\b`));
    assert.not.match(code, new RegExp(`class="${name}[ "]`));
  });
}

test("a class is found as the first of an element's, whole", () => {
  assert.ok(hasClass('<p class="figure">', "figure"));
  assert.ok(hasClass('<p class="figure wide">', "figure"));
  assert.ok(hasClass('<p class="figures"><p class="figure">', "figure"));
  assert.ok(hasClass('<ul class="section-entries news">', "section-entries news"));
  assert.not.ok(hasClass('<p class="figures"><p id="figure">', "figure"));
  assert.not.ok(hasClass('<p class="figure', "figure"));
  assert.not.ok(hasClass("", "figure"));
});

test("a heading of the first level is found", () => {
  assert.ok(hasHeading("<h1>A</h1>") && hasHeading('<p></p><H1 id="a">A</H1>'));
  assert.not.ok(hasHeading("<h2>A</h2><h10>") || hasHeading(undefined));
});

test.run();
