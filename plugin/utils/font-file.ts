/** What is known of a font by the start of its file. */
export interface FontFile {
  /** Its format, as CSS names it. */
  format: "woff2" | "woff" | "truetype" | "opentype";
  /** Whether it has the table by which browsers set formulas. */
  hasMath: boolean;
}

/** The formats by the first four bytes. */
const formats: Readonly<Record<string, FontFile["format"]>> = {
  wOF2: "woff2",
  wOFF: "woff",
  OTTO: "opentype",
  "\0\u0001\0\0": "truetype",
  true: "truetype",
};

/** The number of the table "MATH" among the tables that WOFF 2 names by a number. */
const mathNumber = 31;

/**
 * Reads the tables of a font from its directory, which no format compresses.
 *
 * @returns `undefined` if the bytes are no font, or end too early.
 * @see https://learn.microsoft.com/en-us/typography/opentype/spec/otff#table-directory
 * @see https://www.w3.org/TR/WOFF2/#table_dir_format
 */
export function readFontFile(bytes: Uint8Array): FontFile | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const format = formats[view.toString("latin1", 0, 4)];
  if (!format) return undefined;
  try {
    return { format, hasMath: format === "woff2" ? hasMathInWoff2(view) : hasMathIn(view, format) };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function hasMathIn(view: Buffer, format: FontFile["format"]): boolean {
  const isWoff = format === "woff";
  const [start, size] = isWoff ? [44, 20] : [12, 16];
  const count = view.readUInt16BE(isWoff ? 12 : 4);
  // Reads the last byte of the directory, so that one that ends too early is no font.
  view.readUInt8(start + count * size - 1);
  return Array.from({ length: count }, (_, index) => start + index * size).some(
    (at) => view.toString("latin1", at, at + 4) === "MATH",
  );
}

function hasMathInWoff2(view: Buffer): boolean {
  let position = 48;
  /** Skips a number of one to five bytes. */
  const skipNumber = (): void => {
    while (view.readUInt8(position) & 0x80) position += 1;
    position += 1;
  };
  for (let left = view.readUInt16BE(12); left > 0; left -= 1) {
    const flags = view.readUInt8(position);
    const [number, version] = [flags & 0x3f, flags >> 6];
    position += 1;
    const tag = number === 63 ? view.toString("latin1", position, position + 4) : undefined;
    if (tag !== undefined) position += 4;
    if (number === mathNumber || tag === "MATH") return true;
    skipNumber();
    // The tables "glyf" and "loca" are transformed unless their version is 3, others if it is not 0.
    const isOutline = number === 10 || number === 11 || tag === "glyf" || tag === "loca";
    if (isOutline ? version !== 3 : version !== 0) skipNumber();
  }
  return false;
}
