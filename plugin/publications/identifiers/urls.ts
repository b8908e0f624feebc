import { hasKnownExtension } from "../../utils/file-kinds.js";
import { startsWithHost } from "./hosts.js";
import { normalUrl } from "./normal-url.js";
import { piecesOf } from "./text.js";

/** A URL, and the text that the field has for its link. */
export interface FoundUrl {
  url: string;
  label?: string;
}

/** What a field for URLs contains. Problems and hints complete `field "url" of …`. */
export interface UrlReading {
  urls: FoundUrl[];
  /** A file or page of the site, if the field is one: `paper.pdf`, `/assets/paper.pdf`. */
  local?: string;
  problems: string[];
  hints: string[];
}

const separators = new Set(["and", "und", "et", "y", "e", "or", "&", ",", ";", "|", "-", "–", "—", "•"]);

/** Reads a field that is for URLs: one, or several with spaces, commas, semicolons or "and" between them. */
export function readUrls(value: string): UrlReading {
  const reading: UrlReading = { urls: [], problems: [], hints: [] };
  const pieces = piecesOf(value);
  if (pieces.every(({ isUrl }) => !isUrl)) {
    const text = pieces
      .map((piece) => piece.text)
      .join("")
      .trim();
    const local = localName(text);
    if (local !== undefined) return { ...reading, local };
  }
  const hasMarkup = pieces.some(({ isUrl }) => isUrl);
  for (const { text, isUrl, label } of pieces) {
    if (isUrl) add(reading, unwrapped(text), label);
    else {
      const { candidates, prose } = candidatesIn(text);
      for (const candidate of candidates) add(reading, candidate);
      if (candidates.length > 0 && prose !== "")
        reading.hints.push(
          `has text in addition to its URL, which is left out: ${JSON.stringify(prose.slice(0, 80))}.`,
        );
      else if (candidates.length === 0 && !hasMarkup) add(reading, text.trim());
    }
  }
  return reading;
}

/** Returns the URLs in a text that is not for URLs, such as a note: with a scheme, `www.` or markup. */
export function urlsIn(value: string): FoundUrl[] {
  const reading: UrlReading = { urls: [], problems: [], hints: [] };
  for (const { text, isUrl, label } of piecesOf(value)) {
    if (isUrl) add(reading, unwrapped(text), label);
    else {
      for (const word of text.split(/\s+/).flatMap(split)) {
        const start = word.search(/https?:\/\/|www\.[a-z\d]/i);
        if (start >= 0 && !/[a-z\d]/i.test(word[start - 1] ?? "")) add(reading, word.slice(start));
      }
    }
  }
  return reading.urls;
}

function add(reading: UrlReading, text: string, label?: string): void {
  const { url, problem, hint } = normalUrl(text);
  if (problem !== undefined) reading.problems.push(problem);
  if (hint !== undefined) reading.hints.push(hint);
  if (url !== undefined && !reading.urls.some((each) => each.url === url))
    reading.urls.push({ url, ...(label !== undefined && { label }) });
}

/** Returns the name of a file or page of the site; undefined if a text is no such name. */
function localName(text: string): string | undefined {
  if (/:\/\/|https?:|www\./i.test(text)) return undefined;
  if (/^\/[^/\\]/.test(text)) return text;
  const isName = !/[:"<>|\\?*]|^\/\/|^10\.\d{4,9}\//.test(text) && !startsWithHost(text);
  const hasExtension = hasKnownExtension(text) || /^[^\s@]+\.[a-z]\w{1,9}$/i.test(text);
  const isHidden = /(?:^|\/)\.[\w.-]+$/.test(text);
  return isName && (hasExtension || isHidden) ? text : undefined;
}

/** Removes white space from a URL in markup, where line breaks are not part of it. */
const unwrapped = (text: string): string => text.trim().replace(/\s*[\r\n]\s*/g, "");

const startPattern =
  /^[<([{"'“‘«`]*(?:[htps]{3,8}(?::|;?[/\\]{2})|s?ftps?:\/|www\d?\.[^\s.]|(?:doi|arxiv|hdl|urn|swh|mailto|tel|javascript|data|file|vbscript):[^\s]|\/\/[^/])/i;

const startsUrl = (word: string): boolean =>
  startPattern.test(word) ||
  /^[<([{"']*10\.\d{4,9}\//.test(word) ||
  startsWithHost(word.replace(/^[<([{"']+/, "").replace(/[>)\]}"'.,;]+$/, ""));

/** Splits a word where the next URL follows without a space. */
const split = (word: string): string[] => word.split(/[,;|](?=<?(?:https?:\/\/|www\.|ftp:\/\/))/i);

/** Returns the texts that are URLs, those broken by white space joined again, and the words in addition to them. */
function candidatesIn(text: string): { candidates: string[]; prose: string } {
  const candidates: string[] = [];
  const prose: string[] = [];
  let run: string[] = [];
  const endRun = (): void => {
    const last = candidates.pop();
    if (last !== undefined) {
      const { url, rest } = continued(last, run);
      candidates.push(url);
      prose.push(...rest);
    } else prose.push(...run);
    run = [];
  };
  for (const word of text.split(/\s+/).flatMap(split)) {
    const isRest =
      candidates.length > 0 && /^https?:[/\\]*$/i.test(candidates.at(-1) ?? "") && run.length === 0;
    if (word === "") continue;
    if (!isRest && startsUrl(word)) {
      endRun();
      candidates.push(word);
    } else run.push(word);
  }
  endRun();
  return {
    candidates,
    prose: prose
      .filter((word) => !separators.has(word.toLowerCase()) && !/^(?:url|doi)[:=]?$/i.test(word))
      .join(" "),
  };
}

/**
 * Joins a URL with the words after it that belong to it: to a file name with spaces, or to a URL that was broken over lines.
 */
function continued(start: string, words: string[]): { url: string; rest: string[] } {
  const lastFile = hasKnownExtension(start) ? -1 : words.findLastIndex((word) => hasKnownExtension(word));
  if (lastFile >= 0 && !words.slice(0, lastFile + 1).some(isProse)) {
    return { url: [start, ...words.slice(0, lastFile + 1)].reduce(joined), rest: words.slice(lastFile + 1) };
  }
  const end = words.findIndex(
    (word, index) => !belongs(index === 0 ? start : (words[index - 1] ?? ""), word),
  );
  const count = end < 0 ? words.length : end;
  return { url: start + words.slice(0, count).join(""), rest: words.slice(count) };
}

const isProse = (word: string): boolean => separators.has(word.toLowerCase()) || /^[([]|[:)\]]$/.test(word);

const joined = (url: string, word: string): string =>
  isBroken(url, word) ? `${url}${word}` : `${url}%20${word}`;

const isBroken = (before: string, word: string): boolean =>
  /[-_=&?%#~+/]$/.test(before) || /^[/?&=#_%~].|^[-.]\w/.test(word);

/** Returns whether a word continues a URL that was broken by white space. */
function belongs(before: string, word: string): boolean {
  if (isProse(word)) return false;
  if (/^https?:[/\\]*$/i.test(before)) return true;
  if (before.endsWith("/")) return /[/=%_?&]|\d{4}|\w\.\w/.test(word);
  return /[-_=&?%#~+]$/.test(before) || /^[/?&=#_%~]./.test(word);
}
