/**
 * Loads sharp at first use, since that is slow. Its cache is off: it knows images by the name of their file, so that a served
 * site would show the old image of a file that was replaced. A file name, unlike bytes, lets an SVG show images next to it.
 */
export async function loadSharp(): Promise<typeof import("sharp")["default"]> {
  const { default: sharp } = await import("sharp");
  sharp.cache(false);
  return sharp;
}
