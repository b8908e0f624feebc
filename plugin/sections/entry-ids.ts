import path from "node:path";
import type { Report } from "../utils/report.js";
import { anchors, slug, uniqueIds } from "../utils/slug.js";

/** An entry whose id is to be found. */
interface Unnamed {
  facts: Record<string, unknown>;
  file?: string;
  where(field: string): string;
}

/** The name of an entry. */
interface EntryId {
  /** The id by which others name it; unique in its section. */
  id: string;
  /** The id as a part of a URL. */
  anchor: string;
}

/**
 * Returns the id of each entry: its own one, else the name of its file, else its name or title as in a URL. The first entry
 * with an id keeps it. A second with the same own id is reported; others get a number.
 */
export function entryIds(entries: readonly Unnamed[], { hints }: Report): EntryId[] {
  const unique = uniqueIds();
  const owners = new Map<string, Unnamed>();
  const ids = new Map<Unnamed, string>();
  for (const entry of entries) {
    const id = ownId(entry, hints);
    if (id === undefined) continue;
    const first = owners.get(id);
    if (first) {
      hints.push(`${entry.where("id")} is ${JSON.stringify(id)}, as ${first.where("id")}; the first counts.`);
    }
    owners.set(id, first ?? entry);
    ids.set(entry, unique(id));
  }
  const all = entries.map((entry) => ids.get(entry) ?? unique(defaultId(entry)));
  const names = anchors(all);
  return all.map((id, index) => ({ id, anchor: names[index] ?? "" }));
}

function ownId({ facts: { id }, where }: Unnamed, hints: string[]): string | undefined {
  if (id === undefined || id === null) return undefined;
  const text = typeof id === "string" || typeof id === "number" ? String(id).trim() : "";
  if (text !== "" && !text.includes(",")) return text;
  hints.push(
    `${where("id")} must be a text without a comma, but it is ${JSON.stringify(id)}; it has no effect.`,
  );
  return undefined;
}

function defaultId({ facts: { name, title }, file }: Unnamed): string {
  if (file === undefined) return slug(String(name ?? title ?? "")) || "entry";
  // As Eleventy's `page.fileSlug`.
  const base = path.posix.basename(file, ".md").replace(/^\d{4}-\d\d-\d\d-/, "");
  return slug(base === "index" ? path.posix.basename(path.posix.dirname(file)) : base) || "entry";
}
