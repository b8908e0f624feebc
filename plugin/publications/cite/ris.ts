import { plainText } from "../csl/rich-text.js";
import type { CslDate, CslItem, CslName } from "../csl/schema.js";
import { genreText } from "../csl/venue.js";
import { joined } from "../people/names.js";
import { type RisType, risTypes } from "./ris-types.js";

type Line = [tag: string, value: string | undefined];

/**
 * Writes a work in CSL-JSON as a reference in RIS, with the tags as Zotero and EndNote read them. Each value is one line of
 * plain text; lines end as the specification says.
 *
 * @param keywords - The keywords of the work, each as one text.
 * @see https://web.archive.org/web/20120526103719/http://refman.com/support/risformat_intro.asp
 */
export function risEntry(item: CslItem, keywords: readonly string[] = []): string {
  const type: RisType = Object.hasOwn(risTypes, item.type ?? "")
    ? risTypes[item.type as keyof typeof risTypes]
    : risTypes.document;
  const text = (variable: string): string | undefined => {
    const value = item[variable];
    return typeof value === "string" || typeof value === "number" ? plainText(String(value)) : undefined;
  };
  const names = (variable: string): CslName[] => (item[variable] as CslName[] | undefined) ?? [];
  const editors = type.isWhole && type.editors === "A3" ? "A2" : "A3";
  const lines: Line[] = [
    ["TY", type.name],
    ...people("AU", names("author")),
    ...people(type.editors, names("editor")),
    ...people(editors, names("collection-editor")),
    ...people("A4", names("translator")),
    ["TI", text("title")],
    ["ST", text("title-short")],
    ...titles(type, text),
    ["J2", text("container-title-short") ?? text("journalAbbreviation")],
    ...dates(item.issued, text("status")),
    ["VL", text("volume")],
    ["IS", text("issue")],
    ["ET", text("edition") ?? text("version")],
    ["NV", text("number-of-volumes")],
    ["SE", text("chapter-number")],
    [type.isWhole ? "M1" : "SV", text("collection-number")],
    ...pages(text("page") ?? (type.isWhole ? text("number-of-pages") : undefined)),
    [type.number, text("number")],
    ["M3", genreOf(text("genre"))],
    ["PB", text("publisher")],
    ["CY", text("publisher-place") ?? text("event-place")],
    ...standardNumbers(type, text),
    ["DO", text("DOI")],
    ["UR", text("URL")],
    ["LA", text("language")],
    ...keywords.map((keyword): Line => ["KW", withoutAsterisks(keyword)]),
    ["AB", text("abstract")],
    ["N1", text("note")],
    ["LB", text("id")],
  ];
  const written = lines.flatMap(([tag, value = ""]) => {
    const line = oneLine(value);
    return line ? [`${tag}  - ${line}\r\n`] : [];
  });
  return `${written.join("")}ER  - \r\n`;
}

type TextReader = (variable: string) => string | undefined;

/** Returns the titles of what the work is in. Of a paper at a conference, `T2` is the conference, `C3` the proceedings. */
function titles({ name, isWhole }: RisType, text: TextReader): Line[] {
  const container = text("container-title");
  const series = text("collection-title");
  if (name === "CONF")
    return [
      ["T2", text("event-title") ?? container],
      ["C3", container],
      ["T3", series],
    ];
  if (!isWhole)
    return [
      ["T2", container ?? text("event-title")],
      ["T3", series],
    ];
  return [
    ["T2", series ?? container],
    ["T3", series && container],
  ];
}

/** Returns date and year: `2021/05/12/`. What is no date, such as `in press`, is in the last part, which is free text. */
function dates(issued: CslDate | undefined, status: string | undefined): Line[] {
  const [[year, month, day] = []] = issued?.["date-parts"] ?? [];
  const words = issued?.literal ?? issued?.raw;
  const two = (part: string | number | null | undefined): string =>
    part === undefined || part === null || part === "" ? "" : String(part).padStart(2, "0");
  if (year === undefined || year === null || year === "") {
    const free = words ?? status;
    return free ? [["DA", `///${plainText(free)}`]] : [];
  }
  return [
    ["DA", `${String(year).padStart(4, "0")}/${two(month)}/${two(day)}/`],
    ["PY", String(year).padStart(4, "0")],
  ];
}

/** Returns first and last page, if the pages are one range: `S1-4–S1-9` has a dash between, and hyphens in numbers. */
function pages(text: string | undefined): Line[] {
  if (text === undefined) return [];
  const parts = text.split(/[–—]/.test(text) ? /\s*[–—]+\s*/ : /\s*-+\s*/);
  const [first, last] = parts;
  if (parts.length !== 2 || !first || !last || /[,;]/.test(text)) return [["SP", text]];
  return [
    ["SP", first],
    ["EP", last],
  ];
}

/** Returns ISSN or ISBN: that of the periodical for a part of one. */
function standardNumbers({ isWhole, name }: RisType, text: TextReader): Line[] {
  const [isbn, issn] = [text("ISBN"), text("ISSN")];
  const hasBook = isWhole || ["CHAP", "CONF", "ENCYC", "DICT", "GEN"].includes(name);
  return [["SN", hasBook ? (isbn ?? issn) : (issn ?? isbn)]];
}

const genreOf = (genre: string | undefined): string | undefined => genre && genreText(genre);

const people = (tag: string, names: readonly CslName[]): Line[] =>
  names.map((name): Line => [tag, risName(name)]);

/** Returns a name as RIS has it: `van Beethoven, Ludwig`, `King, Martin Luther, Jr.`. */
function risName({ literal, family, given, suffix, ...rest }: CslName): string {
  const particle = [rest["dropping-particle"], rest["non-dropping-particle"]].filter(Boolean).join(" ");
  if (literal !== undefined) return namePart(literal);
  const last = namePart(joined(particle || undefined, family));
  const parts = suffix ? [last, namePart(given ?? ""), namePart(suffix)] : [last, namePart(given ?? "")];
  return given || suffix ? parts.join(", ") : last;
}

/** Returns a part of a name without commas, which would end it: RIS has no quotes or escapes. */
const namePart = (text: string): string => withoutAsterisks(plainText(text.replace(/\s*,\s*/g, " ")));

/** Writes asterisks, which names and keywords must not have, as the character for the operator. */
const withoutAsterisks = (text: string): string => text.replaceAll("*", "∗");

/** Returns a text in one line: a line break would end the value, and might start another tag. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
