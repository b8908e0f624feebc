import * as z from "zod";
import { prebuilt, versionKey } from "../../utils/prebuilt.js";
import { load } from "../../utils/require.js";

/** A day, month or year: `2014-06-29`, `2014-06`, `2014`. */
export type ResumeDate = string;

/** A profile at a service. */
export interface ResumeProfile {
  network?: string;
  username?: string;
  url?: string;
}

/** A postal address. */
export interface ResumeLocation {
  /** Street and number, on one line or several. */
  address?: string;
  postalCode?: string;
  city?: string;
  /** An ISO 3166-1 alpha-2 code: `FR`. */
  countryCode?: string;
  region?: string;
}

/** Name, contact details and summary. */
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
  /** Description of the employer. */
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
  /** Text of the reference. */
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
 * A JSON Resume. Every part is optional; parts outside the standard are kept.
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

/** The part of JSON Schema that the schema of JSON Resume uses. */
export interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
}

let standard: { json: JsonSchema; schema: z.ZodType } | undefined;

/** Returns the key of the prebuilt schema. */
export const resumeSchemaKey = (): string => versionKey("@jsonresume/schema");

/** Reads the schema from its package, of which nothing else is used. */
export const readResumeSchema = (): JsonSchema => load("@jsonresume/schema/schema.json") as JsonSchema;

/** Returns the standard's schema as JSON Schema and as a zod schema; cached, and loaded only for a site with a résumé. */
export function resumeStandard(): { json: JsonSchema; schema: z.ZodType } {
  if (!standard) {
    const json = prebuilt("resume/schema", resumeSchemaKey(), readResumeSchema);
    standard = { json, schema: z.fromJSONSchema(json as Parameters<typeof z.fromJSONSchema>[0]) };
  }
  return standard;
}
