import { suite } from "uvu";
import * as assert from "uvu/assert";
import { defaultsIn, viewOf } from "../../plugin/notebooks/cell-view.ts";
import { frontMatterOf } from "../../plugin/notebooks/front-matter.ts";
import { imageHeader } from "../../plugin/notebooks/image-header.ts";
import { jsonErrorAt } from "../../plugin/notebooks/json-error.ts";
import { languageOf, languageOfCell } from "../../plugin/notebooks/languages.ts";
import type { Cell } from "../../plugin/notebooks/notebook.ts";
import { readCells } from "../../plugin/notebooks/read-cells.ts";
import { terminalText } from "../../plugin/notebooks/terminal-text.ts";
import { titleOf } from "../../plugin/notebooks/title.ts";
import { png } from "../support/notebook.ts";

const test = suite("reading notebooks");

const cell = (source: string, metadata: object = {}, kind: Cell["kind"] = "code"): Cell => ({
  kind,
  place: 1,
  source,
  metadata: { ...metadata },
  attachments: {},
  outputs: [],
});

test("what a terminal shows in the end", () => {
  const cases: [text: string, shown: string][] = [
    ["plain\ntext", "plain\ntext"],
    ["\u001b[31mred\u001b[0m", "red"],
    ["\u001b[38;5;12mblue\u001b[1;0m", "blue"],
    ["10%\r20%\r100%\n", "100%\n"],
    ["long line\rab", "abng line"],
    ["one\r\ntwo", "one\ntwo"],
    ["ab\b\bcd", "cd"],
    ["a\b\b\bb", "b"],
    ["\u001b]8;;https://example.org\u0007link\u001b]8;;\u0007", "link"],
    ["\u001b]0;title\u001b\\x", "x"],
    ["bell\u0007 null\u0000", "bell null"],
    ["\u001b[", ""],
    ["é\ud83d\ude00\rx", "x\ud83d\ude00"],
  ];
  for (const [text, expected] of cases) assert.is(terminalText(text), expected, JSON.stringify(text));
});

test("the first error of JSON", () => {
  const cases: [source: string, at: string][] = [
    ['{"a": b}', "b}"],
    ['{"a": 1 "b": 2}', '"b": 2}'],
    ['{"a": 1,}', "}"],
    ["[1, 2", ""],
    ['{"a": "line\nbreak"}', '"line\nbreak"}'],
    ['{"a": "\\"", x}', "x}"],
    ['["a"] ["b"]', '["b"]'],
    ["[1}", "}"],
    ["{a: 1}", "a: 1}"],
    ["", ""],
    ['<<<<<<< HEAD\n{"a": 1}', '<<<<<<< HEAD\n{"a": 1}'],
    ["[tru]", "tru]"],
  ];
  for (const [source, rest] of cases) {
    assert.throws(() => JSON.parse(source));
    assert.is(source.slice(jsonErrorAt(source)), rest, source);
  }
});

test("languages of kernels and cells", () => {
  const kernels: [metadata: Record<string, unknown>, language: string][] = [
    [{ kernelspec: { language: "python", name: "python3" } }, "python"],
    [{ kernelspec: { name: "ir" }, language_info: { name: "R" } }, "r"],
    [{ kernelspec: { name: "julia-1.9" } }, "julia"],
    [{ language_info: { name: "C++17" } }, "cpp"],
    [{ kernelspec: "none", language_info: 3 }, ""],
    [{}, ""],
  ];
  for (const [metadata, language] of kernels) assert.is(languageOf(metadata), language);
  const cells: [source: string, metadata: Record<string, unknown>, language: string][] = [
    ["x = 1", {}, "r"],
    ["%%bash\nls", {}, "bash"],
    ["%%script perl -w\n1", {}, "perl"],
    ["%%writefile run.jl\n1", {}, "julia"],
    ["%%timeit\nx", {}, "r"],
    ["%matplotlib inline", {}, "r"],
    ["let x = 1", { vscode: { languageId: "fsharp" } }, "fsharp"],
  ];
  for (const [source, metadata, language] of cells)
    assert.is(languageOfCell(source, metadata, "r"), language, source);
  assert.is(languageOfCell("x", {}, ""), "python");
});

test("how a cell is shown", () => {
  const cases: [source: string, metadata: object, code: string, output: string][] = [
    ["x", {}, "shown", "shown"],
    ["#| echo: false\nx", {}, "removed", "shown"],
    ["#| output: false\nx", {}, "shown", "removed"],
    ["#|include: false\nx", {}, "removed", "removed"],
    ["//| code-fold: true\nx", {}, "folded", "shown"],
    ["#| code-fold: false\nx", { tags: ["hide-input"] }, "shown", "shown"],
    ["x", { tags: ["hide_input"] }, "folded", "shown"],
    ["x", { tags: ["Remove-Cell"] }, "removed", "removed"],
    ["x", { tags: ["hide-cell", "other"] }, "folded", "folded"],
    ["x", { jupyter: { source_hidden: true, outputs_hidden: true } }, "folded", "folded"],
    ["x", { collapsed: true }, "shown", "folded"],
    ["x", { cellView: "form" }, "folded", "shown"],
    ["x", { tags: "none", jupyter: 1 }, "shown", "shown"],
  ];
  for (const [source, metadata, code, output] of cases) {
    const view = viewOf(cell(source, metadata));
    assert.equal([view.code, view.output], [code, output], source);
    assert.is(view.source, "x");
  }
  const defaults = defaultsIn({
    execute: { echo: false, eval: true },
    format: { html: { "code-fold": true } },
  });
  assert.equal(defaults, { echo: false, "code-fold": true });
  assert.is(viewOf(cell("x"), defaults).code, "removed");
  assert.is(viewOf(cell("#| echo: true\nx"), defaults).code, "folded");
  assert.equal(defaultsIn({ execute: "x", format: "html" }), {});
  const texts = viewOf(cell('#| label: fig-a\n#| fig-cap: "One: *a*"\n#| fig-alt: [A, B]\nplot()'));
  assert.equal(
    [texts.id, texts.captions, texts.alternatives, texts.source],
    ["fig-a", ["One: *a*"], ["A", "B"], "plot()"],
  );
  // What is no YAML, or no named values, stays a comment.
  for (const source of ["#| a: [\nx", "#| words\nx", "# | echo: false\nx"])
    assert.is(viewOf(cell(source)).source, source);
});

