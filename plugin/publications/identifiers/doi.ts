import { withoutEscapes, withoutTrailingPunctuation } from "./text.js";

/** The hosts that resolve DOIs, those that no longer do included. */
const resolver =
  /^(?:https?:\/\/)?(?:(?:www\.|dx\.|beta\.)?doi\.org|doi\.acm\.org|doi\.ieeecomputersociety\.org|doi\.wiley\.com)\//i;

/** What publishers append to a DOI in their URLs. */
const views =
  /(?:(?:\/(?:abstract|abs|full|fulltext|full-text|pdf|pdfdirect|epdf|epub|html|meta|summary|references|citedby|issuetoc|download|view))+|(?:v\d+)?(?:\.(?:full|short|abstract|long))?(?:\.full)?(?:\.pdf|\.html?|\+html)|v\d+\.(?:full|short|abstract))$/i;

const start = /(?<![\d.])10\.\d{4,9}(?:\.\d{1,9}){0,4}(?:\/|%2F)/gi;

/** In a field that is for DOIs, the prefix may be shorter, as in tests and old handles. */
const anyStart = /(?<![\d.])10\.\d{1,9}(?:\.\d{1,9}){0,4}(?:\/|%2F)/gi;

const shortDoi = /^(?:(?:https?:\/\/(?:dx\.)?doi\.org\/|doi\.org\/|doi:?\s?))?(10\/[a-z0-9]{3,10})$/i;

/**
 * Returns the DOIs in a text, in their order, without what surrounds them: `doi:`, the URL of a resolver or publisher,
 * brackets, punctuation.
 *
 * @param options.isField - Whether the text is a field for DOIs, in which a line break may split one, a short DOI
 * (`10/abc`) counts, and the registrant's number may have less than four digits.
 * @see https://www.doi.org/doi-handbook/HTML/doi-name-syntax.html
 */
export function doisIn(value: string, { isField = false }: { isField?: boolean } = {}): string[] {
  const clean = withoutEscapes(value).replace(/[{}]/g, "");
  const text = isField
    ? clean.replace(/(10)\.\s(?=\d)/g, "$1.").replace(/(?<=10\.\d{1,9})\/\s(?=\S)/g, "/")
    : clean;
  const short = isField ? shortDoi.exec(text.trim())?.[1] : undefined;
  if (short !== undefined) return [short.toLowerCase()];
  const starts = [...text.matchAll(isField ? anyStart : start)].filter(({ index }) => isStart(text, index));
  const dois: string[] = [];
  for (const [position, match] of starts.entries()) {
    const next = starts[position + 1]?.index ?? text.length;
    const rest = text.slice(match.index, Math.min(next, match.index + 500));
    const isUrl = isInUrl(text, match.index);
    const doi = oneDoi(rest, isUrl && !isAfterResolver(text, match.index), isUrl);
    if (doi !== undefined && !dois.some((each) => each.toLowerCase() === doi.toLowerCase())) dois.push(doi);
  }
  return dois;
}

/** Returns whether `10.…/` starts a DOI: not inside another, as `10.1000/10.2000/x`, unless a separator is before it. */
function isStart(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 60), index);
  const word = /[^\s,;]*$/.exec(before)?.[0] ?? "";
  return !/(?<![\d.])10\.\d{1,9}(?:\.\d+)?\/$/.test(word);
}

const wordBefore = (text: string, index: number): string =>
  /[^\s<>"']*$/.exec(text.slice(Math.max(0, index - 300), index))?.[0] ?? "";

const isInUrl = (text: string, index: number): boolean =>
  /(?:https?:\/\/|^www\.|[a-z]\.[a-z]{2,}\/)/i.test(wordBefore(text, index));

const isAfterResolver = (text: string, index: number): boolean =>
  resolver.test(/(?:https?:\/\/)?[a-z.]{7,30}\/$/i.exec(wordBefore(text, index))?.[0] ?? "");

/** Returns the DOI at the start of a text; undefined if nothing follows its slash. */
function oneDoi(text: string, isPublisher: boolean, isUrl: boolean): string | undefined {
  let doi = /^[^\s"“”‘’]*/.exec(text)?.[0] ?? "";
  // The next DOI or URL may follow a separator without a space.
  doi = doi.replace(/[,;|]?(?:https?:\/\/|doi:|(?:dx\.)?doi\.org\/)[\s\S]*$/i, "").replace(/[,;|]+$/, "");
  if (isPublisher) doi = doi.replace(/[?#&].*$/, "");
  else if (isUrl) doi = doi.replace(/[?#](?:[a-z_]+=|$).*$/, "");
  doi = doi.replace(/<\/.*$/, "");
  if (isUrl || /^10\.[\d.]+%2F/i.test(doi)) doi = decoded(doi);
  // What is removed may be after other punctuation; each turn shortens the text.
  for (let before = ""; before !== doi; ) {
    before = doi;
    doi = withoutTrailingPunctuation(doi.replace(/[\s\\`{}^|]/g, "").replace(/\/+$/, ""));
    if (isPublisher) doi = doi.replace(views, "");
  }
  return /^10\.[\d.]+\/./.test(doi) ? doi : undefined;
}

/** Decodes percent escapes once; text with others than those of printable characters stays as it is. */
function decoded(text: string): string {
  try {
    const plain = decodeURIComponent(text);
    return /[\s\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u.test(plain) ? text : plain;
  } catch {
    return text;
  }
}

/** Returns the URL of a DOI at the resolver. */
export const doiUrl = (doi: string): string =>
  `https://doi.org/${encodeURI(doi.replace(/\p{Cs}/gu, "")).replace(/[?#]/g, encodeURIComponent)}`;

/** Returns whether a URL is at a resolver of DOIs. */
export const isDoiUrl = (url: string): boolean => resolver.test(url);
