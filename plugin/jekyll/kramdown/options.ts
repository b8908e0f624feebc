import { isRecord } from "../../utils/records.js";
import { load } from "../../utils/require.js";

/** The options of kramdown that have an effect on HTML. */
export interface KramdownOptions {
  autoIds: boolean;
  autoIdPrefix: string;
  /** Whether each heading starts with an empty link to itself. */
  headerLinks: boolean;
  headerOffset: number;
  tocLevels: ReadonlySet<number>;
  hardWrap: boolean;
  /** Whether headings, lists, quotes and code end a paragraph without a blank line. */
  paragraphEnd: boolean;
  hasSymbols: boolean;
  parseBlockHtml: boolean;
  parseSpanHtml: boolean;
  /** The quotes for `'a'` and `"b"`. */
  smartQuotes: readonly [string, string, string, string];
  /** The texts for typographic symbols, by their names. */
  symbols: Readonly<Record<string, string>>;
  /** Whether formulas get markup for a script, unless the plugin renders them. */
  hasMathEngine: boolean;
  highlightBlocks: boolean;
  highlightSpans: boolean;
  defaultLanguage: string;
  guessLanguage: boolean;
  footnoteNumber: number;
  footnoteBacklink: string;
  backlinkInline: boolean;
  footnotePrefix: string;
  footnoteText: string;
  /** URLs and titles of links, by their names. */
  linkDefinitions: Readonly<Record<string, readonly [url: string, title?: string]>>;
  joinCjkLines: boolean;
}

/** Jekyll's settings of kramdown. */
export const jekyllDefaults: Readonly<KramdownOptions> = {
  autoIds: true,
  autoIdPrefix: "",
  headerLinks: false,
  headerOffset: 0,
  tocLevels: new Set([1, 2, 3, 4, 5, 6]),
  hardWrap: false,
  paragraphEnd: true,
  hasSymbols: true,
  parseBlockHtml: false,
  parseSpanHtml: true,
  smartQuotes: ["‘", "’", "“", "”"],
  symbols: {},
  hasMathEngine: true,
  highlightBlocks: true,
  highlightSpans: true,
  defaultLanguage: "plaintext",
  guessLanguage: true,
  footnoteNumber: 1,
  footnoteBacklink: "\u21a9\ufe0e",
  backlinkInline: false,
  footnotePrefix: "",
  footnoteText: "%s",
  linkDefinitions: {},
  joinCjkLines: false,
};

/** Returns the options of a document. */
export function optionsOf(env: { kramdownOptions?: KramdownOptions } | undefined): KramdownOptions {
  return env?.kramdownOptions ?? jekyllDefaults;
}

type Setter = (options: KramdownOptions, value: unknown) => void;

const isOn = (value: unknown): boolean => value === true || /^(?:true|yes|1)$/i.test(String(value ?? ""));
const textOf = (value: unknown): string => (value === null || value === undefined ? "" : String(value));
const isNothing = (value: unknown): boolean => /^(?:|~|nil|null|false)$/.test(textOf(value).trim());
const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : textOf(value).split(","))
    .map((item) => String(item).trim())
    .filter(Boolean);
const numberOf = (value: unknown, otherwise: number): number => {
  const number = Number.parseInt(textOf(value), 10);
  return Number.isFinite(number) ? number : otherwise;
};

const quoteEntities: Readonly<Record<string, string>> = {
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  sbquo: "‚",
  bdquo: "„",
  laquo: "«",
  raquo: "»",
  lsaquo: "‹",
  rsaquo: "›",
  apos: "'",
  quot: '"',
};

/** Returns the character of an entity, by its name or number. */
function quoteOf(name: string): string | undefined {
  if (/^\d{1,6}$/.test(name)) return String.fromCodePoint(Number(name));
  return Object.hasOwn(quoteEntities, name) ? quoteEntities[name] : undefined;
}

