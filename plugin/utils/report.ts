/**
 * Warnings about a bibliography. `problems`: something is left out or shown as written. `hints`: a guess that may be wrong.
 * Both are logged, and fail the build if `bibliographyErrors` is `fail`.
 */
export interface Report {
  problems: string[];
  hints: string[];
}
