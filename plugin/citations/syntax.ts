import { canStart, keyAt, splitAtSemicolons } from "../utils/citation-keys.js";
import type { Citation, Cite } from "./citation.js";
import type { Locators } from "./locators.js";

// Pandoc's syntax of citations: `[see @hu2022, pp. 3–5; @yang2021]`, `@hu2022`, `[-@hu2022]`.
// See https://pandoc.org/MANUAL.html#citation-syntax

/** The longest text in brackets that is read, which keeps each rule linear. */
const maxGroup = 5000;

/**
 * Reads the content of brackets as a citation.
 *
 * @returns Nothing if a part between semicolons has no key: then the brackets are text, or a link.
 */
export function readGroup(content: string, locators: Locators): Citation | undefined {
  if (content.length > maxGroup || !content.includes("@")) return undefined;
  const cites: Cite[] = [];
  for (const part of splitAtSemicolons(content)) {
    const cite = readCite(part, locators);
    if (!cite) return undefined;
    cites.push(cite);
  }
  return { cites };
}

/** Reads one part of a group: text, key, locator, text. */
function readCite(part: string, locators: Locators): Cite | undefined {
  for (let at = part.indexOf("@"); at >= 0; at = part.indexOf("@", at + 1)) {
    const isAuthorSuppressed = part[at - 1] === "-";
    const start = isAuthorSuppressed ? at - 1 : at;
    const found = canStart(part[start - 1] ?? "") ? keyAt(part, at + 1) : undefined;
    if (!found) continue;
    const prefix = part.slice(0, start).trim();
    return {
      key: found.key,
      ...(prefix && { prefix }),
      ...(isAuthorSuppressed && { isAuthorSuppressed }),
      ...locators.read(part.slice(found.end)),
    };
  }
  return undefined;
}

/**
 * Reads what follows a work in running text in brackets: `[p. 3]`, or with more works, `[p. 3; see @yang2021]`.
 *
 * @returns The citation with it; nothing if it is something else, such as a link.
 */
export function withFollowing(cite: Cite, content: string, locators: Locators): Citation | undefined {
  if (content.length > maxGroup) return undefined;
  const [first = "", ...others] = splitAtSemicolons(content);
  const own = locators.read(first);
  // Brackets after a name hold much else; without a locator they are text.
  if (own.locator === undefined) return undefined;
  const cites = others.map((part) => readCite(part, locators));
  if (cites.includes(undefined)) return undefined;
  return { isInText: true, cites: [{ ...cite, ...own }, ...(cites as Cite[])] };
}

/**
 * Reads the arguments of `{% cite "hu2022; yang2019" "p. 3" %}`: ids with semicolons between them, or a group in pandoc's
 * syntax, and a place in the first work.
 */
export function readArguments(text: string, place: string | undefined, locators: Locators): Cite[] {
  const [first, ...others] =
    readGroup(text, locators)?.cites ??
    text
      .trim()
      .split(/\s*;\s*/)
      .flatMap((key): Cite[] => (key ? [{ key }] : []));
  return first ? [{ ...first, ...(place && locators.read(`, ${place}`)) }, ...others] : [];
}
