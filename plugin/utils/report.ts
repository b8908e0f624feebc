/** What is found wrong in a bibliography: `problems` fail the build (unless the author says otherwise), `hints` never. */
export interface Report {
  problems: string[];
  hints: string[];
}
