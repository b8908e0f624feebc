/**
 * Parses CSV with a row of names, as Ruby's library does: quotes around a value, in which two quotes are one, and lines that end
 * in any of the usual ways.
 *
 * @param separator - Separates values.
 * @returns The rows by name, in which an empty value is null; or what is wrong, with the line.
 */
export function parseCsv(source: string, separator: string): Record<string, string | null>[] | string {
  const rows: (string | null)[][] = [];
  let row: (string | null)[] = [];
  const piece = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n][^${separator}\\r\\n]*)?)(${separator}|\\r\\n|\\n|\\r|$)`,
    "y",
  );
  while (piece.lastIndex < source.length) {
    const from = piece.lastIndex;
    const match = piece.exec(source);
    if (!match) return `quotes are not closed in line ${source.slice(0, from).split(/\r\n|\n|\r/).length}`;
    const [, quoted, plain, end] = match;
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? null);
    if (end === separator) {
      if (piece.lastIndex === source.length) row.push(null);
      continue;
    }
    // Ruby skips blank lines.
    if (row.length > 1 || row[0] !== null) rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  const [names = [], ...values] = rows;
  return values.map((cells) => {
    const entries = names.map((name, at) => [name ?? "", cells[at] ?? null] as const);
    // The first of columns with the same name counts.
    return Object.fromEntries(entries.reverse());
  });
}
