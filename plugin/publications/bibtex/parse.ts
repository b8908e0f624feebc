import { suggestion } from "../../utils/errors.js";
import type { Report } from "../../utils/report.js";
import type { CslItem } from "../csl/schema.js";
import { citation, constants, types } from "./citation-js.js";
import { parentsOf, withInherited } from "./inherit.js";
import { readableLatex, verbatim } from "./latex.js";
import { type RawEntry, splitBibtex } from "./split.js";

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
  const { entries, problems, comments } = splitBibtex(source);
  for (const { line, key, message } of problems) {
    const owner = key ? `publication "${key}"` : "the entry";
    report.problems.push(`${owner} in ${file}:${line} ${message}.`);
  }
  for (const { line, entryCount } of comments) {
    report.hints.push(`the @comment in ${file}:${line} contains ${entryCount} entries, which are left out.`);
  }
  const strings = new Map<string, string>();
  const parsed = new Map<string, { raw: RawEntry; entry: Parsed }>();
  const works: { raw: RawEntry; entry: Parsed }[] = [];
  for (const raw of entries) {
    if (raw.type === "string") addStrings(raw, strings, file, report);
    else {
      const unique = withoutDuplicates(raw, file, report);
      const entry = parse(unique, strings, file, report);
      if (!entry) continue;
      if (!containers.has(raw.type)) works.push({ raw: unique, entry });
      if (!parsed.has(raw.key)) parsed.set(raw.key, { raw: unique, entry });
    }
  }
  const keys = [...parsed.keys()];
  return works.flatMap(({ raw, entry }) => {
    const place = `publication "${raw.key}" in ${file}:${raw.line}`;
    if (!Object.hasOwn(cslTypes, raw.type)) {
      report.hints.push(
        `unknown entry type "${raw.type}" of ${place}; it is kept as a document.${suggestion(raw.type, Object.keys(cslTypes))}`,
      );
    }
    const family = parentsOf(raw.key, entry.properties, (key) => parsed.get(key)?.entry, keys);
    report.problems.push(...family.problems.map((problem) => problem.replace("…", place)));
    const { own, all } = withInherited(entry, family);
    const formulas: string[] = [];
    const csl = toCsl({ ...entry, properties: all }, formulas, place, report);
    if (!csl) return [];
    const lines = new Map(raw.fields.map(({ name, line }) => [name, line]));
    const relatives = [...family.xdata, ...family.crossref].flatMap(
      ({ label }) => parsed.get(label)?.raw ?? [],
    );
    return [
      {
        key: raw.key,
        type: raw.type,
        file,
        line: raw.line,
        lineOf: (field) => lines.get(field) ?? raw.line,
        values: own,
        csl: Object.hasOwn(furtherTypes, raw.type) ? { ...csl, type: furtherTypes[raw.type] } : csl,
        formulas,
        raw: withStrings(raw, strings),
        parents: relatives.map((parent) => withStrings(parent, strings)),
      },
    ];
  });
}

/** How long the value of a string may be, in characters: strings that repeat each other would grow without end. */
const maxStringLength = 10_000;

/** Adds the strings of an `@string`. As in BibTeX, its value has the values that other strings have so far. */
function addStrings({ fields }: RawEntry, strings: Map<string, string>, file: string, report: Report): void {
  for (const { name, value, line } of fields) {
    const expanded = expand(value, strings);
    if (expanded.length <= maxStringLength) strings.set(name, expanded);
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

/** Values in braces or quotes. The rest of a value is names of strings. */
const literal = /\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}|"[^"]*"/g;

/** The same, and the names. */
const valueParts = new RegExp(`${literal.source}|[^\\s#{}"]+`, "g");

/** Parses one entry with Citation.js, with the strings that it uses; undefined, with a problem reported, if that fails. */
function parse(
  raw: RawEntry,
  strings: Map<string, string>,
  file: string,
  report: Report,
): Parsed | undefined {
  const used = new Set<string>();
  const fields = raw.fields.filter(({ name, value }) => fieldName.test(name) && value !== "");
  for (const { name, value, line } of fields) {
    if (/^[{"]/.test(value) && !value.includes("#")) continue;
    for (const word of value.replace(literal, " ").match(/[^\s#{}"]+/g) ?? []) {
      if (/^\d+$/.test(word)) continue;
      if (strings.has(word.toLowerCase())) used.add(word.toLowerCase());
      else if (!(word.toLowerCase() in constantStrings) && !value.startsWith("{")) {
        const near = suggestion(word, [...strings.keys()]);
        report.problems.push(
          `field "${name}" of publication "${raw.key}" in ${file}:${line} uses an unknown @string: "${word}".${near}`,
        );
      }
    }
  }
  const head = [...used].map((name) => `@string{${name} = ${strings.get(name)}}\n`).join("");
  const body = fields
    .map(({ name, value }) => `${name} = ${name === "month" ? namedMonths(value, strings) : value}`)
    .join(",\n");
  try {
    const [entry] = citation.input.data(
      `${head}@${raw.type}{${raw.key},\n${body}}`,
      "@biblatex/text",
    ) as Parsed[];
    return entry && { ...entry, properties: texts(entry.properties) };
  } catch (error) {
    report.problems.push(`publication "${raw.key}" in ${file}:${raw.line} cannot be read: ${reason(error)}.`);
    return undefined;
  }
}

/** Quotes months: Citation.js would turn them into numbers, and in `10 # "~" # oct` day and month would look the same. */
const namedMonths = (value: string, strings: ReadonlyMap<string, string>): string =>
  /^[{"]/.test(value) && !value.includes("#")
    ? value
    : value.replace(/(?<=^|#\s*)[a-z]{3}(?=\s*(?:#|$))/gi, (name) =>
        strings.has(name.toLowerCase()) ? name : `"${name}"`,
      );

const constantStrings = constants.defaultStrings;

const texts = (properties: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, String(value)]));

/** Returns the first line of an error of Citation.js: the others are about its grammar. */
const reason = (error: unknown): string => String((error as Error).message).split(/ at line |\n/)[0] ?? "";

/** Maps a parsed entry to CSL; undefined, with a problem reported, if that fails. */
function toCsl(entry: Parsed, formulas: string[], place: string, report: Report): CslItem | undefined {
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
        verbatimFields.has(name) ? verbatim(value) : readableLatex(value, formulas),
      ]),
    ),
  };
  try {
    return (citation.input.data([readable], "@biblatex/entries+list") as CslItem[])[0];
  } catch (error) {
    report.problems.push(`${place} cannot be read: ${reason(error)}.`);
    return undefined;
  }
}

/** Replaces the names of strings in an entry by their values, so that it is complete by itself; BibTeX knows the months. */
function withStrings(raw: RawEntry, strings: ReadonlyMap<string, string>): RawEntry {
  if (strings.size === 0) return raw;
  return { ...raw, fields: raw.fields.map((field) => ({ ...field, value: expand(field.value, strings) })) };
}

/** Replaces the names of strings in a value by their values. */
function expand(value: string, strings: ReadonlyMap<string, string>): string {
  if (/^[{"]/.test(value) && !value.includes("#")) return value;
  return value.replace(valueParts, (part) =>
    /^[{"]/.test(part) ? part : (strings.get(part.toLowerCase()) ?? part),
  );
}
