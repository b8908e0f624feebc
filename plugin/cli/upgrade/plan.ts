import type { Change } from "./changes.js";
import { type Touched, touchedBy } from "./findings.js";
import { type ReplacedPart, replacedParts } from "./parts.js";
import { edited } from "./place.js";
import { SiteTexts } from "./site-texts.js";

/** What an upgrade changes in the author's files, and what it leaves to the author. */
export interface UpgradePlan {
  touched: Touched[];
  parts: ReplacedPart[];
  /** The new texts of files. */
  written: Map<string, string>;
  /** Files that move to another path. */
  removed: string[];
}

/**
 * Plans an upgrade.
 *
 * @param folder - The site's folder.
 * @param tracked - The files that git tracks.
 * @param packages - The folders of the old and the new package.
 */
export function planUpgrade(
  folder: string,
  tracked: readonly string[],
  includes: string,
  packages: readonly [string, string],
  changes: readonly Change[],
): UpgradePlan {
  const texts = new SiteTexts(folder, tracked);
  const touched = touchedBy(changes, folder, texts);
  const written = new Map<string, string>();
  const edits = touched.flatMap(({ findings }) => findings.flatMap(({ edit }) => edit ?? []));
  for (const file of new Set(edits.map((edit) => edit.file))) {
    const own = edits.filter((edit) => edit.file === file);
    const text = edited(texts.text(file), own);
    texts.replace(file, text);
    written.set(file, text);
  }
  // After the edits: a part is merged as it is then.
  const parts = replacedParts(texts, includes, packages, changes);
  const removed: string[] = [];
  for (const { file, text = texts.text(file), movedTo } of parts) {
    const isNew = text !== texts.text(file);
    if (isNew || movedTo !== undefined) written.set(movedTo ?? file, text);
    if (movedTo === undefined) continue;
    removed.push(file);
    written.delete(file);
  }
  return { touched, parts, written, removed };
}
