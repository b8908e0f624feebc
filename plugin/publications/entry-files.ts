import { existsSync, statSync } from "node:fs";
import path from "node:path";
import type { EleventyConfig } from "../eleventy/api.js";
import type { SiteFile } from "../eleventy/site-files.js";
import { file as fileSchema } from "../utils/schema-values.js";
import { decodePath } from "../utils/urls.js";
import { type FieldName, type PublicationField, publicationFields } from "./fields.js";

/** The folders in which al-folio and similar themes keep the files that entries name. */
const usualFolders = ["", "assets/pdf", "assets"];

/**
 * Finds a file that a field of an entry names: in the input folder and its `assets/pdf/` or `assets/`, in the same folders
 * of the project, or in the folder of the bibliography.
 *
 * @returns Undefined if there is no such file, and for a URL.
 */
export function findFile(
  { directories }: EleventyConfig,
  field: FieldName,
  value: string,
  bibliography: string,
): SiteFile | undefined {
  const name = decodePath(value).replace(/^\//, "");
  if (!fileSchema.safeParse(name).success) return undefined;
  const { folders = usualFolders }: PublicationField = publicationFields[field];
  const places = folders.flatMap((folder) =>
    [directories.input, "./"].map((root) => ({
      from: path.posix.join(root, folder, name),
      to: path.posix.join(folder, name),
    })),
  );
  // The folder of a bibliography is often not part of the output: `_data`, `_bibliography`.
  places.push({
    from: path.posix.join(path.posix.dirname(bibliography), name),
    to: path.posix.join("assets/pdf", name),
  });
  return places.find(({ from }) => existsSync(from) && statSync(from).isFile());
}
