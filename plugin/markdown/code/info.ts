import { alternatives, suggestion } from "../../utils/errors.js";
import { isAllowedAttribute } from "../attributes.js";
import { type LineRange, readRanges } from "./ranges.js";
import { type CodeWord, wordsOf } from "./words.js";

/** What the info string of a fence says about its code. */
export interface CodeInfo {
  /** The name of the language; empty if there is none. */
  language: string;
  title?: string;
  /** The caption as Markdown. */
  caption?: string;
  /** Whether lines have numbers; undefined: as the site has. */
  numbers?: boolean;
  /** The number of the first line. */
  start?: number;
  /** Whether long lines wrap. */
  wrap?: boolean;
  ranges: LineRange[];
  /** Whether the code is a diff of the language, with a `+`, `-` or space before each line. */
  isDiff: boolean;
  /** Attributes of the element: id, classes and others. */
  attributes: [string, string][];
  /** Classes and attributes in braces that are settings, and no attributes of the element. */
  taken: ReadonlySet<string>;
  /** What is wrong with it: each completes a sentence about the code. */
  problems: string[];
}

/** The largest number of a line: longer ones have no space in the margin. */
const maxNumber = 999_999;

type Setting = "title" | "caption" | "numbers" | "noNumbers" | "start" | "mark" | "ins" | "del" | "wrap";

/**
 * The settings by name. The first name of each is the documented one; the others are those of Expressive Code, Docusaurus,
 * VitePress, pandoc, pandoc-crossref, Quarto, Hugo, Material for MkDocs and MyST. Letter case, hyphens and underscores do not
 * count.
 */
const names: Readonly<Record<Setting, readonly string[]>> = {
  title: ["title", "filename"],
  caption: ["caption", "lst-cap"],
  numbers: ["lineNumbers", ...["showLineNumbers", "numberLines", "linenos", "linenums", "code-line-numbers"]],
  noNumbers: ["noLineNumbers"],
  start: ["startFrom", "startLine", "startLineNumber", "linenostart", "start"],
  mark: ["mark", "highlight", "hl_lines", "emphasize-lines", "highlight-lines"],
  ins: ["ins", "add", "insert"],
  del: ["del", "remove", "delete"],
  wrap: ["wrap", "code-overflow"],
};

const plain = (name: string): string => name.toLowerCase().replaceAll(/[-_]/g, "");
const settings = new Map(
  Object.entries(names).flatMap(([setting, all]) =>
    all.map((name) => [plain(name), setting as Setting] as const),
  ),
);
/** The documented names. */
export const documented = Object.values(names).map(([first = ""]) => first);
/** Settings that need no value. */
const flags = [...names.numbers, ...names.noNumbers, "wrap"];

/**
 * Reads the info string of a fence: ```` ```js title="mean.js" {2,4-6} lineNumbers ````, or close relatives of it.
 *
 * @param isLanguage - Returns whether a class in braces, as pandoc has it, names a language.
 */
export function readInfo(info: string, isLanguage: (name: string) => boolean): CodeInfo {
  const { language, rest } = splitLanguage(info);
  const taken = new Set<string>();
  const read: CodeInfo = { language, ranges: [], isDiff: false, attributes: [], taken, problems: [] };
  readDiff(read);
  for (const [index, word] of wordsOf(rest).entries()) {
    const { name, mark, value, isInBraces } = word;
    const setting = settings.get(plain(name));
    const isFlag = setting === "numbers" || setting === "noNumbers" || setting === "wrap";
    if (mark === "{") readLines(read, name);
    else if (mark === "[") read.title = name;
    else if (mark === "#") read.attributes.push(["id", name]);
    else if (mark === ".") readClass(read, name, taken, isLanguage);
    else if (value !== undefined && name === "lang" && /^(?:diff|patch)$/i.test(read.language)) {
      Object.assign(read, { language: value, isDiff: true });
      taken.add(name);
    } else if (setting && (value !== undefined || isFlag)) {
      apply(read, setting, word);
      taken.add(name);
    } else if (value !== undefined && isInBraces && isAllowedAttribute(name))
      read.attributes.push([name, value]);
    else if (isInBraces && value === undefined && index === 0 && !read.language) read.language = name;
    else reportUnknown(read, word);
  }
  return read;
}

