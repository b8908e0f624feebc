import path from "node:path";
import { compileString } from "sass";
import type { EleventyConfig } from "../../eleventy/api.js";
import { addLiquidFilters } from "../../eleventy/liquid.js";
import type { LiquidFilter, LiquidSteps } from "../../eleventy/liquid-types.js";
import type { JekyllContext } from "./context.js";
import { listFilters } from "./list-filters.js";
import { markdownRenderer } from "./markdown.js";
import { momentIn, parseMoment, strftime } from "./strftime.js";
import { absoluteUrl, encodeUri, relativeUrl } from "./urls.js";
import { inspect, plain, toJson, toText } from "./values.js";

/**
 * Adds the filters of Jekyll and of Liquid in Ruby that liquidjs lacks or has otherwise. The author's own of the same
 * name stay.
 */
export function addJekyllFilters(eleventyConfig: EleventyConfig, jekyll: JekyllContext): void {
  const filters: Record<string, LiquidFilter> = {
    ...urlFilters(jekyll),
    ...dateFilters(jekyll),
    ...textFilters(jekyll),
    ...listFilters(jekyll.timeZone),
    ...numberFilters,
    ...converterFilters(eleventyConfig, jekyll),
  };
  addLiquidFilters(eleventyConfig, filters);
}

/** A filter of addresses, which leaves nil alone. */
const ofUrl =
  (filter: (value: unknown) => string): LiquidFilter =>
  (value) =>
    plain(value) === undefined ? undefined : filter(value);

function urlFilters(jekyll: JekyllContext): Record<string, LiquidFilter> {
  const cgiEscape = (value: unknown): string =>
    encodeURIComponent(toText(value, jekyll.timeZone))
      .replaceAll("%20", "+")
      .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return {
    relative_url: ofUrl((value) => relativeUrl(value, jekyll)),
    absolute_url: ofUrl((value) => absoluteUrl(value, jekyll)),
    strip_index: ofUrl((value) => String(value).replace(/\/index\.html?$/, "/")),
    uri_escape: ofUrl((value) =>
      encodeUri(toText(value, jekyll.timeZone)).replaceAll("%5B", "[").replaceAll("%5D", "]"),
    ),
    cgi_escape: ofUrl(cgiEscape),
    url_encode: ofUrl(cgiEscape),
    base64_url_safe_encode: (value) =>
      Buffer.from(toText(value, jekyll.timeZone))
        .toString("base64")
        .replaceAll("+", "-")
        .replaceAll("/", "_"),
    base64_url_safe_decode: (value) => Buffer.from(String(plain(value) ?? ""), "base64url").toString(),
  };
}

const ordinal = (day: number): string => {
  const ending = ["th", "st", "nd", "rd"][day % 10] ?? "th";
  return `${day}${day >= 11 && day <= 13 ? "th" : ending}`;
};

function dateFilters({ timeZone }: JekyllContext): Record<string, LiquidFilter> {
  /** The filters that Jekyll adds show every date in the site's zone; Liquid's own keeps the offset of a text. */
  const local =
    (format: (day: number, ...values: unknown[]) => string): LiquidFilter =>
    (value, ...values) => {
      const moment = parseMoment(plain(value), timeZone);
      if (!moment) return value;
      const here = momentIn(moment.time, timeZone);
      return strftime(here, format(Number(strftime(here, "%-d")), ...values));
    };
  const words = (month: string): LiquidFilter =>
    local((day, type, style) => {
      if (type !== "ordinal") return `%d ${month} %Y`;
      return style === "US" ? `${month} ${ordinal(day)}, %Y` : `${ordinal(day)} ${month} %Y`;
    });
  return {
    date: (value, format) => {
      const pattern = toText(format, timeZone);
      const moment = pattern === "" ? undefined : parseMoment(plain(value), timeZone);
      return moment ? strftime(moment, pattern) : value;
    },
    date_to_string: words("%b"),
    date_to_long_string: words("%B"),
    date_to_xmlschema: local(() => "%Y-%m-%dT%H:%M:%S%:z"),
    date_to_rfc822: local(() => "%a, %d %b %Y %H:%M:%S %z"),
  };
}

/** Letters that have no accent to drop, as Ruby's I18n spells them in ASCII. */
const spelledOut: Readonly<Record<string, string>> = {
  æ: "ae",
  Æ: "AE",
  œ: "oe",
  Œ: "OE",
  ø: "o",
  Ø: "O",
  ß: "ss",
  ẞ: "SS",
  đ: "d",
  Đ: "D",
  ð: "d",
  Ð: "D",
  þ: "th",
  Þ: "Th",
  ł: "l",
  Ł: "L",
  ı: "i",
};

const toLatin = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\0-\x7f]/gu, (letter) => spelledOut[letter] ?? "?");

const slugSeparators: Readonly<Record<string, RegExp>> = {
  raw: /\s+/g,
  default: /[^\p{M}\p{L}\p{Nd}]+/gu,
  pretty: /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu,
  ascii: /[^A-Za-z0-9]+/g,
  latin: /[^\p{M}\p{L}\p{Nd}]+/gu,
};

/**
 * A text as a part of an address, as Jekyll's `slugify` makes it.
 *
 * @param mode - `raw`, `default`, `pretty`, `ascii` or `latin`; any other, such as `none`, only makes letters small.
 */
