import { lineCounter } from "../../utils/lines.js";

/** What is wrong with a piece of Liquid that Ruby's Liquid reads nevertheless. */
export interface LiquidProblem {
  /** The piece as written: `{{ x | upcase | }}`. */
  written: string;
  line: number;
  /** The filter that does not exist; undefined if the syntax is wrong. */
  filter?: string;
}

const quoted = `"[^"]*"|'[^']*'`;
const fragment = `(?:${quoted}|(?:[^\\s,|'"]|${quoted})+)`;

/** Tags whose content is no Liquid. */
const verbatim = new Set(["raw", "comment"]);

const conditions = new Set(["if", "elsif", "unless"]);

/**
 * Rewrites what Ruby's Liquid only warns of, in the form that it reads: `{{ x | upcase | }}`, `{% if a && b %}`, a stray quote.
 * Everything else stays as it is.
 *
 * @param hasFilter - Returns whether a filter exists. Ruby's Liquid returns the value unchanged for one that does not.
 * @param report - Called for each problem.
 * @see https://github.com/Shopify/liquid/blob/v5.4.0/lib/liquid/variable.rb
 */
export function tolerantLiquid(
  source: string,
  hasFilter: (name: string) => boolean,
  report: (problem: LiquidProblem) => void,
): string {
  const lineAt = lineCounter(source);
  const parts: string[] = [];
  let [done, until] = [0, ""];
  for (const { written, start, markup, name } of piecesOf(source)) {
    if (until !== "") {
      if (name === until) until = "";
      continue;
    }
    if (name !== undefined && verbatim.has(name)) until = `end${name}`;
    const read = name === undefined ? readOutput(markup) : readTag(name, markup);
    for (const filter of read?.filters ?? [])
      if (!hasFilter(filter)) report({ written, line: lineAt(start), filter });
    if (read?.text === undefined) continue;
    if (markup.trim() !== "") report({ written, line: lineAt(start) });
    // The lines of a template are those of messages.
    const lines = "\n".repeat(written.split("\n").length - 1);
    const [open, close] = [
      /^..-?\s*/.exec(written)?.[0].trimEnd() ?? "",
      written.endsWith(name === undefined ? "-}}" : "-%}") ? written.slice(-3) : written.slice(-2),
    ];
    const inner = name === undefined ? read.text : `${name} ${read.text}`;
    parts.push(source.slice(done, start), `${open} ${inner}${lines} ${close}`);
    done = start + written.length;
  }
  return parts.length === 0 ? source : parts.join("") + source.slice(done);
}

/** An output or a tag of a template. */
interface Piece {
  written: string;
  start: number;
  /** What is in an output, or after the name of a tag, without the hyphens that trim space. */
  markup: string;
  /** The name of a tag; undefined for an output. */
  name: string | undefined;
}

/** Returns outputs and tags, as Ruby's Liquid divides a template: at the first end, even in quotes. */
function* piecesOf(source: string): Generator<Piece> {
  const isOpen = { "{{": true, "{%": true };
  let at = 0;
  while (isOpen["{{"] || isOpen["{%"]) {
    const start = source.indexOf("{", at);
    if (start < 0) return;
    const open = source.slice(start, start + 2);
    at = start + 1;
    if ((open !== "{{" && open !== "{%") || !isOpen[open]) continue;
    const end = source.indexOf(open === "{{" ? "}}" : "%}", start + 2);
    if (end < 0) {
      // Nor is there one later, so that the time is linear.
      isOpen[open] = false;
      continue;
    }
    at = end + 2;
    const inner = source
      .slice(start + 2, end)
      .replace(/^-/, "")
      .replace(/-$/, "");
    const written = source.slice(start, at);
    const [before, name] = open === "{%" ? (/^\s*(\w+)/.exec(inner) ?? []) : [];
    if (open === "{{") yield { written, start, markup: inner, name: undefined };
    else if (name !== undefined) yield { written, start, markup: inner.slice(before?.length ?? 0), name };
  }
}

function readOutput(markup: string): Reading {
  // Correct for Ruby's Liquid, but not for liquidjs.
  if (markup.trim() === "") return { filters: [], text: "nil" };
  const filters = strictFilters(markup);
  return filters ? { filters } : laxOutput(markup);
}

