import { type DataFile, readData } from "./data-file.js";
import { IndigoError } from "./errors.js";
import { readText } from "./read-text.js";

/** The front matter that a file has itself, and whether text follows. */
export interface FrontMatter extends DataFile {
  hasText: boolean;
}

/**
 * Reads the front matter of a file, in YAML or JSON, with the lines that its values stand in.
 *
 * @throws IndigoError with file and line where it is malformed or in another language.
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
