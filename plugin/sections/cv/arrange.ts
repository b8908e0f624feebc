import { type CvOptions, headingIn } from "../../options/sections.js";
import type { ShownList } from "../../publications/index.js";
import { configFileName } from "../../utils/config-file-name.js";
import { suggestion } from "../../utils/errors.js";
import { type CvEntry, type CvGroup, entry } from "./groups.js";
import { MarkedText } from "./marked-texts.js";

/** The name of the group of publications, in both formats. */
export const worksName = "publications";

/** What the options say of the groups of a CV in one language. */
interface Arrangement {
  options: CvOptions;
  /** BCP 47 tag of the language. */
  language: string;
  /** Whether it is the main language. */
  isMain: boolean;
  /** The publications of the site that replace those of the CV, and their heading. */
  works: { list: ShownList; label: string } | undefined;
}

/**
 * Arranges the groups of a CV as its options say: order, headings, and the publications of the site in place of its own.
 *
 * @param standardOrder - The names of the groups in the order of the file's format.
 */
export function arrangeGroups(
  groups: readonly CvGroup[],
  { options: { order, hide, labels }, language, isMain, works }: Arrangement,
  standardOrder: readonly string[],
): CvGroup[] {
  const place = (name: string, names: readonly string[]): number => {
    const index = names.findIndex((each) => isSame(each, name));
    return index < 0 ? names.length : index;
  };
  const all = works ? withWorks(groups, works, standardOrder) : groups;
  return all
    .filter(({ id, label }) => !hide.some((name) => isSame(name, id) || isSame(name, label)))
    .map((group) => {
      const names = Object.keys(labels).filter((name) => isSame(name, group.id) || isSame(name, group.label));
      const label = headingIn(names[0] === undefined ? undefined : labels[names[0]], language, isMain);
      return { group: { ...group, label: label ?? group.label }, names: [group.id, group.label] };
    })
    .map(({ group, names }) => ({ group, at: Math.min(...names.map((name) => place(name, order))) }))
    .sort((a, b) => a.at - b.at)
    .map(({ group }) => ({ ...group, entries: group.entries.map(withHtml) }));
}

/** Returns whether two names of groups are the same; letter case does not count. */
const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Replaces the group of publications; without one, adds it where the format has it, else at the end. */
function withWorks(
  groups: readonly CvGroup[],
  { list, label }: { list: ShownList; label: string },
  standardOrder: readonly string[],
): CvGroup[] {
  const group = { id: worksName, label, isCompact: false, entries: [entry({ works: list })] };
  const own = groups.findIndex(({ id }) => id === worksName);
  if (own >= 0) return groups.toSpliced(own, 1, { ...group, label: groups[own]?.label ?? label });
  const after = standardOrder.slice(standardOrder.indexOf(worksName) + 1);
  const next = groups.findIndex(({ id }) => after.includes(id));
  return groups.toSpliced(standardOrder.includes(worksName) && next >= 0 ? next : groups.length, 0, group);
}

/** Adds the HTML of an entry's texts, by which the styles of the page are chosen. */
function withHtml(item: CvEntry): CvEntry & { html: string } {
  const marked = Object.values(item)
    .flat()
    .map((value) => (value instanceof MarkedText ? value : (value as { text?: unknown } | undefined)?.text));
  const html = marked.flatMap((text) => (text instanceof MarkedText ? [text.html] : [])).join("\n");
  return { ...item, html };
}

/**
 * Returns warnings on names of groups in the options that no file of the CV has.
 *
 * @param known - The names of the groups of all files.
 */
export function unknownGroups({ order, hide, labels }: CvOptions, known: readonly string[]): string[] {
  const names = [...new Set(known)];
  return Object.entries({ order, hide, labels: Object.keys(labels) }).flatMap(([option, given]) =>
    given
      .filter((name) => !names.some((each) => isSame(each, name)))
      .map(
        (name) =>
          `option "sections.cv.${option}" in ${configFileName()} names the group "${name}", which the CV does not have.${suggestion(name, names) || ` Known: ${names.join(", ")}.`}`,
      ),
  );
}
