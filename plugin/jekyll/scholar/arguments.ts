/** The options of jekyll-scholar's tags: name, short form, and whether a value follows. */
const options = [
  ["bibliography_list_tag", "b", true],
  ["cited", "c", false],
  ["cited_in_order", "C", false],
  ["clear", undefined, false],
  ["suppress_author", "A", false],
  ["file", "f", true],
  ["query", "q", true],
  ["prefix", "p", true],
  ["text", "t", true],
  ["locator", "l", true],
  ["label", "L", true],
  ["offset", "o", true],
  ["max", "m", true],
  ["style", "s", true],
  ["locale", undefined, true],
  ["group_by", "g", true],
  ["group_order", "G", true],
  ["type_order", "O", true],
  ["template", "T", true],
  ["remove_duplicates", "r", true],
  ["class", undefined, true],
  ["removeDuplicates", undefined, false],
] as const;

/** The name of an option. */
export type ScholarOption = (typeof options)[number][0];

/** The arguments of a tag of jekyll-scholar. */
export interface ScholarArguments {
  /** What is no option: keys of works. */
  words: string[];
  options: Map<ScholarOption, string[]>;
  /** Options that jekyll-scholar does not have. */
  unknown: string[];
}

/** Words as a shell splits them, with quotes. */
const word = /(?:[^\s"']|"[^"]*"|'[^']*')+/g;

/**
 * Reads the arguments of a tag.
 *
 * @see https://github.com/inukshuk/jekyll-scholar#bibliographies
 */
export function readArguments(text: string): ScholarArguments {
  const result: ScholarArguments = { words: [], options: new Map(), unknown: [] };
  const words = [...text.matchAll(word)].map(([found]) => found.replaceAll(/["']/g, ""));
  for (let at = 0; at < words.length; at += 1) {
    const current = words[at] ?? "";
    const [, dashes, name = "", given] = /^(--?)([A-Za-z][\w-]*)(?:=(.*))?$/s.exec(current) ?? [];
    if (dashes === undefined) {
      result.words.push(current);
      continue;
    }
    const option = options.find(([long, short]) =>
      dashes === "--" ? long === name.replaceAll("-", "_") : short === name,
    );
    if (!option) {
      result.unknown.push(current);
      continue;
    }
    const [long, , hasValue] = option;
    let value = given ?? "";
    if (hasValue && given === undefined) {
      at += 1;
      value = words[at] ?? "";
      // A query may have spaces: it ends with its brackets.
      while (long === "query" && value.includes("[") && !value.includes("]") && at + 1 < words.length) {
        at += 1;
        value += ` ${words[at]}`;
      }
    }
    result.options.set(long, [...(result.options.get(long) ?? []), value]);
  }
  return result;
}
