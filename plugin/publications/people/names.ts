import type { PersonName } from "./person-name.js";
import { eastAsianName, isEastAsian } from "./scripts.js";

/** Returns a name in reading order: `Martin Luther King, Jr.`, `Ludwig van Beethoven`. */
export function displayName({ literal, given, particle, family, suffix }: PersonName): string {
  if (literal !== undefined) return literal;
  const native = eastAsianName(family, given);
  if (native !== undefined) return native;
  const name = [given, joined(particle, family)].filter(Boolean).join(" ");
  return suffix ? `${name}${/^[IVX]+$/.test(suffix) ? " " : ", "}${suffix}` : name;
}

/** Joins a particle and a family name: `van Beethoven`, but `d'Alembert`; `de' Medici` is not elided. */
export function joined(particle: string | undefined, family: string | undefined): string {
  const isElided =
    /['’]$/.test(particle ?? "") && /^(?:[aeiouyhàâéèêëîïôöûüœæ]|\p{Lu}\p{M})/iu.test(family ?? "");
  return [particle, family].filter(Boolean).join(isElided ? "" : " ");
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
  if (words.length === 2 && words.every(isEastAsian) && !/^\p{Script=Katakana}/u.test(words[1] ?? "")) {
    return { family: words[0] ?? "", given: words[1] ?? "" };
  }
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
const generation = /^(?:[jJ][rR]|[sS][rR]|II|III|IV|VII|VIII|[ivx]{2,})\.?$/;

const compact = (name: PersonName): PersonName =>
  Object.fromEntries(Object.entries(name).filter(([, part]) => part)) as PersonName;
