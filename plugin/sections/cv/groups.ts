import { fill } from "../../i18n/fill.js";
import type { Strings } from "../../i18n/strings/types.js";
import { resumeLists } from "./parts.js";
import { type Period, type Periods, periodsIn } from "./periods.js";
import type { Resume } from "./schema.js";
import { joined, lines, oneLine, paragraphs } from "./text.js";

/** A text, and where it leads. */
export interface Linked {
  text: string;
  url: string | undefined;
}

/** One entry of a CV, as the partial `indigo/cv/cv-entry.njk` shows it. No text in it has a line break. */
export interface CvEntry {
  title: Linked | undefined;
  /** With whom or where it was: an employer, a school, a publisher. */
  subtitle: Linked | undefined;
  place: string | undefined;
  /** One moment, or the two ends of a period. */
  period: Period[];
  /** How well something is known. */
  level: string | undefined;
  /** Short facts besides: a grade, roles. */
  details: string[];
  /** Paragraphs. */
  summary: string[];
  /** What someone else says, in paragraphs. */
  quote: string[];
  highlights: string[];
  keywords: string[];
  /** What the keywords are, where that needs saying. */
  keywordsLabel: string | undefined;
}

/** Entries of one kind. */
export interface CvGroup {
  /** The standard's name for it: `work`. */
  id: (typeof resumeLists)[number] | "basics";
  label: string;
  /** Whether its entries are short and without a date, as skills are. */
  isCompact: boolean;
  entries: CvEntry[];
}

/** What a CV is written with. */
export interface CvLanguage {
  /** A BCP 47 tag. */
  language: string;
  strings: Strings;
}

/**
 * The groups of a CV: first the summary, then the lists of a résumé in the order of the standard, each with its entries
 * in the order of the file. An entry with nothing to show is left out, and so is a group with none.
 *
 * @param resume - As `readResume` gives it: links and dates are taken as they are.
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

/** A date or a label alone tells nothing. */
const isShown = ({ title, place, level, details, summary, quote, highlights, keywords }: CvEntry): boolean =>
  Boolean(title || place || level) ||
  [details, summary, quote, highlights, keywords].some((texts) => texts.length > 0);

/** What has no name of its own is called by where it was. */
const named = (title: Linked | undefined, subtitle?: Linked): Pick<CvEntry, "title" | "subtitle"> =>
  title ? { title, subtitle } : { title: subtitle, subtitle: undefined };

/** What has an address but no name is called by its address. */
function linked(text: string | undefined, url?: string): Linked | undefined {
  const shown = oneLine(text) ?? (url && shortAddress(url));
  return shown ? { text: shown, url } : undefined;
}

/** An address as a reader would write it: `example.org/cv`. */
export function shortAddress(url: string): string {
  return url.replace(/^(https?:\/\/(www\.)?|mailto:|tel:)/i, "").replace(/\/$/, "");
}
