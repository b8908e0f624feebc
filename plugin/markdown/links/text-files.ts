import { readdirSync } from "node:fs";
import path from "node:path";
import type { EleventyConfig } from "../../eleventy/api.js";
import { lateCopies } from "../../eleventy/late-copies.js";
import { isWrittenLate } from "../../eleventy/late-files.js";
import { type FoundFile, findNamedFile } from "../../eleventy/named-files.js";
import {
  copiedLaterFrom,
  isFile,
  isPublished,
  mayBePublished,
  publishedAs,
  type SiteFile,
} from "../../eleventy/site-files.js";
import { suggestion } from "../../utils/errors.js";
import type { FileKind } from "../../utils/file-kinds.js";

/** Files that texts name, which are copied at the end of the build. */
export interface TextFiles {
  /** Returns whether the output has, or gets, a file at this path from the root, not encoded. */
  has(url: string): boolean;
  /**
   * Finds a file and publishes it.
   *
   * @param name - Its path from the folder of the text; with a slash at its start, from the input folder.
   * @param folder - The folder of the text.
   * @param isCopied - Whether it is copied, unless the site copies it itself.
   */
  publish(name: string, folder: string, kinds: readonly FileKind[], isCopied: boolean): FoundFile;
  /** Returns ` Did you mean "…"?` with the path of a file of nearly this name or place, or an empty text. */
  near(name: string, folder: string): string;
}

/**
 * Copies the files that texts name at the end of each build, and again when one changes while the site is served. What a
 * build before named stays, since an incremental build renders few texts.
 */
export function textFiles(eleventyConfig: EleventyConfig): TextFiles {
  const { input } = eleventyConfig.directories;
  const files = new Map<string, SiteFile>();
  // Before that of the copies, which runs in the same order.
  eleventyConfig.on("eleventy.after", () =>
    copies.set([...files.values()].filter(({ from }) => isFile(from))),
  );
  const copies = lateCopies(eleventyConfig);
  return {
    has(url) {
      const file = url.replace(/^\//, "");
      return (
        [file, path.posix.join(file, "index.html")].some(
          (each) => isPublished(eleventyConfig, each) || copiedLaterFrom(eleventyConfig, each) !== undefined,
        ) ||
        mayBePublished(eleventyConfig, file) ||
        isWrittenLate(eleventyConfig, url)
      );
    },
    publish(name, folder, kinds, isCopied) {
      const found = findNamedFile(eleventyConfig, requestOf(name, folder, input, kinds));
      if (!found.file) return found;
      const { from } = found.file;
      const published = publishedAs(eleventyConfig, from);
      if (published !== undefined) return { file: { from, to: published } };
      if (isCopied) files.set(found.file.to, found.file);
      return found;
    },
    near(name, folder) {
      const quoted = (file: string): string => ` Did you mean "${file}"?`;
      const target = name.startsWith("/") ? name.slice(1) : path.posix.join(folder, name);
      const shown = (file: string): string =>
        name.startsWith("/") ? `/${path.posix.relative(input, file)}` : path.posix.relative(folder, file);
      // The same path from a folder above, or from the root.
      for (let above = folder; !name.startsWith("/") && above !== path.posix.dirname(above); ) {
        above = path.posix.dirname(above);
        const file = path.posix.join(above, name.replace(/^(?:\.\.?\/)+/, ""));
        if (isFile(file) && !path.posix.relative(input, file).startsWith("..")) return quoted(shown(file));
      }
      const inFolder = path.posix.dirname(name.startsWith("/") ? path.posix.join(input, target) : target);
      if (path.posix.relative(input, inFolder).startsWith("..")) return "";
      const near = suggestion(path.posix.basename(target), filesIn(inFolder));
      const [, nearest] = /"(.*)"/.exec(near) ?? [];
      return nearest === undefined ? "" : quoted(shown(path.posix.join(inFolder, nearest)));
    },
  };
}

/** Returns what is looked for: a path from the root, or from the folder of the text, even if that leads up from there. */
function requestOf(name: string, folder: string, input: string, kinds: readonly FileKind[]) {
  if (name.startsWith("/")) return { name, kinds };
  const to = path.posix.relative(input, folder);
  return { name: path.posix.normalize(name), kinds, folders: [], beside: { folder, to, climbs: true } };
}

/** Returns the names of the files of a folder that are not hidden. */
function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory() && !/^[._]/.test(entry.name))
      .map(({ name }) => name);
  } catch {
    return [];
  }
}
