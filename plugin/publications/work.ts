import type { DataFile } from "../utils/data-file.js";
import type { Report } from "../utils/report.js";
import type { Work } from "./work-types.js";

/** Reads the works of a .bib file, or of a file in CSL-JSON that is read already. */
export async function readWorks(file: string, data: DataFile | undefined, report: Report): Promise<Work[]> {
  if (!data) return (await import("./bibtex/works.js")).bibtexWorks(file, report);
  return (await import("./csl/works.js")).cslWorks(data, report);
}
