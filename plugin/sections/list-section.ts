import type { z } from "zod";
import type { NavigationItem } from "../options/navigation.js";
import { type JsonLdNode, type NodeKind, nodeId } from "../utils/json-ld.js";
import { firstParagraph } from "./html-fragments.js";
import type { ListSpec, ReadEntry } from "./list-spec.js";
import { readEntries } from "./read-entries.js";
import type { Entry, EntryFields, Group, ReadContext, RenderContext, Section } from "./section.js";

/** Returns a section for a list of entries: reads them, links their own pages and renders their text. */
export function listSection<S extends z.ZodObject, E extends EntryFields>(spec: ListSpec<S, E>): Section {
  return {
    partial: spec.partial,
    ...(spec.groupsPartial !== undefined && { groupsPartial: spec.groupsPartial }),
    ...(spec.homeLimit !== undefined && { homeLimit: spec.homeLimit }),
    read(source, readContext) {
      const entries = readEntries(source, spec, readContext);
      return {
        files: entries.flatMap(({ files }) => files),
        entries,
        build(context) {
          const byFile = new Map<string, Entry<E>>();
          const shown = entries.flatMap((read) => {
            const [entry] = shownEntry(read, spec, readContext, context);
            if (entry && read.file !== undefined) byFile.set(read.file, entry);
            return entry ?? [];
          });
          const groups = shown.length > 0 ? spec.groups(shown, context) : [];
          const { node, structuredData } = spec;
          const nodes = (): JsonLdNode[] =>
            groups.flatMap((group) => group.entries.map((entry) => connectedNode(entry, spec, context)));
          return {
            groups,
            named: spec.named?.(groups, context) ?? [],
            top: spec.top?.(groups, context),
            eventsOf: (entry) => spec.events?.(entry as Entry<E>, context) ?? [],
            ofFile: (file) => byFile.get(file),
            ...((node || structuredData) && {
              structuredData: () => structuredData?.(groups, context) ?? nodes(),
            }),
            ...(node && { nodeOf: (entry) => node(entry as Entry<E>, context) }),
          };
        },
      };
    },
  };
}

/** Returns the node of an entry with its connections. */
export function connectedNode<S extends z.ZodObject, E extends EntryFields>(
  entry: Entry<E>,
  { name, node }: Pick<ListSpec<S, E>, "name" | "node">,
  context: RenderContext,
): JsonLdNode {
  return {
    ...(node?.(entry, context) as JsonLdNode),
    ...(name !== undefined && context.connectionsOf(name, entry.id)),
  };
}

/** Returns an entry for its partial; none if its file is not part of this build, such as a draft. */
function shownEntry<S extends z.ZodObject, E extends EntryFields>(
  { id, anchor, facts: values, file, where }: ReadEntry,
  spec: ListSpec<S, E>,
  { itemOf, markdown, entryUrl }: ReadContext,
  context: RenderContext,
): Entry<E>[] {
  const item = file === undefined ? undefined : itemOf(file);
  if (file !== undefined && !item) return [];
  const facts = values as z.output<S>;
  const ownUrl = typeof item?.url === "string" ? item.url : undefined;
  const pageUrl = file === undefined ? entryUrl?.(anchor) : ownUrl;
  const linkUrl = facts.url as string | undefined;
  const fields = spec.entry(facts, context, anchor);
  const website: NavigationItem[] =
    pageUrl && linkUrl ? [{ label: context.site.strings.website, url: linkUrl }] : [];
  const text = facts[spec.text] as string | undefined;
  let whole: string | undefined;
  const wholeHtml = (): string => {
    whole ??= (text === undefined ? String(item?.content ?? "") : markdown(text, where(spec.text))).trim();
    return whole;
  };
  // The rest is on its page. A text in the front matter of a page is not.
  const hasRest = pageUrl !== undefined && (file === undefined || text === undefined);
  const nodeUrl =
    spec.name && (pageUrl ? nodeId(pageUrl, spec.noun as NodeKind) : `/${spec.name}/#${anchor}`);
  const links = [...website, ...fields.links];
  const entry = { ...fields, id, anchor, links, url: pageUrl ?? linkUrl, pageUrl, nodeUrl };
  return [
    Object.defineProperties(entry, {
      html: { enumerable: true, get: () => (hasRest ? firstParagraph(wholeHtml()).trim() : wholeHtml()) },
      wholeHtml: { get: wholeHtml },
    }) as typeof entry & { html: string; wholeHtml: string },
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
