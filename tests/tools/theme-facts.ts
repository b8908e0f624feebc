// Writes plugin/cli/migrate/customized/theme-lines.ts and theme-declarations.ts from a clone of Indigo:
//   npx tsx tests/tools/theme-facts.ts CLONE
// Both are facts about the theme's history (hashes of lines and declarations), without its text.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { compileSass } from "../../plugin/cli/migrate/customized/compile-sass.ts";
import { declarationsOf, declarationText } from "../../plugin/cli/migrate/customized/declarations.ts";
import { keyOf, normalizedLine } from "../../plugin/cli/migrate/customized/theme-diff.ts";
import { withTokens } from "../../plugin/cli/migrate/customized/theme-variables.ts";
import { themeVersions } from "../../plugin/cli/migrate/theme-files.ts";
import { root } from "../support/site.ts";

const clone = process.argv[2] ?? "";
const git = (...args: string[]): string =>
  execFileSync("git", ["-C", clone, ...args], { encoding: "latin1", maxBuffer: 1 << 28 });

const texts = new Map<string, string>();
const textOf = (blob: string): string => {
  const text =
    texts.get(blob) ??
    Buffer.from(git("cat-file", "blob", blob), "latin1")
      .toString("utf8")
      .replaceAll("\r\n", "\n");
  texts.set(blob, text);
  return text;
};
/** A file that Indigo itself had in one of its releases, not a fork of it that was merged. */
const isIndigo = (blob: string): boolean => {
  const hash = createHash("sha256").update(textOf(blob)).digest("hex").slice(0, 16);
  return themeVersions.has(hash);
};

const versions = new Map<string, Set<string>>();
const states = new Set<string>();
for (const commit of git("rev-list", "--all", "--topo-order", "--reverse").trim().split("\n")) {
  const state: string[] = [];
  for (const entry of git("ls-tree", "-r", commit).trim().split("\n")) {
    const [, blob = "", name = ""] = /^\d+ blob (\w+)\t(?:src\/)?(.*)$/.exec(entry) ?? [];
    if (!/^(_(layouts|includes|sass)\/|assets\/styles\/main\.css$)/.test(name) || !isIndigo(blob)) continue;
    versions.set(name, (versions.get(name) ?? new Set()).add(blob));
    if (/^_sass\/|\/style(-dark)?\.scss$/.test(name)) state.push(`${name} ${blob}`);
  }
  states.add(state.join("\n"));
}

const lines: Record<string, { lines: string; versions: string[] }> = {};
for (const [name, blobs] of [...versions].sort(([a], [b]) => (a < b ? -1 : 1))) {
  if (name.endsWith("main.css")) continue;
  const keys = new Map<string, number>();
  const ranges = [...blobs].map((blob) => {
    const indexes = new Set<number>();
    for (const line of textOf(blob).split("\n").map(normalizedLine)) {
      if (line === "") continue;
      const key = keyOf(line);
      if (!keys.has(key)) keys.set(key, keys.size);
      indexes.add(keys.get(key) ?? 0);
    }
    return rangesOf([...indexes].sort((a, b) => a - b));
  });
  lines[name] = { lines: [...keys.keys()].join(""), versions: [...new Set(ranges)] };
}

function rangesOf(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(" ");
}

const declarations = new Set<string>();
const addCss = (css: string): void => {
  for (const declaration of declarationsOf(css)) declarations.add(keyOf(declarationText(declaration)));
};
for (const state of states) {
  const files = Object.fromEntries(state.split("\n").map((line) => line.split(" ") as [string, string]));
  for (const name of ["style.scss", "style-dark.scss"]) {
    const blob = files[`_includes/${name}`];
    if (!blob) continue;
    const result = compileSass({
      text: textOf(blob),
      syntax: "scss",
      files: Object.fromEntries(
        Object.entries(files)
          .filter(([file]) => file.startsWith("_sass/"))
          .map(([file, id]) => [file.slice("_sass/".length), withTokens(textOf(id))]),
      ),
    });
    if ("css" in result) addCss(result.css);
    else process.stderr.write(`${result.error}\n`);
  }
}
for (const [name, blobs] of versions) {
  if (!name.endsWith("main.css")) continue;
  for (const blob of blobs) {
    const result = compileSass({ text: textOf(blob), syntax: "css", files: {} });
    if ("css" in result) addCss(result.css);
  }
}

const folder = path.join(root, "plugin/cli/migrate/customized");
writeFileSync(
  path.join(folder, "theme-lines.ts"),
  `// Written by tests/tools/theme-facts.ts.

/** The lines of all versions of a file of Indigo. */
export interface FileFacts {
  /** The keys of its distinct lines, joined; see \`keyOf\`. */
  lines: string;
  /** For each version, from the oldest, the ranges of indexes of its lines. */
  versions: readonly string[];
}

/** The lines of the layouts, includes and Sass files of Indigo: path to facts. */
export const themeLines: Readonly<Record<string, FileFacts>> = ${JSON.stringify(lines, null, 2)};
`,
);
writeFileSync(
  path.join(folder, "theme-declarations.ts"),
  `// Written by tests/tools/theme-facts.ts.

/**
 * The keys of the declarations in the compiled styles of all versions of Indigo, joined; see \`keyOf\` and \`declarationText\`.
 * Its variables are tokens in them; see \`withTokens\`.
 */
export const themeDeclarations =
  "${[...declarations].sort().join("")}";
`,
);
