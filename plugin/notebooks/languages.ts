import { isRecord } from "../utils/records.js";

/** Names of languages that kernels use, with those of highlighters. */
const names: Readonly<Record<string, string>> = {
  ir: "r",
  ipython: "python",
  "c++": "cpp",
  "c#": "csharp",
  "f#": "fsharp",
  pwsh: "powershell",
  "wolfram language": "mathematica",
  sagemath: "python",
  cython: "python",
  svg: "xml",
  sh: "bash",
};

const nameOf = (name: string): string => {
  const small = name.trim().toLowerCase();
  if (Object.hasOwn(names, small)) return names[small] ?? "";
  // With a version: `julia-1.9`, `C++17`, `ipython3`.
  const bare = small.replace(/-?[\d.]+$/, "");
  return Object.hasOwn(names, bare) ? (names[bare] ?? "") : bare;
};

/**
 * Returns the language of a notebook's cells by its metadata: that of the kernel; empty if it names none.
 *
 * @see https://nbformat.readthedocs.io/en/latest/format_description.html#metadata
 */
export function languageOf({ kernelspec, language_info: info }: Readonly<Record<string, unknown>>): string {
  const candidates = [
    isRecord(kernelspec) ? kernelspec.language : undefined,
    isRecord(info) ? info.name : undefined,
    isRecord(kernelspec) ? kernelspec.name : undefined,
  ];
  const name = candidates.find((value): value is string => typeof value === "string" && value !== "");
  return name === undefined ? "" : nameOf(name);
}

/** Languages of cell magics of IPython. `%%writefile` names a file instead. */
const magics = new Set(
  "bash sh script javascript js html latex markdown svg perl ruby r cython sql julia octave matlab fortran ocaml powershell".split(
    " ",
  ),
);

/** Extensions of files whose highlighters have another name. */
const extensions: Readonly<Record<string, string>> = {
  py: "python",
  md: "markdown",
  txt: "",
  jl: "julia",
  sh: "bash",
};

/**
 * Returns the language of a code cell: that of its first line, if it is a magic such as `%%bash`, that which VS Code set for
 * the cell, or that of the notebook. Notebooks without one are Python, as those of the first versions all were.
 */
export function languageOfCell(
  source: string,
  metadata: Readonly<Record<string, unknown>>,
  language: string,
): string {
  const [, magic = "", rest = ""] = /^\s*%%(\w+)[ \t]*([^\n]*)/.exec(source) ?? [];
  const name = magic.toLowerCase();
  if (magics.has(name)) return nameOf(name === "script" ? (/^\S+/.exec(rest)?.[0] ?? "bash") : name);
  if (/^(?:write)?file$/.test(name)) {
    const extension = /\.(\w+)\s*$/.exec(rest)?.[1]?.toLowerCase() ?? "";
    return extensions[extension] ?? extension;
  }
  const { vscode } = metadata;
  const own = isRecord(vscode) ? vscode.languageId : undefined;
  return (typeof own === "string" && own ? nameOf(own) : language) || "python";
}
