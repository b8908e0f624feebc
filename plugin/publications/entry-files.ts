import path from "node:path";
import type { EleventyConfig } from "../eleventy/api.js";
import { type FoundFile, findNamedFile } from "../eleventy/named-files.js";
import { decodePath } from "../utils/urls.js";
import { type FieldName, type PublicationField, publicationFields } from "./fields.js";

/** The folders in which al-folio and similar themes keep the files that entries name. */
const usualFolders = ["", "assets/pdf", "assets"];

/**
 * Finds a file that a field of an entry names: in the folders of the field, in the input folder and its `assets/pdf/` or
 * `assets/`, or in the folder of the bibliography.
 */
export function findFile(
  eleventyConfig: EleventyConfig,
  field: FieldName,
  value: string,
  bibliography: string,
): FoundFile {
  const { folders = usualFolders, files = [] }: PublicationField = publicationFields[field];
  return findNamedFile(eleventyConfig, {
    name: decodePath(value),
    kinds: files,
    folders,
    // The folder of a bibliography is often not part of the output: `_data`, `_bibliography`.
    beside: { folder: path.posix.dirname(bibliography), to: "assets/pdf" },
  });
}
