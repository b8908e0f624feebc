/** A cell of Markdown. */
export const markdownCell = (source: string, more: object = {}): object => ({
  cell_type: "markdown",
  metadata: {},
  source,
  ...more,
});

/** A cell of code, with its outputs and metadata. */
export const codeCell = (source: string, outputs: readonly object[] = [], metadata: object = {}): object => ({
  cell_type: "code",
  execution_count: 1,
  metadata,
  source,
  outputs,
});

/** What a program writes. */
export const stream = (text: string | string[], name = "stdout"): object => ({
  output_type: "stream",
  name,
  text,
});

/** What a cell shows, by media type. */
export const shown = (data: object, metadata: object = {}): object => ({
  output_type: "display_data",
  data,
  metadata,
});

/** A notebook of version 4, of Python, as the text of a file. */
export const notebook = (cells: readonly object[], metadata: object = {}): string =>
  JSON.stringify(
    {
      nbformat: 4,
      nbformat_minor: 5,
      metadata: { kernelspec: { name: "python3", language: "python" }, ...metadata },
      cells,
    },
    null,
    1,
  );

/** An image of five by five pixels. */
export const png =
  "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==";

/** A notebook with every kind of cell and output. */
export const everyKind = notebook([
  { cell_type: "raw", metadata: {}, source: "---\ndescription: All kinds\nauthor: [Ada, Bob]\n---\n" },
  markdownCell(
    "# Every *kind*\n\nSee [data](#The-Data), a note[^1], [@lovelace1843] and [ref]. {{ braces }}",
  ),
  codeCell("#| echo: false\nimport x", [stream(["one\n", "two\n"]), stream("10%\r100%\n", "stderr")]),
  markdownCell(
    "## The Data\n\n![Attached](attachment:a%20b.png)\n\n![Beside](../images/plot.svg)\n\n<b onclick=x()>HTML",
    {
      attachments: { "a b.png": { "image/png": png } },
    },
  ),
  markdownCell("```python\nopen = fence"),
  markdownCell("Text after.\n\n[^1]: The note.\n\n[ref]: https://example.org"),
  codeCell("#| fig-cap: A *plot*\n#| fig-alt: A line\n#| label: fig-plot\nplot()", [
    shown(
      { "image/png": png, "text/plain": "<Figure size 1x1 with 1 Axes>" },
      { "image/png": { width: 50, height: 40 } },
    ),
  ]),
  codeCell("df", [shown({ "text/html": "<table><tr><td>1</table><script>x()</script>", "text/plain": "1" })]),
  codeCell("half", [shown({ "text/latex": "$\\displaystyle \\frac{1}{2}$", "text/plain": "1/2" })]),
  codeCell("words", [shown({ "text/markdown": "A *word* and <script>x()</script> [ref]" })]),
  codeCell("1/0", [
    {
      output_type: "error",
      ename: "ZeroDivisionError",
      evalue: "division",
      traceback: ["\u001b[31mTraceback\u001b[0m", "ZeroDivisionError: division"],
    },
  ]),
  codeCell("widget", [shown({ "application/vnd.jupyter.widget-view+json": {}, "text/plain": "HBox()" })]),
  codeCell("pdf", [shown({ "application/pdf": "JVBERi0=" })]),
  codeCell("hidden()", [stream("x")], { tags: ["hide-input"] }),
  codeCell("long", [stream("line\n".repeat(600))]),
  codeCell("%%bash\necho $HOME"),
]);
