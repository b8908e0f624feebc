import { eventTimes, type TimeFields } from "./times.js";

/** Names a field of an event in messages. */
type Where = (field: string) => string;

/** Returns a warning about times of an event that have no effect. */
export function timeHint(fields: TimeFields, where: Where): string[] {
  const { time, endTime, endDate } = fields;
  const unit = eventTimes(fields, "UTC")?.start.unit;
  if (time !== undefined && unit !== "time") {
    return [`${where("time")} needs a day in the field "date", such as 2024-03-05; it has no effect.`];
  }
  if (endTime !== undefined && unit !== "time" && endDate === undefined) {
    return [`${where("endTime")} needs the field "time", at which the event starts; it has no effect.`];
  }
  return [];
}

/** Returns a warning about an event that ends before it starts. */
export function reversedHint(fields: TimeFields, where: Where): string[] {
  const wrong = eventTimes(fields, "UTC")?.wrong;
  if (wrong === undefined) return [];
  const start = wrong === "endTime" ? "time" : "date";
  const value = JSON.stringify(fields[wrong] ?? fields.endDate);
  return [
    `${where(wrong)} must not be before the field "${start}", ${JSON.stringify(fields[start])}, but it is ${value}; calendars have no end of it.`,
  ];
}
