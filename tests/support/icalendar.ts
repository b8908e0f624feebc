// A strict check of iCalendar files, written from RFC 5545: what ical.js and calendars forgive is an error here.

/** A line of an iCalendar file without folds. */
interface Line {
  name: string;
  parameters: string;
  value: string;
}

const day = /^\d{8}$/;
const utc = /^\d{8}T\d{6}Z$/;
/** Text in which commas, semicolons and backslashes are escaped, without control characters (3.3.11). */
const text = /^(?:[^\\,;\p{Cc}]|\\[\\,;nN]|\t)*$/u;

/** What the value of each property that the theme writes must be. */
const values: Record<string, (line: Line) => boolean> = {
  VERSION: ({ value }) => value === "2.0",
  PRODID: ({ value }) => value !== "" && text.test(value),
  NAME: ({ value }) => text.test(value),
  "X-WR-CALNAME": ({ value }) => text.test(value),
  UID: ({ value }) => value !== "" && text.test(value),
  DTSTAMP: ({ value, parameters }) => utc.test(value) && parameters === "",
  DTSTART: isTime,
  DTEND: isTime,
  SUMMARY: ({ value }) => value !== "" && text.test(value),
  LOCATION: ({ value }) => value !== "" && text.test(value),
  DESCRIPTION: ({ value }) => value !== "" && text.test(value),
  URL: ({ value }) => URL.canParse(value) && /^[!-~]+$/.test(value),
  GEO: ({ value }) => {
    const [latitude = Number.NaN, longitude = Number.NaN, ...others] = value.split(";").map(Number);
    return (
      /^-?\d+(\.\d+)?;-?\d+(\.\d+)?$/.test(value) &&
      Math.abs(latitude) <= 90 &&
      Math.abs(longitude) <= 180 &&
      others.length === 0
    );
  },
  STATUS: ({ value }) => ["TENTATIVE", "CONFIRMED", "CANCELLED"].includes(value),
};

function isTime({ value, parameters }: Line): boolean {
  return parameters === ";VALUE=DATE" ? day.test(value) : parameters === "" && utc.test(value);
}

/** Returns what is wrong in an iCalendar file. */
export function invalidIcalendar(file: Buffer): string[] {
  const source = file.toString("utf8");
  const errors: string[] = [];
  if (!Buffer.from(source).equals(file)) errors.push("is not UTF-8");
  if (!source.endsWith("\r\n")) errors.push("does not end with CRLF");
  if (/[^\r]\n|\r(?!\n)/.test(source)) errors.push("has a line end that is not CRLF (3.1)");
  for (const line of file.toString("latin1").split("\r\n")) {
    if (line.length > 75) errors.push(`has a line of ${line.length} octets (3.1)`);
    if (!Buffer.from(line, "latin1").equals(Buffer.from(Buffer.from(line, "latin1").toString())))
      errors.push("folds a line within a character");
  }
  const lines = source
    .replaceAll("\r\n ", "")
    .split("\r\n")
    .slice(0, -1)
    .map((line): Line => {
      const [, name = "", parameters = "", value = ""] =
        /^([A-Z-]+)((?:;[A-Z]+=[A-Z]+)*):(.*)$/s.exec(line) ?? [];
      if (name === "") errors.push(`has no property in the line ${JSON.stringify(line)}`);
      return { name, parameters, value };
    });
  const tags = lines.filter(({ name }) => name === "BEGIN" || name === "END");
  const nesting = tags.map(({ name, value }) => `${name} ${value}`).join(", ");
  if (!/^BEGIN VCALENDAR(, BEGIN VEVENT, END VEVENT)+, END VCALENDAR$/.test(nesting))
    errors.push(`is ${nesting}`);

  const [calendar = [], ...events] = componentsOf(lines);
  errors.push(...wrongCounts(calendar, ["VERSION", "PRODID"], ["NAME", "X-WR-CALNAME"], "the calendar"));
  for (const event of events) {
    const of = (name: string): Line | undefined => event.find((line) => line.name === name);
    const uid = of("UID")?.value ?? "an event";
    errors.push(
      ...wrongCounts(
        event,
        ["UID", "DTSTAMP", "DTSTART", "SUMMARY"],
        ["DTEND", "LOCATION", "DESCRIPTION", "URL", "GEO", "STATUS"],
        uid,
      ),
    );
    const [start, end] = [of("DTSTART"), of("DTEND")];
    if (end && end.parameters !== start?.parameters)
      errors.push(`${uid}: DTEND is of another type (3.8.2.2)`);
    if (end && end.value <= (start?.value ?? "")) errors.push(`${uid}: DTEND is not after DTSTART (3.8.2.2)`);
  }
  const uids = events.map((event) => event.find(({ name }) => name === "UID")?.value);
  if (new Set(uids).size < uids.length) errors.push("has two events with one UID (3.8.4.7)");
  return errors;
}

/** Returns the properties of the calendar, and of each event. */
function componentsOf(lines: readonly Line[]): Line[][] {
  const calendar: Line[] = [];
  const events: Line[][] = [];
  let current = calendar;
  for (const line of lines) {
    if (line.name === "BEGIN" && line.value === "VEVENT") {
      current = [];
      events.push(current);
    } else if (line.name === "END") current = calendar;
    else if (line.name !== "BEGIN") current.push(line);
  }
  return [calendar, ...events];
}

/** Returns the properties that are missing, repeated, unknown or malformed. */
function wrongCounts(lines: readonly Line[], once: string[], atMostOnce: string[], owner: string): string[] {
  const count = (name: string): number => lines.filter((line) => line.name === name).length;
  return [
    ...once.filter((name) => count(name) !== 1).map((name) => `${owner}: ${count(name)} × ${name}`),
    ...atMostOnce.filter((name) => count(name) > 1).map((name) => `${owner}: ${count(name)} × ${name}`),
    ...lines
      .filter(({ name }) => ![...once, ...atMostOnce].includes(name))
      .map(({ name }) => `${owner}: unknown ${name}`),
    ...lines
      .filter((line) => values[line.name]?.(line) === false)
      .map(({ name, parameters, value }) => `${owner}: ${name}${parameters}:${value} is malformed`),
  ];
}
