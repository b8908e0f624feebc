import { existsSync } from "node:fs";
import * as z from "zod";
import { type Coauthor, coauthor, orcid } from "../../options/coauthors.js";
import { readDataFile } from "../../utils/data-file.js";
import { IndigoError } from "../../utils/errors.js";
import { link, text } from "../../utils/schema-values.js";
import { validate } from "../../utils/validate.js";

/** al-folio's format: for each family name a list of persons, each with the forms of their given name and a URL. */
const alFolio = z.record(
  z.string(),
  z.array(z.looseObject({ firstname: z.array(text), url: link, orcid: orcid.optional() })),
);

/**
 * Reads the web sites of co-authors, in the theme's format (by name) or al-folio's.
 *
 * @param option - The option that names the file, and its place, for messages.
 * @returns URLs and ORCID iDs by name.
 * @throws IndigoError for a missing or malformed file, and for an invalid URL.
 * @see https://github.com/alshedivat/al-folio/blob/main/_data/coauthors.yml
 */
export function readCoauthors(file: string, option: string): Record<string, Coauthor> {
  if (!existsSync(file)) throw new IndigoError(`${option} names a file that does not exist: "${file}".`);
  const { value, place } = readDataFile(file);
  const subject = { noun: "entry", place };
  const isAlFolio = Object.values(value ?? {}).some(Array.isArray);
  if (!isAlFolio) return validate(z.record(z.string(), coauthor), value ?? {}, subject);
  const people = validate(alFolio, value, subject);
  return Object.fromEntries(
    Object.entries(people).flatMap(([family, persons]) =>
      persons.flatMap(({ firstname, url, orcid: id }) =>
        firstname.map((name) => [`${family}, ${name}`, { url, orcid: id }]),
      ),
    ),
  );
}