/** Takes the language from an info string, with what may follow it without a space: `js{4}`, `js:line-numbers`, `js/2,4`. */
function splitLanguage(info: string): { language: string; rest: string } {
  const text = info.trim();
  const [word = ""] = text.split(/\s/, 1);
  // A title or caption may be the first word.
  if (/^[{[]|^[\w-]+=/.test(word)) return { language: "", rest: text };
  const [, language = "", more = ""] = /^([^{[:?]*)(.*)$/su.exec(word) ?? [];
  let rest = text.slice(word.length);
  const [, name = language, marked, removed] = /^([^/\s]+)\/([\d,-]+)(?:\/([\d,-]*))?$/.exec(language) ?? [];
  // As in Eleventy's own plugin: `js/2,4-6` marks lines, `js/2/4` those that are new and those that are gone.
  if (marked !== undefined)
    rest = removed === undefined ? ` {${marked}}${rest}` : ` ins={${marked}} del={${removed}}${rest}`;
  if (more.startsWith(":") && more.length > 1) {
    const said = more.slice(1);
    const isSetting = settings.has(plain(said.replace(/[={].*$/s, "")));
    rest = isSetting ? ` ${said}${rest}` : ` [${said}]${rest}`;
  } else if (!more.startsWith("?")) rest = ` ${more}${rest}`;
  return { language: name, rest };
}

/** Reads a language such as `diff-js`. */
function readDiff(read: CodeInfo): void {
  const [, language] = /^diff-(.+)$/i.exec(read.language) ?? [];
  if (language) Object.assign(read, { language, isDiff: true });
}

function readClass(
  read: CodeInfo,
  name: string,
  taken: Set<string>,
  isLanguage: (name: string) => boolean,
): void {
  const setting = settings.get(plain(name));
  if (setting === "numbers") read.numbers = true;
  else if (!read.language && isLanguage(name)) read.language = name;
  else return void read.attributes.push(["class", name]);
  taken.add(`.${name}`);
}

const readLines = (read: CodeInfo, text: string): void =>
  void read.ranges.push(...readRanges(text, "mark", (problem) => read.problems.push(problem)));

function apply(read: CodeInfo, setting: Setting, { name, value = "" }: CodeWord): void {
  const mustBe = (what: string): void =>
    void read.problems.push(`has ${name}="${value}", but it must be ${what}.`);
  const text = value.trim();
  switch (setting) {
    case "title":
    case "caption":
      read[setting] = text;
      break;
    case "noNumbers":
      read.numbers = false;
      break;
    case "start":
      if (isNumber(text)) Object.assign(read, { numbers: true, start: Number(text) });
      else mustBe(`a whole number from 0 to ${maxNumber}`);
      break;
    case "numbers":
      if (isNumber(text)) Object.assign(read, { numbers: true, start: Number(text) });
      else if (/^(?:|true|inline|table)$/i.test(text)) read.numbers = true;
      else if (/^false$/i.test(text)) read.numbers = false;
      else mustBe("true, false or the number of the first line");
      break;
    case "wrap":
      if (/^(?:|true|wrap)$/i.test(text)) read.wrap = true;
      else if (/^(?:false|scroll)$/i.test(text)) read.wrap = false;
      else mustBe("true or false");
      break;
    default:
      read.ranges.push(...readRanges(value, setting, (problem) => read.problems.push(problem)));
  }
}

const isNumber = (text: string): boolean => /^\d{1,6}$/.test(text);

/** Values of the settings that need one, for messages. */
const examples: Readonly<Partial<Record<Setting, string>>> = {
  title: '"mean.js"',
  caption: '"The mean"',
  start: "5",
  mark: "{2,4-6}",
  ins: "{2,4-6}",
  del: "{2,4-6}",
};

/** Reports an unknown setting; a single word outside of braces only if it resembles one, since it may be a remark. */
function reportUnknown({ problems }: CodeInfo, { name, value, isInBraces }: CodeWord): void {
  const isRemark = value === undefined && !isInBraces;
  const example = examples[settings.get(plain(name)) ?? "wrap"];
  if (example !== undefined) {
    if (!isRemark) problems.push(`has the setting "${name}" without a value, as in ${name}=${example}.`);
    return;
  }
  const nearest = suggestion(name, isRemark ? flags : documented);
  if (isRemark && (nearest === "" || name.length < 4)) return;
  problems.push(
    `has the unknown setting "${name}".${nearest || ` It may have ${alternatives(documented)}.`}`,
  );
}
