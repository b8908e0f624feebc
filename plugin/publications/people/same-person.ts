import type { PersonName } from "./person-name.js";
import { eastAsianName } from "./scripts.js";

/** Splits a name into words without accents, letter case and periods: `Hu, E.-J.` becomes `hu`, `e`, `j`. */
function words(text: string | undefined): string[] {
  return (text ?? "")
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll("ß", "ss")
    .replaceAll("ł", "l")
    .replaceAll(/[øØ]/g, "o")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/**
 * Returns whether two names can be of the same person: they have the same family name, with or without its particle, and
 * given names that do not contradict each other. An initial matches any name that starts with it, and later given names
 * may be left out. A family name alone is not enough.
 */
export function isSamePerson(one: PersonName, other: PersonName): boolean {
  if (one.literal !== undefined || other.literal !== undefined) {
    return [...allWords(one)].sort().join(" ") === [...allWords(other)].sort().join(" ");
  }
  return isSameFamily(one, other) && areSameGiven(words(one.given), words(other.given));
}

const allWords = ({ literal, given, particle, family }: PersonName): string[] =>
  words(literal ?? eastAsianName(family, given) ?? [given, particle, family].join(" "));

/** Compares family names: `van der Berg` may be a family name of three words, or one with a particle. */
function isSameFamily(one: PersonName, other: PersonName): boolean {
  const [a, b] = [one, other].map(({ particle, family }) => ({
    whole: words(`${particle ?? ""} ${family ?? ""}`).join(" "),
    bare: words(family).join(" "),
  }));
  return Boolean(
    a?.bare &&
      b?.bare &&
      (a.whole === b.whole || a.bare === b.bare || a.whole === b.bare || a.bare === b.whole),
  );
}

function areSameGiven(one: readonly string[], other: readonly string[]): boolean {
  const shared = Math.min(one.length, other.length);
  if (shared === 0) return false;
  for (let index = 0; index < shared; index += 1) {
    const [a = "", b = ""] = [one[index], other[index]];
    const isInitial = a.length === 1 || b.length === 1;
    if (isInitial ? a[0] !== b[0] : a !== b) return false;
  }
  return true;
}
