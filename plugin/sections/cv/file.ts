import { isRecord } from "../../utils/records.js";
import type { ReadContext } from "../section.js";
import type { CvFile } from "./file-format.js";
import { resumeGroups } from "./groups.js";
import { resumeHeader } from "./header.js";
import { markdownTexts } from "./marked-texts.js";
import { resumeLists } from "./parts.js";
import { readCvFile, resumeOf } from "./read.js";
import { readRenderCv } from "./rendercv/index.js";

/**
 * Reads the file of a CV: RenderCV's, whose root is `cv`, or else a JSON Resume.
 *
 * @throws IndigoError for a missing, empty or malformed file, and for every value that does not match its format, with file,
 * line and field.
 */
export function readCv(file: string, context: ReadContext): CvFile {
  const data = readCvFile(file);
  const texts = markdownTexts(context, data.place);
  const log = (hint: string): void => void context.report.hints.push(hint);
  const { value, place } = data;
  if (isRecord(value) && "cv" in value && !("basics" in value)) return readRenderCv(data, texts, log);
  const resume = resumeOf(data, file, log);
  const image = resume.basics?.image?.trim();
  return {
    names: ["basics", ...resumeLists],
    image: image
      ? { name: image, where: `field "basics.image" in ${place(["basics", "image"])}` }
      : undefined,
    resume,
    plain: texts.plain,
    groups: (language) => resumeGroups(resume, language, texts),
    header: (site) => resumeHeader(resume, site),
  };
}
