import { classes } from "../utils/markup.js";
import type { Citation } from "./citation.js";

// A text's citations are formatted when all of them are known, since numbers and letters such as "2021a" depend on each
// other. Until then HTML holds a marker for each, and one where the references are to stand.

/** The value of the marker for the references. */
const referencesValue = "references";

const start = `<span class="${classes.citation}" data-indigo-cite=`;

const markers = new RegExp(`${start}"([\\w-]+)"></span>`, "g");

/**
 * Returns the marker of a citation. It is empty, since Markdown would read its text, and has the class of a citation, so that
 * a page links the styles for it.
 */
export const citationMarker = (citation: Citation): string =>
  `${start}"${Buffer.from(JSON.stringify(citation)).toString("base64url")}"></span>`;

/** The marker of the place of the references: a block by itself, also in Markdown. */
export const referencesMarker = `${start}"${referencesValue}"></span>`;

/** A part of HTML that is cut at its markers. */
export type Part = { html: string } | { citation: Citation } | { isReferences: true };

/** Returns whether HTML has markers. */
export const hasMarkers = (html: string): boolean => html.includes(start);

/** Cuts HTML at its markers. */
export function cutAtMarkers(html: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const { 0: marker, 1: value = "", index } of html.matchAll(markers)) {
    parts.push({ html: html.slice(end, index) });
    end = index + marker.length;
    if (value === referencesValue) parts.push({ isReferences: true });
    else {
      const citation = citationOf(value);
      parts.push(citation ? { citation } : { html: "" });
    }
  }
  parts.push({ html: html.slice(end) });
  return parts;
}

/** Returns the ids of the works that HTML with markers cites, in their order. */
export const keysIn = (html: string): string[] =>
  hasMarkers(html)
    ? cutAtMarkers(html).flatMap((part) =>
        "citation" in part ? part.citation.cites.map(({ key }) => key) : [],
      )
    : [];

/** Reads the value of a marker, which an author may have written by hand. */
function citationOf(value: string): Citation | undefined {
  try {
    const citation = JSON.parse(Buffer.from(value, "base64url").toString()) as Partial<Citation> | null;
    const cites: unknown = citation?.cites;
    const isCitation = Array.isArray(cites) && cites.every((cite) => typeof cite?.key === "string");
    return isCitation && cites.length > 0 ? (citation as Citation) : undefined;
  } catch {
    return undefined;
  }
}
