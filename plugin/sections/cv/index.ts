import { IndigoError } from "../../utils/errors.js";
import type { Section } from "../section.js";
import { resumeGroups } from "./groups.js";
import { resumeHeader } from "./header.js";
import { readResume } from "./read.js";
import { cvStructuredData } from "./structured-data.js";

/** A CV from a file of JSON Resume. @see https://jsonresume.org/schema */
export const cv: Section = {
  partial: "indigo/cv/cv-entry.njk",
  groupsPartial: "indigo/cv/cv-section.njk",
  read(found, { report }) {
    if (found.isFolder)
      throw new IndigoError(`a CV is one file of JSON Resume, but ${found.path} is a folder.`);
    const resume = readResume(found.path, (hint) => report.hints.push(hint));
    return {
      files: [],
      build: ({ site }) => {
        const whose = { language: site.language, name: site.author.name };
        return {
          groups: resumeGroups(resume, site),
          head: resumeHeader(resume, whose),
          structuredData: (url) => cvStructuredData(resume, { ...whose, url: site.url && url }),
        };
      },
    };
  },
};
