import type MarkdownIt from "markdown-it";
import type { RuleInline } from "markdown-it/lib/parser_inline.mjs";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import { classes } from "../../utils/markup.js";
import { jekyllDefaults, type KramdownOptions, optionsOf } from "./options.js";

/**
 * Renders footnotes with kramdown's markup: ids have the author's labels.
 *
 * @see https://kramdown.gettalong.org/syntax.html#footnotes
 */
export function useFootnoteMarkup(md: MarkdownIt): void {
  const { rules } = md.renderer;
  const name = (token?: Token) => md.utils.escapeHtml(String(token?.meta.label ?? ""));
  const options = (token?: Token): KramdownOptions => token?.meta?.options ?? jekyllDefaults;
  /** Returns the number of earlier references to the same footnote. */
  const earlierReferences = (token?: Token) => Number(token?.meta.subId ?? 0);
  const reference = (token?: Token) =>
    name(token) + (earlierReferences(token) > 0 ? `:${earlierReferences(token)}` : "");

  rules.footnote_ref = (tokens, index) => {
    const token = tokens[index];
    const { footnotePrefix, footnoteNumber, footnoteText } = options(token);
    const prefix = md.utils.escapeHtml(footnotePrefix);
    const link = `<a href="#fn:${prefix}${name(token)}" class="footnote" rel="footnote" role="doc-noteref">`;
    const number = String(Number(token?.meta.id) + footnoteNumber);
    const text = md.utils.escapeHtml(footnoteText).replace("%s", number);
    return `<sup id="fnref:${prefix}${reference(token)}">${link}${text}</a></sup>`;
  };
  rules.footnote_block_open = (tokens, index) => {
    const { footnoteNumber } = options(tokens[index]);
    const start = footnoteNumber === 1 ? "" : ` start="${footnoteNumber}"`;
    return `<div class="${classes.footnotes}" role="doc-endnotes">\n<ol${start}>\n`;
  };
  rules.footnote_block_close = () => "</ol>\n</div>\n";
  rules.footnote_open = (tokens, index) =>
    `<li id="fn:${md.utils.escapeHtml(options(tokens[index]).footnotePrefix)}${name(tokens[index])}">`;
  rules.footnote_close = () => "</li>\n";
  rules.footnote_anchor = (tokens, index) => {
    const token = tokens[index];
    const { footnotePrefix, footnoteBacklink } = options(token);
    const number = earlierReferences(token) > 0 ? `<sup>${earlierReferences(token) + 1}</sup>` : "";
    const id = `${md.utils.escapeHtml(footnotePrefix)}${reference(token)}`;
    const link = `<a href="#fnref:${id}" class="reversefootnote" role="doc-backlink">`;
    const space = token?.meta.isAlone ? "" : "&nbsp;";
    // Entities stay.
    const text = md.utils.escapeHtml(footnoteBacklink).replace(/&amp;(#?\w+;)/g, "&$1");
    return `${space}${link}${text}${number}</a>`;
  };
}

const label = /\[\^(\w[\w-]*)\]/y;

/**
 * Parses a reference to a footnote.
 *
 * @see https://kramdown.gettalong.org/syntax.html#footnotes
 */
export const footnoteReference: RuleInline = (state, silent) => {
  if (state.src[state.pos] !== "[" || state.src[state.pos + 1] !== "^") return false;
  label.lastIndex = state.pos;
  const [source, name = ""] = label.exec(state.src) ?? [];
  const refs = state.env.footnotes?.refs ?? {};
  if (!source || label.lastIndex > state.posMax || !Object.hasOwn(refs, `:${name}`)) return false;
  if (!silent) state.push("footnote_ref", "", 0).meta = { label: name };
  state.pos += source.length;
  return true;
};

/** Numbers the footnotes in the order of their references: those in the text, then those in footnotes. */
export function numberFootnotes(state: StateCore): void {
  if (!state.env.footnotes) return;
  const list: { label: string; count: number }[] = [];
  const ids = new Map<string, number>();
  const contents = new Map<string, Token[]>();
  const number = (tokens: readonly Token[]): void => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      if (token.type !== "footnote_ref") continue;
      const name = String(token.meta.label);
      const id = ids.get(name) ?? list.push({ label: name, count: 0 }) - 1;
      ids.set(name, id);
      const footnote = list[id];
      token.meta = { ...token.meta, id, subId: footnote?.count };
      if (footnote) footnote.count += 1;
    }
  };
  const text: Token[] = [];
  let target = text;
  for (const token of state.tokens) {
    if (token.type === "footnote_reference_open") {
      target = [];
      contents.set(String(token.meta.label), target);
    } else if (token.type === "footnote_reference_close") {
      target = text;
    } else {
      target.push(token);
    }
  }
  number(text);
  for (const { label: name } of list) number(contents.get(name) ?? []);
  if (list.length > 0) state.env.footnotes.list = list;
}

