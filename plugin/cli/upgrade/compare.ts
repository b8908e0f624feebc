import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type PageLines, pageLines } from "./page-lines.js";

/** What differs between two builds of a file: what readers read, where links point, tags only, or the content of another file. */
export type Difference = "text" | "links" | "markup" | "content";

/** Files that changed in the same way. */
export interface ChangedFiles {
  difference: Difference;
  /** The URLs of the files, without the path prefix. */
  urls: string[];
  /** The lines that are gone and those that are new. */
  gone: string[];
  added: string[];
}

/** The differences between two builds of a site. */
export interface Comparison {
  changed: ChangedFiles[];
  added: string[];
  gone: string[];
  /** How many files are the same. */
  same: number;
}

/** Compares the output folders of two builds, file by file. The theme's hashes and the names of generators do not count. */
export function compareBuilds(before: string, after: string): Comparison {
  const [old, fresh] = [filesOf(before), filesOf(after)];
  const groups = new Map<string, ChangedFiles>();
  let same = 0;
  for (const [name, file] of old) {
    const other = fresh.get(name);
    if (other === undefined) continue;
    const change = differenceOf(file, other);
    if (change === undefined) {
      same += 1;
      continue;
    }
    const key = JSON.stringify(change);
    const group = groups.get(key) ?? { ...change, urls: [] };
    group.urls.push(urlOf(name));
    groups.set(key, group);
  }
  const order: Difference[] = ["text", "links", "markup", "content"];
  return {
    changed: [...groups.values()].sort(
      (a, b) => order.indexOf(a.difference) - order.indexOf(b.difference) || b.urls.length - a.urls.length,
    ),
    added: [...fresh.keys()].filter((name) => !old.has(name)).map(urlOf),
    gone: [...old.keys()].filter((name) => !fresh.has(name)).map(urlOf),
    same,
  };
}

/** The hash in the name of a file that the theme writes. */
const hashes = /(\bindigo(?:-[a-z]+)*)-[\da-f]{10}(?=\.(?:css|js)\b)/g;

const withoutHashes = (text: string): string => text.replaceAll(hashes, "$1");

/** Returns the files of an output folder by their names without hashes, sorted. */
function filesOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  return new Map(
    files.map((file) => [withoutHashes(path.relative(folder, file).split(path.sep).join("/")), file]),
  );
}

const urlOf = (name: string): string => `/${name}`.replace(/(^|\/)index\.html$/, "$1");

type Change = Omit<ChangedFiles, "urls">;

const textFile = /\.(?:html|xml|atom|json|webmanifest|txt|css|js|mjs|ics|bib|ris|svg|csv|md)$/;

function differenceOf(before: string, after: string): Change | undefined {
  const [old, fresh] = [readFileSync(before), readFileSync(after)];
  if (old.equals(fresh)) return undefined;
  if (!textFile.test(before)) return { difference: "content", gone: [], added: [] };
  const [oldText, freshText] = [normal(old.toString()), normal(fresh.toString())];
  if (oldText === freshText) return undefined;
  return before.endsWith(".html")
    ? pageDifference(pageLines(oldText), pageLines(freshText))
    : { difference: "content", ...linesBetween(oldText.split("\n"), freshText.split("\n")) };
}

/** The names and versions of what wrote a page or a feed. */
const generators = /<meta name="?generator"?[^>]*>|<generator\b[^>]*>[^<]*<\/generator>/g;

const normal = (text: string): string => withoutHashes(text).replaceAll(generators, "");

function pageDifference(old: PageLines, fresh: PageLines): Change | undefined {
  for (const difference of ["text", "links", "markup"] as const) {
    const lines = linesBetween(old[difference], fresh[difference]);
    if (lines.gone.length + lines.added.length > 0) return { difference, ...lines };
    // The same lines in another order.
    if (old[difference].join("\n") !== fresh[difference].join("\n"))
      return { difference, gone: [], added: [] };
  }
  // White space, comments or quotes, which a browser does not tell apart.
  return undefined;
}

/** Returns the lines that only one of two texts has, as often as it has them more. */
function linesBetween(old: readonly string[], fresh: readonly string[]): Pick<Change, "gone" | "added"> {
  const counts = new Map<string, number>();
  for (const line of old) counts.set(line, (counts.get(line) ?? 0) + 1);
  const added: string[] = [];
  for (const line of fresh) {
    const count = counts.get(line) ?? 0;
    if (count > 0) counts.set(line, count - 1);
    else added.push(line);
  }
  const gone = [...counts].flatMap(([line, count]) => Array.from({ length: count }, () => line));
  return { gone, added };
}
