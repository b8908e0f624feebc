/** One work in a citation. */
export interface Cite {
  /** Its id. */
  key: string;
  /** Text in front of it, such as `see`. */
  prefix?: string | undefined;
  /** Text after it that is no locator. */
  suffix?: string | undefined;
  /** The place in the work, such as `3–5`. */
  locator?: string | undefined;
  /** What the locator counts, as CSL names it, such as `page` or `chapter`. */
  label?: string | undefined;
  /** Whether the author is left out, since the sentence names them. */
  isAuthorSuppressed?: boolean | undefined;
}

/** A citation in a text: one or more works in the same parentheses. */
export interface Citation {
  /** Whether it is in a footnote, as in styles of notes. */
  isNote?: boolean | undefined;
  /** Whether only the author is shown, whose work a footnote has. */
  isAuthorOnly?: boolean | undefined;
  /** Whether that work was cited before. */
  isLater?: boolean | undefined;
  /** Whether the first work's author is part of the sentence: "Hu et al. (2022)". */
  isInText?: boolean | undefined;
  cites: Cite[];
}
