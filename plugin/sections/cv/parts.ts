import { isRecord } from "../../utils/records.js";

type Values = Record<string, unknown>;

/** An object in a JSON Resume and its path: an entry, the basics, or a profile. */
export interface ResumePart {
  path: PropertyKey[];
  values: Values;
}

/** The names of date fields in the standard. */
export const dateFields: ReadonlySet<string> = new Set(["startDate", "endDate", "date", "releaseDate"]);

/** The lists of a résumé, in the order of the standard. */
export const resumeLists = [
  "work",
  "volunteer",
  "education",
  "awards",
  "certificates",
  "publications",
  "skills",
  "languages",
  "interests",
  "references",
  "projects",
] as const;

/** Returns every entry of a résumé, its basics and its profiles. Takes invalid résumés too, of which it skips other types. */
export function resumeParts(resume: unknown): ResumePart[] {
  if (!isRecord(resume)) return [];
  const entries = resumeLists.flatMap((name) => {
    const list = resume[name];
    return Array.isArray(list) ? list.flatMap((entry, index) => partsOf(entry, [name, index])) : [];
  });
  return [...partsOf(resume.basics, ["basics"]), ...profilesOf(resume.basics), ...entries];
}

const partsOf = (value: unknown, path: PropertyKey[]): ResumePart[] =>
  isRecord(value) ? [{ path, values: value }] : [];

function profilesOf(basics: unknown): ResumePart[] {
  const profiles = isRecord(basics) ? basics.profiles : undefined;
  return Array.isArray(profiles)
    ? profiles.flatMap((profile, index) => partsOf(profile, ["basics", "profiles", index]))
    : [];
}
