/** A word of the info string of a fence. */
export interface CodeWord {
  /** The name before `=`, or the word itself. */
  name: string;
  /** The value after `=`, without quotes and brackets; undefined without `=`. */
  value: string | undefined;
  /** The character before the word: `.` of a class, `#` of an id, `{` of braces that have no words, `[` of brackets. */
  mark: "" | "." | "#" | "{" | "[";
  /** Whether it is in braces: `{.class key=value}`. */
  isInBraces: boolean;
}

/**
 * A value: in quotes, in braces, in brackets, or up to the next space. It has a limit, so that braces that nothing closes are
 * not followed to the end.
 */
const value = String.raw`"([^"]{0,1000})"|'([^']{0,1000})'|\{([^}]{0,1000})\}|\[([^\]]{0,1000})\]|([^\s,{}]*)`;
const patterns = {
  space: /[\s,;]+/y,
  pair: new RegExp(String.raw`([\p{L}_+-][\p{L}\p{N}_:.+-]*)=(?:${value})`, "uy"),
  braces: /\{((?:[^"'{}]|"[^"]*"|'[^']*'|\{[^{}]*\})*)\}/y,
  brackets: /\[([^\]]{0,1000})\]/y,
  quoted: /"[^"]*"|'[^']*'/y,
  word: /[^\s{},;[\]][^\s{},;]*|./suy,
};

/** Braces that list lines, such as `{2,4-6}`, and not words. */
const isRange = (text: string): boolean => /^\s*-?\d/.test(text);

/** Returns the words of an info string after the language, in the forms of Expressive Code, VitePress, pandoc and Hugo. */
export function wordsOf(info: string, isInBraces = false): CodeWord[] {
  const words: CodeWord[] = [];
  const add = (name: string, mark: CodeWord["mark"] = "", given?: string): void => {
    words.push({ name, value: given, mark, isInBraces });
  };
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(info);
    if (match) at += match[0].length;
    return match;
  };
  while (at < info.length) {
    if (take(patterns.space)) continue;
    const pair = take(patterns.pair);
    if (pair) {
      const [, name = "", ...values] = pair;
      add(name, "", values.find((each) => each !== undefined) ?? "");
      continue;
    }
    const inner = take(patterns.braces)?.[1];
    if (inner !== undefined) {
      if (isInBraces || isRange(inner) || inner.trim() === "") add(inner.trim(), "{");
      else words.push(...wordsOf(inner, true));
      continue;
    }
    const title = take(patterns.brackets)?.[1];
    if (title !== undefined) {
      add(title.trim(), "[");
      continue;
    }
    if (take(patterns.quoted)) continue;
    const word = take(patterns.word)?.[0] ?? "";
    const [first] = word;
    if (isInBraces && word.length > 1 && (first === "." || first === "#")) add(word.slice(1), first);
    else add(word);
  }
  return words;
}
