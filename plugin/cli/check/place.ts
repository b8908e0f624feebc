/** A file with an extension, and maybe a line: `posts/a.md:12`. */
const place =
  /(?<=^|[\s(])((?:[\p{L}\p{M}\p{N}_@.-]+\/)*[\p{L}\p{M}\p{N}_@-][\p{L}\p{M}\p{N}_@.-]*\.([a-z][a-z\d]+))(?::(\d+))?(?=[\s,.;:)]|$)/giu;

/**
 * Returns the first file that a message of the build names, with its line.
 *
 * @param extensions - The extensions of such files, without a dot. Default: any.
 */
export function placeIn(
  message: string,
  extensions?: readonly string[],
): { file?: string | undefined; line?: number | undefined } {
  for (const [, file, extension = "", line] of message.matchAll(place))
    if (!extensions || extensions.includes(extension)) return { file, line: line ? Number(line) : undefined };
  return {};
}
