/**
 * Restores the text of dates that do not exist. js-yaml reads such a day as a later one, `2024-02-30` as the first of March, which
 * would be published. What reads the field then reports the text.
 *
 * @param data - Parsed front matter, which is changed.
 * @param source - Its YAML.
 * @see https://yaml.org/type/timestamp.html
 */
export function restoreImpossibleDates(data: unknown, source: string): void {
  if (typeof data !== "object" || data === null) return;
  const fields = data as Record<string, unknown>;
  if (!Object.values(fields).some((value) => value instanceof Date)) return;
  for (const line of source.split("\n")) {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).replace(/^(["'])(.*)\1$/, "$2");
    if (colon < 0 || !(Object.hasOwn(fields, name) && fields[name] instanceof Date)) continue;
    const text = line
      .slice(colon + 1)
      .replace(/\s#.*/, "")
      .replace("!!timestamp", "")
      .trim();
    if (!exists(text)) fields[name] = text;
  }
}

/** Returns whether a YAML timestamp names a day of the calendar, and a time of the day. */
function exists(text: string): boolean {
  const [, year, month, day, hour = 0, minute = 0, second = 0] =
    /^(\d{4})-(\d\d?)-(\d\d?)(?:(?:[Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d))?/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return true;
  // js-yaml adds 1900 to such a year.
  if (year < 100) return false;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && (hour || 0) < 24 && (minute || 0) < 60 && (second || 0) <= 60;
}
