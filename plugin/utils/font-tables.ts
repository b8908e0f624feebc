import { brotliDecompressSync, inflateSync } from "node:zlib";
import { ByteReader } from "./byte-reader.js";
import { rebuiltGlyphs } from "./woff2-glyphs.js";

/** The tables of a font by their tag. */
export type FontTables = Map<string, Buffer>;

/** The most bytes of one font without compression. */
const maxOutputLength = 100_000_000;

/** The tags that WOFF 2 names by a number. @see https://www.w3.org/TR/WOFF2/#table_dir_format */
const knownTags =
  "cmap,head,hhea,hmtx,maxp,name,OS/2,post,cvt ,fpgm,glyf,loca,prep,CFF ,VORG,EBDT,EBLC,gasp,hdmx,kern,LTSH,PCLT,VDMX,vhea,vmtx,BASE,GDEF,GPOS,GSUB,EBSC,JSTF,MATH,CBDT,CBLC,COLR,CPAL,SVG ,sbix,acnt,avar,bdat,bloc,bsln,cvar,fdsc,feat,fmtx,fvar,gvar,hsty,just,lcar,mort,morx,opbd,prop,trak,Zapf,Silf,Glat,Gloc,Feat,Sill".split(
    ",",
  );

/**
 * Reads the tables of a TrueType, OpenType, WOFF or WOFF 2 font.
 *
 * @throws Error if the bytes are no such font, or are damaged.
 */
export function readFontTables(bytes: Buffer): FontTables {
  const reader = new ByteReader(bytes);
  const format = reader.tag();
  if (format === "wOF2") return readWoff2(bytes);
  const isWoff = format === "wOFF";
  const directory = new ByteReader(bytes, isWoff ? 12 : 4);
  const count = directory.u16();
  directory.take(isWoff ? 30 : 6);
  const tables: FontTables = new Map();
  for (let index = 0; index < count; index += 1) {
    const tag = directory.tag();
    if (!isWoff) directory.u32();
    const offset = directory.u32();
    const stored = directory.u32();
    const length = isWoff ? directory.u32() : stored;
    if (isWoff) directory.u32();
    const table = new ByteReader(bytes, offset).take(stored);
    tables.set(tag, stored < length ? inflateSync(table, { maxOutputLength }) : table);
  }
  return tables;
}

function readWoff2(bytes: Buffer): FontTables {
  const header = new ByteReader(bytes, 12);
  const count = header.u16();
  header.take(6);
  const compressed = header.u32();
  const reader = new ByteReader(bytes, 48);
  const entries = Array.from({ length: count }, () => {
    const flags = reader.u8();
    const number = flags & 0x3f;
    const tag = number === 63 ? reader.tag() : (knownTags[number] ?? "");
    const version = flags >> 6;
    const length = base128(reader);
    // The tables "glyf" and "loca" are transformed unless their version is 3, others if it is not 0.
    const isTransformed = tag === "glyf" || tag === "loca" ? version !== 3 : version !== 0;
    return { tag, isTransformed, length: isTransformed ? base128(reader) : length };
  });
  const data = new ByteReader(brotliDecompressSync(reader.take(compressed), { maxOutputLength }));
  const tables: FontTables = new Map();
  const transformed = new Map<string, Buffer>();
  for (const { tag, isTransformed, length } of entries)
    (isTransformed ? transformed : tables).set(tag, data.take(length));
  return new Map([...tables, ...rebuiltGlyphs(tables, transformed)]);
}

/** Reads a number of up to five bytes, seven bits in each. */
function base128(reader: ByteReader): number {
  let value = 0;
  for (let index = 0; index < 5; index += 1) {
    const byte = reader.u8();
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return value;
  }
  throw new RangeError("a length in the font is too long");
}

/** Returns the tables of a font as a TrueType or OpenType file. */
export function writeFontFile(tables: FontTables): Buffer {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const count = sorted.length;
  const step = 2 ** Math.floor(Math.log2(count)) * 16;
  const head = Buffer.alloc(12 + 16 * count);
  head.writeUInt32BE(tables.has("CFF ") || tables.has("CFF2") ? 0x4f54544f : 0x00010000, 0);
  for (const [index, value] of [count, step, Math.log2(step / 16), count * 16 - step].entries())
    head.writeUInt16BE(value, 4 + index * 2);
  const parts: Buffer[] = [head];
  let offset = head.length;
  for (const [index, [tag, table]] of sorted.entries()) {
    const padded = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
    const at = 12 + 16 * index;
    head.write(tag, at, "latin1");
    head.writeUInt32BE(checksum(padded), at + 4);
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(table.length, at + 12);
    parts.push(padded);
    offset += padded.length;
  }
  return Buffer.concat(parts);
}

function checksum(padded: Buffer): number {
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}

/** Returns the name of a font's family, by which systems know it. */
export function familyOf(tables: FontTables): string | undefined {
  const table = tables.get("name");
  if (!table) return undefined;
  const reader = new ByteReader(table, 2);
  const count = reader.u16();
  const strings = reader.u16();
  const names = new Map<number, string>();
  for (let index = 0; index < count; index += 1) {
    const platform = reader.u16();
    reader.take(4);
    const id = reader.u16();
    const length = reader.u16();
    const bytes = new ByteReader(table, strings + reader.u16());
    if (id !== 1 && id !== 16) continue;
    const text = bytes.take(length);
    if (platform === 3) names.set(id, Buffer.from(text).swap16().toString("utf16le"));
    else if (!names.has(id)) names.set(id, text.toString("latin1"));
  }
  return names.get(16) ?? names.get(1);
}
