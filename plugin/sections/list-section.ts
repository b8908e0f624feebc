import type { z } from "zod";
import type { NavigationItem } from "../options/navigation.js";
import { firstParagraph } from "./html-fragments.js";
import type { ListSpec } from "./list-spec.js";
import { type ReadEntry, readEntries } from "./read-entries.js";
import type { Entry, EntryFields, Group, ReadContext, RenderContext, Section } from "./section.js";

/** Returns a section for a list of entries: reads them, links their own pages and renders their text. */
export function listSection<S extends z.ZodObject, E extends EntryFields>(spec: ListSpec<S, E>): Section {
  return {
    partial: spec.partial,
    ...(spec.groupsPartial !== undefined && { groupsPartial: spec.groupsPartial }),
    read(source, readContext) {
      const entries = readEntries(source, spec, readContext);
      return {
        files: entries.flatMap(({ files }) => files),
        build(context) {
          const shown = entries.flatMap((entry) => shownEntry(entry, spec, readContext, context));
          const groups = shown.length > 0 ? spec.groups(shown, context) : [];
          const { structuredData } = spec;
          return { groups, ...(structuredData && { structuredData: () => structuredData(groups, context) }) };
        },
      };
    },
  };
}

/** Returns an entry for its partial; none if its file is not part of this build, such as a draft. */
function shownEntry<S extends z.ZodObject, E extends EntryFields>(
  { facts: values, file, where }: ReadEntry,
  spec: ListSpec<S, E>,
  { itemOf, markdown }: ReadContext,
  context: RenderContext,
): Entry<E>[] {
  const item = file === undefined ? undefined : itemOf(file);
  if (file !== undefined && !item) return [];
  const facts = values as z.output<S>;
  const pageUrl = typeof item?.url === "string" ? item.url : undefined;
  const linkUrl = facts.url as string | undefined;
  const fields = spec.entry(facts, context);
  const website: NavigationItem[] =
    pageUrl && linkUrl ? [{ label: context.site.strings.website, url: linkUrl }] : [];
  let html: string | undefined;
  const render = (): string => {
    const text = facts[spec.text] as string | undefined;
    if (text !== undefined) return markdown(text, where(spec.text));
    const content = String(item?.content ?? "");
    // The rest is on its page.
    return pageUrl ? firstParagraph(content) : content;
  };
  const entry = { ...fields, links: [...website, ...fields.links], url: pageUrl ?? linkUrl };
  return [
    Object.defineProperty(entry, "html", {
      enumerable: true,
      get: () => {
        html ??= render().trim();
        return html;
      },
    }) as typeof entry & { html: string },
  ];
}

/** Groups entries by label, in the order in which labels first appear; those without a label come first. */
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