/**
 * Gives links back from a footnote a paragraph if it does not end with one, and moves all footnotes to the list with
 * `{:footnotes}`.
 *
 * @see https://kramdown.gettalong.org/converter/html.html#footnotes
 */
export function finishFootnotes(state: StateCore): void {
  const options = optionsOf(state.env);
  const { footnoteBacklink, backlinkInline } = options;
  for (const token of state.tokens) {
    if (/^footnote_(block_open|open|anchor)$/.test(token.type)) token.meta = { ...token.meta, options };
  }
  const tokens: Token[] = [];
  for (const [index, token] of state.tokens.entries()) {
    if (token.type !== "footnote_anchor") {
      tokens.push(token);
      continue;
    }
    if (footnoteBacklink === "") continue;
    const isInText = /^(paragraph_close|footnote_anchor)$/.test(state.tokens[index + 1]?.type ?? "");
    const last = state.tokens.at(index - 1)?.type;
    if (last === "footnote_anchor" || (isInText && last !== "footnote_open" && !isEndOfItem(state, index))) {
      const at = tokens.findLastIndex(({ type }) => type === "footnote_anchor");
      if (last === "footnote_anchor" && at >= 0) tokens.splice(at + 1, 0, token);
      else tokens.push(token);
      continue;
    }
    const at = backlinkInline ? endOfText(tokens) : -1;
    if (at >= 0) {
      tokens.splice(at, 0, token);
    } else {
      token.meta = { ...token.meta, isAlone: true };
      tokens.push(
        new state.Token("paragraph_open", "p", 1),
        token,
        new state.Token("paragraph_close", "p", -1),
      );
    }
  }
  state.tokens = tokens;
  placeFootnotes(state);
}

/** Returns whether an anchor is not in a paragraph, since the text of its footnote ends otherwise. */
function isEndOfItem({ tokens }: StateCore, index: number): boolean {
  let at = index;
  while (tokens[at]?.type === "footnote_anchor") at += 1;
  return tokens[at]?.type !== "paragraph_close";
}

/** Returns the index of the end of the last paragraph or heading, if only ends of its containers follow it; -1 if not. */
function endOfText(tokens: readonly Token[]): number {
  for (let at = tokens.length - 1; at >= 0 && tokens[at]?.nesting === -1; at -= 1) {
    if (/^(paragraph|heading)_close$/.test(tokens[at]?.type ?? "")) return at;
  }
  return -1;
}

/** Moves the footnotes to the first list with `{:footnotes}`, in place of the list. */
function placeFootnotes(state: StateCore): void {
  const { tokens } = state;
  const index = tokens.findIndex(({ meta, type }) => meta?.isFootnotes && /_list_open$/.test(type));
  const open = tokens[index];
  if (!open) return;
  const end = tokens.findIndex(
    (token, at) => at > index && token.level === open.level && token.nesting === -1,
  );
  const start = tokens.findIndex(({ type }) => type === "footnote_block_open");
  const footnotes = start < 0 ? [] : tokens.slice(start);
  state.tokens = [
    ...tokens.slice(0, index),
    ...footnotes,
    ...tokens.slice(end + 1, start < 0 ? tokens.length : start),
  ];
}
