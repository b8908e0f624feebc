import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { readText } from "../../utils/read-text.js";
import type { Change } from "./changes.js";
import type { SiteTexts } from "./site-texts.js";
import { diffLines, merged } from "./three-way.js";

/** What becomes of a file of the site that replaces a part or layout of the theme. */
export type PartState =
  /** It is as the theme has it now, or had it: it can be deleted. */
  | "same"
  /** The theme's file has not changed. */
  | "unchanged"
  /** The theme's file has changed, and the changes are merged into the site's. */
  | "merged"
  /** The theme's file has changed in the same lines as the site's. */
  | "conflict"
  /** The new version has no such file. */
  | "gone";

/** A file of the site that replaces a part or layout of the theme. */
export interface ReplacedPart {
  file: string;
  state: PartState;
  /** Its new path, if the theme has moved the part. */
  movedTo?: string;
  /** The new text, if it is to be written. */
  text?: string;
  /** What changed in the theme's file: lines of a unified diff. */
  diff: string[];
}

/** The folder of a package with its layouts and parts. */
const themeFolder = (packageFolder: string): string => path.join(packageFolder, "layouts/indigo");

/**
 * Compares each file of the site that replaces one of the theme's with the old and the new version of that.
 *
 * @param includes - The site's folder of includes.
 * @param changes - The changes, which name moved parts.
 */
export function replacedParts(
  texts: SiteTexts,
  includes: string,
  [oldPackage, newPackage]: readonly [string, string],
  changes: readonly Change[],
): ReplacedPart[] {
  const folder = path.posix.join(includes, "indigo");
  const oldTheme = themeFiles(oldPackage);
  return texts.files
    .filter((file) => file.startsWith(`${folder}/`) && file.endsWith(".njk"))
    .flatMap((file) => {
      const own = file.slice(folder.length + 1);
      const part = oldTheme.has(own) ? own : byOldName(own, oldTheme);
      if (part === undefined) return [];
      const change = changes.find(({ kind, from }) => kind === "part" && from === part);
      const moved = change?.to ?? part;
      const target = path.posix.join(folder, moved);
      return [
        {
          file,
          ...compared(
            texts.text(file),
            textIn(oldPackage, part) ?? "",
            textIn(newPackage, moved),
            texts.isUtf8(file),
          ),
          ...(moved !== part && !texts.files.includes(target) && { movedTo: target }),
        },
      ];
    });
}

function compared(
  own: string,
  old: string,
  fresh: string | undefined,
  isUtf8: boolean,
): Pick<ReplacedPart, "state" | "text" | "diff"> {
  if (fresh === undefined) return { state: "gone", diff: [] };
  const [before, after] = [withLineEnds(old, own), withLineEnds(fresh, own)];
  if (own === before || own === after)
    return { state: "same", ...(own !== after && { text: after }), diff: [] };
  if (before === after) return { state: "unchanged", diff: [] };
  const diff = diffLines(old, fresh);
  const text = isUtf8 ? merged(own, before, after) : undefined;
  if (text === own) return { state: "unchanged", diff: [] };
  return text === undefined ? { state: "conflict", diff } : { state: "merged", text, diff };
}

/** Returns a text with the line ends of another. */
const withLineEnds = (text: string, model: string): string =>
  model.includes("\r\n") ? text.replaceAll("\n", "\r\n") : text;

/** Returns the part that a file replaces by its old name, which had no folder. */
function byOldName(file: string, parts: ReadonlySet<string>): string | undefined {
  return file.includes("/") ? undefined : [...parts].find((part) => path.posix.basename(part) === file);
}

function themeFiles(packageFolder: string): ReadonlySet<string> {
  const names = readdirSync(themeFolder(packageFolder), { recursive: true, encoding: "utf8" });
  return new Set(names.map((name) => name.split(path.sep).join("/")).filter((name) => name.endsWith(".njk")));
}

function textIn(packageFolder: string, file: string): string | undefined {
  const full = path.join(themeFolder(packageFolder), file);
  return existsSync(full) ? readText(full) : undefined;
}
