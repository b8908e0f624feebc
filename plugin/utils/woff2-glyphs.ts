import { ByteReader } from "./byte-reader.js";

type Tables = ReadonlyMap<string, Buffer>;

/** A glyph as a TrueType font has it. */
interface Glyph {
  bytes: Buffer;
  left: number;
}

/**
 * Rebuilds the tables that WOFF 2 has in a form of its own: the outlines, their places, and the widths.
 *
 * @param tables - The other tables of the font.
 * @param transformed - The tables in the form of WOFF 2.
 * @throws Error if they are damaged.
 * @see https://www.w3.org/TR/WOFF2/#table_tranforms
 */
export function rebuiltGlyphs(tables: Tables, transformed: Tables): Map<string, Buffer> {
  const rebuilt = new Map<string, Buffer>();
  const glyf = transformed.get("glyf");
  if (!glyf) return rebuilt;
  const glyphs = readGlyphs(glyf);
  const places = Buffer.alloc(4 * (glyphs.length + 1));
  let end = 0;
  for (const [index, { bytes }] of glyphs.entries()) {
    end += bytes.length;
    places.writeUInt32BE(end, 4 * (index + 1));
  }
  rebuilt.set("glyf", Buffer.concat(glyphs.map(({ bytes }) => bytes)));
  rebuilt.set("loca", places);
  const head = Buffer.from(tables.get("head") ?? []);
  // The places are of 32 bits.
  head.writeUInt16BE(1, 50);
  rebuilt.set("head", head);
  const hmtx = transformed.get("hmtx");
  if (hmtx) rebuilt.set("hmtx", readWidths(hmtx, glyphs, tables.get("hhea")?.readUInt16BE(34) ?? 0));
  return rebuilt;
}

/** Reads the widths of glyphs. Left bearings that the font omits are where the outlines start. */
function readWidths(table: Buffer, glyphs: readonly Glyph[], count: number): Buffer {
  const reader = new ByteReader(table);
  const flags = reader.u8();
  const widths = glyphs.slice(0, count).map(() => reader.u16());
  const bearings = glyphs.map(({ left }, index) => (flags & (index < count ? 1 : 2) ? left : reader.i16()));
  return Buffer.concat(
    bearings.map((bearing, index) => {
      const width = widths[index];
      return width === undefined ? int16s([bearing]) : int16s([width, bearing]);
    }),
  );
}

