import type { Piece } from "./pieces.js";

/** The room for a text, in pixels of the image. */
export interface Room {
  width: number;
  /** Height of all lines. @default one line */
  height?: number;
  /** Font sizes, largest first: the first in which the text fits is taken. */
  sizes: readonly number[];
  /** Font weight. @default 400 */
  weight?: number;
  /** Families of fonts, as CSS. @default those of text, or of headings if the weight is 600 or more */
  family?: string;
  /** Height of a line, as a multiple of the font size. @default 1.2 */
  leading?: number;
}

/** A text in its room. */
export interface FittedText {
  lines: string[];
  /** Font size. */
  size: number;
  /** Height of a line. */
  leading: number;
  /** Height of all lines. */
  height: number;
}

/** The default height of a line. */
const defaultLeading = 1.2;

/** The text of a line that was cut. */
const ellipsis = "…";

/**
 * Sets a text in lines of similar width, in the largest size in which it fits. What has no room in the smallest size is cut,
 * with an ellipsis.
 *
 * @param widthOf - Returns the width of a text in the font size 1.
 */
export function fitText(
  pieces: readonly Piece[],
  { width, height, sizes, leading = defaultLeading }: Room,
  widthOf: (text: string) => number,
): FittedText {
  const space = widthOf(" ");
  const measured = pieces.map((piece) => ({ ...piece, width: widthOf(piece.text) }));
  const fitted = (lines: string[], size: number): FittedText => ({
    lines,
    size,
    leading: Math.round(size * leading),
    height: lines.length * Math.round(size * leading),
  });
  for (const [index, size] of sizes.entries()) {
    const most = Math.max(1, Math.floor((height ?? 0) / Math.round(size * leading)));
    const limit = width / size;
    const lines = linesOf(measured, limit, space);
    const isWhole = lines.length <= most && measured.every((piece) => piece.width <= limit);
    if (isWhole) return fitted(balanced(measured, limit, space, lines.length).map(textOf), size);
    if (index < sizes.length - 1) continue;
    const shown = lines.slice(0, most);
    if (lines.length > most) shown[most - 1] = cut(shown[most - 1] ?? [], limit - widthOf(ellipsis), space);
    return fitted(
      shown.map((line, at) => textOf(line) + (at === most - 1 && lines.length > most ? ellipsis : "")),
      size,
    );
  }
  return fitted([], 0);
}

interface MeasuredPiece extends Piece {
  width: number;
}

function linesOf(pieces: readonly MeasuredPiece[], limit: number, space: number): MeasuredPiece[][] {
  const lines: MeasuredPiece[][] = [];
  let [used, gap] = [0, 0];
  for (const piece of pieces) {
    const line = lines.at(-1);
    if (line && used + gap + piece.width <= limit) {
      line.push(piece);
      used += gap + piece.width;
    } else {
      lines.push([piece]);
      used = piece.width;
    }
    gap = piece.hasSpace ? space : 0;
  }
  return lines;
}

/** Returns the same number of lines in the least width, so that no line has a single short word. */
function balanced(
  pieces: readonly MeasuredPiece[],
  limit: number,
  space: number,
  count: number,
): MeasuredPiece[][] {
  let [low, high] = [limit / 2, limit];
  for (let step = 0; step < 8; step += 1) {
    const middle = (low + high) / 2;
    const isWhole =
      linesOf(pieces, middle, space).length <= count && pieces.every(({ width }) => width <= middle);
    if (isWhole) high = middle;
    else low = middle;
  }
  return linesOf(pieces, high, space);
}

/** Returns as many pieces as have room, at least one. */
function cut(line: readonly MeasuredPiece[], limit: number, space: number): MeasuredPiece[] {
  return linesOf(line, limit, space)[0] ?? [];
}

const textOf = (line: readonly Piece[]): string =>
  line
    .map(({ text, hasSpace }) => (hasSpace ? `${text} ` : text))
    .join("")
    .trim();
