import { existsSync } from "node:fs";
import type { EleventyConfig } from "../eleventy/api.js";
import { IndigoError } from "../utils/errors.js";
import type { Report } from "../utils/report.js";
import { readEntries } from "./entries.js";
import { withLinks } from "./entry-links.js";
import { type Publication, publication } from "./publication.js";
import { publicationFiles } from "./read.js";

/** Works by their ids, and what is wrong in their files. */
export interface CitedWorks {
  byId: Map<string, Publication>;
  warnings: string[];
}

/**
 * Reads works that texts cite, and that are not the site's publications. They get no pages, and files that they name are not
 * copied.
 *
 * @param files - Files in any of the formats of `bibliography`.
 * @param namedBy - The option or field that names them, for messages: `option "references" in eleventy.config.js`.
 * @throws IndigoError for a file that does not exist or can't be read at all.
 */
export async function readCitedWorks(
  eleventyConfig: EleventyConfig,
  files: readonly string[],
  namedBy: string,
): Promise<CitedWorks> {
  const places = publicationFiles(eleventyConfig, { bibliography: [...files] });
  const missing = places.find((file) => !existsSync(file));
  if (missing !== undefined)
    throw new IndigoError(`${namedBy} names a file that does not exist: "${missing}".`);
  const report: Report = { problems: [], hints: [] };
  const byId = new Map<string, Publication>();
  for (const entry of await readEntries(places, report)) {
    // Messages about files that only a page of the work would link are left out.
    const quiet: Report = { problems: [], hints: [] };
    byId.set(entry.facts.id, publication(withLinks(eleventyConfig, entry, [], undefined, quiet)));
  }
  return { byId, warnings: [...new Set([...report.hints, ...report.problems])] };
}
