import { accessSync, constants, lstatSync, readdirSync, type Stats, statSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import type { EleventyConfig } from "../../eleventy/api.js";
import { onBuildStart } from "../../eleventy/build-start.js";
import { copyIfChanged } from "../../eleventy/late-copies.js";
import type { SiteFile } from "../../eleventy/site-files.js";
import { warnerOnce } from "../../eleventy/warnings.js";
import { IndigoError } from "../../utils/errors.js";
import { realPathInside } from "../../utils/real-path.js";
import { systemReason } from "../../utils/system-errors.js";

/** What a folder has besides regular files and folders. Paths are relative to it, with slashes. */
export interface UnusualFiles {
  /** Symbolic links to files and folders inside. */
  links: string[];
  /** Regular files to copy one by one: those that these links lead to, by their paths through the links, and those in {@link partly}. */
  linked: string[];
  /** Top folders with a folder in them that can't be read, so that Eleventy can't copy them as a whole. */
  partly: string[];
  /** What is left out, and the reason. */
  leftOut: { file: string; why: string }[];
}

/**
 * The most folders that symbolic links may lead to. Eleventy follows each link, so that few links from folder to folder can
 * lead to millions.
 */
const maxLinkedFolders = 1000;

/** Returns the kind of a file itself, or that of the target of a symbolic link; undefined if there is none. */
export function statOf(file: string, read: (file: string) => Stats = statSync): Stats | undefined {
  try {
    return read(file);
  } catch (error) {
    if (systemReason(error) === undefined) throw error;
    return undefined;
  }
}

/**
 * Finds symbolic links, named pipes and the like in a folder. A link that leads out of it, or to a hidden file, is left out,
 * so that nothing private is published; so is a link without end.
 *
 * @param isSkipped - Returns whether a file or folder is not part of the site.
 * @throws IndigoError for links to more than {@link maxLinkedFolders} folders.
 */
export function unusualFiles(root: string, isSkipped: (file: string) => boolean): UnusualFiles {
  const found: UnusualFiles = { links: [], linked: [], partly: [], leftOut: [] };
  const regular: string[] = [];
  const leaveOut = (file: string, why: string): void => {
    found.leftOut.push({ file, why });
  };
  let linkedFolders = 0;
  const visitFolder = (folder: string, isLinked: boolean, above: readonly string[]): void => {
    const real = realPathInside(root, path.join(root, folder)) ?? folder;
    if (above.includes(real)) {
      leaveOut(folder, "it is a symbolic link to a folder around it");
      return;
    }
    if (isLinked) linkedFolders += 1;
    if (linkedFolders > maxLinkedFolders) {
      throw new IndigoError(
        `symbolic links lead to more than ${maxLinkedFolders.toLocaleString("en-US")} folders, such as ${folder}: remove links between folders that have links themselves.`,
      );
    }
    let names: string[] = [];
    try {
      names = readdirSync(path.join(root, folder));
    } catch (error) {
      leaveOut(folder, `it can't be read: ${systemReason(error)}`);
      found.partly.push(topOf(folder));
    }
    for (const name of names.sort()) {
      const file = path.posix.join(folder, name);
      if (!isSkipped(file)) visit(file, isLinked, [...above, real]);
    }
  };
  const visit = (file: string, isLinked: boolean, above: readonly string[]): void => {
    const full = path.join(root, file);
    const isLink = statOf(full, lstatSync)?.isSymbolicLink() === true;
    const stat = statOf(full);
    const real = realPathInside(root, full);
    if (isLink && !stat) leaveOut(file, "it is a broken symbolic link");
    else if (isLink && real === undefined) leaveOut(file, "it is a symbolic link out of the site");
    else if (isLink && isHidden(real ?? "")) leaveOut(file, "it is a symbolic link to a hidden file");
    else if (stat?.isDirectory()) {
      if (isLink) found.links.push(file);
      visitFolder(file, isLinked || isLink, above);
    } else if (!stat?.isFile()) leaveOut(file, "it is neither a file nor a folder");
    else if (!isReadable(full)) leaveOut(file, "it can't be read: you have no permission");
    else {
      if (!isLink && !isLinked) regular.push(file);
      if (isLink) found.links.push(file);
      if (isLink || isLinked) found.linked.push(file);
    }
  };
  visitFolder("", false, []);
  found.linked.push(...regular.filter((file) => found.partly.includes(topOf(file))));
  return found;
}

const topOf = (file: string): string => file.split("/")[0] ?? file;

/** Returns whether a file exists and may be read. */
export function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

const isHidden = (file: string): boolean =>
  file.split("/").some((part) => part.startsWith(".") || part.toLowerCase() === "node_modules");

/**
 * Publishes the files that symbolic links in the input folder lead to, and keeps Eleventy from following the links that lead
 * out. Warns of what is left out.
 *
 * @returns What is found when the build starts.
 * @param isSkipped - Returns whether a file or folder is not part of the site.
 * @param isCopied - Returns whether a file is copied rather than built.
 */
export function addLinks(
  eleventyConfig: EleventyConfig,
  isSkipped: (file: string) => boolean,
  isCopied: (file: string) => boolean,
): UnusualFiles {
  const { input } = eleventyConfig.directories;
  const warn = warnerOnce(eleventyConfig);
  const atStart = unusualFiles(input, isSkipped);
  for (const { file } of atStart.leftOut) {
    const pattern = path.posix.join(input, file).replaceAll(globCharacters, "?");
    eleventyConfig.ignores.add(pattern).add(`${pattern}/**`);
    hideLayout(eleventyConfig, file);
  }
  let current = atStart;
  onBuildStart(eleventyConfig, () => {
    current = unusualFiles(input, isSkipped);
    for (const { file, why } of current.leftOut) warn(`${file} is left out: ${why}.`);
  });
  eleventyConfig.on("eleventy.after", async ({ outputMode }) => {
    if (outputMode !== "fs") return;
    const { output } = eleventyConfig.directories;
    // Earlier versions copied the links themselves.
    for (const file of current.links) {
      const old = path.join(output, file);
      if (statOf(old, lstatSync)?.isSymbolicLink()) await rm(old);
    }
    const files: SiteFile[] = current.linked
      .filter(isCopied)
      .map((file) => ({ from: path.join(input, file), to: file }));
    await Promise.all(files.map(({ from, to }) => copyIfChanged(from, path.join(output, to))));
  });
  return atStart;
}

/** Characters with a meaning in globs. */
export const globCharacters = /[*?{}()[\]!+@|\\]/g;

/** Puts a layout that shows the content alone in place of one that is left out. Eleventy prefers it to the file. */
function hideLayout(eleventyConfig: EleventyConfig, file: string): void {
  const { input, includes, layouts } = eleventyConfig.directories;
  const full = path.posix.join(input, file);
  const isLayout = [includes, layouts].some(
    (folder) => folder && full.startsWith(path.posix.join(folder, "/")),
  );
  if (isLayout && /\.(html|md|liquid|njk)$/.test(file)) eleventyConfig.addTemplate(file, "{{ content }}", {});
}
