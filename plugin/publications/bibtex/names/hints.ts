/** Collects hints about a list of names, the same ones once, with examples. */
export interface Hints {
  /** Text that is no part of a name and is left out. */
  leftOut(tex: string): void;
  /** A sentence about some names. */
  about(sentence: string, name?: string, advice?: string): void;
  /** Returns the hints: each completes a sentence that starts with the field. */
  all(): string[];
}

const maxExamples = 4;

/** Returns a collection of hints. */
export function hintsOf(): Hints {
  const kinds = new Map<string, { examples: string[]; count: number; advice: string }>();
  const about: Hints["about"] = (sentence, name, advice = "") => {
    const kind = kinds.get(sentence) ?? { examples: [], count: 0, advice };
    kind.count += 1;
    if (name !== undefined && kind.examples.length < maxExamples) kind.examples.push(quoted(name));
    kinds.set(sentence, kind);
  };
  return {
    about,
    leftOut: (tex) => about("has text that is no part of a name and is left out:", tex.trim()),
    all: () =>
      [...kinds].map(([sentence, { examples, count, advice }]) => {
        const rest = count - examples.length;
        const more = examples.length > 0 && rest > 0 ? [`and ${rest} more`] : [];
        return `${[sentence, [...examples, ...more].join(", ")].filter(Boolean).join(" ")}${advice && `; ${advice}`}.`;
      }),
  };
}

/** Returns a text in quotes, cut if it is long. */
export const quoted = (text: string): string => {
  const line = text.slice(0, 200).replaceAll(/\s+/gu, " ");
  return `"${line.length > 60 ? `${line.slice(0, 60)}…` : line}"`;
};

/** Returns the first texts of a list in quotes. */
export const quotedList = (texts: readonly string[]): string =>
  [...texts.slice(0, maxExamples).map(quoted), ...(texts.length > maxExamples ? ["…"] : [])].join(", ");
