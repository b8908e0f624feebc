/** The words of a selection that stand alone. */
export const flagWords = ["all", "selected", "full"] as const;

/** The words that have a value after them. */
export const valueWords = [
  "author",
  "person",
  "project",
  "topic",
  "keyword",
  "venue",
  "type",
  "year",
  "ids",
  "order",
  "by",
  "limit",
  "style",
  "heading",
] as const;

/** The words of which a list has one value; the others may be repeated. */
const single: ReadonlySet<string> = new Set(["order", "by", "limit", "style", "heading"]);

/** The words of a selection as named values, or the first word that is none. */
export interface WordsRead {
  values: Record<string, unknown>;
  unknown?: { word: string; lacksValue: boolean } | undefined;
}

const pattern = /"([^"]*)"|'([^']*)'|(\S+)/g;

/**
 * Reads the words of a selection, in any order: Liquid and Markdown have no named arguments. Values with spaces are in quotes.
 *
 * @example readWords("author 'Ada Lovelace' year 2020- by year") // { author: ["Ada Lovelace"], year: ["2020-"], by: "year" }
 */
export function readWords(text: string): WordsRead {
  const words = [...text.matchAll(pattern)].map(([, double, quoted, plain]) => ({
    value: double ?? quoted ?? plain ?? "",
    isQuoted: plain === undefined,
  }));
  const values: Record<string, unknown> = {};
  for (let index = 0; index < words.length; index += 1) {
    const { value: written = "", isQuoted } = words[index] ?? {};
    const word = isQuoted ? "" : written.toLowerCase();
    if (word === "selected") values.selected = true;
    else if (word === "full") values.style = "full";
    else if (isIn(valueWords, word)) {
      index += 1;
      const value = words[index]?.value;
      if (value === undefined) return { values, unknown: { word, lacksValue: true } };
      values[word] = single.has(word) ? value : [...((values[word] as string[] | undefined) ?? []), value];
    } else if (word !== "all") return { values, unknown: { word: written, lacksValue: false } };
  }
  return { values };
}

const isIn = (names: readonly string[], name: string): boolean => names.includes(name);
