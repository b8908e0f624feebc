import { letters } from "./commands.js";

/** A word of a name, in LaTeX. */
export interface Word {
  tex: string;
  /** Whether it is one group in braces. */
  isGroup: boolean;
}

/** Particles of family names in several languages, in lower case. */
const particles = new Set(
  (
    "af al am an auf aus av aw bar bat bei ben bin bint da dal dalla dalle das de degli dei del dela dell della delle dello den der des di " +
    "dit do dos du d' el fitz ibn im in la las le les lo los mac of op sant san santa st ste te ten ter tho thoe to tot und " +
    "uit v van vande vanden vander vd vom von vonder y zu zum zur 't 's ’t ’s d’ de' de’ abu abd фон ван де да ди дер"
  ).split(" "),
);

/** Words that join two family names: `Ortega y Gasset`, `Costa e Silva`. */
const connectors = new Set(["y", "e", "i", "und", "og", "och"]);

/** Returns a word without braces and commands, for comparisons; the first letters of a long word. */
export const bare = ({ tex }: Word): string =>
  tex.length > 200 ? tex : tex.replace(/\\[a-zA-Z]+\*?\s*|\\(?=[^\w\s])|[{}]/g, "");

/** Returns whether a word is a particle that is known as such, in any letter case. */
export const isKnownParticle = (word: Word): boolean => particles.has(bare(word).toLowerCase());

export const isConnector = (word: Word): boolean => connectors.has(bare(word));

/**
 * Returns whether BibTeX takes a word as a particle, by the letter case of its first letter outside braces or of its
 * first special character. A name with an article or elision before it, such as `al-Khwarizmi`, is none. Accents may
 * be without braces, as BibTeX does not have it.
 *
 * @see https://ctan.org/pkg/tamethebeast – section 11
 */
export function isLower(word: Word): boolean {
  const start = word.tex.slice(0, 200);
  const letter = firstLetter(start);
  return letter !== undefined && isLowerLetter(letter) && !/^\p{Ll}{1,4}['’-]\p{Lu}/u.test(start);
}

/** Georgian letters count as lower case in Unicode, but names have no others. */
const isLowerLetter = (letter: string): boolean =>
  /\p{Ll}/u.test(letter) && !/\p{Script=Georgian}/u.test(letter);

const step = /\\(?:[a-zA-Z]+|[\s\S])|[{}]|[^{}\\]/gu;

function firstLetter(tex: string): string | undefined {
  let [depth, isOpen, wasCommand] = [0, false, false];
  let before = "";
  for (const [piece] of tex.matchAll(step)) {
    if (piece === "{") {
      // The argument of an accent, as in `\v{C}`.
      if (wasCommand) isOpen = true;
      depth += 1;
    } else if (piece === "}") {
      depth -= 1;
      if (depth <= 0) isOpen = false;
    } else if (piece.startsWith("\\")) {
      if (before === "{" && depth === 1) isOpen = true;
      if (depth > 0 && !isOpen) continue;
      if (letters.has(piece)) return piece[1];
      wasCommand = true;
    } else if (/\p{L}/u.test(piece) && (depth <= 0 || isOpen)) return piece;
    if (!piece.startsWith("\\") && piece !== "{") wasCommand = false;
    before = piece;
  }
  return undefined;
}
