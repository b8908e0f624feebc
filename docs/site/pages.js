import { readFileSync } from "node:fs";
import path from "node:path";
import { pictures } from "./gallery.js";

// The pages of the documentation, as index.md lists them: the one source of their order, groups and descriptions.

const folder = path.dirname(import.meta.dirname);

/** Returns a Markdown file of the documentation. */
const read = (file) => readFileSync(path.join(folder, file), "utf8");

/** Returns the title of a page: its first heading, without its `#`. */
const titleOf = (text) => /^# (.+)$/m.exec(text)?.[1] ?? "";

/** Returns the text of a line of Markdown without links and code marks. */
const plain = (text) => text.replaceAll(/\[([^\]]+)\]\([^)]*\)/g, "$1").replaceAll("`", "");

const index = read("index.md");

/** @typedef {{ file: string, url: string, label: string, description: string }} Entry */

/**
 * The groups of index.md, each with its pages.
 *
 * @type {{ label: string, items: Entry[] }[]}
 */
export const groups = index
  .split(/^## /m)
  .slice(1)
  .map((part) => ({
    label: part.slice(0, part.indexOf("\n")),
    items: [...part.matchAll(/^- \[(.+)\]\((.+)\.md\): (.+)$/gm)].map(([, label, name, description]) => ({
      file: `${name}.md`,
      url: `/${name}/`,
      label,
      description: plain(description.charAt(0).toUpperCase() + description.slice(1)),
    })),
  }));

/** @type {Map<string, Entry>} */
const entries = new Map(groups.flatMap(({ items }) => items.map((item) => [item.file, item])));

/** The navigation: each group with its pages, then the search page. */
export const navigation = [
  ...groups.map(({ label, items }, index) => ({
    label,
    items: [
      ...items.map((item) => ({ label: item.label, url: item.url })),
      ...(index === 0 && pictures.length > 0 ? [{ label: "Gallery", url: "/gallery/" }] : []),
    ],
  })),
  "search",
];

/** The pages in the order in which they are read. */
const order = [...entries.values()];

/**
 * Returns the pages before and after one. The first of all, index.md, has none before it.
 *
 * @returns {{ previous?: Entry, next?: Entry }}
 */
export function neighborsOf(file) {
  const at = order.findIndex((entry) => entry.file === file);
  if (at < 0 && file !== "index.md") return {};
  return { previous: order[at - 1], next: order[at + 1] };
}

/** Returns title and description of a page, by its file: `options.md`. */
export function factsOf(file) {
  if (file === "index.md")
    return { title: titleOf(index), description: plain(/^# .+\n\n(.+?[.:])/s.exec(index)?.[1] ?? "") };
  const entry = entries.get(file);
  if (!entry) throw new Error(`docs/index.md does not list ${file}`);
  return { title: titleOf(read(file)), description: entry.description };
}