/** Returns the levels in a text such as `2..4`, or in a list. */
function levelsOf(value: unknown): ReadonlySet<number> {
  const levels = listOf(value).flatMap((item) => {
    const [, from, to] = /^(\d)\.\.\.?(\d)$/.exec(item) ?? [];
    const last = item.includes("...") ? Number(to) - 1 : Number(to);
    return from
      ? [1, 2, 3, 4, 5, 6].filter((level) => level >= Number(from) && level <= last)
      : [Number(item)];
  });
  const valid = levels.filter((level) => level >= 1 && level <= 6);
  return valid.length > 0 ? new Set(valid) : jekyllDefaults.tocLevels;
}

/** Parses a mapping in text, such as `{default_lang: ruby}`. */
function flowMapping(source: string): unknown {
  try {
    return (load("yaml") as typeof import("yaml")).parse(source);
  } catch {
    return undefined;
  }
}

const setHighlighting: Setter = (options, source) => {
  const value = typeof source === "string" ? flowMapping(source) : source;
  if (!isRecord(value)) return;
  if ("default_lang" in value) options.defaultLanguage = textOf(value.default_lang);
  if (isOn(value.disable)) Object.assign(options, { highlightBlocks: false, highlightSpans: false });
  for (const [key, name] of [
    ["block", "highlightBlocks"],
    ["span", "highlightSpans"],
  ] as const) {
    const part = value[key];
    if (isRecord(part) && isOn(part.disable)) options[name] = false;
  }
};

const setters: Readonly<Record<string, Setter>> = {
  auto_ids: (options, value) => {
    options.autoIds = isOn(value);
  },
  auto_id_prefix: (options, value) => {
    options.autoIdPrefix = textOf(value);
  },
  header_links: (options, value) => {
    options.headerLinks = isOn(value);
  },
  header_offset: (options, value) => {
    options.headerOffset = numberOf(value, 0);
  },
  toc_levels: (options, value) => {
    options.tocLevels = levelsOf(value);
  },
  hard_wrap: (options, value) => {
    options.hardWrap = isOn(value);
  },
  gfm_quirks: (options, value) => {
    const quirks = listOf(value);
    options.paragraphEnd = quirks.includes("paragraph_end");
    options.hasSymbols = !quirks.includes("no_auto_typographic");
  },
  parse_block_html: (options, value) => {
    options.parseBlockHtml = isOn(value);
  },
  parse_span_html: (options, value) => {
    options.parseSpanHtml = isOn(value);
  },
  smart_quotes: (options, value) => {
    const [a, b, c, d] = listOf(value).map(quoteOf);
    if (a && b && c && d) options.smartQuotes = [a, b, c, d];
  },
  typographic_symbols: (options, value) => {
    const pairs: [string, unknown][] = isRecord(value)
      ? Object.entries(value)
      : listOf(value).map((item) => [item.split("=")[0] ?? "", item.split("=")[1] ?? ""]);
    options.symbols = Object.fromEntries(pairs.map(([name, text]) => [name, textOf(text)]));
  },
  math_engine: (options, value) => {
    options.hasMathEngine = !isNothing(value);
  },
  syntax_highlighter: (options, value) => {
    if (isNothing(value)) Object.assign(options, { highlightBlocks: false, highlightSpans: false });
  },
  syntax_highlighter_opts: setHighlighting,
  guess_lang: (options, value) => {
    options.guessLanguage = isOn(value);
  },
  footnote_nr: (options, value) => {
    options.footnoteNumber = numberOf(value, 1);
  },
  footnote_backlink: (options, value) => {
    options.footnoteBacklink = textOf(value);
  },
  footnote_backlink_inline: (options, value) => {
    options.backlinkInline = isOn(value);
  },
  footnote_prefix: (options, value) => {
    options.footnotePrefix = textOf(value);
  },
  footnote_link_text: (options, value) => {
    if (textOf(value).includes("%s")) options.footnoteText = textOf(value);
  },
  link_defs: (options, value) => {
    if (!isRecord(value)) return;
    const links: [string, readonly [string, string?]][] = Object.entries(value).map(([name, link]) => {
      const [url, title] = (Array.isArray(link) ? link : [link]) as unknown[];
      return [name, title ? [textOf(url), textOf(title)] : [textOf(url)]];
    });
    options.linkDefinitions = Object.fromEntries(links);
  },
  remove_line_breaks_for_cjk: (options, value) => {
    options.joinCjkLines = isOn(value);
  },
};

