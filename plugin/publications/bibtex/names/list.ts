import { isExtended } from "./extended.js";
import { type Hints, quotedList } from "./hints.js";
import type { Item } from "./items.js";
import { isCompany, isDegree, isInitials, isInstitution, isShortDegree, isSuffix } from "./patterns.js";
import { type RawName, textOf } from "./raw-name.js";
import { bare, isKnownParticle, isLower, type Word } from "./words.js";

/** Splits a list into names, also by what people write in place of "and". */
export function splitNames(items: readonly Item[], hints: Hints): { names: RawName[]; others: boolean } {
  const chunks = splitAt(items, "and").flatMap(splitAtBehalf);
  let others = false;
  const withCommas = chunks.filter((chunk) => !isWithoutComma(chunk)).length;
  const isOnly = chunks.length === 1;
  const names = chunks.flatMap((chunk, index) => {
    const pieces = splitAt(chunk, "semicolon").filter((piece) => piece.some(isWord));
    const bySemicolon = pieces.length > 1 ? splitByAmpersand(pieces) : splitByAmpersand(pieces, hints);
    const parts = bySemicolon.flatMap((piece) => {
      const { rest, ended } = withoutOthers(piece);
      others ||= ended;
      return rest.some(isWord) || rest.some(({ kind }) => kind === "mark") ? [rawName(rest)] : [];
    });
    if (chunk.every(({ kind }) => kind !== "word" && kind !== "mark")) {
      // An "and" at the start or the end of a list loses nothing, but a name may be missing between two.
      if (index > 0 && index < chunks.length - 1) hints.about('has no name between two "and"');
      return [];
    }
    if (pieces.length > 1)
      hints.about(
        `is read as ${parts.length} names separated by semicolons: ${quotedList(parts.map(textOf))}`,
      );
    const isAlone = withCommas === 1 && chunks.length > 1 && !isWithoutComma(chunk);
    const nearCommas = isOnly && parts.length === 1 ? "only" : index === chunks.length - 2 ? "last" : "one";
    const next = chunks[index + 1];
    return parts.flatMap((name) =>
      splitByCommas(name, nearCommas, isWithoutComma(next), endsWithComma(chunk), isAlone, hints),
    );
  });
  return { names, others };
}

const isWord = (item: Item): boolean => item.kind === "word";
const isWithoutComma = (items: readonly Item[] | undefined): boolean =>
  items?.some(isWord) === true && !items.some(({ kind }) => kind === "comma");
const endsWithComma = (items: readonly Item[]): boolean =>
  items.findLast(({ kind }) => kind !== "mark")?.kind === "comma";

function splitAt(items: readonly Item[], kind: Item["kind"]): Item[][] {
  const parts: Item[][] = [[]];
  for (const item of items) {
    if (item.kind === kind) parts.push([]);
    else parts.at(-1)?.push(item);
  }
  return parts;
}

/** Splits `Ann Roe, on behalf of the X Collaboration` and `Ann Roe for the X Team` into a person and an institution. */
function splitAtBehalf(chunk: readonly Item[]): Item[][] {
  const words = chunk.map((item) => (item.kind === "word" ? item.tex.toLowerCase() : ""));
  const at = words.findIndex(
    (word, index) =>
      index > 1 &&
      ((word === "on" && words[index + 1] === "behalf" && words[index + 2] === "of") ||
        (word === "for" && words[index + 1] === "the")),
  );
  if (at < 0) return [[...chunk]];
  const institution = chunk.slice(at + (words[at] === "on" ? 3 : 1));
  const group = institution.filter(isWord) as (Item & { kind: "word" })[];
  const inBraces = group.filter(({ isGroup }) => isGroup);
  if (inBraces.length === 0 && !isInstitution(group)) return [[...chunk]];
  const before = chunk.slice(0, at);
  return [
    before.at(-1)?.kind === "comma" ? before.slice(0, -1) : before,
    inBraces.length > 0 ? inBraces : institution,
  ];
}

function rawName(items: readonly Item[]): RawName {
  const segments = splitAt(items, "comma").map((part) =>
    part.flatMap((item) => (item.kind === "word" ? [{ tex: item.tex, isGroup: item.isGroup }] : [])),
  );
  const marks = items.flatMap((item) => (item.kind === "mark" ? [item.tex] : []));
  // A comma before "and" or at the start.
  return { segments: segments.filter((words) => words.length > 0), marks };
}

/** What people write between names in place of "and". */
const ampersand = /^(?:\\?[&＆]|[/|+•·]|\\textbar|\\textbullet)$/;

/** Splits at `&` between names of persons; "Roe & Sons" is one name, for which BibTeX has no rule either. */
function splitByAmpersand(pieces: readonly Item[][], hints?: Hints): Item[][] {
  return pieces.flatMap((piece) => {
    if (!piece.some((item) => item.kind === "word" && ampersand.test(item.tex))) return [piece];
    const parts: Item[][] = [[]];
    for (const item of piece) {
      if (item.kind === "word" && ampersand.test(item.tex)) parts.push([]);
      else parts.at(-1)?.push(item);
    }
    const full = parts.filter((part) => part.some(isWord));
    const isList = full.every(
      (part) => part.filter(isWord).length > 1 && !rawName(part).segments.some(isInstitution),
    );
    if (!isList || full.length < 2) return [piece];
    const mark = piece.find((item) => item.kind === "word" && ampersand.test(item.tex));
    hints?.about(
      `is read as ${full.length} names separated by "${mark?.kind === "word" ? mark.tex.replace("\\", "") : "&"}": ${quotedList(full.map((part) => textOf(rawName(part))))}`,
    );
    return full;
  });
}

