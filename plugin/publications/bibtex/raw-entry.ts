/** A field of an entry before it is parsed. */
export interface RawField {
  /** Its name in lower case. */
  name: string;
  /** Its value as written, with braces or quotes: `{A title}`, `oct`, `"a" # "b"`. */
  value: string;
  line: number;
}

/** One `@…{…}` of a .bib file before it is parsed. */
export interface RawEntry {
  /** Its type in lower case: `article`, `string`. */
  type: string;
  key: string;
  line: number;
  fields: RawField[];
}
