import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { fill } from "../../i18n/fill.js";
import type { Strings } from "../../i18n/strings/types.js";
import { classes } from "../../utils/markup.js";
import { kindOfLabel } from "./kinds.js";
import { letter, type Numbered, type Registry } from "./registry.js";
import { groupsOf, type Reference, type References } from "./syntax.js";

/** What references need of the page. */
export interface ReferenceSettings {
  registry: Registry;
  strings: Strings;
  /** Logs that nothing has a label. */
  unknown(written: string): void;
}

/** A reference and what it refers to. */
interface Found {
  reference: Reference;
  numbered: Numbered | undefined;
}

/**
 * Returns what a label stands for. A section has its id as a label too: `@sec:methods` of `## Methods`; and in LaTeX an equation
 * needs no prefix: `\eqref{x}` of `{#eq:x}`.
 */
export const find = (label: string, registry: Registry, isCommand = false): Numbered | undefined =>
  registry.get(label) ??
  (label.startsWith("sec:") ? registry.get(label.slice("sec:".length)) : undefined) ??
  (isCommand ? registry.get(`eq:${label}`) : undefined);

/**
 * Returns the tokens of references, by the rules of pandoc-crossref: neighbours of one kind have one word, their numbers are in
 * the order of the page, and three or more in a row are a range.
 */
export function referenceTokens(
  state: StateCore,
  references: References,
  settings: ReferenceSettings,
): Token[] {
  const { registry, unknown, strings } = settings;
  const { command } = references;
  const found = references.references.map((reference): Found => {
    const numbered = find(reference.label, registry, command !== undefined);
    if (!numbered) unknown(reference.written);
    return { reference, numbered };
  });
  const write = writer(state, settings, references);
  const ofOneKind = groupsOf(
    found,
    ({ reference, numbered }) => numbered?.kind ?? kindOfLabel(reference.label),
  );
  const groups = ofOneKind.flatMap((group) =>
    groupsOf(group, ({ reference }) => `${reference.isBare} ${reference.prefix}`),
  );
  return write.joined(
    groups.map((group) => write.group(group)),
    strings.referenceSeparator,
  );
}

