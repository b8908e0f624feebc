import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { classes } from "../../utils/markup.js";
import { kindOfLabel } from "./kinds.js";
import type { Registry } from "./registry.js";

/** A level above all sections. */
const noLevel = 7;

/** Numbers the headings of a text, in the order of their levels: 1, 1.1, 1.2, 2. */
export interface SectionNumbers {
  /** Numbers a heading, if the page numbers its sections, and adds it to the registry. */
  add(index: number): void;
}

/**
 * @param isOn - Whether sections have numbers. The highest level of a heading counts as the first, as the title of a page is
 *   not part of its text.
 */
export function sectionNumbers(
  state: StateCore,
  { registry, isOn, duplicate }: { registry: Registry; isOn: boolean; duplicate(label: string): void },
): SectionNumbers {
  const { tokens } = state;
  const levelOf = ({ tag }: Token): number => Number(tag.slice(1));
  const top = isOn
    ? tokens.reduce(
        (least, token, index) =>
          token.type === "heading_open" && isNumbered(token) && !mark.test(tokens[index + 1]?.content ?? "")
            ? Math.min(least, levelOf(token))
            : least,
        noLevel,
      )
    : noLevel;
  let counts: number[] = [];
  return {
    add(index) {
      const heading = tokens[index] as Token;
      const inline = tokens[index + 1];
      const isUnnumbered = isOn && takeMark(inline);
      if (isUnnumbered) heading.attrJoin("class", "unnumbered");
      const title = titleOf(inline);
      let own: number[] = [];
      if (isOn && isNumbered(heading)) {
        const depth = levelOf(heading) - top + 1;
        // As in pandoc-crossref, a level that is left out counts as its first section.
        const around = [...counts, ...Array<number>(depth).fill(1)].slice(0, depth - 1);
        counts = [...around, depth <= counts.length ? (counts[depth - 1] ?? 0) + 1 : 1];
        own = counts;
        const number = new state.Token("html_inline", "", 0);
        number.content = `<span class="${classes.sectionNumber}">${own.join(".")}</span> `;
        inline?.children?.unshift(number);
      }
      const id = heading.attrGet("id");
      const kind = kindOfLabel(id ?? "");
      if (!id || (kind && kind !== "section")) return;
      // Other ids may be of an anchor plugin of the author's.
      if (registry.add([id], { kind: "section", id, index: own, title }) || !kind) return;
      duplicate(id);
      const other = `${id}-${registry.next(id) + 1}`;
      heading.attrSet("id", other);
      registry.add([other], { kind: "section", id: other, index: own, title });
    },
  };
}

const isNumbered = (heading: Token): boolean => !/\bunnumbered\b/.test(heading.attrGet("class") ?? "");

/** Pandoc's mark of a heading without a number. */
const mark = /\s*\{-\}\s*$/;

/** Takes the mark of a heading without a number from its end. */
function takeMark(inline: Token | undefined): boolean {
  const last = inline?.children?.at(-1);
  if (last?.type !== "text" || !mark.test(last.content)) return false;
  last.content = last.content.replace(mark, "");
  return true;
}

/** Returns the text of a heading for a link to it. */
const titleOf = (inline: Token | undefined): Token[] =>
  (inline?.children ?? []).filter(({ type }) =>
    /^(?:text|text_special|code_inline|math_inline|softbreak|(?:em|strong|s|sub|sup)_(?:open|close))$/.test(
      type,
    ),
  );
