import * as z from "zod";
import { link, text } from "../utils/schema-values.js";
import { anchors } from "../utils/slug.js";

/** A venue, by the short name that publications have as `abbr`. */
const venue = z.strictObject({
  /** Color of its badge. The text on it is black or white, whichever is easier to read. @example "#68448c" */
  color: z.string().trim().optional(),

  /** Page that its badge links. @example "https://neurips.cc/" */
  url: link.optional(),
});

/** The site's venues by short name. */
export const venues = z.record(text, venue);

/** A venue as badges and styles need it. */
export interface Venue {
  /** Its short name. */
  name: string;
  /** The class of its badge, if that has a color of its own. */
  className: string | undefined;
  color: string | undefined;
  url: string | undefined;
}

/** Returns the venues of the option, each with a class name that no other one has. */
export function venueList(option: z.output<typeof venues>): Venue[] {
  const entries = Object.entries(option);
  const names = anchors(entries.map(([name]) => name));
  return entries.map(([name, { color, url }], index) => ({
    name,
    className: color === undefined ? undefined : `venue-${names[index]}`,
    color,
    url,
  }));
}