/** Returns functions that write the tokens of references. */
function writer(state: StateCore, { strings }: ReferenceSettings, { isInLink, command }: References) {
  const text = (content: string): Token => Object.assign(new state.Token("text", "", 0), { content });
  const wrapped = (tag: string, attrs: [string, string][], inner: readonly Token[]): Token[] => {
    const open = new state.Token(`reference_${tag}_open`, tag, 1);
    open.attrs = attrs;
    return [open, ...inner, new state.Token(`reference_${tag}_close`, tag, -1)];
  };
  const joined = (lists: readonly Token[][], separator: string): Token[] =>
    lists.flatMap((list, index) => (index > 0 ? [text(separator), ...list] : list));
  const missing = ({ written }: Reference): Token[] =>
    wrapped("strong", [["class", classes.missingReference]], [text(`${written}??`)]);
  const linked = ({ id }: Numbered, inner: readonly Token[], label?: string): Token[] =>
    isInLink || !id
      ? [...inner]
      : wrapped(
          "a",
          [["href", `#${id}`], ...(label ? ([["aria-label", label]] as [string, string][]) : [])],
          inner,
        );

  /** Returns a number, or the text of a heading without one. */
  const number = ({ index, part, tag, title }: Numbered): Token[] => {
    if (tag?.isTex)
      return [
        Object.assign(new state.Token("math_inline", "math", 0), {
          content: `\\text{${tag.text}}`,
          markup: "$",
        }),
      ];
    if (index.length === 0 && title) return [...title];
    return [text((tag?.text ?? index.join(".")) + (part ? `\u00a0(${letter(part)})` : ""))];
  };

  /** Returns the words around numbers. A heading is named by its text only. */
  const aroundOf = (group: readonly Found[]): ((inner: Token[]) => Token[]) => {
    const [first] = group;
    const known = group.find(({ numbered }) => numbered)?.numbered;
    if (command === "eqref") return (inner) => [text("("), ...inner, text(")")];
    if (!first || first.reference.isBare) return (inner) => inner;
    const { prefixTokens, prefix, isCapital, label } = first.reference;
    if (prefix) return (inner) => [...prefixTokens, text("\u00a0"), ...inner];
    const kind = known?.kind ?? kindOfLabel(label);
    if (!kind || (known?.index.length === 0 && known.title)) return (inner) => inner;
    const template = (group.length > 1 ? strings.referencesTo : strings.referenceTo)[kind];
    const words = isCapital ? template.replace(/\p{L}/u, (first) => first.toLocaleUpperCase()) : template;
    const [before = "", after = ""] = words.split("%1");
    return (inner) => [...(before ? [text(before)] : []), ...inner, ...(after ? [text(after)] : [])];
  };

  /** Returns the tokens of neighbours with the same words. */
  const group = (members: readonly Found[]): Token[] => {
    const around = aroundOf(members);
    const [only] = members;
    // The words of a single reference are in its link.
    if (members.length === 1 && only?.numbered) {
      const { numbered, reference } = only;
      return [...linked(numbered, around(number(numbered))), ...reference.suffixTokens];
    }
    const one = ({ numbered, reference }: Found): Token[] =>
      numbered
        ? [...linked(numbered, number(numbered), labelOf(numbered)), ...reference.suffixTokens]
        : [...missing(reference), ...reference.suffixTokens];
    const items = runsOf(inOrder(members)).flatMap((run) => {
      const [first, last] = [run[0], run.at(-1)];
      if (run.length < 3 || !first || !last) return run.map(one);
      const [before = "", between = "", after = ""] = strings.referenceRange.split(/%[12]/);
      return [
        [text(before), ...one(first), text(between), ...one(last), text(after)].filter(
          ({ type, content }) => type !== "text" || content,
        ),
      ];
    });
    return around(joined(items, strings.referenceSeparator));
  };

  /** Returns the name of a link that shows a number only. */
  const labelOf = (numbered: Numbered): string | undefined => {
    const { index, part, kind, tag } = numbered;
    if (index.length === 0 && !tag) return undefined;
    return fill(
      strings.referenceTo[kind],
      (tag?.text ?? index.join(".")) + (part ? `\u00a0(${letter(part)})` : ""),
    );
  };
  return { text, joined, group };
}

/** Returns references in the order of the page, each once. Those to nothing come first, as in pandoc-crossref. */
function inOrder(members: readonly Found[]): Found[] {
  const isPlain = ({ reference }: Found): boolean => reference.suffixTokens.length === 0;
  const firstOf = ({ reference }: Found): number =>
    members.findIndex((other) => isPlain(other) && other.reference.label === reference.label);
  const unique = members.filter((member, at) => !isPlain(member) || firstOf(member) === at);
  return unique.toSorted((a, b) => (a.numbered?.order ?? 0) - (b.numbered?.order ?? 0));
}

/** Cuts references into runs of numbers that follow each other. */
function runsOf(members: readonly Found[]): Found[][] {
  const runs: Found[][] = [];
  for (const member of members) {
    const before = runs.at(-1)?.at(-1);
    if (before && follows(member, before)) runs.at(-1)?.push(member);
    else runs.push([member]);
  }
  return runs;
}

function follows(
  { numbered: b, reference: second }: Found,
  { numbered: a, reference: first }: Found,
): boolean {
  if (!a || !b || first.suffixTokens.length > 0 || second.suffixTokens.length > 0) return false;
  if (a.index.length === 0 || a.index.length !== b.index.length) return false;
  const isSame = (end: number): boolean => a.index.slice(0, end).every((count, at) => count === b.index[at]);
  if (a.part && b.part) return isSame(a.index.length) && b.part === a.part + 1;
  if (a.part || b.part) return false;
  return isSame(a.index.length - 1) && b.index.at(-1) === (a.index.at(-1) ?? 0) + 1;
}
