/** A day, `2027-03-05`, or a moment. */
export type CalendarTime = string | Date;

/** An event of a calendar. */
export interface CalendarEvent {
  /** Identifies it in all calendars, the same in every build. */
  uid: string;
  start: CalendarTime;
  /** Its last day, or the moment of its end. It is of the same kind as `start`. */
  end?: CalendarTime | undefined;
  title: string;
  place?: string | undefined;
  /** Plain text. */
  description?: string | undefined;
  /** Full URL. */
  url?: string | undefined;
  /** Latitude and longitude in degrees. */
  coordinates?: readonly [number, number] | undefined;
  isCancelled?: boolean | undefined;
}

/**
 * Returns events as an iCalendar file. The same events give the same bytes: the time of the last change, which RFC 5545
 * requires and a static site does not know, is the first moment of the event's day.
 *
 * @param name - The name of the calendar, for those who subscribe to it.
 * @see https://www.rfc-editor.org/rfc/rfc5545
 */
export function toIcalendar(events: readonly CalendarEvent[], name?: string): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//eleventy-plugin-indigo//Indigo//EN",
    // The first is of RFC 7986, the second what most programs read.
    ...(name === undefined ? [] : [`NAME:${escapeText(name)}`, `X-WR-CALNAME:${escapeText(name)}`]),
    ...events.flatMap(eventLines),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

function eventLines(event: CalendarEvent): string[] {
  const { uid, start, end, title, place, description, url, coordinates, isCancelled } = event;
  return [
    "BEGIN:VEVENT",
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${dayOf(start)}T000000Z`,
    `DTSTART${timeProperty(start)}`,
    ...(end === undefined ? [] : [`DTEND${timeProperty(typeof end === "string" ? dayAfter(end) : end)}`]),
    `SUMMARY:${escapeText(title)}`,
    ...(place ? [`LOCATION:${escapeText(place)}`] : []),
    ...(description ? [`DESCRIPTION:${escapeText(description)}`] : []),
    ...(url ? [`URL:${url}`] : []),
    ...(coordinates ? [`GEO:${coordinates.map(decimal).join(";")}`] : []),
    ...(isCancelled ? ["STATUS:CANCELLED"] : []),
    "END:VEVENT",
  ];
}

const compact = (iso: string): string => iso.replaceAll(/[-:]/g, "");

const dayOf = (time: CalendarTime): string =>
  compact(typeof time === "string" ? time : time.toISOString().slice(0, 10));

const timeProperty = (time: CalendarTime): string =>
  typeof time === "string"
    ? `;VALUE=DATE:${compact(time)}`
    : `:${compact(time.toISOString().replace(/\.\d+/, ""))}`;

/** The end of an event of days is the first day after it. */
function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

/** Returns a number without an exponent, which GEO does not allow, to a few centimetres. */
const decimal = (number: number): string =>
  number
    .toFixed(6)
    .replace(/\.?0+$/, "")
    .replace(/^-0$/, "0");

/** Escapes a value of type TEXT. Control characters are not allowed in it. */
function escapeText(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u2028\u2029]/g, "\n")
    .replaceAll(/(?![\t\n])[\p{Cc}\p{Cs}]/gu, "")
    .replaceAll(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");
}

/** Folds a line into lines of at most 75 octets without their ends, and never within a character. */
function fold(line: string): string {
  let [folded, octets] = ["", 0];
  for (const character of line) {
    const length = Buffer.byteLength(character);
    if (octets + length > 75) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += length;
  }
  return folded;
}
