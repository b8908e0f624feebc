import * as z from "zod";
import { describeIssues, type Subject } from "../utils/validate.js";

/**
 * Returns the schema of a field that is left out if it is invalid, with a warning by {@link lenientHints}. For fields that add
 * something to an entry, which is shown without them; in front matter, they may be another program's.
 */
export const lenient = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);

/** Returns a warning for each problem of the lenient fields of an entry. */
export function lenientHints(schema: z.ZodObject, value: unknown, subject: Subject): string[] {
  const values = (value ?? {}) as Record<string, unknown>;
  return Object.entries(schema.shape).flatMap(([field, each]) => {
    if (!(each instanceof z.ZodCatch) || (values[field] ?? undefined) === undefined) return [];
    const one = z.object({ [field]: each.def.innerType as z.ZodType });
    const result = one.safeParse(values, { reportInput: true });
    if (result.success) return [];
    const instead = (): string => "it has no effect";
    return describeIssues(result.error.issues, one, values, { ...subject, instead });
  });
}
