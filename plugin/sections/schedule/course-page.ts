import type { Site } from "../../options/site.js";
import { jsonLd } from "../../utils/json-ld.js";
import type { Entry } from "../section.js";
import type { Sections } from "../sections.js";

/** What the page of a course shows in addition to its text. */
interface CoursePage {
  /** The course, with its `schedule`. */
  entry: Entry;
  /** JSON-LD that is safe in a script; empty if the URL of the site is not known. */
  structuredData: string;
}

/** Returns the course whose page a file is; undefined for another file, and for a course without a schedule. */
export function coursePage(inputPath: string, sections: Sections, site: Site): CoursePage | undefined {
  if (sections.ofPage(inputPath) !== "teaching") return undefined;
  const section = sections.of(site).find("teaching");
  const entry = section?.ofFile(inputPath);
  if (!section || !(entry as { schedule?: object } | undefined)?.schedule || !entry) return undefined;
  const node = section.nodeOf(entry);
  return { entry, structuredData: site.url && node ? jsonLd(node) : "" };
}
