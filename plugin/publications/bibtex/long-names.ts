/** The fields that contain names. @see https://ctan.org/pkg/biblatex – manual, section 2.2.2 */
export const nameFields: ReadonlySet<string> = new Set([
  ..."author editor editora editorb editorc translator annotator commentator introduction foreword".split(
    " ",
  ),
  ..."afterword bookauthor holder namea nameb namec origauthor shortauthor shorteditor sortname".split(" "),
]);

/** The most words of a name. Institutions have some twenty. */
export const maxNameWords = 100;

/** Puts the names of a value that have more than {@link maxNameWords} words in braces, so that each is one word. */
export function withLongNamesInBraces(value: string): { text: string; hasLongName: boolean } {
  if (separatorsIn(value) <= maxNameWords) return { text: value, hasLongName: false };
  let hasLongName = false;
  const names = splitNames(value).map((name) => {
    if (separatorsIn(name) <= maxNameWords) return name;
    hasLongName = true;
    return `{${name.trim()}}`;
  });
  return { text: names.join(" and "), hasLongName };
}

/** Counts what separates words and the parts of a name for Citation.js. */
const separatorsIn = (text: string): number => text.match(/[^\s~,=-](?=[\s~,=-])/g)?.length ?? 0;

/** Splits a list of names at `and` outside of braces. */
function splitNames(value: string): string[] {
  const names: string[] = [];
  let [depth, start] = [0, 0];
  for (const { 0: text, index } of value.matchAll(/[{}]|\sand(?=\s)/gi)) {
    if (text === "{") depth += 1;
    else if (text === "}") depth -= 1;
    else if (depth === 0) {
      names.push(value.slice(start, index));
      start = index + text.length;
    }
  }
  return [...names, value.slice(start)].map((name) => name.trim());
}
