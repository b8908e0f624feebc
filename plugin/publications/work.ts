import type { DataFile } from "../utils/data-file.js";
import type { Report } from "../utils/report.js";
import type { Work } from "./work-types.js";

/**
 * Reads the works of a file in BibTeX or CSL-JSON, and loads the reader of its format.
 *
 * @param data - The data of a CSL-JSON file; undefined for a .bib file.
 */
export async function readWorks(file: string, data: DataFile | undefined, report: Report): Promise<Work[]> {
  if (!data) return (await import("./bibtex/works.js")).bibtexWorks(file, report);
  return (await import("./csl/works.js")).cslWorks(data, report);
}
