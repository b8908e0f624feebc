import { existsSync } from "node:fs";
import path from "node:path";
import { layoutsFolder } from "../../paths.js";

/** Something of Jekyll's that a site uses, and what became of it. */
export interface Met {
  name: string;
  /** How often it is there. */
  count: number;
  /** The first file that has it, with its line where there is one. */
  place: string;
  /** What became of it. */
  outcome: string;
  /** Whether it does what it did. */
  works: boolean;
}

/** What Liquid itself has, apart from the ends of blocks. */
const liquids = new Set(
  "assign break capture case comment continue cycle decrement doc echo else elsif for if increment liquid raw tablerow unless when #".split(
    " ",
  ),
);

const jekylls: Readonly<Record<string, string>> = {
  include: "works",
  include_relative: "works",
  highlight: "works",
  gist: "works",
  post_url: "works",
  link: "works",
  ifchanged: "works",
  seo: "gives nothing: the theme's head says the same",
  feed_meta: "gives nothing: the theme's head says the same",
};

/** A tag where it stands. */
interface Tag {
  name: string;
  args: string;
  line: number;
}

/** The tags of a template, without what stands in `raw` and `comment`. */
export function tagsIn(source: string): Tag[] {
  const text = source.replaceAll(/\{%-?\s*(raw|comment)\s*-?%\}[\s\S]*?\{%-?\s*end\1\s*-?%\}/g, (block) =>
    block.replaceAll(/[^\n]/g, " "),
  );
  return [...text.matchAll(/\{%-?\s*([\w#]+)\s*([\s\S]*?)-?%\}/g)].map(
    ({ 1: name = "", 2: args = "", index }) => ({
      name,
      args: args.trim(),
      line: source.slice(0, index).split("\n").length,
    }),
  );
}

/** The name of the file that an `include` names; undefined where variables make it. */
export function includedFile({ name, args }: Tag): string | undefined {
  if (name !== "include") return undefined;
  const [word = ""] = args.replace(/^["']/, "").split(/[\s"']/);
  return word === "" || args.includes("{{") ? undefined : word;
}

/** Whether the plugin has an include of Indigo's itself. */
export const isOffered = (include: string): boolean =>
  existsSync(path.join(layoutsFolder, "jekyll", include));

/** Every tag in several files, and what became of it. */
export function tagInventory(files: ReadonlyMap<string, string>): Met[] {
  return inventory(files, (tag) => {
    if (tag.name.startsWith("end") || tag.name === "include") return undefined;
    const outcome = jekylls[tag.name];
    if (liquids.has(tag.name)) return { name: tag.name, outcome: "works", works: true };
    if (outcome) return { name: tag.name, outcome, works: true };
    return {
      name: tag.name,
      outcome: "not known here: eleventy.config.js has a place for it, which gives nothing yet",
      works: false,
    };
  });
}

/**
 * Every include in several files, and what became of it.
 *
 * @param isThere - Whether the site still has such a file.
 */
export function includeInventory(
  files: ReadonlyMap<string, string>,
  isThere: (name: string) => boolean,
): Met[] {
  return inventory(files, (tag) => {
    const name = tag.name === "include" ? (includedFile(tag) ?? tag.args.split(/\s/)[0] ?? "") : undefined;
    if (name === undefined) return undefined;
    if (includedFile(tag) === undefined) return { name, outcome: "named by a variable", works: true };
    if (isThere(name)) return { name, outcome: "stays", works: true };
    if (isOffered(name)) return { name, outcome: "the plugin has it", works: true };
    return { name, outcome: "no such file: the build stops there", works: false };
  });
}

function inventory(
  files: ReadonlyMap<string, string>,
  judge: (tag: Tag) => Pick<Met, "name" | "outcome" | "works"> | undefined,
): Met[] {
  const found = new Map<string, Met>();
  for (const [file, source] of files) {
    for (const tag of tagsIn(source)) {
      const judged = judge(tag);
      if (!judged) continue;
      const known = found.get(judged.name);
      if (known) known.count += 1;
      else found.set(judged.name, { ...judged, count: 1, place: `${file}:${tag.line}` });
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Tags that neither Liquid nor the plugin has, and whether they stand around something. */
export function unknownTags(sources: Iterable<string>): { name: string; isBlock: boolean }[] {
  const found = new Map<string, boolean>();
  for (const source of sources) {
    const names = tagsIn(source).map(({ name }) => name);
    for (const name of names) {
      if (name.startsWith("end") || liquids.has(name) || jekylls[name]) continue;
      found.set(name, found.get(name) === true || names.includes(`end${name}`));
    }
  }
  return [...found].map(([name, isBlock]) => ({ name, isBlock }));
}
