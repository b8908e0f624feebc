import { suggestion } from "../../utils/errors.js";
import type { Report } from "../../utils/report.js";
import type { CslItem } from "../csl/schema.js";
import { citation, constants, types } from "./citation-js.js";
import { parentsOf, withInherited } from "./inherit.js";
import { readableLatex, verbatim } from "./latex.js";
import { type RawEntry, splitBibtex } from "./split.js";

/** An entry of a .bib file, read. */
export interface BibtexEntry {
  key: string;
  /** Its type in lower case. */
  type: string;
  file: string;
  line: number;
  /** Line of a field, or of the entry. */
  lineOf(field: string): number;
  /** Its own fields and those of its `xdata`, with strings put in; LaTeX as it is. */
  values: Record<string, string>;
  csl: CslItem;
  /** What stands in the texts of `csl` as signs. */
  formulas: string[];
  /** Its source, and that of what it inherits from. */
  raw: RawEntry;
  parents: RawEntry[];
}

/** What Citation.js makes of an entry's form. */
interface Parsed {
  type: string;
  label: string;
  properties: Record<string, string>;
}

/** Types that Citation.js takes for documents although BibLaTeX has them. */
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

/** What is read by citing it only, and is no work of its own. */
const containers = new Set(["xdata", "set"]);

/** Fields whose values are no LaTeX. */
const verbatimFields = new Set([
  ..."doi url urlraw eprint file pdf crossref xref xdata ids related entryset arxiv html code".split(" "),
]);

/**
 * Reads the entries of a .bib file. Citation.js parses values, names and dates and maps them to CSL, one entry at a time.
 *
 * @see https://github.com/citation-js/citation-js/tree/main/packages/plugin-bibtex
 */
export function readBibtex(source: string, file: string, report: Report): BibtexEntry[] {
  const { entries, problems, comments } = splitBibtex(source);
  for (const { line, key, message } of problems) {
    const owner = key ? `publication "${key}"` : "the entry";
    report.problems.push(`${owner} in ${file}:${line} ${message}.`);
  }
  for (const { line, held } of comments) {
    report.hints.push(`the @comment in ${file}:${line} leaves out ${held} entries.`);
  }
  const strings = new Map<string, string>();
  const parsed = new Map<string, { raw: RawEntry; entry: Parsed }>();
  const works: { raw: RawEntry; entry: Parsed }[] = [];
  for (const raw of entries) {
    if (raw.type === "string") addStrings(raw, strings);
    else {
      const unique = withoutRepeats(raw, file, report);
      const entry = parse(unique, strings, file, report);
      if (!entry) continue;
      if (!containers.has(raw.type)) works.push({ raw: unique, entry });
      if (!parsed.has(raw.key)) parsed.set(raw.key, { raw: unique, entry });
    }
  }
  return works.flatMap(({ raw, entry }) => {
    const place = `publication "${raw.key}" in ${file}:${raw.line}`;
    if (!Object.hasOwn(cslTypes, raw.type)) {
      report.hints.push(
        `unknown entry type "${raw.type}" of ${place}; it is kept as a document.${suggestion(raw.type, Object.keys(cslTypes))}`,
      );
    }
    const family = parentsOf(raw.key, entry.properties, (key) => parsed.get(key)?.entry, [...parsed.keys()]);
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

function addStrings({ fields }: RawEntry, strings: Map<string, string>): void {
  for (const { name, value } of fields) strings.set(name, value);
}

/** Of a field given twice BibTeX takes the first, and warns; real files have such fields. */
function withoutRepeats(raw: RawEntry, file: string, report: Report): RawEntry {
  const lines = new Map<string, number>();
  const fields = raw.fields.filter(({ name, line }) => {
    const first = lines.get(name);
    if (first === undefined) lines.set(name, line);
    else {
      report.hints.push(
        `field "${name}" of publication "${raw.key}" in ${file}:${line} is there already, in line ${first}, which counts.`,
      );
    }
    return first === undefined;
  });
  return { ...raw, fields };
}

/** What Citation.js takes for the name of a field. */
const fieldName = /^[a-z_][a-z0-9_:+-]*$/;

/** Values in braces or quotes, so that only names of strings are left. */
const literal = /\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}|"[^"]*"/g;

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
      if (strings.has(word.toLowerCase())) collect(word.toLowerCase(), strings, used);
      else if (!(word.toLowerCase() in constantStrings) && !value.startsWith("{")) {
        const near = suggestion(word, [...strings.keys()]);
        report.problems.push(
          `field "${name}" of publication "${raw.key}" in ${file}:${line} names no @string of the file: "${word}".${near}`,
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

/** Months as words: Citation.js makes them numbers, of which `10 # "~" # oct` would not tell which is the day. */
const namedMonths = (value: string, strings: ReadonlyMap<string, string>): string =>
  /^[{"]/.test(value) && !value.includes("#")
    ? value
    : value.replace(/(?<=^|#\s*)[a-z]{3}(?=\s*(?:#|$))/gi, (name) =>
        strings.has(name.toLowerCase()) ? name : `"${name}"`,
      );

const constantStrings = constants.defaultStrings;

/** A string and those that it is made of, these first. */
function collect(name: string, strings: Map<string, string>, used: Set<string>, within: string[] = []): void {
  if (within.includes(name)) return;
  for (const word of strings
    .get(name)
    ?.replace(literal, " ")
    .match(/[^\s#{}"]+/g) ?? []) {
    if (strings.has(word.toLowerCase())) collect(word.toLowerCase(), strings, used, [...within, name]);
  }
  used.add(name);
}

const texts = (properties: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, String(value)]));

/** The first line of what Citation.js says: the others show its own grammar. */
const reason = (error: unknown): string => String((error as Error).message).split(/ at line |\n/)[0] ?? "";

function toCsl(entry: Parsed, formulas: string[], place: string, report: Report): CslItem | undefined {
  // Citation.js knows the journals of articles alone by BibLaTeX's name, and inherits in its own way.
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

/** An entry without names of strings, so that it can stand alone; BibTeX itself knows the months. */
function withStrings(raw: RawEntry, strings: Map<string, string>): RawEntry {
  if (strings.size === 0) return raw;
  const put = (value: string, depth = 0): string =>
    /^[{"]/.test(value) && !value.includes("#")
      ? value
      : value.replace(/\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}|"[^"]*"|[^\s#{}"]+/g, (part) => {
          const string = /^[{"]/.test(part) ? undefined : strings.get(part.toLowerCase());
          return string === undefined || depth > 9 ? part : put(string, depth + 1);
        });
  return { ...raw, fields: raw.fields.map((field) => ({ ...field, value: put(field.value) })) };
}
