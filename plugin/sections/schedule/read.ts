import path from "node:path";
import type { z } from "zod";
import { findNamedFile } from "../../eleventy/named-files.js";
import { isLocalFile, type SiteFile, urlOfFile } from "../../eleventy/site-files.js";
import { type FileKind, kindsOfSlides } from "../../utils/file-kinds.js";
import { isRecord } from "../../utils/records.js";
import { describeIssues } from "../../utils/validate.js";
import { reversedHint, timeHint } from "../events/hints.js";
import type { ReadEntry } from "../list-spec.js";
import type { ReadContext } from "../section.js";
import { type Session, schedule, session } from "./fields.js";

/** A session of a course, in no language, with the URLs of its files. */
export interface ReadSession extends Session {
  /** Returns a field in Markdown as HTML; empty without the field. */
  html(field: "text" | "reading" | "due"): string;
}

/** The sessions of a course, and the files of the site that they name. */
interface ReadSchedule {
  sessions: readonly ReadSession[];
  files: readonly SiteFile[];
}

const kindsOf: Readonly<Record<"slides" | "video" | "notes", readonly FileKind[]>> = {
  slides: kindsOfSlides,
  video: ["recording"],
  notes: kindsOfSlides,
};

/**
 * Reads the field `schedule` of a course. What is invalid in it is left out, with a warning, and the rest is shown.
 */
export function readSchedule(entry: ReadEntry, context: ReadContext): ReadSchedule {
  const value = entry.facts.schedule ?? undefined;
  if (value === undefined) return { sessions: [], files: [] };
  const files: SiteFile[] = [];
  const sessions = validSessions(value, entry, context).map(({ fields, index }): ReadSession => {
    const where = (field: string): string =>
      `field "schedule[${index}].${field}"${entry.subject.owner ?? ""} in ${entry.subject.place(["schedule", index, field])}`;
    context.report.hints.push(...timeHint(fields, where), ...reversedHint(fields, where));
    const { session: withUrls, files: named } = withFiles(fields, where, entry, context);
    files.push(...named);
    return {
      ...withUrls,
      html: (field) => {
        const source = fields[field];
        return source === undefined ? "" : context.markdown(source, where(field)).trim();
      },
    };
  });
  return { sessions, files };
}

/** Returns the sessions without their invalid fields, each with its position in the author's list. */
function validSessions(
  value: unknown,
  { subject }: ReadEntry,
  { report }: ReadContext,
): { fields: Session; index: number }[] {
  const result = schedule.safeParse({ schedule: value }, { reportInput: true });
  if (!result.success) {
    const instead = (): string => "it is left out";
    report.hints.push(
      ...describeIssues(result.error.issues, schedule, { schedule: value }, { ...subject, instead }),
    );
  }
  if (!Array.isArray(value)) return [];
  const issues = result.error?.issues ?? [];
  return (value as unknown[]).flatMap((each, index) => {
    if (!isRecord(each)) return [];
    const invalid = new Set(issues.filter(({ path: at }) => at[1] === index).flatMap(fieldsOf));
    const fields = session.safeParse(
      Object.fromEntries(Object.entries(each).filter(([field]) => !invalid.has(field))),
    );
    return fields.success ? [{ fields: fields.data, index }] : [];
  });
}

/** Returns the fields of a session that an issue is about. */
const fieldsOf = (issue: z.core.$ZodIssue): PropertyKey[] =>
  issue.code === "unrecognized_keys" && issue.path.length === 2 ? issue.keys : issue.path.slice(2, 3);

/** Replaces the files that a session names by their URLs. A file that does not exist is left out, with a warning. */
function withFiles(
  fields: Session,
  where: (field: string) => string,
  { file }: ReadEntry,
  { eleventyConfig, report }: ReadContext,
): { session: Session; files: SiteFile[] } {
  const files: SiteFile[] = [];
  const urls: Partial<Record<keyof typeof kindsOf, string | undefined>> = {};
  const { input } = eleventyConfig.directories;
  const folder = file && path.posix.dirname(file);
  const beside = folder === undefined ? undefined : { folder, to: path.posix.relative(input, folder) };
  for (const [field, kinds] of Object.entries(kindsOf) as [keyof typeof kindsOf, readonly FileKind[]][]) {
    const name = fields[field];
    if (name === undefined || !isLocalFile(name)) continue;
    const { file: found, refusal } = findNamedFile(eleventyConfig, { name, kinds, beside });
    if (found) files.push({ ...found, namedBy: where(field) });
    else {
      const reason = refusal ?? `a file that does not exist: ${JSON.stringify(name)}.`;
      report.hints.push(`${where(field)} names ${reason} The link is left out.`);
    }
    urls[field] = found && urlOfFile(found);
  }
  return { session: { ...fields, ...urls }, files };
}