function readGlyphs(table: Buffer): Glyph[] {
  const header = new ByteReader(table, 2);
  const hasOverlaps = (header.u16() & 1) === 1;
  const count = header.u16();
  header.u16();
  const sizes = Array.from({ length: 7 }, () => header.u32());
  const [contours, points, flags, outlines, composites, boxes, instructions] = sizes.map(
    (size) => new ByteReader(header.take(size)),
  ) as [ByteReader, ByteReader, ByteReader, ByteReader, ByteReader, ByteReader, ByteReader];
  const bitmap = 4 * Math.floor((count + 31) / 32);
  const hasBox = boxes.take(bitmap);
  const overlaps = hasOverlaps ? header.take(bitmap) : undefined;
  const bitOf = (bits: Buffer | undefined, index: number): boolean =>
    ((bits?.[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0;

  const simple = (index: number, contourCount: number): Glyph => {
    const lengths = Array.from({ length: contourCount }, () => number255(points));
    const total = lengths.reduce((sum, length) => sum + length, 0);
    const marks = flags.take(total);
    const steps = Array.from(marks, (mark) => stepOf(mark & 0x7f, outlines));
    const program = instructions.take(number255(outlines));
    const box = bitOf(hasBox, index) ? [boxes.i16(), boxes.i16(), boxes.i16(), boxes.i16()] : boxOf(steps);
    let last = -1;
    const ends = lengths.map((length) => {
      last += length;
      return last;
    });
    const bits = Buffer.from(marks.map((mark) => (mark & 0x80 ? 0 : 1)));
    if (bits.length > 0 && bitOf(overlaps, index)) bits[0] = (bits[0] ?? 0) | 0x40;
    return glyph(box, [
      int16s([contourCount, ...box, ...ends, program.length]),
      program,
      bits,
      int16s([...steps.map(([x]) => x), ...steps.map(([, y]) => y)]),
    ]);
  };
  const composite = (): Glyph => {
    const box = [boxes.i16(), boxes.i16(), boxes.i16(), boxes.i16()];
    const { parts, hasProgram } = readParts(composites);
    const program = hasProgram ? instructions.take(number255(outlines)) : undefined;
    return glyph(box, [
      int16s([-1, ...box]),
      ...parts,
      ...(program ? [int16s([program.length]), program] : []),
    ]);
  };
  return Array.from({ length: count }, (_, index) => {
    const contourCount = contours.i16();
    if (contourCount === 0) return { bytes: Buffer.alloc(0), left: 0 };
    return contourCount < 0 ? composite() : simple(index, contourCount);
  });
}

/** Glyphs start at multiples of four bytes. */
function glyph([left = 0]: readonly number[], parts: readonly Buffer[]): Glyph {
  const bytes = Buffer.concat(parts);
  return { bytes: Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]), left };
}

/** Reads the parts of a glyph that is made of others. @see https://learn.microsoft.com/en-us/typography/opentype/spec/glyf */
function readParts(reader: ByteReader): { parts: Buffer[]; hasProgram: boolean } {
  const parts: Buffer[] = [];
  let flags: number;
  let hasProgram = false;
  do {
    flags = reader.u16();
    const scale = flags & 0x08 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0;
    parts.push(int16s([flags]), reader.take(2 + (flags & 0x01 ? 4 : 2) + scale));
    hasProgram ||= (flags & 0x100) !== 0;
  } while (flags & 0x20);
  return { parts, hasProgram };
}

/** Reads the step to a point from the one before. @see https://www.w3.org/TR/WOFF2/#triplet_decoding */
function stepOf(flag: number, data: ByteReader): [x: number, y: number] {
  const x = (value: number): number => (flag & 1 ? value : -value);
  const y = (value: number): number => ((flag < 20 ? flag : flag >> 1) & 1 ? value : -value);
  const first = data.u8();
  if (flag < 10) return [0, y(((flag & 14) << 7) + first)];
  if (flag < 20) return [x((((flag - 10) & 14) << 7) + first), 0];
  if (flag < 84) {
    const rest = flag - 20;
    return [x(1 + (rest & 0x30) + (first >> 4)), y(1 + ((rest & 0x0c) << 2) + (first & 0x0f))];
  }
  const second = data.u8();
  if (flag < 120) {
    const rest = flag - 84;
    return [x(1 + (Math.floor(rest / 12) << 8) + first), y(1 + (((rest % 12) >> 2) << 8) + second)];
  }
  const third = data.u8();
  if (flag < 124) return [x((first << 4) + (second >> 4)), y(((second & 0x0f) << 8) + third)];
  return [x((first << 8) + second), y((third << 8) + data.u8())];
}

/** Reads a number of one to three bytes. @see https://www.w3.org/TR/WOFF2/#255UInt16 */
function number255(reader: ByteReader): number {
  const code = reader.u8();
  if (code === 253) return reader.u16();
  if (code === 254) return reader.u8() + 506;
  return code === 255 ? reader.u8() + 253 : code;
}

function boxOf(steps: readonly (readonly [number, number])[]): number[] {
  let [x, y] = [0, 0];
  const points = steps.map(([right, up]) => {
    x += right;
    y += up;
    return [x, y] as const;
  });
  const least = (axis: 0 | 1): number => points.reduce((low, point) => Math.min(low, point[axis]), 0x7fff);
  const most = (axis: 0 | 1): number => points.reduce((high, point) => Math.max(high, point[axis]), -0x8000);
  return points.length > 0 ? [least(0), least(1), most(0), most(1)] : [0, 0, 0, 0];
}

function int16s(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt16BE(value & 0xffff, 2 * index);
  return bytes;
}
