import { existsSync } from "node:fs";
import type { z } from "zod";
import { type DataFile, readDataFile } from "../../utils/data-file.js";
import { IndigoError } from "../../utils/errors.js";
import { describeIssues } from "../../utils/validate.js";
import { hasDatePattern, isInCalendar } from "./dates.js";
import { resumeHints } from "./hints.js";
import { dateFields, resumeParts } from "./parts.js";
import { type Resume, resumeStandard } from "./schema.js";

type Issue = z.core.$ZodIssue;

const expectedDate = 'must be a date such as "2014", "2014-06" or "2014-06-29"';
const expectedUrl = 'must be a full URL such as "https://example.org/"';

/**
 * Reads a JSON Resume and validates it against the schema of the standard. It may be YAML, in which a year needs no
 * quotes.
 *
 * @param file - Its path, from the working folder.
 * @param log - Takes hints on a valid file: sentences without the name of the plugin.
 * @throws IndigoError for a missing, empty or malformed file, and for every value that does not match the standard, with
 * file, line and field; also for dates that do not exist, and for links other than `http(s):`, `mailto:` and `tel:`.
 */
export function readResume(file: string, log: (hint: string) => void = () => {}): Resume {
  return resumeOf(readCvFile(file), file, log);
}

/** Reads the file of a CV, in any of its formats. @throws IndigoError for a missing, empty or malformed file. */
export function readCvFile(file: string): DataFile {
  if (!existsSync(file)) throw new IndigoError(`the JSON Resume "${file}" does not exist.`);
  const data = readDataFile(file);
  if (isEmpty(data.value)) {
    throw new IndigoError(
      `${file} is empty; a JSON Resume starts like { "basics": { "name": "Ada Lovelace" } }.`,
    );
  }
  return data;
}

/** Validates the data of a JSON Resume; see {@link readResume}. */
export function resumeOf(
  { value: data, place }: DataFile,
  file: string,
  log: (hint: string) => void,
): Resume {
  const { schema, json } = resumeStandard();
  const value = file.endsWith(".json") ? data : withYearsAsText(data);
  const result = schema.safeParse(value, { reportInput: true, error: expectation });
  const issues = [...(result.error?.issues ?? []), ...unusableValues(value)];
  if (issues.length > 0) {
    throw new IndigoError(...describeIssues(issues, schema, value, { noun: "field", place }));
  }
  const resume = value as Resume;
  for (const hint of resumeHints(resume, json, place)) log(hint);
  return resume;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || (typeof value === "object" && value !== null && Object.keys(value).length === 0);

/** Returns the expected form of a value, in words; the issue itself has only a pattern. */
function expectation(issue: z.core.$ZodRawIssue): string | undefined {
  const key = issue.path?.at(-1);
  if (typeof key === "string" && dateFields.has(key)) return expectedDate;
  if (issue.code !== "invalid_format") return undefined;
  return issue.format === "email" ? 'must be an e-mail address such as "me@example.org"' : expectedUrl;
}

/** Turns years into text: YAML reads a bare year as a number. */
function withYearsAsText(resume: unknown): unknown {
  const copy = structuredClone(resume);
  for (const { values } of resumeParts(copy)) {
    for (const key of dateFields) {
      if (Number.isInteger(values[key])) values[key] = String(values[key]);
    }
  }
  return copy;
}

/** Returns issues for values that match the schema but that no page can show. */
function unusableValues(resume: unknown): Issue[] {
  return resumeParts(resume).flatMap(({ path, values }) =>
    Object.entries(values).flatMap(([key, value]) => {
      const message = typeof value === "string" ? valueProblem(key, value) : undefined;
      return message ? [{ code: "custom", path: [...path, key], message, input: value } as const] : [];
    }),
  );
}

function valueProblem(key: string, value: string): string | undefined {
  if (dateFields.has(key)) return hasDatePattern(value) && !isInCalendar(value) ? expectedDate : undefined;
  // The schema reports values that are no URL.
  if (key !== "url" || !URL.canParse(value)) return undefined;
  return /^(https?|mailto|tel):$/.test(new URL(value).protocol) ? undefined : expectedUrl;
}
