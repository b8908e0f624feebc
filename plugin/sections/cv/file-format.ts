import type { CvGroup, CvLanguage } from "./groups.js";
import type { CvHeader, CvHeaderSite } from "./header.js";
import type { Resume } from "./schema.js";

/** The file of a CV, in any format. */
export interface CvFile {
  /** The names of its groups, in the order of its format. */
  names: readonly string[];
  /** Their headings, if the file itself has them. */
  labels?: readonly string[];
  /** The image that it names, and its field for messages. */
  image: { name: string; where: string } | undefined;
  /** Its person, work and education, for structured data. */
  resume: Resume;
  /** Returns the text of its Markdown in one line, without marks. */
  plain(text: string): string;
  /** Returns its groups in a language. */
  groups(language: CvLanguage): CvGroup[];
  header(site: CvHeaderSite): CvHeader;
}