/** A piece of Liquid: its filters, and the form in which Ruby reads it if its syntax is wrong. */
interface Reading {
  filters: string[];
  text?: string;
}

/** Reads the arguments of a tag; undefined for a tag with another syntax, or without a problem. */
function readTag(name: string, args: string): Reading | undefined {
  if (conditions.has(name)) {
    if (isStrictCondition(args)) return undefined;
    const text = laxCondition(args);
    return text === undefined ? undefined : { filters: [], text };
  }
  if (name === "echo") return readOutput(args);
  if (name !== "assign") return undefined;
  const [, target, value = ""] = /^(\s*[\w\-.[\]]+\s*=)([\s\S]*)$/.exec(args) ?? [];
  if (target === undefined) return undefined;
  const reading = readOutput(value);
  return reading.text === undefined ? reading : { ...reading, text: `${target.trim()} ${reading.text}` };
}

const laxStart = new RegExp(`(${fragment})([\\s\\S]*)`);
const laxFilter = new RegExp(`(?:\\s+|${fragment}|,)+`, "g");
const laxArgument = new RegExp(`[:,]\\s*((?:\\w+\\s*:\\s*)?${fragment})`, "g");

/** Reads an output as Ruby's lax parser does: it skips what it does not know. */
function laxOutput(markup: string): Reading {
  const [, value, rest = ""] = laxStart.exec(markup) ?? [];
  if (value === undefined) return { filters: [], text: "nil" };
  const pipe = rest.indexOf("|");
  const filters: string[] = [];
  const parts = [expression(value)];
  for (const [part] of pipe < 0 ? [] : rest.slice(pipe + 1).matchAll(laxFilter)) {
    const name = /\w+/.exec(part)?.[0];
    if (name === undefined) continue;
    filters.push(name);
    const values = [...part.matchAll(laxArgument)].map(([, argument = ""]) => {
      const [, key, inner = argument] = /^(\w[\w-]*\s*:)\s*([\s\S]+)$/.exec(argument) ?? [];
      return key === undefined ? expression(inner) : `${key} ${expression(inner)}`;
    });
    parts.push(values.length > 0 ? `${name}: ${values.join(", ")}` : name);
  }
  return { filters, text: parts.join(" | ") };
}

/** Returns an expression in the strict form: a literal, or the names of a variable. */
function expression(markup: string): string {
  if (/^(?:"[^"]*"|'[^']*'|-?\d+(?:\.\d+)?|\(\S{1,100}\.\.\S{1,100}\))$/.test(markup)) return markup;
  const [first, ...others] = markup.match(/\[[^\]]+\]|[\w-]+\??/g) ?? [];
  if (first === undefined) return "nil";
  return first + others.map((name) => (name.startsWith("[") ? name : `.${name}`)).join("");
}

const laxParts = new RegExp(
  `\\b(?:\\s?and\\s?|\\s?or\\s?)\\b|(?:\\s*(?!\\b(?:\\s?and\\s?|\\s?or\\s?)\\b)(?:${fragment}|\\S+)\\s*)+`,
  "g",
);
const laxComparison = new RegExp(`(${fragment})\\s*([=!<>a-z_]+)?\\s*(${fragment})?`);
const operators = new Set(["==", "!=", "<>", "<", ">", ">=", "<=", "contains"]);

/** Reads a condition as Ruby's lax parser does; undefined if that fails as well. */
function laxCondition(markup: string): string | undefined {
  const parts: string[] = [];
  for (const [at, [part]] of [...markup.matchAll(laxParts)].entries()) {
    if (at % 2 === 1) {
      if (!/^\s?(and|or)\s?$/.test(part)) return undefined;
      parts.push(part.trim());
      continue;
    }
    const [, left, operator, right] = laxComparison.exec(part) ?? [];
    if (left === undefined || (operator !== undefined && !operators.has(operator))) return undefined;
    parts.push(
      operator === undefined
        ? expression(left)
        : `${expression(left)} ${operator === "<>" ? "!=" : operator} ${expression(right ?? "nil")}`,
    );
  }
  return parts.length % 2 === 1 ? parts.join(" ") : undefined;
}

