import * as z from "zod";
import { timeOfDay } from "../events/fields.js";
import { label, link, links, markdown, text } from "../fields.js";
import { partialDate } from "../partial-dates.js";

/** One session of a course. */
export const session = z.strictObject({
  /** Day of the session, a month or a year. @example 2027-03-05 */
  date: partialDate.optional(),

  /** Its last day, if it takes several. */
  endDate: partialDate.optional(),

  /** Number or name of the week, with a date or without. @example 3 */
  week: label.optional(),

  /** Time of day at which it starts, for calendars. @example "14:00" */
  time: timeOfDay.optional(),

  /** Time of day at which it ends. */
  endTime: timeOfDay.optional(),

  /** What it is about, in one line. */
  topic: text.optional(),

  /** More about it, in Markdown. */
  text: markdown.optional(),

  /** What to read, in Markdown. */
  reading: markdown.optional(),

  /** Slides: a file of the site, which is copied, or a URL. */
  slides: link.optional(),

  /** Recording: a file of the site, which is copied, or a URL. */
  video: link.optional(),

  /** Notes: a file of the site, which is copied, or a URL. */
  notes: link.optional(),

  /** What is to be handed in, in Markdown. */
  due: markdown.optional(),

  links,
});

/** A session as its schema returns it. */
export type Session = z.output<typeof session>;

/** The schedule of a course. */
export const schedule = z.object({ schedule: z.array(session) });
