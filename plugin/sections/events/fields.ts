import * as z from "zod";
import { timeZone } from "../../utils/schema-values.js";
import { lenient } from "../lenient.js";

/** A time of day, as hours and minutes. */
export const timeOfDay = z
  .string()
  .trim()
  .regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/, { error: 'must be a time of day such as "14:00"' })
  .transform((value) => value.replace(".", ":").padStart(5, "0"));

/** The fields of an event of a day at a time. */
export const times = {
  /** Time of day at which it starts. @example "14:00" */
  time: lenient(timeOfDay),

  /** Time of day at which it ends. @example "15:00" */
  endTime: lenient(timeOfDay),
};

/** The time zone of the place of an event. The default is that of the site. @example "Europe/London" */
export const zone = lenient(timeZone);
