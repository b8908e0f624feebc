import { DateTime } from "luxon";
import type { EleventyConfig, TemplateData } from "../eleventy/api.js";
import { onBuildStart } from "../eleventy/build-start.js";
import { addPreprocessor } from "../eleventy/preprocessors.js";
import { isServed } from "../eleventy/run-mode.js";
import { isThemeTemplate } from "../eleventy/virtual-templates.js";
import { type Warn, warnerOnce } from "../eleventy/warnings.js";
import type { Site } from "../options/site.js";
import { buildTime } from "../utils/build-time.js";
import { templateName } from "../utils/errors.js";
import { placeOfField } from "../utils/field-place.js";
import { zoneOf } from "../utils/time-zone.js";
import type { BuildIndex } from "./build-index.js";
import { isPostFile } from "./content.js";
import { warnOfLinks } from "./unpublished-links.js";

/** Why a page is only there while the site is served. */
export type Unpublished = "draft" | "scheduled";

/** What a build publishes, and what it leaves out. */
export interface Publishing {
  /** Returns why a page that is served would be left out of a build; undefined for a page that would be published. */
  markOf(inputPath: string): Unpublished | undefined;
  /** Whether any page that is served has a mark. */
  readonly hasMarks: boolean;
}

/** The most pages that the log names. */
const maxNamed = 5;

/**
 * Leaves drafts out of builds, and posts with a date in the future unless the option `futurePosts` publishes them: they are in no
 * collection and have no output. While the site is served, they have a mark. Sites from Jekyll have rules of their own, see
 * `jekyll/front-matter`.
 *
 * @see https://www.11ty.dev/docs/config-preprocessors/#example-drafts
 */
export function addPublishing(
  eleventyConfig: EleventyConfig,
  { jekyll, pathPrefix, futurePosts, timeZone }: Site,
  { isTaken }: BuildIndex,
): Publishing {
  const marks = new Map<string, Unpublished>();
  /** The dates of posts in the future. */
  const dates = new Map<string, Date>();
  let now = buildTime();
  const publishing: Publishing = {
    markOf: (inputPath) => (isServed() ? marks.get(inputPath) : undefined),
    get hasMarks() {
      return isServed() && marks.size > 0;
    },
  };
  if (jekyll) return publishing;
  const warn = warnerOnce(eleventyConfig);
  onBuildStart(eleventyConfig, () => {
    marks.clear();
    dates.clear();
    now = buildTime();
  });
  const links = warnOfLinks(eleventyConfig, { pathPrefix, isTaken, warn });
  addPreprocessor(eleventyConfig, "indigo-publishing", "*", (data) => {
    if (isThemeTemplate(data)) return undefined;
    const { inputPath } = data.page;
    marks.delete(inputPath);
    validateDraft(data, warn);
    if (isDraft(data.draft)) marks.set(inputPath, "draft");
    else if (!futurePosts && isPostData(data) && data.page.date instanceof Date && data.page.date > now) {
      marks.set(inputPath, "scheduled");
      dates.set(inputPath, data.page.date);
    } else return undefined;
    if (isServed()) return undefined;
    links.add(data);
    return false;
  });
  // Emitted after the last preprocessor.
  eleventyConfig.on("eleventy.contentMap", () => {
    if (isServed() || marks.size === 0) return;
    eleventyConfig.logger.log(`indigo: not in this build: ${leftOut(marks, dates, timeZone)}.`);
  });
  return publishing;
}

/**
 * Returns whether the front matter `draft` makes a page a draft. A value that is neither true nor false does, since publishing
 * can't be undone.
 */
export const isDraft = (draft: unknown): boolean => draft !== undefined && draft !== null && draft !== false;

function validateDraft({ draft, page: { inputPath } }: TemplateData, warn: Warn): void {
  if (draft === true || !isDraft(draft)) return;
  warn(
    `field "draft" in ${placeOfField(inputPath, "draft")} must be true or false, but it is ${JSON.stringify(draft)}; the page is treated as a draft.`,
  );
}

/** Returns whether a page is a post, or is shown as one. */
const isPostData = ({ tags, layout, page: { inputPath } }: TemplateData): boolean =>
  isPostFile(inputPath, tags) || layout === "post";

/** Returns what a build leaves out: `1 draft (posts/a.md); 1 post with a date in the future (posts/b.md until 2027-01-05)`. */
function leftOut(
  marks: ReadonlyMap<string, Unpublished>,
  dates: ReadonlyMap<string, Date>,
  timeZone: string,
): string {
  const drafts = [...marks].filter(([, mark]) => mark === "draft").map(([inputPath]) => inputPath);
  const future = [...dates].sort(([, a], [, b]) => a.getTime() - b.getTime());
  return [
    ...(drafts.length > 0 ? [listOf(drafts.map(templateName).sort(), "draft", "drafts")] : []),
    ...(future.length > 0
      ? [
          listOf(
            future.map(
              ([inputPath, date]) => `${templateName(inputPath)} until ${dayOrTime(date, timeZone)}`,
            ),
            "post with a date in the future",
            "posts with a date in the future",
          ),
        ]
      : []),
  ].join("; ");
}

/** Returns how many names there are, and the first of them. */
function listOf(names: readonly string[], singular: string, plural: string): string {
  const more = names.length > maxNamed ? [`and ${names.length - maxNamed} more`] : [];
  const shown = [...names.slice(0, maxNamed), ...more].join(", ");
  return `${names.length} ${names.length === 1 ? singular : plural} (${shown})`;
}

/** Returns a date in a time zone as an author writes it: `2027-01-05`, or `2027-01-05 12:00`. */
function dayOrTime(date: Date, timeZone: string): string {
  const local = DateTime.fromJSDate(date, { zone: zoneOf(timeZone) });
  const isDay = local.toMillis() === local.startOf("day").toMillis();
  return local.toFormat(isDay ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm");
}