const othersWords = /^(?:others|et\.? ?al\.?|and others|\.{3}|…|\\l?dots|\\textellipsis|и др\.|等)$/i;

/** German "u. a."; `U.A.` are initials. */
const germanOthers = /^u\. ?a\.$/;

/** Removes "et al." at the end of a name, and returns whether there is one. */
function withoutOthers(piece: readonly Item[]): { rest: Item[]; ended: boolean } {
  const words = piece.flatMap((item, index) => (item.kind === "word" ? [{ item, index }] : []));
  for (const count of [2, 1]) {
    const last = words.slice(-count);
    const text = last
      .map(({ item }) => (item.tex.startsWith("\\") ? item.tex : bare(item).replace(/\s+/g, " ")))
      .join(" ");
    const isWhole = words.length === count || !/^others$/i.test(text);
    if (last.length === count && isWhole && (othersWords.test(text) || germanOthers.test(text))) {
      const from = last[0]?.index ?? 0;
      return { rest: piece.filter((item, index) => index < from || item.kind === "mark"), ended: true };
    }
  }
  return { rest: [...piece], ended: false };
}

/** Splits what has more commas than one name, or other commas than those of a name. */
function splitByCommas(
  name: RawName,
  place: "only" | "last" | "one",
  nextIsPlain: boolean,
  isOxford: boolean,
  isAlone: boolean,
  hints: Hints,
): RawName[] {
  const segments = joinedSuffixes(name.segments);
  const count = segments.length;
  const one = [name];
  if (isExtended(textOf(name))) return one;
  if (count < 2 || segments.some((words) => words.length > 50)) return one;
  if (isInstitution(segments[0] ?? []) || segments.some((words, index) => index > 0 && isCompany(words)))
    return one;
  const areFull = segments.every(
    (words) => words.length > 1 && !words.every((word) => isInitials(bare(word))),
  );
  const split = (parts: Word[][][]): RawName[] => {
    const names = parts.map((each) => ({ segments: each, marks: [] as string[] }));
    hints.about(`is read as ${names.length} names separated by commas: ${quotedList(names.map(textOf))}`);
    const last = names.at(-1);
    if (last) last.marks = name.marks;
    return names;
  };
  const singles = (): RawName[] => split(segments.map((words) => unjoined(words)));
  if (count === 2) {
    if (!areFull) return one;
    const [first = [], second = []] = segments;
    const starts = [first, second].every((words) => isInitials(bare(words[0] ?? noWord)));
    const ends = [first, second].every((words) => isInitials(bare(words.at(-1) ?? noWord)));
    const hasParticle = [...first, ...second].some((word) => isLower(word) || isKnownParticle(word));
    if (
      starts ||
      (ends && first.length === 2) ||
      (place === "last" && nextIsPlain && isOxford && !hasParticle)
    )
      return singles();
    if ((place === "only" || isAlone) && first.length === 2 && second.length === 2 && !hasParticle)
      hints.about(
        "is read as one name, family name first:",
        textOf(name),
        'write "and" between them if these are two names',
      );
    return one;
  }
  if (areFull) return singles();
  if (count === 3 && name.segments.length === 3) {
    const isHan = segments.every(
      (words) => words.length === 1 && /^\p{Script=Han}{2,4}$/u.test(words[0]?.tex ?? ""),
    );
    if (isHan) return singles();
    const [, second = [], third = []] = segments;
    if (isShortDegree(third) || second.every((word) => isInitials(bare(word)))) return one;
    hints.about(
      "has three parts separated by commas, of which the second is read as a suffix such as Jr.:",
      textOf(name),
    );
    return one;
  }
  if (segments.every((words) => words.length === 1 && /^\p{Script=Han}{2,4}$/u.test(words[0]?.tex ?? "")))
    return singles();
  return split(paired(segments));
}

const noWord: Word = { tex: "", isGroup: false };

/** Pairs family and given names that are separated by commas as names are: `Roe, A., Li, B.` */
function paired(segments: readonly Word[][]): Word[][][] {
  const isGiven = (words: readonly Word[]): boolean => words.every((word) => isInitials(bare(word)));
  const areAllPairs =
    segments.length % 2 === 0 && segments.every((words, index) => index % 2 === 0 || isGiven(words));
  const names: Word[][][] = [];
  for (let at = 0; at < segments.length; at += 1) {
    const [first = [], second] = [segments[at], segments[at + 1]];
    const isPair = second && (areAllPairs || isGiven(second) || (first.length === 1 && second.length === 1));
    names.push([...unjoined(first), ...(isPair ? [second] : [])]);
    if (isPair) at += 1;
  }
  return names;
}

/** Puts suffixes and degrees with the name before them; {@link unjoined} undoes it. */
function joinedSuffixes(segments: readonly Word[][]): (Word[] & { suffix?: Word[] })[] {
  const result: (Word[] & { suffix?: Word[] })[] = [];
  for (const words of segments) {
    const last = result.at(-1);
    if (last && (isSuffix(words) || isDegree(words))) last.suffix = words;
    else result.push([...words]);
  }
  return result;
}

const unjoined = (words: Word[] & { suffix?: Word[] }): Word[][] =>
  words.suffix ? [words, words.suffix] : [words];
