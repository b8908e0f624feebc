import type { Publication } from "../publication.js";
import type { Engine, EngineCite } from "./citeproc.js";
import { type ReferenceWords, referenceHtml } from "./references.js";

/** A work in a citation of a text. */
export interface CitedWork {
  work: Publication;
  prefix?: string | undefined;
  suffix?: string | undefined;
  locator?: string | undefined;
  /** What the locator counts, as CSL names it. */
  label?: string | undefined;
  isAuthorSuppressed?: boolean | undefined;
}

/** A part of a formatted citation: safe HTML, and the work that it stands for. */
export interface CitationPart {
  html: string;
  work?: Publication | undefined;
}

/** What citeproc writes for a citation that is empty in a style. */
const empty = "[NO_PRINTED_FORM]";

/** Returns a citation as HTML; empty if the style has no form for it. */
export function clusterHtml(engine: Engine, cites: readonly EngineCite[], words: ReferenceWords): string {
  const html = engine.makeCitationCluster(cites);
  return html === empty ? "" : referenceHtml(html, words);
}

/** Returns a citation in parts, those with what stands for a single work apart, so that it can be linked. */
export function linked(
  engine: Engine,
  cites: readonly EngineCite[],
  works: readonly CitedWork[],
  words: ReferenceWords,
): CitationPart[] {
  const format = (some: readonly EngineCite[]): string => clusterHtml(engine, some, words);
  const whole = format(cites);
  const [only] = works;
  if (works.length === 1 && only) return [{ html: whole, work: only.work }];
  let parts: CitationPart[] = [{ html: whole }];
  for (const [index, cite] of cites.entries()) {
    const { work } = works[index] ?? {};
    const alone = bare(format([{ ...cite, prefix: undefined, suffix: undefined }]));
    // Of works by the same author, only the first has the author's name; the others have their years or titles.
    const short = bare(format([{ ...cite, prefix: undefined, suffix: undefined, "suppress-author": true }]));
    // A note ends with a full stop, which other works follow.
    parts = cutOut(parts, [alone, alone.replace(/\.$/, ""), short], work);
  }
  return parts;
}

/** Returns a citation of one work without the marks around it. */
const bare = (html: string): string =>
  html
    .replace(/^<sup>(.*)<\/sup>$/s, "$1")
    .replace(/^[([]/, "")
    .replace(/[)\]]$/, "");

/** Cuts the first of several texts that is found out of the parts that stand for no work yet. */
function cutOut(
  parts: readonly CitationPart[],
  texts: readonly string[],
  work: Publication | undefined,
): CitationPart[] {
  for (const text of texts) {
    if (text === "") continue;
    for (const [index, part] of parts.entries()) {
      if (part.work) continue;
      const start = indexOfWhole(part.html, text);
      if (start < 0) continue;
      const cut = [
        { html: part.html.slice(0, start) },
        { html: text, work },
        { html: part.html.slice(start + text.length) },
      ].filter(({ html }) => html !== "");
      return [...parts.slice(0, index), ...cut, ...parts.slice(index + 1)];
    }
  }
  return [...parts];
}

/** Finds a text that is no part of a longer word or number, and not within a tag. */
function indexOfWhole(html: string, text: string): number {
  for (let at = html.indexOf(text); at >= 0; at = html.indexOf(text, at + 1)) {
    const isWord = /[\p{L}\p{N}]/u;
    const [before, after] = [html[at - 1] ?? "", html[at + text.length] ?? ""];
    const isInTag = html.lastIndexOf("<", at) > html.lastIndexOf(">", at);
    const starts = !isWord.test(before) || !isWord.test(text[0] ?? "");
    const ends = !isWord.test(after) || !isWord.test(text.at(-1) ?? "");
    if (starts && ends && !isInTag) return at;
  }
  return -1;
}
