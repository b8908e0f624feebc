import { IndigoError } from "../../utils/errors.js";
import type { Section } from "../section.js";
import { resumeGroups } from "./groups.js";
import { resumeHeader } from "./header.js";
import { markdownTexts } from "./marked-texts.js";
import { readCvFile, resumeOf } from "./read.js";
import { cvStructuredData } from "./structured-data.js";

/** The CV, from a JSON Resume file. @see https://jsonresume.org/schema */
export const cv: Section = {
  partial: "indigo/cv/cv-entry.njk",
  groupsPartial: "indigo/cv/cv-section.njk",
  read(source, context) {
    if (source.isFolder)
      throw new IndigoError(`a CV must be a JSON Resume file, but ${source.path} is a folder.`);
    const data = readCvFile(source.path);
    const resume = resumeOf(data, source.path, (hint) => context.report.hints.push(hint));
    const texts = markdownTexts(context, data.place);
    return {
      files: [],
      build: ({ site }) => {
        const owner = { language: site.language, name: site.author.name };
        const { plain } = texts;
        return {
          groups: resumeGroups(resume, site, texts),
          head: resumeHeader(resume, owner),
          structuredData: (url) => cvStructuredData(resume, { ...owner, plain, url: site.url && url }),
        };
      },
    };
  },
};
