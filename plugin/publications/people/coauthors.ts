import { existsSync } from "node:fs";
import * as z from "zod";
import { readDataFile } from "../../utils/data-file.js";
import { IndigoError } from "../../utils/errors.js";
import { link, text } from "../../utils/schema-values.js";
import { validate } from "../../utils/validate.js";

/** al-folio's form: a family name, and for each person of it the given names that are theirs. */
const alFolio = z.record(z.string(), z.array(z.looseObject({ firstname: z.array(text), url: link })));

/**
 * Reads where co-authors are at home on the web.
 *
 * @param option - The option that names the file, and its place, for messages.
 * @returns Addresses by name.
 * @throws IndigoError for a file that is not there or malformed, and for an address that is none.
 * @see https://github.com/alshedivat/al-folio/blob/main/_data/coauthors.yml
 */
export function readCoauthors(file: string, option: string): Record<string, string> {
  if (!existsSync(file)) throw new IndigoError(`${option} names a file that does not exist: "${file}".`);
  const { value, place } = readDataFile(file);
  const subject = { noun: "entry", place };
  const isAlFolios = Object.values(value ?? {}).some(Array.isArray);
  if (!isAlFolios) return validate(z.record(z.string(), link), value ?? {}, subject);
  const people = validate(alFolio, value, subject);
  return Object.fromEntries(
    Object.entries(people).flatMap(([family, persons]) =>
      persons.flatMap(({ firstname, url }) => firstname.map((given) => [`${family}, ${given}`, url])),
    ),
  );
}
