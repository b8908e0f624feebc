import type { BuildIndex } from "../../content/index.js";
import type { EleventyConfig } from "../../eleventy/api.js";
import { type LateFile, writeLate } from "../../eleventy/late-files.js";
import { sectionSetting } from "../../options/sections.js";
import type { Site } from "../../options/site.js";
import { toIcalendar } from "../../utils/icalendar.js";
import type { Entry } from "../section.js";
import type { Sections } from "../sections.js";
import { calendarUrl } from "./calendar.js";

/**
 * Writes an iCalendar file for each talk and course with dates, and one for all talks, where the option `sections` asks for
 * it. A file of the author's own with the same URL takes precedence.
 */
export function addCalendars(
  eleventyConfig: EleventyConfig,
  site: Site,
  index: BuildIndex,
  sections: Sections,
): void {
  const enabled = (["talks", "teaching"] as const).filter(
    (name) => sectionSetting(site.themeSections[name])?.calendar,
  );
  if (enabled.length === 0) return;
  writeLate(eleventyConfig, () =>
    enabled.flatMap((name): LateFile[] => {
      const section = sections.of(site).find(name);
      if (!section) return [];
      const calendars = section.groups
        .flatMap(({ entries }) => entries as readonly Entry[])
        .map((entry) => ({ url: calendarUrl(name, entry.anchor), events: section.eventsOf(entry) }))
        .filter(({ events }) => events.length > 0);
      const files = calendars.map(({ url, events }) => ({ url, text: toIcalendar(events) }));
      if (name === "talks" && calendars.length > 0) {
        const title = `${section.title} – ${site.title}`;
        const events = calendars.flatMap((each) => each.events);
        // In the order of their days, which does not depend on the day of the build.
        const inOrder = events.toSorted((a, b) => Number(new Date(a.start)) - Number(new Date(b.start)));
        files.push({ url: calendarUrl(name), text: toIcalendar(inOrder, title) });
      }
      return files.filter(({ url }) => !index.isTaken(url));
    }),
  );
}
