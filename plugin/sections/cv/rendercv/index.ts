import type { DataFile } from "../../../utils/data-file.js";
import type { CvFile } from "../file-format.js";
import type { CvTexts } from "../marked-texts.js";
import { renderCvGroups } from "./groups.js";
import { renderCvHeader, renderCvResume } from "./person.js";
import { validateRenderCv } from "./read.js";

/**
 * Reads a CV in RenderCV's format, of which it shows `cv`; the other parts are the look of its PDF.
 *
 * @param log - Takes hints on a valid file.
 * @throws IndigoError for every value that does not match the format, with file, line and field.
 * @see https://docs.rendercv.com/user_guide/yaml_input_structure/cv/
 */
export function readRenderCv(data: DataFile, texts: CvTexts, log: (hint: string) => void): CvFile {
  const { person, sections } = validateRenderCv(data, log);
  const image = person.photo?.trim();
  return {
    names: sections.map(({ id }) => id),
    labels: sections.map(({ title }) => title),
    image: image ? { name: image, where: `field "cv.photo" in ${data.place(["cv", "photo"])}` } : undefined,
    get resume() {
      return renderCvResume(person, sections, texts.plain);
    },
    plain: texts.plain,
    groups: (language) => renderCvGroups(sections, language, texts),
    header: (site) => renderCvHeader(person, texts.plain, site),
  };
}
