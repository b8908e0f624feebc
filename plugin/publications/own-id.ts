import { isRecord } from "../utils/records.js";
import type { Report } from "../utils/report.js";
import { keyFromText } from "./key-from-text.js";

/** Returns an entry of a YAML or JSON file with an id: a number as text, and without one the words of its title. */
export function withOwnId(item: unknown, place: string, { hints }: Report): unknown {
  if (!isRecord(item)) return item;
  if (typeof item.id === "number") return { ...item, id: String(item.id) };
  if (item.id !== undefined && item.id !== null && item.id !== "") return item;
  if (typeof item.title !== "string" || item.title.trim() === "") return item;
  const id = keyFromText(item.title) || "publication";
  hints.push(`${place} has no id; "${id}" is used, from its title.`);
  return { ...item, id };
}
