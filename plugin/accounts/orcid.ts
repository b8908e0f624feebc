/** An ORCID iD as it stands in a text: four groups of four, the last sign a digit or X. */
const shape = /(?<![\dX-])(\d{4}-\d{4}-\d{4}-\d{3})([\dXx])(?![\dX-])/;

/** The ORCID iD in a text, such as the address of a profile, with its X in capitals; `undefined` where there is none. */
export function orcidIn(text: string): string | undefined {
  const [, digits, last] = shape.exec(text) ?? [];
  return digits && last
    ? `${digits}-${last}`.replace(/-(.)$/, (_, sign: string) => sign.toUpperCase())
    : undefined;
}

/**
 * What the last sign of an ORCID iD must be, as ISO 7064 MOD 11-2 has it.
 *
 * @param orcid - An iD, or its first 15 digits; hyphens don't count.
 * @returns A digit, or `X` for ten.
 */
export function orcidCheckDigit(orcid: string): string {
  let total = 0;
  for (const digit of orcid.replaceAll("-", "").slice(0, 15)) total = (total + Number(digit)) * 2;
  const result = (12 - (total % 11)) % 11;
  return result === 10 ? "X" : String(result);
}

/**
 * What is wrong with an ORCID iD, or with the address of a profile that holds one.
 *
 * @returns A sentence's end that starts with `must`, or `undefined` where it is right.
 */
export function orcidProblem(given: string): string | undefined {
  const orcid = orcidIn(given);
  if (!orcid) return 'must hold an ORCID iD such as "0000-0002-1825-0097"';
  const expected = orcidCheckDigit(orcid);
  return orcid.endsWith(expected)
    ? undefined
    : `must be an ORCID iD whose last sign is "${expected}", the check digit of the others`;
}
