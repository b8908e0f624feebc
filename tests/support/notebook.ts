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
