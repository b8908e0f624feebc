import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { en } from "../../plugin/i18n/strings/en.ts";
import { bibtexWorks } from "../../plugin/publications/bibtex/works.ts";
import { toBibtexFile, toCslFile } from "../../plugin/publications/cite/export.ts";
import { catalogueOf } from "../../plugin/publications/list/catalogue.ts";
import { publication } from "../../plugin/publications/publication.ts";
import type { Report } from "../../plugin/utils/report.ts";
import { elementsOf } from "../support/elements.ts";
import { anyText, holds, textOf } from "../support/properties.ts";
import { root } from "../support/site.ts";

const test = suite<{ folder: string }>("any .bib file");

test.before((context) => {
  mkdirSync(path.join(root, "tests/.tmp"), { recursive: true });
  context.folder = mkdtempSync(path.join(root, "tests/.tmp/bibtex-"));
});

test.after(({ folder }) => rmSync(folder, { recursive: true }));

/** What the theme makes of a file: everything that pages show of it, and what it says to its author. */
function made(folder: string, source: string): { titles: string[]; bytes: string } {
  const file = path.join(folder, "a.bib");
  writeFileSync(file, source);
  const report: Report = { problems: [], hints: [] };
  const works = bibtexWorks(file, report).map(({ facts }) => publication(facts));
  for (const sentence of [...report.problems, ...report.hints]) assert.match(sentence, /a\.bib/);
  const { groups, filters, styles } = catalogueOf(works, true, en);
  const texts = [toBibtexFile(works), toCslFile(works), styles];
  return {
    titles: works.map(({ titleHtml }) => titleHtml),
    bytes: JSON.stringify([works, report, groups, filters, texts]),
  };
}

const latex = textOf(
  "{",
  "}",
  "\\",
  "$",
  "$x^2$",
  "\\emph{",
  "\\textbf{",
  "<i>",
  "</i>",
  "<script>",
  "\\'",
  "e",
  "\\alpha",
  "--",
  "~",
  "#",
  "%",
  "&",
  "_",
  "\\$",
  "{{",
  "}}",
  "\\href{",
  "\\constructor",
  "\uE001",
  "\uE100",
  " and ",
  ", ",
  "others",
  "\n",
  "\\&",
  "``",
  "''",
);
/** With its braces in pairs, as else all that follows belongs to it. */
const value = fc.oneof(latex, anyText).map((text) => text.replaceAll(/[{}]/g, ""));
const field = fc.constantFrom(
  "title",
  "author",
  "editor",
  "journal",
  "booktitle",
  "year",
  "date",
  "month",
  "pages",
  "doi",
  "url",
  "keywords",
  "abstract",
  "note",
  "crossref",
  "xdata",
  "volume",
  "abbr",
  "pdf",
  "selected",
  "constructor",
  "isbn",
  "eprint",
  "archiveprefix",
  "publisher",
);
const type = fc.constantFrom(
  "article",
  "book",
  "inproceedings",
  "misc",
  "constructor",
  "toString",
  "string",
  "comment",
  "preamble",
  "xdata",
  "set",
  "online",
);
const entry = fc
  .tuple(
    type,
    fc.constantFrom("a", "b", "__proto__", "constructor", "ü:1", ""),
    fc.array(fc.tuple(field, value), { maxLength: 6 }),
    value,
  )
  .map(
    ([kind, key, fields, title]) =>
      `@${kind}{${key},\n title = {${title}},\n year = {2020},\n${fields.map(([name, text]) => ` ${name} = {${text}},\n`).join("")}}\n`,
  );
const shapeless = textOf(
  "@article{a,",
  "@string{",
  "@comment{",
  "@",
  "{",
  "}",
  '"',
  ",",
  "=",
  "title",
  "#",
  "\n",
  " year = 2020",
  "\\",
  "%",
  "(",
  ")",
);

test("is read or refused in words, and no title holds more than its marks", ({ folder }) => {
  const files = fc.array(entry, { maxLength: 4 }).map((entries) => entries.join("\n"));
  for (const [source, runs] of [
    [files, 250],
    [shapeless, 250],
    [anyText, 100],
  ] as const) {
    holds(
      source,
      (text) => {
        const once = made(folder, text);
        for (const html of once.titles) {
          for (const { name, isMath, attributes } of elementsOf(html)) {
            assert.ok(isMath || /^(i|b|sup|sub|span)$/.test(name), html);
            assert.not.ok(
              Object.keys(attributes).some((each) => /^(on|href|src|style)/.test(each)),
              html,
            );
          }
        }
        assert.is(made(folder, text).bytes, once.bytes);
      },
      runs,
    );
  }
});

test("with braces by the thousand is read or refused in words", ({ folder }) => {
  for (const title of [
    "{".repeat(20_000),
    `${"{".repeat(20_000)}x${"}".repeat(20_000)}`,
    "\\emph{".repeat(5000) + "}".repeat(5000),
    "\\".repeat(20_001),
    "$".repeat(20_000),
  ])
    made(folder, `@article{a, title = {${title}}, author = {A B}, year = 2020}`);
});

test.run();
