/** What a template gives a shortcode. */
export interface ShortcodeArguments {
  /** The arguments in their order, which is all that Liquid has. */
  positional: unknown[];
  /** Those by name, in Nunjucks: `{% news limit=3 %}`. */
  named: Record<string, unknown>;
}

/** Divides what a shortcode is called with: Nunjucks hands named arguments over as a last object with a mark. */
export function shortcodeArguments(args: readonly unknown[]): ShortcodeArguments {
  const { __keywords: _, ...named }: Record<string, unknown> = args.find(isKeywords) ?? {};
  return { positional: args.filter((value) => !isKeywords(value)), named };
}

type Keywords = Record<string, unknown> & { __keywords: true };

const isKeywords = (value: unknown): value is Keywords =>
  (value as Keywords | undefined)?.__keywords === true;
