/** The words and named arguments with which a shortcode chooses from a list, except its `limit`. */
export interface ChoiceGrammar<Choice extends { limit?: number }> {
  /** Where `limit 5` may stand. At the end, the number alone is enough if there are no other words. */
  limitAt: "anywhere" | "end";
  /** Reads words that contain no limit; empty text is all. Undefined for an unknown word. */
  readWords(words: string): Partial<Choice> | undefined;
  /** Validates the value of each named argument. */
  named: { readonly [Name in keyof Choice]-?: (value: unknown) => boolean };
}

const limitPatterns = {
  anywhere: /\blimit\s+([1-9]\d*)(?=\s|$)/i,
  end: /(?:^|\blimit\s+)(\d+)$/i,
};

/** Returns whether a value may be the limit of a list: a whole number from 1 on. */
export const isLimit = (value: unknown): value is number => Number.isInteger(value) && (value as number) > 0;

/**
 * Reads the words of a shortcode for a list, such as `selected by year limit 5` or `PhD students limit 3`.
 *
 * @returns Undefined for an unknown word. A limit at the end may be 0, which the caller validates with {@link isLimit}.
 */
export function readChoiceWords<Choice extends { limit?: number }>(
  words: string,
  { limitAt, readWords }: ChoiceGrammar<Choice>,
): Partial<Choice> | undefined {
  // `split` puts the number of each limit between the words around it.
  const parts = words.trim().split(limitPatterns[limitAt]);
  const choices = parts.map((part, index) =>
    index % 2 === 0 ? readWords(part.trim()) : { limit: Number(part) },
  );
  return choices.includes(undefined) ? undefined : (Object.assign({}, ...choices) as Partial<Choice>);
}

/**
 * Reads the named arguments of a shortcode for a list, which Nunjucks alone has: `group="PhD students", limit=3`.
 *
 * @returns Undefined for an unknown name or a wrong value.
 */
export function readNamedChoice<Choice extends { limit?: number }>(
  named: Readonly<Record<string, unknown>>,
  { named: tests }: ChoiceGrammar<Choice>,
): Partial<Choice> | undefined {
  const isValid = Object.entries(named).every(
    ([name, value]) => Object.hasOwn(tests, name) && tests[name as keyof Choice](value),
  );
  return isValid ? ({ ...named } as Partial<Choice>) : undefined;
}
