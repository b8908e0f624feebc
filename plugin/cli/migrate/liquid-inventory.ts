import { existsSync } from "node:fs";
import path from "node:path";
import { layoutsFolder } from "../../paths.js";
import { lineCounter } from "../../utils/lines.js";
import { ownValue } from "../../utils/records.js";
import { Search } from "../../utils/search.js";

/** A key, plugin, tag or include that a Jekyll site uses, and its outcome on the plugin. */
export interface InventoryItem {
  name: string;
  /** How often the site uses it. */
  count: number;
  /** The first file that uses it, with the line if it is known. */
  place: string;
  /** What happens to it on the plugin. */
  outcome: string;
  /** Whether it works as in Jekyll. */
  works: boolean;
}

/** The tags of Liquid itself, without end tags. */
const liquidTags = new Set(
  "assign break capture case comment continue cycle decrement doc echo else elsif for if increment liquid raw tablerow unless when #".split(
    " ",
  ),
);

/** The tags of Jekyll and its common plugins that the plugin has, with their outcome. */
const jekyllTags: Readonly<Record<string, string>> = {
  include: "works",
  include_relative: "works",
  highlight: "works",
  gist: "works",
  post_url: "works",
  link: "works",
  ifchanged: "works",
  seo: "renders nothing: the head of the theme has the same tags",
  bibliography: "works on the site's publications; --template, --style and --file have no effect",
  bibliography_count: "works",
  cite: "works",
  cite_details: "works: links the page of the publication",
  details_link: "works: the page of the publication",
  nocite: "renders nothing",
  quote: "works",
  reference: "works",
  feed_meta: "renders nothing: the head of the theme has the same tags",
};

/** A tag and its line. */
interface Tag {
  name: string;
  args: string;
  line: number;
}

/** Returns the tags of a template, except those in `raw` and `comment`. */
export function tagsIn(source: string): Tag[] {
  const tags: Tag[] = [];
  const search = new Search(source);
  const lineAt = lineCounter(source);
  let done = 0;
  for (const { 0: start, 1: name = "", index } of source.matchAll(/\{%-?\s*([\w#]+)/g)) {
    const end = search.next("%}", index + start.length);
    if (index < done || !Number.isFinite(end.end)) continue;
    const args = source
      .slice(index + start.length, end.start)
      .replace(/-$/, "")
      .trim();
    done = end.end;
    const blockEnd = args === "" ? blockEnds.get(name) : undefined;
    const block = blockEnd && search.next(blockEnd, done);
    if (block && Number.isFinite(block.end)) done = block.end;
    else tags.push({ name, args, line: lineAt(index) });
  }
  return tags;
}

/** The end tags of blocks whose content is no Liquid. */
const blockEnds = new Map([
  ["raw", /\{%-?\s*endraw\s*-?%\}/g],
  ["comment", /\{%-?\s*endcomment\s*-?%\}/g],
]);

/** Returns the file of an `include` tag; undefined for another tag, or if the name has variables. */
export function includedFile({ name, args }: Tag): string | undefined {
  if (name !== "include") return undefined;
  const [word = ""] = args.replace(/^["']/, "").split(/[\s"']/);
  return word === "" || args.includes("{{") ? undefined : word;
}

/** Returns whether the plugin has an include of Indigo. */
export const isInPlugin = (include: string): boolean =>
  existsSync(path.join(layoutsFolder, "jekyll", include));

/** Returns whether an include of Indigo is in the theme's frame, so that own layouts need not render it. */
const isInFrame = (include: string): boolean => include === "header.html" || include === "footer.html";

/** Returns every tag in several files with its outcome. */
export function tagInventory(files: ReadonlyMap<string, string>): InventoryItem[] {
  return inventory(files, (tag) => {
    if (tag.name.startsWith("end") || tag.name === "include") return undefined;
    const outcome = ownValue(jekyllTags, tag.name);
    if (liquidTags.has(tag.name)) return { name: tag.name, outcome: "works", works: true };
    if (outcome) return { name: tag.name, outcome, works: true };
    return {
      name: tag.name,
      outcome: "unknown: it renders nothing until you write it in eleventy.config.js",
      works: false,
    };
  });
}

/**
 * Returns every include in several files with its outcome.
 *
 * @param exists - Returns whether the migrated site has an include of this name.
 * @param builds - Whether the migrated site builds.
 */
export function includeInventory(
  files: ReadonlyMap<string, string>,
  exists: (name: string) => boolean,
  builds: boolean,
): InventoryItem[] {
  return inventory(files, (tag) => {
    const name = tag.name === "include" ? (includedFile(tag) ?? tag.args.split(/\s/)[0] ?? "") : undefined;
    if (name === undefined) return undefined;
    if (includedFile(tag) === undefined)
      return { name, outcome: "not checked: its name has variables", works: true };
    if (exists(name)) return { name, outcome: "stays", works: true };
    if (isInPlugin(name)) return { name, outcome: "part of the plugin", works: true };
    if (isInFrame(name))
      return { name, outcome: "part of the theme's frame, which renders it once", works: true };
    return {
      name,
      outcome: builds
        ? "missing file, which nothing renders yet: add it"
        : "missing file: add it, so that the site builds",
      works: false,
    };
  });
}

function inventory(
  files: ReadonlyMap<string, string>,
  outcomeOf: (tag: Tag) => Pick<InventoryItem, "name" | "outcome" | "works"> | undefined,
): InventoryItem[] {
  const items = new Map<string, InventoryItem>();
  for (const [file, source] of files) {
    for (const tag of tagsIn(source)) {
      const use = outcomeOf(tag);
      if (!use) continue;
      const item = items.get(use.name);
      if (item) item.count += 1;
      else items.set(use.name, { ...use, count: 1, place: `${file}:${tag.line}` });
    }
  }
  return [...items.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Returns the tags that neither Liquid nor the plugin has, and whether they have an end tag. */
export function unknownTags(sources: Iterable<string>): { name: string; isBlock: boolean }[] {
  const tags = new Map<string, boolean>();
  for (const source of sources) {
    const names = new Set(tagsIn(source).map(({ name }) => name));
    for (const name of names) {
      if (name.startsWith("end") || liquidTags.has(name) || ownValue(jekyllTags, name)) continue;
      tags.set(name, tags.get(name) === true || names.has(`end${name}`));
    }
  }
  return [...tags].map(([name, isBlock]) => ({ name, isBlock }));
}
