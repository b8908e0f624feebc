/**
 * Returns a page without the image of its shared link.
 *
 * @param image - Full URL of the image.
 * @param fallback - Full URL of the image in its place.
 */
export function withoutImage(html: string, image: string, fallback: string | undefined): string {
  const plain = html
    .replaceAll(/<meta (?:property|name)="(?:og|twitter):image:[^>]*>\n?/g, "")
    .replace('content="summary_large_image"', 'content="summary"');
  if (fallback !== undefined) return plain.replaceAll(image, fallback);
  return plain
    .replaceAll(/<meta (?:property="og|name="twitter):image"[^>]*>\n?/g, (tag) =>
      tag.includes(image) ? "" : tag,
    )
    .replaceAll(`"image":${JSON.stringify(image)},`, "");
}
