/** The private-use characters that stand for the braces of attributes while a text is parsed. See `attributes.ts`. */
export const [openBrace, closeBrace] = ["\uE010", "\uE011"] as const;

/** A brace and the character that stands for it, for the classes of patterns: `[${anyOpen}]` matches either. */
export const anyOpen = `{${openBrace}`;
export const anyClose = `}${closeBrace}`;
