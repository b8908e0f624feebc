import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** The bytes at the end of a complete file, by its first bytes. */
const ends: readonly [start: string, end: string][] = [
  ["89504e470d0a1a0a", "49454e44ae426082"], // PNG: the chunk IEND
  ["ffd8ff", "ffd9"], // JPEG: end of image
  ["47494638", "3b"], // GIF: trailer
];

/**
 * Returns whether an image file is complete: not empty, and not the start of one that was not written to its end. A file of
 * another format than PNG, JPEG, GIF, WebP and AVIF is complete if it has 16 bytes or more.
 *
 * @returns `false` if there is no such file.
 */
export function isWholeImage(file: string): boolean {
  let handle: number;
  try {
    handle = openSync(file, "r");
  } catch {
    return false;
  }
  try {
    const { size } = fstatSync(handle);
    const read = (position: number, length: number): Buffer => {
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, readSync(handle, bytes, 0, length, Math.max(position, 0)));
    };
    const head = read(0, 16);
    if (head.every((byte) => byte === 0)) return false;
    // https://developers.google.com/speed/webp/docs/riff_container#webp_file_header
    if (head.toString("latin1", 0, 4) === "RIFF") return head.length >= 8 && head.readUInt32LE(4) + 8 <= size;
    if (head.toString("latin1", 4, 8) === "ftyp") return boxesEnd(read, size);
    const known = ends.find(([start]) => head.toString("hex").startsWith(start));
    if (!known) return size >= 16;
    const [, end] = known;
    return read(size - end.length / 2, end.length / 2).toString("hex") === end;
  } finally {
    closeSync(handle);
  }
}

/** Returns whether the boxes of an AVIF file end where the file does. */
function boxesEnd(read: (position: number, length: number) => Buffer, size: number): boolean {
  let position = 0;
  while (position + 8 <= size) {
    const header = read(position, 16);
    const short = header.readUInt32BE(0);
    // 0: to the end of the file; 1: 64 bits follow.
    if (short === 0) return true;
    const length = short === 1 && header.length === 16 ? Number(header.readBigUInt64BE(8)) : short;
    if (length < 8) return false;
    position += length;
  }
  return position === size;
}
