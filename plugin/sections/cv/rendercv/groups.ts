import { escapeHtml } from "../../../utils/html.js";
import { isDate } from "../dates.js";
import {
  type CvEntry,
  type CvGroup,
  type CvLanguage,
  entry,
  isShown,
  type Linked,
  named,
} from "../groups.js";
import { type CvText, type CvTexts, MarkedText } from "../marked-texts.js";
import { type Period, type Periods, periodsIn } from "../periods.js";
import type { RenderCvEntry, RenderCvSection } from "./schema.js";

/** Returns the groups of a RenderCV file, one for each section, in the order of the file. */
export function renderCvGroups(
  sections: readonly RenderCvSection[],
  { language, strings }: CvLanguage,
  texts: CvTexts,
): CvGroup[] {
  const periods = periodsIn(language, strings.cvPresent);
  return sections.flatMap(({ id, title, entries }) => {
    const shown = joinLists(entries.map((each) => entryOf(each, periods, texts))).filter(isShown);
    const isCompact = entries.length > 0 && entries.every(({ type }) => type === "OneLineEntry");
    return shown.length > 0 ? [{ id, label: title, isCompact, entries: shown }] : [];
  });
}

/** Values that RenderCV has in many types of entries. */
interface Dates {
  date?: string | null | undefined;
  start_date?: string | null | undefined;
  end_date?: string | null | undefined;
}

function entryOf({ type, value, path }: RenderCvEntry, periods: Periods, texts: CvTexts): CvEntry {
  const fields = value as Record<string, unknown>;
  const line = (field: string): CvText | undefined =>
    texts.line((fields[field] as string | null | undefined) ?? undefined, [...path, field]);
  const list = (field: string): CvText[] => [line(field) ?? []].flat();
  const linked = (field: string, url?: string | null): Linked | undefined => {
    const text = line(field);
    return text === undefined ? undefined : { text, url: url ?? undefined };
  };
  const url = value.url;
  const described = (): Partial<CvEntry> => ({
    place: line("location"),
    period: periodOf(value as Dates, periods),
    summary: texts.paragraphs((fields.summary as string | null | undefined) ?? undefined, [
      ...path,
      "summary",
    ]),
    highlights: highlightsOf(
      fields.highlights as Highlight[] | null | undefined,
      [...path, "highlights"],
      texts,
    ),
  });
  switch (type) {
    case "OneLineEntry":
      return entry({ ...named(linked("label", url)), level: line("details") });
    case "ExperienceEntry":
      return entry({ ...named(linked("position"), linked("company", url)), ...described() });
    case "EducationEntry":
      return entry({
        ...named(joinedTitle(line("degree"), line("area")), linked("institution", url)),
        ...described(),
        details: list("grade"),
      });
    case "PublicationEntry": {
      const doi = value.doi?.trim();
      const authors = value.authors.flatMap(
        (name, index) => texts.line(name, [...path, "authors", index]) ?? [],
      );
      return entry({
        ...named(linked("title", doi ? `https://doi.org/${encodeURI(doi)}` : url), linked("journal")),
        period: periodOf(value, periods),
        details: authors.length > 0 ? [joinTexts(authors, ", ")] : [],
        summary: texts.paragraphs(value.summary ?? undefined, [...path, "summary"]),
      });
    }
    case "NormalEntry":
      return entry({ ...named(linked("name", url)), ...described() });
    case "BulletEntry":
      return entry({ highlights: highlightsOf([value.bullet], [...path, "bullet"], texts) });
    case "NumberedEntry":
      return entry({ numbered: list("number") });
    case "ReversedNumberedEntry":
      return entry({ numbered: list("reversed_number"), isReversed: true });
    case "TextEntry":
      return entry({ summary: texts.paragraphs(value.content, [...path, "content"]) });
  }
}

/** Returns degree and area as one title. */
function joinedTitle(degree: CvText | undefined, area: CvText | undefined): Linked | undefined {
  const parts = [degree, area].filter((part) => part !== undefined);
  return parts.length > 0 ? { text: joinTexts(parts, ", "), url: undefined } : undefined;
}

const htmlOf = (text: CvText): string => (typeof text === "string" ? escapeHtml(text) : text.html);

/** Joins texts to one, which has marks if one of them has. */
function joinTexts(texts: readonly CvText[], between: string): CvText {
  const plain = texts.map(String).join(between);
  return texts.every((text) => typeof text === "string")
    ? plain
    : new MarkedText(texts.map(htmlOf).join(between), plain);
}

/** Returns a period: any text in `date`, else start and end; an end alone is a date. */
function periodOf({ date, start_date: start, end_date: end }: Dates, { at, between }: Periods): Period[] {
  if (date) return isDate(date) ? at(date) : [{ text: date, iso: undefined }];
  return between(start ?? undefined, end === "present" && start ? undefined : (end ?? undefined));
}

type Highlight = string | { content: string };

/** Returns the items of a list. As in RenderCV, ` - ` starts an item of a list within the item. */
function highlightsOf(
  items: readonly Highlight[] | null | undefined,
  path: readonly PropertyKey[],
  texts: CvTexts,
): CvText[] {
  return (items ?? []).flatMap((item, index): CvText[] => {
    const source = typeof item === "string" ? item : item.content;
    const at = path.at(-1) === "highlights" ? [...path, index] : path;
    const [first, ...inner] = source.split(/\s+-\s+/).flatMap((part) => texts.line(part, at) ?? []);
    if (first === undefined) return [];
    if (inner.length === 0) return [first];
    const html = `${htmlOf(first)}<ul>${inner.map((part) => `<li>${htmlOf(part)}</li>`).join("")}</ul>`;
    return [new MarkedText(html, [first, ...inner].join(" – "))];
  });
}

/** Joins entries in a row that have nothing but items of one list, or paragraphs. */
function joinLists(entries: readonly CvEntry[]): CvEntry[] {
  const joined: CvEntry[] = [];
  for (const each of entries) {
    const last = joined.at(-1);
    const kind = kindOf(each);
    if (!last || kind === undefined || kind !== kindOf(last)) joined.push({ ...each });
    else {
      last.summary = [...last.summary, ...each.summary];
      last.highlights = [...last.highlights, ...each.highlights];
      if (last.numbered) last.numbered = [...last.numbered, ...(each.numbered ?? [])];
    }
  }
  return joined;
}

/** Returns what an entry is, if it is no more than a part of a list or text. */
function kindOf({
  title,
  place,
  period,
  summary,
  highlights,
  numbered,
  isReversed,
}: CvEntry): string | undefined {
  if (title || place || period.length > 0) return undefined;
  if (summary.length > 0) return highlights.length > 0 ? undefined : "text";
  if (highlights.length > 0) return "list";
  return numbered && (isReversed ? "reversed" : "numbered");
}
