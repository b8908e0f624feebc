/** What a build publishes. */
export interface Publishing {
  /** Returns whether Jekyll neither builds nor copies a file. */
  isExcluded(file: string): boolean;
  /** Posts in `_drafts`. */
  drafts: boolean;
  /** Posts with a date in the future. */
  future: boolean;
}
