import { suggester } from "../../utils/errors.js";
import { maxNestingDepth } from "../../utils/nesting-depth.js";
import type { Report } from "../../utils/report.js";
import { orcidField } from "../people/orcids.js";
import { BareWords } from "./bare-words.js";
import { citedFields, cslItem } from "./csl-item.js";
import type { BibtexEntry } from "./entry.js";
import { Expansion } from "./expansion.js";
import { type Family, parentsOf, withInherited } from "./inherit.js";
import { type RawEntry, type RawField, splitBibtex } from "./split.js";
import { expand, expandedLength, isLiteral, withMonthNames } from "./strings.js";
import { privateFields } from "./theme-field-names.js";
import { abstractTypes, entryType, typeNames, volumeTypes } from "./types.js";
import { isTooDeep, valueTex } from "./values.js";

/** An entry with the values of its fields in LaTeX. */
interface Parsed {
  type: string;
  label: string;
  properties: Record<string, string>;
}

/**
 * Parses the entries of a .bib file, which split.ts has cut out of it: resolves strings and inheritance, and maps each to
 * CSL with csl-item.ts.
 *
 * @param source - The text of the file, from decode.ts.
 * @param file - Its path, for messages.
 */
export function readBibtex(source: string, file: string, report: Report): BibtexEntry[] {
  const { entries, problems, comments, notices } = splitBibtex(source);
  for (const { line, message } of notices) report.problems.push(`${file}:${line} ${message}.`);
  for (const { line, key, message } of problems) {
    const owner = key ? `publication "${key}"` : "the entry";
    report.problems.push(`${owner} in ${file}:${line} ${message}.`);
  }
  for (const { line, entryCount } of comments) {
    report.hints.push(`the @comment in ${file}:${line} contains ${entryCount} entries, which are left out.`);
  }
  if (entries.length === 0 && !/@\s*[a-z]+\s*[{(]/i.test(source) && /^[ \t]*[^\s%]/m.test(source)) {
    report.problems.push(`${file} has no entries such as "@article{…}"; nothing is read from it.`);
  }
  const context = new FileContext(file, source.length, report, entries);
  const { strings } = context;
  const parsed = new Map<string, { raw: RawEntry; entry: Parsed }>();
  const works: { raw: RawEntry; entry: Parsed }[] = [];
  for (const raw of entries) {
    if (raw.type === "string") addStrings(raw, strings, file, report);
    else {
      const unique = withoutDuplicates(raw, file, report);
      const entry = parse(unique, context);
      if (!abstractTypes.has(raw.type)) works.push({ raw: unique, entry });
      if (!parsed.has(raw.key)) parsed.set(raw.key, { raw: unique, entry });
    }
  }
  const suggestKey = suggester(() => [...parsed.keys()]);
  const suggestType = suggester(() => typeNames);
  const volumes = new Set<string>();
  const read = works.map(({ raw, entry }): BibtexEntry => {
    const place = `publication "${raw.key}" in ${file}:${raw.line}`;
    if (!entryType(raw.type, undefined)) {
      report.hints.push(
        `unknown entry type "${raw.type}" of ${place}; it is kept as a document.${suggestType(raw.type)}`,
      );
    }
    const whole = parentsOf(raw.key, entry.properties, (key) => parsed.get(key)?.entry, suggestKey);
    report.problems.push(...whole.problems.map((problem) => problem.replace("…", () => place)));
    report.hints.push(...whole.hints.map((hint) => hint.replace("…", () => place)));
    const family = limited(whole, place, context);
    const { own, all } = withInherited(entry, family);
    const lines = new Map(raw.fields.map(({ name, line }) => [name, line]));
    const lineOf = (field: string): number => lines.get(field) ?? raw.line;
    const formulas: string[] = [];
    const csl = cslItem({ type: raw.type, key: raw.key, properties: all }, formulas, (field, text) => {
      // What an entry inherits is reported for the entry that has it.
      if (lines.has(field) || family.xdata.length + family.crossref.length === 0) {
        report.hints.push(`field "${field}" of publication "${raw.key}" in ${file}:${lineOf(field)} ${text}`);
      }
    });
    for (const { label, type, properties } of family.crossref) {
      if (volumeTypes.has(type) && !properties.crossref) volumes.add(label);
    }
    const relatives = [...family.xdata, ...family.crossref].flatMap(
      ({ label }) => parsed.get(label)?.raw ?? [],
    );
    return {
      key: raw.key,
      type: raw.type,
      file,
      line: raw.line,
      lineOf,
      values: own,
      csl,
      formulas,
      isVolume: false,
      raw: withStrings(raw, strings),
      parents: relatives.map((parent) => withStrings(parent, strings)),
    };
  });
  // Of entries that inherit from each other in a circle, none is the volume of the others.
  return read.map((entry) => ({
    ...entry,
    isVolume: volumes.has(entry.key) && !("crossref" in entry.values),
  }));
}

/** What the entries of a file share. */
class FileContext {
  /** The values of `@string`, by name in lower case. */
  readonly strings = new Map<string, string>();
  readonly expansion: Expansion;
  readonly bareWords: BareWords;

  constructor(
    readonly file: string,
    length: number,
    readonly report: Report,
    entries: readonly RawEntry[],
  ) {
    this.expansion = new Expansion(length);
    this.bareWords = new BareWords(file, entries, this.strings, report);
  }
}

/** Returns a family that is empty, with a problem reported, if the file inherits too much. */
function limited(family: Family, place: string, { expansion, report }: FileContext): Family {
  const parents = [...family.crossref, ...family.xdata];
  const characters = parents.reduce((sum, { properties }) => sum + lengthOf(properties), 0);
  if (expansion.add(characters)) return family;
  report.problems.push(
    `${place} inherits by "crossref" or "xdata" what adds ${expansion.words}; what it inherits is left out. Write shorter fields there, or use them less often.`,
  );
  return { crossref: [], xdata: [], problems: [], hints: [] };
}

const lengths = new WeakMap<object, number>();

/** Returns the number of characters of an entry's fields. Memoized, since many entries may inherit them. */
function lengthOf(properties: Record<string, string>): number {
  let length = lengths.get(properties);
  if (length === undefined) {
    length = Object.entries(properties).reduce((sum, [name, value]) => sum + name.length + value.length, 0);
    lengths.set(properties, length);
  }
  return length;
}

/** How long the value of a string may be, in characters: strings that repeat each other would grow without end. */
const maxStringLength = 10_000;

/** Adds the strings of an `@string`. As in BibTeX, its value has the values that other strings have so far. */
function addStrings({ fields }: RawEntry, strings: Map<string, string>, file: string, report: Report): void {
  for (const { name, value, line } of fields) {
    if (expandedLength(value, strings) <= maxStringLength) strings.set(name, expand(value, strings));
    else {
      report.problems.push(
        `@string "${name}" in ${file}:${line} has more than ${maxStringLength} characters, with the strings in it; it is left out.`,
      );
    }
  }
}

/** Removes duplicate fields: as BibTeX does, it keeps the first and warns. Real files have such fields. */
function withoutDuplicates(raw: RawEntry, file: string, report: Report): RawEntry {
  const lines = new Map<string, number>();
  const fields = raw.fields.filter(({ name, line }) => {
    const first = lines.get(name);
    if (first === undefined) lines.set(name, line);
    else {
      report.hints.push(
        `duplicate field "${name}" of publication "${raw.key}" in ${file}:${line}; the value in line ${first} is used.`,
      );
    }
    return first === undefined;
  });
  return { ...raw, fields };
}

/** Fields that are read, but not by citation styles and not as a field of the theme. */
const otherFields: ReadonlySet<string> = new Set(["crossref", "xdata", orcidField]);

/** The fields that are read: those of citations and of the theme, references to other entries, and ORCID iDs. */
const isRead = (name: string): boolean =>
  citedFields.has(name) || privateFields.has(name) || otherFields.has(name);

/** Reads the values of the fields of an entry, with the strings that they use. */
function parse(raw: RawEntry, context: FileContext): Parsed {
  const { strings } = context;
  const properties = raw.fields
    .filter((field) => isRead(field.name) && field.value !== "" && isReadable(field, raw, context))
    .map((field): [string, string] => {
      const value = field.name === "month" ? withMonthNames(field.value) : field.value;
      return [field.name, valueTex(value, strings).tex];
    })
    .filter(([, tex]) => tex.trim() !== "");
  return { type: raw.type, label: raw.key, properties: Object.fromEntries(properties) };
}

/** Returns whether a field is neither too deep nor too long; otherwise reports a problem. */
function isReadable({ name, value, line }: RawField, { key }: RawEntry, context: FileContext): boolean {
  const { strings, file, report, expansion, bareWords } = context;
  const place = `field "${name}" of publication "${key}" in ${file}:${line}`;
  if (isTooDeep(value)) {
    report.problems.push(`${place} has braces more than ${maxNestingDepth} levels deep; it is left out.`);
    return false;
  }
  if (isLiteral(value)) return true;
  bareWords.check({ name, value, line }, key);
  if (expansion.add(expandedLength(value, strings) - value.length)) return true;
  report.problems.push(`${place} uses an @string that adds ${expansion.words}; the field is left out.`);
  return false;
}

/** Replaces the names of strings in an entry by their values, so that it is complete by itself; BibTeX knows the months. */
function withStrings(raw: RawEntry, strings: ReadonlyMap<string, string>): RawEntry {
  return {
    ...raw,
    fields: raw.fields.map((field) => {
      const value = field.name === "month" ? withMonthNames(field.value) : field.value;
      return { ...field, value: expand(value, strings) };
    }),
  };
}
