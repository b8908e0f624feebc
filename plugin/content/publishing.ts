import type { EleventyConfig, TemplateData } from "../eleventy/api.js";
import { isServed } from "../eleventy/run-mode.js";
import { isThemeTemplate } from "../eleventy/virtual-templates.js";
import { type Warn, warnerOnce } from "../eleventy/warnings.js";
import type { Site } from "../options/site.js";
import { templateName } from "../utils/errors.js";
import { placeOfField } from "../utils/field-place.js";
import type { BuildIndex } from "./build-index.js";
import { warnOfLinks } from "./unpublished-links.js";

/** Why a page is only there while the site is served. */
export type Unpublished = "draft";

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
 * Leaves drafts out of builds: pages with `draft: true` are in no collection and have no output. While the site is served, they
 * have a mark. Sites from Jekyll have rules of their own, see `jekyll/front-matter`.
 *
 * @see https://www.11ty.dev/docs/config-preprocessors/#example-drafts
 */
export function addPublishing(
  eleventyConfig: EleventyConfig,
  { jekyll, pathPrefix }: Site,
  { isTaken }: BuildIndex,
): Publishing {
  const marks = new Map<string, Unpublished>();
  const publishing: Publishing = {
    markOf: (inputPath) => (isServed() ? marks.get(inputPath) : undefined),
    get hasMarks() {
      return isServed() && marks.size > 0;
    },
  };
  if (jekyll) return publishing;
  const warn = warnerOnce(eleventyConfig);
  eleventyConfig.on("eleventy.before", () => marks.clear());
  const links = warnOfLinks(eleventyConfig, { pathPrefix, isTaken, warn });
  eleventyConfig.addPreprocessor("indigo-publishing", "*", (data) => {
    if (isThemeTemplate(data)) return undefined;
    const { inputPath } = data.page;
    marks.delete(inputPath);
    validateDraft(data, warn);
    if (!isDraft(data.draft)) return undefined;
    marks.set(inputPath, "draft");
    if (isServed()) return undefined;
    links.add(data);
    return false;
  });
  // Emitted after the last preprocessor.
  eleventyConfig.on("eleventy.contentMap", () => {
    if (isServed() || marks.size === 0) return;
    eleventyConfig.logger.log(`indigo: not in this build: ${listOf("draft", [...marks.keys()])}.`);
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

/** Returns how many pages there are, and the names of the first: `2 drafts (posts/a.md, posts/b.md)`. */
function listOf(noun: string, inputPaths: readonly string[]): string {
  const names = inputPaths.map(templateName).sort();
  const more = names.length > maxNamed ? [`and ${names.length - maxNamed} more`] : [];
  const shown = [...names.slice(0, maxNamed), ...more].join(", ");
  return `${names.length} ${noun}${names.length === 1 ? "" : "s"} (${shown})`;
}
