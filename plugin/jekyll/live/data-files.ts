import { type Dirent, readdirSync } from "node:fs";
import path from "node:path";
import { IndigoError, templateName } from "../../utils/errors.js";
import { readText } from "../../utils/read-text.js";
import { isReadable } from "../files/index.js";
import { parseCsv } from "../read/index.js";
import { readRubyYaml } from "../yaml/index.js";

/** A value of `site.data`: that of a file, or of a folder by the names in it. */
type Data = Record<string, unknown>;

/**
 * Reads the data files of a Jekyll site: YAML, JSON, CSV and TSV, in folders of any depth. Symbolic links are not followed.
 *
 * @param folder - The data folder.
 * @returns Name without extension to value. Empty if there is no folder.
 * @throws IndigoError for a file that can't be parsed: Jekyll stops as well.
 * @see https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/readers/data_reader.rb
 */
export function readSiteData(folder: string): Data {
  // Without a prototype, since a file may have the name `constructor`.
  const data: Data = Object.create(null);
  const entries = entriesOf(folder);
  for (const extension of ["yaml", "yml", "json", "csv", "tsv"]) {
    for (const { name } of entries.filter(
      (entry) => entry.isFile() && entry.name.endsWith(`.${extension}`),
    )) {
      const file = path.join(folder, name);
      if (!isReadable(file) || name.startsWith(".")) continue;
      data[dataName(name.slice(0, -extension.length - 1))] = contentOf(file, extension);
    }
  }
  for (const entry of entries) {
    if (entry.isDirectory() && !entry.name.startsWith("."))
      data[dataName(entry.name)] = readSiteData(path.join(folder, entry.name));
  }
  return data;
}

function contentOf(file: string, extension: string): unknown {
  const text = readText(file);
  const shown = templateName(file);
  if (extension === "csv" || extension === "tsv") {
    const rows = parseCsv(text, extension === "csv" ? "," : "\t");
    if (typeof rows === "string")
      throw new IndigoError(`${shown} is not valid ${extension.toUpperCase()}: ${rows}.`);
    return rows;
  }
  return readRubyYaml(text, shown).exact ?? null;
}

/** Returns the name of a file or folder in `site.data`. */
const dataName = (name: string): string =>
  name.replaceAll(/[^\p{L}\p{M}\p{N}_\s-]+|(?<=^|\b\s)\s+(?=$|\s?\b)/gu, "").replaceAll(/\s+/g, "_");

function entriesOf(folder: string): Dirent[] {
  return isReadable(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
}