export function jekyllSlug(text: string, mode = "default"): string {
  const separator = slugSeparators[mode];
  if (!separator) return text.toLowerCase();
  const source = mode === "latin" ? toLatin(text) : text;
  return source.replace(separator, "-").replace(/^-|-$/gm, "").toLowerCase();
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapeBy = (pattern: RegExp, text: string): string =>
  text.replace(pattern, (sign) => entities[sign] ?? sign);

const cjk = "\\p{Script=Han}\\p{Script=Katakana}\\p{Script=Hiragana}\\p{Script=Hangul}";
const cjkSign = new RegExp(`[${cjk}]`, "gu");
const otherWord = new RegExp(`[^${cjk}\\s]+`, "gu");

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

function numberOfWords(text: string, mode: unknown): number {
  const signs = mode === "cjk" || mode === "auto" ? count(text, cjkSign) : 0;
  return signs > 0 || mode === "cjk" ? signs + count(text, otherWord) : count(text, /\S+/g);
}

function truncateWords(text: string, wanted: unknown, ending: string): string {
  const words = text.trim().split(/\s+/);
  const length = Math.max(1, Number(wanted));
  return words.length > length ? words.slice(0, length).join(" ") + ending : text;
}

/** Ruby splits at a single blank as at any run of blanks. */
function split(text: string, separator: string): string[] {
  const parts = separator === " " ? (text.match(/\S+/g) ?? []) : text.split(separator);
  return parts.slice(0, parts.findLastIndex((part) => part !== "") + 1);
}

/** Puts typographic quotes, dashes and dots into the text between tags, as kramdown's SmartyPants does. */
export function smartify(html: string): string {
  return html
    .replace(/<<\s?/g, "«")
    .replace(/\s?>>/g, "»")
    .split(/(<\/?[a-z!][^<>]*>)/i)
    .map((part, at) => (at % 2 === 1 ? part : smartText(part)))
    .join("");
}

function smartText(text: string): string {
  return text
    .replaceAll("---", "—")
    .replaceAll("--", "–")
    .replaceAll("...", "…")
    .replace(/&(?!#?\w+;)/g, "&amp;")
    .replace(/'(?=\d\d(?:s|\b(?!')))/g, "’")
    .replace(/(^|[\s([{"“—–-])'(?=\S)/g, "$1‘")
    .replaceAll("'", "’")
    .replace(/(^|[\s([{‘—–-])"(?=\S)/g, "$1“")
    .replaceAll('"', "”");
}

function textFilters({ timeZone }: JekyllContext): Record<string, LiquidFilter> {
  const text = (value: unknown): string => toText(value, timeZone);
  const escapeHtml: LiquidFilter = (value) =>
    plain(value) === undefined ? undefined : escapeBy(/[&<>"']/g, text(value));
  const xmlEscape = (value: string): string => escapeBy(/[&<>"']/g, value).replaceAll("&#39;", "&apos;");
  return {
    escape: escapeHtml,
    h: escapeHtml,
    escape_once: (value) => escapeBy(/[<>"']|&(?!(?:[a-zA-Z]+|#\d+);)/g, text(value)),
    xml_escape: (value) => xmlEscape(text(value)),
    inspect: (value) => xmlEscape(inspect(value, timeZone)),
    jsonify: (value) => toJson(value, timeZone),
    slugify: (value, mode) =>
      plain(value) === undefined ? undefined : jekyllSlug(text(value), text(mode) || "default"),
    normalize_whitespace: (value) => text(value).replace(/\s+/g, " ").trim(),
    number_of_words: (value, mode) => numberOfWords(text(value), mode),
    truncatewords: (value, length = 15, ending = "...") => truncateWords(text(value), length, text(ending)),
    split: (value, separator) => split(text(value), text(separator)),
    smartify: (value) => smartify(text(value)),
  };
}

/** Leading whole number of a text, as Ruby's `to_i` reads it. */
function toInteger(value: unknown): number {
  const bare = plain(value);
  if (typeof bare === "boolean") return Number(bare);
  if (typeof bare === "number") return Math.trunc(bare);
  const digits = /^\s*[+-]?\d+/.exec(String(bare ?? ""));
  return digits ? Number(digits[0]) : 0;
}

const numberFilters: Record<string, LiquidFilter> = {
  to_integer: toInteger,
  divided_by(value, by) {
    const [dividend, divisor] = [Number(plain(value) ?? 0) || 0, Number(plain(by) ?? 0)];
    // 2.0 and 2 are one number here, but in Ruby they decide whether the result is a whole one.
    const written = this.token.args[0]?.getText?.() ?? String(plain(by));
    const whole = Number.isInteger(dividend) && Number.isInteger(divisor) && !/\d\.\d/.test(written);
    return whole ? Math.floor(dividend / divisor) : dividend / divisor;
  },
};

function converterFilters(
  eleventyConfig: EleventyConfig,
  { timeZone }: JekyllContext,
): Record<string, LiquidFilter> {
  const markdown = markdownRenderer(eleventyConfig);
  const compile =
    (syntax: "scss" | "indented"): LiquidFilter =>
    (value) => {
      const loadPaths = [path.join(eleventyConfig.directories.input, "_sass")];
      const { css } = compileString(toText(value, timeZone), {
        syntax,
        loadPaths,
        silenceDeprecations: ["import"],
      });
      return css === "" ? "" : `${css}\n`;
    };
  return {
    *markdownify(value): LiquidSteps {
      return yield markdown(toText(value, timeZone));
    },
    scssify: compile("scss"),
    sassify: compile("indented"),
  };
}