test("the title is the first heading, if it is of level 1", () => {
  const cases: [source: string, title: string | undefined][] = [
    ["# A *title* with `code`", "A title with code"],
    ["Text\n\n# Later\n", "Later"],
    ["Text\n\n# One\n\n# Two", undefined],
    ["# One\n\n# Two", "One"],
    ['<a href="x"><img src="y"></a> [![b](c)](d)\n\n# One\n\n# Two', "One"],
    ["A title\n=======\n", "A title"],
    ["## Second\n\n# First", undefined],
    ["Second\n---\n", undefined],
    ["```\n# comment\n```\n# After", "After"],
    ["# [Link](https://example.org) #", "Link"],
    ["# Ids {#own}", "Ids"],
    ["#No heading", undefined],
    ["Text", undefined],
  ];
  for (const [source, title] of cases) assert.is(titleOf([cell(source, {}, "markdown")]), title, source);
  assert.is(titleOf([cell("# comment"), cell("# Title", {}, "markdown")]), "Title");
});

test("cells that can't be read are left out and reported, others stay", () => {
  const problems: string[] = [];
  const cells = readCells(
    [
      { cell_type: "markdown", source: ["a\n", "b"] },
      3,
      { cell_type: "markdown", source: 5 },
      { cell_type: "sound", source: "x" },
      { cell_type: "code", source: "x", outputs: "none" },
      {
        cell_type: "code",
        source: "x",
        outputs: [1, { output_type: "smell" }, { output_type: "stream", text: ["y"] }],
      },
    ],
    (place, problem) => problems.push(`cell ${place} ${problem}`),
  );
  assert.equal(
    cells.map(({ source }) => source),
    ["a\nb", "x", "x"],
  );
  assert.is(cells[2]?.outputs.length, 1);
  assert.equal(problems, [
    "cell 2 is no group of named values and is left out",
    'cell 3 has no text in "source" and is left out',
    'cell 4 has the unknown type "sound" and is left out',
    "cell 5 has outputs that are no list, which is left out",
    "cell 6 has an output that is no group of named values, which is left out",
    'cell 6 has an output of the unknown type "smell", which is left out',
  ]);
});

test("front matter of other tools does not stop a build", () => {
  const cases: [source: string, data: object, warnings: number][] = [
    ["date: 2024-03-05", { date: "2024-03-05" }, 0],
    ["date: March 5, 2024", { date: "2024-03-05" }, 0],
    ["date: Last Modified", { date: "Last Modified" }, 0],
    ["date: today", {}, 1],
    ["bibliography: works.bib", { bibliography: "works.bib", references: "works.bib" }, 0],
    ["author: Ada", { author: "Ada" }, 0],
    ["authors:\n  - name: Ada\n  - Bob", { author: ["Ada", "Bob"] }, 0],
    ["permalinkBypassOutputDir: true\neleventyComputed: {}", {}, 2],
    ["title: [never closed", {}, 1],
  ];
  for (const [yaml, data, count] of cases) {
    const warnings: string[] = [];
    const cells = [cell(`---\n${yaml}\n---\nText`, {}, "markdown")];
    const found = frontMatterOf({ file: "a.ipynb", metadata: {}, language: "", cells }, (warning) =>
      warnings.push(warning),
    );
    const { authors: _, ...rest } = found.data;
    assert.equal(rest, data, yaml);
    assert.is(warnings.length, count, warnings.join("\n"));
  }
  const text = cell("---\nNo front matter\n---\n", {}, "markdown");
  assert.equal(
    frontMatterOf(
      { file: "a", metadata: { title: " ", tags: 3 }, language: "", cells: [text] },
      () => undefined,
    ),
    {
      data: {},
      cells: [text],
    },
  );
});

test("images by their first bytes", () => {
  const bytes = (...parts: (string | number[])[]): Buffer =>
    Buffer.concat(
      parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part))),
    );
  assert.equal(imageHeader(Buffer.from(png, "base64")), { extension: "png", width: 5, height: 5 });
  assert.equal(imageHeader(bytes("GIF89a", [3, 0, 2, 0])), { extension: "gif", width: 3, height: 2 });
  const jpeg = bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 17, 8, 0, 7, 0, 9, 3, 0, 0]);
  assert.equal(imageHeader(jpeg), { extension: "jpg", width: 9, height: 7 });
  const webp = bytes("RIFF", [0, 0, 0, 0], "WEBPVP8X", [0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 6, 0, 0]);
  assert.equal(imageHeader(webp), { extension: "webp", width: 9, height: 7 });
  for (const other of ["", "<svg>", "BM", "\x89PNG", "\xff\xd8\xff\xe0"])
    assert.is(imageHeader(bytes(other)), undefined);
});

test.run();
