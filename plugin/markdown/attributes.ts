import { attrs } from "@mdit/plugin-attrs";
import type MarkdownIt from "markdown-it";
import type Token from "markdown-it/lib/token.mjs";
import { anyClose, anyOpen, closeBrace, openBrace } from "./braces.js";
import { rulesOf } from "./rules.js";

/** One attribute: `.class`, `#id` or `key=value`. */
const attribute = String.raw`(?:[.#][\p{L}_][\p{L}\p{N}_:-]*|[\p{L}_][\p{L}\p{N}_:-]*=(?:"[^"\n{}]*"|'[^'\n{}]*'|[^\s"'{}=<>][^\s"'{}<>]*))`;

/** Attributes between the characters in place of braces, or between braces, at the end of a line. */
const atEnd = new RegExp(
  String.raw`[${anyOpen}]\s*(${attribute}(?:\s+${attribute})*)\s*[${anyClose}]\s*$`,
  "u",
);

/** The attributes that an element of Markdown has in braces. */
export interface Attributes {
  id?: string | undefined;
  classes: string[];
  /** The others, by name. */
  others: [string, string][];
}

/**
 * Takes attributes from the end of a line: `Title {#id .class key=value}`. Allowed or not, all are returned; see
 * {@link isAllowedAttribute}.
 *
 * @returns The rest of the line, and its attributes.
 */
export function takeAttributes(line: string): { rest: string; attributes: Attributes } {
  const match = atEnd.exec(line);
  const attributes: Attributes = { classes: [], others: [] };
  for (const [part] of (match?.[1] ?? "").matchAll(new RegExp(attribute, "gu"))) {
    if (part.startsWith("#")) attributes.id = part.slice(1);
    else if (part.startsWith(".")) attributes.classes.push(part.slice(1));
    else {
      const [name = ""] = part.split("=", 1);
      attributes.others.push([name, part.slice(name.length + 1).replace(/^(["'])(.*)\1$/, "$2")]);
    }
  }
  return { rest: (match ? line.slice(0, match.index) : line).trim(), attributes };
}

/** Adds attributes to a token: classes, an id, and the others that authors may set. */
export function addAttributes(token: Token, { id, classes, others }: Attributes): void {
  for (const name of classes) token.attrJoin("class", name);
  if (id) token.attrSet("id", id);
  for (const [name, value] of others) if (isAllowedAttribute(name)) token.attrSet(name, value);
}

/** Returns whether authors may set an attribute in Markdown. */
export const isAllowedAttribute = (name: string): boolean =>
  allowed.some((rule) => (typeof rule === "string" ? rule === name : rule.test(name)));

/** Attributes in braces, which follow something or stand in a line of their own; `\{` is text. */
const inBraces = new RegExp(String.raw`(?<![\\{%$])\{(\s*${attribute}(?:\s+${attribute})*\s*)\}(?!\})`, "gu");

/**
 * Attributes that authors may set. Others could run a script or load a file, as `onclick` and `style` do, which the policies
 * of many sites block as well. An author who needs one writes HTML.
 */
const allowed = [
  ...["class", "id", "lang", "dir", "title", "role", "width", "height", "start", "reversed", "rel", "target"],
  ...["loading", "decoding", "download", "hreflang", "type", "colspan", "rowspan", "cite", "datetime"],
  /^aria-[a-z]+$/,
  /^data-[a-z]/,
  // Of videos; blocks/media.ts removes them from images.
  ...["poster", "loop", "muted", "preload"],
  /^(?:captions|subtitles|descriptions|chapters)(?:-[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)?$/,
];

/**
 * Reads attributes in pandoc's syntax: `# Heading {#id .class}`, `![…](x.png){width=300}`, `*word*{lang=fr}`, or a line of its
 * own after a paragraph, list or table. What has any other form, such as `{a, b}`, stays text.
 *
 * @see https://pandoc.org/MANUAL.html#extension-attributes
 */
export function useAttributes(md: MarkdownIt): void {
  md.core.ruler.after("normalize", "indigo_attribute_braces", (state) => {
    if (state.src.includes("{")) state.src = state.src.replace(inBraces, `${openBrace}$1${closeBrace}`);
  });
  md.use(attrs, {
    left: openBrace,
    right: closeBrace,
    allowed,
    // Not "block": the id of a heading would go to the quotation that ends with it.
    rule: ["fence", "inline", "table", "list", "heading", "hr", "softbreak"],
  });
  skipWithout(openBrace, md);
  // What no attribute was, such as code, is text again.
  md.core.ruler.push("indigo_attribute_text", ({ src, tokens }) => {
    if (src.includes(openBrace) || src.includes(closeBrace)) restore(tokens);
  });
}

/** Skips the rule of attributes, which tries a dozen patterns on each token, in texts without the character that begins them. */
function skipWithout(character: string, md: MarkdownIt): void {
  const rule = rulesOf(md, "core").find(({ name }) => name === "attrs");
  if (!rule) return;
  const { fn } = rule;
  md.core.ruler.at(rule.name, (state) => {
    if (state.src.includes(character)) fn(state);
  });
}

function restore(tokens: readonly Token[]): void {
  for (const token of tokens) {
    token.content = plainBraces(token.content);
    token.info = plainBraces(token.info);
    // The first number of a list is a number.
    for (const pair of token.attrs ?? [])
      if (typeof pair[1] === "string") pair[1] = inUrl(plainBraces(pair[1]));
    if (token.children) restore(token.children);
  }
}

/** markdown-it has encoded URLs by now. */
const inUrl = (url: string): string =>
  url.replaceAll(encodeURI(openBrace), encodeURI("{")).replaceAll(encodeURI(closeBrace), encodeURI("}"));

/** Returns a text with braces again in place of the characters that attributes have meanwhile. */
export const plainBraces = (text: string): string =>
  text.includes(openBrace) || text.includes(closeBrace)
    ? text.replaceAll(openBrace, "{").replaceAll(closeBrace, "}")
    : text;
