import { createRequire } from "node:module";
import MarkdownIt from "markdown-it";
// @ts-expect-error The declarations of markdown-it leave its rules out.
import htmlRule from "markdown-it/lib/rules_block/html_block.mjs";
// @ts-expect-error The same.
import listRule from "markdown-it/lib/rules_block/list.mjs";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type StateInline from "markdown-it/lib/rules_inline/state_inline.mjs";
import type Token from "markdown-it/lib/token.mjs";
import type { EleventyConfig } from "../eleventy.js";

type BlockRule = (state: StateBlock, line: number, endLine: number, silent: boolean) => boolean;
type Plugin = (md: MarkdownIt, options?: Record<string, unknown>) => void;

const htmlBlock = htmlRule as BlockRule;
const listBlock = listRule as BlockRule;

// These packages bring no declarations, so they are read with `require` and given a type here.
const load = createRequire(import.meta.url);
const footnote = load("markdown-it-footnote") as Plugin;
const deflist = load("markdown-it-deflist") as Plugin;
const abbr = load("markdown-it-abbr") as Plugin;
const emoji = (load("markdown-it-emoji") as { full: Plugin }).full;

/**
 * Makes Eleventy's Markdown library read what kramdown reads, for sites that come from Jekyll.
 *
 * @see https://kramdown.gettalong.org/syntax.html
 * @see https://kramdown.gettalong.org/parser/gfm.html
 */
export function addKramdown(eleventyConfig: EleventyConfig): void {
  eleventyConfig.amendLibrary("md", useKramdown);
}

const emojiOnly = new MarkdownIt("zero").use(emoji, { shortcuts: {} });

/** Text with emoji in place of their names: `:floppy_disk: Foo` is `💾 Foo`. It stays text, nothing is escaped. */
export function emojify(text: string): string {
  if (!/:[\w+-]+:/.test(text)) return text;
  const [inline] = emojiOnly.parseInline(text, {});
  return (inline?.children ?? []).map((token) => token.content).join("");
}

/** Sets the rules of a Markdown library. */
function useKramdown(md: MarkdownIt): void {
  md.set({ html: true, linkify: false, typographer: false, breaks: false });
  md.enable("code");
  md.use(footnote).use(deflist).use(abbr).use(emoji, { shortcuts: {} });
  md.inline.ruler.disable("footnote_inline");

  const interrupts = { alt: ["paragraph", "reference", "blockquote", "list"] };
  md.block.ruler.before("table", "kramdown_math", mathBlock);
  md.block.ruler.before("table", "kramdown_extension", extensionBlock);
  md.block.ruler.before("table", "kramdown_attributes", attributesBlock, interrupts);
  md.block.ruler.before("table", "kramdown_end", endOfBlock, interrupts);
  md.block.ruler.at("table", table);
  md.block.ruler.at("list", list, { alt: ["paragraph", "reference", "blockquote"] });
  md.block.ruler.at("html_block", html, { alt: ["paragraph", "reference", "blockquote"] });

  md.inline.ruler.at("text", text);
  md.inline.ruler.before("newline", "kramdown_typography", typography);
  md.inline.ruler.before("newline", "kramdown_break", lineBreak);
  md.inline.ruler.before("newline", "kramdown_math", mathSpan);
  md.inline.ruler.before("newline", "kramdown_extension", extensionSpan);
  md.inline.ruler.before("newline", "kramdown_raw", rawSpan);

  md.core.ruler.before("normalize", "kramdown_environment", ownEnvironment);
  md.core.ruler.after("block", "kramdown_blocks", finishBlocks);
  md.core.ruler.before("linkify", "kramdown_spans", finishSpans);
  md.core.ruler.push("kramdown_toc", fillContents);

  useEmphasis(md);
  useFootnoteMarkup(md);
}

/** The current line of a block, without the indentation; `undefined` where it is indented like code. */
function lineAt(state: StateBlock, line: number): string | undefined {
  const indent = (state.sCount[line] ?? 0) - state.blkIndent;
  if (indent >= 4) return undefined;
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}

/**
 * Keeps what markdown-it notes about a text out of its environment, which for Eleventy is the page's data: an
 * author's own `footnotes` or `references` would be taken for notes, and those of an earlier text would come again.
 */
function ownEnvironment(state: StateCore): void {
  const own = { footnotes: undefined, abbreviations: undefined, references: undefined };
  state.env = Object.assign(Object.create(state.env ?? null), own);
}

// Attribute lists

interface Attributes {
  readonly references: string[];
  readonly pairs: [name: string, value: string][];
}

