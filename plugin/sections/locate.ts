import { existsSync, statSync } from "node:fs";
import path from "node:path";
import type { EleventyConfig } from "../eleventy/api.js";
import { configFileName } from "../utils/config-file-name.js";
import { alternatives, IndigoError } from "../utils/errors.js";
import { markdownIn } from "./read-entries.js";
import type { SectionSource } from "./section.js";

/** Returns the names of the data files of a section. */
function dataFilesOf(name: string): string[] {
  // JSON Resume's own tools name the file "resume".
  const names = name === "cv" ? ["cv", "resume"] : [name];
  return names.flatMap((each) => ["yaml", "yml", "json"].map((extension) => `${each}.${extension}`));
}

/** Returns the paths at which the data of a section may be, in the order in which the theme looks. */
export function placesOf({ directories }: EleventyConfig, name: string, option: string | true): string[] {
  const { input, data } = directories;
  if (option !== true) {
    return [
      ...new Set([
        path.posix.join(input, option),
        path.posix.normalize(option),
        path.posix.join(data, option),
      ]),
    ];
  }
  const folders = [...new Set([input, data])];
  return [
    ...folders.flatMap((folder) => dataFilesOf(name).map((file) => path.posix.join(folder, file))),
    path.posix.join(input, `${name}/`),
  ];
}

/**
 * Returns the paths at which the data of a section in an additional language may be: those of the main language, within the
 * folder of the language in the input folder or the data folder.
 */
export function placesIn(
  { directories: { input, data } }: EleventyConfig,
  name: string,
  option: string | true,
  language: string,
): string[] {
  const folders = [...new Set([language.toLowerCase(), language])].flatMap((tag) =>
    [...new Set([input, data])].map((folder) => path.posix.join(folder, tag)),
  );
  if (option !== true) return folders.map((folder) => path.posix.join(folder, option));
  return folders.flatMap((folder) => [
    ...dataFilesOf(name).map((file) => path.posix.join(folder, file)),
    path.posix.join(folder, `${name}/`),
  ]);
}

/**
 * Finds the file or folder of a section in an additional language; undefined if it has none of its own. A folder counts if it
 * is in the input folder and has entries, since it may be that of the section's page.
 */
export function locateIn(
  eleventyConfig: EleventyConfig,
  name: string,
  option: string | true,
  language: string,
): SectionSource | undefined {
  const { input } = eleventyConfig.directories;
  const isEntries = (place: string): boolean =>
    !path.posix.relative(input, place).startsWith("..") && markdownIn(place).length > 0;
  const found = placesIn(eleventyConfig, name, option, language).find(
    (place) => existsSync(place) && (isFolder(place) ? isEntries(place) : !place.endsWith("/")),
  );
  if (found === undefined) return undefined;
  return { path: found.replace(/\/+$/, ""), isFolder: isFolder(found) };
}

/**
 * Finds the file or folder of a section.
 *
 * @param option - The value of the section's option: a path, or `true` for the default files and folder.
 * @throws IndigoError if there is none, with the paths tried, and for a folder outside the input folder.
 */
export function locate(eleventyConfig: EleventyConfig, name: string, option: string | true): SectionSource {
  const optionInFile = `option "sections.${name}" in ${configFileName()}`;
  const places = placesOf(eleventyConfig, name, option);
  const place = places.find(
    (each) => existsSync(each) && (option !== true || isFolder(each) === each.endsWith("/")),
  );
  if (place === undefined) {
    throw new IndigoError(
      option === true
        ? `${optionInFile} needs a file or folder of ${name}: there is no ${alternatives(places)}.`
        : `${optionInFile} names a file or folder that does not exist: "${option}" (looked for ${alternatives(places)}).`,
    );
  }
  if (!isFolder(place)) return { path: place, isFolder: false };
  const { input } = eleventyConfig.directories;
  if (path.posix.relative(input, place).startsWith("..")) {
    throw new IndigoError(
      `${optionInFile} names a folder outside the input folder ${path.posix.normalize(input)}, whose files are no pages: "${option}".`,
    );
  }
  return { path: place.replace(/\/+$/, ""), isFolder: true };
}

const isFolder = (place: string): boolean => statSync(place).isDirectory();
