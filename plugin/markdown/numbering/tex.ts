// Rows, labels and tags of a displayed formula in LaTeX, as amsmath has them.

/** A row of a displayed formula. */
export interface Row {
  /** Its TeX without labels, tags and comments. */
  tex: string;
  labels: string[];
  /** The number that the author gives it, with whether it stays without parentheses. */
  tag?: { text: string; isStarred: boolean };
  /** Whether it has `\nonumber` or `\notag`. */
  isUnnumbered: boolean;
  /** The `\\` at its end, with its space. */
  end: string;
}

/** A displayed formula in parts. */
export interface Display {
  /** The environment around its rows, if it has one. */
  environment?: { name: string; isStarred: boolean; columns: string } | undefined;
  rows: Row[];
}

/** Environments of numbered rows, and what stands for each if the whole formula has one number. */
const environments: Readonly<Record<string, string>> = {
  equation: "",
  align: "aligned",
  alignat: "alignedat",
  flalign: "aligned",
  gather: "gathered",
  multline: "multline*",
};

const wholeEnvironment =
  /^\s*\\begin\{(equation|align|alignat|flalign|gather|multline)(\*?)\}(\s*\{\d+\})?(.*)\\end\{\1\2\}\s*$/s;

/** Parses a displayed formula. What has no environment of rows is one row. */
export function parseDisplay(tex: string): Display {
  const [, name, star, columns = "", body = ""] = wholeEnvironment.exec(tex) ?? [];
  if (name) {
    const rows = rowsOf(body, name !== "equation" && name !== "multline");
    if (rows)
      return { environment: { name, isStarred: star === "*", columns: columns.trim() }, rows: trimmed(rows) };
  }
  return { rows: rowsOf(tex, false, true) ?? [] };
}

/** Drops an empty last row, as after a `\\` at the end. */
function trimmed(rows: readonly Row[]): Row[] {
  const last = rows.at(-1);
  const isEmpty = last?.tex.trim() === "" && last.labels.length === 0 && !last.tag;
  return rows.length > 1 && isEmpty ? rows.slice(0, -1) : [...rows];
}

const piece =
  /%[^\n]*(?:\n\s*|$)|\\\\(?:\s*\[[^\]\n]*\])?|\\begin\s*\{|\\end\s*\{|\\label\s*\{([^{}]*)\}|\\tag\s*(\*?)\s*(?=\{)|\\(?:nonumber|notag)(?![a-zA-Z])\s*|\\[a-zA-Z]+|\\[\s\S]|[{}]|[^\\{}%]+|\\$/g;

/**
 * Returns the rows of a TeX source.
 *
 * @param isSplit - Whether `\\` outside of inner environments ends a row.
 * @param isOpen - Whether it may have more `\end` than `\begin`; else undefined is returned for it.
 */
function rowsOf(source: string, isSplit: boolean, isOpen = false): Row[] | undefined {
  const rows: Row[] = [newRow()];
  let [inner, braces] = [0, 0];
  const pieces = new RegExp(piece);
  for (let match = pieces.exec(source); match; match = pieces.exec(source)) {
    const [text, label, star] = match;
    const row = rows.at(-1) as Row;
    if (text.startsWith("%")) continue;
    if (label !== undefined) row.labels.push(label.trim());
    else if (/^\\(?:nonumber|notag)\b/.test(text)) row.isUnnumbered = true;
    else if (star !== undefined) {
      const end = endOfGroup(source, pieces.lastIndex);
      row.tag = { text: source.slice(pieces.lastIndex + 1, end - 1), isStarred: star === "*" };
      pieces.lastIndex = end;
    } else if (isSplit && text.startsWith("\\\\") && inner === 0 && braces === 0) {
      row.end = text;
      rows.push(newRow());
    } else {
      if (text.startsWith("\\begin")) inner += 1;
      else if (text.startsWith("\\end")) inner -= 1;
      // The brace of \begin{ or \end{ is one too.
      if (/^\{$|^\\(?:begin|end)\s*\{$/.test(text)) braces += 1;
      else if (text === "}") braces -= 1;
      if (inner < 0 && !isOpen) return undefined;
      row.tex += text;
    }
  }
  return rows;
}

const newRow = (): Row => ({ tex: "", labels: [], isUnnumbered: false, end: "" });

/** Returns the index after a group in braces. */
function endOfGroup(source: string, start: number): number {
  let depth = 0;
  for (let at = start; at < source.length; at += 1) {
    if (source[at] === "\\") at += 1;
    else if (source[at] === "{") depth += 1;
    else if (source[at] === "}") {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return source.length;
}

/** Returns the source of a tag. */
export const tagSource = ({ text, isStarred }: NonNullable<Row["tag"]>): string =>
  `\\tag${isStarred ? "*" : ""}{${text}}`;

/** Returns a formula without numbers of its own, for a number beside it. */
export function withoutNumbers({ environment, rows }: Display): string {
  const body = rows
    .map(({ tex, end }, index) => tex.trimEnd() + (index < rows.length - 1 ? end : ""))
    .join(" ");
  if (!environment) return body.trim();
  const name = environments[environment.name];
  return name ? `\\begin{${name}}${environment.columns}${body}\\end{${name}}` : body.trim();
}

/**
 * Returns a formula with a source after each row, such as its tag.
 *
 * @param after - Returns the source after a row, by its index.
 */
export function withNumbers({ environment, rows }: Display, after: (index: number) => string): string {
  const body = rows.map(({ tex, end }, index) => `${tex.trimEnd()}${after(index)}${end}`).join(" ");
  // Without the star, so that Temml has a column for the numbers at the end of the line.
  return environment
    ? `\\begin{${environment.name}}${environment.columns}${body}\\end{${environment.name}}`
    : body;
}
