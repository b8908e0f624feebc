import type { CslName } from "../../csl/schema.js";
import { isEastAsian } from "../../people/scripts.js";
import { isShort } from "./family-first.js";
import type { Hints } from "./hints.js";
import {
  isCompany,
  isDegree,
  isDegreeText,
  isInstitution,
  isShortDegree,
  isSuffix,
  isSuffixText,
  isTitle,
} from "./patterns.js";
import { type RawName, type TextOf, textOf } from "./raw-name.js";
import { insideOf } from "./tokens.js";
import { bare, isConnector, isKnownParticle, isLower, type Word } from "./words.js";

/** The parts of a name in LaTeX. */
interface Parts {
  given: Word[];
  particle: Word[];
  family: Word[];
  suffix?: Word[];
  /** A particle after the given name: `Beethoven, Ludwig van`. */
  dropping?: Word[];
}

/** A name of more words is kept as one text. */
const maxWords = 40;

/**
 * Returns the parts of a name, as BibTeX finds them in `First von Last`, `von Last, First` and `von Last, Jr, First`, and
 * where it finds what nobody means, as people mean them.
 *
 * @see https://ctan.org/pkg/tamethebeast – section 11
 */
export function partsOf(name: RawName, text: TextOf, hints: Hints, familyFirst: boolean): CslName {
  const whole = (): CslName => ({ literal: text(textWhole(name)) });
  const count = name.segments.reduce((sum, words) => sum + words.length, 0);
  if (count > maxWords) {
    hints.about(`has a name of ${count} words, which is kept as one text:`, textOf(name));
    return whole();
  }
  const [first = [], ...rest] = name.segments;
  const only = count === 1 ? first[0] : undefined;
  if (only?.isGroup) return { literal: text(insideOf(only.tex)) };
  if (/^(?:on|for)$/i.test(bare(first[0] ?? none)) && isInstitution(first)) return whole();
  if (isInstitution(first) || rest.some(isCompany)) return whole();
  if (first.some(({ tex }) => /^\\?[&＆]$/.test(tex))) {
    hints.about("is read as one name:", textOf(name), 'write "and" between names if these are two');
    return whole();
  }
  const parts = rest.length > 0 ? withCommas(first, rest, hints) : withoutComma(first, familyFirst, hints);
  const join = (words: readonly Word[] | undefined): string =>
    words && words.length > 0 ? text(words.map(({ tex }) => tex).join(" ")) : "";
  const [given, family, particle, suffix, dropping] = [
    join(parts.given),
    join(parts.family),
    join(parts.particle),
    join(parts.suffix),
    join(parts.dropping),
  ];
  return {
    ...(family && { family }),
    ...(given && { given }),
    ...(particle && { "non-dropping-particle": particle }),
    ...(dropping && { "dropping-particle": dropping }),
    ...(suffix && { suffix }),
  };
}

const none: Word = { tex: "", isGroup: false };

const textWhole = ({ segments }: RawName): string =>
  segments.map((words) => words.map(({ tex }) => tex).join(" ")).join(", ");

/** Reads `von Last, First` and `von Last, Jr, First`, also with a suffix or degrees in another place. */
function withCommas(first: Word[], rest: Word[][], hints: Hints): Parts {
  const isLast = (words: readonly Word[]): boolean => rest.length > 1 && words === rest.at(-1);
  const degrees = rest.filter(
    (words) => isDegree(words) || (isShortDegree(words) && (isLast(words) || first.length > 1)),
  );
  for (const words of degrees) hints.leftOut(words.map(({ tex }) => tex).join(" "));
  const others = rest.filter((words) => !degrees.includes(words));
  const suffix = others.find(isSuffix);
  const given = suffix ? others.filter((words) => words !== suffix) : others;
  if (given.length === 0) {
    if (isOnlyInitials(first, suffix)) return { ...lastName(first), given: suffix ?? [] };
    // `Martin King, Jr.`
    const parts = withoutComma(first, false, hints);
    return suffix ? { ...parts, suffix } : parts;
  }
  const last = lastName(first);
  if (
    !suffix &&
    given.length > 1 &&
    !given.slice(0, -1).every((words) => words.every(({ tex }) => /\.$/.test(tex)))
  ) {
    const [jr, ...names] = given;
    return { ...last, ...(jr && { suffix: jr }), ...givenName(names.flat()) };
  }
  const { given: names, suffix: lastSuffix, ...more } = givenName(given.flat());
  const foundSuffix = suffix ?? lastSuffix ?? last.suffix;
  return { ...last, ...more, given: names, ...(foundSuffix && { suffix: foundSuffix }) };
}

/** Reads the given name of a name with commas: `Ludwig van`, `Martin Jr.`. */
function givenName(words: readonly Word[]): Pick<Parts, "given" | "suffix" | "dropping"> {
  const { rest, suffix } = withoutSuffix(words);
  let start = rest.length;
  while (start > 1 && isLower(rest[start - 1] ?? none) && isKnownParticle(rest[start - 1] ?? none))
    start -= 1;
  return {
    given: rest.slice(0, start),
    ...(suffix && { suffix }),
    ...(start < rest.length && { dropping: rest.slice(start) }),
  };
}

/** Returns whether what looks like a suffix is the initials of a name that has no others: `Roe, JR`, but `King, Jr.` */
const isOnlyInitials = (words: readonly Word[], suffix: readonly Word[] | undefined): boolean =>
  suffix !== undefined &&
  /^[JS]R$/.test(suffix.map(bare).join(" ")) &&
  words.filter((word) => !isLower(word)).length === 1;

