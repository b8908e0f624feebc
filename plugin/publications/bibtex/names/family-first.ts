import type { Hints } from "./hints.js";
import { isInitials, isInstitution, isSuffix } from "./patterns.js";
import { type RawName, textOf } from "./raw-name.js";
import { bare, isKnownParticle, type Word } from "./words.js";

/** Russian, Ukrainian and Belarusian patronymics. */
const patronymic = /\p{Script=Cyrillic}(?:ович|евич|івна|івич|овна|евна|ична|йович|ївна)$/u;

/**
 * Returns the names without a comma that have their family name first, as PubMed and Scopus write them: `Roe A.B.`, and
 * as in Russian, `Толстой Лев Николаевич`. Capital letters without periods may be a family name too, `Ann LI`, or what
 * it is known by, `Malcolm X`; they count as initials if other names of the list have them.
 */
export function familyFirstNames(names: readonly RawName[], hints: Hints): ReadonlySet<RawName> {
  const kinds = names.map((name) => ({ name, kind: kindOf(name) }));
  const count = (kind: string): number => kinds.filter((each) => each.kind === kind).length;
  const [sure, letter, capitals, other] = ["sure", "letter", "capitals", "other"].map(count) as [
    number,
    number,
    number,
    number,
  ];
  const isStyle = sure + letter > 1 || (sure + letter > 0 && capitals > 0);
  const areMost = sure + letter + capitals >= other && isStyle;
  const found = kinds.filter(
    ({ kind }) => kind === "sure" || ((kind === "letter" || kind === "capitals") && areMost),
  );
  for (const { name } of found)
    hints.about(
      "has names without a comma that are read family name first:",
      textOf(name),
      'write "Roe, Ann"',
    );
  return new Set(found.map(({ name }) => name));
}

type Kind = "sure" | "letter" | "capitals" | "other" | "comma";

function kindOf({ segments }: RawName): Kind {
  const [all = [], ...rest] = segments;
  if (rest.length > 1 || (rest[0] && !isSuffix(rest[0]))) return "comma";
  const words = all.length > 2 && isSuffix(all.slice(-1)) ? all.slice(0, -1) : all;
  if (words.length > 20 || words.length < 2 || isInstitution(words)) return "other";
  if (
    words.length === 3 &&
    patronymic.test(bare(words[2] as Word)) &&
    !patronymic.test(bare(words[1] as Word))
  )
    return "sure";
  const start = words.findLastIndex((word) => !isInitials(bare(word))) + 1;
  const initials = words.slice(start).map(bare);
  const before = words.slice(0, start).map(bare);
  if (words.every((word) => isCapitals(bare(word)))) return kindOfCapitals(words.map(bare));
  if (initials.length === 0 || !before.some((word) => /\p{Ll}\p{M}*$/u.test(word))) return "other";
  if (before.some((word) => isInitials(word))) return "other";
  // `Ann DE LA ROE`
  if (words.slice(start, -1).some((word) => isKnownParticle(word) && !bare(word).includes(".")))
    return "other";
  const joined = initials.join("");
  if (joined.includes(".")) return "sure";
  if (joined.length === 1) return "letter";
  return initials.length > 1 || !/[AEIOUY]/.test(joined) ? "sure" : "capitals";
}

const isCapitals = (text: string): boolean => /\p{Lu}/u.test(text) && text === text.toUpperCase();

/** Returns the kind of a name in capitals: in `ROE M.` and `SMITH J.A.`, initials are those with periods. */
function kindOfCapitals(words: readonly string[]): Kind {
  const start = words.findIndex(isShort);
  const isFamilyFirst = start > 0 && words.slice(start).every(isShort);
  if (!isFamilyFirst) return "other";
  return words.slice(start).join("").includes(".") ? "sure" : "letter";
}

/** Returns whether a word of a name in capitals is initials: with a period, or of one letter. */
export const isShort = (text: string): boolean =>
  isInitials(text) && (text.includes(".") || [...text].length === 1);
