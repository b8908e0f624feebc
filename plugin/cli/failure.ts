/**
 * Why the command stops, for its user: printed without a stack trace, and the exit code is 1.
 *
 * @param problems - One sentence each, printed on a line of its own.
 */
export class Failure extends Error {
  readonly problems: readonly string[];

  constructor(...problems: string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}
