import { codeEnd } from "./code.js";
import { blockRule, parseInner, wholeLine } from "./rules.js";

/** A URL that links refer to by a name. */
export interface LinkDefinition {
  readonly url: string;
  readonly title: string | undefined;
  attributes?: readonly [name: string, value: string][] | null;
}

/** Returns the name of a link as kramdown compares it. */
export function linkName(label: string): string {
  return label.replace(/\s+/g, " ").toLowerCase();
}

/** Returns the links that a document defines, by their names. */
export function linksOf(env: { kramdownLinks?: Map<string, LinkDefinition> }): Map<string, LinkDefinition> {
  env.kramdownLinks ??= new Map();
  return env.kramdownLinks;
}

const enclosed = /^<(.*?)>(?:[ \t]+(["'])(.+)\2)?[ \t]*$/;
const nextTitle = /^[ \t]*(["'])(.+)\1[ \t]*$/;

/** Splits the URL from the title; undefined if the title is not closed. */
function splitTitle(source: string): { url: string; title: string | undefined } | undefined {
  const [, inner, , innerTitle] = enclosed.exec(source) ?? [];
  if (inner !== undefined) return { url: inner, title: innerTitle };
  const text = source.trim();
  const start = text.search(/[ \t]["']/);
  if (start < 0) return text === "" ? undefined : { url: text, title: undefined };
  const title = text.slice(start + 1).trim();
  if (title.length < 3 || title.at(-1) !== title[0]) return undefined;
  return { url: text.slice(0, start).trim(), title: title.slice(1, -1) };
}

/**
 * Parses the definition of a link, such as `[name]: url "title"`. The URL may contain spaces.
 *
 * @see https://kramdown.gettalong.org/syntax.html#link-definitions
 */
export const linkDefinition = blockRule("[", (state, line, endLine, silent, source) => {
  const [, label, rest = ""] = /^\[([^\]]+)\]:(.*)$/.exec(source) ?? [];
  if (silent || !label) return false;
  const target = splitTitle(rest.trimStart());
  if (!target) return false;
  let { title } = target;
  let end = line + 1;
  if (title === undefined && end < endLine) {
    title = nextTitle.exec(wholeLine(state, end))?.[2];
    if (title !== undefined) end += 1;
  }
  const link: LinkDefinition = { url: target.url, title };
  linksOf(state.env).set(linkName(label), link);
  const token = state.push("kramdown_definition", "", 0);
  token.hidden = true;
  token.meta = { link };
  state.line = end;
  return true;
});

/**
 * Parses the text of a footnote. Its further lines are indented.
 *
 * @see https://kramdown.gettalong.org/syntax.html#footnotes
 */
export const footnoteDefinition = blockRule("[", (state, line, endLine, silent, source) => {
  const [, label, rest = ""] = /^\[\^(\w[\w-]*)\]:[ \t]*(.*)$/.exec(source) ?? [];
  if (silent || !label) return false;
  const end = codeEnd(state, line + 1, endLine);
  let text = `${rest}\n`;
  for (let at = line + 1; at < end; at += 1) text += `${wholeLine(state, at).replace(/^(?:\t| {4})/, "")}\n`;
  state.env.footnotes ??= {};
  state.env.footnotes.refs ??= {};
  state.env.footnotes.refs[`:${label}`] = -1;
  state.push("footnote_reference_open", "", 1).meta = { label };
  parseInner(state, text);
  state.push("footnote_reference_close", "", -1);
  const token = state.push("kramdown_definition", "", 0);
  token.hidden = true;
  token.meta = { link: {} };
  state.line = end;
  return true;
});
