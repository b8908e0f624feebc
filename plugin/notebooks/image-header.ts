/** The kind of an image file by its first bytes, and its size in pixels. */
export interface ImageHeader {
  extension: "png" | "jpg" | "gif" | "webp";
  width: number;
  height: number;
}

/** Returns what the first bytes of an image say; undefined if it is no PNG, JPEG, GIF or WebP. */
export function imageHeader(bytes: Buffer): ImageHeader | undefined {
  const start = bytes.toString("latin1", 0, 16);
  if (start.startsWith("\x89PNG\r\n\x1a\n") && bytes.length >= 24)
    return { extension: "png", width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  if (/^GIF8[79]a/.test(start) && bytes.length >= 10)
    return { extension: "gif", width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  if (start.startsWith("\xff\xd8\xff")) return sized("jpg", sizeOfJpeg(bytes));
  if (/^RIFF[\s\S]{4}WEBP/.test(start) && bytes.length >= 30) return sized("webp", sizeOfWebP(bytes));
  return undefined;
}

type Size = Pick<ImageHeader, "width" | "height">;

const sized = (extension: ImageHeader["extension"], size: Size | undefined): ImageHeader | undefined =>
  size && { extension, ...size };

/** Finds the start of the frame among the segments. @see https://www.w3.org/Graphics/JPEG/itu-t81.pdf */
function sizeOfJpeg(bytes: Buffer): Size | undefined {
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

/** @see https://developers.google.com/speed/webp/docs/riff_container */
function sizeOfWebP(bytes: Buffer): Size | undefined {
  switch (bytes.toString("latin1", 12, 16)) {
    case "VP8 ":
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    case "VP8L": {
      const bits = bytes.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    case "VP8X":
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    default:
      return undefined;
  }
}
