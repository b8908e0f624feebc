/** The arguments of a shortcode. */
export interface ShortcodeArguments {
  /** Positional arguments, the only kind in Liquid. */
  positional: unknown[];
  /** Named arguments, in Nunjucks: `{% news limit=3 %}`. */
  named: Record<string, unknown>;
}

/** Separates positional and named arguments: Nunjucks passes named ones as a last object with the key `__keywords`. */
export function shortcodeArguments(args: readonly unknown[]): ShortcodeArguments {
  const { __keywords: _, ...named }: Record<string, unknown> = args.find(isKeywords) ?? {};
  return { positional: args.filter((value) => !isKeywords(value)), named };
}

type Keywords = Record<string, unknown> & { __keywords: true };

const isKeywords = (value: unknown): value is Keywords =>
  (value as Keywords | undefined)?.__keywords === true;
