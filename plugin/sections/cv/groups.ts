import { fill } from "../../i18n/fill.js";
import type { Strings } from "../../i18n/strings/types.js";
import { resumeLists } from "./parts.js";
import { type Period, type Periods, periodsIn } from "./periods.js";
import type { Resume } from "./schema.js";
import { joined, lines, oneLine, paragraphs } from "./text.js";

/** A text that may be a link. */
export interface Linked {
  text: string;
  url: string | undefined;
}

/** An entry of a CV for the partial `indigo/cv/cv-entry.njk`. No text in it has a line break. */
export interface CvEntry {
  title: Linked | undefined;
  /** The employer, school, publisher or other organization. */
  subtitle: Linked | undefined;
  place: string | undefined;
  /** One date, or the two ends of a period. */
  period: Period[];
  /** Level of a skill or language. */
  level: string | undefined;
  /** Additional short facts: a grade, roles. */
  details: string[];
  /** Paragraphs. */
  summary: string[];
  /** The text of a reference, in paragraphs. */
  quote: string[];
  highlights: string[];
  keywords: string[];
  /** A label of the keywords, if they need one. */
  keywordsLabel: string | undefined;
}

/** A group of entries of one kind, such as work or education. */
export interface CvGroup {
  /** Its name in the standard: `work`. */
  id: (typeof resumeLists)[number] | "basics";
  label: string;
  /** Whether its entries are short and without a date, such as skills. */
  isCompact: boolean;
  entries: CvEntry[];
}

/** The language of a CV and its UI strings. */
export interface CvLanguage {
  /** A BCP 47 tag. */
  language: string;
  strings: Strings;
}

/**
 * Returns the groups of a CV: first the summary, then the lists of the résumé in the order of the standard, each with its
 * entries in the order of the file. Empty entries and empty groups are left out.
 *
 * @param resume - A validated résumé, from `readResume`: links and dates are not validated again.
 */
export function resumeGroups(resume: Resume, { language, strings }: CvLanguage): CvGroup[] {
  const summary = [entry({ summary: paragraphs(resume.basics?.summary) })];
  const lists = listsOf(resume, periodsIn(language, strings.cvPresent), strings);
  const labels = { ...strings.cvGroups, publications: strings.publications, projects: strings.projects };
  return (["basics", ...resumeLists] as const).flatMap((id) => {
    const entries = (id === "basics" ? summary : lists[id]).filter(isShown);
    return entries.length > 0 ? [{ id, label: labels[id], isCompact: compact.has(id), entries }] : [];
  });
}

const compact: ReadonlySet<CvGroup["id"]> = new Set(["skills", "languages", "interests"]);

function listsOf(
  resume: Resume,
  { at, between }: Periods,
  { cvScore, cvCourses }: Strings,
): Record<(typeof resumeLists)[number], CvEntry[]> {
  const { work = [], volunteer = [], education = [], awards = [], certificates = [], projects = [] } = resume;
  const { publications = [], skills = [], languages = [], interests = [], references = [] } = resume;
  return {
    work: work.map((item) =>
      entry({
        ...named(linked(item.position), linked(item.name, item.url)),
        place: oneLine(item.location),
        period: between(item.startDate, item.endDate),
        details: lines([item.description]),
        summary: paragraphs(item.summary),
        highlights: lines(item.highlights),
      }),
    ),
    volunteer: volunteer.map((item) =>
      entry({
        ...named(linked(item.position), linked(item.organization, item.url)),
        period: between(item.startDate, item.endDate),
        summary: paragraphs(item.summary),
        highlights: lines(item.highlights),
      }),
    ),
    education: education.map((item) =>
      entry({
        ...named(linked(joined(item.studyType, item.area)), linked(item.institution, item.url)),
        period: between(item.startDate, item.endDate),
        details: lines([item.score]).map((score) => fill(cvScore, score)),
        keywords: lines(item.courses),
        keywordsLabel: cvCourses,
      }),
    ),
    awards: awards.map((item) =>
      entry({
        ...named(linked(item.title), linked(item.awarder)),
        period: at(item.date),
        summary: paragraphs(item.summary),
      }),
    ),
    certificates: certificates.map((item) =>
      entry({ ...named(linked(item.name, item.url), linked(item.issuer)), period: at(item.date) }),
    ),
    publications: publications.map((item) =>
      entry({
        ...named(linked(item.name, item.url), linked(item.publisher)),
        period: at(item.releaseDate),
        summary: paragraphs(item.summary),
      }),
    ),
    skills: skills.map((item) =>
      entry({ ...named(linked(item.name)), level: oneLine(item.level), keywords: lines(item.keywords) }),
    ),
    languages: languages.map((item) =>
      entry({ ...named(linked(item.language)), level: oneLine(item.fluency) }),
    ),
    interests: interests.map((item) =>
      entry({ ...named(linked(item.name)), keywords: lines(item.keywords) }),
    ),
    references: references.map((item) =>
      entry({ ...named(linked(item.name)), quote: paragraphs(item.reference) }),
    ),
    projects: projects.map((item) =>
      entry({
        ...named(linked(item.name, item.url), linked(item.entity)),
        period: between(item.startDate, item.endDate),
        details: lines([joined(...(item.roles ?? [])), item.type]),
        summary: paragraphs(item.description),
        highlights: lines(item.highlights),
        keywords: lines(item.keywords),
      }),
    ),
  };
}

const entry = (facts: Partial<CvEntry>): CvEntry => ({
  title: undefined,
  subtitle: undefined,
  place: undefined,
  period: [],
  level: undefined,
  details: [],
  summary: [],
  quote: [],
  highlights: [],
  keywords: [],
  keywordsLabel: undefined,
  ...facts,
});

/** Returns whether an entry has content: a date or a label alone is none. */
const isShown = ({ title, place, level, details, summary, quote, highlights, keywords }: CvEntry): boolean =>
  Boolean(title || place || level) ||
  [details, summary, quote, highlights, keywords].some((texts) => texts.length > 0);

/** Returns title and subtitle; an entry without a title of its own has the organization as its title. */
const named = (title: Linked | undefined, subtitle?: Linked): Pick<CvEntry, "title" | "subtitle"> =>
  title ? { title, subtitle } : { title: subtitle, subtitle: undefined };

/** Returns a text with its link; without a text, the URL is the text. */
function linked(text: string | undefined, url?: string): Linked | undefined {
  const label = oneLine(text) ?? (url && shortUrl(url));
  return label ? { text: label, url } : undefined;
}

/** Shortens a URL for readers: `example.org/cv`. */
export function shortUrl(url: string): string {
  return url.replace(/^(https?:\/\/(www\.)?|mailto:|tel:)/i, "").replace(/\/$/, "");
}
