import type Token from "markdown-it/lib/token.mjs";

/** Returns the index of the token of a type that closes the block which starts at an index. */
export function closingIndex(tokens: readonly Token[], start: number, type: string): number {
  const { level } = tokens[start] ?? {};
  for (let at = start + 1; at < tokens.length; at += 1)
    if (tokens[at]?.type === type && tokens[at]?.level === level) return at;
  return tokens.length - 1;
}
