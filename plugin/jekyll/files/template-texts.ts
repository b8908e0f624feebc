import path from "node:path";
import type { EleventyConfig } from "../../eleventy/api.js";
import { readText } from "../../utils/read-text.js";
import { isInsideReally } from "../../utils/real-path.js";
import { regularFiles } from "./regular-files.js";

/** Returns the texts of a site's layouts and includes, by their paths: `_layouts/post.html`. */
export function templateTexts({ directories }: EleventyConfig): Map<string, string> {
  const { input, includes, layouts } = directories;
  const folders = [
    [layouts ?? path.posix.join(input, "_layouts"), "_layouts"],
    [includes, "_includes"],
  ] as const;
  return new Map(
    folders.flatMap(([folder, name]) =>
      regularFiles(folder, () => false)
        .filter((file) => /\.(html|md|liquid)$/.test(file) && isInsideReally(input, path.join(folder, file)))
        .map((file) => [`${name}/${file}`, readText(path.join(folder, file))] as const),
    ),
  );
}
