import type MarkdownIt from "markdown-it";
import type { RuleBlock } from "markdown-it/lib/parser_block.mjs";
import type { RuleCore } from "markdown-it/lib/parser_core.mjs";
import type { RuleInline } from "markdown-it/lib/parser_inline.mjs";

/** A rule of a parser, with the chains of rules that it may end. */
interface Rule<Function> {
  name: string;
  fn: Function;
  alt: string[];
}

/** The rules of each parser. */
interface Rules {
  core: Rule<RuleCore>;
  inline: Rule<RuleInline>;
  block: Rule<RuleBlock>;
}

/** Returns the rules of a parser, those that are turned off too. markdown-it keeps them to itself. */
export const rulesOf = <Parser extends keyof Rules>(md: MarkdownIt, parser: Parser): Rules[Parser][] =>
  (md[parser].ruler as unknown as { __rules__: Rules[Parser][] }).__rules__;
