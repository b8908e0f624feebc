/** Returns the start of a font: the directory of its tables, without the tables. */
export function fontWith(
  tables: readonly string[],
  format: "otf" | "ttf" | "woff" | "woff2" = "otf",
): Buffer {
  const count = Buffer.from([0, tables.length]);
  if (format === "otf" || format === "ttf") {
    const signature = Buffer.from(format === "otf" ? "OTTO" : "\0\u0001\0\0", "latin1");
    const entries = tables.map((table) => Buffer.concat([Buffer.from(table, "latin1"), Buffer.alloc(12)]));
    return Buffer.concat([signature, count, Buffer.alloc(6), ...entries]);
  }
  const head = Buffer.alloc(format === "woff" ? 44 : 48);
  head.write(format === "woff" ? "wOFF" : "wOF2");
  count.copy(head, 12);
  if (format === "woff") {
    return Buffer.concat([
      head,
      ...tables.map((table) => Buffer.concat([Buffer.from(table, "latin1"), Buffer.alloc(16)])),
    ]);
  }
  // Numbers of known tables; others by name. The lengths are 300, in two bytes, and "glyf" has a second one.
  const numbers: Record<string, number> = { cmap: 0, glyf: 10, loca: 11, GSUB: 28, MATH: 31 };
  const length = Buffer.from([0x82, 0x2c]);
  const entries = tables.map((table) => {
    const number = numbers[table];
    const start =
      number === undefined ? [Buffer.from([63]), Buffer.from(table, "latin1")] : [Buffer.from([number])];
    return Buffer.concat([...start, length, ...(table === "glyf" || table === "loca" ? [length] : [])]);
  });
  return Buffer.concat([head, ...entries]);
}

/** Returns the start of a math font. */
export const mathFont = (): Buffer => fontWith(["CFF ", "MATH", "cmap"]);
