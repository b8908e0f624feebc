import { existsSync, statSync } from "node:fs";
import path from "node:path";
import type { EleventyConfig } from "../eleventy/api.js";
import { configFileName } from "../utils/config-file-name.js";
import { alternatives, IndigoError } from "../utils/errors.js";
import type { SectionSource } from "./section.js";

/** Every place where the data of a section may be, in the order in which the theme looks. */
export function placesOf({ directories }: EleventyConfig, name: string, given: string | true): string[] {
  const { input, data } = directories;
  if (given !== true) {
    return [
      ...new Set([path.posix.join(input, given), path.posix.normalize(given), path.posix.join(data, given)]),
    ];
  }
  const folders = [...new Set([input, data])];
  // What JSON Resume's own tools call a CV.
  const names = name === "cv" ? ["cv", "resume"] : [name];
  const files = names.flatMap((each) => ["yaml", "yml", "json"].map((extension) => `${each}.${extension}`));
  return [
    ...folders.flatMap((folder) => files.map((file) => path.posix.join(folder, file))),
    path.posix.join(input, `${name}/`),
  ];
}

/**
 * Finds the file or folder of a section.
 *
 * @throws IndigoError that says where it looked, or that a folder is none whose files are pages.
 */
export function locate(eleventyConfig: EleventyConfig, name: string, given: string | true): SectionSource {
  const option = `option "sections.${name}" in ${configFileName()}`;
  const places = placesOf(eleventyConfig, name, given);
  const place = places.find(
    (each) => existsSync(each) && (given !== true || isFolder(each) === each.endsWith("/")),
  );
  if (place === undefined) {
    throw new IndigoError(
      given === true
        ? `${option} needs a file or folder of ${name}: there is no ${alternatives(places)}.`
        : `${option} names a file or folder that does not exist: "${given}" (looked for ${alternatives(places)}).`,
    );
  }
  if (!isFolder(place)) return { path: place, isFolder: false };
  const { input } = eleventyConfig.directories;
  if (path.posix.relative(input, place).startsWith("..")) {
    throw new IndigoError(
      `${option} names a folder outside of the input folder ${path.posix.normalize(input)}, so that its files are no pages: "${given}".`,
    );
  }
  return { path: place.replace(/\/+$/, ""), isFolder: true };
}

const isFolder = (place: string): boolean => statSync(place).isDirectory();
