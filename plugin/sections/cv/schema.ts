import * as z from "zod";
import { prebuilt, versionKey } from "../../utils/prebuilt.js";
import { load } from "../../utils/require.js";

/** A day, month or year: `2014-06-29`, `2014-06`, `2014`. */
export type ResumeDate = string;

/** Where an account is kept. */
export interface ResumeProfile {
  network?: string;
  username?: string;
  url?: string;
}

/** Where someone lives. */
export interface ResumeLocation {
  /** May have several lines. */
  address?: string;
  postalCode?: string;
  city?: string;
  /** As ISO 3166-1 alpha-2 has it: `FR`. */
  countryCode?: string;
  region?: string;
}

/** Who it is. */
export interface ResumeBasics {
  name?: string;
  label?: string;
  image?: string;
  email?: string;
  phone?: string;
  url?: string;
  summary?: string;
  location?: ResumeLocation;
  profiles?: ResumeProfile[];
}

interface Dated {
  startDate?: ResumeDate;
  endDate?: ResumeDate;
}

interface Described {
  url?: string;
  summary?: string;
  highlights?: string[];
}

export interface ResumeWork extends Dated, Described {
  name?: string;
  location?: string;
  /** What the employer is. */
  description?: string;
  position?: string;
}

export interface ResumeVolunteer extends Dated, Described {
  organization?: string;
  position?: string;
}

export interface ResumeEducation extends Dated {
  institution?: string;
  url?: string;
  area?: string;
  studyType?: string;
  score?: string;
  courses?: string[];
}

export interface ResumeAward {
  title?: string;
  date?: ResumeDate;
  awarder?: string;
  summary?: string;
}

export interface ResumeCertificate {
  name?: string;
  date?: ResumeDate;
  url?: string;
  issuer?: string;
}

export interface ResumePublication {
  name?: string;
  publisher?: string;
  releaseDate?: ResumeDate;
  url?: string;
  summary?: string;
}

export interface ResumeSkill {
  name?: string;
  level?: string;
  keywords?: string[];
}

export interface ResumeLanguage {
  language?: string;
  fluency?: string;
}

export interface ResumeInterest {
  name?: string;
  keywords?: string[];
}

export interface ResumeReference {
  name?: string;
  /** What they say. */
  reference?: string;
}

export interface ResumeProject extends Dated {
  name?: string;
  description?: string;
  highlights?: string[];
  keywords?: string[];
  url?: string;
  roles?: string[];
  entity?: string;
  type?: string;
}

/**
 * A JSON Resume, every part of which may be missing; parts that the standard does not know are left as they are.
 *
 * @see https://jsonresume.org/schema
 */
export interface Resume {
  basics?: ResumeBasics;
  work?: ResumeWork[];
  volunteer?: ResumeVolunteer[];
  education?: ResumeEducation[];
  awards?: ResumeAward[];
  certificates?: ResumeCertificate[];
  publications?: ResumePublication[];
  skills?: ResumeSkill[];
  languages?: ResumeLanguage[];
  interests?: ResumeInterest[];
  references?: ResumeReference[];
  projects?: ResumeProject[];
}

/** As much of a JSON Schema as that of résumés is made of. */
export interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
}

let standard: { json: JsonSchema; schema: z.ZodType } | undefined;

/** The key of the prebuilt schema. */
export const resumeSchemaKey = (): string => versionKey("@jsonresume/schema");

/** Reads the schema from its package, of which all else is of no use here. */
export const readResumeSchema = (): JsonSchema => load("@jsonresume/schema/schema.json") as JsonSchema;

/** The standard's own schema, as it is and as zod has it; loaded for a site that has a résumé. */
export function resumeStandard(): { json: JsonSchema; schema: z.ZodType } {
  if (!standard) {
    const json = prebuilt("resume/schema", resumeSchemaKey(), readResumeSchema);
    standard = { json, schema: z.fromJSONSchema(json as Parameters<typeof z.fromJSONSchema>[0]) };
  }
  return standard;
}