const attributePattern =
  /(?:^|\s)(?:(\w[\w-]*)=(["'])((?:\\\}|\\\2|(?!\2).)*?)\2|(\w[\w-]*)|((?:#[A-Za-z][\w:-]*|\.[^\s.#]+)+))(?=\s|$)/gs;

/** The attributes in the text of a list such as `.class #id key="value" reference`. */
function parseAttributes(source: string): Attributes {
  const attributes: Attributes = { references: [], pairs: [] };
  for (const [, key, , value = "", reference, names = ""] of source.matchAll(attributePattern)) {
    if (key) attributes.pairs.push([key, value.replace(/\\([}"'])/g, "$1")]);
    if (reference) attributes.references.push(reference);
    for (const name of names.match(/#[A-Za-z][\w:-]*|\.[^\s.#]+/g) ?? []) {
      attributes.pairs.push([name.startsWith("#") ? "id" : "class", name.slice(1)]);
    }
  }
  return attributes;
}

/** Lists of attributes that the document has given a name: `{:name: .class}`. */
type Named = Map<string, Attributes>;

/** Gives a token attributes. Classes add up, of others the last one counts. */
function applyAttributes(token: Token, { references, pairs }: Attributes, named: Named): void {
  for (const reference of references) {
    if (reference === "toc") token.meta = { ...token.meta, toc: true };
    const list = named.get(reference);
    // A list that names itself, or two that name each other, end here.
    if (list) applyAttributes(token, { references: [], pairs: list.pairs }, named);
  }
  for (const [name, value] of pairs) {
    if (name === "class") token.attrJoin("class", value);
    else token.attrSet(name, value);
  }
}

/** Reads a line with attributes, or with a named list of them. */
function attributesBlock(state: StateBlock, line: number, _endLine: number, silent: boolean): boolean {
  const match = /^\{:(?![:/])((?:\\\}|[^}])+)\}\s*$/.exec(lineAt(state, line) ?? "");
  if (!match?.[1]) return false;
  const [, name, rest] = /^(\w[\w-]*):([\s\S]+)$/.exec(match[1]) ?? [];
  if (silent) return !name;
  const token = state.push(name ? "kramdown_named" : "kramdown_attributes", "", 0);
  token.hidden = true;
  token.map = [line, line + 1];
  token.meta = { name, attributes: parseAttributes(rest ?? match[1]), follows: follows(state, line) };
  state.line = line + 1;
  return true;
}

/** Whether a block ends right above a line, so that attributes there are for it and not for the next one. */
function follows(state: StateBlock, line: number): boolean {
  const last = state.tokens.at(-1);
  return line > 0 && !state.isEmpty(line - 1) && last !== undefined && last.nesting !== 1;
}

/** Ends a block, such as a list before another list, with a `^` on its own line. */
function endOfBlock(state: StateBlock, line: number, _endLine: number, silent: boolean): boolean {
  if (!/^\^\s*$/.test(lineAt(state, line) ?? "")) return false;
  if (silent) return true;
  state.push("kramdown_end", "", 0).hidden = true;
  state.line = line + 1;
  return true;
}

// Extensions and formulas

/** Reads `{::comment}`, `{::nomarkdown}` and `{::options}` on lines of their own, up to `{:/}`. */
function extensionBlock(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  const [, name = "", , empty] = /^\{::(\w+)(\s[^}]*?)?(\/)?\}\s*$/.exec(lineAt(state, line) ?? "") ?? [];
  if (silent || !/^(comment|nomarkdown|options)$/.test(name)) return false;
  let end = line;
  if (!empty) {
    const stop = new RegExp(`^\\{:/(${name})?\\}\\s*$`);
    do end += 1;
    while (end < endLine && !stop.test(lineAt(state, end) ?? ""));
    if (end >= endLine) return false;
  }
  if (name === "nomarkdown" && !empty) {
    state.push("html_block", "", 0).content = state.getLines(line + 1, end, state.blkIndent, true);
  }
  state.line = end + 1;
  return true;
}

/** Reads the same extensions within text. */
function extensionSpan(state: StateInline, silent: boolean): boolean {
  const found = matchAt(state, /\{::(comment|nomarkdown|options)(?:\s[^}]*?)?(?:\/\}|\}(.*?)\{:\/\1?\})/sy);
  const attributes = found ? undefined : matchAt(state, /\{:(?![:/])((?:\\\}|[^}])+)\}/y);
  const length = (found ?? attributes)?.[0].length ?? 0;
  if (!length) return false;
  if (!silent) {
    if (found?.[1] === "nomarkdown") state.push("html_inline", "", 0).content = found[2] ?? "";
    // What the attributes are for is known once emphasis is, so finishSpans looks at them.
    if (attributes) {
      const token = state.push("kramdown_span", "", 0);
      token.content = attributes[0];
      token.meta = { attributes: parseAttributes(attributes[1] ?? "") };
    }
  }
  state.pos += length;
  return true;
}

/** What a sticky pattern finds at the current position of text. */
function matchAt(state: StateInline, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = state.pos;
  const match = pattern.exec(state.src);
  return match && state.pos + match[0].length <= state.posMax ? match : null;
}

/** Leaves a formula as it stands, with its `$$`, for a script in the browser. */
function mathSpan(state: StateInline, silent: boolean): boolean {
  const match = matchAt(state, /\$\$(?!\$).+?\$\$/sy);
  if (!match) return false;
  if (!silent) state.push("text_special", "", 0).content = match[0];
  state.pos += match[0].length;
  return true;
}

/** Leaves a formula on lines of its own, whatever Markdown might see in them. */
function mathBlock(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  const first = lineAt(state, line);
  if (silent || !first?.startsWith("$$") || first.startsWith("$$$")) return false;
  let end = line;
  let source = first;
  while (!/^\$\$.+\$\$\s*$/s.test(source)) {
    end += 1;
    if (end >= endLine || (state.sCount[end] ?? 0) < state.blkIndent) return false;
    source = state.getLines(line, end + 1, state.blkIndent, false).trim();
    if (/^\$\$.+?\$\$\s*\S/s.test(source)) return false;
  }
  state.push("paragraph_open", "p", 1).map = [line, end + 1];
  const token = state.push("inline", "", 0);
  token.content = source.trim();
  token.map = [line, end + 1];
  token.children = [];
  state.push("paragraph_close", "p", -1);
  state.line = end + 1;
  return true;
}

// Typography

/** Reads text up to the next sign that a rule may be for: those of markdown-it, quotes and dots. */
function text(state: StateInline, silent: boolean): boolean {
  const match = matchAt(state, /[^\n!#$%&*+\-:<=>@[\\\]^_`{}~"'.]+/y);
  if (!match) return false;
  if (!silent) state.pending += match[0];
  state.pos += match[0].length;
  return true;
}

/** Breaks a line at two backslashes, next to the one that markdown-it knows. */
function lineBreak(state: StateInline, silent: boolean): boolean {
  const match = matchAt(state, /\\\\\n\s*/y);
  if (!match) return false;
  if (!silent) state.push("hardbreak", "br", 0);
  state.pos += match[0].length;
  return true;
}

/** Lets stars start emphasis in front of any sign and end it after any, as in `**Note:**text`; blanks count alone. */
function useEmphasis(md: MarkdownIt): void {
  md.inline.State = class extends md.inline.State {
    override scanDelims(start: number, canSplitWord: boolean): ReturnType<StateInline["scanDelims"]> {
      const scanned = super.scanDelims(start, canSplitWord);
      if (this.src[start] !== "*") return scanned;
      const before = this.src[start - 1] ?? " ";
      const after = this.src[start + scanned.length] ?? " ";
      return { ...scanned, can_open: /\S/.test(after), can_close: /\S/.test(before) };
    }
  };
}

const symbols: Readonly<Record<string, string>> = {
  "---": "—",
  "--": "–",
  "...": "…",
  "<< ": "«\u00a0",
  "<<": "«",
  ">>": "»",
};

const punctuation = "[!\"#$%'()*+,\\-./:;<=>?@[\\\\\\]^_`{|}~]";

/**
 * Which way a quote turns: the first pattern that fits decides. `before` is the sign in front where it is text, and
 * `double` and `single` are what the quote becomes. They are the rules of kramdown, which has them from RubyPants.
 */
const quoteRules: readonly [pattern: RegExp, turns: "left" | "right" | "pair"][] = [
  [/^(?<quote>["'])(?=[_*]{1,2}\S)/, "left"],
  [new RegExp(`^(?<quote>["'])(?=${punctuation}(?!\\.\\.)\\B)`), "right"],
  [/^(?<before>\s?)(?<quote>"'|'")(?=\w)/, "pair"],
  [/^(?<before>\s?)(?<quote>')(?=\d\ds)/, "right"],
  [/^(?<before>\s)(?<quote>["'])(?=\w)/, "left"],
  [/^(?<before>[^ \\\t\r\n[{(-])(?<quote>["'])/, "right"],
  [/^(?<quote>["'])(?=\s|s\b|$)/, "right"],
  [/^(?<before>[\s\S]?)(?<quote>["'])/, "left"],
];

const quotes: Readonly<Record<string, readonly [left: string, right: string]>> = {
  '"': ["“", "”"],
  "'": ["‘", "’"],
};

/** Sets dashes, dots and quotes as kramdown does. */
function typography(state: StateInline, silent: boolean): boolean {
  const symbol = matchAt(state, /---?|\.\.\.|<< ?|>>/y)?.[0];
  if (symbol) {
    if (!silent) {
      // The blank in front of a closing quotation mark must not end the line.
      if (symbol === ">>") state.pending = state.pending.replace(/ $/, "\u00a0");
      state.pending += symbols[symbol];
    }
    state.pos += symbol.length;
    return true;
  }
  const sign = state.src[state.pos] ?? "";
  if (sign !== '"' && sign !== "'") return false;
  const previous = state.src[state.pos - 1];
  const isText = state.pos > 0 && (previous === "\n" || state.pending.endsWith(previous ?? ""));
  const rest = state.src.slice(isText && state.pending ? state.pos - 1 : state.pos, state.pos + 6);
  const around = previous === "\n" ? `\n${state.src.slice(state.pos, state.pos + 6)}` : rest;
  for (const [pattern, turns] of quoteRules) {
    const found = pattern.exec(around)?.groups;
    if (!found?.quote?.startsWith(sign)) continue;
    const set = [...found.quote].map((quote) => quotes[quote]?.[turns === "right" ? 1 : 0] ?? quote).join("");
    if (!silent) state.pending += set;
    state.pos += found.quote.length;
    return true;
  }
  return false;
}

// HTML

/** Elements that stand in text, so that a line which starts with one is a paragraph. */
const spanElements = new Set(
  (
    "a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp rt " +
    "rtc ruby samp select small span strong sub sup tt u var"
  ).split(" "),
);
const emptyElements = new Set(
  "area base br col command embed hr img input keygen link meta param source track wbr".split(" "),
);
/** Elements whose content is text when it is read as Markdown, and those whose content never is. */
const textElements = new Set("caption dt h1 h2 h3 h4 h5 h6 legend optgroup p summary th".split(" "));
const rawElements = new Set(
  "script style math option textarea pre code kbd samp var colgroup table tbody thead tfoot tr ul ol".split(
    " ",
  ),
);

const tag =
  "<([A-Za-z][\\w:.-]*)((?:\\s+[\\w:@.-]+(?:\\s*=\\s*(?:\"[^\"]*\"|'[^']*'|[^\\s\"'=<>`]+))?)*)\\s*(/?)>";

/**
 * Reads a block of HTML as kramdown does: it goes to its end tag, whatever is in it, and its content is Markdown
 * only with `markdown="1"`. Where the end tag is missing, CommonMark's rule has the block end at an empty line.
 */
function html(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  const first = lineAt(state, line);
  if (!first?.startsWith("<")) return false;
  const name = /^<\/?([A-Za-z][\w:.-]*)/.exec(first)?.[1]?.toLowerCase();
  if (!name) return htmlBlock(state, line, endLine, silent);
  if (spanElements.has(name) || /^<[a-z][a-z+.-]*:\/?[^\s>]|^<[^\s<>]+@/i.test(first)) return false;
  const source = state.getLines(line, endLine, state.blkIndent, true);
  const length = lengthOfElements(source);
  if (!length) return htmlBlock(state, line, endLine, silent);
  if (silent) return true;
  const whole = source.slice(0, length);
  const lines = whole.replace(/\n$/, "").split("\n").length;
  pushHtml(state, whole);
  state.line = line + lines;
  return true;
}

/** How much of a text the block elements at its start take, up to the end of their last line; 0 for none. */
function lengthOfElements(source: string): number {
  const start = new RegExp(`[ \\t]*${tag}`, "y");
  let end = 0;
  for (;;) {
    start.lastIndex = end;
    const open = start.exec(source);
    const name = open?.[1]?.toLowerCase();
    if (!open || !name || (spanElements.has(name) && end === 0)) break;
    const closed =
      open[3] || emptyElements.has(name) ? start.lastIndex : endOfElement(source, name, start.lastIndex);
    if (!closed) return 0;
    end = closed;
  }
  if (end === 0) return 0;
  const lineEnd = source.indexOf("\n", end);
  return lineEnd < 0 ? source.length : lineEnd + 1;
}

/** Where the element ends whose content starts at a place; 0 where its end tag is missing. */
function endOfElement(source: string, name: string, from: number): number {
  const raw = name === "script" || name === "style" || name === "textarea";
  const tags = new RegExp(
    `${raw ? "" : "<!--[\\s\\S]*?-->|"}<(/?)${name.replace(/\W/g, "\\$&")}(?=[\\s/>])[^>]*>`,
    "gi",
  );
  tags.lastIndex = from;
  let depth = 1;
  for (let found = tags.exec(source); found; found = tags.exec(source)) {
    if (found[1] === undefined) continue;
    if (found[1]) depth -= 1;
    else if (!raw && !found[0].endsWith("/>")) depth += 1;
    if (depth === 0) return tags.lastIndex;
  }
  return 0;
}

/** Adds HTML as it stands, apart from the elements in it whose `markdown` attribute asks for more. */
function pushHtml(state: StateBlock, source: string): void {
  const asking = new RegExp(tag, "g");
  for (let found = asking.exec(source); found; found = asking.exec(source)) {
    const name = (found[1] ?? "").toLowerCase();
    const mode = /\smarkdown\s*=\s*["']?(\w+)/.exec(found[2] ?? "")?.[1];
    if (name === "script" || name === "style" || name === "textarea" || name === "pre") {
      asking.lastIndex = endOfElement(source, name, asking.lastIndex) || asking.lastIndex;
    }
    if (!mode) continue;
    const inner = asking.lastIndex;
    const end =
      found[3] || emptyElements.has(name) ? inner : endOfElement(source, name, inner) || source.length;
    const close = Math.max(inner, source.lastIndexOf("</", end - 1));
    const open = found[0].replace(/\smarkdown\s*=\s*(?:"[^"]*"|'[^']*'|\w+)/, "");
    pushRaw(state, source.slice(0, found.index) + open);
    pushContent(state, source.slice(inner, close), contentOf(name, mode));
    pushHtml(state, source.slice(close));
    return;
  }
  pushRaw(state, source);
}

/** How the content of an element is read whose `markdown` attribute has a value. */
function contentOf(name: string, mode: string): "block" | "span" | "raw" {
  if (mode === "block" || mode === "span") return mode;
  if (mode !== "1" || rawElements.has(name)) return "raw";
  return spanElements.has(name) || textElements.has(name) ? "span" : "block";
}

function pushRaw(state: StateBlock, content: string): void {
  if (content) state.push("html_block", "", 0).content = content;
}

function pushContent(state: StateBlock, content: string, kind: "block" | "span" | "raw"): void {
  if (kind === "raw") {
    pushRaw(state, content);
  } else if (kind === "block") {
    pushRaw(state, "\n");
    state.md.block.parse(content.replace(/^[ \t]*\n/, ""), state.md, state.env, state.tokens);
  } else {
    const token = state.push("inline", "", 0);
    token.content = content.trim();
    token.children = [];
  }
}

/** Leaves elements for code and the like within text alone, with what they hold. */
function rawSpan(state: StateInline, silent: boolean): boolean {
  const match = matchAt(
    state,
    /<(code|kbd|samp|var|math|option|textarea|script|style)(?=[\s>])[^>]*>.*?<\/\1\s*>/isy,
  );
  if (!match) return false;
  if (!silent) state.push("html_inline", "", 0).content = match[0];
  state.pos += match[0].length;
  return true;
}

// Lists

/**
 * Reads a list. For kramdown a number has a dot and where it starts does not count, and each item has paragraphs
 * of its own accord, not because another one has.
 */
function list(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  if (/^\d+\)/.test(lineAt(state, line) ?? "")) return false;
  const start = state.tokens.length;
  if (!listBlock(state, line, endLine, silent)) return false;
  if (silent) return true;
  const [open, ...tokens] = state.tokens.slice(start);
  if (open?.attrs) open.attrs = open.attrs.filter(([name]) => name !== "start");
  const items = tokens.flatMap((token, index) =>
    token.type === "list_item_open" && token.level === (open?.level ?? 0) + 1 ? [tokens.slice(index)] : [],
  );
  let anyTight = false;
  items.forEach(([item, paragraph, ...rest], index) => {
    if (paragraph?.type !== "paragraph_open") {
      anyTight = true;
      return;
    }
    const isLast = index === items.length - 1;
    const isAlone = rest[2] === undefined || rest[2].level === item?.level;
    const next = paragraph.map?.[1] ?? endLine;
    const isLoose = next < endLine && state.isEmpty(next) && !(isLast && isAlone);
    const isTight = !isLoose && (!isLast || items.length === 1 || anyTight);
    paragraph.hidden = isTight;
    if (rest[1]) rest[1].hidden = isTight;
    anyTight ||= isTight;
  });
  return true;
}

// Tables

/** Reads a table: lines with a pipe between empty ones, with or without a heading, several bodies or a foot. */
function table(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  if (silent || !lineAt(state, line)?.includes("|") || !startsBlock(state, line)) return false;
  const sections: { tag: string; rows: string[][] }[] = [];
  let align: string[] | undefined;
  let rows: string[][] = [];
  let hasFoot = false;
  let end = line;
  const close = (tagName: string) => {
    if (rows.length > 0) sections.push({ tag: tagName, rows });
    rows = [];
  };
  for (; end < endLine; end += 1) {
    const source = (state.sCount[end] ?? 0) < state.blkIndent ? "" : (lineAt(state, end) ?? "").trimEnd();
    const cells = cellsOf(source);
    if (!cells) break;
    if (/^[+|: \t-]*-[+|: \t-]*$/.test(source)) {
      if (rows.length > 0 && !align && !hasFoot) {
        align = (source.match(/[:-]*-[:-]*/g) ?? []).map(alignmentOf);
        close("thead");
      } else if (!hasFoot) close("tbody");
    } else if (/^[+|: \t=]*=[+|: \t=]*$/.test(source)) {
      close("tbody");
      hasFoot = true;
    } else rows.push(cells);
  }
  close(hasFoot ? "tfoot" : "tbody");
  if (!endsBlock(state, end, endLine) || !sections.some((section) => section.tag === "tbody")) return false;

  const columns = Math.max(...sections.flatMap((section) => section.rows.map((row) => row.length)));
  state.push("table_open", "table", 1).map = [line, end];
  for (const section of sections) {
    state.push(`${section.tag}_open`, section.tag, 1);
    for (const row of section.rows)
      pushRow(state, row, columns, section.tag === "thead" ? "th" : "td", align);
    state.push(`${section.tag}_close`, section.tag, -1);
  }
  state.push("table_close", "table", -1);
  state.line = end;
  return true;
}

function alignmentOf(mark: string): string {
  if (mark.startsWith(":")) return mark.endsWith(":") ? "center" : "left";
  return mark.endsWith(":") ? "right" : "";
}

function startsBlock(state: StateBlock, line: number): boolean {
  const last = state.tokens.at(-1);
  return (
    line === 0 || state.isEmpty(line - 1) || !last || last.nesting === 1 || last.type.startsWith("kramdown_")
  );
}

function endsBlock(state: StateBlock, line: number, endLine: number): boolean {
  if (line >= endLine || state.isEmpty(line) || (state.sCount[line] ?? 0) < state.blkIndent) return true;
  return /^(\{:|\^\s*$)/.test(lineAt(state, line) ?? "");
}

/** The cells of a line, `undefined` for a line without a pipe. A pipe in code or after a backslash is text. */
function cellsOf(line: string): string[] | undefined {
  const cells = [""];
  for (const [part, pipe] of line.matchAll(
    /\\\||(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|<code.*?>.*?<\/code>|(\|)|[\s\S]/g,
  )) {
    if (part === "|" && pipe === undefined) cells.push("");
    else cells[cells.length - 1] += part === "\\|" ? "|" : part;
  }
  if (cells.length === 1) return undefined;
  if (/^\s*\|/.test(line) && !cells[0]?.trim()) cells.shift();
  if (!cells.at(-1)?.trim()) cells.pop();
  return cells.map((cell) => cell.trim());
}

function pushRow(
  state: StateBlock,
  row: string[],
  columns: number,
  cell: "th" | "td",
  align?: string[],
): void {
  state.push("tr_open", "tr", 1);
  for (let column = 0; column < columns; column += 1) {
    const open = state.push(`${cell}_open`, cell, 1);
    if (align?.[column]) open.attrSet("style", `text-align: ${align[column]}`);
    const token = state.push("inline", "", 0);
    token.content = row[column] ?? "";
    token.children = [];
    state.push(`${cell}_close`, cell, -1);
  }
  state.push("tr_close", "tr", -1);
}

// What is known once all blocks are

/** Gives blocks their attributes and headings their own ids, and finds the boxes of task lists. */
function finishBlocks(state: StateCore): void {
  const named: Named = new Map();
  for (const token of state.tokens) {
    if (token.type !== "kramdown_named") continue;
    const known = named.get(token.meta.name) ?? { references: [], pairs: [] };
    known.pairs.push(...(token.meta.attributes as Attributes).pairs);
    named.set(token.meta.name, known);
  }
  state.env.kramdownNamed = named;
  finishAttributes(state.tokens, named);
  state.tokens = state.tokens.filter((token) => !token.type.startsWith("kramdown_"));
  state.tokens.forEach((token, index) => {
    if (token.type !== "inline") return;
    token.content = token.content.replace(spacedAddress, encloseAddress);
    const parent = state.tokens[index - 1];
    if (parent?.type === "heading_open") takeHeadingId(token, parent);
    const item = parent?.type === "paragraph_open" ? state.tokens[index - 2] : parent;
    if (item && /^(list_item|dt|dd)_open$/.test(item.type)) takeItemAttributes(token, item, named);
    if (item?.type === "list_item_open") takeTaskBox(token, item, state.tokens, index);
  });
}

/** Code, which is to stay, or the address of a link up to its title, where blanks are in it. */
const spacedAddress =
  /(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)|\]\([ \t]*([^\s<>()"']+(?:[ \t]+[^\s<>()"']+)+)((?:\s+(["']).*?\4)?\s*\))/g;

/** Encloses an address with blanks in `<>`, without which CommonMark has no link there. */
function encloseAddress(whole: string, _ticks?: string, address?: string, rest?: string): string {
  return address ? `](<${address}>${rest}` : whole;
}

/** Takes each line with attributes to its block: to the one right above, else to the next one. */
function finishAttributes(tokens: Token[], named: Named): void {
  // What waits for the next block, and for each element around it the block that came last in it.
  let waiting: Attributes[] = [];
  const last: (Token | undefined)[] = [undefined];
  const parents: (Token | undefined)[] = [undefined];
  for (const token of tokens) {
    if (token.type === "kramdown_attributes") {
      const parent = parents.at(-1);
      const isItem = parent?.type === "list_item_open" && parent.map?.[0] === token.map?.[0];
      const target = isItem ? parent : token.meta.follows ? last.at(-1) : undefined;
      if (target) applyAttributes(target, token.meta.attributes, named);
      else waiting.push(token.meta.attributes);
    } else if (token.nesting === -1) {
      last.pop();
      parents.pop();
      waiting = [];
    } else if (!token.type.startsWith("kramdown_") && token.type !== "inline") {
      for (const attributes of waiting) applyAttributes(token, attributes, named);
      waiting = [];
      last[last.length - 1] = token;
      if (token.nesting === 1) {
        last.push(undefined);
        parents.push(token);
      }
    }
  }
}

/** Takes the id from a heading such as `Title {#id}`. */
function takeHeadingId(inline: Token, heading: Token): void {
  inline.content = inline.content.replace(/(?:[ \t]+#+)?[ \t]+\{#([A-Za-z][\w:-]*)\}$/, (_, id: string) => {
    if (heading.attrGet("id") === null) heading.attrSet("id", id);
    return "";
  });
}

/** Takes the attributes of an item from its start: `* {: .class} text`. */
function takeItemAttributes(inline: Token, item: Token, named: Named): void {
  inline.content = inline.content.replace(/^\{:(?![:/])((?:\\\}|[^}])+)\}\s*/, (_, source: string) => {
    applyAttributes(item, parseAttributes(source), named);
    return "";
  });
}

/** Takes the box from an item such as `[x] text`, and marks item and list as kramdown does. */
function takeTaskBox(inline: Token, item: Token, tokens: readonly Token[], index: number): void {
  const box = /^\[([ xX])\]\s+/.exec(inline.content);
  if (!box) return;
  inline.content = inline.content.slice(box[0].length);
  inline.meta = { ...inline.meta, task: box[1] === " " ? "open" : "done" };
  item.attrJoin("class", "task-list-item");
  const lists = tokens.slice(0, index).filter((token) => token.level === item.level - 1);
  const open = lists.findLast((token) => /^(bullet|ordered)_list_open$/.test(token.type));
  if (open && !/\btask-list\b/.test(open.attrGet("class") ?? "")) open.attrJoin("class", "task-list");
}

// What is known once all text is read

/** Gives elements in text their attributes, boxes their markup, and headings their ids. */
function finishSpans(state: StateCore): void {
  const named = state.env.kramdownNamed as Named;
  delete state.env.kramdownNamed;
  const counts = new Map<string, number>();
  state.tokens.forEach((token, index) => {
    if (token.type !== "inline" || !token.children) return;
    finishSpanAttributes(token.children, named, state);
    for (const child of token.children) finishSpan(child);
    const heading = state.tokens[index - 1];
    if (heading?.type === "heading_open" && heading.attrGet("id") === null) {
      const id = headingId(plainText(token.children), counts);
      if (id) heading.attrSet("id", id);
    }
    if (token.meta?.task) token.children = taskBox(token.children, token.meta.task === "done", state);
  });
}

/** Takes attributes to the element that ends right in front of them. Without one they are text. */
function finishSpanAttributes(children: Token[], named: Named, state: StateCore): void {
  for (let index = 0; index < children.length; index += 1) {
    const token = children[index];
    if (token?.type === "image" && token.children) finishSpanAttributes(token.children, named, state);
    if (token?.type !== "kramdown_span") continue;
    const target = elementBefore(children, index);
    if (target?.type === "html_inline") addToTag(target, token.meta.attributes, named, state);
    else if (target) applyAttributes(target, token.meta.attributes, named);
    else token.type = "text";
    if (target) children.splice(index--, 1);
  }
}

/** The start of the element that ends in front of a place. */
function elementBefore(children: readonly Token[], index: number): Token | undefined {
  let depth = 0;
  for (let at = index - 1; at >= 0; at -= 1) {
    const token = children[at];
    if (!token) return undefined;
    const isEmpty = token.type === "text" && token.content === "";
    if (token.type === "html_inline") {
      const isEnd = token.content.startsWith("</");
      if (isEnd) depth += 1;
      else if (depth > 0 && !token.content.endsWith("/>") && !emptyElements.has(tagName(token))) depth -= 1;
      if (depth === 0) return token;
    } else {
      depth -= token.nesting;
      if (depth === 0 && !isEmpty)
        return /^(text|text_special|softbreak|hardbreak)$/.test(token.type) ? undefined : token;
    }
  }
  return undefined;
}

function tagName(token: Token): string {
  return /^<([\w-]+)/.exec(token.content)?.[1]?.toLowerCase() ?? "";
}

/** Writes attributes into a tag that the author wrote as HTML, in place of those with the same name. */
function addToTag(token: Token, attributes: Attributes, named: Named, state: StateCore): void {
  const carrier = new state.Token("", "", 0);
  const [, start, own = "", end] = /^(<[\w:-]+)([^>]*?)(\s*\/?>[\s\S]*)$/.exec(token.content) ?? [];
  if (!start) return;
  for (const [, name = "", , a, b, c] of own.matchAll(
    /([^\s=]+)(\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s]+)))?/g,
  )) {
    carrier.attrSet(name, state.md.utils.unescapeAll(a ?? b ?? c ?? ""));
  }
  applyAttributes(carrier, attributes, named);
  token.content = `${start}${state.md.renderer.renderAttrs(carrier)}${end}`;
}

/** The classes that Jekyll's kramdown gives code within text, and the element that it has for deleted text. */
function finishSpan(token: Token): void {
  if (token.type === "s_open" || token.type === "s_close") token.tag = "del";
  if (token.type === "code_inline") {
    const named = /\blanguage-/.test(token.attrGet("class") ?? "");
    token.attrJoin("class", named ? "highlighter-rouge" : "language-plaintext highlighter-rouge");
  }
  if (token.type === "html_inline") {
    token.content = token.content.replace(/^(<[^>]*?)\smarkdown\s*=\s*(?:"\w*"|'\w*'|\w+)/, "$1");
  }
}

/** The words of a text, without marks, pictures and notes. */
function plainText(children: readonly Token[]): string {
  return children
    .map((token) => (/^(text|text_special|code_inline)$/.test(token.type) ? token.content : ""))
    .join("");
}

/** The id of a heading from its words, with a number from the second one on. */
function headingId(words: string, counts: Map<string, number>): string {
  const id = words
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}\p{Pc}\- \t]/gu, "")
    .replace(/[ \t]/g, "-");
  const count = counts.get(id) ?? 0;
  counts.set(id, count + 1);
  return count > 0 ? `${id}-${count}` : id;
}

/** The text of a task with its box. The label is what kramdown does without: a box has to have a name. */
function taskBox(children: Token[], done: boolean, state: StateCore): Token[] {
  const raw = (content: string) => Object.assign(new state.Token("html_inline", "", 0), { content });
  const checked = done ? " checked" : "";
  const box = `<input type="checkbox" class="task-list-item-checkbox" disabled${checked}>`;
  return [raw(`<label>${box}`), ...children, raw("</label>")];
}

// Table of contents

/** Puts the headings in place of each list that `{:toc}` follows. */
function fillContents(state: StateCore): void {
  for (let index = 0; index < state.tokens.length; index += 1) {
    const open = state.tokens[index];
    if (!open?.meta?.toc || !/_list_open$/.test(open.type)) continue;
    const end = state.tokens.findIndex(
      (token, at) => at > index && token.level === open.level && token.nesting === -1,
    );
    if (open.attrGet("id") === null) open.attrSet("id", "markdown-toc");
    const token = new state.Token("html_block", "", 0);
    token.content = contents(state, open);
    state.tokens.splice(index, end - index + 1, token);
  }
}

/** The headings as a nested list, without those with an class `no_toc`. */
function contents(state: StateCore, list: Token): string {
  const { renderer, options, utils } = state.md;
  const prefix = utils.escapeHtml(list.attrGet("id") ?? "");
  const levels: number[] = [];
  let out = "";
  state.tokens.forEach((token, index) => {
    const id = utils.escapeHtml(token.attrGet("id") ?? "");
    if (token.type !== "heading_open" || !id || /\bno_toc\b/.test(token.attrGet("class") ?? "")) return;
    const level = Number(token.tag.slice(1));
    const children = (state.tokens[index + 1]?.children ?? []).filter(
      (child) => !/^(link_|footnote_)/.test(child.type),
    );
    const words = renderer.renderInline(children, options, state.env);
    while (levels.length > 0 && (levels.at(-1) ?? 0) >= level) {
      levels.pop();
      // The first list stays open for the next heading, whatever its level.
      out += levels.length > 0 && (levels.at(-1) ?? 0) >= level ? `</li></${list.tag}>` : "</li>";
    }
    out += out.endsWith("</a>") ? `<${list.tag}>` : "";
    out += `<li><a href="#${id}" id="${prefix}-${id}">${words}</a>`;
    levels.push(level);
  });
  out += levels.map((_, index) => (index < levels.length - 1 ? `</li></${list.tag}>` : "</li>")).join("");
  return out ? `<${list.tag}${renderer.renderAttrs(list)}>${out}</${list.tag}>\n` : "";
}

// Footnotes

/** Gives footnotes the markup of kramdown, which names them as the author does. */
function useFootnoteMarkup(md: MarkdownIt): void {
  const { rules } = md.renderer;
  const name = (token: Token | undefined) => md.utils.escapeHtml(String(token?.meta.label ?? ""));
  const reference = (token: Token | undefined) => {
    const again = Number(token?.meta.subId ?? 0);
    return again > 0 ? `${name(token)}:${again}` : name(token);
  };
  rules.footnote_ref = (tokens, index) => {
    const token = tokens[index];
    const link = `<a href="#fn:${name(token)}" class="footnote" rel="footnote" role="doc-noteref">`;
    return `<sup id="fnref:${reference(token)}">${link}${Number(token?.meta.id) + 1}</a></sup>`;
  };
  rules.footnote_block_open = () => '<div class="footnotes" role="doc-endnotes">\n<ol>\n';
  rules.footnote_block_close = () => "</ol>\n</div>\n";
  rules.footnote_open = (tokens, index) => `<li id="fn:${name(tokens[index])}">`;
  rules.footnote_close = () => "</li>\n";
  rules.footnote_anchor = (tokens, index) => {
    const token = tokens[index];
    const again = Number(token?.meta.subId ?? 0);
    const number = again > 0 ? `<sup>${again + 1}</sup>` : "";
    const link = `<a href="#fnref:${reference(token)}" class="reversefootnote" role="doc-backlink">`;
    return `&nbsp;${link}&#8617;${number}</a>`;
  };
}
