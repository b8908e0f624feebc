import { type DataFile, readData } from "./data-file.js";
import { IndigoError } from "./errors.js";
import { readText } from "./read-text.js";

/** The front matter of one file, without data from elsewhere. */
export interface FrontMatter extends DataFile {
  /** Whether the file has text after its front matter. */
  hasText: boolean;
}

/**
 * Reads the front matter of a file, in YAML or JSON, with the line numbers of its values.
 *
 * @throws IndigoError with file and line if it is malformed or in another language.
 */
export function readFrontMatter(file: string): FrontMatter {
  const source = readText(file);
  const match = /^---[ \t]*(\w*)[ \t]*\r?\n(.*?)^---[ \t]*$/ms.exec(source);
  if (!match) return { value: undefined, place: () => file, hasText: source.trim() !== "" };
  const [whole, language = "", data = ""] = match;
  if (language && !/^(ya?ml|json)$/.test(language)) {
    throw new IndigoError(`${file} must have its front matter in YAML, but it is in ${language}.`);
  }
  return { ...readData(data, file, 1), hasText: source.slice(whole.length).trim() !== "" };
}
