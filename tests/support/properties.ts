import fc from "fast-check";
import { IndigoError } from "../../plugin/utils/errors.ts";
import { payloads } from "./payloads.ts";

/** Constant, so that runs are reproducible. Set another one by `SEED=…`. A failure prints the seed. */
const seed = Number(process.env.SEED ?? 20261125);

/**
 * Asserts a property for random values of fast-check.
 *
 * @param runs - The number of values.
 * @throws Error with the seed and the smallest failing value.
 */
export function holds<T>(values: fc.Arbitrary<T>, property: (value: T) => void, runs = 300): void {
  fc.assert(fc.property(values, property), { seed, numRuns: runs, interruptAfterTimeLimit: 10_000 });
}

/** Any text: characters of every script, lone surrogates, and attacks. */
export const anyText = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc.string(),
  fc.constantFrom(...payloads.filter((payload) => payload.length < 300)),
);

/** Texts of some words and characters in any order. */
export const textOf = (...words: string[]): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 4 })), { maxLength: 12 })
    .map((each) => each.join(""));

/**
 * Returns the result of a function, or the IndigoError that it throws.
 *
 * @throws Error for another error, and for an IndigoError without a message of at least two words.
 */
export function resultOrIndigoError<T>(run: () => T): T | IndigoError {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof IndigoError)) throw error;
    if (error.problems.length === 0 || error.problems.some((problem) => !/\S \S/.test(problem)))
      throw new Error(`uninformative message: ${error.message}`);
    return error;
  }
}

/** Asserts as {@link holds} does, for a property that may wait, with as many values as there is time for. */
export async function holdsAsync<T>(
  values: fc.Arbitrary<T>,
  property: (value: T) => Promise<void>,
  seconds: number,
): Promise<void> {
  await fc.assert(fc.asyncProperty(values, property), {
    seed,
    numRuns: 60,
    interruptAfterTimeLimit: seconds * 1000,
  });
}

/** Returns as {@link resultOrIndigoError} does, for a function that may return a promise. */
export async function resultOrIndigoErrorAsync<T>(run: () => T): Promise<Awaited<T> | IndigoError> {
  try {
    return await run();
  } catch (error) {
    return resultOrIndigoError(() => {
      throw error;
    }) as IndigoError;
  }
}
