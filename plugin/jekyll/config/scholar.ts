import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { isRecord } from "../../utils/records.js";

// The settings of jekyll-scholar. See https://github.com/inukshuk/jekyll-scholar#configuration

/**
 * Returns the files of publications that jekyll-scholar reads: `references.bib` in `_bibliography/`, or what the key `scholar`
 * names in place of them. `undefined` if there are none.
 *
 * @param scholar - The key `scholar` of `_config.yml`.
 */
export function scholarFiles(scholar: unknown): string[] | undefined {
  const settings = isRecord(scholar) ? scholar : {};
  const folder = textOf(settings.source, "_bibliography").replaceAll(/^\.?\/+|\/+$/g, "") || ".";
  const names = bibFiles(folder);
  const named = [settings.bibliography ?? "references.bib"].flat().map((name) => textOf(name, ""));
  // A pattern, such as *.bib, or a file that is not there: all files of the folder.
  const found = named.filter((name) => names.includes(name));
  const files = found.length === named.length ? found : names;
  return files.length > 0 ? files.map((name) => path.posix.join(folder, name)) : undefined;
}

/** Returns the names of the .bib files in a folder, in their order. */
function bibFiles(folder: string): string[] {
  if (folder.split("/").includes("..") || !existsSync(folder)) return [];
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.bib(?:tex)?$/i.test(entry.name) && !entry.name.startsWith("."))
      .map(({ name }) => name)
      .sort();
  } catch {
    return [];
  }
}

/** Styles that come along, by the starts of their names in CSL's repository. */
const styles: readonly (readonly [start: RegExp, style: string])[] = [
  [/^apa\b/, "apa"],
  [/^chicago\b/, "chicago"],
  [/^ieee\b/, "ieee"],
  [/^vancouver\b/, "vancouver"],
  [/^nature\b/, "nature"],
  [/^(?:acm|association-for-computing-machinery)\b/, "acm"],
];

/** Returns the style of citations that jekyll-scholar uses: one that comes along, or a .csl file of the site. */
export function scholarStyle(scholar: unknown): string | undefined {
  const style = isRecord(scholar) ? textOf(scholar.style, "") : "";
  if (/\.csl$/i.test(style)) return existsSync(style) ? style : undefined;
  return styles.find(([start]) => start.test(style))?.[1];
}

const textOf = (value: unknown, fallback: string): string =>
  typeof value === "string" && value ? value : fallback;
