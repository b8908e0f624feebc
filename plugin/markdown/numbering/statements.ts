import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { fill } from "../../i18n/fill.js";
import type { Strings } from "../../i18n/strings/types.js";
import { classes } from "../../utils/markup.js";
import type { Div } from "../divs.js";
import { closingIndex } from "./blocks.js";
import { kindOfLabel, type StatementKind, statementKindOf, statementKinds } from "./kinds.js";
import type { Registry } from "./registry.js";

/** What the numbers of theorems and their like depend on. */
export interface StatementSettings {
  registry: Registry;
  strings: Strings;
  /** Whether all kinds share one counter: Definition 1, Theorem 2. */
  isShared: boolean;
  /** Logs that a label is there already. */
  duplicate(label: string): void;
}

/** Numbers a theorem or the like, whose div starts at an index, and adds its heading to its first paragraph. */
export function numberStatement(state: StateCore, start: number, settings: StatementSettings): void {
  const open = state.tokens[start] as Token;
  const div = open.meta as Div;
  const kind = statementKindOf(div);
  if (!kind) return;
  const { id, others, classes: names } = div.attributes;
  open.attrSet("class", classes.statement);
  for (const name of new Set([kind, ...names])) if (name !== classes.statement) open.attrJoin("class", name);
  const title = div.title || others.find(([name]) => name === "title")?.[1] || "";
  open.attrs = (open.attrs ?? []).filter(([name]) => name !== "title");

  const { registry, strings, isShared } = settings;
  let label = strings.proof;
  if (kind !== "proof") {
    const isNumbered = !names.includes("unnumbered");
    const index = isNumbered ? [registry.next(isShared ? "statement" : kind)] : [];
    label = fill(strings.numbered[kind], index.join("")).trim();
    const words = title ? parse(state, title) : undefined;
    // A label of another kind has no effect here.
    const isOwn = id !== undefined && statementKinds.includes((kindOfLabel(id) ?? kind) as StatementKind);
    if (isOwn && !registry.add([id], { kind, id, index, title: words ?? [text(state, label)] })) {
      settings.duplicate(id);
      open.attrs = open.attrs.filter(([name]) => name !== "id");
    }
  }
  addHeading(state, start, headingOf(state, kind, label, title, strings));
  if (kind === "proof") addEnd(state, start, strings);
}

/**
 * Returns the tokens of a heading such as "Theorem 1 (Title)." A title in lower case goes on after the name of a proof: "Proof of
 * Theorem 1."
 */
function headingOf(
  state: StateCore,
  kind: StatementKind,
  label: string,
  title: string,
  strings: Strings,
): Token[] {
  const tag = kind === "proof" ? "em" : "strong";
  const isContinued = kind === "proof" && /^\p{Ll}/u.test(title);
  const template = title && !isContinued ? strings.statementWithTitle : strings.statement;
  const name = [text(state, label), ...(isContinued ? [text(state, " "), ...parse(state, title)] : [])];
  const parts = template.split(/(%[12])/).flatMap((part) => {
    if (part === "%1")
      return [token(state, `${tag}_open`, tag, 1), ...name, token(state, `${tag}_close`, tag, -1)];
    if (part === "%2") return parse(state, title);
    return part ? [text(state, part)] : [];
  });
  const open = token(state, "statement_heading_open", "span", 1);
  open.attrSet("class", "statement-heading");
  return [open, ...parts, token(state, "statement_heading_close", "span", -1), text(state, " ")];
}

/** Adds a heading to the first paragraph of a div; as a paragraph, if something else is first. */
function addHeading({ Token: NewToken, tokens }: StateCore, start: number, heading: Token[]): void {
  const [paragraph, inline] = [tokens[start + 1], tokens[start + 2]];
  if (paragraph?.type === "paragraph_open" && inline?.type === "inline")
    inline.children = [...heading, ...(inline.children ?? [])];
  else tokens.splice(start + 1, 0, ...paragraphOf(NewToken, heading, (tokens[start]?.level ?? 0) + 1));
}

/** Adds the mark at the end of a proof to its last paragraph, or as a paragraph. */
function addEnd(state: StateCore, start: number, strings: Strings): void {
  const { tokens, Token: NewToken } = state;
  const { level = 0 } = tokens[start] ?? {};
  const end = closingIndex(tokens, start, "div_close");
  const open = token(state, "qed_open", "span", 1);
  open.attrs = [
    ["class", "qed"],
    ["role", "img"],
    ["aria-label", strings.endOfProof],
  ];
  const mark = [open, text(state, "∎"), token(state, "qed_close", "span", -1)];
  // The div ends with a token for attributes.
  const [inline, last] = [tokens[end - 3], tokens[end - 2]];
  if (last?.type === "paragraph_close" && inline?.type === "inline")
    inline.children?.push(text(state, " "), ...mark);
  else tokens.splice(end, 0, ...paragraphOf(NewToken, mark, level + 1));
}

function paragraphOf(NewToken: StateCore["Token"], children: Token[], level: number): Token[] {
  const block = (type: string, tag: string, nesting: -1 | 0 | 1): Token =>
    Object.assign(new NewToken(type, tag, nesting), { block: true, level });
  const inline = block("inline", "", 0);
  inline.children = children;
  return [block("paragraph_open", "p", 1), inline, block("paragraph_close", "p", -1)];
}

const token = (state: StateCore, type: string, tag: string, nesting: -1 | 0 | 1): Token =>
  new state.Token(type, tag, nesting);

const text = (state: StateCore, content: string): Token =>
  Object.assign(new state.Token("text", "", 0), { content });

/** Parses the Markdown of a title. */
function parse(state: StateCore, source: string): Token[] {
  const tokens: Token[] = [];
  state.md.inline.parse(source, state.md, state.env, tokens);
  return tokens;
}
