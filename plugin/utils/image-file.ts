import { readFileSync } from "node:fs";

/** The number of pixels up to which sharp reads an image, against images that would fill the memory. */
const maxPixels = 0x3fff ** 2;

/**
 * Returns why an image can't be resized, for messages: `photo.jpg is damaged: convert it again.` Undefined if it can.
 *
 * @param file - Path of the image. Its bytes are read, since sharp remembers files by their names.
 */
export async function imageProblem(file: string): Promise<string | undefined> {
  const { default: sharp } = await import("sharp");
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return `${file} can't be read (${(error as NodeJS.ErrnoException).code}).`;
  }
  if (bytes.length === 0) return `${file} is empty.`;
  try {
    const { width = 0, height = 0 } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > maxPixels) {
      return `${file} has ${width} × ${height} pixels, more than the ${maxPixels} that can be resized. Make it smaller.`;
    }
  } catch {
    return `${file} can't be read as an image: it is damaged or in an unsupported format. Convert it to PNG or SVG.`;
  }
  try {
    await sharp(bytes).resize(1, 1).raw().toBuffer();
    return undefined;
  } catch {
    return `${file} is damaged: its start can be read, but not all of it. Save it again.`;
  }
}
