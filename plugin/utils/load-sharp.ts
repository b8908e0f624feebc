type Sharp = typeof import("sharp")["default"];

/** Font files of the site, and whether each was added to those of the system. */
const fonts = new Map<string, boolean>();
let adding = Promise.resolve();

/**
 * Adds font files to those of the system, for text in SVG, when sharp is loaded. They must be added before an SVG is read:
 * each thread keeps the fonts that it knew then.
 *
 * @param files - Paths of TrueType or OpenType files.
 */
export function addFontFiles(files: readonly string[]): void {
  for (const file of files) if (!fonts.has(file)) fonts.set(file, false);
}

async function addTo(sharp: Sharp): Promise<void> {
  for (const [file, isAdded] of fonts) {
    if (isAdded) continue;
    fonts.set(file, true);
    await sharp({ text: { text: "x", fontfile: file } })
      .raw()
      .toBuffer();
  }
}

/**
 * Loads sharp at first use, since that is slow. Its cache is off: it knows images by the name of their file, so that a served
 * site would show the old image of a file that was replaced. A file name, unlike bytes, lets an SVG show images next to it.
 */
export async function loadSharp(): Promise<Sharp> {
  const { default: sharp } = await import("sharp");
  sharp.cache(false);
  adding = adding.then(() => addTo(sharp));
  await adding;
  return sharp;
}
