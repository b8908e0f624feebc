import { isDeepStrictEqual } from "node:util";
import { DateTime } from "luxon";
import type { CollectionItem, EleventyConfig } from "../eleventy/api.js";
import { type Warn, warnerOnce } from "../eleventy/warnings.js";
import { dateOf } from "../i18n/dates.js";
import type { Site } from "../options/site.js";
import { placeOfField } from "../utils/field-place.js";
import { zoneOf } from "../utils/time-zone.js";
import { gitDates } from "./git-dates.js";

/** When a page was changed after it was published. */
export interface Update {
  date: Date;
  /** Whether readers are told: it is not on the day on which the page was published. */
  isShown: boolean;
}

/**
 * Returns when a page was changed; undefined if nothing says so.
 *
 * @param siteWide - Global data, which says nothing about a page.
 * @param published - The date of a post.
 */
export type FindUpdate = (
  item: CollectionItem,
  siteWide: Readonly<Record<string, unknown>>,
  published?: Date,
) => Update | undefined;

/** The front matter that has the date, the first that is there. Others than the first are those of other themes. */
export const updateFields = ["updated", "lastmod", "last_modified_at"];

/** Returns a function that finds when a page was changed: from its front matter, else from git with the option `updated`. */
export function updateFinder(eleventyConfig: EleventyConfig, site: Site): FindUpdate {
  const { timeZone } = site;
  const warn = warnerOnce(eleventyConfig);
  const fromGit = site.updated === "git" ? gitDates(eleventyConfig) : undefined;
  const dayOf = (date: Date): string =>
    DateTime.fromJSDate(date, { zone: zoneOf(timeZone) }).toISODate() ?? "";
  return (item, siteWide, published) => {
    const own = site.jekyll ? jekyllUpdate(item.data) : frontMatterUpdate(item, siteWide, timeZone, warn);
    if (own === false) return undefined;
    const date = own?.date ?? fromGit?.(item.inputPath);
    if (!date || !published) return date && { date, isShown: false };
    const isSameDay = dayOf(date) === dayOf(published);
    if (date >= published) return { date, isShown: !isSameDay && !(site.jekyll && own) };
    // Commits are often older than the date of a post.
    if (own && !isSameDay && !site.jekyll)
      warn(
        `field "${own.field}" in ${placeOfField(item.inputPath, own.field)} is ${dayOf(date)}, before the date of the post, ${dayOf(published)}; it has no effect.`,
      );
    return site.jekyll && own ? { date, isShown: false } : undefined;
  };
}

/** Returns the date in front matter, and `false` if it turns off the date of git. */
function frontMatterUpdate(
  { data, inputPath }: CollectionItem,
  siteWide: Readonly<Record<string, unknown>>,
  timeZone: string,
  warn: Warn,
): { date: Date; field: string } | false | undefined {
  const isOwn = (field: string): boolean =>
    data[field] !== undefined && data[field] !== null && !isDeepStrictEqual(data[field], siteWide[field]);
  const field = updateFields.find(isOwn);
  if (field === undefined) return undefined;
  const value = data[field];
  if (value === false) return false;
  const date = dateOf(value, timeZone);
  if (date) return { date, field };
  warn(
    `field "${field}" in ${placeOfField(inputPath, field)} must be a date such as 2024-03-05, but it is ${JSON.stringify(value)}; it has no effect.`,
  );
  return undefined;
}

/** Returns the date in `last_modified_at`, which the plugin jekyll-last-modified-at and others read. */
function jekyllUpdate({
  last_modified_at: value,
}: Readonly<Record<string, unknown>>): { date: Date; field: string } | undefined {
  const date = value instanceof Date ? value : typeof value === "string" ? new Date(value) : undefined;
  return date && !Number.isNaN(date.getTime()) ? { date, field: "last_modified_at" } : undefined;
}
