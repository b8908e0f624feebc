import type { PersonName } from "./person-name.js";

/** Returns a name in reading order: `Martin Luther King, Jr.`, `Ludwig van Beethoven`. */
export function displayName({ literal, given, particle, family, suffix }: PersonName): string {
  if (literal !== undefined) return literal;
  // `d'Alembert` has no space after its particle.
  const last =
    particle && /['’]$/.test(particle)
      ? `${particle}${family ?? ""}`
      : [particle, family].filter(Boolean).join(" ");
  const name = [given, last].filter(Boolean).join(" ");
  return suffix ? `${name}${/^[IVX]+$/.test(suffix) ? " " : ", "}${suffix}` : name;
}

/**
 * Splits a name into its parts. Pages show the text itself, so that a wrong guess does not change it.
 *
 * @example nameFromText("Ludwig van Beethoven") // { given: "Ludwig", particle: "van", family: "Beethoven" }
 */
export function nameFromText(text: string): PersonName {
  const [last = "", ...rest] = text.split(",").map((part) => part.trim().replaceAll(/\s+/gu, " "));
  if (rest.length === 1 && generation.test(rest[0] ?? "")) {
    return compact({ ...nameFromText(last), suffix: rest[0] });
  }
  if (rest.length > 0) {
    const [, particle = "", family = last] = /^((?:\p{Ll}[\p{L}'’]*\s+)*)(.+)$/u.exec(last) ?? [];
    const suffix = rest.length > 1 ? rest[0] : undefined;
    return compact({ family, given: rest.at(-1), particle: particle.trim(), suffix });
  }
  const words = last.split(" ");
  const family = words.pop() ?? "";
  if (words.length === 0) return { literal: last };
  // The particle is the run of small words before the last word; the first word is a given name.
  let start = words.length;
  while (start > 1 && smallWord.test(words[start - 1] ?? "")) start -= 1;
  return compact({
    family,
    given: words.slice(0, start).join(" "),
    particle: words.slice(start).join(" "),
  });
}

const smallWord = /^\p{Ll}[\p{L}'’]*$/u;

/** Suffixes after a comma that are not given names. */
const generation = /^(jr|sr|[ivx]{2,})\.?$/i;

const compact = (name: PersonName): PersonName =>
  Object.fromEntries(Object.entries(name).filter(([, part]) => part)) as PersonName;
