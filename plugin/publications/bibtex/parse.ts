import { suggester } from "../../utils/errors.js";
import { maxNestingDepth } from "../../utils/nesting-depth.js";
import type { Report } from "../../utils/report.js";
import type { CslItem } from "../csl/schema.js";
import { BareWords } from "./bare-words.js";
import { citation, types } from "./citation-js.js";
import { Expansion } from "./expansion.js";
import { type Family, parentsOf, withInherited } from "./inherit.js";
import { readableLatex, verbatim } from "./latex.js";
import { maxNameWords, nameFields, withLongNamesInBraces } from "./long-names.js";
import { type RawEntry, type RawField, splitBibtex } from "./split.js";
import { expand, expandedLength, isLiteral, withMonthNames } from "./strings.js";

/** A parsed entry of a .bib file. Before that it is a {@link RawEntry}; works.ts makes a publication of it. */
export interface BibtexEntry {
  key: string;
  /** Its type in lower case. */
  type: string;
  file: string;
  line: number;
  /** Returns the line of a field; the entry's, if it has no such field. */
  lineOf(field: string): number;
  /** Its own fields and those of its `xdata`, with `@string` values resolved, in LaTeX. */
  values: Record<string, string>;
  csl: CslItem;
  /** The formulas that are placeholder characters in the texts of `csl`. */
  formulas: string[];
  /** Its source, and below that of the entries it inherits from. */
  raw: RawEntry;
  parents: RawEntry[];
}

/** An entry as Citation.js returns it before it is mapped to CSL. */
interface Parsed {
  type: string;
  label: string;
  properties: Record<string, string>;
}

/** The CSL types of BibLaTeX's types that Citation.js does not know and would turn into documents. */
const furtherTypes: Record<string, string> = {
  suppbook: "chapter",
  suppcollection: "chapter",
  suppperiodical: "article-journal",
  bibnote: "document",
  commentary: "book",
};
const cslTypes: Record<string, string> = {
  ...types.bibtex.source,
  ...types.biblatex.source,
  ...furtherTypes,
};

/** Types of entries that others refer to and that are no works themselves. */
const containers = new Set(["xdata", "set"]);

/** Fields whose values are not LaTeX. */
const verbatimFields = new Set([
  ..."doi url urlraw eprint file pdf crossref xref xdata ids related entryset arxiv html code".split(" "),
]);

/**
 * Parses the entries of a .bib file. Citation.js parses values, names and dates, and maps them to CSL, one entry at a
 * time, of those that split.ts has cut out of the file.
 *
 * @param source - The text of the file, from decode.ts.
 * @param file - Its path, for messages.
 * @see https://github.com/citation-js/citation-js/tree/main/packages/plugin-bibtex
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
      if (!entry) continue;
      if (!containers.has(raw.type)) works.push({ raw: unique, entry });
      if (!parsed.has(raw.key)) parsed.set(raw.key, { raw: unique, entry });
    }
  }
  const suggestKey = suggester(() => [...parsed.keys()]);
  const suggestType = suggester(() => Object.keys(cslTypes));
  return works.flatMap(({ raw, entry }) => {
    const place = `publication "${raw.key}" in ${file}:${raw.line}`;
    if (!Object.hasOwn(cslTypes, raw.type)) {
      report.hints.push(
        `unknown entry type "${raw.type}" of ${place}; it is kept as a document.${suggestType(raw.type)}`,
      );
    }
    const whole = parentsOf(raw.key, entry.properties, (key) => parsed.get(key)?.entry, suggestKey);
    report.problems.push(...whole.problems.map((problem) => problem.replace("…", () => place)));
    const family = limited(whole, place, context);
    const { own, all } = withInherited(entry, family);
    const lines = new Map(raw.fields.map(({ name, line }) => [name, line]));
    const lineOf = (field: string): number => lines.get(field) ?? raw.line;
    const formulas: string[] = [];
    const csl = toCsl({ ...entry, properties: all }, formulas, { place, file, lineOf, report });
    if (!csl) return [];
    const relatives = [...family.xdata, ...family.crossref].flatMap(
      ({ label }) => parsed.get(label)?.raw ?? [],
    );
    return [
      {
        key: raw.key,
        type: raw.type,
        file,
        line: raw.line,
        lineOf,
        values: own,
        csl: Object.hasOwn(furtherTypes, raw.type) ? { ...csl, type: furtherTypes[raw.type] } : csl,
        formulas,
        raw: withStrings(raw, strings),
        parents: relatives.map((parent) => withStrings(parent, strings)),
      },
    ];
  });
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
  return { crossref: [], xdata: [], problems: [] };
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

/** The names of fields that Citation.js parses. */
const fieldName = /^[a-z_][a-z0-9_:+-]*$/;

