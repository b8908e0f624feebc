import type MarkdownIt from "markdown-it";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { canStart, closingBracket, keyAt, splitAtSemicolons } from "../../utils/citation-keys.js";
import { kindOfLabel, lowerFirst } from "./kinds.js";

/** One label that a text refers to. */
export interface Reference {
  /** The label, with its first letter in lower case. */
  label: string;
  /** The label as the author wrote it. */
  written: string;
  /** The words before it in brackets, which replace those of its kind; as Markdown, and parsed. */
  prefix: string;
  prefixTokens: Token[];
  /** The words after it. */
  suffixTokens: Token[];
  /** Whether only the number is shown. */
  isBare: boolean;
  /** Whether the word before the number starts with a capital. */
  isCapital: boolean;
}

/** References that are next to each other. */
export interface References {
  references: Reference[];
  /** Whether they are in a link, in which no other link can be. */
  isInLink: boolean;
  /** The command of LaTeX that they are written as. */
  command?: string | undefined;
  /** Their source. */
  source: string;
}

export const referenceType = "indigo_reference";

/** What the rules need to know. */
export interface ReferenceSyntax {
  /** Whether a label is a reference, and not the key of a citation. */
  isReference(label: string, env: unknown): boolean;
}

/**
 * Reads references: `@fig:x`, `-@fig:x`, `[see @fig:x; @eq:y]` as in pandoc-crossref, and `\ref{x}`, `\eqref{x}`, `\cref{x,y}` as in
 * LaTeX. Citations between references in brackets stay citations.
 *
 * @see https://lierdakil.github.io/pandoc-crossref/#references
 */
export function useReferences(md: MarkdownIt, { isReference }: ReferenceSyntax): void {
  const push = (state: StateInline, references: Reference[], source: string, command?: string): void => {
    const token = state.push(referenceType, "", 0);
    token.content = source;
    token.meta = { references, isInLink: isInLink(state), command, source } satisfies References;
  };
  const parse = ({ env }: StateInline, source: string): Token[] => {
    const tokens: Token[] = [];
    if (source) md.inline.parse(source, md, env, tokens);
    return tokens;
  };
  const isOurs = (written: string, env: unknown): boolean =>
    kindOfLabel(written) !== undefined && isReference(lowerFirst(written), env);

  md.inline.ruler.before("escape", "indigo_reference_command", (state, silent) => {
    command.lastIndex = state.pos;
    const match = state.src.charCodeAt(state.pos) === backslash ? command.exec(state.src) : null;
    if (!match || command.lastIndex > state.posMax) return false;
    const [source, name = "", keys = ""] = match;
    const written = keys.split(",").map((key) => key.trim());
    if (written.some((key) => !key)) return false;
    const isBare = name === "ref" || name === "eqref";
    const references = written.map((key) => ({ ...referenceTo(key), isBare, isCapital: name !== "cref" }));
    if (!silent) push(state, references, source, name);
    state.pos += source.length;
    return true;
  });

  md.inline.ruler.before("backticks", "indigo_reference_group", (state, silent) => {
    const { src, pos } = state;
    if (src.charCodeAt(pos) !== bracket || !src.includes("@", pos)) return false;
    const end = closingBracket(state, pos);
    if (end < 0 || /[([:]/.test(src[end + 1] ?? "")) return false;
    const parts = splitAtSemicolons(src.slice(pos + 1, end)).map((part) => ({ part, found: keyIn(part) }));
    const isOurPart = ({ found }: { found?: FoundKey | undefined }): boolean =>
      found !== undefined && isOurs(found.key, state.env);
    if (parts.some(({ found }) => !found) || !parts.some(isOurPart)) return false;
    if (!silent) {
      const source = src.slice(pos, end + 1);
      for (const [index, group] of groupsOf(parts, (part) =>
        isOurPart(part) ? "reference" : "citation",
      ).entries()) {
        if (index > 0) state.push("text", "", 0).content = ", ";
        if (group[0] && isOurPart(group[0])) {
          const references = group.map(({ part, found }) =>
            readReference(part, found as FoundKey, (text) => parse(state, text)),
          );
          push(state, references, source);
        } else
          for (const token of parse(state, `[${group.map(({ part }) => part.trim()).join("; ")}]`))
            Object.assign(state.push(token.type, token.tag, token.nesting), token, { level: state.level });
      }
    }
    state.pos = end + 1;
    return true;
  });

  md.inline.ruler.before("backticks", "indigo_reference", (state, silent) => {
    const { src, pos } = state;
    const isBare = src[pos] === "-" && src[pos + 1] === "@";
    const at = isBare ? pos + 1 : pos;
    if (src.charCodeAt(at) !== atSign || !canStart(src[pos - 1] ?? "")) return false;
    const found = keyAt(src, at + 1);
    if (!found || found.end > state.posMax || !isOurs(found.key, state.env)) return false;
    if (!silent) push(state, [{ ...referenceTo(found.key), isBare }], src.slice(pos, found.end));
    state.pos = found.end;
    return true;
  });
}

const command = /\\(eqref|ref|autoref|[cC]ref)\{([^{}\n]{1,500})\}/y;
const [backslash, bracket, atSign] = [0x5c, 0x5b, 0x40];

const isInLink = (state: StateInline): boolean =>
  ((state as StateInline & { linkLevel?: number }).linkLevel ?? 0) > 0;

const referenceTo = (written: string): Reference => ({
  label: kindOfLabel(written) ? lowerFirst(written) : written,
  written,
  prefix: "",
  prefixTokens: [],
  suffixTokens: [],
  isBare: false,
  isCapital: /^\p{Lu}/u.test(written),
});

interface FoundKey {
  key: string;
  /** Where the text before it ends, and where the text after it starts. */
  start: number;
  end: number;
  isBare: boolean;
}

/** Finds the key in a part of a group. */
function keyIn(part: string): FoundKey | undefined {
  for (let at = part.indexOf("@"); at >= 0; at = part.indexOf("@", at + 1)) {
    const isBare = part[at - 1] === "-";
    const start = isBare ? at - 1 : at;
    const found = canStart(part[start - 1] ?? "") ? keyAt(part, at + 1) : undefined;
    if (found) return { ...found, start, isBare };
  }
  return undefined;
}

function readReference(
  part: string,
  { key, start, end, isBare }: FoundKey,
  parse: (text: string) => Token[],
): Reference {
  const prefix = part.slice(0, start).trim();
  const suffix = part.slice(end).trimEnd();
  return { ...referenceTo(key), prefix, prefixTokens: parse(prefix), suffixTokens: parse(suffix), isBare };
}

/** Returns neighbours with the same name as groups. */
export function groupsOf<T>(list: readonly T[], nameOf: (item: T) => unknown): T[][] {
  const groups: T[][] = [];
  let last: unknown;
  for (const [index, item] of list.entries()) {
    const name = nameOf(item);
    if (index > 0 && name === last) groups.at(-1)?.push(item);
    else groups.push([item]);
    last = name;
  }
  return groups;
}
