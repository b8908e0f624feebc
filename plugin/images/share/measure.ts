import { escapeHtml } from "../../utils/html.js";
import { loadSharp } from "../../utils/load-sharp.js";

/** A font of an image: its families as CSS, and its weight. */
export interface TextStyle {
  family: string;
  weight: number;
}

/** Font size in which texts are measured. */
const size = 40;
/** Height of a row, and width of a cell. */
const cell = 64;
const cellsInRow = 24;
/** The most rows of one image. */
const maxRows = 150;

/** Characters that no font has. In their place Pango draws a box with their number, of four or of six digits. */
const unassigned = ["\u0378", "\u{50000}"];

/** Characters that need no glyph: white space, marks and what is not shown. */
const needsNoGlyph = /[\s\p{M}\p{Default_Ignorable_Code_Point}]/u;

/** Measures texts as librsvg draws them. What it has measured is kept, since sites repeat their words. */
export class Ruler {
  readonly #widths = new Map<string, number>();
  /** Whether a font has a character, by families and character. */
  readonly #glyphs = new Map<string, boolean>();

  /** Measures texts and looks for the glyphs of their characters, for {@link widthOf} and {@link missing}. */
  async learn(texts: ReadonlySet<string>, style: TextStyle): Promise<void> {
    const words = [...texts].filter((text) => !this.#widths.has(keyOf(text, style)));
    const characters = [...new Set([...texts].flatMap((text) => [...text]))].filter(
      (character) => !needsNoGlyph.test(character) && !this.#glyphs.has(keyOf(character, style)),
    );
    while (words.length > 0) await this.#measure(words.splice(0, maxRows), style);
    const most = (maxRows - 1) * cellsInRow;
    while (characters.length > 0) await this.#findGlyphs(characters.splice(0, most), style);
  }

  /** Returns the width of a text in the font size 1. Estimates what was not measured. */
  widthOf(text: string, style: TextStyle): number {
    return this.#widths.get(keyOf(text, style)) ?? text.length * 0.6;
  }

  /** Returns the characters of a text that no font has. */
  missing(text: string, style: TextStyle): string[] {
    return [...new Set(text)].filter((character) => this.#glyphs.get(keyOf(character, style)) === false);
  }

  async #measure(words: readonly string[], style: TextStyle): Promise<void> {
    const longest = Math.max(...words.map((word) => word.length));
    const width = cell * 2 + longest * size * 2;
    // Bars around each word, so that white space at its ends and the bearings of its letters count.
    const rows = ["||", ...words.map((word) => `|${word}|`)];
    const ink = await draw(
      rows.map((text, row) => textElement(text, cell, row * cell)),
      { width, height: rows.length * cell },
      style,
    );
    const widths = rows.map((_, row) => {
      const box = ink.boxOf({ x: 0, y: row * cell, width, height: cell });
      return box ? box.right - box.left : 0;
    });
    const bars = widths[0] ?? 0;
    for (const [index, word] of words.entries())
      this.#widths.set(keyOf(word, style), Math.max(0, (widths[index + 1] ?? 0) - bars) / size);
  }

  async #findGlyphs(characters: readonly string[], style: TextStyle): Promise<void> {
    const all = [...unassigned, ...characters];
    const place = (index: number) => ({
      x: (index % cellsInRow) * cell,
      y: Math.floor(index / cellsInRow) * cell,
    });
    const ink = await draw(
      all.map((character, index) => textElement(character, place(index).x + 4, place(index).y)),
      { width: cellsInRow * cell, height: Math.ceil(all.length / cellsInRow) * cell },
      style,
    );
    const frames = all.map((_, index) => ink.frameOf({ ...place(index), width: cell, height: cell }));
    const boxes = frames.slice(0, unassigned.length);
    for (const [index, character] of characters.entries()) {
      const frame = frames[index + unassigned.length];
      this.#glyphs.set(keyOf(character, style), frame !== undefined && !boxes.includes(frame));
    }
  }
}

const keyOf = (text: string, { family, weight }: TextStyle): string => `${family} ${weight} ${text}`;

const textElement = (text: string, x: number, top: number): string =>
  `<text x="${x}" y="${top + 46}" xml:space="preserve">${escapeHtml(text)}</text>`;

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The drawn pixels of an image. */
interface Ink {
  /** Returns the outermost pixels with ink; `undefined` if there are none. */
  boxOf(area: Area): { left: number; right: number; top: number; bottom: number } | undefined;
  /** Returns a text that is the same for areas whose outermost pixels are the same. */
  frameOf(area: Area): string | undefined;
}

async function draw(
  texts: readonly string[],
  { width, height }: { width: number; height: number },
  { family, weight }: TextStyle,
): Promise<Ink> {
  const sharp = await loadSharp();
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><g font-size="${size}" font-weight="${weight}" font-family="${escapeHtml(family)}">${texts.join("")}</g></svg>`;
  const pixels = await sharp(Buffer.from(svg), { limitInputPixels: false })
    .extractChannel(3)
    .raw()
    .toBuffer();
  const at = (x: number, y: number): number => pixels[y * width + x] ?? 0;
  const boxOf: Ink["boxOf"] = (area) => {
    let [left, right, top, bottom] = [Number.POSITIVE_INFINITY, -1, -1, -1];
    for (let y = area.y; y < area.y + area.height; y += 1) {
      for (let x = area.x; x < area.x + area.width; x += 1) {
        if (at(x, y) < 64) continue;
        left = Math.min(left, x);
        right = Math.max(right, x);
        if (top < 0) top = y;
        bottom = y;
      }
    }
    return right < 0 ? undefined : { left, right, top, bottom };
  };
  return {
    boxOf,
    frameOf(area) {
      const box = boxOf(area);
      if (!box) return undefined;
      const { left, right, top, bottom } = box;
      const row = (y: number) =>
        Buffer.from(pixels.subarray(y * width + left, y * width + right + 1)).toString("hex");
      const column = (x: number) =>
        Array.from({ length: bottom - top }, (_, index) => at(x, top + index)).join();
      return [left - area.x, top - area.y, row(top), row(bottom), column(left), column(right)].join(" ");
    },
  };
}
