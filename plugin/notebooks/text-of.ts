/** Returns a text that a notebook has as a whole, or as a list of lines with their line breaks; undefined for other values. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return Array.isArray(value) && value.every((line) => typeof line === "string") ? value.join("") : undefined;
}
