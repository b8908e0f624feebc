import type { Hints } from "./hints.js";
import type { Item } from "./items.js";

/** Characters that are marks after a name: for equal contribution, affiliations, or the corresponding author. */
const marks = "*∗⁎＊⋆†‡§¶‖#✉⁰¹²³⁴-⁹";
const trailing = new RegExp(`[${marks}]+$`, "u");
const leading = new RegExp(`^[${marks}]+`, "u");
const email = /^[<([]*[^\s@]{1,100}@[\w-]{1,100}\.[\w.-]{1,100}[>)\]]*$/;
const orcid =
  /^[([<]*(?:orcid:?)?(?:https?:\/\/orcid\.org\/)?\d{4}-\d{4}-\d{4}-\d{3}[\dX][)\]>]*$|^[([]?orcid:?$/i;
/** Words that a note in parentheses may have. */
const maxNote = 30;

/**
 * Takes out of a list of names what is no part of a name: marks, the emphasis of Markdown, DBLP's numbers of persons of
 * the same name, e-mail addresses, ORCID identifiers, and notes in parentheses.
 */
export function withoutNotes(items: readonly Item[], hints: Hints): Item[] {
  const result: Item[] = [];
  const emphasis = new Map<number, string>();
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at];
    if (item?.kind !== "word") {
      if (item) result.push(item);
      continue;
    }
    const [previous, next] = [result.at(-1), items[at + 1]];
    if (/^[([]/.test(item.tex)) {
      const end = noteEnd(items, at);
      const note = items.slice(at, end).map(written).join(" ").replaceAll(" ,", ",");
      if (end > at && !isKept(note, previous, items[end])) {
        hints.leftOut(note);
        at = end - 1;
        continue;
      }
      if (end > at && isNickname(note))
        hints.about("has nicknames in parentheses, which references and CSL-JSON leave out:", note);
    }
    if (item.tex.length > 300) result.push(item);
    else if (email.test(item.tex) || orcid.test(item.tex)) hints.leftOut(item.tex);
    // DBLP: `Bo Li 0002`.
    else if (/^\d{4}$/.test(item.tex) && isName(previous) && !isName(next)) continue;
    // An affiliation: `Ann Roe 1`
    else if (/^\d{1,2}$/.test(item.tex) && isName(previous) && !isName(next))
      result.push({ kind: "mark", tex: item.tex });
    else if (/^\d{1,2}$/.test(item.tex) && previous?.kind === "comma" && result.at(-3)?.kind === "mark") {
      // `Roe1,2`: the comma between two marks.
      const word = result.at(-2);
      result.splice(-2, 2, { kind: "mark", tex: item.tex });
      if (word) result.push(word);
    } else {
      const closing = emphasis.get(at);
      const inner = closing ? item.tex.slice(0, -closing.length) : item.tex;
      const opening = /^(?:\*{1,3}|_{1,2})(?=[^*_])/.exec(inner)?.[0];
      const partner = opening === undefined ? undefined : emphasisEnd(items, at, opening);
      if (opening && partner !== undefined) {
        const isSame = partner === at;
        if (!isSame) emphasis.set(partner, opening);
        put({ ...item, tex: inner.slice(opening.length, isSame ? -opening.length : undefined) });
      } else put({ ...item, tex: inner });
    }

    function put(word: Item & { kind: "word" }): void {
      const bare = withoutMarks(
        word.tex,
        isName(previous) || isName(next) || next?.kind === "comma" || previous?.kind === "comma",
      );
      for (const tex of bare.marks) result.push({ kind: "mark", tex });
      if (bare.tex) result.push({ ...word, tex: bare.tex });
    }
  }
  return result;
}

const isName = (item: Item | undefined): boolean => item?.kind === "word";
const written = (item: Item): string => (item.kind === "word" ? item.tex : item.kind === "comma" ? "," : "");

/** Takes marks off a word; digits only if it has company, as a name of one word may end in a number. */
function withoutMarks(tex: string, hasCompany: boolean): { tex: string; marks: string[] } {
  const start = leading.exec(tex)?.[0] ?? "";
  const rest = tex.slice(start.length);
  const end = rest.endsWith("\\#") ? "" : (trailing.exec(rest)?.[0] ?? "");
  const name = rest.slice(0, rest.length - end.length);
  const digits = hasCompany
    ? /^[\p{L}][\p{L}\p{M}.'’{}\\"-]+?(?<![-\d])(\d{1,2})$/u.exec(name)?.[1]
    : undefined;
  return {
    tex: digits ? name.slice(0, -digits.length) : name,
    marks: [start, digits ?? "", end].filter(Boolean),
  };
}

/** Returns the index after a note in parentheses; the start if it does not end. */
function noteEnd(items: readonly Item[], start: number): number {
  for (let at = start; at < Math.min(items.length, start + maxNote); at += 1) {
    const item = items[at];
    if (item?.kind === "and" || !item) return start;
    if (item.kind === "word" && /[)\]]$/.test(item.tex)) return at + 1;
  }
  return start;
}

/** Returns whether a note belongs to a name: another form of it between its parts, or in another script. */
const isKept = (note: string, previous: Item | undefined, next: Item | undefined): boolean =>
  /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(note) ||
  (isName(previous) && isName(next) && !/\s/.test(note));

/** Returns whether a note that a name keeps is no form of it in another script, which others write too. */
const isNickname = (note: string): boolean =>
  /^\([^()]*\p{L}[^()]*\)$/u.test(note) && !/[^\p{Script=Latin}\p{P}\s]/u.test(note);

/** Returns the index of the word at which emphasis of Markdown ends. */
function emphasisEnd(items: readonly Item[], start: number, mark: string): number | undefined {
  for (let at = start; at < Math.min(items.length, start + maxNote); at += 1) {
    const item = items[at];
    if (!item || item.kind === "and" || item.kind === "semicolon") return undefined;
    if (
      item.kind === "word" &&
      item.tex.length > mark.length &&
      item.tex.endsWith(mark) &&
      (at > start || item.tex.length > 2 * mark.length)
    )
      return at;
  }
  return undefined;
}
