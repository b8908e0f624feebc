import type MarkdownIt from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import type { Citation, Cite } from "./citation.js";
import { cutAtMarkers, hasMarkers } from "./marker.js";

// In a style of notes a citation is a footnote. It becomes one of the text's own, with the markup and numbers of the others.

/** A footnote, as markdown-it-footnote keeps it. */
interface Footnote {
  label?: string;
  count?: number;
  /** The content of an inline footnote. */
  tokens?: Token[];
}

interface Environment {
  footnotes?: { refs?: Record<string, number>; list?: Footnote[] };
}

/**
 * Makes footnotes of the citations of a text. Those within a footnote stay there.
 *
 * @param type - The type of the tokens of citations.
 * @param isOn - Returns whether a text has a style of notes.
 */
export function useCitationNotes(md: MarkdownIt, type: string, isOn: (env: unknown) => boolean): void {
  const rule = "indigo_citation_notes";
  const parse = md.parse.bind(md);
  let isAdded = false;
  md.parse = (source, env) => {
    // Added late, to stand before the rules of footnotes, which may be added after this.
    if (!isAdded) md.core.ruler.after("inline", rule, (state) => moveCitations(state, type, isOn));
    isAdded = true;
    return parse(source, env);
  };
}

function moveCitations(state: StateCore, type: string, isOn: (env: unknown) => boolean): void {
  const env = state.env as Environment;
  const hasAny = state.tokens.some(({ children }) => hasCitation(children, type) || hasMarker(children));
  if (!hasAny || !isOn(env)) return;
  for (const token of state.tokens)
    if (hasMarker(token.children)) token.children = withoutMarkers(state, token.children ?? [], type);
  const definitions: Token[][] = [];
  /** The works that are cited so far. */
  const seen = new Set<string>();
  const addNote = (citation: Citation): Token => {
    const label = `cite-${definitions.length + 1}`;
    const content = citationToken(state, type, { cites: withCapital(citation.cites), isNote: true });
    definitions.push(definitionOf(state, label, content));
    const reference = new state.Token("footnote_ref", "", 0);
    reference.meta = { label };
    return reference;
  };
  for (const { footnote, token } of placed(state.tokens)) {
    if (!footnote && hasCitation(token.children, type))
      token.children = withNotes(state, token.children ?? [], type, seen, addNote);
  }
  if (definitions.length === 0) return;
  state.tokens.push(...definitions.flat());
  number(state.tokens, env);
}

/** Returns the works of a note, whose first word is in upper case. */
const withCapital = ([first, ...others]: readonly Cite[]): Cite[] =>
  first
    ? [
        {
          ...first,
          ...(first.prefix && {
            prefix: first.prefix.replace(/(?<=^(?:<\w+>)?)\p{Ll}/u, (c) => c.toUpperCase()),
          }),
        },
        ...others,
      ]
    : [];

/** Whether there is a citation of a shortcode, whose HTML is in two tokens. */
const hasMarker = (tokens: readonly Token[] | null): boolean =>
  tokens?.some(({ type, content }) => type === "html_inline" && hasMarkers(content)) ?? false;

/** Returns the tokens of a text with those of citations in place of what shortcodes wrote. */
function withoutMarkers(state: StateCore, children: readonly Token[], type: string): Token[] {
  return children.flatMap((child, index) => {
    const found = child.type === "html_inline" ? citationAt(children, index) : undefined;
    if (found) return [citationToken(state, type, found)];
    return child.type === "html_inline" && citationAt(children, index - 1) ? [] : [child];
  });
}

/** Returns the citation of a marker: an element without text. */
function citationAt(tokens: readonly Token[], index: number): Citation | undefined {
  const html = `${tokens[index]?.content ?? ""}${tokens[index + 1]?.content ?? ""}`;
  if (!hasMarkers(html)) return undefined;
  const citations = cutAtMarkers(html).flatMap((part) => ("citation" in part ? [part.citation] : []));
  return citations.length === 1 ? citations[0] : undefined;
}

