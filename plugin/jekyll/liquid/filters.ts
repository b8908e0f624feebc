import type { EleventyConfig } from "../../eleventy/api.js";
import { addLiquidFilters } from "../../eleventy/liquid.js";
import type { LiquidFilter, LiquidSteps } from "../../eleventy/liquid-types.js";
import type { JekyllContext } from "./context.js";
import { listFilters } from "./list-filters.js";
import { markdownRenderer } from "./markdown.js";
import { numberFilters } from "./number-filters.js";
import { momentIn, parseMoment, strftime } from "./strftime.js";
import { absoluteUrl, encodeUri, relativeUrl } from "./urls.js";
import { inspect, plain, toJson, toText } from "./values.js";

/**
 * Adds the filters of Jekyll and of Ruby's Liquid that liquidjs lacks or implements differently. Keeps the author's own filters
 * of the same name.
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

/** Creates a filter for URLs, which returns nil for nil. */
const urlFilter =
  (filter: (value: unknown) => string): LiquidFilter =>
  (value) =>
    plain(value) === undefined ? undefined : filter(value);

function urlFilters(jekyll: JekyllContext): Record<string, LiquidFilter> {
  const cgiEscape = (value: unknown): string =>
    encodeURIComponent(toText(value, jekyll.timeZone))
      .replaceAll("%20", "+")
      .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return {
    relative_url: urlFilter((value) => relativeUrl(value, jekyll)),
    absolute_url: urlFilter((value) => absoluteUrl(value, jekyll)),
    strip_index: urlFilter((value) => String(value).replace(/\/index\.html?$/, "/")),
    uri_escape: urlFilter((value) =>
      encodeUri(toText(value, jekyll.timeZone)).replaceAll("%5B", "[").replaceAll("%5D", "]"),
    ),
    cgi_escape: urlFilter(cgiEscape),
    url_encode: urlFilter(cgiEscape),
    base64_url_safe_encode: (value) =>
      Buffer.from(toText(value, jekyll.timeZone))
        .toString("base64")
        .replaceAll("+", "-")
        .replaceAll("/", "_"),
    base64_url_safe_decode: (value) => Buffer.from(String(plain(value) ?? ""), "base64url").toString(),
  };
}

/** Returns a day of the month with its suffix: `1st`. */
const ordinal = (day: number): string => {
  const suffix = ["th", "st", "nd", "rd"][day % 10] ?? "th";
  return `${day}${day >= 11 && day <= 13 ? "th" : suffix}`;
};

function dateFilters({ timeZone }: JekyllContext): Record<string, LiquidFilter> {
  /** Creates a filter of Jekyll, which converts dates to the site's time zone; Liquid's `date` keeps the offset. */
  const localDate =
    (format: (day: number, ...values: unknown[]) => string): LiquidFilter =>
    (value, ...values) => {
      const moment = parseMoment(plain(value), timeZone);
      if (!moment) return value;
      const localMoment = momentIn(moment.time, timeZone);
      return strftime(localMoment, format(Number(strftime(localMoment, "%-d")), ...values));
    };
  const dateWithMonth = (month: string): LiquidFilter =>
    localDate((day, type, style) => {
      if (type !== "ordinal") return `%d ${month} %Y`;
      return style === "US" ? `${month} ${ordinal(day)}, %Y` : `${ordinal(day)} ${month} %Y`;
    });
  return {
    date: (value, format) => {
      const pattern = toText(format, timeZone);
      const moment = pattern === "" ? undefined : parseMoment(plain(value), timeZone);
      return moment ? strftime(moment, pattern) : value;
    },
    date_to_string: dateWithMonth("%b"),
    date_to_long_string: dateWithMonth("%B"),
    date_to_xmlschema: localDate(() => "%Y-%m-%dT%H:%M:%S%:z"),
    date_to_rfc822: localDate(() => "%a, %d %b %Y %H:%M:%S %z"),
  };
}

/** ASCII spellings of letters that Unicode does not decompose, from Ruby's I18n. */
const transliterations: Readonly<Record<string, string>> = {
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

/** Transliterates a text to ASCII. */
const toLatin = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\0-\x7f]/gu, (letter) => transliterations[letter] ?? "?");

const slugSeparators: Readonly<Record<string, RegExp>> = {
  raw: /\s+/g,
  default: /[^\p{M}\p{L}\p{Nd}]+/gu,
  pretty: /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu,
  ascii: /[^A-Za-z0-9]+/g,
  latin: /[^\p{M}\p{L}\p{Nd}]+/gu,
};

/**
 * Converts a text to a slug, as Jekyll's filter `slugify` does.
 *
 * @param mode - `raw`, `default`, `pretty`, `ascii` or `latin`; any other, such as `none`, only converts to lower case.
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
  text.replace(pattern, (character) => entities[character] ?? character);

const cjk = "\\p{Script=Han}\\p{Script=Katakana}\\p{Script=Hiragana}\\p{Script=Hangul}";
const cjkCharacter = new RegExp(`[${cjk}]`, "gu");
const otherWord = new RegExp(`[^${cjk}\\s]+`, "gu");

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Counts words; in the modes `cjk` and `auto` each CJK character is a word. */
function numberOfWords(text: string, mode: unknown): number {
  const characters = mode === "cjk" || mode === "auto" ? count(text, cjkCharacter) : 0;
  return characters > 0 || mode === "cjk" ? characters + count(text, otherWord) : count(text, /\S+/g);
}

function truncateWords(text: string, limit: unknown, ellipsis: string): string {
  const words = text.trim().split(/\s+/);
  const length = Math.max(1, Number(limit));
  return words.length > length ? words.slice(0, length).join(" ") + ellipsis : text;
}

/** Splits a text as Ruby does: a single space as separator matches any white space, and trailing empty parts are dropped. */
function split(text: string, separator: string): string[] {
  const parts = separator === " " ? (text.match(/\S+/g) ?? []) : text.split(separator);
  return parts.slice(0, parts.findLastIndex((part) => part !== "") + 1);
}

/** Replaces quotes, dashes and dots by typographic ones in the text between tags, as kramdown's SmartyPants does. */
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
    truncatewords: (value, length = 15, ellipsis = "...") =>
      truncateWords(text(value), length, text(ellipsis)),
    split: (value, separator) => split(text(value), text(separator)),
    smartify: (value) => smartify(text(value)),
  };
}

function converterFilters(
  eleventyConfig: EleventyConfig,
  { timeZone, compileSass }: JekyllContext,
): Record<string, LiquidFilter> {
  const markdown = markdownRenderer(eleventyConfig);
  return {
    *markdownify(value): LiquidSteps {
      return yield markdown(toText(value, timeZone));
    },
    scssify: (value) => compileSass(toText(value, timeZone), "scss"),
    sassify: (value) => compileSass(toText(value, timeZone), "indented"),
  };
}
