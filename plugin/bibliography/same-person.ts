/** The parts of a name, as CSL has them. */
export interface PersonName {
  readonly family?: string | undefined;
  readonly given?: string | undefined;
  /** What stands before the family name and is not always written: `van der`. */
  readonly particle?: string | undefined;
  readonly suffix?: string | undefined;
  /** A name that has no parts, such as that of an organisation. */
  readonly literal?: string | undefined;
}

/** Words without accents, letter case and points: `Hu, E.-J.` becomes `hu`, `e`, `j`. */
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

/** Reads a name as an author writes it: `Edward J. Hu`, `Hu, Edward J.` or `Hu, Jr., Edward`. */
export function readName(text: string): PersonName {
  const parts = text.split(",").map((part) => part.trim());
  if (parts.length > 2) return { family: parts[0], suffix: parts[1], given: parts.slice(2).join(" ") };
  if (parts.length === 2) return { family: parts[0], given: parts[1] };
  const all = text.trim().split(/\s+/);
  return all.length > 1
    ? { given: all.slice(0, -1).join(" "), family: all.at(-1) }
    : { literal: text.trim() };
}

/**
 * Whether two names can be one person's: the same family name, with or without its particle, and given names that do not
 * speak against each other. An initial stands for any name that starts with it, and later given names may be left out.
 * A family name alone is not enough.
 */
export function isSamePerson(one: PersonName, other: PersonName): boolean {
  if (one.literal !== undefined || other.literal !== undefined) {
    return [...allWords(one)].sort().join(" ") === [...allWords(other)].sort().join(" ");
  }
  return isSameFamily(one, other) && areSameGiven(words(one.given), words(other.given));
}

const allWords = ({ literal, given, particle, family }: PersonName): string[] =>
  words(literal ?? [given, particle, family].join(" "));

/** `van der Berg` may be read as a family name of three words, or as one with a particle. */
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
