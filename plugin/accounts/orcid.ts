/** An ORCID iD in a text: four groups of four digits, the last of which may be an X. */
const pattern = /(?<![\dX-])(\d{4}-\d{4}-\d{4}-\d{3})([\dXx])(?![\dX-])/;

/** Returns the ORCID iD in a text, such as the URL of a profile, with a capital X; `undefined` if there is none. */
export function orcidIn(text: string): string | undefined {
  const [, digits, last] = pattern.exec(text) ?? [];
  return digits && last
    ? `${digits}-${last}`.replace(/-(.)$/, (_, character: string) => character.toUpperCase())
    : undefined;
}

/**
 * Computes the check digit of an ORCID iD, its last character, by ISO 7064 MOD 11-2.
 *
 * @param orcid - An iD, or its first 15 digits. Hyphens are ignored.
 * @returns A digit, or `X` for ten.
 */
export function orcidCheckDigit(orcid: string): string {
  let total = 0;
  for (const digit of orcid.replaceAll("-", "").slice(0, 15)) total = (total + Number(digit)) * 2;
  const result = (12 - (total % 11)) % 11;
  return result === 10 ? "X" : String(result);
}

/**
 * Validates an ORCID iD, or the URL of a profile that contains one.
 *
 * @returns The end of a message, which starts with `must`; `undefined` if the iD is valid.
 */
export function orcidProblem(value: string): string | undefined {
  const orcid = orcidIn(value);
  if (!orcid) return 'must contain an ORCID iD such as "0000-0002-1825-0097"';
  const expected = orcidCheckDigit(orcid);
  return orcid.endsWith(expected)
    ? undefined
    : `must be an ORCID iD with the last character "${expected}", the check digit of the others`;
}
