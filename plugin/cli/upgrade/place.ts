/** A place in a file of the site, for the report. */
export interface Place {
  /** The path from the site's folder, with slashes. */
  file: string;
  line?: number;
}

/** A replacement in a file, by positions in its text. */
export interface Edit {
  file: string;
  start: number;
  end: number;
  text: string;
}

/** Where a name stands in the site, and how it can be renamed. */
export interface Finding {
  place: Place;
  /** The replacement; undefined if it is not certain, so that the author has to look. */
  edit?: Edit;
  /** Why there is no edit, or what to look at. */
  why?: string;
}

/** Returns a text with replacements, which must not overlap. */
export function edited(text: string, edits: readonly Edit[]): string {
  let result = text;
  for (const { start, end, text: replacement } of edits.toSorted((a, b) => b.start - a.start))
    result = result.slice(0, start) + replacement + result.slice(end);
  return result;
}
