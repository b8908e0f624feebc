import { isRecord } from "../../utils/records.js";

type Values = Record<string, unknown>;

/** A group of named values in a JSON Resume, and where it stands. */
export interface ResumePart {
  path: PropertyKey[];
  values: Values;
}

/** The names under which the standard has dates. */
export const dateFields: ReadonlySet<string> = new Set(["startDate", "endDate", "date", "releaseDate"]);

/** The lists of a résumé, in the order in which the standard has them. */
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

/** Every entry of a résumé, with its basics and profiles, whatever else may be wrong in it. */
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