const hasCitation = (tokens: readonly Token[] | null, type: string): boolean =>
  tokens?.some((token) => token.type === type) ?? false;

/** Returns the tokens of a text, with whether they are in a footnote. */
function placed(tokens: readonly Token[]): { token: Token; footnote: boolean }[] {
  let footnote = false;
  return tokens.map((token) => {
    if (token.type === "footnote_reference_open") footnote = true;
    if (token.type === "footnote_reference_close") footnote = false;
    return { token, footnote };
  });
}

/** Returns the tokens of a paragraph with footnotes in place of citations: after the punctuation mark that follows. */
function withNotes(
  state: StateCore,
  children: readonly Token[],
  type: string,
  seen: Set<string>,
  addNote: (citation: Citation) => Token,
): Token[] {
  const tokens: Token[] = [];
  for (const [index, child] of children.entries()) {
    if (child.type !== type) {
      tokens.push(child);
      continue;
    }
    const { isInText, cites } = child.meta as Citation;
    const [first, ...others] = cites as [Cite, ...Cite[]];
    const before = tokens.at(-1);
    const isLater = seen.has(first.key);
    for (const { key } of cites) seen.add(key);
    if (isInText) {
      tokens.push(citationToken(state, type, { isAuthorOnly: true, isLater, cites: [{ key: first.key }] }));
      tokens.push(addNote({ cites: [{ ...first, isAuthorSuppressed: true }, ...others] }));
      continue;
    }
    if (before?.type === "text") before.content = before.content.trimEnd();
    const next = children[index + 1];
    const [mark = ""] = next?.type === "text" ? (/^[.,;:!?]+/.exec(next.content) ?? []) : [];
    if (next && mark) {
      next.content = next.content.slice(mark.length);
      const text = new state.Token("text", "", 0);
      text.content = mark;
      tokens.push(text);
    }
    tokens.push(addNote({ cites }));
  }
  return tokens;
}

function citationToken(state: StateCore, type: string, citation: Citation): Token {
  const token = new state.Token(type, "", 0);
  token.meta = citation;
  return token;
}

/** Returns the definition of a footnote with one paragraph. */
function definitionOf(state: StateCore, label: string, content: Token): Token[] {
  const block = (type: string, tag: string, nesting: -1 | 0 | 1): Token => {
    const token = new state.Token(type, tag, nesting);
    token.block = true;
    return token;
  };
  const inline = block("inline", "", 0);
  inline.children = [content];
  const open = block("footnote_reference_open", "", 1);
  open.meta = { label };
  return [
    open,
    block("paragraph_open", "p", 1),
    inline,
    block("paragraph_close", "p", -1),
    block("footnote_reference_close", "", -1),
  ];
}

/** Numbers all footnotes in the order of their references: those in the text, then those in footnotes. */
function number(tokens: readonly Token[], env: Environment): void {
  const earlier = env.footnotes?.list ?? [];
  const list: Footnote[] = [];
  const ids = new Map<string | Footnote, number>();
  const refs = { ...env.footnotes?.refs };
  const all = placed(tokens);
  const inOrder = [...all.filter(({ footnote }) => !footnote), ...all.filter(({ footnote }) => footnote)];
  for (const child of inOrder.flatMap(({ token }) => token.children ?? [])) {
    if (child.type !== "footnote_ref") continue;
    const meta = child.meta as { label?: string; id?: number };
    const inline = meta.label === undefined ? earlier[meta.id ?? -1] : undefined;
    const key = meta.label ?? inline;
    if (key === undefined) continue;
    const id = ids.get(key) ?? list.push(inline ?? { label: meta.label ?? "", count: 0 }) - 1;
    ids.set(key, id);
    const footnote = list[id];
    const subId = footnote?.count ?? 0;
    if (footnote?.count !== undefined) footnote.count += 1;
    if (meta.label !== undefined) refs[`:${meta.label}`] = id;
    child.meta = { ...meta, id, subId };
  }
  env.footnotes = { refs, list };
}
