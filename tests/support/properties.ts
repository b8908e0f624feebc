import fc from "fast-check";
import { IndigoError } from "../../plugin/utils/errors.ts";
import { payloads } from "./payloads.ts";

/** Always the same, so that two runs say the same; another by `SEED=…` before the command. A failure prints it. */
const seed = Number(process.env.SEED ?? 20261125);

/**
 * Holds a property against values that fast-check makes up, a bounded number of times.
 *
 * @throws Error that names the seed and the smallest value for which it does not hold.
 */
export function holds<T>(values: fc.Arbitrary<T>, property: (value: T) => void, runs = 300): void {
  fc.assert(fc.property(values, property), { seed, numRuns: runs, interruptAfterTimeLimit: 10_000 });
}

/** Text of any kind: signs of every script, halves of characters, and what an attacker would write. */
export const anyText = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc.string(),
  fc.constantFrom(...payloads.filter((payload) => payload.length < 300)),
);

/** Text made of some words and signs, as they may follow each other in a file. */
export const textOf = (...words: string[]): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 4 })), { maxLength: 12 })
    .map((each) => each.join(""));

/**
 * What a function gives, or the IndigoError that it throws.
 *
 * @throws Error where it throws anything else, or an error whose message tells an author nothing.
 */
export function told<T>(make: () => T): T | IndigoError {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof IndigoError)) throw error;
    if (error.problems.length === 0 || error.problems.some((problem) => !/\S \S/.test(problem)))
      throw new Error(`it tells nothing: ${error.message}`);
    return error;
  }
}
