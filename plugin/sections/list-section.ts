import type { z } from "zod";
import type { NavigationItem } from "../options/navigation.js";
import { firstParagraph } from "./html-fragments.js";
import type { ListSpec } from "./list-spec.js";
import { type ReadEntry, readEntries } from "./read-entries.js";
import type { Entry, EntryFields, Group, ReadContext, RenderContext, Section } from "./section.js";

/** Makes a section of what sets it apart; reading, pages of its own and text are the same for all. */
export function listSection<S extends z.ZodObject, E extends EntryFields>(spec: ListSpec<S, E>): Section {
  return {
    partial: spec.partial,
    read(found, reading) {
      const entries = readEntries(found, spec, reading);
      return {
        files: entries.flatMap(({ files }) => files),
        build(setting) {
          const shown = entries.flatMap((read) => entryOf(read, spec, reading, setting));
          const groups = shown.length > 0 ? spec.groups(shown, setting) : [];
          const { structuredData } = spec;
          return { groups, ...(structuredData && { structuredData: () => structuredData(groups, setting) }) };
        },
      };
    },
  };
}

/** An entry, or none where its file is no page and no entry of a collection in this build, such as a draft. */
function entryOf<S extends z.ZodObject, E extends EntryFields>(
  { facts: checked, file }: ReadEntry,
  spec: ListSpec<S, E>,
  { itemOf, markdown }: ReadContext,
  setting: RenderContext,
): Entry<E>[] {
  const item = file === undefined ? undefined : itemOf(file);
  if (file !== undefined && !item) return [];
  const facts = checked as z.output<S>;
  const own = typeof item?.url === "string" ? item.url : undefined;
  const given = facts.url as string | undefined;
  const made = spec.entry(facts, setting);
  const elsewhere: NavigationItem[] =
    own && given ? [{ label: setting.site.strings.website, url: given }] : [];
  let html: string | undefined;
  const text = (): string => {
    const field = facts[spec.text] as string | undefined;
    if (field !== undefined) return markdown(field);
    const whole = String(item?.content ?? "");
    // The rest is on its page.
    return own ? firstParagraph(whole) : whole;
  };
  const entry = { ...made, links: [...elsewhere, ...made.links], url: own ?? given };
  return [
    Object.defineProperty(entry, "html", {
      enumerable: true,
      get: () => {
        html ??= text().trim();
        return html;
      },
    }) as typeof entry & { html: string },
  ];
}

/** Entries in groups of the same label, in the order in which labels first appear; those without one come first. */
export function groupBy<E extends EntryFields>(
  entries: readonly Entry<E>[],
  labelOf: (entry: Entry<E>) => string | undefined,
): Group<E>[] {
  const groups = new Map<string, Group<E>>();
  for (const entry of entries) {
    const label = labelOf(entry) ?? "";
    const group = groups.get(label) ?? { label, entries: [] };
    group.entries.push(entry);
    groups.set(label, group);
  }
  return [...groups.values()].sort((a, b) => Number(a.label !== "") - Number(b.label !== ""));
}
