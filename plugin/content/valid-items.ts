import * as z from "zod";
import { placeOfField } from "../utils/field-place.js";
import { isRecord } from "../utils/records.js";
import { describeIssues, dotted } from "../utils/validate.js";

type Path = readonly PropertyKey[];

/** Reports what is wrong in the front matter of a page. */
export interface Report {
  /** Path of the template, for messages. */
  inputPath: string;
  /** @param message - Takes the field with its place: `field "authors[1]" in posts/a.md:7`. */
  problem(path: Path, message: (field: string) => string): void;
  /** Prints a whole message. */
  warn(message: string): void;
}

/** Returns a {@link Report} for a template. */
export const reportOn = (inputPath: string, warn: (message: string) => void): Report => ({
  inputPath,
  problem: (path, message) => warn(message(`field "${dotted(path)}" in ${placeOf(inputPath, path)}`)),
  warn,
});

const placeOf = (inputPath: string, [field = "", ...inner]: Path): string =>
  placeOfField(inputPath, String(field), ...inner);

/**
 * Validates a group of values in front matter. Its invalid and its unknown fields are left out, with a warning for each; those
 * without a value are as if they were not there.
 *
 * @param path - The path of the group in the front matter; an empty one leaves out the warnings.
 * @returns undefined, with a warning, if it is no group of values.
 */
export function validItems<S extends z.ZodObject>(
  item: unknown,
  schema: S,
  path: Path,
  report: Report,
): z.output<S> | undefined {
  if (!isRecord(item)) {
    report.problem(
      path,
      (field) =>
        `${field} must be text or a group of named values, but it is ${JSON.stringify(item)}; it is left out.`,
    );
    return undefined;
  }
  const values = Object.fromEntries(
    Object.entries(item).filter(([, value]) => value !== null && value !== undefined && value !== ""),
  );
  const result = schema.safeParse(values, { reportInput: true });
  if (result.success) return result.data;
  const { issues } = result.error;
  if (path.length > 0) {
    // At its place in the front matter, so that messages have the whole path.
    const whole = path.reduceRight<{ schema: z.ZodType; value: unknown }>(
      (inner, key) => ({
        schema: typeof key === "number" ? z.array(inner.schema) : z.object({ [key]: inner.schema }),
        value: typeof key === "number" ? Object.assign([], { [key]: inner.value }) : { [key]: inner.value },
      }),
      { schema, value: values },
    );
    const messages = describeIssues(
      issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] })),
      whole.schema,
      whole.value,
      {
        noun: "field",
        place: (at) => placeOf(report.inputPath, at),
        instead: () => "it has no effect",
      },
    );
    for (const message of messages) report.warn(message);
  }
  const invalid = new Set(
    issues.flatMap((issue) => (issue.code === "unrecognized_keys" ? issue.keys : [String(issue.path[0])])),
  );
  const rest = schema.safeParse(
    Object.fromEntries(Object.entries(values).filter(([key]) => !invalid.has(key))),
  );
  return rest.success ? rest.data : undefined;
}
