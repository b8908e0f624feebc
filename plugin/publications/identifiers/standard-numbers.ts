/** A kind of number with a check digit. */
interface Kind {
  /** A number with or without hyphens. */
  pattern: RegExp;
  /** The name before a number, with the words that go with it. */
  label: RegExp;
  isValid(digits: string): boolean;
  /** Returns a number as it is printed. */
  printed(number: string): string;
}

const value = (digit: string): number => (/x/i.test(digit) ? 10 : Number(digit));

/** Returns the sum of the digits times weights that fall from the number of digits to one. */
const weighted = (digits: string): number =>
  [...digits].reduce((sum, digit, index) => sum + value(digit) * (digits.length - index), 0);

const kinds: Readonly<Record<"ISBN" | "ISSN", Kind>> = {
  ISSN: {
    pattern: /(?<![\dX-])\d{4}[-–‐]?\d{3}[\dX](?![\dX-])/gi,
    label: /\b[ep]?-?ISSN(?:-L)?\b\s*[:.]?/gi,
    isValid: (digits) => weighted(digits) % 11 === 0,
    printed: (number) => number.toUpperCase().replace(/^(\d{4})[-–‐]?(.{4})$/, "$1-$2"),
  },
  ISBN: {
    pattern: /(?<![\dX-])(?:97[89][-–‐ ]?)?\d(?:[-–‐ ]?\d){8}[-–‐ ]?[\dX](?![\dX-])/gi,
    label: /\be?-?ISBN(?:[- ]?1[03])?\b\s*[:.]?/gi,
    isValid: (digits) =>
      digits.length === 10
        ? weighted(digits) % 11 === 0
        : /^\d+$/.test(digits) &&
          [...digits].reduce((sum, digit, index) => sum + Number(digit) * (index % 2 ? 3 : 1), 0) % 10 === 0,
    // Where its hyphens are depends on tables of countries and publishers.
    printed: (number) => number.toUpperCase().replace(/[–‐ ]/g, "-"),
  },
};

/** What may be between numbers: separators, and which edition each is of. */
const between =
  /[\s,;/|&+()[\]{}:.–-]|\b(?:and|print(?:ed)?|online|electronic|web|linking|paper(?:back)?|hard(?:cover|back)|hbk|pbk|ebook|e-?pub|pdf|cloth|softcover|set)\b/gi;

/** The longest text that is searched for numbers. */
const maxLength = 300;

/**
 * Returns ISBNs or ISSNs without the words around them: `ISSN: 12345679 (print)` is "1234-5679". A text in which a check
 * digit is wrong, or that has anything else, stays as it is.
 */
export function standardNumbers(kind: keyof typeof kinds, text: string): string {
  const { pattern, label, isValid, printed } = kinds[kind];
  if (text.length > maxLength) return text;
  const unlabeled = text.replace(label, " ");
  const numbers = [...unlabeled.matchAll(pattern)].map(([number]) => number);
  const areValid = numbers.every((number) => isValid(number.replace(/[^\dX]/gi, "").toUpperCase()));
  const rest = unlabeled.replace(pattern, " ").replace(between, "");
  if (numbers.length === 0 || !areValid || rest !== "") return text;
  return [...new Set(numbers.map(printed))].join(", ");
}