/** Takes a suffix off the end: `King Jr.`, also in braces. */
function withoutSuffix(words: readonly Word[]): { rest: Word[]; suffix?: Word[] } {
  const last = words.at(-1);
  if (!last) return { rest: [] };
  const inBraces = last.isGroup ? /^([^\\]*\S)\s+(\S+)$/.exec(insideOf(last.tex)) : null;
  if (inBraces?.[1] && inBraces[2] && isSuffixText(inBraces[2]))
    return {
      rest: [...words.slice(0, -1), { tex: `{${inBraces[1].replace(/,$/, "")}}`, isGroup: true }],
      suffix: [{ tex: inBraces[2], isGroup: false }],
    };
  return words.length > 1 && isSuffix([last])
    ? { rest: words.slice(0, -1), suffix: [last] }
    : { rest: [...words] };
}

/** Reads the part before the comma: particles, then the family name. */
function lastName(words: readonly Word[]): Pick<Parts, "particle" | "family" | "suffix"> {
  const { rest, suffix } = withoutSuffix(words);
  const lower = rest.slice(0, -1).findLastIndex(isLower);
  const isParticle = rest.slice(0, lower + 1).every((word) => isLower(word) || isKnownParticle(word));
  // `Machado de Assis, Joaquim` is a family name of three words, though BibTeX has "Machado de" as a particle.
  const end = isParticle ? lower + 1 : 0;
  return { particle: rest.slice(0, end), family: rest.slice(end), ...(suffix && { suffix }) };
}

/** Reads `First von Last`. */
function withoutComma(words: readonly Word[], familyFirst: boolean, hints: Hints): Parts {
  const { rest: untitled, suffix } = withoutSuffix(withoutTitles(words, hints));
  if (isOnlyInitials(untitled, suffix)) return { ...lastName(untitled), given: suffix ?? [] };
  const more = suffix && { suffix };
  if (untitled.length > 1 && (familyFirst || isNative(untitled))) {
    const split = familyFirst ? familyEnd(untitled) : 1;
    return { ...lastName(untitled.slice(0, split)), given: untitled.slice(split), ...more };
  }
  const end = untitled.length - 1;
  const lowers = untitled.map((word, index) => index < end && isLower(word));
  let [start, stop] = [lowers.indexOf(true), lowers.lastIndexOf(true)];
  if (start < 0) {
    const first = isUpper(untitled[end] ?? none) ? particleStart(untitled, end) : end;
    return {
      given: untitled.slice(0, first),
      particle: untitled.slice(first, end),
      family: untitled.slice(end),
      ...more,
    };
  }
  // `Ann De la Cruz`: a particle in upper case before one in lower case.
  while (start > 1 && isKnownParticle(untitled[start - 1] ?? none)) start -= 1;
  // `danah boyd` has a given name, `van Beethoven` has none.
  if (start === 0) while (start <= stop && !isKnownParticle(untitled[start] ?? none)) start += 1;
  if (start > stop)
    return { given: untitled.slice(0, end), particle: [], family: untitled.slice(end), ...more };
  stop += 1;
  if (start > 1 && stop - start === 1 && isConnector(untitled[start] ?? none))
    // `José Ortega y Gasset`
    return { given: untitled.slice(0, start - 1), particle: [], family: untitled.slice(start - 1), ...more };
  return {
    given: untitled.slice(0, start),
    particle: untitled.slice(start, stop),
    family: untitled.slice(stop),
    ...more,
  };
}

/** Returns where the particles in capitals before a family name in capitals start: `Ann DE LA ROE`. */
function particleStart(words: readonly Word[], end: number): number {
  let start = end;
  while (start > 1 && isUpper(words[start - 1] ?? none) && isKnownParticle(words[start - 1] ?? none))
    start -= 1;
  return start;
}

const isUpper = (word: Word): boolean => /^[\p{Lu}\p{M}'’-]{2,}$/u.test(bare(word));

/** Returns whether a name of two words is written in a script in which the family name comes first. */
const isNative = (words: readonly Word[]): boolean =>
  words.length === 2 &&
  words.every(({ tex }) => isEastAsian(tex)) &&
  !/^[\p{Script=Katakana}ー]+$/u.test(words[1]?.tex ?? "");

/** Returns the number of words before the initials at the end, or before given name and patronymic. */
function familyEnd(words: readonly Word[]): number {
  const initials = words.findLastIndex((word) => !/^(?:\p{Lu}\p{M}*\.?-?){1,4}$/u.test(bare(word))) + 1;
  if (initials === 0)
    // `ROE M.`
    return Math.max(
      1,
      words.findIndex((word) => isShort(bare(word))),
    );
  return initials < words.length ? initials : 1;
}

/** Removes titles before and degrees after a name, which are no part of it. */
function withoutTitles(words: readonly Word[], hints: Hints): Word[] {
  let [start, end] = [0, words.length];
  while (end - start > 2 && isTitle(words[start] ?? none)) start += 1;
  while (
    end - start > 2 &&
    isDegreeText(bare(words[end - 1] ?? none)) &&
    bare(words[end - 1] ?? none).length > 2
  )
    end -= 1;
  for (const word of [...words.slice(0, start), ...words.slice(end)]) hints.leftOut(word.tex);
  return words.slice(start, end);
}
