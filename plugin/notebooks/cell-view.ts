import { readData } from "../utils/data-file.js";
import { isRecord } from "../utils/records.js";
import type { Cell } from "./notebook.js";

/** How a part of a cell is shown: as it is, folded until a reader opens it, or not at all. */
export type Visibility = "shown" | "folded" | "removed";

/** How a code cell is shown, as its tags, its metadata and the comments at its start say. */
export interface CellView {
  code: Visibility;
  output: Visibility;
  /** Whether it shows what it wrote to standard error. */
  hasWarnings: boolean;
  /** Its code without the comments at its start. */
  source: string;
  /** Texts for its images, in order: captions and alternative texts. */
  captions: readonly string[];
  alternatives: readonly string[];
  /** Id of its figure, to which links lead. */
  id: string | undefined;
}

/**
 * Returns how a code cell is shown. Later ones of these take precedence: what Jupyter, JupyterLab and Colab hide, tags of
 * Jupyter Book such as `hide-input` and `remove-cell`, and Quarto's comments such as `#| echo: false`.
 *
 * @param defaults - The options of all cells; see {@link defaultsIn}.
 * @see https://jupyterbook.org/en/stable/interactive/hiding.html
 * @see https://quarto.org/docs/reference/cells/cells-jupyter.html
 */
export function viewOf(cell: Cell, defaults: Readonly<Record<string, unknown>> = {}): CellView {
  const { options: own, source } = takeOptions(cell.source);
  const options = { ...defaults, ...own };
  const { metadata } = cell;
  const tags = new Set(textsOf(metadata.tags).map((tag) => tag.toLowerCase().replaceAll("_", "-")));
  const jupyter = isRecord(metadata.jupyter) ? metadata.jupyter : {};
  const byTag = (part: string): Visibility | undefined => {
    if (tags.has(`remove-${part}`) || tags.has("remove-cell")) return "removed";
    return tags.has(`hide-${part}`) || tags.has("hide-cell") ? "folded" : undefined;
  };
  const isFormOfColab = metadata.cellView === "form";
  const hidesCode = jupyter.source_hidden === true || metadata.hide_input === true || isFormOfColab;
  const hidesOutput = jupyter.outputs_hidden === true || metadata.collapsed === true;
  const fold = options["code-fold"];
  let code = byTag("input") ?? (hidesCode ? "folded" : "shown");
  let output = byTag("output") ?? (hidesOutput ? "folded" : "shown");
  if (typeof fold === "boolean") code = fold ? "folded" : "shown";
  if (options.echo === false || options.include === false) code = "removed";
  if (options.output === false || options.include === false) output = "removed";
  return {
    code,
    output,
    hasWarnings: options.warning !== false && !tags.has("remove-stderr"),
    source,
    captions: textsOf(options["fig-cap"]),
    alternatives: textsOf(options["fig-alt"]),
    id:
      typeof options.label === "string" && /^[\p{L}_][\p{L}\p{N}_:.-]*$/u.test(options.label)
        ? options.label
        : undefined,
  };
}

/** Returns the options of all cells in front matter: Quarto's `execute` and `code-fold`. */
export function defaultsIn(frontMatter: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { execute, format } = frontMatter;
  const html = isRecord(format) && isRecord(format.html) ? format.html : {};
  const fold = frontMatter["code-fold"] ?? html["code-fold"];
  const shown = isRecord(execute) ? execute : {};
  const names = ["echo", "output", "include", "warning"].filter((name) => name in shown);
  return {
    ...Object.fromEntries(names.map((name) => [name, shown[name]])),
    ...(fold !== undefined && { "code-fold": fold }),
  };
}

const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((text): text is string => typeof text === "string");

/** Comments with options at the start of a cell, in the languages of Jupyter's kernels. */
const optionLine = /^(?:#|\/\/|--|%|;+)\|[ \t]?(.*)$/;

/** Takes Quarto's options from the start of a cell. What can't be read as YAML stays a comment. */
function takeOptions(source: string): { options: Readonly<Record<string, unknown>>; source: string } {
  const lines = source.split("\n");
  let count = 0;
  while (optionLine.test(lines[count] ?? "")) count += 1;
  if (count === 0) return { options: {}, source };
  const yaml = lines.slice(0, count).map((line) => line.replace(optionLine, "$1"));
  try {
    const { value } = readData(yaml.join("\n"), "cell");
    if (isRecord(value)) return { options: value, source: lines.slice(count).join("\n") };
  } catch {
    // Shown as it is.
  }
  return { options: {}, source };
}
