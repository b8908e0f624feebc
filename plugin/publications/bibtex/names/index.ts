import type { CslName } from "../../csl/schema.js";
import { extendedName, isExtended } from "./extended.js";
import { familyFirstNames, isShort } from "./family-first.js";
import { type Hints, hintsOf } from "./hints.js";
import { itemsOf, markText } from "./items.js";
import { splitNames } from "./list.js";
import { withoutNotes } from "./notes.js";
import { partsOf } from "./parts.js";
import { isInstitution } from "./patterns.js";
import { type RawName, type TextOf, textOf } from "./raw-name.js";
import { insideOf } from "./tokens.js";
import { bare, type Word } from "./words.js";

/** A list of names. */
export interface NameList {
  /** Persons in parts, institutions as `literal`. Marks such as `*` are in `marks`. */
  names: CslName[];
  /** Whether the list goes on: "and others", "et al." */
  others: boolean;
  /** What the list's author should know, to complete a sentence: `field "author" of publication "x" in refs.bib:3 …`. */
  hints: string[];
}

/**
 * Reads a list of names in BibTeX or BibLaTeX, in linear time: the forms of both, and what people and exporters write in
 * place of them.
 *
 * @param list - The value of a field such as `author`, in LaTeX, without the braces around it.
 * @param text - Turns LaTeX of a part of a name into text in CSL's markup.
 * @see https://ctan.org/pkg/tamethebeast – section 11
 * @see https://ctan.org/pkg/biblatex – manual, sections 2.3.3 and 3.4
 */
export function readNames(list: string, text: TextOf): NameList {
  const hints = hintsOf();
  const tidy: TextOf = (tex) => text(tex).replaceAll(/\s+/gu, " ").trim();
  const { names, others } = namesIn(list, hints);
  const familyFirst = familyFirstNames(names, hints);
  return {
    names: names.flatMap((name) => {
      const marks = joinedMarks(name.marks, tidy);
      const whole = textOf(name);
      const parts = isExtended(whole)
        ? extendedName(whole, tidy)
        : partsOf(name, tidy, hints, familyFirst.has(name));
      const values = Object.values(parts).filter((part) => typeof part === "string");
      // `Ann Roe and -`
      if (/^[-–—?.\s]+$/.test(values.join(""))) {
        hints.leftOut(whole);
        return [];
      }
      const isEmpty = values.every((part) => part === "");
      // A mark alone, as in `Ann Roe and *`, is text of a name.
      return isEmpty ? [] : [{ ...parts, ...(marks && { marks }) }];
    }),
    others,
    hints: hints.all(),
  };
}

function namesIn(list: string, hints: Hints): { names: RawName[]; others: boolean } {
  const read = (tex: string): { names: RawName[]; others: boolean } =>
    splitNames(withoutNotes(itemsOf(tex, hints), hints), hints);
  const found = read(list);
  const only = found.names.length === 1 ? found.names[0] : undefined;
  const word =
    only?.segments.length === 1 && only.segments[0]?.length === 1 ? only.segments[0][0] : undefined;
  if (!word?.isGroup || !/\sand\s/.test(word.tex)) return found;
  // `{{Roe, Ann and Li, Bo}}`: braces around a whole list, not around the name of an institution.
  const quiet = hintsOf();
  const inner = splitNames(withoutNotes(itemsOf(insideOf(word.tex), quiet), quiet), quiet);
  const words = inner.names.map(({ segments }) => segments.flat());
  const mayBePersons =
    inner.names.length > 1 &&
    words.every((each) => each.length > 1 && each.length < 5 && !isInstitution(each));
  const arePersons =
    inner.names.length > 1 &&
    (inner.names.every(({ segments }) => segments.length === 2) ||
      (mayBePersons && words.every((each) => isShort(bare(each[0] as Word)))));
  if (!arePersons) {
    if (mayBePersons)
      hints.about(
        "is read as one name, as braces make it:",
        insideOf(word.tex),
        "leave them out if these are several names",
      );
    return found;
  }
  hints.about(`is read as ${inner.names.length} names, though braces make them one:`, insideOf(word.tex));
  return inner;
}

/** Joins marks to one text: `*†`, but `1,2`. */
function joinedMarks(marks: readonly string[], text: TextOf): string {
  return marks
    .map((mark) => markText(mark, text))
    .filter(Boolean)
    .reduce((all, mark) => (/\w$/.test(all) && /^\w/.test(mark) ? `${all},${mark}` : all + mark), "");
}