/** Parses one entry with Citation.js, with the strings that it uses; undefined, with a problem reported, if that fails. */
function parse(raw: RawEntry, context: FileContext): Parsed | undefined {
  const { strings, file, report } = context;
  const fields = raw.fields.filter(({ name, value }) => fieldName.test(name) && value !== "");
  const body = fields
    .filter((field) => isReadable(field, raw, context))
    .map(
      ({ name, value }) =>
        `${name} = ${expand(name === "month" ? namedMonths(withMonthNames(value), strings) : value, strings)}`,
    )
    .join(",\n");
  try {
    const [entry] = citation.input.data(`@${raw.type}{key,\n${body}}`, "@biblatex/text") as Parsed[];
    return entry && { ...entry, label: raw.key, properties: texts(entry.properties) };
  } catch (error) {
    report.problems.push(
      `publication "${raw.key}" in ${file}:${raw.line} cannot be read: ${reason(error)}; it is left out.`,
    );
    return undefined;
  }
}

/** Returns whether a field is neither too deep nor too long; otherwise reports a problem. Also reports unknown strings. */
function isReadable({ name, value, line }: RawField, { key }: RawEntry, context: FileContext): boolean {
  const { strings, file, report, expansion, bareWords } = context;
  const place = `field "${name}" of publication "${key}" in ${file}:${line}`;
  if (braceDepth(value) > maxNestingDepth) {
    report.problems.push(`${place} has braces more than ${maxNestingDepth} levels deep; it is left out.`);
    return false;
  }
  if (isLiteral(value)) return true;
  bareWords.check({ name, value, line }, key);
  if (expansion.add(expandedLength(value, strings) - value.length)) return true;
  report.problems.push(`${place} uses an @string that adds ${expansion.words}; the field is left out.`);
  return false;
}

/** Returns how deep braces are nested in a value. */
function braceDepth(value: string): number {
  let [open, deepest] = [0, 0];
  for (let at = 0; at < value.length; at += 1) {
    const character = value.charAt(at);
    if (character === "{") deepest = Math.max(deepest, ++open);
    else if (character === "}") open -= 1;
  }
  return deepest;
}

/** Quotes months: Citation.js would turn them into numbers, and in `10 # "~" # oct` day and month would look the same. */
const namedMonths = (value: string, strings: ReadonlyMap<string, string>): string =>
  isLiteral(value)
    ? value
    : value.replace(/(?<=^|#\s*)[a-z]{3}(?=\s*(?:#|$))/gi, (name) =>
        strings.has(name.toLowerCase()) ? name : `"${name}"`,
      );

const texts = (properties: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, String(value)]));

/** Returns the first line of an error of Citation.js: the others are about its grammar. */
const reason = (error: unknown): string => String((error as Error).message).split(/ at line |\n/)[0] ?? "";

/** Maps a parsed entry to CSL; undefined, with a problem reported, if that fails. */
function toCsl(entry: Parsed, formulas: string[], source: EntrySource): CslItem | undefined {
  // Citation.js reads `journaltitle` of articles only, and would resolve `crossref` and `xdata` in its own way.
  const { journaltitle, crossref: _, xdata: _data, ...rest } = entry.properties;
  const properties =
    journaltitle !== undefined && entry.type !== "article"
      ? { ...rest, journal: journaltitle }
      : { ...rest, ...(journaltitle !== undefined && { journaltitle }) };
  const readable = {
    ...entry,
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, value]) => [
        name,
        verbatimFields.has(name)
          ? verbatim(value)
          : withShortNames(name, readableLatex(value, formulas), entry.label, source),
      ]),
    ),
  };
  try {
    return (citation.input.data([readable], "@biblatex/entries+list") as CslItem[])[0];
  } catch (error) {
    source.report.problems.push(`${source.place} cannot be read: ${reason(error)}; it is left out.`);
    return undefined;
  }
}

/** Where an entry stands, for messages. */
interface EntrySource {
  place: string;
  file: string;
  lineOf(field: string): number;
  report: Report;
}

/** Puts names of very many words in braces, with a hint: they lack their `and`, and Citation.js takes quadratic time for them. */
function withShortNames(field: string, value: string, key: string, source: EntrySource): string {
  if (!nameFields.has(field)) return value;
  const { text, hasLongName } = withLongNamesInBraces(value);
  if (hasLongName) {
    source.report.hints.push(
      `field "${field}" of publication "${key}" in ${source.file}:${source.lineOf(field)} has a name of more than ${maxNameWords} words, which is kept as one. Write "and" between names.`,
    );
  }
  return text;
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
