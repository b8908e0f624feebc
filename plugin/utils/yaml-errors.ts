/** An error of the YAML parser. */
export interface YamlError {
  code: string;
  message: string;
}

/** Patterns of a line that authors write by mistake, each with what to do. */
const slips: readonly [code: RegExp, line: RegExp, reason: string][] = [
  [/./, /^ *\t/, "the line is indented with a tab, where YAML allows spaces only"],
  [/BLOCK_AS_IMPLICIT_KEY/, /^[\s-]*[^\s:]+:\s+[^\s"'].*:(?:\s|$)/, 'a text with ": " in it needs quotes'],
  [/MULTILINE_IMPLICIT_KEY/, /^[\s-]*[\w-]+:\S/, "a space is missing after the colon"],
  [/MULTILINE_IMPLICIT_KEY/, /^[^:]*$/, "the line has no key: write it as `key: value`"],
  [/UNEXPECTED_TOKEN/, /:\s+[*&]/, "a text that starts with * or & needs quotes"],
  [
    /UNEXPECTED_TOKEN/,
    /:\s+'.*'.*'/,
    "an apostrophe ends a text in single quotes: put the text in double quotes",
  ],
  [/UNEXPECTED_TOKEN/, /:\s+"[^"]*"\s*\S/, "text follows the closing quote"],
  [/UNEXPECTED_TOKEN/, /:\s+[>|]/, "a text after > or | starts in the next line, indented"],
  [/UNEXPECTED_TOKEN/, /^\s*[\w-]+:/, "a key stands among the items of a list"],
];

/** Other codes, each with what to do. */
const reasons: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: "the keys of one entry must be indented by the same number of spaces",
  MULTIPLE_DOCS: 'a second document starts with "---"',
};

/**
 * Returns what is wrong with a line of YAML, in an author's words where the parser's are about tokens.
 *
 * @param line - The line of the error.
 */
export function yamlReason({ code, message }: YamlError, line: string): string {
  const slip = slips.find(([codes, pattern]) => codes.test(code) && pattern.test(line));
  const [, character] =
    /^Plain value cannot start with (?:reserved character|.* character) (\S)/.exec(message) ?? [];
  if (slip) return slip[2];
  if (character) return `a text that starts with ${character} needs quotes`;
  if (message.startsWith("Sequence item without - indicator"))
    return "the line is indented differently from the item of the list before it";
  return reasons[code] ?? message;
}
