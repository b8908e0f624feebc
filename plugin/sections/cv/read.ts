import { existsSync } from "node:fs";
import type { z } from "zod";
import { readDataFile } from "../../utils/data-file.js";
import { IndigoError } from "../../utils/errors.js";
import { describeIssues } from "../../utils/validate.js";
import { resumeHints } from "./hints.js";
import { dateFields, resumeParts } from "./parts.js";
import { type Resume, resumeStandard } from "./schema.js";

type Issue = z.core.$ZodIssue;

const expectedDate = 'must be a date such as "2014", "2014-06" or "2014-06-29"';
const expectedAddress = 'must be a full address such as "https://example.org/"';

/**
 * Reads a JSON Resume and holds it against the schema of the standard. It may be YAML as well, where a year needs no
 * quotes.
 *
 * @param file - Its path, from the working folder.
 * @param log - Takes what the author should know although the file is right: sentences without a name before them.
 * @throws IndigoError for a file that is not there, empty or malformed, and for every value that is not what the standard
 * expects, with file, line and field; also for a day that no calendar has, and a link that is neither of the web nor to
 * a mail or telephone.
 */
export function readResume(file: string, log: (hint: string) => void = () => {}): Resume {
  if (!existsSync(file)) throw new IndigoError(`the JSON Resume "${file}" does not exist.`);
  const { value: read, place } = readDataFile(file);
  if (isEmpty(read)) {
    throw new IndigoError(
      `${file} is empty; a JSON Resume starts like { "basics": { "name": "Ada Lovelace" } }.`,
    );
  }
  const { schema, json } = resumeStandard();
  const value = file.endsWith(".json") ? read : withYearsAsText(read);
  const result = schema.safeParse(value, { reportInput: true, error: expectation });
  const issues = [...(result.error?.issues ?? []), ...unusable(value)];
  if (issues.length > 0) {
    throw new IndigoError(...describeIssues(issues, schema, value, { noun: "field", place }));
  }
  const resume = value as Resume;
  for (const hint of resumeHints(resume, json, place)) log(hint);
  return resume;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || (typeof value === "object" && value !== null && Object.keys(value).length === 0);

/** What the standard expects, in words; a schema tells only that a pattern is not met. */
function expectation(issue: z.core.$ZodRawIssue): string | undefined {
  const key = issue.path?.at(-1);
  if (typeof key === "string" && dateFields.has(key)) return expectedDate;
  if (issue.code !== "invalid_format") return undefined;
  return issue.format === "email" ? 'must be an e-mail address such as "me@example.org"' : expectedAddress;
}

/** YAML reads a bare year as a number. */
function withYearsAsText(resume: unknown): unknown {
  const copy = structuredClone(resume);
  for (const { values } of resumeParts(copy)) {
    for (const key of dateFields) {
      if (Number.isInteger(values[key])) values[key] = String(values[key]);
    }
  }
  return copy;
}

/** What the schema lets pass, but no page can show. */
function unusable(resume: unknown): Issue[] {
  return resumeParts(resume).flatMap(({ path, values }) =>
    Object.entries(values).flatMap(([key, value]) => {
      const message = typeof value === "string" ? complaint(key, value) : undefined;
      return message ? [{ code: "custom", path: [...path, key], message, input: value } as const] : [];
    }),
  );
}

function complaint(key: string, value: string): string | undefined {
  if (dateFields.has(key)) return isPatterned(value) && !isInCalendar(value) ? expectedDate : undefined;
  // What is no address at all the schema tells.
  if (key !== "url" || !URL.canParse(value)) return undefined;
  return /^(https?|mailto|tel):$/.test(new URL(value).protocol) ? undefined : expectedAddress;
}

/** What the schema takes for a date: it has a month 19 and a February of 39 days. */
const isPatterned = (value: string): boolean => /^[12]\d{3}(-[01]\d(-[0-3]\d)?)?$/.test(value);

function isInCalendar(value: string): boolean {
  const date = new Date(`${value}${"-01".repeat(3 - value.split("-").length)}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
