import { IndigoError } from "../../utils/errors.js";
import type { Section } from "../section.js";
import { resumeGroups } from "./groups.js";
import { resumeHeader } from "./header.js";
import { readResume } from "./read.js";
import { cvStructuredData } from "./structured-data.js";

/** The CV, from a JSON Resume file. @see https://jsonresume.org/schema */
export const cv: Section = {
  partial: "indigo/cv/cv-entry.njk",
  groupsPartial: "indigo/cv/cv-section.njk",
  read(source, { report }) {
    if (source.isFolder)
      throw new IndigoError(`a CV must be a JSON Resume file, but ${source.path} is a folder.`);
    const resume = readResume(source.path, (hint) => report.hints.push(hint));
    return {
      files: [],
      build: ({ site }) => {
        const owner = { language: site.language, name: site.author.name };
        return {
          groups: resumeGroups(resume, site),
          head: resumeHeader(resume, owner),
          structuredData: (url) => cvStructuredData(resume, { ...owner, url: site.url && url }),
        };
      },
    };
  },
};
