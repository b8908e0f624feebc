/** Findings in a bibliography: `problems` fail the build unless `bibliographyErrors` is `warn`; `hints` never do. */
export interface Report {
  problems: string[];
  hints: string[];
}
