import path from "node:path";
import { findNamedFile } from "../../eleventy/named-files.js";
import { type SiteFile, urlOfFile } from "../../eleventy/site-files.js";
import type { CvOptions } from "../../options/sections.js";
import { configFileName } from "../../utils/config-file-name.js";
import { isExternal } from "../../utils/schema-values.js";
import type { ReadContext, SectionSource } from "../section.js";

/** The photo of a CV. */
export interface CvPhoto {
  url: string;
  alt: string;
}

/** The image that the file of a CV names. */
interface OwnImage {
  name: string;
  /** Names its field in messages: `field "basics.image" in cv.yaml:3`. */
  where: string;
}

/**
 * Finds the photo of a CV, which is never loaded from another host: the file that the option names, else the image of the CV
 * itself. An image that is a full URL needs the option, since a résumé for other programs names it anyway.
 *
 * @returns The photo, and the file to copy; neither if there is none.
 */
export function findPhoto(
  image: OwnImage | undefined,
  option: CvOptions["photo"],
  source: SectionSource,
  context: ReadContext,
): { photo?: CvPhoto; files: SiteFile[] } {
  const { file, alt = "" } =
    typeof option === "object" ? { file: option.path, alt: option.alt } : { file: undefined };
  const named = typeof option === "string" ? option : file;
  const isWanted = option === true || typeof option === "object";
  const where = `option "sections.cv.photo" in ${configFileName()}`;
  if (option === false) return { files: [] };
  if (named !== undefined)
    return found({ name: named, where }, alt, source, context, context.report.problems);
  if (!image) {
    if (isWanted) context.report.hints.push(`${where} asks for a photo, but ${source.path} names no image.`);
    return { files: [] };
  }
  if (isExternal(image.name) && !isWanted) return { files: [] };
  return found(image, alt, source, context, context.report.hints);
}

/** @param messages - Takes what is wrong with the file. */
function found(
  { name, where }: OwnImage,
  alt: string,
  source: SectionSource,
  { eleventyConfig, isOtherHost }: ReadContext,
  messages: string[],
): { photo?: CvPhoto; files: SiteFile[] } {
  if (isExternal(name)) {
    if (!isOtherHost(name)) return { photo: { url: name, alt }, files: [] };
    messages.push(
      `${where} is an image at another host, which is not shown: "${name}". Save it in the site and name its path.`,
    );
    return { files: [] };
  }
  const folder = path.posix.dirname(source.path);
  const to = path.posix.relative(eleventyConfig.directories.input, folder);
  const { file, refusal } = findNamedFile(eleventyConfig, {
    name,
    kinds: ["image"],
    beside: to.startsWith("..") ? undefined : { folder, to },
  });
  if (file) return { photo: { url: urlOfFile(file), alt }, files: [{ ...file, namedBy: where }] };
  messages.push(`${where} names ${refusal ?? `a file that does not exist: "${name}".`}`);
  return { files: [] };
}
