import { IndigoError } from "./errors.js";

/** The most values that a file with YAML aliases may expand to. */
const maxValues = 10_000;

/**
 * Validates a parsed YAML value, in which an alias is the same object as its anchor: whatever copies the value expands each.
 *
 * @throws IndigoError if the aliases contain themselves or expand to a huge value.
 */
export function validateAliases(value: unknown, place: string): void {
  const counts = new Map<object, number>();
  let hasAlias = false;
  /** Returns the number of values in a value, with aliases expanded; infinite if it contains itself. */
  const count = (part: unknown): number => {
    if (typeof part !== "object" || part === null) return 1;
    const known = counts.get(part);
    if (known !== undefined) {
      hasAlias = true;
      return known;
    }
    counts.set(part, Number.POSITIVE_INFINITY);
    const total = Object.values(part).reduce((sum: number, each) => sum + count(each), 1);
    counts.set(part, total);
    return total;
  };
  const total = count(value);
  if (!hasAlias || total <= maxValues) return;
  throw new IndigoError(
    `${place} has YAML aliases that ${total === Number.POSITIVE_INFINITY ? "contain themselves" : `expand to more than ${maxValues.toLocaleString("en-US")} values`}. Write the values without aliases.`,
  );
}
