import { fill } from "../../i18n/fill.js";
import type { Strings } from "../../i18n/strings/types.js";
import type { ShownList } from "../../publications/index.js";
import { type CvText, type CvTexts, writtenTexts } from "./marked-texts.js";
import { resumeLists } from "./parts.js";
import { type Period, type Periods, periodsIn } from "./periods.js";
import type { Resume } from "./schema.js";
import { joined, lines, oneLine } from "./text.js";

/** A text that may be a link. */
export interface Linked {
  text: CvText;
  url: string | undefined;
}

/** An entry of a CV for the partial `indigo/cv/cv-entry.njk`. */
export interface CvEntry {
  title: Linked | undefined;
  /** The employer, school, publisher or other organization. */
  subtitle: Linked | undefined;
  place: CvText | undefined;
  /** One date, or the two ends of a period. */
  period: Period[];
  /** Level of a skill or language. */
  level: CvText | undefined;
  /** Additional short facts: a grade, roles. */
  details: CvText[];
  /** Paragraphs. */
  summary: CvText[];
  /** The text of a reference, in paragraphs. */
  quote: CvText[];
  highlights: CvText[];
  /** The items of a numbered list. */
  numbered?: CvText[];
  /** Whether the numbers count down. */
  isReversed?: boolean;
  keywords: CvText[];
  /** A label of the keywords, if they need one. */
  keywordsLabel: string | undefined;
  /** A list of the site's publications; the entry has nothing else then. */
  works?: ShownList;
}

/** A group of entries of one kind, such as work or education. */
export interface CvGroup {
  /** Its name: in a JSON Resume that of the standard, such as `work`. */
  id: string;
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
 * @param texts - Reads its summaries, descriptions, highlights, references, courses and keywords. Default: as written.
 */
export function resumeGroups(
  resume: Resume,
  { language, strings }: CvLanguage,
  texts: CvTexts = writtenTexts,
): CvGroup[] {
  const summary = [entry({ summary: texts.paragraphs(resume.basics?.summary, ["basics", "summary"]) })];
  const lists = listsOf(resume, periodsIn(language, strings.cvPresent), strings, texts);
  const labels = resumeLabels(strings);
  return (["basics", ...resumeLists] as const).flatMap((id) => {
    const entries = (id === "basics" ? summary : lists[id]).filter(isShown);
    return entries.length > 0 ? [{ id, label: labels[id], isCompact: compact.has(id), entries }] : [];
  });
}

/** Returns the headings of the groups of a JSON Resume. */
export const resumeLabels = (strings: Strings): Record<(typeof resumeLists)[number] | "basics", string> => ({
  ...strings.cvGroups,
  publications: strings.publications,
  projects: strings.projects,
});

const compact: ReadonlySet<string> = new Set(["skills", "languages", "interests"]);

type ListName = (typeof resumeLists)[number];

/** Reads the texts of one entry by their fields. */
interface EntryTexts {
  /** Returns a text as a list of one or none. */
  line(field: string): CvText[];
  lines(field: string): CvText[];
  paragraphs(field: string): CvText[];
}

function listsOf(
  resume: Resume,
  { at, between }: Periods,
  { cvScore, cvCourses }: Strings,
  texts: CvTexts,
): Record<ListName, CvEntry[]> {
  /** Returns the entries of a list. */
  const entries = <Name extends ListName>(
    name: Name,
    factsOf: (item: NonNullable<Resume[Name]>[number], of: EntryTexts) => Partial<CvEntry>,
  ): CvEntry[] =>
    (resume[name] ?? []).map((item, index) => {
      const textIn = (field: string): unknown => (item as Record<string, unknown>)[field];
      return entry(
        factsOf(item, {
          line: (field) =>
            [texts.line(textIn(field) as string | undefined, [name, index, field]) ?? []].flat(),
          lines: (field) => texts.lines(textIn(field) as string[] | undefined, [name, index, field]),
          paragraphs: (field) => texts.paragraphs(textIn(field) as string | undefined, [name, index, field]),
        }),
      );
    });
  return {
    work: entries("work", (item, of) => ({
      ...named(linked(item.position), linked(item.name, item.url)),
      place: oneLine(item.location),
      period: between(item.startDate, item.endDate),
      details: of.line("description"),
      summary: of.paragraphs("summary"),
      highlights: of.lines("highlights"),
    })),
    volunteer: entries("volunteer", (item, of) => ({
      ...named(linked(item.position), linked(item.organization, item.url)),
      period: between(item.startDate, item.endDate),
      summary: of.paragraphs("summary"),
      highlights: of.lines("highlights"),
    })),
    education: entries("education", (item, of) => ({
      ...named(linked(joined(item.studyType, item.area)), linked(item.institution, item.url)),
      period: between(item.startDate, item.endDate),
      details: lines([item.score]).map((score) => fill(cvScore, score)),
      keywords: of.lines("courses"),
      keywordsLabel: cvCourses,
    })),
    awards: entries("awards", (item, of) => ({
      ...named(linked(item.title), linked(item.awarder)),
      period: at(item.date),
      summary: of.paragraphs("summary"),
    })),
    certificates: entries("certificates", (item) => ({
      ...named(linked(item.name, item.url), linked(item.issuer)),
      period: at(item.date),
    })),
    publications: entries("publications", (item, of) => ({
      ...named(linked(item.name, item.url), linked(item.publisher)),
      period: at(item.releaseDate),
      summary: of.paragraphs("summary"),
    })),
    skills: entries("skills", (item, of) => ({
      ...named(linked(item.name)),
      level: oneLine(item.level),
      keywords: of.lines("keywords"),
    })),
    languages: entries("languages", (item) => ({
      ...named(linked(item.language)),
      level: oneLine(item.fluency),
    })),
    interests: entries("interests", (item, of) => ({
      ...named(linked(item.name)),
      keywords: of.lines("keywords"),
    })),
    references: entries("references", (item, of) => ({
      ...named(linked(item.name)),
      quote: of.paragraphs("reference"),
    })),
    projects: entries("projects", (item, of) => ({
      ...named(linked(item.name, item.url), linked(item.entity)),
      period: between(item.startDate, item.endDate),
      details: lines([joined(...(item.roles ?? [])), item.type]),
      summary: of.paragraphs("description"),
      highlights: of.lines("highlights"),
      keywords: of.lines("keywords"),
    })),
  };
}

/** Returns an entry in which other facts are empty. */
export const entry = (facts: Partial<CvEntry>): CvEntry => ({
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
export const isShown = ({ title, place, level, ...entry }: CvEntry): boolean =>
  Boolean(title || place || level) ||
  [entry.details, entry.summary, entry.quote, entry.highlights, entry.numbered ?? [], entry.keywords].some(
    (texts) => texts.length > 0,
  );

/** Returns title and subtitle; an entry without a title of its own has the organization as its title. */
export const named = (title: Linked | undefined, subtitle?: Linked): Pick<CvEntry, "title" | "subtitle"> =>
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
