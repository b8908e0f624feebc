import * as z from "zod";
import { orcidIn, orcidProblem } from "../accounts/orcid.js";
import { file, link, text } from "../utils/schema-values.js";

/** An ORCID iD, bare or as the URL of the profile. The output is the bare iD. */
export const orcid = z.string().transform((value, context) => {
  const problem = orcidProblem(value);
  if (problem === undefined) return orcidIn(value);
  context.addIssue({ code: "custom", message: problem });
  return z.NEVER;
});

/** A co-author: their home page, or that and their ORCID iD. */
export const coauthor = z.union([
  link.transform((url) => ({ url, orcid: undefined })),
  z.strictObject({
    /** Home page, which lists of publications link. */
    url: link.optional(),

    /** ORCID iD, for search engines. @example "0000-0002-1825-0097" */
    orcid: orcid.optional(),
  }),
]);

/** A validated co-author. */
export type Coauthor = z.output<typeof coauthor>;

/** Co-authors by name, or the path of a file with them. */
export const coauthors = z.union([z.record(text, coauthor), file]);
