/** Returns the median. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Prints rows as a Markdown table with aligned columns. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const [header = [], ...rest] = rows;
  const widths = header.map((_, at) => Math.max(3, ...rows.map((row) => row[at]?.length ?? 0)));
  const rule = widths.map((width) => `${"-".repeat(width - 1)}:`);
  for (const row of [header, rule, ...rest]) {
    process.stdout.write(`| ${row.map((cell, at) => cell.padStart(widths[at] ?? 0)).join(" | ")} |\n`);
  }
}
