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
export const isSamePerson = (one: PersonName, other: PersonName): boolean =>
  areSame(comparable(one), comparable(other));

/** A name as it is compared. */
interface ComparableName {
  isLiteral: boolean;
  /** All of its words, sorted. */
  whole: string;
  /** The forms of its family name: `van der Berg` may be a family name of three words, or one with a particle. */
  families: readonly string[];
  given: readonly string[];
}

function comparable({ literal, given, particle, family }: PersonName): ComparableName {
  const bare = words(family).join(" ");
  return {
    isLiteral: literal !== undefined,
    whole: words(literal ?? eastAsianName(family, given) ?? [given, particle, family].join(" "))
      .sort()
      .join(" "),
    families: bare === "" ? [] : [words(`${particle ?? ""} ${family}`).join(" "), bare],
    given: words(given),
  };
}

function areSame(one: ComparableName, other: ComparableName): boolean {
  if (one.isLiteral || other.isLiteral) return one.whole === other.whole;
  return one.families.some((form) => other.families.includes(form)) && areSameGiven(one.given, other.given);
}

/**
 * Returns a function that finds the value of the first name which {@link isSamePerson} as another. It compares only names
 * with the same words, or with the same family name and given name or initial.
 */
export function personFinder<Value>(
  entries: readonly (readonly [PersonName, Value])[],
): (name: PersonName) => Value | undefined {
  const names = entries.map(([name]) => comparable(name));
  const byKey = new Map<string, number[]>();
  for (const [index, name] of names.entries()) {
    for (const key of keysOf(name, (word) => [word, `${word.charAt(0)}…`])) {
      const list = byKey.get(key);
      if (list) list.push(index);
      else byKey.set(key, [index]);
    }
  }
  return (person) => {
    const wanted = comparable(person);
    // An initial matches all words that start with it; a word matches itself and its initial.
    const words = (word: string): string[] => (word.length === 1 ? [`${word}…`] : [word, word.charAt(0)]);
    const matches = keysOf(wanted, words).flatMap(
      (key) => byKey.get(key)?.find((index) => areSame(names[index] ?? wanted, wanted)) ?? [],
    );
    return matches.length > 0 ? entries[Math.min(...matches)]?.[1] : undefined;
  };
}

/** Returns keys of a name: its words, and each form of its family name with each form of its first given name. */
const keysOf = (
  { isLiteral, whole, families, given }: ComparableName,
  formsOf: (word: string) => string[],
): string[] => {
  const [first] = isLiteral ? [] : given;
  const firsts = first === undefined ? [] : formsOf(first);
  return [
    `words ${whole}`,
    ...[...new Set(families)].flatMap((family) => firsts.map((form) => `family ${family}, ${form}`)),
  ];
};

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