/** Returns the options with those of `kramdown:` in `_config.yml`, or of `{::options}`. Unknown ones have no effect. */
export function withOptions(base: KramdownOptions, values: unknown): KramdownOptions {
  const options = { ...base };
  if (!isRecord(values)) return options;
  for (const [name, value] of Object.entries(values)) {
    if (Object.hasOwn(setters, name)) setters[name]?.(options, value);
  }
  return options;
}

/** Options without an effect here, with the reason. */
const replacedOptions: Readonly<Record<string, string>> = {
  auto_id_stripping: "as with Jekyll's parser, ids never have markup",
  transliterated_header_ids: "Jekyll's parser ignores it too",
  entity_output: "browsers show every spelling of a character alike",
  enable_coderay: "the plugin highlights code",
  coderay: "the plugin highlights code",
  show_warnings: "the plugin has its own warnings",
  remove_block_html_tags: "Jekyll does not use it either",
  remove_span_html_tags: "Jekyll does not use it either",
  latex_headers: "Jekyll does not use it either",
  line_width: "Jekyll does not use it either",
  list_indent: "Jekyll does not use it either",
  gfm_emojis: "the plugin shows emoji as characters",
  gfm_emoji_opts: "the plugin shows emoji as characters",
  math_engine_opts: "the plugin writes MathML",
  forbidden_inline_options: "every option that has an effect may be set in text",
};

const highlighterOptions = new Set(["default_lang", "disable", "guess_lang"]);

/** Returns the options of a highlighter that have no effect. */
function lostHighlighting(values: Record<string, unknown>): string[] {
  return Object.entries(values).flatMap(([key, value]) => {
    if ((key === "block" || key === "span") && isRecord(value)) {
      return lostHighlighting(value).map((name) => `${key}.${name}`);
    }
    const isDefault = (key === "css_class" && value === "highlight") || isNothing(value);
    return highlighterOptions.has(key) || isDefault ? [] : [key];
  });
}

/** How the plugin treats an option under `kramdown:`. */
export interface OptionOutcome {
  readonly name: string;
  readonly outcome: string;
  readonly works: boolean;
}

/** Returns what each option under `kramdown:` in `_config.yml` does, for a report. */
export function optionOutcomes(values: unknown): OptionOutcome[] {
  if (!isRecord(values)) return [];
  return Object.entries(values).map(([name, value]) => {
    if (name === "syntax_highlighter" && !isNothing(value) && value !== "rouge") {
      return { name, outcome: "replaced: the plugin highlights code with classes of Rouge", works: true };
    }
    if (name === "math_engine" && !isNothing(value) && value !== "mathjax") {
      return { name, outcome: "replaced: the plugin writes MathML", works: true };
    }
    if (name === "syntax_highlighter_opts" && isRecord(value)) {
      const lost = lostHighlighting(value);
      if (lost.length > 0) return { name, outcome: `no effect: ${lost.join(", ")}`, works: false };
    }
    if (name === "input" && String(value).toLowerCase() === "gfm")
      return { name, outcome: "works", works: true };
    if (name === "input") {
      return { name, outcome: "no effect: text is read as with kramdown's parser GFM", works: false };
    }
    if (Object.hasOwn(setters, name)) return { name, outcome: "works", works: true };
    const reason = Object.hasOwn(replacedOptions, name) ? replacedOptions[name] : undefined;
    return reason
      ? { name, outcome: `no effect: ${reason}`, works: true }
      : { name, outcome: "no effect", works: false };
  });
}
