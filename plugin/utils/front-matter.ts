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
  const start = /^---[ \t]*(\w*)[ \t]*\r?\n/.exec(source);
  const rest = source.slice(start?.[0].length);
  const end = /^---[ \t]*$/m.exec(rest);
  if (!start || !end) return { value: undefined, place: () => file, hasText: source.trim() !== "" };
  const [, language = ""] = start;
  if (language && !/^(ya?ml|json)$/.test(language)) {
    throw new IndigoError(`${file} must have its front matter in YAML, but it is in ${language}.`);
  }
  const text = rest.slice(end.index + end[0].length);
  return { ...readData(rest.slice(0, end.index), file, 1), hasText: text.trim() !== "" };
}
