import type { z } from "zod";
import { isRecord } from "../utils/records.js";
import { describeIssues, type Subject } from "../utils/validate.js";

type Path = readonly PropertyKey[];

/** How an entry of a data file is validated. */
export interface FieldRules<S extends z.ZodType> {
  /** The schema of a whole entry. */
  schema: S;
  /** The schema of what can be shown, without some required fields. */
  shown: z.ZodType;
  /** Returns what is done instead of a required field, by its name. */
  withoutField(field: string): string;
  /** Returns whether a missing field needs no message. */
  isOptional?(field: string): boolean;
}

/**
 * Validates an entry of a data file, and leaves out its invalid fields, and invalid items of its lists, with a problem for
 * each.
 *
 * @returns The output of the schema; undefined if the entry can't be shown, which its problems say.
 */
export function validFields<S extends z.ZodType>(
  raw: unknown,
  { schema, shown, withoutField, isOptional = () => false }: FieldRules<S>,
  subject: Subject,
  problems: string[],
): z.output<S> | undefined {
  const result = schema.safeParse(raw, { reportInput: true });
  if (result.success) return result.data;
  const isMissing = ([field, ...inner]: Path): boolean =>
    field !== undefined && inner.length === 0 && isRecord(raw) && raw[String(field)] === undefined;
  const issues = result.error.issues.filter(({ path }) => !(isMissing(path) && isOptional(String(path[0]))));
  const paths = issues.flatMap((issue): Path[] =>
    issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path],
  );
  const output = shown.safeParse(without(raw, paths));
  const instead = (path: Path): string => {
    const [field, ...inner] = path;
    const isNeeded =
      inner.length === 0 && !shown.safeParse(raw).success && !output.success && shownFails(output, field);
    if (field === undefined || isNeeded) return "the entry is left out";
    const consequence = inner.length === 0 ? withoutField(String(field)) : "";
    if (isMissing(path)) return consequence || "the entry is shown without it";
    return inner.length > 0 && Array.isArray((raw as Record<string, unknown>)[String(field)])
      ? "that item is left out"
      : "it is left out";
  };
  problems.push(...describeIssues(issues, schema, raw, { ...subject, instead }));
  return output.success ? (output.data as z.output<S>) : undefined;
}

const shownFails = (
  result: { error?: { issues: readonly { path: Path }[] } | undefined },
  field: PropertyKey | undefined,
): boolean => result.error?.issues.some(({ path }) => path[0] === field) ?? false;

/** Returns a copy of an entry without the values at some paths: a field, or an item of a list in it. */
function without(entry: unknown, paths: readonly Path[]): unknown {
  if (Array.isArray(entry)) {
    const gone = new Set(paths.map(([index]) => index));
    return entry.filter((_, index) => !gone.has(index));
  }
  if (!isRecord(entry)) return entry;
  return Object.fromEntries(
    Object.entries(entry).flatMap(([key, value]) => {
      const inner = paths.filter(([first]) => first === key).map((path) => path.slice(1));
      if (inner.length === 0) return [[key, value]];
      // An item of a list, whole: a link without its URL is none.
      return Array.isArray(value) && inner.every(({ length }) => length > 0)
        ? [[key, without(value, inner)]]
        : [];
    }),
  );
}
