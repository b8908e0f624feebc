import path from "node:path";
import type { EleventyConfig } from "../../eleventy/api.js";
import { onBuildStart } from "../../eleventy/build-start.js";
import { warnerOnce } from "../../eleventy/warnings.js";
import { ExactDate } from "../../i18n/dates.js";
import type { Site } from "../../options/site.js";
import { IndigoError } from "../../utils/errors.js";
import {
  documentMoment,
  isEmptyDate,
  postMoment,
  readCollections,
  readFileName,
} from "../collections/index.js";
import { isJekyllFile, postFiles, type SourceOf } from "../files/index.js";

/** Dates that Eleventy itself understands. */
const eleventyDate = /^(git )?(last modified|created)$/i;

/**
 * Makes Eleventy read dates as Jekyll does, in front matter or else in the name of a post.
 *
 * @throws IndigoError, when a build starts, that names every post with an invalid date: Jekyll stops as well.
 */
export function addFileDates(
  eleventyConfig: EleventyConfig,
  { timeZone, jekyllSettings }: Site,
  sourceOf: SourceOf,
  isExcluded: (file: string) => boolean,
): void {
  const { input } = eleventyConfig.directories;
  const warn = warnerOnce(eleventyConfig);
  const folder = path.posix.normalize(input);
  const collections = readCollections(jekyllSettings);
  onBuildStart(eleventyConfig, () => {
    const problems = postFiles(input, isExcluded).flatMap((file) => {
      // Others, such as images next to posts, are not read.
      if (readFileName(file)?.type !== "posts") return [];
      const value = sourceOf(path.posix.join(input, file))?.data.date;
      if (postMoment(value, file, timeZone)) return [];
      return isEmptyDate(value)
        ? [`the name of ${file} must start with a valid date, such as 2024-03-05.`]
        : [
            `field "date" in ${file} is no date that Ruby reads, such as 2024-03-05: ${JSON.stringify(value)}.`,
          ];
    });
    if (problems.length > 0) throw new IndigoError(...problems);
  });
  eleventyConfig.addDateParsing(function (value) {
    const file = path.posix.relative(folder, path.posix.normalize(this.page.inputPath));
    if (!isJekyllFile(eleventyConfig, file) || (typeof value === "string" && eleventyDate.test(value)))
      return undefined;
    const within = collections.find(file)?.within;
    const date =
      within === undefined ? postMoment(value, file, timeZone) : documentMoment(value, within, timeZone);
    if (date) return new ExactDate(date.toMillis());
    if (isEmptyDate(value)) return undefined;
    // Jekyll does not parse the dates of pages.
    warn(`field "date" in ${file} is no date, such as 2024-03-05: ${JSON.stringify(value)}.`);
    return "Created";
  });
}
