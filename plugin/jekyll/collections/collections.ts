import path from "node:path";
import { isRecord } from "../../utils/records.js";

/** The keys of `_config.yml`, of which `collections` and `collections_dir` are read. */
export type CollectionSettings = Readonly<Record<string, unknown>>;

/** A collection of Jekyll: the documents and files in a folder such as `_talks`. */
export interface Collection {
  /** Its name: `talks`. */
  label: string;
  /** Its folder, relative to that of all collections: `_talks`. */
  relativeFolder: string;
  /** Its folder, relative to the input folder. */
  folder: string;
  /** Whether its documents become pages, and its files are copied. Without it, they are data only. */
  output: boolean;
  /** The pattern of its URLs. */
  permalink: string | undefined;
  /** The key of front matter that orders its documents. */
  sortBy: string | undefined;
  /** The paths of its first documents, in their order. */
  order: readonly string[] | undefined;
  /** All keys of its settings, which templates read. */
  values: Readonly<Record<string, unknown>>;
}

/** A file of a collection. */
export interface CollectionFile {
  collection: Collection;
  /** Its path in the folder of the collection; empty for the folder itself. */
  within: string;
}

/** The collections of a site. */
export interface Collections {
  /** All but `posts`, which every site has, and `data`. */
  list: readonly Collection[];
  /** The settings of posts, which Jekyll takes for a collection. */
  posts: Collection;
  /** Finds the collection of a file, by its path relative to the input folder. */
  find(file: string): CollectionFile | undefined;
  /** The folder of all collections, relative to the input folder; empty if it is the input folder. */
  base: string;
  /** Returns whether a folder contains collections. */
  isAbove(folder: string): boolean;
  /** Returns a path relative to the folder of all collections, as Jekyll shows it; other paths are returned unchanged. */
  relative(file: string): string;
  /** Returns whether Jekyll finds a post or draft at this path: with `collections_dir`, only in that folder. */
  hasPost(file: string): boolean;
}

/** Labels whose documents are read by other means. */
const special = new Set(["posts", "data"]);

/**
 * Reads the collections of a site. As in Jekyll, values of the wrong type have no effect.
 *
 * @see https://jekyllrb.com/docs/collections/
 */
export function readCollections(settings: CollectionSettings): Collections {
  const base = baseFolder(settings.collections_dir);
  const entries = entriesOf(settings.collections);
  const list = entries
    .filter(([label]) => !special.has(label))
    .map(([label, values]) => toCollection(base, label, values));
  const [, postValues = {}] = entries.find(([label]) => label === "posts") ?? [];
  const start = base === "" ? "" : `${base}/`;
  const folders = [...list.map(({ folder }) => folder), ...(base === "" ? [] : [`${base}/_posts`])];
  return {
    list,
    base,
    posts: { ...toCollection(base, "posts", postValues), output: true },
    find(file) {
      const collection = list.find(({ folder }) => file === folder || file.startsWith(`${folder}/`));
      return collection && { collection, within: file.slice(collection.folder.length + 1) };
    },
    isAbove: (folder) => folders.some((one) => one.startsWith(`${folder}/`)),
    relative: (file) => (file.startsWith(start) ? file.slice(start.length) : file),
    hasPost: (file) => file.startsWith(start),
  };
}

/** Returns the folder of all collections, relative to the input folder and never outside of it. */
function baseFolder(value: unknown): string {
  if (typeof value !== "string") return "";
  return value
    .split("/")
    .filter((part) => !/^\.{0,2}$/.test(part))
    .join("/");
}

/** Returns label and settings of each collection, from a list or a mapping. */
function entriesOf(value: unknown): [label: string, values: Record<string, unknown>][] {
  const pairs: [string, unknown][] = Array.isArray(value)
    ? value.filter((label) => typeof label === "string").map((label) => [label, {}])
    : Object.entries(isRecord(value) ? value : {});
  const entries = new Map<string, Record<string, unknown>>();
  for (const [name] of pairs) {
    const label = name.replaceAll(/[^a-z\d_.-]/gi, "");
    // Jekyll looks up the settings by the clean name.
    const [, values] = pairs.findLast(([other]) => other === label) ?? [];
    if (label !== "") entries.set(label, isRecord(values) ? values : {});
  }
  return [...entries];
}

function toCollection(base: string, label: string, values: Record<string, unknown>): Collection {
  const { output, permalink, sort_by: sortBy, order } = values;
  return {
    label,
    relativeFolder: `_${label}`,
    folder: path.posix.join(base, `_${label}`),
    // As in Ruby, everything else is true.
    output: output !== undefined && output !== null && output !== false,
    permalink: typeof permalink === "string" && permalink !== "" ? permalink : undefined,
    sortBy: typeof sortBy === "string" ? sortBy : undefined,
    order: Array.isArray(order) ? order.map(String) : undefined,
    values,
  };
}
