import type { Report } from "../utils/report.js";
import { anchor, uniqueIds } from "../utils/slug.js";
import type { PublicationFacts } from "./publication.js";

/** An entry of any file. */
interface Entry {
  facts: PublicationFacts & { id: string };
  /** Returns file and line, for messages. */
  place(): string;
}

/**
 * Returns entries with different ids: of two that have the same, the second is kept as `KEY-2`, with a hint. Keys from
 * Crossref and others (`Roe_2020`) are often not unique. An entry that equals an earlier one is left out, with a hint. Also
 * hints at keys that differ only in what a URL leaves out, such as case.
 */
export function withUniqueIds<E extends Entry>(entries: readonly E[], report: Report): E[] {
  const taken = new Set(entries.map(({ facts }) => facts.id));
  const byId = new Map<string, E[]>();
  const byUrl = new Map<string, E>();
  const urls = uniqueIds();
  return entries.flatMap((entry) => {
    const { id } = entry.facts;
    const sameId = byId.get(id) ?? [];
    const url = anchor(id);
    const sameUrl = byUrl.get(url);
    const equal = sameId.find((other) => fingerprint(other) === fingerprint(entry));
    if (equal) {
      report.hints.push(
        `publication "${id}" in ${entry.place()} is the same as the one in ${equal.place()}; it is left out.`,
      );
      return [];
    }
    byId.set(id, [...sameId, entry]);
    if (sameUrl === undefined) byUrl.set(url, entry);
    const first = sameId[0];
    if (!first) {
      const ownUrl = urls(url);
      if (sameUrl) {
        report.hints.push(
          `publication "${id}" in ${entry.place()} has the same URL as "${sameUrl.facts.id}" in ${sameUrl.place()}; the URL of its page ends in "${ownUrl}" instead.`,
        );
      }
      return [entry];
    }
    const ownId = freeId(id, sameId.length + 1, taken);
    urls(anchor(ownId));
    report.hints.push(
      `publication "${id}" in ${entry.place()} has the same key as the one in ${first.place()}; it is kept as "${ownId}".`,
    );
    return [{ ...entry, facts: withId(entry.facts, ownId) }];
  });
}

function freeId(id: string, start: number, taken: Set<string>): string {
  let count = start;
  while (taken.has(`${id}-${count}`)) count += 1;
  const free = `${id}-${count}`;
  taken.add(free);
  return free;
}

/** Returns the facts of an entry with another id, also in its BibTeX and CSL-JSON. */
function withId<F extends PublicationFacts & { id: string }>(facts: F, id: string): F {
  const { bibtex, csl } = facts;
  return {
    ...facts,
    id,
    ...(bibtex !== undefined && { bibtex: bibtex.replace(`{${facts.id},`, () => `{${id},`) }),
    ...(csl && { csl: { ...csl, id, ...(csl["citation-key"] !== undefined && { "citation-key": id }) } }),
  };
}

const fingerprints = new WeakMap<Entry, string>();

/** Returns a text that is equal for entries which show the same, whatever their white space and the order of their fields. */
function fingerprint(entry: Entry): string {
  let text = fingerprints.get(entry);
  if (text === undefined) {
    const { id, bibtex, csl, ...facts } = entry.facts;
    const { id: _, "citation-key": __, "citation-label": ___, ...work } = csl ?? {};
    text = JSON.stringify([sorted(facts), sorted(work)]).replaceAll(/(?:\\[nrt]|\s)+/g, " ");
    fingerprints.set(entry, text);
  }
  return text;
}

const sorted = (record: object): unknown => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