type Token = [kind: string, text: string];

const token =
  /\s*(?:(?<comparison>==|!=|<>|<=?|>=?|contains(?=\s))|(?<string>'[^']*'|"[^"]*")|(?<number>-?\d+(?:\.\d+)?)|(?<id>[a-zA-Z_][\w-]*\??)|(?<dots>\.\.)|(?<special>[|.:,[\]()?-]))/y;

/** Divides markup into tokens; undefined for a character that no token starts with. */
function tokensOf(markup: string): Token[] | undefined {
  const tokens: Token[] = [];
  const text = markup.trimEnd();
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const groups = token.exec(text)?.groups;
    const found = groups && Object.entries(groups).find(([, value]) => value !== undefined);
    if (!found) {
      token.lastIndex = 0;
      return undefined;
    }
    const [kind, value = ""] = found;
    tokens.push([kind === "special" || kind === "dots" ? value : kind, value]);
  }
  return tokens;
}

/** Reads tokens as Ruby's strict parser does. */
class StrictParser {
  #at = 0;
  #depth = 0;

  constructor(readonly tokens: readonly Token[]) {}

  get isAtEnd(): boolean {
    return this.#at === this.tokens.length;
  }

  /** Reads a token of a kind, and returns its text. */
  take(kind: string): string | undefined {
    const next = this.tokens[this.#at];
    if (next?.[0] !== kind) return undefined;
    this.#at += 1;
    return next[1];
  }

  /** Reads an expression, which is nested at most 100 deep. */
  expression(): boolean {
    this.#depth += 1;
    const isRead = this.#depth <= 100 && this.#expression();
    this.#depth -= 1;
    return isRead;
  }

  #expression(): boolean {
    if (this.take("string") !== undefined || this.take("number") !== undefined) return true;
    if (this.take("(") !== undefined)
      return (
        this.expression() &&
        this.take("..") !== undefined &&
        this.expression() &&
        this.take(")") !== undefined
      );
    if (this.take("[") !== undefined) {
      if (!this.expression() || this.take("]") === undefined) return false;
    } else if (this.take("id") === undefined) return false;
    return this.#lookups();
  }

  #lookups(): boolean {
    for (;;) {
      if (this.take("[") !== undefined) {
        if (!this.expression() || this.take("]") === undefined) return false;
      } else if (this.take(".") !== undefined) {
        if (this.take("id") === undefined) return false;
      } else return true;
    }
  }

  /** Reads a value with or without a name: `width: 2`. */
  argument(): boolean {
    if (this.tokens[this.#at]?.[0] === "id" && this.tokens[this.#at + 1]?.[0] === ":") this.#at += 2;
    return this.expression();
  }

  comparison(): boolean {
    return this.expression() && (this.take("comparison") === undefined || this.expression());
  }
}

/** Returns the filters of an output that is correct; undefined for another. */
function strictFilters(markup: string): string[] | undefined {
  const tokens = tokensOf(markup);
  if (!tokens) return undefined;
  const parser = new StrictParser(tokens);
  const filters: string[] = [];
  if (parser.isAtEnd) return filters;
  if (!parser.expression()) return undefined;
  while (parser.take("|") !== undefined) {
    const name = parser.take("id");
    if (name === undefined) return undefined;
    filters.push(name);
    if (parser.take(":") === undefined) continue;
    do {
      if (!parser.argument()) return undefined;
    } while (parser.take(",") !== undefined);
  }
  return parser.isAtEnd ? filters : undefined;
}

function isStrictCondition(markup: string): boolean {
  const tokens = tokensOf(markup);
  if (!tokens) return false;
  // `and` and `or` are identifiers for the parser.
  const parser = new StrictParser(
    tokens.map(([kind, text]) => (kind === "id" && /^(and|or)$/.test(text) ? [text, text] : [kind, text])),
  );
  do {
    if (!parser.comparison()) return false;
  } while (parser.take("and") !== undefined || parser.take("or") !== undefined);
  return parser.isAtEnd;
}
