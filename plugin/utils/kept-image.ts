import { readFile } from "node:fs/promises";
import { writeAtomically } from "./atomic-write.js";
import { isWholeImage } from "./whole-image.js";

/**
 * Returns an image of an earlier build, or makes it and keeps it for the next one.
 *
 * @param file - Where it is kept, by a name that contains a hash of what it shows; undefined to keep nothing.
 */
export async function keptImage(file: string | undefined, make: () => Promise<Buffer>): Promise<Buffer> {
  if (file && isWholeImage(file)) return readFile(file);
  const image = await make();
  // Without the file, the next build takes longer, and nothing else.
  if (file) await writeAtomically(file, image).catch(() => {});
  return image;
}
