import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { type FontTables, familyOf, readFontTables, writeFontFile } from "../../plugin/utils/font-tables.ts";
import { root } from "../support/site.ts";

const test = suite("font files");

/** Fonts that each are a TrueType, a WOFF and a WOFF 2 file: a dependency of the diagrams. */
const folder = path.join(root, "node_modules/katex/dist/fonts");
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".ttf"))
  .map((name) => path.basename(name, ".ttf"));
const read = (name: string): FontTables => readFontTables(readFileSync(path.join(folder, name)));

/** Reads the outlines of a font: of each glyph its box and points, or its parts. */
function outlinesOf(tables: FontTables): unknown[] {
  const glyf = tables.get("glyf") ?? Buffer.alloc(0);
  const loca = tables.get("loca") ?? Buffer.alloc(0);
  const isLong = tables.get("head")?.readInt16BE(50) === 1;
  const count = tables.get("maxp")?.readUInt16BE(4) ?? 0;
  const place = (index: number): number =>
    isLong ? loca.readUInt32BE(4 * index) : 2 * loca.readUInt16BE(2 * index);
  return Array.from({ length: count }, (_, glyph) => {
    let at = place(glyph);
    if (at === place(glyph + 1)) return [];
    const i16 = (): number => {
      at += 2;
      return glyf.readInt16BE(at - 2);
    };
    const [contours = 0, ...box] = [i16(), i16(), i16(), i16(), i16()];
    if (contours < 0) return [box, glyf.toString("hex", at, at + 6)];
    const ends = Array.from({ length: contours }, i16);
    const program = i16();
    at += program;
    const flags: number[] = [];
    while (flags.length <= (ends.at(-1) ?? -1)) {
      const flag = glyf.readUInt8(at++);
      const times = flag & 8 ? glyf.readUInt8(at++) : 0;
      for (let index = 0; index <= times; index += 1) flags.push(flag);
    }
    const axis = (short: number, same: number): number[] =>
      flags.map((flag) => {
        if (flag & short) return glyf.readUInt8(at++) * (flag & same ? 1 : -1);
        return flag & same ? 0 : i16();
      });
    return [box, ends, program, flags.map((flag) => flag & 1), axis(2, 16), axis(4, 32)];
  });
}

test("WOFF and WOFF 2 have the tables of the TrueType file that they were made of", () => {
  assert.ok(names.length > 10);
  for (const name of names) {
    const [plain, woff, woff2] = [".ttf", ".woff", ".woff2"].map((extension) => read(name + extension)) as [
      FontTables,
      FontTables,
      FontTables,
    ];
    assert.equal([...woff2.keys()].sort(), [...plain.keys()].sort(), name);
    for (const [tag, table] of plain) {
      assert.ok(woff.get(tag)?.equals(table), `${name} ${tag}`);
      // Outlines are stored otherwise, and `head` says how.
      if (!["glyf", "loca", "head"].includes(tag)) assert.ok(woff2.get(tag)?.equals(table), `${name} ${tag}`);
    }
    assert.equal(outlinesOf(woff2), outlinesOf(plain), name);
  }
});

test("a font that is written can be read again, and has its name", () => {
  const tables = read("KaTeX_Main-Bold.woff2");
  const again = readFontTables(writeFontFile(tables));
  assert.equal([...again.keys()], [...tables.keys()].sort());
  for (const [tag, table] of tables) assert.ok(again.get(tag)?.equals(table), tag);
  assert.is(familyOf(again), "KaTeX_Main");
});

test("what is no font or ends too early is an error, without end or endless memory", () => {
  const whole = readFileSync(path.join(folder, "KaTeX_Main-Bold.woff2"));
  for (const length of [0, 3, 11, 40, 60, 200, whole.length - 300])
    assert.throws(() => readFontTables(whole.subarray(0, length)), undefined, `${length} bytes`);
  for (let at = 0; at < 200; at += 1) {
    const damaged = Buffer.from(whole);
    damaged[at] = (damaged[at] ?? 0) ^ 0xff;
    try {
      readFontTables(damaged);
    } catch (error) {
      assert.instance(error, Error);
    }
  }
});

test.run();
